"""Cuộc họp: figures are frozen by name, conclusions written at the frozen version, and the next meeting opens with their state."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.definitions import Definitions
from data.intake.receive import Intake
from data.publish import publish
from data.registry import opened as registry_of
from data.store import frozen
from pages.parts import concluded
from tests.pages.conftest import Open

PAGE, OVERVIEW, EXCEPTIONS, PROFILE = (
    f"pages/{page}.py" for page in ("meeting/meeting", "overview/overview", "overview/exceptions", "units/profile")
)
TAB, WORK = "the-hop", "viec-thu-ky"
JUNE, JULY = date(2024, 6, 14), date(2024, 7, 14)


@pytest.fixture
def office(thin_home: Path, tmp_path: Path) -> Path:
    """A home of its own to write in: three units have reported for June."""
    return Path(shutil.copytree(thin_home, tmp_path / "home"))


def texts(app: AppTest) -> str:
    found = [str(e.value) for kind in ("header", "subheader", "markdown", "warning", "error", "info", "success") for e in app.get(kind)]
    return "\n".join([*found, *(link.proto.label for link in app.get("page_link"))]).replace("\\", "")


def tables(app: AppTest) -> str:
    return "\n".join(table.value.to_string() for table in app.table)


def at_tab(app: AppTest, tab: str) -> AppTest:
    app.session_state[TAB] = tab
    return app.run()


def filled(app: AppTest, button: str, **fields: Any) -> AppTest:
    """Fill what is on screen by the ends of the fields' keys, and press a button."""
    kinds = ("selectbox", "text_input", "text_area", "date_input", "radio", "checkbox", "segmented_control")
    widgets = {w.key: w for kind in kinds for w in app.get(kind) if w.key}
    for name, value in fields.items():
        end = name.replace("_", "-")
        next(w for key, w in widgets.items() if key == end or key.endswith(f"-{end}")).set_value(value)
    next(b for b in app.button if b.label == button).click()
    app.run()
    assert not app.exception, app.exception
    return app


def working(app: AppTest, what: str) -> AppTest:
    app.segmented_control(key=WORK).set_value(what)
    return app.run()


def test_figures_are_frozen_on_the_page_by_name_once_and_with_a_yes(opened: Open, office: Path):
    app = opened(PAGE, home=office)
    assert app.header[0].value == "Chưa có bản chốt nào." and "Chưa có kết luận nào" in texts(app)
    at_tab(app, "Thay đổi từ lần họp trước")
    assert "chưa có lần họp trước để so" in texts(app)
    at_tab(app, "Bản chốt")
    assert "mở ra ở năm ngân sách 2024, số liệu tính đến 14/06/2024" in texts(app) and "3/15 đơn vị" in texts(app)
    assert "cần đặt tên" in texts(filled(app, "Chốt số liệu"))
    assert "cần đánh dấu" in texts(filled(app, "Chốt số liệu", ten_ban_chot="Giao ban tháng 6"))
    assert frozen.listed(office) == []
    filled(app, "Chốt số liệu", dong_y_chot=True)
    (one,) = frozen.listed(office)
    assert (one.name, one.plan_year, one.on, one.by) == ("Giao ban tháng 6", 2024, JUNE, "Người kiểm thử")
    assert "Đã chốt “Giao ban tháng 6”" in texts(app) and one.digest[:12] in tables(app) and "đúng như lúc chốt" in tables(app)
    assert "Số liệu chưa thay đổi từ bản chốt “Giao ban tháng 6”" in texts(app)
    assert "quá dài: 130 ký tự" in texts(filled(app, "Chốt số liệu", ten_ban_chot="x" * 130, dong_y_chot=True))
    assert "cần có chữ hoặc số" in texts(filled(app, "Chốt số liệu", ten_ban_chot="***", dong_y_chot=True))
    assert "Đã có bản chốt “Giao ban tháng 6”" in texts(filled(app, "Chốt số liệu", ten_ban_chot="giao ban  tháng 6", dong_y_chot=True))
    assert len(frozen.listed(office)) == 1


def test_conclusions_are_written_at_a_frozen_version_and_the_next_meeting_opens_with_their_state(
    opened: Open, office: Path, samples_home: Path, definitions: Definitions, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(concluded, "now", lambda: date(2024, 7, 20))
    frozen.freeze(office, "Giao ban tháng 6", "Thư ký", 2024, JUNE, datetime(2024, 6, 20, 1, tzinfo=UTC))
    app = opened(PAGE, home=office, ban="1")
    before = app.header[0].value.replace("\\", "")
    assert "“Giao ban tháng 6”: đến 14/06/2024 giải ngân" in before and "Đây là bản chốt đầu tiên" in texts(app)
    working(app, "Ghi kết luận")
    offered = next(box.options for box in app.selectbox if box.label == "Đơn vị thực hiện")  # the units of that day, whatever year it is
    assert {"Sở Lao động - Thương binh và Xã hội", "Sở Thông tin và Truyền thông"} <= set(offered)
    assert "cần điền việc cần làm, thời hạn" in texts(filled(app, "Lưu kết luận"))
    filled(app, "Lưu kết luận", viec="Đẩy nhanh *giải ngân* [x](http)", han=date(2024, 7, 10))
    assert "cần nêu đơn vị" in texts(app) and not registry_of(office).current("conclusion")
    filled(app, "Lưu kết luận", don_vi="943", so_lieu="Tỷ lệ giải ngân", trang="giai-ngan")
    working(app.run(), "Ghi kết luận")
    filled(app, "Lưu kết luận", viec="Mời họp chuyên đề", ai="Văn phòng", han=date(2024, 7, 31))
    first, second = registry_of(office).current("conclusion")
    assert (first.body.unit_code, first.body.meeting_code, first.body.concluded_on) == ("943", "1", date(2024, 6, 20))
    assert "“Giao ban tháng 6”: 0/2 việc xong, 2 chưa xong (1 quá hạn)" in texts(app.run()) and "quá hạn 10 ngày, chưa làm" in tables(app)

    working(app, "Cập nhật tình hình")
    assert "sau hôm nay" in texts(filled(app, "Lưu tình hình", viec=second.entry_id, den_ngay=date(2024, 7, 21)))
    filled(app, "Lưu tình hình", viec=second.entry_id, muc="done", den_ngay=date(2024, 7, 5))
    assert "1/2 việc xong, 1 chưa xong (1 quá hạn)" in texts(app.run())

    (report,) = (samples_home / "inbox/2024-T07").glob("2024-T07_943_*.xlsx")
    with Intake(office, definitions, "Người nhận") as intake:
        assert intake.receive(report).outcome in ("accepted", "warned")
    publish(office, "Người nhận", definitions)
    assert opened(PAGE, home=office, ban="1").header[0].value.replace("\\", "") == before
    frozen.freeze(office, "Giao ban tháng 7", "Thư ký", 2024, JULY, datetime(2024, 7, 18, 1, tzinfo=UTC))
    app = opened(PAGE, home=office, ban="2")
    assert "Kết luận cuộc họp trước, “Giao ban tháng 6”: 1/2 việc xong, 1 chưa xong (1 quá hạn)" in texts(app)
    assert "quá hạn 8 ngày, chưa làm" in tables(app) and "quá hạn 10 ngày, chưa làm" in tables(app)  # when frozen, and today
    at_tab(app, "Thay đổi từ lần họp trước")
    assert "Từ “Giao ban tháng 6” (số đến 14/06/2024) đến “Giao ban tháng 7” (số đến 14/07/2024)" in texts(app)
    assert "báo cáo Tháng 7/2024" in tables(app) and "Kế Sách" in tables(app)

    assert "Kết luận cuộc họp “Giao ban tháng 6”: 1/2 việc xong, 1 chưa xong (1 quá hạn)" in texts(opened(OVERVIEW, home=office))
    assert "Kết luận cuộc họp quá hạn: 1 việc" in texts(opened(EXCEPTIONS, home=office))
    assert "Việc các cuộc họp giao đơn vị: 0/1 việc xong" in texts(opened(PROFILE, home=office, don_vi="943"))


def test_a_conclusion_is_changed_and_taken_back_with_a_reason_and_stands_in_the_log(opened: Open, samples_home: Path, tmp_path: Path):
    home = Path(shutil.copytree(samples_home, tmp_path / "home"))
    app = working(opened(PAGE, home=home), "Sửa, rút kết luận")
    app.selectbox(key="sua-ket-luan").set_value("kl-1-2").run()
    filled(app, "Lưu thay đổi", han=date(2024, 12, 20), ly_do="xin lùi")
    assert registry_of(home).get("kl-1-2").body.due_on == date(2024, 12, 20)
    working(app.run(), "Sửa, rút kết luận")
    app.selectbox(key="sua-ket-luan").set_value("kl-1-5").run()
    assert "cần ghi lý do" in texts(filled(app, "Rút kết luận"))
    filled(app, "Rút kết luận", rut="ghi nhầm")
    assert registry_of(home).get("kl-1-5").is_withdrawn and "3/4 việc xong" in texts(app.run())
    log = tables(opened("pages/log/log.py", home=home))
    assert "Kết luận cuộc họp" in log and "Hạn: 15/12/2024 → 20/12/2024" in log and "Tình hình: xong" in log
