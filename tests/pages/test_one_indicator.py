"""One indicator in detail: its definition, what was published and what units add up to, its units in order, everything that was sent."""

from datetime import date

import pytest

from queries import targets
from tests.pages.test_frame import said
from tests.pages.test_targets import DECEMBER, NOVEMBER, drawn

IN_DETAIL = ["Mọi kết quả đã gửi", "Phân tổ", "Các năm"]


@pytest.mark.parametrize("tab", IN_DETAIL)
@pytest.mark.parametrize("code", ["CT-NGHEO", "KH-VIECLAM", "DA7-CANBO", "DA7-DUNGHAN", "KH-GIAINGAN"])
def test_every_indicator_opens_in_detail(aimed, tab, code):
    app = aimed(**DECEMBER, chi_tieu=code)
    app.session_state["the-chi-tieu"] = tab
    app.run()
    assert not app.exception
    assert "Căn cứ:" in said(app) and "kiểm tra: chưa kiểm tra" in said(app)


def test_a_published_figure_stands_beside_the_sum_of_the_units_with_its_source_and_every_state(aimed):
    app = aimed(**DECEMBER, chi_tieu="CT-NGHEO")
    assert "1,22/1,00 điểm % (2,54% → 1,32%), đạt 122,00% kế hoạch; ▲ vượt" in app.header[0].value
    assert "Số công bố: 1,32% (chính thức, đến 31/12/2024); cộng các đơn vị: 1,32% (4.430/335.600 hộ), 11/11 đơn vị." in said(app)
    sent = next(table.value for table in app.table if "Tệp" in table.value.columns)
    assert {"sơ bộ", "chính thức"} <= set(sent["Trạng thái"])
    own = sent[sent["Đơn vị"] == "Sóc Trăng"]
    assert own["Đang dùng"].tolist().count("đang dùng") == 1 and len(own) >= 2
    assert sent["Ô"].str.fullmatch(r"[A-Z]+\d+").all() and sent["Trang"].ne("").all()


def test_persons_and_attendances_are_not_the_same(aimed):
    assert "người, mỗi người một lần" in said(aimed(**DECEMBER, chi_tieu="DA7-CANBO"))
    assert "không phải số người" in said(aimed(**DECEMBER, chi_tieu="DA7-LUOT"))


def test_units_are_ranked_and_a_silent_one_stands_at_the_foot_without_a_rank(aimed, asked):
    words = drawn(aimed(**NOVEMBER, chi_tieu="KH-MOHINH"), "bullets")["data"][-1]["text"]
    rows = asked(targets.by_unit, plan_year=2024, on=date(2024, 11, 15), indicator="KH-MOHINH")
    assert len(words) == len(rows) and words[0].startswith("<b>1. ")
    unknown = int(rows["attainment_share"].isna().sum())
    assert unknown and not any(text[3].isdigit() for text in words[-unknown:])
