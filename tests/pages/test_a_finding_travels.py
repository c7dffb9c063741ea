"""A finding travels: entered from a visit, overdue, remedied with evidence, verified by somebody else, closed, and repeated next year."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.registry import opened as registry_of
from pages.parts import clock
from tests.pages.conftest import Open

PAGE, PROFILE, EXCEPTIONS = "pages/monitoring/monitoring.py", "pages/units/profile.py", "pages/overview/exceptions.py"
TAB, ASKED = "the-kien-nghi", "Đẩy nhanh giải ngân"
On = Callable[[date, str], None]


@pytest.fixture
def office(thin_home: Path, tmp_path: Path) -> Path:
    """A home of its own to write in."""
    return Path(shutil.copytree(thin_home, tmp_path / "home"))


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> On:
    """Which day it is, and who sits at the screen."""

    def at_(day: date, officer: str) -> None:
        monkeypatch.setattr(clock, "now", lambda: day)
        monkeypatch.setenv("DASHBOARD_OPERATOR", officer)

    return at_


def form(open_: Open, home: Path, what: str) -> AppTest:
    app = open_(PAGE, home=home)
    app.session_state[TAB] = "Nhập"
    app.run()
    app.segmented_control(key="nhap").set_value(what)
    return app.run()


def filled(app: AppTest, button: str, **fields: Any) -> AppTest:
    """Fill the form by the ends of its fields' keys, and send it off."""
    widgets = {w.key: w for kind in ("selectbox", "text_input", "text_area", "date_input", "radio", "number_input") for w in app.get(kind)}
    for name, value in fields.items():
        end = name.replace("_", "-")
        next(w for key, w in widgets.items() if key and key.startswith("giam-sat-nhap") and key.endswith(f"-{end}")).set_value(value)
    next(b for b in app.button if b.label == button).click()
    app.run()
    assert not app.exception, app.exception
    return app


def visited(open_: Open, home: Path, plan_year: int, day: date) -> AppTest:
    app = form(open_, home, "Cuộc giám sát")
    return filled(app, "Lưu cuộc giám sát", don_vi="943", hinh_thuc="onsite", dot=f"{plan_year}-1", tu=day, den=day, nam=plan_year)


def found(open_: Open, home: Path, due_on: date) -> AppTest:
    app = form(open_, home, "Tồn tại, kiến nghị")
    newest = [e.entry_id for e in registry_of(home).current("visit")][-1]
    typed = {"cuoc": newest, "loai": "GIAI_NGAN_CHAM", "du_an": "DA2", "ton_tai": "Giải ngân chậm", "kien_nghi": ASKED, "tien": 120.5}
    return filled(app, "Lưu tồn tại, kiến nghị", **typed, han=due_on, can_cu="Thông tư 10/2022")


def table(app: AppTest, column: str) -> list[str]:
    return [str(v) for t in app.table if column in t.value.columns for v in t.value[column]]


def test_a_finding_travels_from_its_visit_to_its_repetition(opened: Open, office: Path, at: On):
    at(date(2024, 7, 15), "Hòa")
    visited(opened, office, 2024, date(2024, 7, 10))
    found(opened, office, date(2024, 8, 31))
    (finding,) = registry_of(office).current("finding")
    app = opened(PAGE, home=office)
    assert app.header[0].value == "1 kiến nghị chưa khắc phục, không có kiến nghị quá hạn."

    at(date(2024, 9, 10), "Hòa")  # after its deadline: on its page, the overview, the agenda and the unit's own page
    assert opened(PAGE, home=office).header[0].value == "1 kiến nghị chưa khắc phục, 1 quá hạn, lâu nhất 10 ngày."
    told = "Kiến nghị giám sát quá hạn: 1 (Kế Sách), lâu nhất 10 ngày, tính đến hôm nay, 10/09/2024"
    for page in (None, EXCEPTIONS):
        links = [link.proto for link in opened(page, home=office).get("page_link") if "Kiến nghị giám sát quá hạn" in link.proto.label]
        assert len(links) == 1 and told in links[0].label.replace("\\", "") and "loc=qua-han" in links[0].query_string
    unit = opened(PROFILE, home=office, don_vi="943")
    assert "quá hạn 10 ngày" in table(unit, "Tình trạng") and ASKED in table(unit, "Kiến nghị")

    app = form(opened, office, "Kết quả khắc phục")
    app = filled(app, "Lưu kết quả khắc phục", kien_nghi=finding.entry_id, ngay=date(2024, 9, 9), ket_qua="Đã giải ngân")
    assert "cần minh chứng" in app.error[0].value and not registry_of(office).current("remedy")
    app = form(opened, office, "Kết quả khắc phục")
    app.file_uploader[0].upload("biên bản.pdf", b"%PDF-1.4")
    filled(app, "Lưu kết quả khắc phục", kien_nghi=finding.entry_id, ngay=date(2024, 9, 9), ket_qua="Đã giải ngân")
    (remedy,) = registry_of(office).current("remedy")
    kept = remedy.body.model_dump()
    assert (office / "archive/files" / kept["evidence_sha256"][:2] / (kept["evidence_sha256"] + ".pdf")).read_bytes() == b"%PDF-1.4"
    assert opened(PAGE, home=office).header[0].value == "0 kiến nghị chưa khắc phục, không có kiến nghị quá hạn; 1 chờ xác minh."

    at(date(2024, 9, 12), "hòa ")  # nobody verifies what they entered
    app = filled(form(opened, office, "Xác minh"), "Lưu kết quả xác minh", kien_nghi=finding.entry_id, ngay=date(2024, 9, 12))
    assert "không tự xác minh" in app.error[0].value and not registry_of(office).current("verification")
    at(date(2024, 9, 12), "Minh")
    filled(form(opened, office, "Xác minh"), "Lưu kết quả xác minh", kien_nghi=finding.entry_id, ngay=date(2024, 9, 12))
    assert opened(PAGE, home=office).header[0].value == "Kiến nghị duy nhất đã khắc phục và được xác minh."
    assert "đã khắc phục 09/09/2024, muộn" in table(opened(PROFILE, home=office, don_vi="943"), "Tình trạng")
    assert not [link for link in opened(home=office).get("page_link") if "Kiến nghị giám sát quá hạn" in link.proto.label]

    at(date(2025, 6, 20), "Hòa")  # found again next year
    visited(opened, office, 2025, date(2025, 6, 10))
    found(opened, office, date(2025, 6, 15))
    app = opened(PAGE, home=office)
    assert table(app, "Tình trạng")[0] == "quá hạn 5 ngày; lặp lại tồn tại của năm 2024"


def test_a_verification_that_says_no_opens_the_recommendation_again_with_a_new_deadline(opened: Open, office: Path, at: On):
    at(date(2024, 7, 15), "Hòa")
    visited(opened, office, 2024, date(2024, 7, 10))
    found(opened, office, date(2024, 8, 31))
    (finding,) = registry_of(office).current("finding")
    at(date(2024, 8, 20), "Hòa")
    told = {"kien_nghi": finding.entry_id, "ngay": date(2024, 8, 20)}
    filled(form(opened, office, "Kết quả khắc phục"), "Lưu kết quả khắc phục", **told, ket_qua="Đã làm", van_ban="Báo cáo số 1")
    at(date(2024, 9, 10), "Minh")
    verdict = told | {"ngay": date(2024, 9, 10), "ket_qua": False}
    app = filled(form(opened, office, "Xác minh"), "Lưu kết quả xác minh", **verdict)
    assert "cần nêu vì sao chưa đạt" in app.error[0].value
    filled(form(opened, office, "Xác minh"), "Lưu kết quả xác minh", **verdict, nhan_xet="Mới một phần", han=date(2024, 9, 30))
    app = opened(PAGE, home=office)
    assert table(app, "Tình trạng")[0] == "mở lại, chưa đến hạn" and table(app, "Thời hạn")[0].startswith("2024-09-30")
    app = filled(form(opened, office, "Kết quả khắc phục"), "Lưu kết quả khắc phục", **told, ket_qua="Đã làm", van_ban="Báo cáo số 2")
    assert "trước bước trước đó (10/09/2024)" in app.error[0].value


def test_a_visit_can_be_changed_and_taken_back_with_a_reason(opened: Open, office: Path, at: On):
    at(date(2024, 7, 15), "Hòa")
    visited(opened, office, 2024, date(2024, 7, 10))
    (visit,) = registry_of(office).current("visit")

    def again() -> AppTest:
        app = form(opened, office, "Cuộc giám sát")
        app.toggle(key="sua-cuoc").set_value(True).run()
        app.selectbox(key="giam-sat-sua-cuoc-chon").set_value(visit.entry_id)
        return app.run()

    app, key = again(), f"giam-sat-sua-{visit.entry_id}-1"
    app.text_input(key=f"{key}-doan").set_value("Đoàn số 2")
    next(b for b in app.button if b.label == "Lưu thay đổi").click()
    app.run()
    assert registry_of(office).get(visit.entry_id).body.model_dump()["team"] == "Đoàn số 2"
    app, key = again(), f"giam-sat-sua-{visit.entry_id}-2"
    app.button(key=f"{key}-rut-ngay").click()
    app.run()
    assert "lý do" in app.error[0].value and registry_of(office).current("visit")
    app.text_input(key=f"{key}-rut").set_value("Nhập nhầm đơn vị")
    app.button(key=f"{key}-rut-ngay").click()
    app.run()
    assert not registry_of(office).current("visit")


def test_a_name_typed_at_once_is_kept_and_asked_for_before_anything_is_entered(opened: Open, office: Path, at: On):
    at(date(2024, 7, 15), "")
    app = form(opened, office, "Cuộc giám sát")
    assert "Cần nêu tên người nhập" in app.info[0].value and not [b for b in app.button if b.label == "Lưu cuộc giám sát"]
    app = opened(PAGE, home=office)
    app.text_input(key="ten-nguoi-xem").set_value("Hòa").run()
    app.session_state[TAB] = "Nhập"
    app.run()
    app.run()
    assert app.text_input(key="ten-nguoi-xem").value == "Hòa"
    assert [b for b in app.button if b.label == "Lưu cuộc giám sát"]
