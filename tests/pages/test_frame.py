"""The frame: the gate, the filters in the address, and what stands over every page."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

OVERVIEW, DISBURSEMENT = "pages/overview/overview.py", "pages/progress/disbursement.py"
ROOT = Path(__file__).parents[2]


def address(app: AppTest) -> dict[str, str]:
    return {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}


def said(app: AppTest) -> str:
    """Everything on the screen that is text."""
    return "\n".join(str(e.value) for kind in ("title", "header", "markdown", "caption", "info", "warning", "error") for e in app.get(kind))


def test_without_a_store_one_sentence_names_the_command(opened, tmp_path):
    app = opened(home=tmp_path)
    assert [info.value for info in app.info] and "python -m data receive" in app.info[0].value
    assert not app.title and not app.get("plotly_chart")


def test_the_default_view_is_the_newest_cut_off_with_reports(opened):
    app = opened()
    assert address(app) | {"phien-ban": ""} == {"nam": "2024", "ngay": "2024-12-31", "phien-ban": "", "so-lieu": "minh-hoa"}
    assert app.title[0].value == "Tổng quan"
    assert "102.408/114.277 triệu đồng, đạt 89,61% kế hoạch vốn" in app.header[0].value


def test_a_link_opens_what_it_says(opened):
    app = opened(nam="2023", ngay="2023-06-19", du_an="DA4", nguon="NSTW", don_vi="943")
    chosen = [box.value for box in app.selectbox]
    assert chosen == ["2023", "2023-06-19", "DA4", "943", "NSTW", None]
    assert "19/06/2023" in app.header[0].value and "Kế Sách" in app.header[0].value


def test_a_link_to_something_unknown_says_so(opened):
    app = opened(nam="2024", ngay="2024-11-15", don_vi="000")
    assert any("don-vi=000" in info.value for info in app.info)
    assert "don-vi" not in address(app)


def test_a_link_from_older_figures_says_since_when_they_changed(opened):
    app = opened(nam="2024", ngay="2024-11-15", **{"phien-ban": "0123456789ab"})
    assert any(info.value.startswith("Số liệu đã cập nhật từ ") for info in app.info)
    assert address(app)["phien-ban"] != "0123456789ab"
    assert not opened(**address(app)).info


def test_every_filter_goes_into_the_address_and_stays_on_the_next_page(opened):
    app = opened()
    app.selectbox(key="don-vi").set_value("943").run()
    app.selectbox(key="ngay").set_value("2024-11-15").run()
    app.switch_page(DISBURSEMENT).run()
    assert {"ngay": "2024-11-15", "don-vi": "943"}.items() <= address(app).items()
    assert app.selectbox(key="don-vi").value == "943"


def test_the_project_the_office_follows_is_one_click_away_and_one_click_back(opened):
    app = opened()
    app.button(key="nhanh-du-an").click().run()
    assert app.selectbox(key="du-an").value == "DA7" and address(app)["du-an"] == "DA7"
    app.button(key="nhanh-du-an").click().run()
    assert app.selectbox(key="du-an").value is None and "du-an" not in address(app)


def test_another_year_moves_to_its_newest_cut_off(opened):
    app = opened()
    app.selectbox(key="nam").set_value("2022").run()
    assert app.selectbox(key="ngay").value == "2022-12-31"


@pytest.mark.parametrize("page", [OVERVIEW, DISBURSEMENT])
def test_every_page_says_that_samples_are_samples_and_how_many_reports_stand_behind_it(opened, page):
    text = said(opened(page))
    assert "Số liệu minh họa" in text
    assert "Số liệu tính đến 31/12/2024" in text.replace("số liệu tính đến", "Số liệu tính đến")
    assert "15/15 đơn vị có số liệu đúng ngày" in text


@pytest.mark.parametrize("page", [OVERVIEW, DISBURSEMENT])
def test_a_page_without_the_frame_shows_no_data(samples_home, monkeypatch, page):
    monkeypatch.setenv("DASHBOARD_HOME", str(samples_home))
    app = AppTest.from_file(str(ROOT / page), default_timeout=60).run()
    assert [error.value for error in app.error] == ["Trang này chỉ xem được trong khung của bảng điều khiển. Hãy mở lại từ trang đầu."]
    for kind in ("header", "metric", "table", "plotly_chart", "dataframe", "markdown", "caption", "selectbox"):
        assert not app.get(kind), kind


def test_the_door_is_shut_again_after_every_run(opened, samples_home):
    opened()
    app = AppTest.from_file(str(ROOT / OVERVIEW), default_timeout=60).run()
    assert app.error and not app.metric


def test_a_new_store_is_seen_at_the_next_click(opened, samples_home, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(samples_home / "stores", home / "stores")
    app = opened(home=home)
    (home / "stores/CURRENT").unlink()
    app.run()
    assert "python -m data receive" in app.info[0].value


def test_a_store_that_is_gone_is_to_be_built_again(opened, samples_home, tmp_path):
    (tmp_path / "archive").mkdir()
    shutil.copyfile(samples_home / "archive/journal.jsonl", tmp_path / "archive/journal.jsonl")
    app = opened(home=tmp_path)
    assert "python -m data build" in app.info[0].value
    assert not app.title


def test_a_damaged_store_is_one_sentence_and_no_figure(opened, samples_home, tmp_path):
    shutil.copytree(samples_home / "stores", tmp_path / "stores")
    for store in (tmp_path / "stores").glob("mart-*.duckdb"):
        store.write_bytes(b"not a database" * 1000)
    app = opened(home=tmp_path)
    assert "bị hỏng" in app.error[0].value and "python -m data build" in app.error[0].value
    assert not app.title and not app.get("plotly_chart")
