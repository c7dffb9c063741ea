"""What holds for every page of the menu: it fits its screens, everyone can use it, nothing leaves the server, its link is the view."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, WebSocket

from pages.parts.stage import ORDER
from tests.browser.walks import MENU, asked, barriers, cut_words, figures, overlaps, pictured, resized, settled, tabs

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),  # pytest-base-url has one
]
SIZES = [(390, 844), (1920, 1080), (1366, 768)]
WIDE_LABELS = ("muc-tieu", "du-an-7")  # words over bars and a matrix too wide for a telephone: the table beneath says the same
NOVEMBER = "nam=2024&ngay=2024-11-15"
PAGES = {path: (f"/{'' if n == 0 else path}?{NOVEMBER}", title) for n, (title, path) in enumerate(MENU)}
PAGES["ho-so"] = (f"/ho-so?{NOVEMBER}&don-vi=950", "Hồ sơ đơn vị: Thị xã Vĩnh Châu")  # without a unit it is a list of units
VIEWS = [  # a view of every page with choices made, the page's own too
    ("/?nam=2024&ngay=2024-07-15&du-an=DA4", "Tổng quan"),
    ("/can-xu-ly?nam=2023&ngay=2023-06-19&nguon=NSTW", "Việc cần xử lý"),
    ("/giai-ngan?nam=2023&ngay=2023-06-19&nguon=NSTW&loai=SN", "Tiến độ giải ngân"),
    ("/muc-tieu?nam=2024&ngay=2024-12-31&nhom=DA7&don-vi=943", "Mục tiêu, chỉ tiêu"),
    ("/muc-tieu?nam=2024&ngay=2024-12-31&chi-tieu=CT-NGHEO", "Mục tiêu, chỉ tiêu"),
    ("/so-sanh?nam=2024&ngay=2024-11-15&thuoc-do=dung-han&phan=canh-nhau&so-voi=942,945,950", "So sánh huyện"),
    ("/ho-so?nam=2023&ngay=2023-12-31&don-vi=SLDTBXH", "Hồ sơ đơn vị: Sở Lao động"),
    ("/du-an-7?nam=2024&ngay=2024-11-15&don-vi=943", "Dự án 7"),
    ("/bao-cao?nam=2024&ngay=2024-12-31&bieu=targets&tuyen=district&ky=2024-T06&bao-cao-cua=944", "Tình hình báo cáo"),
    ("/kien-nghi?nam=2024&ngay=2024-11-15&loc=tat-ca&don-vi=950", "Giám sát và kiến nghị"),
    ("/chat-luong?nam=2024&ngay=2024-11-15&quy-tac=leap_of_line", "Chất lượng số liệu"),
    ("/tiep-nhan?nam=2024&ngay=2024-12-31&ky=2024-T09", "Tiếp nhận báo cáo"),
    ("/hop?nam=2024&ngay=2024-11-15&ban=1", "Cuộc họp"),
    ("/in-an?nam=2024&ngay=2024-11-15&van-ban=trinh-chieu", "Báo cáo, bản trình chiếu"),
    (
        "/vi-sao?nam=2024&ngay=2024-11-15&hoi=disbursement.by_unit;plan_year=2024;on=2024-11-15&dong=943&cot=disbursed_share",
        "Vì sao con số này?",
    ),
    ("/doi-chieu?nam=2024&ngay=2024-12-31&kho-bac=2024-10-31&doi-chieu-voi=nganh", "Đối chiếu"),
    ("/van-ban?nam=2024&ngay=2024-07-15&loai-van-ban=ke-hoach", "Văn bản quản lý"),
    ("/bang-xoay?nam=2024&ngay=2024-11-15&don-vi=943", "Bảng xoay"),
    ("/truy-van?nam=2024&ngay=2024-11-15", "Truy vấn SQL"),
    ("/tu-dien?nam=2024&ngay=2024-11-15&tim=ngan", "Từ điển số liệu"),
    ("/nhat-ky?nam=2024&ngay=2024-12-31&loai-muc=van-ban&don-vi=943", "Nhật ký"),
    ("/so-sanh?nam=2022&ngay=2022-12-31&trinh-chieu=1", "So sánh huyện"),
]


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One window for all tests here: what the server sends is fetched once."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    yield context.new_page()
    context.close()


def test_the_menu_is_what_is_walked_through():
    assert len(PAGES) == 20 and {urlsplit(address).path.strip("/") for address, _ in VIEWS} == {"", *list(PAGES)[1:]}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_every_screen_and_every_tab_of_it_can_be_used_by_everyone(server, tab: Page, path):
    address, heading = PAGES[path]
    left: list[str] = []

    def note(sent: Request | WebSocket) -> None:
        if not sent.url.startswith(("data:", "blob:")):
            left.append(sent.url)

    tab.on("request", note)
    tab.on("websocket", note)
    tab.goto(server.address + address)
    settled(tab, heading)
    for width, height in SIZES:
        resized(tab, heading, width, height)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert overlaps(tab) == [], (width, height)
        assert cut_words(tab) == [] or (width < 500 and path in WIDE_LABELS), (width, height)
        pictured(tab, f"{path}-{width}x{height}")
    whole = tab.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    resized(tab, heading, 1366, min(whole, 6000))
    pictured(tab, f"{path}-ca-trang")
    resized(tab, heading, 1366, 768)
    for name in tabs(tab) or [""]:
        if name:
            tab.get_by_role("tab", name=name, exact=True).click()
            settled(tab, heading)
        assert barriers(tab) == [], name
    tables = tab.locator("[data-testid=stMain] [data-testid=stExpander] summary")
    if tables.count():
        tables.last.click()
        settled(tab, heading)
        assert barriers(tab) == [], "with a table open"
    assert left and {urlsplit(url).netloc for url in left} == {urlsplit(server.address).netloc}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_on_a_wall_can_be_used_and_read_by_everyone(server, tab: Page, path):
    address, heading = PAGES[path]
    tab.set_viewport_size({"width": 1366, "height": 768})
    tab.goto(f"{server.address}{address}&trinh-chieu=1")
    settled(tab, heading)
    pictured(tab, f"{path}-trinh-chieu")
    beyond = tab.evaluate("(() => {const m = document.querySelector('[data-testid=stMain]'); return m.scrollHeight - m.clientHeight})()")
    assert beyond <= 1 or path not in ORDER, "a step of the presentation fits the screen"
    assert (cut_words(tab), overlaps(tab)) == ([], [])
    assert barriers(tab) == []


@pytest.mark.parametrize(("address", "heading"), VIEWS)
def test_a_view_copied_into_a_fresh_browser_shows_the_same_figures(server, tab: Page, browser: Browser, address, heading):
    tab.set_viewport_size({"width": 1366, "height": 768})
    tab.goto(server.address + address)
    settled(tab, heading)
    mine, link = figures(tab), tab.url
    assert dict(pair.split("=", 1) for pair in urlsplit(address).query.split("&")).items() <= asked(tab).items()
    told = [words for kind in ("headings", "cells", "metrics", "typed") for words in mine[kind]]
    assert mine["headings"] and any(c.isdigit() for words in told for c in words)
    context = browser.new_context(viewport=tab.viewport_size)
    theirs = context.new_page()
    theirs.goto(link)
    settled(theirs, heading)
    assert figures(theirs) == mine
    assert theirs.url == link
    context.close()
