"""What a pivot is compared with: another day, another year, or another version of the figures."""

from datetime import date, datetime

import pandas as pd

from pages.parts import clock, formats, two_versions
from pages.parts.ask import Question, ask, ask_at, freezes, frozen
from pages.parts.filters import Chosen
from pages.parts.pivot.moments import Moment, before, days, earlier, years
from pages.parts.pivot.shape import MOMENTS, Cut
from queries import choices
from queries.defined import Subject

YEAR_BEFORE, ROUND_BEFORE, VERSION = "nam-truoc", "ky-truoc", "ban."


def options(chosen: Chosen) -> dict[str, str]:
    """What there is to compare with, code → words: the year before, the cut-off before, every other cut-off, every other version."""
    day = formats.day
    then = earlier(chosen.on, 1)
    known = formats.day(then) if days(chosen.plan_year - 1, then) else "chưa có số liệu"
    found = {YEAR_BEFORE: f"cùng kỳ năm trước ({known})"}
    if chosen.previous_on:  # not the cut-off just before where that is only days ago (pages.parts.choice)
        found[ROUND_BEFORE] = f"kỳ trước, ít nhất 7 ngày ({day(chosen.previous_on)})"
    for year in reversed(years(chosen)):
        for on in reversed(days(year, date.max)):
            if year != chosen.plan_year:
                found[f"{year}.{on.isoformat()}"] = f"ngày {day(on)} (năm ngân sách {year})"
            elif on != chosen.on:
                found[on.isoformat()] = f"ngày {day(on)}"
    here = frozen()
    known = [one for one in freezes() if here is None or one.code != here.code]
    found |= {f"{VERSION}{one.code}": f"bản chốt “{one.name}” (số đến {day(one.on)})" for one in known}
    return found | ({f"{VERSION}{two_versions.LIVE}": two_versions.LIVE_NAME.lower()} if here else {})


def said(cut: Cut, chosen: Chosen) -> str:
    """What a cut is compared with, inside a sentence: a day, a version, or, with years or days on an axis, in which way; "" for nothing."""
    code = cut.against or ""
    is_timed = bool(set(MOMENTS) & set(cut.axes))
    if code == YEAR_BEFORE:
        return "cùng kỳ năm trước" if is_timed else formats.day(earlier(chosen.on, 1))
    if code == ROUND_BEFORE:
        return "kỳ trước" if is_timed else formats.day(chosen.previous_on)
    return options(chosen)[code] if code.startswith(VERSION) else formats.day(code.rpartition(".")[2]) if code else ""


def asks(cut: Cut, question: Question, **given: object) -> pd.DataFrame:
    """Ask a question of the version that is compared with. Raises frozen.Altered, Damaged, KeyError."""
    code = _version(cut)
    return ask(question, **given) if code is None else ask_at(None if code == two_versions.LIVE else code, question, **given)


def former(subject: Subject, cut: Cut, chosen: Chosen, now: Moment) -> Moment | None:
    """The moment that one is compared with; None where there is none. What the address says of one day holds of every year on an axis at
    the same day and month, and of every cut-off on an axis as it is.
    """
    against, back = cut.against or "", chosen.plan_year - now.plan_year
    if against == YEAR_BEFORE:
        return Moment(now.plan_year - 1, earlier(now.on, 1))
    if against == ROUND_BEFORE and "cut_off" in cut.axes:
        on = before(now.on, days(now.plan_year, now.on))
        return None if on is None else Moment(now.plan_year, on)
    if against == ROUND_BEFORE:
        return None if chosen.previous_on is None else Moment(now.plan_year, earlier(chosen.previous_on, back))
    if against.startswith(VERSION):
        return now if "cut_off" in cut.axes else Moment(now.plan_year, earlier(_day_of(subject, against, chosen), back))
    year, _, on = against.rpartition(".")
    return Moment(int(year or chosen.plan_year) - back, earlier(date.fromisoformat(on), back))


def _version(cut: Cut) -> str | None:
    return cut.against.removeprefix(VERSION) if cut.against and cut.against.startswith(VERSION) else None


def _day_of(subject: Subject, against: str, chosen: Chosen) -> date:
    """The day at which another version is looked at: what is live counts to the freeze, or to today."""
    code = against.removeprefix(VERSION)
    if code == two_versions.LIVE:
        newest = ask_at(None, choices.cut_offs, plan_year=chosen.plan_year)["cut_off_on"].max()
        return datetime.now(clock.LOCAL).date() if subject.as_of == "today" else formats.as_date(newest)
    at = {one.code: one for one in freezes()}[code]
    return at.at.astimezone(clock.LOCAL).date() if subject.as_of == "today" else at.on
