"""Walks through the dashboard in a real Chromium: links, Back, reload, and who sees what."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walks import asked, pick, says, settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore:Session-scoped fixtures defined as instance methods"),  # pytest-base-url has one
]


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


def test_a_table_of_figures_can_be_taken_away(server, page: Page):
    page.goto(server.address + "/giai-ngan")
    settled(page, "Tiến độ giải ngân")
    page.get_by_role("button", name="Tải bảng").last.click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Dữ liệu (.csv)").click()
    taken = waiting.value
    assert taken.suggested_filename.endswith("-so-lieu-minh-hoa.csv")
    text = Path(taken.path()).read_text(encoding="utf-8-sig")
    assert "Kế hoạch vốn (đồng)" in text and "Số liệu minh họa" in text


def test_back_and_forward_lead_over_pages_and_over_choices_of_one_page(server, page: Page):
    page.goto(f"{server.address}/?nam=2024&ngay=2024-11-15")
    settled(page, "Tổng quan")
    page.get_by_role("link", name="Mục tiêu, chỉ tiêu").first.click()
    settled(page, "Mục tiêu, chỉ tiêu")
    pick(page, "Một chỉ tiêu", "Giải quyết việc làm")
    says(page, "chi-tieu", "KH-VIECLAM")
    settled(page, "Mục tiêu, chỉ tiêu")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Giải quyết việc làm")
    page.get_by_role("link", name="So sánh huyện").first.click()
    settled(page, "So sánh huyện")
    assert "chi-tieu" not in asked(page)  # a choice of one page stays with it
    page.get_by_text("Tỷ lệ báo cáo đúng hạn", exact=True).first.click()
    says(page, "thuoc-do", "dung-han")
    settled(page, "So sánh huyện")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("đúng hạn")
    steps = [
        ("So sánh huyện", {"thuoc-do": None}, "tỷ lệ giải ngân"),
        ("Mục tiêu, chỉ tiêu", {"chi-tieu": "KH-VIECLAM"}, "Giải quyết việc làm"),
        ("Mục tiêu, chỉ tiêu", {"chi-tieu": None}, "chỉ tiêu có kế hoạch"),
        ("Tổng quan", {"ngay": "2024-11-15"}, "68.566/114.277"),
    ]
    for move, way in ((page.go_back, steps), (page.go_forward, [*steps[-2::-1], ("So sánh huyện", {"thuoc-do": "dung-han"}, "đúng hạn")])):
        for heading, told, words in way:
            move()
            for key, value in told.items():
                says(page, key, value)
            expect(page.get_by_role("heading", level=2).first).to_contain_text(words, timeout=15_000)
            settled(page, heading)
            assert asked(page)["ngay"] == "2024-11-15"


def test_who_is_late_leads_from_the_overview_to_the_profile_and_back(server, page: Page):
    page.goto(f"{server.address}/?nam=2024&ngay=2024-11-15&nguon=NSTW")
    settled(page, "Tổng quan")
    page.get_by_role("link", name="Cù Lao Dung").first.click()
    settled(page, "Hồ sơ đơn vị: Huyện Cù Lao Dung")
    assert {"don-vi": "945", "nguon": "NSTW", "ngay": "2024-11-15"}.items() <= asked(page).items()
    page.get_by_role("link", name="← Trở lại Tổng quan").click()
    settled(page, "Tổng quan")
    assert asked(page)["nguon"] == "NSTW" and "don-vi" not in asked(page)


def test_a_warning_leads_to_its_cell_by_an_address_that_can_be_copied(server, page: Page):
    page.goto(f"{server.address}/chat-luong?nam=2024&ngay=2024-12-31&don-vi=951")
    settled(page, "Chất lượng số liệu")
    page.get_by_role("link", name="Tháng 9/2024: ô F25").first.click()
    settled(page, "Con số này ở đâu ra")
    expect(page.get_by_role("cell", name="(ô F25)")).to_be_visible()
    with page.expect_download() as sent:
        page.get_by_role("button", name="Tải tệp đã gửi").click()
    assert sent.value.suggested_filename.endswith("_951_Huyen-Tran-De.xlsx")
    page.goto(page.url)
    settled(page, "Con số này ở đâu ra")
    expect(page.get_by_role("cell", name="(ô F25)")).to_be_visible()
    page.get_by_role("link", name="← Trở lại Chất lượng số liệu").click()
    settled(page, "Chất lượng số liệu")
    assert asked(page)["don-vi"] == "951" and "o" not in asked(page)
