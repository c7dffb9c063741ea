"""The common filters: drawn by the frame around every page, kept in the address, read by a page with `chosen()`."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

import streamlit as st

from pages.parts import formats, links, own, paths, pickers, stage, standing, tell, viewer
from pages.parts.ask import ask, door, frozen
from pages.parts.choice import COMPONENT, CUT_OFF, KEYS, SOURCE, TYPE, UNIT, YEAR, Chosen
from queries import about, choices, disbursement

WEEK = 7  # days: a change over less says nothing
LED_TO = "led to"  # the group of the menu that is not drawn: pages that only a figure leads to
RECEIVING = "tiep-nhan"  # the one page that works before anybody has reported
NO_REPORT = (
    "Chưa có báo cáo giải ngân nào được tiếp nhận. Nhận báo cáo ở trang Tiếp nhận báo cáo, hoặc chạy `python -m data receive ĐƯỜNG_DẪN`."
)


def target(choice: Chosen) -> float | None:
    """The share to be spent by the end of the year, or None where the office set none."""
    answer = ask(disbursement.target, plan_year=choice.plan_year, capital_type=choice.capital_type)
    return None if answer.empty else float(answer["share"].iloc[0])


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
        left = st.container()
        above = st.container()
        choice = _draw(office.quick_project)
        stage.enter()
        viewer.ask_name()
        st.markdown(f":small[Phiên bản số liệu {links.short(office.figures_version)}, dựng lúc {formats.moment(office.built_at)}]")
    if choice is None:
        yield from _begun(menu, page)
        return
    if frozen():
        with left:
            st.page_link(
                page, label="← Xem số liệu hiện hành", query_params=choice.address(frozen=None) | {links.AGAIN: "1"}, width="stretch"
            )
    for group, entries in menu.items():
        if group == LED_TO:
            continue
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

    at = frozen()
    newest = str(at.plan_year) if at else str(reported.sort_values("newest_on")["plan_year"].iloc[-1])
    year = pickers.one("Năm ngân sách", YEAR, [str(y) for y in reported["plan_year"]], str, asked, newest)
    days = {formats.as_date(row.cut_off_on).isoformat(): row for row in ask(choices.cut_offs, plan_year=int(year)).itertuples()}
    told = {iso: f"{formats.day(row.cut_off_on)} ({row.exact_count}/{row.unit_count} đơn vị)" for iso, row in days.items()}
    latest = at.on.isoformat() if at and year == newest else next(iter(told))
    on = pickers.one("Số liệu tính đến ngày", CUT_OFF, list(told), told.__getitem__, asked, latest)

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
    is_newest = (year, on) == (newest, latest)
    choice = Chosen(int(year), date.fromisoformat(on), component, source, capital_type, unit, previous_on, unknown, words, is_newest)
    links.write(choice.address() | links.told(links.BACK) | own.kept())
    return choice
