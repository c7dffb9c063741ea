"""What the reader chose, and what follows from it alone: the arguments of questions, the words, the address."""

from dataclasses import dataclass, field
from datetime import date

from pages.parts import links
from pages.parts.ask import ask
from queries import about

YEAR, CUT_OFF, COMPONENT, SOURCE, TYPE, UNIT = "nam", "ngay", "du-an", "nguon", "loai", "don-vi"
KEYS = (YEAR, CUT_OFF, COMPONENT, SOURCE, TYPE, UNIT)


@dataclass(frozen=True)
class Chosen:
    """What the reader chose. Every figure's "today" is `on` (figures.md 2)."""

    plan_year: int
    on: date
    component: str | None
    source: str | None
    capital_type: str | None
    unit: str | None
    previous_on: date | None  # the cut-off before, in the same year, at least a week earlier where there is one
    unknown: tuple[str, ...]  # what the link asked for that the figures do not have
    words: dict[str, str] = field(hash=False)  # what each choice is called on screen, by key of the address
    is_newest: bool = False  # the newest cut-off there is: what is live, such as open tasks, counts to today (pages.parts.clock)

    @property
    def money(self) -> dict[str, object]:
        """The arguments of a money question."""
        return {"plan_year": self.plan_year, "on": self.on, "unit": self.unit} | self.kind_of_money

    @property
    def kind_of_money(self) -> dict[str, object]:
        """What narrows the money, whoever holds it."""
        return {"component": self.component, "source": self.source, "capital_type": self.capital_type}

    @property
    def is_part_of_money(self) -> bool:
        """Narrowed to a source or a type of capital, which causes and indicators do not tell apart."""
        return bool(self.source or self.capital_type)

    @property
    def year_before(self) -> dict[str, object]:
        """The same question at the same day and month one plan year earlier."""
        return self.money | {"plan_year": self.plan_year - 1, "on": a_year_before(self.on)}

    @property
    def reports_year_before(self) -> dict[str, object]:
        """The arguments of a question about reports, a year earlier."""
        return {"plan_year": self.plan_year - 1, "on": a_year_before(self.on), "unit": self.unit}

    @property
    def whole_year_before(self) -> dict[str, object]:
        """The year before to its end, for curves: payments run into January."""
        return self.year_before | {"on": date(self.plan_year, 1, 31)}

    @property
    def file_name(self) -> str:
        """What the name of a file says of this choice: year, day, and the codes that narrow it, joined by hyphens."""
        narrowed = (self.unit, self.component, self.source, self.capital_type)
        return "-".join([str(self.plan_year), self.on.isoformat(), *(code.lower() for code in narrowed if code)])

    def whose(self, province: str) -> str:
        """Whose money the figures are about, inside a sentence."""
        parts = [self.words[k] for k in (UNIT, COMPONENT, SOURCE, TYPE) if k in self.words]
        first, *rest = parts if UNIT in self.words else [province[:1].lower() + province[1:], *parts]
        return f"{first} ({', '.join(rest)})" if rest else first

    def address(self, **changes: str | None) -> dict[str, str]:
        """The address of this choice, or with changes: `address(unit="943")`; `frozen` is the code of a frozen version, None = live."""
        marks = _marks()
        if "frozen" in changes:
            code = changes.pop("frozen")
            marks = {k: v for k, v in marks.items() if k not in (links.FROZEN, links.VERSION)} | ({links.FROZEN: code} if code else {})
        named = {"year": str(self.plan_year), "cut_off": self.on.isoformat(), "component": self.component, "source": self.source}
        named |= {"capital_type": self.capital_type, "unit": self.unit} | changes
        return {key: value for key, value in zip(KEYS, named.values(), strict=True) if value} | marks


def a_year_before(on: date) -> date:
    """The same day and month one year earlier; 29/02 becomes 28/02."""
    return on.replace(year=on.year - 1, day=28 if (on.month, on.day) == (2, 29) else on.day)


def _marks() -> dict[str, str]:
    return links.marks(ask(about.store).iloc[0]) | links.told(links.FROZEN, links.STAGE)
