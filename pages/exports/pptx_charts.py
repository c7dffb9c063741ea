"""Native charts on slides, with the workbook they are edited in. What stands beside a bar or a point is what every paper writes.

Columns of the answer that change how bars look, where it has them: `label` (beside each, in place of the figure) and `is_behind` (hatched);
for lines see pages.exports.pptx_lines. Money is drawn in triệu đồng.
"""

import io
import math
from typing import Any

import pandas as pd
import xlsxwriter
from pptx.chart.axis import CategoryAxis, ValueAxis
from pptx.chart.chart import Chart as Drawing
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from pages.exports import pptx_lines
from pages.exports.paper import Chart
from pages.exports.pptx_look import FILLS, FONT, INK, ORANGE, PALE, WHITE
from pages.exports.printed import text
from pages.parts import formats

MOST, FEW = 15, 12  # rows that stand on one slide; and in larger letters
TYPES = {"bars": XL_CHART_TYPE.BAR_CLUSTERED, "columns": XL_CHART_TYPE.COLUMN_CLUSTERED, "line": XL_CHART_TYPE.LINE_MARKERS}
SHARES, AMOUNTS = "0.00%", "#,##0"  # Office writes them with its own separators: in Vietnamese as the labels do
LETTERS, SMALLER = 16, 14
THICKEST = 8  # one bar takes no more than such a part of the height


def parts(chart: Chart) -> list[pd.DataFrame]:
    """The rows of a chart, slide by slide; a line is never cut."""
    rows = chart.answer.reset_index(drop=True)
    if chart.kind == "line" or len(rows) <= MOST:
        return [rows]
    each = math.ceil(len(rows) / math.ceil(len(rows) / MOST))
    return [rows.iloc[at : at + each].reset_index(drop=True) for at in range(0, len(rows), each)]


def draw(slide: Slide, chart: Chart, rows: pd.DataFrame, box: tuple[float, float, float, float]) -> None:
    """The chart of some rows, in a box (points), with its words for who cannot see it."""
    names = [text(name) for name, _ in chart.series]
    columns = [column for _, column in chart.series]
    days = pd.api.types.is_datetime64_any_dtype(rows[chart.category])
    categories: list[Any] = (
        [formats.as_date(v) for v in rows[chart.category]] if days else [_named(row, chart) for _, row in rows.iterrows()]
    )
    values = [[_value(column, v) for v in rows[column]] for column in columns]
    data = CategoryChartData(number_format=_format(columns[0]))
    data.categories = categories
    for name, told in zip(names, values, strict=True):
        data.add_series(name, told)
    frame = slide.shapes.add_chart(TYPES[chart.kind], *(Pt(length) for length in box), data)
    frame.name = "Biểu đồ"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", text(chart.alt))
    drawing = frame.chart
    drawing.part.chart_workbook.update_from_xlsx_blob(_workbook(categories, names, values, _format(columns[0])))
    drawing.has_title = False
    drawing.font.name, drawing.font.size, drawing.font.color.rgb = FONT, Pt(LETTERS), INK
    drawing.has_legend = len(names) > 1
    if drawing.has_legend:
        drawing.legend.position, drawing.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        drawing.legend.font.size = Pt(LETTERS)
    top = max((float(chart.answer[column].map(lambda v, c=column: _value(c, v) or 0).max()) for column in columns), default=0.0)
    _value_axis(drawing.value_axis, columns[0], top, is_line=chart.kind == "line")
    _category_axis(drawing.category_axis)
    if chart.kind == "line":
        for place, (at, position, colour) in pptx_lines.draw(drawing, chart, rows).items():
            told = formats.said(columns[place], rows[columns[place]].iloc[at])
            _label(drawing.plots[0].series[place], at, told, position, LETTERS, colour)
    else:
        _bars(drawing, chart, rows)


def _named(row: pd.Series, chart: Chart) -> str:
    """The name of a bar; with the reason where there is no figure to draw."""
    name = text(formats.said(chart.category, row[chart.category])).replace("\n", " ")
    if any(not formats.is_missing(row[column]) for _, column in chart.series):
        return name
    return f"{name} ({row.get('label') or formats.MISSING})"


def _value(column: str, value: Any) -> float | None:
    if formats.is_missing(value):
        return None
    return int(value) / formats.MILLION if column.endswith("_vnd") else float(value)


def _format(column: str) -> str:
    return SHARES if column.endswith("_share") else AMOUNTS


def _workbook(categories: list[Any], names: list[str], values: list[list[float | None]], number_format: str) -> bytes:
    """The figures in the places the chart reads them from; texts are written as texts, never read for formulas or links."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Sheet1")
        days, figures = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": number_format})
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, len(names), 16)
        for row, category in enumerate(categories, start=1):
            sheet.write_string(row, 0, category) if isinstance(category, str) else sheet.write_datetime(row, 0, category, days)
        for column, (name, told) in enumerate(zip(names, values, strict=True), start=1):
            sheet.write_string(0, column, name)
            for row, value in enumerate(told, start=1):
                if value is not None:
                    sheet.write_number(row, column, value, figures)
    return written.getvalue()


def _value_axis(axis: ValueAxis, column: str, top: float, *, is_line: bool) -> None:
    is_share = column.endswith("_share")
    highest = max(1.0, top) if is_share else top or 1.0
    axis.minimum_scale, axis.maximum_scale = 0, highest * (1.06 if is_line else 1.22)  # room for what stands beside the bars
    axis.has_major_gridlines, axis.visible = is_line, is_line
    if is_line:
        axis.major_gridlines.format.line.color.rgb = PALE
        axis.format.line.fill.background()
        axis.tick_labels.font.size = Pt(SMALLER)
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0%" if is_share else AMOUNTS, False
        if is_share:
            axis.major_unit = 0.25


def _category_axis(axis: CategoryAxis) -> None:
    axis.format.line.color.rgb = INK
    axis.major_tick_mark, axis.tick_label_position = XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.LOW
    axis.has_major_gridlines, axis.tick_labels.font.size = False, Pt(SMALLER)
    if axis._element.tag == qn("c:catAx"):  # every row has its name, however long
        every = axis._element.makeelement(qn("c:tickLblSkip"), {"val": "1"})
        axis._element.find(qn("c:lblOffset")).addnext(every)


def _bars(drawing: Drawing, chart: Chart, rows: pd.DataFrame) -> None:
    plot = drawing.plots[0]
    thin = chart.kind == "bars" and round((THICKEST / len(rows) - len(chart.series)) * 100)
    plot.gap_width, plot.overlap = min(500, max(45, thin)), 0
    drawing.category_axis.reverse_order = chart.kind == "bars"  # the first row stands on top
    drawing.category_axis.tick_labels.font.size = Pt(LETTERS if len(rows) <= FEW else SMALLER)
    hatched = rows["is_behind"].fillna(False).astype(bool).tolist() if "is_behind" in rows else [False] * len(rows)
    for place, ((_, column), series) in enumerate(zip(chart.series, plot.series, strict=True)):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = FILLS[place % len(FILLS)]
        series.format.line.color.rgb = INK
        series.format.line.width = Pt(0.5)
        series.invert_if_negative = False
        own = rows["label"] if "label" in rows and len(chart.series) == 1 else None
        for at, value in enumerate(rows[column]):
            if hatched[at] and place == 0:
                _hatch(series.points[at].format.fill)
            if not formats.is_missing(value):
                told = formats.said(column, value) if own is None else str(own.iloc[at])
                _label(series, at, told, XL_LABEL_POSITION.OUTSIDE_END, LETTERS if len(rows) <= FEW else SMALLER)


def _hatch(fill: Any) -> None:
    fill.patterned()
    fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    fill.fore_color.rgb, fill.back_color.rgb = WHITE, ORANGE


def _label(series: Any, at: int, told: str, position: XL_LABEL_POSITION, size: int, colour: RGBColor = INK) -> None:
    label = series.points[at].data_label
    label.position = position
    label.text_frame.text = text(told)
    label.text_frame.word_wrap = False
    letters = label.text_frame.paragraphs[0].runs[0].font
    letters.size, letters.bold, letters.name, letters.color.rgb = Pt(size), True, FONT, colour
