"""What charts on slides hold: their figures, the workbook they are edited in, and what stands beside each bar and point."""

import io

import openpyxl
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from pages.parts import formats
from tests.exports.slide_paper import SHOWN, UNITS, curve, money, texts, under


def chart(slide):
    (drawn,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    return drawn


def labels(series) -> dict[int, str]:
    """What stands beside each point, by its place."""
    found = series._element.findall(f"{qn('c:dLbls')}/{qn('c:dLbl')}")
    return {int(label.find(qn("c:idx")).get("val")): "".join(t.text for t in label.iter(qn("a:t"))) for label in found}


def workbook(drawn) -> list[tuple]:
    book = openpyxl.load_workbook(io.BytesIO(drawn.part.chart_workbook.xlsx_part.blob))
    assert all(cell.data_type != "f" and cell.hyperlink is None for row in book.active for cell in row)
    return list(book.active.iter_rows(values_only=True))


def test_bars_hold_the_figures_and_their_workbook_does_too():
    (slide,) = under("Hình bars 5")
    drawn = chart(slide)
    assert drawn.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    shares = [None if value != value else value for value in money(5)["disbursed_share"]]
    (series,) = drawn.plots[0].series
    assert list(series.values) == shares
    names = [*UNITS[:2], "TX Vĩnh Châu (—)", SHOWN, UNITS[4]]
    assert list(drawn.plots[0].categories) == names
    assert workbook(drawn) == [(None, "Tỷ lệ"), *zip(names, shares, strict=True)]
    assert labels(series) == {n: formats.said("disbursed_share", value) for n, value in enumerate(shares) if value is not None}
    assert [series.points[n].format.fill.type is not None and series.points[n].format.fill.type.name == "PATTERNED" for n in range(5)] == [
        False,
        True,
        False,
        False,
        False,
    ]
    (frame,) = [shape for shape in slide.shapes if shape.has_chart]
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "Hình bars"


def test_money_is_drawn_in_trieu_dong_with_a_legend_where_there_are_two():
    (slide,) = under("Hình columns 4")
    drawn = chart(slide)
    assert [list(series.values) for series in drawn.plots[0].series] == [
        [114_277.0 + n for n in range(4)],
        [102_408.0 - n for n in range(4)],
    ]
    assert [labels(series)[0] for series in drawn.plots[0].series] == ["114.277", "102.408"]
    assert drawn.has_legend and "Đơn vị tính: triệu đồng" in texts(slide)
    assert workbook(drawn)[1][1:] == (114_277, 102_408)


def test_many_bars_go_on_over_slides_by_the_same_measure():
    drawn = [chart(slide) for slide in under("Hình bars 32")]
    assert len(drawn) == 3 and len({one.value_axis.maximum_scale for one in drawn}) == 1
    assert [value for one in drawn for value in one.plots[0].series[0].values] == [102_408.0 - n for n in range(32)]


def test_a_line_runs_over_days_with_hollow_marks_and_a_name_at_its_end():
    (slide,) = under("Hình line 4")
    drawn, points = chart(slide), curve()
    assert drawn._chartSpace.find(f".//{qn('c:dateAx')}") is not None
    now, before, target = drawn.plots[0].series
    assert list(now.values) == [None, 0.17, 0.6, None] and list(target.values) == [0.95, None, None, 0.95]
    assert [labels(series) for series in (now, before, target)] == [{2: "60,00%"}, {3: "74,50%"}, {}]
    assert [str(now.points[n].marker.format.fill.fore_color.rgb) for n in (1, 2)] == ["FFFFFF", "1F5F99"]
    assert len({str(series.format.line.dash_style) for series in (now, before, target)}) == 3
    rows = workbook(drawn)
    assert [row[0].date() for row in rows[1:]] == [day.date() for day in points["cut_off_on"]] and rows[3][1:] == (0.6, 0.5, None)
