"""Which two versions of the figures a page compares, and asking both the same question."""

from datetime import date
from typing import NamedTuple

import pandas as pd
import streamlit as st

from pages.parts import filters, formats, own, replaced
from pages.parts.ask import Question, ask_at, freezes, frozen
from pages.parts.differing import Three
from pages.parts.formats import day, plain
from queries import choices, versions

LIVE, LIVE_NAME = "hien-hanh", "Số liệu hiện hành"
FIRST, SECOND = "tu-ban", "den-ban"
ALONE = "Đây là bản chốt đầu tiên: chưa có lần họp trước để so. Có thể chọn hai bản khác nhau ở trên."


class Version(NamedTuple):
    """One side: a frozen version (`code`), or the figures in force (None), looked at on its day."""

    code: str | None
    name: str
    plan_year: int
    on: date

    def ask(self, question: Question, **given: object) -> pd.DataFrame:
        """Ask it a question."""
        return ask_at(self.code, question, **given)

    @property
    def told(self) -> str:
        """What it is called, with its day."""
        return f"{plain(self.name)} (số đến {day(self.on)})"


class Two(NamedTuple):
    """What is compared: the former version with the later one, in the plan year of the later."""

    former: Version
    later: Version

    @property
    def told(self) -> str:
        """What is compared, as a sentence."""
        at = f"năm ngân sách {self.later.plan_year}"
        return f"Từ {self.former.told} đến {self.later.told}, {at}."

    def three(self, question: Question, **given: object) -> Three:
        """A question of money or attainment asked of both: see Three."""
        asked = {"plan_year": self.later.plan_year} | given
        days = ((self.former, self.former.on), (self.later, self.former.on), (self.later, self.later.on))
        return Three(*(version.ask(question, on=on, **asked) for version, on in days))

    def files(self) -> replaced.Files:
        """Every submission that either version knows."""
        return replaced.files(*(v.ask(versions.submissions, plan_year=self.later.plan_year, on=v.on) for v in self))


def chosen(choice: filters.Chosen) -> Two | None:
    """The two that the page's own choices name: this version and the one before it, or others; None, and why, where there are not two."""
    known, here = freezes(), frozen()
    if not known:
        st.info("Chưa có bản chốt nào, nên chưa có lần họp trước để so.")
        return None
    names = {one.code: one.name for one in known} | {LIVE: LIVE_NAME}
    this = here.code if here else LIVE
    before = next((one.code for one in known if here is None or one.at < here.at), this)
    left, right = st.columns(2)
    first, second = own.one(FIRST, names, before), own.one(SECOND, names, this)
    left.selectbox("Từ", list(names.values()), key=FIRST, filter_mode=None)
    right.selectbox("Đến", list(names.values()), key=SECOND, filter_mode=None)
    if first == second:
        st.info(ALONE if before == this else "Chọn hai bản khác nhau để so.")
        return None
    at = {one.code: Version(one.code, f"“{one.name}”", one.plan_year, one.on) for one in known}
    return Two(*(_live(choice) if code == LIVE else at[code] for code in (first, second)))


def _live(choice: filters.Chosen) -> Version:
    """The figures in force at the day on screen; seen from a frozen version, at the newest day of its year."""
    days = ask_at(None, choices.cut_offs, plan_year=choice.plan_year)
    on = choice.on if frozen() is None or days.empty else formats.as_date(days["cut_off_on"].max())
    return Version(None, LIVE_NAME.lower(), choice.plan_year, on)
