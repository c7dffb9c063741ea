"""Văn bản quản lý and Nhật ký: what is there and missing, entering, and two officers on one document."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.definitions import Definitions
from data.publish import publish
from data.registry import opened as registry_of
from data.registry.kinds.documents import Document
from tests.data.registry.test_registry import BODY
from tests.pages.conftest import Open

PAGE, LOG = "pages/documents/documents.py", "pages/log/log.py"


@pytest.fixture
def office(thin_home: Path, tmp_path: Path, definitions: Definitions) -> Path:
    """A home of its own to write in, with one document of Kế Sách."""
    home = Path(shutil.copytree(thin_home, tmp_path / "home"))
    registry_of(home).add(BODY, "Lan", entry_id="a")
    publish(home, "Lan", definitions)
    return home


def texts(app: AppTest) -> str:
    return "\n".join(str(e.value) for kind in ("header", "markdown", "warning", "error", "info") for e in getattr(app, kind))


def tables(app: AppTest) -> str:
    return "\n".join(table.value.to_string() for table in app.table)


def typing(app: AppTest, label: str, value: str) -> None:
    next(e for e in [*app.text_input, *app.text_area] if e.label == label).set_value(value)


def picking(app: AppTest, label: str, code: str) -> AppTest:
    next(e for e in app.selectbox if e.label == label).set_value(code)
    return app


def pressed(app: AppTest, label: str) -> AppTest:
    next(b for b in app.button if b.label == label).click()
    app.run()
    assert not app.exception, app.exception
    return app


def at_work(open_: Open, home: Path, what: str) -> AppTest:
    app = open_(PAGE, home=home)
    app.segmented_control(key="viec-van-ban").set_value(what)
    return app.run()


def test_the_samples_say_what_is_there_what_is_missing_and_who_lacks_it(opened: Open):
    app = opened(PAGE)
    assert "đã có 85/97 văn bản bắt buộc (4 ban hành muộn); còn thiếu 12" in app.header[0].value
    assert "Kế hoạch giám sát, đánh giá Chương trình trong năm: thiếu 3 (Mỹ Tú, TX Vĩnh Châu, Sở TT&TT)" in texts(app).replace("\\", "")
    app = opened(PAGE, don_vi="943")
    assert "Kế Sách: đã có 5/6 văn bản bắt buộc; còn thiếu 1" in app.header[0].value


def test_at_an_earlier_cut_off_what_is_not_due_is_not_missing(opened: Open):
    app = opened(PAGE, nam="2024", ngay="2024-07-15")
    assert "Tính đến ngày 15/07/2024" in texts(app) and "chưa đến hạn" in app.header[0].value


def test_a_year_without_documents_is_said_in_a_sentence(opened: Open):
    app = opened(PAGE, nam="2022")
    assert "Chưa có văn bản nào của năm 2022" in texts(app) and "chưa nhập văn bản nào trong số 97 văn bản bắt buộc" in app.header[0].value


def test_a_document_is_entered_shown_and_logged(opened: Open, office: Path):
    app = at_work(opened, office, "Nhập văn bản mới")
    pressed(app, "Lưu văn bản")
    assert "cần điền đơn vị ban hành, số, ký hiệu, ngày ban hành, loại văn bản, trích yếu" in texts(app)
    picking(picking(app, "Đơn vị ban hành", "941"), "Loại văn bản", "Kế hoạch")
    picking(app, "Thuộc danh mục bắt buộc", "KH-GSDG")
    typing(app, "Số, ký hiệu", "7/KH-UBND")
    typing(app, "Trích yếu", "Kế hoạch *giám sát* [x](http)")
    app.date_input[0].set_value("2024-03-01")
    typing(app, "Liên kết (nếu có)", "javascript:alert(1)")
    pressed(app, "Lưu văn bản")
    assert "liên kết bắt đầu bằng http" in texts(app) and len(registry_of(office).current("document")) == 1
    typing(app, "Liên kết (nếu có)", "")
    pressed(app, "Lưu văn bản")
    [_, entry] = registry_of(office).current("document")
    assert (entry.by, entry.body.number, entry.body.required_code) == ("Người kiểm thử", "7/KH-UBND", "KH-GSDG")
    app.run()
    assert "7/KH\\-UBND" in tables(app) or "7/KH-UBND" in tables(app)
    assert "2 văn bản" in texts(app)
    log = opened(LOG, home=office)
    assert "2 thay đổi của 2 người; gần nhất: Người kiểm thử" in log.header[0].value
    assert "Kế hoạch giám sát, đánh giá" in tables(log)


def test_two_officers_on_one_document_the_second_sees_the_first_and_nothing_is_lost(opened: Open, office: Path):
    first, second = at_work(opened, office, "Sửa, rút văn bản"), at_work(opened, office, "Sửa, rút văn bản")
    for app in (first, second):
        picking(app, "Văn bản", "a").run()
    typing(second, "Trích yếu", "Trích yếu của người thứ hai")
    typing(first, "Số, ký hiệu", "99/KH-UBND")
    typing(first, "Lý do sửa", "gõ nhầm số")
    pressed(first, "Lưu thay đổi")
    pressed(second, "Lưu thay đổi")
    assert "Số: 12/KH-UBND → 99/KH-UBND" in texts(second).replace("\\", "") and "Chưa lưu" in texts(second)
    assert registry_of(office).get("a").version == 2
    pressed(second, "Đã xem; giữ phần tôi đang sửa")
    assert next(e for e in second.text_area if e.label == "Trích yếu").value == "Trích yếu của người thứ hai"
    pressed(second, "Lưu thay đổi")
    body = registry_of(office).get("a").body
    assert isinstance(body, Document) and (body.number, body.summary) == ("99/KH-UBND", "Trích yếu của người thứ hai")
    assert [e.version for e in registry_of(office).history("a")] == [1, 2, 3]


def test_a_document_is_taken_back_with_a_reason_and_brought_back(opened: Open, office: Path):
    app = picking(at_work(opened, office, "Sửa, rút văn bản"), "Văn bản", "a").run()
    pressed(app, "Rút văn bản")
    assert "cần ghi lý do" in texts(app) and not registry_of(office).get("a").is_withdrawn
    typing(app, "Lý do rút", "nhập hai lần")
    pressed(app, "Rút văn bản")
    assert registry_of(office).get("a").is_withdrawn and "Chưa có văn bản nào của năm" in texts(app.run())
    app = at_work(opened, office, "Khôi phục văn bản đã rút")
    typing(app, "Lý do khôi phục", "không phải hai lần")
    pressed(app, "Khôi phục")
    assert not registry_of(office).get("a").is_withdrawn and "1 văn bản" in texts(app.run())


def test_nobody_enters_without_a_name(opened: Open, office: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("DASHBOARD_OPERATOR")
    app = at_work(opened, office, "Nhập văn bản mới")
    assert "Cần nêu tên người nhập" in texts(app) and not [b for b in app.button if b.label == "Lưu văn bản"]


def test_the_log_is_narrowed_to_a_kind_and_a_person(opened: Open):
    app = opened(LOG)
    whole = app.header[0].value
    picking(app, "Loại", "Văn bản").run()
    picking(app, "Người nhập", "Lý Minh").run()
    assert app.header[0].value != whole and "của 1 người" in app.header[0].value
    assert "Số: 17/KH-UBND (minh họa) → 12/KH-UBND (minh họa)" in tables(app) or "→ 12/KH-UBND (minh họa)" in tables(app)
