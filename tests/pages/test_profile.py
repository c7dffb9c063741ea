"""Hồ sơ đơn vị: what the page on one unit says, on the samples."""

import pandas as pd

from pages.parts import profile
from tests.pages.test_frame import said

PROFILE = "pages/units/profile.py"
YEAR_END = {"nam": "2024", "ngay": "2024-12-31"}


def headings(app) -> list[str]:
    return [heading.value for heading in app.subheader]


def columns(app) -> list[list[str]]:
    return [list(table.value.columns) for table in app.table]


def test_without_a_unit_every_unit_is_a_link(opened):
    app = opened(PROFILE, **YEAR_END)
    links = [link.proto for link in app.get("page_link") if "don-vi=" in link.proto.query_string]
    assert len(links) == 15 and all("tu=ho-so" in link.query_string for link in links)
    assert not app.get("plotly_chart")


def test_a_profile_holds_all_that_is_known_of_one_unit_in_one_column(opened):
    app = opened(PROFILE, **YEAR_END, don_vi="950")
    assert app.title[0].value == "Hồ sơ đơn vị: Thị xã Vĩnh Châu"
    assert "TX Vĩnh Châu giải ngân 22.061/22.658 triệu đồng, đạt 97,36% kế hoạch vốn" in app.header[0].value
    wanted = ["Thay đổi từ báo cáo trước", "Vốn và giải ngân", "Mục tiêu, chỉ tiêu", "Báo cáo", "Chất lượng số liệu"]
    wanted += ["Khó khăn, vướng mắc", "Giám sát, kiến nghị", "Kết luận cuộc họp", "Số liệu của xã", "Ghi chú của cán bộ theo dõi"]
    assert headings(app) == wanted
    assert not app.columns  # paper has one column
    assert "In: Ctrl+P" in said(app)


def test_what_moved_since_the_report_before_is_said_in_sentences(opened):
    text = said(opened(PROFILE, **YEAR_END, don_vi="950"))
    assert "So với báo cáo trước (14/12/2024): giải ngân tăng 444 triệu đồng, tỷ lệ tăng 1,96 điểm %." in text
    assert "Kế hoạch vốn không đổi." in text
    assert "Tăng nhiều nhất: Sản xuất nông nghiệp +156 triệu đồng" in text


def test_the_money_table_has_this_years_components_and_carried_over_capital_apart(opened):
    app = opened(PROFILE, **YEAR_END, don_vi="950")
    assert len(app.table[0].value) == 11
    assert "Vốn kéo dài từ các năm trước (tính riêng): 994/1.074 triệu đồng" in said(app)
    assert columns(app)[0][:4] == ["Mã", "Tên", "Kế hoạch vốn", "Giải ngân"]


def test_a_late_report_and_a_missing_one_are_named(opened):
    app = opened(PROFILE, **YEAR_END, don_vi="945")
    assert "Đã nhận 14/15 báo cáo phải nộp, 1 nộp muộn; còn thiếu: Tháng 4/2024" in said(app)
    table = next(table.value for table in app.table if "So với hạn nộp" in table.value)
    assert table.set_index("Kỳ báo cáo")["So với hạn nộp"].loc[["Tháng 4/2024", "Tháng 9/2024", "Tháng 12/2024"]].tolist() == [
        "chưa nhận, quá hạn 178 ngày làm việc", "muộn 8 ngày làm việc", "đúng hạn",
    ]  # fmt: skip


def test_warnings_say_whether_they_touch_the_figures_shown_and_lead_to_their_cells(opened):
    app = opened(PROFILE, **YEAR_END, don_vi="951")
    assert "5 cảnh báo về số liệu của đơn vị trong năm; không cảnh báo nào thuộc báo cáo đang dùng" in said(app)
    assert "Giải ngân vượt quyết định giao" in {name for table in app.table for name in table.value.get("Quy tắc", ())}
    assert any("Mở từng cảnh báo đến ô" in link.proto.label for link in app.get("page_link"))
    then = said(opened(PROFILE, nam="2024", ngay="2024-09-14", don_vi="951"))
    assert "3 cảnh báo về số liệu của đơn vị trong năm; 2 cảnh báo thuộc báo cáo đang dùng" in then
    assert "Không có cảnh báo nào" in said(opened(PROFILE, **YEAR_END, don_vi="SYT"))


def test_communes_are_part_of_the_unit_and_said_to_be(opened):
    app = opened(PROFILE, **YEAR_END, don_vi="943")
    assert "2 xã có số liệu riêng trong báo cáo" in said(app) and "không cộng thêm" in said(app)
    assert app.table[-1].value["Xã"].tolist() == ["Xã An Mỹ", "Xã Trinh Phú"]
    assert "Số liệu của xã" not in headings(opened(PROFILE, **YEAR_END, don_vi="942"))


def test_a_unit_without_reports_is_missing_not_zero(opened, thin_home):
    app = opened(PROFILE, home=thin_home, nam="2024", ngay="2024-06-14", don_vi="950")
    assert "Đơn vị chưa có báo cáo giải ngân nào trong năm." in said(app)
    assert "chưa có số giải ngân" in app.header[0].value
    money = app.table[0].value
    assert len(money) == 11 and money["Kế hoạch vốn"].notna().all() and money["Giải ngân"].isna().all()
    assert not app.get("plotly_chart")


def test_a_figure_older_than_the_chosen_day_is_said_to_be(opened):
    text = said(opened(PROFILE, nam="2024", ngay="2024-04-14", don_vi="945"))
    assert "Số liệu tính đến 14/03/2024 (chưa có báo cáo đến 14/04/2024)." in text


def test_targets_say_how_many_are_attained_and_which_are_not(opened):
    app = opened(PROFILE, **YEAR_END, don_vi="950")
    table = next(table.value for table in app.table if "Đánh giá" in table.value)
    by_name = table.set_index("Chỉ tiêu")["Đánh giá"]
    assert by_name["Giải ngân vốn"] == "▲ vượt" and by_name["Báo cáo đúng hạn"] == "✕ chưa đạt"
    assert "chỉ tiêu đạt hoặc vượt" in said(app)


def test_a_cumulative_figure_that_falls_is_named():
    now = pd.DataFrame({"component_code": ["A", "B"], "short_name": ["Một", "Hai"], "disbursed_vnd": [5_000_000, 1_000_000]})
    now["disbursed_share"] = 0.5
    then = now[["component_code"]].assign(disbursed_vnd=[2_000_000, 4_000_000])
    assert profile.moved(now, then) == [
        "Tăng nhiều nhất: Một +3 triệu đồng (đạt 50,00%).",
        "Lũy kế giảm, cần kiểm tra: Hai -3 triệu đồng.",
    ]
