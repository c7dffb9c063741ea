"""The receiving officer in a real Chromium: good, warned, bad workbooks dropped in, decided, and the marked file opened in LibreOffice."""

import base64
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from data.intake.marking import FILLS, LIST
from tests import reception
from tests.browser.conftest import Server
from tests.browser.walks import pick, settled
from tests.data.intake.bad.sheets import SPENT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),  # pytest-base-url has one
]
TITLE = "Tiếp nhận báo cáo"
GOOD, WARNED, BAD, NONE = "Long Phú - tốt.xlsx", "Mỹ Xuyên - cảnh báo.xlsx", "Châu Thành - lỗi.xlsx", "chữ.xlsx"
DROP = """([zone, files]) => {
    const held = new DataTransfer();
    for (const [name, bytes] of files) held.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], name));
    for (const kind of ['dragenter', 'dragover', 'drop'])
        zone.dispatchEvent(new DragEvent(kind, {dataTransfer: held, bubbles: true, cancelable: true}));
}"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return reception.made(tmp_path_factory.mktemp("office") / "home")


@pytest.fixture(scope="module")
def desk(home: Path) -> Iterator[Server]:
    started = Server(home)
    yield started.warm()
    started.stop()


@pytest.fixture
def sent(tmp_path: Path) -> list[Path]:
    """A good workbook, one with a warning, one with two errors, and one that is none."""
    (tmp_path / NONE).write_text("không phải bảng tính", encoding="utf-8")
    return [
        reception.workbook(tmp_path / GOOD, "946", F5=410),
        reception.workbook(tmp_path / WARNED, "947", F5=1600),
        reception.workbook(tmp_path / BAD, "942", F5=-7, F7="12,3,4"),
        tmp_path / NONE,
    ]


def dropped(page: Page, files: list[Path]) -> None:
    """Files dragged in from outside, as from a folder of the desktop."""
    zone = page.get_by_test_id("stFileUploaderDropzone").element_handle()
    page.evaluate(DROP, [zone, [(f.name, base64.b64encode(f.read_bytes()).decode()) for f in files]])


def told(page: Page, name: str) -> Locator:
    """What the page says of one uploaded file."""
    return (
        page.get_by_test_id("stVerticalBlock").filter(has=page.get_by_text(name)).filter(has=page.get_by_role("button", name="giấy")).last
    )


def test_workbooks_are_dropped_in_decided_and_sent_back_with_their_cells_marked(desk, home, sent, page: Page, tmp_path):
    page.goto(f"{desk.address}/tiep-nhan?ky={reception.ROUND}")
    settled(page, TITLE)
    dropped(page, sent)
    expect(page.get_by_text("Đã kiểm tra 4 tệp: 1 tiếp nhận; 1 chờ quyết định; 2 trả lại.")).to_be_visible(timeout=60_000)
    settled(page, TITLE)
    for name, words in {
        GOOD: ["Đã tiếp nhận"],
        WARNED: ["Cảnh báo", SPENT, "F5", "1.600.000.000", "1.500.125.000"],
        BAD: ["Trả lại", SPENT, "F5", "-7", "≥ 0", "F7", "12,3,4", "một số"],  # sheet, cell, found, expected
        NONE: ["Trả lại", "văn bản thường", "bảng tính"],
    }.items():
        for word in words:
            expect(told(page, name), f"{name}: {word}").to_contain_text(word)
    assert {name: s.status for name, s in reception.known(home).items() if name in (GOOD, WARNED, BAD, NONE)} == {
        GOOD: "standing", WARNED: "held", BAD: "refused", NONE: "refused",
    }  # fmt: skip

    # a reload (a closed browser) loses nothing: what waits is still there, and is taken by a person's word
    page.reload()
    settled(page, TITLE)
    waiting = page.get_by_test_id("stExpander").filter(has_text=WARNED)
    waiting.locator("summary").click()
    waiting.get_by_label("Lý do").fill("đơn vị đã giải trình")
    waiting.get_by_role("button", name="Tiếp nhận", exact=True).click()
    expect(page.get_by_text(f"Đã tiếp nhận bản 1 của {WARNED}")).to_be_visible(timeout=60_000)
    settled(page, TITLE)
    assert reception.known(home)[WARNED].status == "standing"
    assert reception.known(home)[WARNED].decided_by == "Người kiểm thử"

    # the refused one goes back with its cells marked
    page.get_by_role("combobox", name="Xem một lần nộp").scroll_into_view_if_needed()
    page.wait_for_timeout(300)  # a list that has just opened closes when the page scrolls
    pick(page, "Xem một lần nộp", BAD)
    expect(page.get_by_test_id("stCode")).to_contain_text(BAD, timeout=15_000)  # its receipt
    with page.expect_download(timeout=60_000) as download:
        page.get_by_test_id("stMain").get_by_role("button", name="Tải bản đánh dấu lỗi").last.click()
    marked = tmp_path / download.value.suggested_filename
    download.value.save_as(marked)
    assert marked.name == "Châu Thành - lỗi-danh-dau.xlsx"
    in_libreoffice_it_is_marked(marked, tmp_path)


def in_libreoffice_it_is_marked(marked: Path, folder: Path) -> None:
    """LibreOffice opens the file and saves what it sees; there the same cells are red, with the sentence as a note, and the list leads."""
    office = shutil.which("soffice")
    assert office, "this test needs the program soffice; on Debian: apt-get install libreoffice-calc"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    plain = shutil.copy(marked, folder / "danh-dau.xlsx")
    command = [office, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "seen"), str(plain)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    book = openpyxl.load_workbook(folder / "seen" / "danh-dau.xlsx")
    assert book.sheetnames[0] == LIST
    cells = [cell for row in book[SPENT].iter_rows() for cell in row]
    assert {c.coordinate for c in cells if c.fill.fill_type and c.fill.fgColor.rgb == FILLS["refuse"]} == {"F5", "F7"}
    assert "Số âm: tìm thấy -7" in book[SPENT]["F5"].comment.text
    assert [book[LIST].cell(row, 3).value for row in (5, 6)] == ["F5", "F7"]


def test_a_browser_that_is_not_here_any_more_and_a_second_officer_lose_nothing(desk, home, sent, page: Page, browser, tmp_path):
    """Two windows at once: both send, one the same file as the other."""
    second = browser.new_context(locale="vi-VN").new_page()
    only = [reception.workbook(tmp_path / "Trần Đề.xlsx", "951", F5=405)]
    for window in (page, second):
        window.goto(f"{desk.address}/tiep-nhan?ky={reception.ROUND}")
        settled(window, TITLE)
    dropped(page, [*only, sent[2]])
    dropped(second, only)
    for window, words in ((page, "Đã kiểm tra 2 tệp"), (second, "Đã kiểm tra 1 tệp")):
        expect(window.get_by_text(words)).to_be_visible(timeout=90_000)
    entries = [s for s in reception.known(home).values() if s.unit_code == "951"]
    assert [(s.status, s.version) for s in entries] == [("standing", 1)]
    second.close()
