"""Presentation mode and the way back, as AppTest sees them; what is hidden and how large letters are is seen in tests/browser."""

import json

from tests.pages.test_frame import DISBURSEMENT, OVERVIEW, address, said

NOVEMBER = {"nam": "2024", "ngay": "2024-11-15"}
PROFILE = "pages/units/profile.py"


def keys(app) -> set[str]:
    return {button.key for button in app.button}


def links_of(app) -> dict[str, str]:
    return {link.proto.label: link.proto.query_string for link in app.get("page_link")}


def test_the_button_in_the_side_bar_begins_a_presentation_with_the_filters_kept(opened):
    app = opened(**NOVEMBER, don_vi="943")
    assert "trinh-chieu" not in address(app) and "sau" not in keys(app)
    app.button(key="vao-trinh-chieu").click().run()
    assert address(app) | {"phien-ban": ""} == {
        **NOVEMBER, "don-vi": "943", "phien-ban": "", "so-lieu": "minh-hoa", "trinh-chieu": "1",
    }  # fmt: skip


def test_leaving_takes_the_mode_alone_out_of_the_address(opened):
    app = opened(**NOVEMBER, don_vi="943", trinh_chieu="1")
    app.button(key="thoat-trinh-chieu").click().run()
    assert "trinh-chieu" not in address(app)
    assert {**NOVEMBER, "don-vi": "943"}.items() <= address(app).items()
    assert "thoat-trinh-chieu" not in keys(app)


def test_a_presentation_says_where_one_is_and_what_the_figures_stand_on(opened):
    app = opened(**NOVEMBER, trinh_chieu="1")
    assert "**1/" in said(app)
    assert "Số liệu minh họa" in said(app) and "tính đến 15/11/2024" in said(app)
    assert app.button(key="truoc").disabled and not app.button(key="sau").disabled


def test_the_next_key_leads_through_the_steps_and_stops_at_the_last(opened):
    app = opened(**NOVEMBER, du_an="DA4", trinh_chieu="1")
    seen = [app.title[0].value]
    while not app.button(key="sau").disabled:
        app.button(key="sau").click().run()
        assert not app.exception, app.exception
        seen.append(app.title[0].value)
        assert {**NOVEMBER, "du-an": "DA4", "trinh-chieu": "1"}.items() <= address(app).items()
    assert seen[0] == "Tổng quan" and seen[-1] == "So sánh huyện"
    assert len(set(seen)) == len(seen) and f"**{len(seen)}/{len(seen)}**" in said(app)
    app.button(key="phim-dau").click().run()
    assert app.title[0].value == "Tổng quan"


def test_a_page_beside_the_way_goes_on_from_the_step_it_was_reached_from(opened):
    app = opened(DISBURSEMENT, **NOVEMBER, trinh_chieu="1", tu="tong-quan~nam~2024~ngay~2024-11-15")
    assert app.button(key="truoc").disabled  # before the first step there is none
    app.button(key="sau").click().run()
    assert "**2/" in said(app)


def test_charts_on_a_wall_have_larger_letters_and_no_tables_beneath(opened):
    app = opened(DISBURSEMENT, **NOVEMBER, trinh_chieu="1")
    drawn = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    assert len(drawn) == 4
    for chart in drawn:
        assert chart["layout"]["font"]["size"] >= 20
        assert all(note["font"]["size"] >= 20 for note in chart["layout"].get("annotations", []))
    assert not app.table and not app.tabs
    at_a_desk = opened(DISBURSEMENT, **NOVEMBER)
    assert at_a_desk.table and at_a_desk.tabs


def test_a_unit_named_on_the_overview_leads_to_its_profile_with_a_way_back(opened):
    label, query = next((label, query) for label, query in links_of(opened(nam="2024", ngay="2024-12-31")).items() if "Sở LĐTBXH" in label)
    assert "73,30%" in label
    assert "don-vi=" in query and "tu=tong-quan~nam~2024~ngay~2024-12-31" in query


def test_the_way_back_leads_to_the_page_and_the_filters_one_came_from(opened):
    app = opened(PROFILE, nam="2024", ngay="2024-11-15", don_vi="943", tu="giai-ngan~nam~2024~ngay~2024-11-15~nguon~NSTW")
    back = links_of(app)["← Trở lại Tiến độ giải ngân"]
    assert "nguon=NSTW" in back and "don-vi" not in back and "tu=" not in back and "phien-ban=" in back
    assert address(app)["tu"].startswith("giai-ngan~")  # a reload and a copied link keep it


def test_a_way_back_of_two_steps_goes_back_one_at_a_time(opened):
    app = opened(PROFILE, **NOVEMBER, don_vi="943", tu="giai-ngan~nam~2024~~tong-quan~nam~2023")
    assert "tu=tong-quan~nam~2023" in links_of(app)["← Trở lại Tiến độ giải ngân"]


def test_a_way_back_to_nowhere_is_not_shown(opened):
    for nowhere in ("khong-co~nam~2024", "https://example.org", "~~", "giai"):
        app = opened(OVERVIEW, **NOVEMBER, tu=nowhere)
        assert not any("Trở lại" in label for label in links_of(app)), nowhere


def test_the_menu_leads_on_without_a_way_back(opened):
    menu = links_of(opened(**NOVEMBER, tu="giai-ngan~nam~2024"))
    assert "tu=" not in menu["Tiến độ giải ngân"] and "ngay=2024-11-15" in menu["Tiến độ giải ngân"]
