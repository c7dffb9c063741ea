"""Two officers in a real Chromium: a visit, a finding, the evidence of its remedy, and its verification by the other one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import reception
from tests.browser.conftest import Server
from tests.browser.walks import settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),  # pytest-base-url has one
]
TITLE, ASKED = "Giám sát và kiến nghị", "Bố trí đủ vốn đối ứng"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Server]:
    """A small office whose server knows nobody's name: each officer says it once."""
    started = Server(reception.made(tmp_path / "home"), operator="")
    yield started.warm()
    started.stop()
    shutil.rmtree(tmp_path / "home")


def sits_down(browser: Browser, desk: Server, name: str) -> Page:
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.goto(f"{desk.address}/kien-nghi")
    settled(page, TITLE)
    box = page.get_by_label("Tên người xem")
    box.fill(name)
    box.press("Enter")
    settled(page, TITLE)
    page.get_by_role("tab", name="Nhập").click()
    settled(page, TITLE)
    return page


def enters(page: Page, what: str) -> None:
    page.get_by_role("radio", name=what).click()
    settled(page, TITLE)


def picks(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.wait_for_timeout(300)
    if not page.get_by_role("option").count():  # the click scrolled the page, and that shut the list again
        page.keyboard.press("ArrowDown")
    page.get_by_role("option", name=option).first.click()


def on(page: Page, label: str, day: str) -> None:
    """Type a day, as dd/mm/yyyy."""
    field = page.get_by_test_id("stDateInput").filter(has_text=label)
    field.get_by_role("spinbutton").first.click()
    page.keyboard.type(day.replace("/", ""))
    page.keyboard.press("Escape")  # the calendar that opened beside it


def saves(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).click()
    expect(page.get_by_text("Đã lưu")).to_be_visible(timeout=60_000)
    settled(page, TITLE)


def test_a_finding_is_entered_remedied_with_evidence_and_closed_by_another_officer(desk, browser: Browser, tmp_path: Path):
    page = sits_down(browser, desk, "Hòa")
    picks(page, "Đơn vị được giám sát", "Huyện Mỹ Tú")
    picks(page, "Hình thức", "Thực tế tại đơn vị")
    on(page, "Từ ngày", "10/06/2024")
    saves(page, "Lưu cuộc giám sát")

    enters(page, "Tồn tại, kiến nghị")
    picks(page, "Cuộc giám sát", "Mỹ Tú")
    picks(page, "Loại tồn tại", "Thiếu vốn đối ứng")
    page.get_by_label("Tồn tại", exact=True).fill("Chưa bố trí đủ vốn đối ứng")
    page.get_by_label("Kiến nghị", exact=True).fill(ASKED)
    on(page, "Thời hạn khắc phục", "31/07/2024")
    saves(page, "Lưu tồn tại, kiến nghị")
    expect(page.get_by_role("heading", level=2)).to_contain_text("1 kiến nghị chưa khắc phục, 1 quá hạn")

    enters(page, "Kết quả khắc phục")
    picks(page, "Kiến nghị", ASKED)
    on(page, "Ngày khắc phục", "15/08/2024")
    page.get_by_label("Kết quả khắc phục").fill("Đã bố trí bổ sung")
    evidence = tmp_path / "nghị quyết.pdf"
    evidence.write_bytes(b"%PDF-1.4 minh chung")
    page.get_by_test_id("stFileUploader").locator("input[type=file]").set_input_files(evidence)
    expect(page.get_by_text("nghị quyết.pdf").first).to_be_visible()
    saves(page, "Lưu kết quả khắc phục")

    enters(page, "Xác minh")
    picks(page, "Kiến nghị đã báo khắc phục", ASKED)
    on(page, "Ngày xác minh", "20/08/2024")
    page.get_by_role("button", name="Lưu kết quả xác minh").click()
    expect(page.get_by_text("không tự xác minh")).to_be_visible(timeout=30_000)

    other = sits_down(browser, desk, "Minh")
    enters(other, "Xác minh")
    picks(other, "Kiến nghị đã báo khắc phục", ASKED)
    on(other, "Ngày xác minh", "20/08/2024")
    saves(other, "Lưu kết quả xác minh")
    expect(other.get_by_role("heading", level=2)).to_contain_text("Kiến nghị duy nhất đã khắc phục và được xác minh.")

    other.get_by_role("tab", name="Kiến nghị").click()
    settled(other, TITLE)
    other.get_by_role("radio", name="Tất cả").click()
    settled(other, TITLE)
    picks(other, "Diễn biến một kiến nghị", ASKED)
    settled(other, TITLE)
    with other.expect_download() as waiting:
        other.get_by_role("button", name="Tải nghị quyết.pdf").click()
    assert Path(waiting.value.path()).read_bytes() == b"%PDF-1.4 minh chung"
    page.close()
    other.close()
