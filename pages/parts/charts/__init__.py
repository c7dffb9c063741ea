"""Every chart, drawn from answers and nothing else; the only room with plotly.

Amounts come as đồng and are drawn as triệu đồng; shares are 0-1. Labels that need Vietnamese writing arrive ready in a column.
"""

from plotly.graph_objects import Figure

from pages.parts.charts.bars import heat, parts_of_plan, share_bars
from pages.parts.charts.lines import amounts, curve

__all__ = ["Figure", "amounts", "curve", "heat", "parts_of_plan", "share_bars"]
