"""The common filters: drawn by the frame around every page, kept in the address, read by a page with `chosen()`."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from pages.parts import formats, links, own, paths, pickers, stage, standing, tell, viewer
from pages.parts.ask import ask, door
from queries import about, choices, disbursement

YEAR, CUT_OFF, COMPONENT, SOURCE, TYPE, UNIT = "nam", "ngay", "du-an", "nguon", "loai", "don-vi"
KEYS = (YEAR, CUT_OFF, COMPONENT, SOURCE, TYPE, UNIT)
WEEK = 7  # days: a change over less says nothing
RECEIVING = "tiep-nhan"  # the one page that works before anybody has reported
NO_REPORT = (
    "Chưa có báo cáo giải ngân nào được tiếp nhận. Nhận báo cáo ở trang Tiếp nhận báo cáo, hoặc chạy `python -m data receive ĐƯỜNG_DẪN`."
)


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

    def whose(self, province: str) -> str:
        """Whose money the figures are about, inside a sentence."""
        parts = [self.words[k] for k in (UNIT, COMPONENT, SOURCE, TYPE) if k in self.words]
        first, *rest = parts if UNIT in self.words else [province[:1].lower() + province[1:], *parts]
        return f"{first} ({', '.join(rest)})" if rest else first

    def address(self, **changes: str | None) -> dict[str, str]:
        """The address of this choice, or of this choice with changes: `address(unit="943")`."""
        named = {"year": str(self.plan_year), "cut_off": self.on.isoformat(), "component": self.component, "source": self.source}
        named |= {"capital_type": self.capital_type, "unit": self.unit} | changes
        return {key: value for key, value in zip(KEYS, named.values(), strict=True) if value} | _marks()


def _marks() -> dict[str, str]:
    return links.marks(ask(about.store).iloc[0]) | links.told(links.STAGE)


def target(choice: Chosen) -> float | None:
    """The share to be spent by the end of the year, or None where the office set none."""
    answer = ask(disbursement.target, plan_year=choice.plan_year, capital_type=choice.capital_type)
    return None if answer.empty else float(answer["share"].iloc[0])


def a_year_before(on: date) -> date:
    """The same day and month one year earlier; 29/02 becomes 28/02."""
    return on.replace(year=on.year - 1, day=28 if (on.month, on.day) == (2, 29) else on.day)


_chosen: ContextVar[Chosen | None] = ContextVar("chosen", default=None)


def chosen() -> Chosen:
    """What the reader chose in this run. Without the frame the door is shut, there is no choice, and the page stops."""
    door()
    choice = _chosen.get()
    if choice is None:
        st.stop()
    return choice


@contextmanager
def drawn(menu: dict[str, dict[str, st.Page]], page: st.Page) -> Iterator[Chosen | None]:
    """Draw what stands around every page, and keep the choice for the page that runs inside. `menu`: group → path → page."""
    office = ask(about.store).iloc[0]
    standing.title(page.title, office)
    replaced = links.is_from_before(office.figures_version)
    with st.sidebar:
        st.markdown(f"**{office.programme_short_name}**  \n{office.province_name}")
        above = st.container()
        choice = _draw(office.quick_project)
        stage.enter()
        viewer.ask_name()
        st.markdown(f":small[Phiên bản số liệu {links.short(office.figures_version)}, dựng lúc {formats.moment(office.built_at)}]")
    if choice is None:
        yield from _begun(menu, page)
        return
    for group, entries in menu.items():
        with above.expander(group, expanded=page in entries.values()) if group else above:
            for entry in entries.values():  # links, so that they carry the filters
                again = {links.AGAIN: "1"} if entry == page else {}
                st.page_link(entry, query_params=choice.address() | again, width="stretch")
    pages = {path: entry for entries in menu.values() for path, entry in entries.items()}
    here = paths.Here(pages, page, choice.address)
    with stage.bar(here):
        standing.lines(office, choice.plan_year, choice.on, choice.unit, choice.unknown, replaced=replaced)
    token = _chosen.set(choice)
    try:
        with paths.opened(here):
            paths.back()
            tell.said()
            yield choice
            own.forget_unclaimed()
    finally:
        _chosen.reset(token)


def _begun(menu: dict[str, dict[str, st.Page]], page: st.Page) -> Iterator[None]:
    """Before the first report: workbooks can be received, nothing can be looked at."""
    receiving = next((entries[RECEIVING] for entries in menu.values() if RECEIVING in entries), None)
    if page != receiving:
        st.info(NO_REPORT)
        if receiving:
            st.page_link(receiving)
        st.stop()
    tell.said()
    yield None


def _draw(quick_project: str) -> Chosen | None:
    """Draw the filters, follow the address, and give the choice; None when no unit has reported anything."""
    years = ask(choices.plan_years)
    reported = years[years["newest_on"].notna()]
    asked = links.changed()
    links.settle(asked)
    own.settle(None if asked is None else {k: v for k, v in asked.items() if k not in (*KEYS, *links.MARKS, links.BACK, links.AGAIN)})
    if reported.empty:
        return None
    words: dict[str, str] = {}

    newest = str(reported.sort_values("newest_on")["plan_year"].iloc[-1])
    year = pickers.one("Năm ngân sách", YEAR, [str(y) for y in reported["plan_year"]], str, asked, newest)
    days = {formats.as_date(row.cut_off_on).isoformat(): row for row in ask(choices.cut_offs, plan_year=int(year)).itertuples()}
    told = {iso: f"{formats.day(row.cut_off_on)} ({row.exact_count}/{row.unit_count} đơn vị)" for iso, row in days.items()}
    on = pickers.one("Số liệu tính đến ngày", CUT_OFF, list(told), told.__getitem__, asked, next(iter(told)))

    components = {row.code: f"{row.code} · {row.short_name}" for row in ask(choices.components).itertuples()}
    above = st.container()
    component = pickers.any_("Dự án, tiểu dự án", COMPONENT, components, asked, words)
    with above:
        pickers.quick(COMPONENT, quick_project, components)
    units = pickers.named(ask(choices.reporting_units, plan_year=int(year)), "unit_code", "short_name")
    unit = pickers.any_("Đơn vị", UNIT, units, asked, words)
    with st.expander("Nguồn vốn, loại vốn", expanded=bool(st.session_state.get(SOURCE) or st.session_state.get(TYPE))):
        source = pickers.any_("Nguồn vốn", SOURCE, pickers.named(ask(choices.fund_sources), "code", "name"), asked, words)
        capital_type = pickers.any_("Loại vốn", TYPE, pickers.named(ask(choices.capital_types), "code", "name"), asked, words)

    earlier = [date.fromisoformat(iso) for iso in days if iso < on]
    previous_on = max([day for day in earlier if (date.fromisoformat(on) - day).days >= WEEK] or earlier, default=None)
    unknown = tuple(f"{key}={asked[key]}" for key in KEYS if asked and asked.get(key) and asked[key] != st.session_state[key])
    is_newest = (year, on) == (newest, next(iter(days)))
    choice = Chosen(int(year), date.fromisoformat(on), component, source, capital_type, unit, previous_on, unknown, words, is_newest)
    links.write(choice.address() | links.told(links.BACK) | own.kept())
    return choice
