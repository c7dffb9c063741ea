"""The pivot on its page: a table in which a click on a figure opens what stands behind it, the same for paper, and its files."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from pages.parts import clock, own, show, stage, taken
from pages.parts.filters import Chosen
from pages.parts.formats import count, plain
from pages.parts.pivot import address, heat, words, written
from pages.parts.pivot.laid import Column, Laid, Line
from pages.parts.pivot.shape import Cut, Sort, changed
from queries.defined import DIMENSIONS, MEASURES

KEY = "o-bang-xoay"
ON_PAPER, ON_SCREEN = "bang-xoay-in", "bang-xoay-o"  # paper and the wall have the table that is all there at once (styles/)
TOTAL, PART = "font-weight:bold;background-color:#dfe4e9", "font-weight:bold;background-color:#eef1f4"
NAMES = "color:#000000"  # a grid fades pinned names to 60 %: of black that leaves a contrast of 5,7
OPENED = "font-weight:bold;color:#ffffff;background-color:#1b2a3a"
LETTER, WIDEST, TALLEST = 8, 300, 24  # pixels of a letter and of the names at most; lines seen at once
PRINTED = 300  # lines: the browser lays them out though they are not seen
Opened = tuple[Line, Column] | None


def table(ready: pd.DataFrame, laid: Laid, cut: Cut, opened: Opened, open_: Callable[[Line, Column], None], *, finding: str) -> None:
    """The table of `written.table`; `opened` is the cell that is marked, `open_` is called with the one clicked."""
    if any(column.code.endswith("_vnd") for column in laid.columns):
        show.note("Đơn vị tính: triệu đồng")
    look = _look(ready, laid, cut)
    if not stage.is_on():
        with st.container(key=ON_SCREEN):
            _grid(ready, look, laid, cut, opened, open_, finding)
            show.note("Bấm vào một con số để xem nó từ đâu ra; bấm vào tên cột để sắp theo cột ấy.")
    with st.container(key=ON_PAPER):
        if len(ready) <= PRINTED:
            st.table(_on_paper(ready, look, laid, cut))
        else:
            st.write(f"Bảng có {count(len(ready))} dòng: tải về tệp PDF hoặc Word để in cả bảng.")


def _grid(
    ready: pd.DataFrame, look: pd.DataFrame, laid: Laid, cut: Cut, opened: Opened, open_: Callable[[Line, Column], None], finding: str
) -> None:
    heads = written.heads(laid, cut)
    columns = pd.MultiIndex.from_tuples([("", written.NAME), *((over, c.code) for (over, _), c in zip(heads, laid.columns, strict=True))])
    if not any(over for over, _ in heads):
        columns = columns.droplevel(0)
    wide = min(WIDEST, LETTER * max(len(_lines_head(cut)), int(ready[written.NAME].str.len().max())) + 2 * LETTER)
    config = {1: st.column_config.TextColumn(_lines_head(cut), pinned=True, width=wide)} | {
        place: st.column_config.TextColumn(head + _way(column, cut), alignment="right", help=MEASURES[column.measure].how)
        for place, ((_, head), column) in enumerate(zip(heads, laid.columns, strict=True), start=2)  # 0 is the index
    }
    key = f"{KEY}-{cut.sort}"  # a new grid where the order changed: in the old one the column would stay chosen
    if opened:
        look = look.copy()
        look.loc[laid.lines.index(opened[0]), opened[1].code] = OPENED
    st.dataframe(
        _styled(ready.set_axis(columns, axis="columns"), look.set_axis(columns, axis="columns")),
        hide_index=True, column_config=config, key=key, on_select=lambda: _clicked(st.session_state[key], laid, cut, open_),
        selection_mode=["single-cell", "single-column"],  # with the second, the grid does not sort by itself, totals among the lines
        height="content" if len(ready) <= TALLEST else 35 * (TALLEST + 2),
        alt=finding,
    )  # fmt: skip


def _on_paper(ready: pd.DataFrame, look: pd.DataFrame, laid: Laid, cut: Cut) -> Styler:
    heads = [(over, plain(head)) for over, head in ((plain(over), head) for over, head in written.heads(laid, cut))]
    columns = pd.MultiIndex.from_tuples([("", _lines_head(cut)), *heads])
    if not any(over for over, _ in heads):
        columns = columns.droplevel(0)
    told = ready.map(plain).set_axis(columns, axis="columns")
    return _styled(told, look.set_axis(columns, axis="columns")).hide(axis="index")


def _styled(told: pd.DataFrame, look: pd.DataFrame) -> Styler:
    return told.style.apply(lambda _: look, axis=None)


def _look(ready: pd.DataFrame, laid: Laid, cut: Cut) -> pd.DataFrame:
    look = pd.DataFrame("", index=ready.index, columns=ready.columns)
    look[written.NAME] = NAMES
    for (place, code), ground in (heat.fills(laid, cut) if cut.heat else {}).items():
        look.loc[place, code] = f"background-color:{ground}"
    for place, line in enumerate(laid.lines):
        if written.is_total(line, cut):
            look.loc[place] = f"{NAMES};{PART if line.keys else TOTAL}"
    return look


def _way(column: Column, cut: Cut) -> str:
    """An arrow where the lines are in the order of a column."""
    is_by = column.what == "value" and (column.measure, column.keys) == (cut.sort.measure, cut.sort.keys)
    return (" ↓" if cut.sort.descending else " ↑") if is_by else ""


def _lines_head(cut: Cut) -> str:
    return " / ".join(DIMENSIONS[code].label for code in cut.rows) or "Dòng"


def _clicked(state: dict[str, Any], laid: Laid, cut: Cut, open_: Callable[[Line, Column], None]) -> None:
    """A figure was clicked, or the heading of a column: the lines stand in the order of its figures, clicked again the other way round."""
    selection, by_code = state["selection"], {column.code: column for column in laid.columns}
    if selection["cells"] and selection["cells"][0][1] in by_code:
        open_(laid.lines[selection["cells"][0][0]], by_code[selection["cells"][0][1]])
    elif selection["columns"]:
        column = by_code.get(selection["columns"][0])
        sort = Sort(column.measure, column.keys) if column else Sort()
        is_again = column is not None and (cut.sort.measure, cut.sort.keys, cut.sort.descending) == (sort.measure, sort.keys, True)
        new = changed(cut, sort=replace(sort, descending=not is_again))
        own.say(dict.fromkeys(address.KEYS, "") | address.written(new))


def files(laid: Laid, cut: Cut, finding: str, behind: str) -> None:
    """The table to take away: numbers as numbers, a column per level of the lines, the whole heading over every column."""
    labels = [f"row_{depth}" for depth in range(1, max(1, len(cut.rows)) + 1)]
    lines = pd.DataFrame([_labels(line, cut, len(labels)) for line in laid.lines], columns=labels)
    heads = {code: DIMENSIONS[dimension].label for code, dimension in zip(labels, cut.rows, strict=False)} or {labels[0]: "Dòng"}
    heads |= {column.code: " · ".join(column.heading) for column in laid.columns}
    answer = pd.concat([lines, laid.values.reset_index(drop=True)], axis="columns")
    taken.offer(answer, (*labels, *(column.code for column in laid.columns)), finding, "bang-xoay", behind, headings=heads)


def _labels(line: Line, cut: Cut, depth: int) -> list[str]:
    if not line.keys or line.is_others:
        told = list(line.labels)
    else:
        told = [*line.labels, *(["Cộng"] if written.is_total(line, cut) else [])]
    return [*told, *[""] * depth][:depth]


def behind(coverage: tuple[str, ...], laid: Laid, cut: Cut, cells: written.Cells, chosen: Chosen) -> str:
    """What stands behind the figures: which reports up to when (`coverage`), what the common filters do not narrow, what stars hide."""
    told = list(map(plain, coverage)) if any(subject.as_of == "on" for subject in cut.subjects) else []
    if live := [subject.label for subject in cut.subjects if subject.as_of == "today"]:
        told.append(f"{', '.join(live)}: {clock.told(chosen)[:1].lower()}{clock.told(chosen)[1:]}")
    return " ".join(filter(None, (*told, *words.not_narrowed(cut, chosen), written.stars(laid, cut, cells))))
