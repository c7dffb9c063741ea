"""The page of reconciliation: what it says on top, what it lists, and a reason entered on it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from data.registry import opened as registry_of
from pages.parts.beside import VERDICTS
from queries import reconciliation
from tests.pages.test_frame import said

PAGE = "pages/reconciliation/reconciliation.py"
DECEMBER = {"nam": "2024", "ngay": "2024-12-31"}
NOVEMBER = {"nam": "2024", "ngay": "2024-11-15"}


def tables(app, heading: str):
    return [table.value for table in app.table if heading in table.value.columns]


def test_the_headline_counts_what_agrees_what_time_explains_and_what_differs(opened, asked):
    rows = asked(reconciliation.treasury, plan_year=2024, today=date(2024, 11, 15))
    app = opened(PAGE, **NOVEMBER)
    counts = rows["verdict"].value_counts()
    assert app.header[0].value.startswith("Kho bạc ngày 31/10/2024: ")
    assert f"{counts['equal']}/{len(rows)} dòng khớp, {counts['timing']} lệch thời điểm, {counts['real']} lệch thật" in app.header[0].value
    assert "Tính đến ngày 15/11/2024." in said(app)


def test_real_differences_stand_first_with_both_amounts_reason_owner_and_age(opened):
    (first, *_) = tables(opened(PAGE, **DECEMBER), "Chênh lệch")
    assert list(first["Đơn vị"]) == ["Long Phú", "Cù Lao Dung", "TX Ngã Năm", "TX Ngã Năm"]
    assert set(first["Đối chiếu"]) == {VERDICTS[v] for v in ("real", "only_treasury", "only_unit")}
    assert "tạm ứng" in first["Lý do"].iloc[0]
    assert first["Đơn vị, người xử lý"].iloc[0] == "Phòng Tài chính - Kế hoạch huyện"
    assert first["Số ngày"].gt(600).all()  # open tasks count to today


@pytest.mark.parametrize(("phan", "words"), [("quyet-dinh", "215/215 dòng khớp"), ("nganh", "1 lệch thật (48 triệu đồng)")])
def test_the_other_sources_have_a_tab_of_their_own(opened, phan, words):
    app = opened(PAGE, **DECEMBER)
    app.session_state["doi-chieu-voi"] = {"quyet-dinh": "Quyết định giao vốn", "nganh": "Tổng hợp ngành"}[phan]
    app.run()
    assert words in " ".join(s.value for s in app.subheader)


def test_another_extract_can_be_chosen(opened):
    app = opened(PAGE, **DECEMBER)
    names = app.selectbox(key="kho-bac").options
    assert len(names) == 4
    app.selectbox(key="kho-bac").select(names[-1]).run()
    assert app.header[0].value.startswith("Kho bạc ngày 30/06/2024: ")
    assert "2024-06-30" in app.query_params["kho-bac"]


def test_a_year_without_figures_of_the_treasury_says_so(opened):
    app = opened(PAGE, nam="2022", ngay="2022-12-31")
    assert app.header[0].value == "Năm 2022 chưa có số liệu Kho bạc để đối chiếu."
    assert not app.table


@pytest.fixture
def office(samples_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, and an officer with a name."""
    monkeypatch.setenv("DASHBOARD_OPERATOR", "Lê Thử")
    return shutil.copytree(samples_home, tmp_path / "home")


def test_a_reason_entered_on_the_page_stands_beside_its_difference_and_keeps_its_history(opened, office):
    app = opened(PAGE, home=office, **DECEMBER)
    app.selectbox(key="dong-treasury").select_index(1).run()
    key = "giai-trinh-treasury-945-DA6-TDA1-NSTW-2024-0"
    _save(app)
    assert "cần chọn lý do" in " ".join(e.value for e in app.error)
    app.selectbox(key=f"{key}-ly-do").select_index(1)
    app.text_input(key=f"{key}-nguoi").input("Phòng <b>LĐTBXH</b>")
    app.text_area(key=f"{key}-dien-giai").input("Đơn vị báo thừa (thử)")
    _save(app)
    (first, *_) = tables(app, "Chênh lệch")
    assert "Đơn vị báo thừa (thử)" in first["Lý do"].iloc[1]
    entry = next(e for e in registry_of(office).current("explanation") if e.body.unit_code == "945")
    assert (entry.by, entry.version, entry.body.at) == ("Lê Thử", 1, date(2024, 12, 31))

    seen = registry_of(office).change(entry.entry_id, entry.body.model_copy(update={"owner": "Người khác"}), "Người khác", seen=1)
    app.text_area(key=f"{key[:-1]}1-dien-giai").input("Ghi đè")
    _save(app)
    assert registry_of(office).get(entry.entry_id) == seen  # nothing was written over it
    assert "Người khác" in " ".join(e.value for e in (*app.error, *app.warning))


def _save(app) -> None:
    next(b for b in app.button if b.label == "Lưu lý do").click().run()
