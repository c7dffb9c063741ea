"""The one look of all charts: type, colours, and how big they are.

Colours keep apart for colour-blind eyes and on grey paper: what matters also differs by hatching, dash or a hollow mark.
"""

import plotly.graph_objects as go

INK, GREY, PALE = "#1b2a3a", "#6b7785", "#d5dbe1"
BLUE, ORANGE, SKY, SAND = "#1f5f99", "#c8500a", "#8fbbe0", "#e8d9b5"
BLUES = [[0, "#f3f7fb"], [0.65, "#bcd6ec"], [1, "#7fb0da"]]  # light enough for dark digits everywhere
REPORTED = {  # cells of the matrix of reports: what is in is pale, late, returned or missing darker; a sign stands in every cell
    "in_time": "#d9e8f5",
    "late": "#f3c887",
    "pending": "#e9ebee",
    "not_due": "#ffffff",
    "returned": "#eeb08c",
    "overdue": "#e6935a",
}
FONT = '"Source Sans", "Segoe UI", Roboto, Arial, sans-serif'
MILLION = 1_000_000
MARGIN = {"l": 4, "r": 4, "t": 24, "b": 4}
TICKS = {"ticks": "outside", "ticklen": 6, "tickcolor": "white"}

TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": FONT, "size": 15, "color": INK},
        "paper_bgcolor": "white",
        "plot_bgcolor": "white",
        "showlegend": False,
        "hoverlabel": {"font": {"size": 14}, "align": "left"},
        "xaxis": {"gridcolor": PALE, "zeroline": False, "automargin": True, "fixedrange": True, **TICKS},
        "yaxis": {"gridcolor": PALE, "zeroline": False, "automargin": True, "fixedrange": True, **TICKS},
    }
)


def figure(name: str, height: int, *traces: go.Bar | go.Scatter | go.Heatmap) -> go.Figure:
    # drawn wide or narrow by the page; uirevision keeps what the reader did while the figures change
    return go.Figure(
        traces, {"template": TEMPLATE, "height": height, "uirevision": name, "separators": ",.", "barmode": "stack", "margin": MARGIN}
    )


def enlarged(chart: go.Figure, size: int) -> go.Figure:
    """The same chart with larger letters, all of one size; for a wall."""
    chart.update_layout(font={"size": size}, hoverlabel={"font": {"size": size}})
    chart.update_annotations(font={"size": size})
    if chart.layout.margin.r:
        chart.layout.margin.r *= size / 14  # room for words at the end of a line
    for trace in chart.data:
        if getattr(trace, "textfont", None) is not None:
            trace.textfont.size = size
    for axis in (*chart.select_xaxes(), *chart.select_yaxes()):
        axis.tickfont.size = size
    return chart


def height_of(count: int, least: int = 130) -> int:
    return max(least, 28 * count + 64)
