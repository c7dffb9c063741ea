"""`python -m bench forecast` prints the back-test over the sample years, and says what it is a test of."""

from bench import forecast
from data.store.reading import current_version, open_store


def test_the_sample_years_are_tried_from_every_month_and_the_error_is_called_invented(samples_home):
    name = current_version(samples_home)
    assert name is not None
    told = list(forecast.lines(open_store(samples_home, name)))
    assert "các năm 2022, 2023, 2024" in told[0]
    assert told[1] == "Số liệu minh họa: sai số này là của số liệu bịa."
    rows = [line for line in told if "điểm %" in line]
    assert len({row[:5] for row in rows}) >= 6
    for group in ("Tổng số", "Từng đơn vị", "Từng dự án, tiểu dự án", "Từng nguồn vốn"):
        assert any(group in row and "các năm khác" in row and "(50,00%)" in row for row in rows)


def test_without_a_store_it_says_where_it_looked(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DASHBOARD_HOME", str(tmp_path))
    assert forecast.back_tested() is False
    assert str(tmp_path) in capsys.readouterr().out
