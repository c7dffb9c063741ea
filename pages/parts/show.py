"""Showing one figure on a page: its finding, the chart, what stands behind it, the same figures as a table, and a file of them."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import charts, filters, formats, outlook, paths, stage, taken, why, words
from pages.parts.ask import ask
from queries import about

FIGURES = ("planned_vnd", "disbursed_vnd", "disbursed_share", "remaining_vnd", "unreported_planned_vnd", "lower_share")


def headline(
    now: pd.Series, chosen: filters.Chosen, target: float | None, coverage: pd.Series, *more: str, is_explained: bool = False
) -> None:
    """The state of this year's capital, with `more` in the same sentence, and what must be said wherever the rate stands.

    `is_explained`: the same figures stand beneath once more, with the way to what they follow from.
    """
    whose = chosen.whose(_store().province_name)
    told = words.headline(now, chosen.on, whose, target, plan_year=chosen.plan_year, coverage=coverage)
    st.header("; ".join([told.rstrip("."), *(said for said in more if said)]) + ".", anchor=False)
    if not is_explained:
        why.door(now, key="dau-trang", figure="disbursed_share")
    for caution in words.cautions(now):
        st.warning(caution)


def stop_if_not_run(total: pd.DataFrame, components: pd.DataFrame, chosen: filters.Chosen) -> None:
    """One sentence in place of the page where what was chosen is not run in the province and nothing is planned for it."""
    if chosen.component and total.planned_vnd.isna().all() and not components["is_run"].any():
        st.info(f"{chosen.words[filters.COMPONENT]}: không thực hiện tại địa phương.")
        st.stop()


def figure(
    chart: charts.Figure, answer: pd.DataFrame, *columns: str, finding: str, alt: str, key: str, behind: str,
    of: tuple[pd.DataFrame, ...] = (),
) -> None:  # fmt: skip
    """A chart under its finding, and beneath it the named columns of its answer with links to what it is about.

    `alt` says in words what is drawn; `behind` says how many reports stand behind it and up to when; `of` are the answers its figures are
    from, where they are several.
    """
    st.markdown(f"**{finding}**")
    drawn = charts.enlarged(chart, stage.LETTERS) if stage.is_on() else chart
    height = stage.height_of(key, drawn.layout.height)
    st.plotly_chart(drawn, theme=None, config={"displayModeBar": False}, alt=alt, key=key, height=height)
    note(behind)
    why.door(*(of or (answer,)), key=key)
    if not stage.is_on():
        with st.expander("Bảng số"):
            _numbers(answer, *columns, finding=finding, key=key, behind=behind)
            paths.doors(answer)


def bars(
    answer: pd.DataFrame, name: str, *columns: str, finding: str, alt: str, key: str, behind: str,
    marked: str | None = None, whole: float | None = None, of: tuple[pd.DataFrame, ...] = (),
) -> None:  # fmt: skip
    """Ranked shares of what `name` names, with `columns` leading the table; `marked` is a unit in bold, `whole` the rate of all."""
    ready = words.labelled(answer, marked, filters.chosen().on)
    shown, group = ("shown", "block") if "shown" in ready else (name, None)
    figure(
        charts.share_bars(ready, name=shown, label="label", group=group, whole=whole, whole_name="mức chung"), answer, *columns, *FIGURES,
        finding=finding, alt=alt, key=key, behind=behind + words.stars(answer, name), of=of,
    )  # fmt: skip


def curve(
    points: pd.DataFrame, last_year: pd.DataFrame, now: pd.Series, chosen: filters.Chosen, target: float | None, *, key: str, behind: str
) -> None:
    """The rate through the year, as more than one page shows it."""
    last_on = chosen.on if points.empty else formats.as_date(points["cut_off_on"].max())  # one unit may have no report at the chosen day
    figure(
        charts.curve(points, last_year, plan_year=chosen.plan_year, target=target),
        points, "cut_off_on", "planned_vnd", "disbursed_vnd", "disbursed_share", "exact_count", "unit_count",
        finding=words.against_time(now, last_on, chosen.plan_year), key=key,
        alt="Tỷ lệ giải ngân lũy kế trong năm, so với năm trước, đường đều theo thời gian và mục tiêu năm",
        behind=behind + " Dấu rỗng: chưa đủ đơn vị có số liệu đúng ngày đó.",
    )  # fmt: skip


def ranges(answer: pd.DataFrame, target: float | None, what: str, *, key: str, behind: str) -> None:
    """Where each unit or component may end the year, by the forecast."""
    ready = outlook.ready(answer)
    if ready["low_share"].isna().all():
        st.markdown(f"**{outlook.finding(ready, target, what)}**")
        return
    figure(
        charts.ranges(ready, name="short_name", label="forecast_note", target=target),
        ready, "short_name", "planned_vnd", "disbursed_vnd", "disbursed_share", "low_share", "high_share", "years_count", "claim_share",
        "at_risk_low_vnd", "at_risk_high_vnd", "needed_monthly_vnd", "recent_monthly_vnd",
        finding=outlook.finding(ready, target, what), key=key, behind=behind,
        alt=f"Khoảng dự báo giải ngân đến 31/12 của từng {what}: số hiện nay, mức thấp, mức cao và mục tiêu năm",
    )  # fmt: skip


def table(answer: pd.DataFrame, *columns: str, finding: str, key: str, behind: str) -> None:
    """A table that stands for itself, under its finding."""
    st.markdown(f"**{finding}**")
    _numbers(answer, *columns, finding=finding, key=key, behind=behind)
    note(behind)
    why.door(answer, key=key)


def excerpt(answer: pd.DataFrame, columns: tuple[str, ...], most: int, *, finding: str, key: str, file: taken.File | None = None) -> None:
    """The first rows of a table, text as it was sent; taken away as a whole, as `file` says, or not at all."""
    st.markdown(f"**{finding}**")
    st.table(formats.table(answer.head(most), *columns))
    if file:
        taken.offer(answer, file.columns, file.finding, key, file.behind, taken.LISTS)


def note(text: str) -> None:
    """A small line under a figure; not `st.caption`, whose grey is too pale to be read from far."""
    st.markdown(f":small[{text}]")


def lines(*said: str) -> None:
    """Sentences, one under the other."""
    st.markdown("\n".join(f"- {sentence}" for sentence in said if sentence))


def metrics(figures: dict[str, str], *, of: pd.Series | pd.DataFrame, key: str) -> None:
    """A few figures side by side, each under its name, and a way to what they follow from: the answer, or row of one, they are from."""
    for place, (name, value) in zip(st.columns(len(figures)), figures.items(), strict=True):
        place.metric(name, value)
    why.door(of, key=key)


def compared(
    place: DeltaGenerator, name: str, value: str, *beneath: str | None, of: pd.Series | pd.DataFrame, key: str, figure: str | None = None
) -> None:  # fmt: skip
    """One figure, and beneath it what stands to be said of it: its change since the last round, and since the same day last year.

    `of` is the row (and `figure` its column) or the answer that the figure is from.
    """
    with place, st.container(gap=None):
        st.metric(name, value)
        note("  \n".join(said for said in beneath if said))
        why.door(of, key=key, figure=figure, label=why.BRIEFLY)


def _numbers(answer: pd.DataFrame, *columns: str, finding: str, key: str, behind: str) -> None:
    """The named columns of an answer, and a file of them to take away; an answer without rows is said in words."""
    if answer.empty:
        st.write("Chưa có dòng nào.")
        return
    if any(column.endswith("_vnd") for column in columns):
        note("Đơn vị tính: triệu đồng")
    st.table(formats.table(answer, *columns))
    taken.offer(answer, columns, finding, key, behind)


def _store() -> pd.Series:
    return ask(about.store).iloc[0]
