"""Notes on a unit's profile: written, read, taken back, each with who and why."""

import shutil
from pathlib import Path

from data.registry import opened as registry_of
from tests.pages.conftest import Open

PROFILE = "pages/units/profile.py"


def test_a_note_is_written_read_and_taken_back_with_a_reason(opened: Open, thin_home: Path, tmp_path: Path):
    home = Path(shutil.copytree(thin_home, tmp_path / "home"))
    app = opened(PROFILE, home=home, don_vi="942")
    next(area for area in app.text_area if area.label == "Ghi chú mới").set_value("Hẹn gửi **bổ sung** tuần sau")
    next(button for button in app.button if button.label == "Lưu ghi chú").click()
    app.run()
    (line,) = [m.value for m in app.markdown if "tuần sau" in m.value]
    assert "\\*\\*bổ sung" in line and "Người kiểm thử" in line
    next(button for button in app.button if button.label == "Rút ghi chú").click()
    app.run()
    assert any("Chưa có lý do" in error.value for error in app.error)
    app.text_input(key="ly-do-rut-ghi-chu").set_value("ghi nhầm đơn vị")
    next(button for button in app.button if button.label == "Rút ghi chú").click()
    app.run()
    assert not [m for m in app.markdown if "tuần sau" in m.value]
    written, withdrawn = registry_of(home).history()
    assert (withdrawn.entry_id, withdrawn.is_withdrawn, withdrawn.reason) == (written.entry_id, True, "ghi nhầm đơn vị")
