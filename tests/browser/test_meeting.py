"""The secretary in a real Chromium: freezes, writes conclusions, a report comes later, and the next meeting opens with their state."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from data.definitions import Definitions
from data.intake.receive import Intake
from data.publish import publish
from tests import reception
from tests.browser.conftest import Server
from tests.browser.test_monitoring import on, picks
from tests.browser.walks import asked, settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),  # pytest-base-url has one
]
TITLE = "Cuộc họp"


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A small office."""
    yield reception.made(tmp_path / "home")
    shutil.rmtree(tmp_path / "home")


@pytest.fixture
def desk(place: Path) -> Iterator[Server]:
    """Its server, at which the secretary sits."""
    started = Server(place, operator="Thư ký")
    yield started.warm()
    started.stop()


def turns_to(page: Page, tab: str) -> None:
    page.get_by_role("tab", name=tab, exact=True).click()
    settled(page, TITLE)


def freezes(page: Page, desk: Server, name: str) -> None:
    """Freeze what is in force, and open the frozen version."""
    page.goto(f"{desk.address}/hop")
    settled(page, TITLE)
    turns_to(page, "Bản chốt")
    page.get_by_label("Tên bản chốt").fill(name)
    page.get_by_text("Tôi đã kiểm tra năm, ngày số liệu").click()
    page.get_by_role("button", name="Chốt số liệu").click()
    expect(page.get_by_text(f"Đã chốt “{name}”")).to_be_visible(timeout=60_000)
    settled(page, TITLE)
    page.get_by_role("link", name="Kết luận, thay đổi").first.click()
    expect(page.get_by_text("Bản chốt", exact=True).first).to_be_visible(timeout=30_000)
    settled(page, TITLE)
    turns_to(page, "Kết luận")


def concludes(page: Page, task: str, unit: str, day: str) -> None:
    if not page.get_by_label("Việc cần làm").count():
        page.get_by_role("radio", name="Ghi kết luận").click()
        settled(page, TITLE)
    expect(page.get_by_label("Việc cần làm")).to_have_value("", timeout=30_000)  # the form of the one before is gone
    page.get_by_label("Việc cần làm").fill(task)
    picks(page, "Đơn vị thực hiện", unit)
    on(page, "Thời hạn", day)
    page.get_by_role("button", name="Lưu kết luận").click()
    expect(page.get_by_text("Đã lưu kết luận")).to_be_visible(timeout=60_000)
    settled(page, TITLE)


def test_what_a_meeting_concluded_opens_the_next_and_what_it_saw_stays(
    desk: Server, place: Path, definitions: Definitions, browser: Browser, tmp_path: Path
):
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    freezes(page, desk, "Giao ban lần 1")
    assert asked(page)["ban"] == "1"
    saw = page.get_by_role("heading", level=2).first.inner_text()
    concludes(page, "Gửi lại báo cáo", "Huyện Mỹ Tú", "31/12/2029")
    concludes(page, "Rà soát vốn", "Huyện Kế Sách", "31/12/2029")
    expect(page.get_by_text("Kết luận của cuộc họp này, “Giao ban lần 1”: 0/2 việc xong")).to_be_visible()
    page.get_by_role("radio", name="Cập nhật tình hình").click()
    settled(page, TITLE)
    picks(page, "Việc đã giao", "Gửi lại báo cáo")
    page.get_by_role("button", name="Lưu tình hình").click()
    expect(page.get_by_text("“Giao ban lần 1”: 1/2 việc xong")).to_be_visible(timeout=60_000)

    with Intake(place, definitions, "Người nhận") as intake:
        assert intake.receive(reception.workbook(tmp_path / "944-lai.xlsx", "944", F5=900)).outcome in ("accepted", "warned")
    publish(place, "Người nhận", definitions)
    page.goto(f"{desk.address}/hop?ban=1")
    settled(page, TITLE)
    assert page.get_by_role("heading", level=2).first.inner_text() == saw
    expect(page.get_by_text("người chốt Thư ký")).to_be_visible()

    freezes(page, desk, "Giao ban lần 2")
    expect(page.get_by_text("Kết luận cuộc họp trước, “Giao ban lần 1”: 1/2 việc xong")).to_be_visible()
    turns_to(page, "Thay đổi từ lần họp trước")
    expect(page.get_by_text("nộp lại", exact=False).first).to_be_visible()
    expect(page.get_by_text("bản 1 → 2").first).to_be_visible()
    page.close()
