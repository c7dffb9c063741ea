"""A presentation, the way back and the paper in a real Chromium."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.walks import asked, pictured, says, settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),  # pytest-base-url has one
]
NOVEMBER = "nam=2024&ngay=2024-11-15"


def on_stage(page: Page, address: str, heading: str) -> None:
    page.goto(address)
    settled(page, heading)
    expect(page.get_by_role("button", name="Thoát trình chiếu")).to_be_visible()


def test_keys_and_a_clicker_move_through_a_presentation_and_esc_leaves_it(server, page: Page):
    page.goto(f"{server.address}/?{NOVEMBER}&don-vi=943")
    settled(page, "Tổng quan")
    page.get_by_role("button", name="Trình chiếu").click()
    says(page, "trinh-chieu", "1")
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.get_by_text(re.compile("tính đến 15/11/2024")).first).to_be_visible()
    for forth, back in (("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp")):
        page.keyboard.press(forth)
        expect(page.get_by_text(re.compile(r"^2/\d$"))).to_be_visible(timeout=15_000)
        page.keyboard.press(back)
        settled(page, "Tổng quan")
    page.keyboard.press("End")
    settled(page, "So sánh huyện")
    kept = {"ngay": "2024-11-15", "don-vi": "943", "trinh-chieu": "1"}
    assert kept.items() <= asked(page).items()
    page.go_back()
    settled(page, "Tổng quan")
    page.reload()
    settled(page, "Tổng quan")
    assert kept.items() <= asked(page).items()
    page.keyboard.press("Escape")
    says(page, "trinh-chieu", None)
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    assert asked(page)["don-vi"] == "943"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize(("path", "heading"), [("/", "Tổng quan"), ("/so-sanh", "So sánh huyện"), ("/giai-ngan", "Tiến độ giải ngân")])
def test_letters_on_a_wall_can_be_read_from_six_metres(server, page: Page, width, height, path, heading):
    page.set_viewport_size({"width": width, "height": height})
    on_stage(page, f"{server.address}{path}?{NOVEMBER}&trinh-chieu=1", heading)
    page.wait_for_timeout(1_000)  # charts are drawn twice: as wide as they were made, then as wide as there is room
    pictured(page, f"{heading}-trinh-chieu-{width}x{height}")
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMainBlockContainer] :is(p, li, h1, h2, h3)')]
            .filter(e => e.offsetParent && e.innerText.trim() && !e.closest('button')).map(e => parseFloat(getComputedStyle(e).fontSize))"""
    )
    assert sizes and min(sizes) >= (24 if width == 1920 else 17)
    letters = page.locator(".js-plotly-plot text").evaluate_all(
        "texts => texts.filter(t => t.textContent.trim()).map(t => parseFloat(getComputedStyle(t).fontSize))"
    )
    assert not letters or min(letters) >= 20
    foot, screen = page.locator(".st-key-san-khau").bounding_box(), page.viewport_size
    assert foot["y"] + foot["height"] <= screen["height"] + 1, "the foot with what the figures stand on is always in sight"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if heading != "Tiến độ giải ngân":  # this one is beside the way, and longer
        whole = page.evaluate(
            "(() => {const m = document.querySelector('[data-testid=stMain]'); return m.scrollHeight - m.clientHeight})()"
        )
        assert whole <= 1, "a step of the presentation fits the screen"


def test_a_presentation_can_be_used_by_everyone(server, page: Page):
    on_stage(page, f"{server.address}/?{NOVEMBER}&trinh-chieu=1", "Tổng quan")
    found = Axe().run(page).response["violations"]
    assert [(v["impact"], v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_a_link_beneath_a_chart_leads_to_the_unit_and_back_both_ways(server, page: Page):
    page.goto(f"{server.address}/giai-ngan?{NOVEMBER}&nguon=NSTW")
    settled(page, "Tiến độ giải ngân")
    page.get_by_text("Bảng số").nth(2).click()
    page.get_by_role("link", name="Kế Sách").click()
    settled(page, "Hồ sơ đơn vị: Huyện Kế Sách")
    assert {"don-vi": "943", "nguon": "NSTW"}.items() <= asked(page).items()
    page.go_back()
    settled(page, "Tiến độ giải ngân")
    assert "don-vi" not in asked(page)
    page.go_forward()
    settled(page, "Hồ sơ đơn vị: Huyện Kế Sách")
    page.reload()
    page.get_by_role("link", name="← Trở lại Tiến độ giải ngân").click()
    settled(page, "Tiến độ giải ngân")
    assert asked(page)["nguon"] == "NSTW" and "don-vi" not in asked(page)


def test_a_profile_on_paper_is_the_profile_alone(server, page: Page):
    page.goto(f"{server.address}/ho-so?nam=2024&ngay=2024-12-31&don-vi=950&tu=tong-quan")
    settled(page, "Hồ sơ đơn vị: Thị xã Vĩnh Châu")
    found = Axe().run(page).response["violations"]
    assert [(v["impact"], v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []
    page.emulate_media(media="print")
    for hidden in (page.get_by_test_id("stSidebar"), page.get_by_text("In: Ctrl+P"), page.get_by_role("link", name="← Trở lại")):
        expect(hidden).to_be_hidden()
    assert not page.get_by_role("button").filter(visible=True).count()
    expect(page.get_by_role("heading", name="Số liệu của xã")).to_be_visible()
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 8  # all of it, not the first screen
    page.set_viewport_size({"width": 794 - 106, "height": 1123})  # what A4 leaves between its margins
    wide = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stTable] table, .js-plotly-plot .main-svg')]
            .filter(e => e.getBoundingClientRect().right > window.innerWidth + 2).length"""
    )
    assert wide == 0, "nothing is cut at the edge of the paper"
