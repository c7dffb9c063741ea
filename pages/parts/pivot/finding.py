"""What a pivot says in one sentence: the whole of it, how that changed, and which lines have the most and the least."""

from pages.parts import formats
from pages.parts.formats import is_missing
from pages.parts.pivot import words
from pages.parts.pivot.laid import Column, Laid
from pages.parts.pivot.order import Keys, Members
from pages.parts.pivot.shape import Cut
from pages.parts.pivot.written import Cells
from queries.defined import MEASURES


def finding(scope: str, laid: Laid, cut: Cut, cells: Cells, members: Members, against: str = "") -> str:
    """What is shown, then figures: of the measure that orders the lines; else of the first and of the rate, which alone is compared.

    All lines are judged, also those that a top n leaves out. `scope`: of `words.scope`; `against`: what it is compared with, in words.
    """
    judged = _judged(cut)
    column = _column(judged[-1], laid, cut)
    change = _change(column, laid) if against and _whole(column, laid) else ""
    told = []
    for code in judged:
        of = _column(code, laid, cut)
        said = [_whole(of, laid)] if _whole(of, laid) else []
        if of == column:
            said += [f"{change} so với {against}"] if change else []
            said += _ends(of, cut, cells, laid, members)
        if said:
            name = MEASURES[code].label if len(cut.measures) > 1 else ""
            where = f"({', '.join(of.heading[: len(of.keys)])})" if of.keys else ""
            told.append(": ".join(filter(None, (" ".join(filter(None, (name, where))), ", ".join(said)))))
    names = "" if told and len(cut.measures) > 1 else ", ".join(words.measure_name(code) for code in cut.measures)
    shown = " ".join(filter(None, (names, scope))) + (f"; so với {against}" if against and not change else "")
    return " ".join(f"{each[:1].upper()}{each[1:]}." for each in (shown, "; ".join(told)) if each)


def _judged(cut: Cut) -> tuple[str, ...]:
    """The measures to speak of; the lines are judged by the last of them."""
    if cut.sort.measure in cut.measures and cut.sort.measure:
        return (cut.sort.measure,)
    rates = [code for code in cut.measures if MEASURES[code].ending == "share"]
    return tuple(dict.fromkeys((cut.measures[0], *rates[:1])))


def _column(code: str, laid: Laid, cut: Cut) -> Column:
    """The column that speaks for a measure: the one the lines are ordered by, the total, of days and years the last."""
    columns = [column for column in laid.columns if column.measure == code and column.what == "value"]
    asked = next((column for column in columns if cut.sort.keys and column.keys == cut.sort.keys), None)
    return asked or (columns[-1] if columns[0].keys else columns[0])


def _total(column: Column, laid: Laid) -> object:
    place = next((place for place, line in enumerate(laid.lines) if not line.keys and not line.is_others), None)
    return None if place is None else laid.values.at[place, column.code]


def _said(column: Column, value: object) -> str:
    return formats.said(column.code, value) + (" triệu đồng" if column.code.endswith("_vnd") else "")


def _whole(column: Column, laid: Laid) -> str:
    total = _total(column, laid)
    return "" if is_missing(total) else f"{'chung' if column.code.endswith('_share') else 'tổng số'} {_said(column, total)}"


def _change(column: Column, laid: Laid) -> str:
    """How the whole changed: "tăng 15,11 điểm %"; "" where that is unknown."""
    at = next((one for one in laid.columns if (one.measure, one.keys, one.what) == (column.measure, column.keys, "change")), None)
    value = None if at is None else _total(at, laid)
    if at is None or is_missing(value):
        return ""
    size = formats.points(value) if at.code.endswith("_points") else _said(column, abs(value))
    return f"{'tăng' if value > 0 else 'giảm'} {size}" if value else "không đổi"


def _ends(column: Column, cut: Cut, cells: Cells, laid: Laid, members: Members) -> list[str]:
    """Which lines have the most and the least, of all lines of the lowest level."""
    if "indicator" in cut.axes or not cut.rows:
        return []
    places = {line.keys: place for place, line in enumerate(laid.lines) if not line.is_others}
    known: dict[Keys, float] = {
        row: cell[column.measure]
        for (row, at), cell in sorted(cells.items(), key=lambda one: places.get(one[0][0], len(places)))
        if len(row) == len(cut.rows) and at == column.keys and not is_missing(cell[column.measure])
    }
    if len(set(known.values())) < 2:
        return []
    told = []
    for word, end in (("cao nhất", max(known.values())), ("thấp nhất", min(known.values()))):
        same = [row for row, value in known.items() if value == end]
        more = f" và {len(same) - 1} dòng khác" if len(same) > 1 else ""
        told.append(f"{word} {' · '.join(words.labels('row', same[0], cut, members))}{more} {_said(column, end)}")
    return told
