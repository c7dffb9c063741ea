"""Colours that must be told apart in one chart stay apart for colour-blind eyes and on grey paper, or something beside colour tells them.

Colour blindness is simulated as in Machado, Oliveira, Fernandes: "A Physiologically-based Model for Simulation of Color Vision Deficiency",
IEEE Transactions on Visualization and Computer Graphics 15 (2009), matrices of severity 1.0, on linear RGB. Differences are CIE76 ΔE in
CIELAB (D65): about 2,3 is just seen side by side; 20 is seen across a room. Contrast of letters is that of WCAG 2.2 (1.4.3: 4,5 to 1).
"""

from datetime import date
from itertools import combinations, pairwise

import numpy as np
import pandas as pd
import pytest

from pages.parts import charts
from pages.parts.charts import look
from pages.parts.charts.bullets import FILLS
from pages.parts.charts.look import BLUE, BLUES, GREY, INK, ORANGE, PALE, REPORTED, SAND, SKY
from pages.parts.charts.maps import DARK_FROM, SHADES
from pages.parts.pivot.heat import GROUNDS

APART = 20.0  # ΔE from which colour alone may tell two things apart
EYES = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "grey paper": [[0.2126, 0.7152, 0.0722]] * 3,
}
TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])

ALONE, HATCHED, DASHED, MARKED, WRITTEN = "colour alone", "hatching", "dash", "mark", "the words in it"
PAIRS = [  # where, one, other, what tells them apart beside colour
    ("bars: late, normal", ORANGE, BLUE, HATCHED),
    ("bars: a bar, the line of the whole", BLUE, GREY, DASHED),
    ("curve: this year, the year before", BLUE, GREY, DASHED),
    ("curve: this year, the target", BLUE, ORANGE, DASHED),
    ("curve: the year before, the target", GREY, ORANGE, DASHED),
    ("amounts: the plan, what was spent", INK, BLUE, DASHED),
    ("rounds: attained, the target", BLUE, ORANGE, DASHED),
    ("rounds: attained, where it should be", BLUE, GREY, DASHED),
    ("ranges: the range, where it stands now", SKY, INK, ALONE),
    ("ranges: the range, the target", SKY, ORANGE, DASHED),
    ("scatter: the chosen unit, another", INK, BLUE, MARKED),
    ("bullets: the bar, the ground", BLUE, PALE, ALONE),
    ("bullets: the bar that is late, the ground", ORANGE, PALE, ALONE),
    ("bullets: where it should be, the bar under it", INK, BLUE, ALONE),
    ("bullets: where it should be, the late bar under it", INK, ORANGE, ALONE),
    ("bullets: where it should be, the ground", INK, PALE, ALONE),
    ("bullets: the target, the ground", GREY, PALE, ALONE),
    ("parts of a plan: disbursed, allocated", BLUE, SKY, ALONE),
    ("parts of a plan: allocated, not allocated", SKY, SAND, HATCHED),
    ("parts of a plan: not allocated, unknown", SAND, PALE, HATCHED),
    *((f"statuses: {one}, {other}", FILLS[one], FILLS[other], WRITTEN) for one, other in combinations(FILLS, 2)),
    *((f"reports: {one}, {other}", REPORTED[one], REPORTED[other], WRITTEN) for one, other in combinations(REPORTED, 2)),
    *((f"map: shade {n}, next", one, other, WRITTEN) for n, (one, other) in enumerate(pairwise(SHADES))),
]  # fmt: skip
LETTERS = [  # where, letters, ground
    *((f"chart, {name}", colour, "#ffffff") for name, colour in (("INK", INK), ("GREY", GREY), ("BLUE", BLUE), ("ORANGE", ORANGE))),
    *((f"heat, {share}", INK, colour) for share, colour in BLUES),
    *((f"pivot, step {n}", INK, colour) for n, colour in enumerate(GROUNDS)),
    *((f"status, {code}", INK, colour) for code, colour in FILLS.items()),
    *((f"report, {code}", INK, colour) for code, colour in REPORTED.items()),
    *((f"map, shade {n}", "#ffffff" if n >= DARK_FROM else INK, colour) for n, colour in enumerate(SHADES)),
]


def linear(colour: str) -> np.ndarray:
    told = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(told <= 0.04045, told / 12.92, ((told + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    x, y, z = (t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29 for t in (TO_XYZ @ rgb) / (TO_XYZ @ np.ones(3)))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def apart(one: str, other: str, eyes: str | None = None) -> float:
    """ΔE of two colours, as these eyes see them."""
    seen = [np.clip(np.array(EYES[eyes]) @ linear(c), 0, 1) if eyes else linear(c) for c in (one, other)]
    return float(np.linalg.norm(lab(seen[0]) - lab(seen[1])))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((float(TO_XYZ[1] @ linear(c)) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_arithmetic_gives_the_known_values():
    assert contrast("#ffffff", "#000000") == pytest.approx(21, abs=0.01)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the known grey that just fails
    assert lab(linear("#ff0000")) == pytest.approx([53.24, 80.09, 67.20], abs=0.02)
    assert apart("#ffffff", "#000000") == pytest.approx(100, abs=0.01)
    assert apart("#00a000", "#c05000", "deuteranopia") < apart("#00a000", "#c05000") / 2  # red and green fall together
    for eyes in EYES:
        assert apart("#808080", "#808080", eyes) == 0
        assert lab(np.array(EYES[eyes]) @ np.ones(3)) == pytest.approx([100, 0, 0], abs=0.1), "white stays white"


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(("where", "one", "other", "beside"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_two_colours_are_told_apart_or_something_beside_colour_tells_them(where, one, other, beside, eyes):
    told = apart(one, other, eyes)
    assert told >= APART or beside != ALONE, f"{where}: ΔE {told:.1f} for {eyes}, and nothing beside colour"


@pytest.mark.parametrize("eyes", ["protanopia", "deuteranopia"])
def test_what_is_late_differs_in_colour_too_for_every_eye(eyes):
    """The finding of most charts hangs on this one pair: colour and hatching, both."""
    assert apart(ORANGE, BLUE, eyes) >= 2 * APART
    lagging, well = (FILLS["missed"], FILLS["at_risk"]), (FILLS["exceeded"], FILLS["reached"], FILLS["under_way"])
    for one in lagging:
        assert min(apart(one, other, eyes) for other in well) >= APART


def test_a_map_and_a_heat_map_are_darker_where_there_is_more_on_grey_paper_too():
    for colours in (SHADES, [colour for _, colour in BLUES]):
        lightness = [lab(np.array(EYES["grey paper"]) @ linear(colour))[0] for colour in colours]
        assert all(one - other >= 5 for one, other in pairwise(lightness))


@pytest.mark.parametrize(("where", "letters", "ground"), LETTERS, ids=[entry[0] for entry in LETTERS])
def test_letters_can_be_read_on_their_ground(where, letters, ground):
    assert contrast(letters, ground) >= 4.5, where


def test_no_colour_of_the_look_is_left_unjudged():
    judged = {colour for _, one, other, _ in PAIRS for colour in (one, other)} | {ground for *_, ground in LETTERS}
    known = {value for name, value in vars(look).items() if name.isupper() and isinstance(value, str) and value.startswith("#")}
    assert len(known) >= 7 and known <= judged


# --- that what is named beside colour is really drawn
ROWS = pd.DataFrame({
    "name": ["A", "B"], "left": ["", ""], "label": ["50%", "20%"], "disbursed_share": [0.5, 0.2], "measured_share": [0.5, 0.2],
    "attainment_share": [0.5, 0.2], "expected_share": [0.8, 0.8], "is_behind": [False, True], "planned_vnd": [10**9, 2 * 10**9],
    "unit_code": ["1", "2"], "tile_row": [1, 2], "tile_column": [1, 1], "one": [1, 1], "two": [1, 1], "three": [1, 1], "four": [1, 1],
})  # fmt: skip
POINTS = pd.DataFrame({
    "cut_off_on": pd.to_datetime(["2000-03-01", "2000-06-01"]), "disbursed_share": [0.1, 0.5], "disbursed_vnd": [10**8, 5 * 10**8],
    "reported_count": [1, 1], "expected_count": [1, 1], "planned": [10.0, 10.0], "achieved": [1.0, 5.0], "expected_share": [0.2, 0.5],
    "label": ["1", "5"],
})  # fmt: skip


@pytest.mark.parametrize(
    "chart",
    [
        charts.share_bars(ROWS, name="name", label="label"),
        charts.rank_bars(ROWS, name="name", label="label", hover="left", whole=0.4),
        charts.bullets(ROWS, name="name", label="label", far="is_behind"),
    ],
    ids=["share_bars", "rank_bars", "bullets"],
)
def test_a_late_bar_is_hatched_and_another_is_not(chart):
    bars = next(trace for trace in chart.data if trace.type == "bar" and trace.marker.pattern.shape)
    assert (tuple(bars.marker.color), tuple(bars.marker.pattern.shape)) == ((BLUE, ORANGE), ("", "/"))


def test_parts_of_a_plan_next_to_each_other_are_hatched_otherwise():
    chart = charts.parts_of_plan(ROWS, name="name", parts={part: part for part in ("one", "two", "three", "four")})
    assert [(bar.marker.color, bar.marker.pattern.shape) for bar in chart.data] == [(BLUE, ""), (SKY, ""), (SAND, "/"), (PALE, ".")]


def test_every_line_of_a_chart_through_the_year_is_dashed_in_its_own_way():
    steps = pd.DataFrame({"from_on": pd.to_datetime(["2000-01-01"]), "planned_vnd": [10**9]})
    curve = charts.curve(POINTS, POINTS, plan_year=2000, target=0.9)
    for chart in (curve, charts.amounts(POINTS, steps, plan_year=2000, on=date(2000, 6, 1)),
                  charts.rounds(POINTS, plan_year=2000, label="label", unit="người")):  # fmt: skip
        dashes = [trace.line.dash or "solid" for trace in chart.data] + [shape.line.dash for shape in chart.layout.shapes]
        assert len(dashes) >= 2 and len(set(dashes)) == len(dashes), dashes


def test_a_range_its_target_and_a_chosen_mark_are_told_apart_by_shape():
    rows = ROWS.assign(low_share=0.4, middle_share=0.5, high_share=0.6)
    ranges = charts.ranges(rows, name="name", label="label", target=0.95)
    assert ranges.data[0].marker.pattern.shape == "/" and ranges.layout.shapes[0].line.dash == "dash"
    assert {trace.marker.symbol for trace in ranges.data if trace.type == "scatter" and trace.mode == "markers"} == {"line-ns", "circle"}
    marked = charts.plan_by_share(ROWS, name="name", marked="is_behind", whole=0.4, whole_name="mức chung")
    assert tuple(marked.data[0].marker.symbol) == ("circle", "diamond") and marked.layout.shapes[0].line.dash == "dash"


def test_every_tile_and_every_cell_says_in_words_what_its_colour_says():
    tiles = charts.tiles(ROWS, name="name", label="label", value="measured_share")
    assert [("50%" in words, "20%" in words) for words in tiles.data[-1].text] == [(True, False), (False, True)]
    cells = pd.DataFrame({"unit": ["U"] * len(FILLS), "aim": list(FILLS), "status": list(FILLS), "words": [f"!{code}" for code in FILLS]})
    drawn = charts.statuses(cells, row="unit", column="aim", rows=["U"], columns=list(FILLS), label="words", hover="words").data[0]
    assert tuple(drawn.text[0]) == tuple(f"!{code}" for code in FILLS) and drawn.texttemplate == "%{text}"
