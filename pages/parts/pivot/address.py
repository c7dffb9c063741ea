"""A cut as part of an address, and back: short words for a person to read; what goes without saying is left out.

Whatever an address says wrongly, or what does not go together, is said in a sentence and left out.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from pages.parts.pivot.shape import (
    MOST_COLUMNS,
    MOST_ROWS,
    SUBJECT_OF,
    Cut,
    Part,
    Sort,
    narrowing,
    offered,
    subjects,
    unnamed,
    usual_rows,
    usual_sort,
)
from queries.defined import DIMENSIONS, MEASURES

MEASURED, ROWS, COLUMNS, AGAINST, SORT, SORT_COLUMN, SORT_WAY, TOP, PART, HEAT, CHART = (
    *("cac-so", "dong", "cot", "so-sanh", "xep", "xep-cot", "xep-chieu", "dau", "ty-trong", "to-mau", "bieu-do"),
)
NOTHING, BY_NAME, RISING, YES, EMPTY = "khong", "ten", "tang", "co", "trong"
PARTS: dict[str, Part] = {"hang": "row", "cot": "column", "chung": "all"}
MOST = 1_000  # lines of a top n
KEPT = {f"loc-{dimension.key}": code for code, dimension in DIMENSIONS.items()}
KEYS = (MEASURED, ROWS, COLUMNS, AGAINST, SORT, SORT_COLUMN, SORT_WAY, TOP, PART, HEAT, CHART, *KEPT)
_MEASURES = {MEASURES[code].key: code for code in SUBJECT_OF}
_DIMENSIONS = {dimension.key: code for code, dimension in DIMENSIONS.items()}

Members = Mapping[str, Collection[str]]  # dimension → codes


class Read(NamedTuple):
    """What an address asks for, as far as it can be had, and a sentence for each thing that cannot."""

    cut: Cut
    faults: tuple[str, ...]


def written(cut: Cut) -> dict[str, str]:
    """A cut as part of an address: only what a reader would not get without saying it."""
    rows, columns = (",".join(DIMENSIONS[code].key for code in codes) for codes in (cut.rows, cut.columns))
    usual = usual_sort(cut.measures, cut.top)
    told = {
        MEASURED: "" if cut.measures == Cut.measures else ",".join(MEASURES[code].key for code in cut.measures),
        ROWS: "" if cut.rows == usual_rows(cut.measures) else rows or NOTHING,
        COLUMNS: columns,
        AGAINST: cut.against or "",
        SORT: "" if cut.sort.measure == usual else MEASURES[cut.sort.measure].key if cut.sort.measure else BY_NAME,
        SORT_COLUMN: ",".join(code or EMPTY for code in cut.sort.keys),
        SORT_WAY: "" if cut.sort.descending else RISING,
        TOP: str(cut.top or ""),
        PART: next((word for word, part in PARTS.items() if part == cut.part), ""),
        HEAT: YES if cut.heat else "",
        CHART: YES if cut.chart else "",
    } | {key: ",".join(member or EMPTY for member in cut.kept.get(code, ())) for key, code in KEPT.items()}
    return {key: word for key, word in told.items() if word}


def read(told: Mapping[str, str | None], members: Members, against: Collection[str]) -> Read:
    """The cut of an address. `members` and `against`: what there is to choose among."""
    faults: list[str] = []
    measures = _known(told.get(MEASURED), _MEASURES, MEASURED, faults) or Cut.measures
    rows = _axis(told.get(ROWS), usual_rows(measures), measures, MOST_ROWS, ROWS, faults)
    columns = _apart(rows, _axis(told.get(COLUMNS), (), measures, MOST_COLUMNS, COLUMNS, faults), faults)
    kept = {
        code: codes
        for key, code in KEPT.items()
        if (codes := _members(told.get(key), members.get(code, ()), key, faults)) and _may_narrow(code, measures, rows + columns, faults)
    }
    top = _top(told.get(TOP), faults)
    cut = Cut(
        measures, rows, columns, kept,
        against=_one(told.get(AGAINST), {code: code for code in against}, AGAINST, faults),
        sort=_sort(told, measures, columns, members, top, faults),
        top=top,
        part=_one(told.get(PART), PARTS, PART, faults),
        heat=bool(_one(told.get(HEAT), {YES: YES}, HEAT, faults)),
        chart=bool(_one(told.get(CHART), {YES: YES}, CHART, faults)),
    )  # fmt: skip
    return Read(cut, (*faults, *_not_named(cut)))


def _listed(word: str | None) -> list[str]:
    return [part for part in (word or "").split(",") if part]


def _unknown(key: str, words: Iterable[str], faults: list[str]) -> None:
    if found := ", ".join(words):
        faults.append(f"Liên kết nêu {key}={found}, không có trong số liệu; phần ấy được bỏ qua.")


def _known(word: str | None, names: dict[str, str], key: str, faults: list[str]) -> tuple[str, ...]:
    asked = _listed(word)
    _unknown(key, (part for part in asked if part not in names), faults)
    return tuple(dict.fromkeys(names[part] for part in asked if part in names))


def _one(word: str | None, names: Mapping[str, Any], key: str, faults: list[str]) -> Any:
    if word and word not in names:
        _unknown(key, [word], faults)
    return names.get(word or "")


def _axis(word: str | None, usual: tuple[str, ...], measures: tuple[str, ...], most: int, key: str, faults: list[str]) -> tuple[str, ...]:
    if not word or word == NOTHING:
        return () if word else usual
    asked = _listed(word)
    if len(set(asked)) < len(asked):
        faults.append("Một chiều chỉ đặt được một lần; lần sau được bỏ qua.")
    found = _known(word, _DIMENSIONS, key, faults)
    fitting = tuple(code for code in found if code in offered(measures))
    faults.extend(_unfit(code, measures) for code in found if code not in fitting)
    if len(fitting) > most:
        faults.append(f"Đặt được nhiều nhất {most} chiều ở {'hàng' if key == ROWS else 'cột'}; các chiều sau được bỏ qua.")
    return fitting[:most] or usual


def _unfit(code: str, measures: tuple[str, ...]) -> str:
    lacking = ", ".join(f"“{subject.label}”" for subject in subjects(measures) if code not in subject.dimensions)
    return f"Số liệu {lacking} không có chiều {DIMENSIONS[code].label}; chiều ấy được bỏ qua."


def _apart(rows: tuple[str, ...], columns: tuple[str, ...], faults: list[str]) -> tuple[str, ...]:
    faults.extend(f"{DIMENSIONS[code].label} đã đặt ở hàng nên không đặt ở cột nữa." for code in columns if code in rows)
    return tuple(code for code in columns if code not in rows)


def _members(word: str | None, there: Collection[str], key: str, faults: list[str]) -> tuple[str, ...]:
    asked = ["" if part == EMPTY else part for part in _listed(word)]
    _unknown(key, (code or EMPTY for code in asked if code not in there), faults)
    return tuple(dict.fromkeys(code for code in asked if code in there))


def _may_narrow(code: str, measures: tuple[str, ...], axes: tuple[str, ...], faults: list[str]) -> bool:
    may = code in narrowing(measures, axes)
    if not may and code in offered(measures):  # a year or a day
        faults.append(f"{DIMENSIONS[code].label} không ở hàng, không ở cột: năm và ngày xem chọn ở cột bên trái.")
    elif not may:
        faults.append(_unfit(code, measures))
    return may


def _top(word: str | None, faults: list[str]) -> int | None:
    if not word:
        return None
    if word.isascii() and word.isdigit() and len(word) <= len(str(MOST)) and 1 <= int(word) <= MOST:
        return int(word)
    faults.append(f"Số dòng đầu là số nguyên từ 1 đến {MOST}; {TOP}={word} được bỏ qua.")
    return None


def _sort(
    told: Mapping[str, str | None],
    measures: tuple[str, ...],
    columns: tuple[str, ...],
    members: Members,
    top: int | None,
    faults: list[str],
) -> Sort:
    named = {BY_NAME: None} | {MEASURES[code].key: code for code in measures}
    word = told.get(SORT)
    if word and word not in named:
        faults.append(f"Bảng không có số để sắp theo {SORT}={word}.")
    measure = named[word] if word in named else usual_sort(measures, top)
    keys = tuple("" if code == EMPTY else code for code in _listed(told.get(SORT_COLUMN)))
    if len(keys) > len(columns) or any(code not in members.get(of, ()) for of, code in zip(columns, keys, strict=False)):
        faults.append(f"Bảng không có cột để sắp theo {SORT_COLUMN}={told.get(SORT_COLUMN)}.")
        keys = ()
    return Sort(measure, keys, descending=_one(told.get(SORT_WAY), {RISING: RISING}, SORT_WAY, faults) is None)


def _not_named(cut: Cut) -> Iterable[str]:
    for subject in cut.subjects:
        names = [MEASURES[code].label for code in cut.measures if code in subject.measures]
        for code in unnamed(subject, cut):
            label = DIMENSIONS[code].label
            way = f"đặt {label} ở hàng hoặc cột, hoặc chọn" if code in offered(cut.measures) else "chọn"
            yield f"{', '.join(names)} chưa hiện: không cộng qua {label}. Hãy {way} đúng một mục ở phần lọc {label}."
