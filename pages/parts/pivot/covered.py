"""Which reports stand behind the days of a pivot: those on an axis, and those that are compared with (figures.md 1)."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pandas as pd

from pages.parts import words
from pages.parts.ask import ask
from pages.parts.filters import Chosen
from pages.parts.formats import as_date, day
from pages.parts.pivot import against, moments
from pages.parts.pivot.moments import Moment
from pages.parts.pivot.order import Members
from pages.parts.pivot.shape import MOMENTS, Cut
from queries import disbursement
from queries.defined import Subject

STAR = "*"
SAID = 12  # days said one by one
HOLLOW = "Dấu rỗng: chưa đủ đơn vị có số liệu đúng ngày đó."


class Covered(NamedTuple):
    """A moment, and how many of its units have figures exactly at its day. `then`: what it is compared with, which the counts are of."""

    moment: Moment
    coverage: pd.Series  # the row of disbursement.coverage
    then: Moment | None = None

    @property
    def on(self) -> Moment:
        return self.then or self.moment

    @property
    def is_partial(self) -> bool:
        return int(self.coverage.exact_count) < int(self.coverage.unit_count)

    @property
    def counted(self) -> str:
        return f"{self.coverage.exact_count}/{self.coverage.unit_count}"


def now(cut: Cut, chosen: Chosen) -> list[Covered]:
    """The moments on the axes of a cut; none where its axes are of no time, or its figures are live."""
    subject = _as_of_a_day(cut)
    if subject is None or not set(MOMENTS) & set(cut.axes):
        return []
    return [Covered(one, _coverage(ask, cut, chosen, one)) for one in moments.moments(subject, cut, chosen)]


def then(cut: Cut, chosen: Chosen) -> list[Covered]:
    """What each moment is compared with. Raises frozen.Altered, Damaged, KeyError."""
    subject = _as_of_a_day(cut)
    if subject is None or cut.against is None:
        return []

    def asks(question: Callable[..., pd.DataFrame], **given: object) -> pd.DataFrame:
        return against.asks(cut, question, **given)

    pairs = [(one, against.former(subject, cut, chosen, one)) for one in moments.moments(subject, cut, chosen)]
    return [Covered(one, _coverage(asks, cut, chosen, former), former) for one, former in pairs if former]


def partial(covered: Iterable[Covered]) -> set[str]:
    """The days, as codes of cut-offs, at which not all units have figures."""
    return {one.on.codes["cut_off"] for one in covered if one.is_partial}


def partial_of_unit(unit: str, days: Iterable[str], there: list[Covered]) -> set[str]:
    """The days among `days` at which one unit has no figure of its own."""
    until = {year: max(one.on.on for one in there if one.on.plan_year == year) for year in {one.on.plan_year for one in there}}
    curves = [ask(disbursement.curve, plan_year=year, on=on, unit=unit)["cut_off_on"] for year, on in until.items()]
    exact = {as_date(on).isoformat() for curve in curves for on in curve}
    return set(days) - exact


def marked(members: Members, there: list[Covered], cut: Cut) -> Members:
    """The members, with a star behind each day, or year, at which not all units have figures."""
    code = "cut_off" if "cut_off" in cut.axes else "plan_year"
    stars = {one.moment.codes[code] for one in there if one.is_partial}
    return {**members, code: {each: name + STAR * (each in stars) for each, name in members.get(code, {}).items()}} if stars else members


def told(there: list[Covered], cut: Cut) -> str:
    """The days on an axis that are not complete; of years, the day that each is taken at. "" where there is nothing to say."""
    if "cut_off" in cut.axes:
        return _incomplete(f"Dấu {STAR}", there)
    if not there:
        return ""
    years = [f"năm {one.moment.plan_year} đến {day(one.moment.on)} ({one.counted})" for one in there]
    said = "; ".join(years)
    return f"N{said[1:]} đơn vị có số liệu đúng ngày" + (f"; dấu {STAR}: chưa đủ." if partial(there) else ".")


def told_then(compared: list[Covered], cut: Cut) -> str:
    """How many units the other side of a comparison has, and up to when; that there is nothing where there is nothing."""
    if "cut_off" in cut.axes:
        return _incomplete("So với những ngày", compared)
    without = [one for one in compared if not one.coverage.reported_count]
    known = [one for one in compared if one not in without]
    said = []
    if len(known) == 1:
        lead = words.behind(known[0].coverage, known[0].on.on)
        said.append(f"So với số liệu {lead[:1].lower()}{lead[1:]}")
    elif known:
        each = [f"{day(one.on.on)} ({one.counted})" for one in known]
        said.append(f"So với số liệu đến {'; '.join(each)} đơn vị có số liệu đúng ngày.")
    if without:
        said.append(f"Kho chưa có số liệu nào đến {', '.join(day(one.on.on) for one in without)} để so sánh.")
    return " ".join(said)


def _incomplete(lead: str, covered: list[Covered]) -> str:
    few = list({one.on: one for one in covered if one.is_partial}.values())
    if not few:
        return ""
    more = f"; và {len(few) - SAID} ngày khác" if len(few) > SAID else ""
    each = "; ".join(f"{day(one.on.on)}: {one.counted}" for one in few[:SAID])
    return f"{lead}: chưa đủ đơn vị có số liệu đúng ngày ({each} đơn vị{more})."


def _as_of_a_day(cut: Cut) -> Subject | None:
    return next((subject for subject in cut.subjects if subject.as_of != "today"), None)


def _coverage(asking: Callable[..., pd.DataFrame], cut: Cut, chosen: Chosen, at: Moment) -> pd.Series:
    units = cut.kept.get("unit", ())
    whose = chosen.unit or (units[0] if len(units) == 1 else None)
    return asking(disbursement.coverage, plan_year=at.plan_year, on=at.on, unit=whose).iloc[0]
