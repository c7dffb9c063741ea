"""A walk through the pivot in a real Chromium: choosing, clicking on a figure and on a heading, reload, Back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walks import asked, says, settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),  # pytest-base-url has one
]
HEAD, ROW = 17, 35  # pixels down to the middle of the only heading, and from line to line


def click(page: Page, line: int, from_the_right: int = 60) -> None:
    """Click into the last column of the grid; line 0 is its heading."""
    grid = page.locator(".st-key-bang-xoay-o canvas").first
    grid.scroll_into_view_if_needed()
    at = grid.bounding_box()
    assert at
    page.mouse.click(at["x"] + at["width"] - from_the_right, at["y"] + HEAD + ROW * line)


def test_a_pivot_is_chosen_sorted_and_opened_and_its_address_is_all_of_it(server, page: Page):
    page.goto(f"{server.address}/bang-xoay?dong=du-an")
    settled(page, "Bảng xoay")
    page.get_by_text("Tô màu").click()
    says(page, "to-mau", "co")
    settled(page, "Bảng xoay")
    click(page, 0)
    says(page, "xep", "ty-le")
    settled(page, "Bảng xoay")
    click(page, 1)
    says(page, "o", ";;ty-le")
    settled(page, "Bảng xoay")
    expect(page.get_by_role("heading", level=3)).to_contain_text("89,61%")
    expect(page.get_by_text("bằng con số trong bảng ✓")).to_be_visible()
    there, told = asked(page), page.get_by_role("heading").all_inner_texts()
    page.reload()
    settled(page, "Bảng xoay")
    assert (asked(page), page.get_by_role("heading").all_inner_texts()) == (there, told)
    page.go_back()
    says(page, "o", None)
    settled(page, "Bảng xoay")
    expect(page.get_by_role("heading", level=3)).to_have_count(0)
    page.go_back()
    says(page, "xep", None)
    assert asked(page)["to-mau"] == "co"


def test_paper_has_the_whole_table_in_place_of_the_grid(server, page: Page):
    page.goto(f"{server.address}/bang-xoay?dong=khoi,don-vi")
    settled(page, "Bảng xoay")
    whole = page.locator(".st-key-bang-xoay-in table")
    expect(whole).to_be_hidden()
    page.emulate_media(media="print")
    expect(whole).to_be_visible()
    expect(page.locator(".st-key-bang-xoay-o")).to_be_hidden()
    expect(page.get_by_text("Số dòng")).to_be_hidden()
