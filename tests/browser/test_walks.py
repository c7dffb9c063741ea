"""Walks through the dashboard in a real Chromium: links, Back, reload, and who sees what."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.walks import asked, pick, says, settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),  # pytest-base-url has one
]
SHOTS = Path(__file__).parents[2] / "screenshots"
SIZES = [(1366, 768), (1920, 1080), (390, 844)]


def test_the_bare_address_becomes_a_link_with_year_cut_off_and_version(server, page: Page):
    page.goto(server.address)
    settled(page, "Tổng quan")
    told = asked(page)
    assert (told["nam"], told["ngay"]) == ("2024", "2024-12-31")
    assert len(told["phien-ban"]) == 12 and told["so-lieu"] == "minh-hoa"
    assert "Số liệu minh họa" in page.title()


def test_filters_survive_reload_a_change_of_page_and_back(server, page: Page):
    page.goto(server.address)
    settled(page, "Tổng quan")
    pick(page, "Số liệu tính đến ngày", "15/11/2024")
    says(page, "ngay", "2024-11-15")
    page.get_by_role("button", name="Chỉ DA7").click()
    says(page, "du-an", "DA7")
    page.get_by_role("link", name="Tiến độ giải ngân").first.click()
    settled(page, "Tiến độ giải ngân")
    there = {"ngay": "2024-11-15", "du-an": "DA7"}
    assert there.items() <= asked(page).items()
    page.reload()
    settled(page, "Tiến độ giải ngân")
    assert there.items() <= asked(page).items()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Đến 15/11/2024")
    page.go_back()
    settled(page, "Tổng quan")
    assert there.items() <= asked(page).items()
    page.go_back()
    says(page, "du-an", None)
    settled(page, "Tổng quan")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("68.566/114.277")
    page.go_back()
    says(page, "ngay", "2024-12-31")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("102.408/114.277")


def test_a_link_opens_the_same_figures_for_someone_else(server, page: Page):
    page.goto(f"{server.address}/giai-ngan?nam=2023&ngay=2023-06-19&nguon=NSTW")
    settled(page, "Tiến độ giải ngân")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Đến 19/06/2023")
    assert asked(page)["nguon"] == "NSTW"


def test_an_exception_on_the_overview_leads_to_its_figures(server, page: Page):
    page.goto(server.address)
    settled(page, "Tổng quan")
    page.get_by_role("link", name="Giáo dục nghề nghiệp").click()
    settled(page, "Tiến độ giải ngân")
    assert asked(page)["du-an"] == "DA4-TDA1"
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Giáo dục nghề nghiệp")


@pytest.mark.parametrize("file", ["disbursement", "progress/disbursement", "pages/progress/disbursement"])
def test_a_page_file_opened_by_its_name_on_a_just_started_server_shows_no_data(just_started, page: Page, file):
    page.goto(f"{just_started.address}/{file}")
    page.wait_for_timeout(4_000)
    shown = page.locator("body").inner_text()
    framed = page.get_by_role("heading", level=1, name="Tổng quan").count() > 0 and "Số liệu tính đến" in shown
    if not framed:  # unknown names fall back to the whole dashboard, behind its gate; anything else shows no figure
        assert "triệu đồng" not in shown and "%" not in shown
    expect(page.get_by_role("heading", level=1, name="Tiến độ giải ngân")).to_have_count(0)


def test_after_the_readiness_probe_the_first_deep_link_is_known(just_started, page: Page):
    page.goto(f"{just_started.warm().address}/giai-ngan")
    settled(page, "Tiến độ giải ngân")
    expect(page.get_by_text("Page not found")).to_have_count(0)


def test_nothing_is_fetched_from_outside(server, page: Page):
    outside = []
    page.on("request", lambda request: outside.append(request.url) if not request.url.startswith(("data:", "blob:")) else None)
    page.on("websocket", lambda socket: outside.append(socket.url))
    for path, heading in (("", "Tổng quan"), ("/giai-ngan", "Tiến độ giải ngân")):
        page.goto(server.address + path)
        settled(page, heading)
    for name in ("Đơn vị × dự án", "Giao, phân bổ, giải ngân", "Số tiền theo thời gian", "Vướng mắc"):
        page.get_by_role("tab", name=name).click()
        settled(page, "Tiến độ giải ngân")
    assert outside
    assert {urlsplit(url).netloc for url in outside} == {urlsplit(server.address).netloc}


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(("path", "heading"), [("/", "Tổng quan"), ("/giai-ngan", "Tiến độ giải ngân")])
def test_a_page_fits_its_screen_and_its_marks_are_right(server, page: Page, width, height, path, heading):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(server.address + path)
    settled(page, heading)
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{heading}-{width}x{height}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate(
        """() => [...document.querySelectorAll('h1, h2, [data-testid=stMetricValue], [data-testid=stMarkdownContainer] p')].filter(
            e => e.offsetParent && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow === 'hidden'
            ).map(e => e.innerText)"""
    )
    assert cut == []
    labels = page.locator(".js-plotly-plot text").evaluate_all(
        """texts => texts.map(t => [t.textContent, t.getBoundingClientRect(), t.closest('.js-plotly-plot').getBoundingClientRect()])
            .filter(([words, t, plot]) => words && (t.left < plot.left - 2 || t.right > plot.right + 2)).map(([words]) => words)"""
    )
    assert labels == [], "labels cut off at the edge of a chart"


@pytest.mark.parametrize(("path", "heading"), [("/", "Tổng quan"), ("/giai-ngan", "Tiến độ giải ngân")])
def test_a_page_can_be_read_by_everyone(server, page: Page, path, heading):
    page.goto(server.address + path)
    settled(page, heading)
    found = Axe().run(page).response["violations"]
    assert [(v["impact"], v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_a_table_of_figures_can_be_taken_away(server, page: Page):
    page.goto(server.address + "/giai-ngan")
    settled(page, "Tiến độ giải ngân")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tải bảng (.csv)").last.click()
    taken = waiting.value
    assert taken.suggested_filename.endswith("-so-lieu-minh-hoa.csv")
    text = Path(taken.path()).read_text(encoding="utf-8-sig")
    assert "Kế hoạch vốn (đồng)" in text and "Số liệu minh họa" in text
