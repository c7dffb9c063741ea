"""What a pivot shows: which figures, by what, of what, against what, in which order; and what of it goes together."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from queries.defined import DIMENSIONS, MEASURES, SUBJECTS, Subject

Part = Literal["row", "column", "all"]

MOST_ROWS, MOST_COLUMNS = 3, 2
SUBJECT_OF = {code: subject for subject in SUBJECTS.values() for code in subject.measures if MEASURES[code].key}
MOMENTS = ("plan_year", "cut_off")  # which figures are looked at, not which lines: without them on an axis the frame says year and day
SAID_BY = {"carried_over": "capital_year"}  # whoever names the second has spoken of the first


@dataclass(frozen=True)
class Sort:
    """The order of lines: by name (the dimension's own order), or by a measure in one column (`keys` of the column; () = the total)."""

    measure: str | None = None
    keys: tuple[str, ...] = ()
    descending: bool = True


@dataclass(frozen=True)
class Cut:
    """The whole choice, in codes (queries/measures.toml, dimensions.toml); what the frame narrows comes on top (pages.parts.choice).

    `against`: a code of pages.parts.pivot.against. `part`: shares of the row's, the column's, or the whole's total.
    """

    measures: tuple[str, ...] = ("planned_vnd", "disbursed_vnd", "disbursed_share")
    rows: tuple[str, ...] = ("unit",)  # at most MOST_ROWS
    columns: tuple[str, ...] = ()  # at most MOST_COLUMNS
    kept: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    against: str | None = None
    sort: Sort = Sort()
    top: int | None = None
    part: Part | None = None
    heat: bool = False
    chart: bool = False

    @property
    def axes(self) -> tuple[str, ...]:
        """Every dimension that is told apart."""
        return self.rows + self.columns

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The subjects of the measures, in the order of the definitions."""
        return subjects(self.measures)


def subjects(measures: Iterable[str]) -> tuple[Subject, ...]:
    """The subjects that these measures are of."""
    found = {SUBJECT_OF[code].code for code in measures}
    return tuple(subject for subject in SUBJECTS.values() if subject.code in found)


def offered(measures: Iterable[str]) -> tuple[str, ...]:
    """The dimensions by which all these measures can be cut."""
    asked = subjects(measures)
    return tuple(code for code in DIMENSIONS if all(code in subject.dimensions for subject in asked))


def narrowing(measures: Iterable[str], axes: tuple[str, ...]) -> tuple[str, ...]:
    """The dimensions whose members may be chosen: those offered, and those that say which figure is meant at all (which indicator, which
    form), though other subjects lack them. Years and days only where they are on an axis.
    """
    both, named = offered(measures), {code for subject in subjects(measures) for code in subject.apart}
    return tuple(code for code in DIMENSIONS if (code in both or code in named) and (code not in MOMENTS or code in axes))


def usual_rows(measures: Iterable[str]) -> tuple[str, ...]:
    """By what a table is cut where the reader has not said: by unit; by the dimension that must be told apart where there is one."""
    asked = subjects(measures)
    named = [code for subject in asked for code in subject.apart if code not in (*MOMENTS, *subject.kept) and code in offered(measures)]
    return tuple(named[:1]) or ("unit",)


def usual_sort(cut_measures: tuple[str, ...], top: int | None) -> str | None:
    """By what lines are ordered where the reader has not said: a top n by the first figure, else by name."""
    return cut_measures[0] if top else None


def kept(subject: Subject, cut: Cut) -> dict[str, tuple[str, ...]]:
    """Which members count in one subject, by dimension: those chosen, or what counts where nothing was said of a dimension."""
    own = {code: codes for code, codes in cut.kept.items() if code in subject.dimensions and code not in MOMENTS}
    named = {*own, *cut.axes}
    usual = {code: codes for code, codes in subject.kept.items() if code not in named and SAID_BY.get(code) not in named}
    return own | usual


def unnamed(subject: Subject, cut: Cut) -> list[str]:
    """The dimensions that keep a subject from being asked: nothing adds up over them, they are on no axis, and no one member is chosen."""
    counting = kept(subject, cut)
    return [code for code in subject.apart if code not in (*MOMENTS, *cut.axes) and len(counting.get(code, ())) != 1]


def gathers_carried_over(cut: Cut) -> bool:
    """Whether carried-over capital counts beside this year's (figures.md 6)."""
    money = SUBJECTS["money"]
    if money not in cut.subjects:
        return False
    years = cut.kept.get("capital_year", ())
    return len(kept(money, cut).get("carried_over", ("no", "yes"))) > 1 and len(years) != 1


def changed(cut: Cut, **choices: Any) -> Cut:
    """A cut with some choices changed; what followed by itself from the others follows again."""
    new = replace(cut, **choices)
    if "rows" not in choices and cut.rows == usual_rows(cut.measures):
        new = replace(new, rows=usual_rows(new.measures))
    if "sort" not in choices and (cut.sort.measure == usual_sort(cut.measures, cut.top) or cut.sort.measure not in new.measures):
        new = replace(new, sort=replace(cut.sort, measure=usual_sort(new.measures, new.top)))
    return new if new.columns == cut.columns else replace(new, sort=replace(new.sort, keys=()))
