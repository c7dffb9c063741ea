"""Every chart, drawn from answers and nothing else; the only room with plotly.

Amounts come as đồng and are drawn as triệu đồng; shares are 0-1. Labels that need Vietnamese writing arrive ready in a column.
"""

from plotly.graph_objects import Figure

from pages.parts.charts.bars import heat, parts_of_plan, share_bars
from pages.parts.charts.bullets import bullets, rounds, statuses
from pages.parts.charts.compare import plan_by_share, rank_bars, small_curves
from pages.parts.charts.crossed import MOST_MARKS, MOST_SERIES, crossed, through_time
from pages.parts.charts.lines import amounts, curve, warned
from pages.parts.charts.look import REPORTED, enlarged
from pages.parts.charts.maps import boundaries, tiles
from pages.parts.charts.ranges import ranges
from pages.parts.charts.scattered import scattered

__all__ = [
    "MOST_MARKS", "MOST_SERIES", "REPORTED", "Figure", "amounts", "boundaries", "bullets", "crossed", "curve", "enlarged", "heat",
    "parts_of_plan", "plan_by_share", "ranges", "rank_bars", "rounds", "scattered", "share_bars", "small_curves", "statuses",
    "through_time", "tiles", "warned",
]  # fmt: skip
