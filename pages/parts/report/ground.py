"""What the sections of a paper share: what was asked, which reports stand behind it, and how sentences, lists and tables are put."""

from collections.abc import Iterable

import pandas as pd

from pages.parts import clock, filters, formats, words
from pages.parts.ask import ask
from queries import about, disbursement

FIGURES = ("planned_vnd", "disbursed_vnd", "disbursed_share", "remaining_vnd", "unreported_planned_vnd", "lower_share")
NAMED_MOST = 5  # lines of a list in the text; tables have all of them


def asked(chosen: filters.Chosen) -> dict[str, object]:
    """The plan year and the day."""
    return {"plan_year": chosen.plan_year, "on": chosen.on}


def narrowed(chosen: filters.Chosen) -> dict[str, object]:
    """The same, of what is not told apart by source and type: obstacles."""
    return asked(chosen) | {"component": chosen.component, "unit": chosen.unit}


def open_tasks(chosen: filters.Chosen) -> dict[str, object]:
    """What is asked of tasks that wait: up to the day that the pages count to."""
    return {"today": clock.today(chosen), "component": chosen.component, "unit": chosen.unit}


def year_of_tasks(chosen: filters.Chosen) -> dict[str, object]:
    """The same of what belongs to the plan year and to no component: reports, visits."""
    return {"plan_year": chosen.plan_year, "today": clock.today(chosen), "unit": chosen.unit}


def store() -> pd.Series:
    """What the store says of itself, and the office's settings."""
    return ask(about.store).iloc[0]


def whose(chosen: filters.Chosen) -> str:
    """Whose money it is, inside a sentence."""
    return chosen.whose(store().province_name)


def coverage(chosen: filters.Chosen) -> pd.Series:
    """Which reports the figures have."""
    return ask(disbursement.coverage, **asked(chosen), unit=chosen.unit).iloc[0]


def behind(chosen: filters.Chosen) -> str:
    """How many reports stand behind the figures, and up to when: what stands under a table."""
    return words.behind(coverage(chosen), chosen.on)


def basis(chosen: filters.Chosen) -> str:
    """The same as a sentence of the text."""
    return f"Số liệu {small(words.behind(coverage(chosen), chosen.on, in_full=True))}"


def dated(chosen: filters.Chosen, told: str) -> str:
    """A sentence on tasks, with the day that they count to: "Tính đến ngày …, 7 kiến nghị …"."""
    return f"{clock.told(chosen).rstrip('.')}, {small(told)}"


def small(text: str) -> str:
    """A sentence as it goes on inside another."""
    return text[:1].lower() + text[1:]


def sentence(*parts: str) -> str:
    """Parts in one sentence, with its stop: "a", "b." → "A; b."."""
    told = "; ".join(part.strip().rstrip(".") for part in parts if part)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def said(*sentences: str) -> tuple[str, ...]:
    """Sentences without those that say nothing."""
    return tuple(text for text in sentences if text)


def listed(lines: Iterable[str], most: int | None = NAMED_MOST, more: str = "") -> tuple[str, ...]:
    """Lines of a list; past `most` how many more there are, and what of (`more`)."""
    every = list(lines)
    kept = tuple(f"- {sentence(line)}" for line in every[:most])
    left = len(every) - len(kept)
    return (*kept, f"- Và {left} {more} khác, nêu ở bảng.") if left else kept


def of(what: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows about units or components (`what`), whose names then stand under that heading and not under "Tên"."""
    return rows.rename(columns={"short_name": f"{what}_short_name"})


def in_words(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """Rows whose words in a column have lost the symbol before them: a paper in one type has no such signs."""
    return rows.assign(**{column: [value if formats.is_missing(value) else str(value).partition(" ")[2] for value in rows[column]]})
