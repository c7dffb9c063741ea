"""Two officers on one document in a real browser: the second sees what the first changed, and nothing is lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from data.registry import opened
from tests.browser.conftest import Server
from tests.browser.walks import pick, settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),  # pytest-base-url has one
]
PAGE, ENTRY = "Văn bản quản lý", "vb-2024-943-kh-nam"


@pytest.fixture
def writable(samples_home: Path, tmp_path: Path) -> Iterator[tuple[Server, Path]]:
    """A server on a copy of the samples that may be written in."""
    home = Path(shutil.copytree(samples_home, tmp_path / "home", ignore=shutil.ignore_patterns("inbox")))
    started = Server(home)
    yield started.warm(), home
    started.stop()


def at_work(browser: Browser, server: Server) -> Page:
    """An officer at their own machine, with the document open."""
    page = browser.new_context(viewport={"width": 1366, "height": 900}).new_page()
    page.goto(f"{server.address}/van-ban?nam=2024&don-vi=943")
    settled(page, PAGE)
    page.get_by_role("radio", name="Sửa, rút văn bản").click()
    settled(page, PAGE)
    pick(page, "Văn bản", "Kế hoạch thực hiện Chương trình năm 2024")
    settled(page, PAGE)
    return page


def test_two_officers_on_one_document_in_two_browsers(writable: tuple[Server, Path], browser: Browser):
    server, home = writable
    first, second = at_work(browser, server), at_work(browser, server)
    second.get_by_label("Trích yếu").fill("Trích yếu của người thứ hai")
    first.get_by_label("Số, ký hiệu").fill("99/KH-UBND")
    first.get_by_label("Lý do sửa").fill("gõ nhầm số")
    first.get_by_role("button", name="Lưu thay đổi").click()
    expect(first.get_by_text("Đã lưu thay đổi")).to_be_visible(timeout=60_000)
    second.get_by_role("button", name="Lưu thay đổi").click()
    expect(second.get_by_text("Chưa lưu:")).to_be_visible(timeout=30_000)
    expect(second.get_by_text("→ 99/KH-UBND")).to_be_visible()
    expect(second.get_by_label("Trích yếu")).to_have_value("Trích yếu của người thứ hai")
    second.get_by_role("button", name="Đã xem; giữ phần tôi đang sửa").click()
    settled(second, PAGE)
    second.get_by_role("button", name="Lưu thay đổi").click()
    expect(second.get_by_text("Đã lưu thay đổi")).to_be_visible(timeout=60_000)
    body = opened(home).get(ENTRY).body
    assert (body.number, body.summary) == ("99/KH-UBND", "Trích yếu của người thứ hai")
    for page in (first, second):
        page.goto(f"{server.address}/nhat-ky?nam=2024&don-vi=943")
        settled(page, "Nhật ký")
        expect(page.get_by_text("→ 99/KH-UBND").first).to_be_visible()
        page.context.close()
