"""The widgets of a pivot: the address alone keeps the choice, which they show and change."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple, TypeVar

import streamlit as st

from pages.parts import filters, formats, own, stage
from pages.parts.pivot import address, against, words
from pages.parts.pivot.address import RISING
from pages.parts.pivot.members import members
from pages.parts.pivot.moments import days
from pages.parts.pivot.order import Keys, Members
from pages.parts.pivot.shape import SUBJECT_OF, Cut, Part, Sort, changed, kept, narrowing, offered
from pages.parts.pivot.widgets import one, several, switch
from queries.defined import DIMENSIONS

ALL, BY_NAME, CHOOSE = "Tất cả", "Thứ tự danh mục", "Chọn"
TOPS = (3, 5, 10, 20, 50)
WAYS = {"giam": "cao đến thấp", RISING: "thấp đến cao"}
PARTS: dict[Part, str] = {"row": "Trong hàng", "column": "Trong cột", "all": "Trong tổng số"}
ACROSS = 4  # filters side by side
T = TypeVar("T")


class Ground(NamedTuple):
    """What there is: every member by dimension, those that may be chosen (cut-offs: of the year on screen), what to compare with."""

    members: Members
    offered: Members
    against: dict[str, str]


def ground() -> Ground:
    """What there is for this viewer now."""
    chosen, found = filters.chosen(), members()
    until = {on.isoformat() for on in days(chosen.plan_year, chosen.on)}
    cut_offs = {code: name for code, name in found["cut_off"].items() if code in until}
    return Ground(found, found | {"cut_off": cut_offs}, against.options(chosen))


def chosen() -> Cut:
    """Draw the widgets, follow the address, and give the choice; what does not go together is said and left out."""
    here = ground()
    cut, faults = address.read({key: own.told(key) for key in address.KEYS}, here.offered, here.against)
    if not stage.is_on():
        with st.container(key="khong-in-bang-xoay"):
            _axes(cut)
            _looks(cut, here)
            _filters(cut, here.offered)
    if faults:
        st.info("  \n".join(map(formats.plain, faults)))
    return cut


def _axes(cut: Cut) -> None:
    measured, rows, columns = st.columns([3, 2, 2])
    every = {code: words.measure_name(code) for code in SUBJECT_OF}
    free = {code: DIMENSIONS[code].label for code in offered(cut.measures)}
    with measured:
        several("Số liệu", "cac-so", every, cut.measures, lambda codes: changed(cut, measures=codes or Cut.measures), empty=CHOOSE)
    with rows:
        several("Hàng", "dong", _without(free, cut.columns), cut.rows, lambda codes: changed(cut, rows=codes), empty=CHOOSE)
    with columns:
        several("Cột", "cot", _without(free, cut.rows), cut.columns, lambda codes: changed(cut, columns=codes), empty=CHOOSE)


def _looks(cut: Cut, here: Ground) -> None:
    is_by_column = bool(cut.sort.measure and cut.columns)
    compared, ordered, *by_column, top, part, switches = st.columns([5, 4, *([3] if is_by_column else []), 2.4, 2.4, 2])
    with compared:
        one("So với", "so-sanh", here.against, cut.against, lambda code: changed(cut, against=code), none="Không so sánh")
    with ordered:
        ways = {f"{code} {way}": f"{words.measure_name(code)}, {said}" for code in cut.measures for way, said in WAYS.items()}
        sort = f"{cut.sort.measure} {'giam' if cut.sort.descending else RISING}" if cut.sort.measure else None
        one("Sắp theo", "xep", ways, sort, partial(_sorted, cut), none=BY_NAME)
    for place in by_column:
        with place:
            one("Sắp ở cột", "xep-cot", _places(cut, here), cut.sort.keys, lambda keys: changed(cut, sort=replace(cut.sort, keys=keys)))
    with top:
        tops = {n: f"{n} dòng đầu" for n in sorted({*TOPS, cut.top or TOPS[0]})}
        one("Số dòng", "dau", tops, cut.top, lambda n: changed(cut, top=n), none=ALL)
    with part:
        one("Tỷ trọng", "ty-trong", PARTS, cut.part, lambda code: changed(cut, part=code), none="Không tính")
    with switches:
        switch("Tô màu", "to-mau", cut.heat, lambda is_on: changed(cut, heat=is_on))
        switch("Biểu đồ", "bieu-do", cut.chart, lambda is_on: changed(cut, chart=is_on))


def _sorted(cut: Cut, said: str | None) -> Cut:
    measure, _, way = (said or "").partition(" ")
    return changed(cut, sort=Sort(measure or None, cut.sort.keys if measure else (), way != RISING))


def _places(cut: Cut, here: Ground) -> dict[Keys, str]:
    """The columns by which lines can be ordered: the total, or the last where nothing is added up; each member of the first dimension."""
    first, measure = cut.columns[0], cut.sort.measure or ""
    total = "Cột cuối" if set(cut.columns) & set(SUBJECT_OF[measure].apart) else words.TOTAL
    names = [words.name(of, code, here.members) for of, code in zip(cut.columns, cut.sort.keys, strict=False)]
    return (
        {(): total} | {(code,): name for code, name in here.offered[first].items()} | ({cut.sort.keys: " · ".join(names)} if names else {})
    )


def _filters(cut: Cut, known: Members) -> None:
    narrowed = ", ".join(DIMENSIONS[code].label for code in cut.kept)
    with st.expander(f"Lọc: {narrowed}" if narrowed else "Lọc"):
        places = st.columns(ACROSS)
        for n, code in enumerate(narrowing(cut.measures, cut.axes)):
            label, value = DIMENSIONS[code].label, cut.kept.get(code, ())
            with places[n % ACROSS]:
                several(label, f"loc-{code}", known.get(code, {}), value, partial(_narrowed, cut, code), empty=_usual(code, cut, known))


def _narrowed(cut: Cut, code: str, members: Keys) -> Cut:
    return changed(cut, kept=_without(cut.kept, (code,)) | ({code: members} if members else {}))


def _usual(code: str, cut: Cut, known: Members) -> str:
    """What counts where nothing is chosen of a dimension."""
    counting = next((kept(subject, cut)[code] for subject in cut.subjects if code in kept(subject, cut) and code not in cut.kept), ())
    return ", ".join(words.name(code, member, known) for member in counting) or ALL


def _without(names: Mapping[str, T], codes: tuple[str, ...]) -> dict[str, T]:
    return {code: name for code, name in names.items() if code not in codes}
