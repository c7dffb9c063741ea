"""Thay đổi từ lần họp trước: what differs between two versions in words and tables, why, and the way to the cells, old and new."""

from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from pages.parts import attained, cell, differing, filters, paths, replaced, show
from pages.parts.formats import count, is_missing, million
from pages.parts.two_versions import Two
from queries import disbursement, reports, versions

MOST, ALL = 40, 100_000  # lines of a table at first; all of them
SHOWN = {"it": f"{MOST} dòng lớn nhất", "het": "Tất cả"}
FIGURES = {"planned_vnd": "Kế hoạch vốn", "disbursed_vnd": "Giải ngân", "unplanned_disbursed_vnd": "Giải ngân chưa có kế hoạch"}
RULE = (
    "Sửa số của ngày trước: bản sau nói khác về chính ngày của bản trước (nộp lại, nộp muộn, rút, quyết định mới). "
    "Đến kỳ này: thay đổi do thời gian, từ ngày của bản trước đến ngày của bản sau. Số chưa có tính là 0 khi cộng."
)
NOTHING = "Không có số nào khác nhau."


class Moved(NamedTuple):
    """What differs between two versions: figures of money, and indicators."""

    money: pd.DataFrame
    aims: pd.DataFrame


def between(two: Two, chosen: filters.Chosen) -> Moved:
    """What differs, within what the reader narrowed the figures to; indicators know no fund source, and are told of every component."""
    lines = two.three(versions.lines, **chosen.kind_of_money, unit=chosen.unit)
    return Moved(differing.money(lines), differing.attainments(two.three(versions.attainments, unit=chosen.unit)))


def whole(two: Two, chosen: filters.Chosen, changed: Moved, known: replaced.Files, most: int) -> None:
    """The headline in both versions with what makes up its change, and which submission replaced which."""
    narrowed = {**chosen.kind_of_money, "unit": chosen.unit}
    heads = (v.ask(disbursement.total, plan_year=two.later.plan_year, on=v.on, **narrowed) for v in two)
    totals = differing.totals(changed.money, *heads)
    show.table(
        totals.assign(figure_name=[_figure(r.figure, "kéo dài" if r.is_carried_over else "năm nay") for r in totals.itertuples()]),
        "figure_name", "before_vnd", "after_vnd", "change_vnd", "corrected_vnd", "moved_vnd", "changed_count", finding=headline(totals),
        key="thay-doi-tong", behind=f"{two.told} {RULE}",
    )  # fmt: skip
    causes, idle = replaced.split(differing.causes(*changed))
    if len(causes):
        some = replaced.causes(causes.head(most), known)
        left = f" {len(causes) - most} nguyên nhân đổi ít hơn không nêu ở đây." if len(causes) > most else ""
        alike = [column for column in ("part_told", "cause_told") if some[column].nunique() == 1]  # said once, not in every row
        same = f" Mọi dòng: {'; '.join(str(some[column].iloc[0]) for column in alike)}." if alike else ""
        columns = (
            "unit_short_name", "part_told", "cause_told", "received_told", "received_by", "disbursed_change_vnd", "carried_change_vnd",
            "plan_change_vnd", "line_count", "aim_count",
        )  # fmt: skip
        show.table(
            some, *(column for column in columns if column not in alike), key="thay-doi-vi-sao", behind=f"{two.told}{same}{left}",
            finding=f"Vì sao số tiền thay đổi ({replaced.kinds(causes, known)}), thay đổi nhiều nhất trước",
        )  # fmt: skip
    if len(idle):
        with st.expander(f"Không đổi số tiền, chỉ đổi dòng chỉ tiêu hoặc chuyển dòng: {replaced.kinds(idle, known)}"):
            show.table(
                replaced.causes(idle, known), "unit_short_name", "part_told", "cause_told", "received_told", "received_by", "line_count",
                "aim_count", key="thay-doi-khong-tien", behind=two.told, finding=f"{len(idle)} nguyên nhân không đổi số tiền",
            )  # fmt: skip


def money(two: Two, both: Moved, known: replaced.Files, most: int) -> None:
    """The `most` largest changes of money, and the cells of one."""
    changed, causes = both.money, differing.causes(*both)
    st.subheader("Vốn, giải ngân", anchor=False)
    some = changed.head(most)
    some = some.assign(
        figure_name=[_figure(r.figure, str(r.capital_year)) for r in some.itertuples()], why_told=replaced.shortly(some, known, causes)
    )
    show.table(
        some, "unit_short_name", "component_short_name", "fund_source_name", "capital_type_name", "figure_name", "before_vnd", "after_vnd",
        "change_vnd", "why_told", finding=f"{len(changed)} số tiền thay đổi, lớn nhất trước" if len(changed) else NOTHING,
        key="thay-doi-dong", behind=f"{two.told} {_left_out(changed, most)}",
    )  # fmt: skip
    named = [
        f"{r.unit_short_name} · {r.component_short_name} · {r.fund_source_name} {r.capital_type_name} · {r.figure_name}:"
        f" {million(r.before_vnd)} → {million(r.after_vnd)}"
        for r in some.itertuples()
    ]
    _cells(some, named, two, "o-tien")


def headline(totals: pd.DataFrame) -> str:
    """What became of this year's capital: "Giải ngân vốn năm nay 68.566 → 102.408 triệu đồng: đến kỳ này tăng 33.842; …"."""
    own = {r.figure: _moved(r) for r in totals.itertuples() if not r.is_carried_over}
    plan = own["planned_vnd"]
    return f"{own['disbursed_vnd']}; {plan[:1].lower()}{plan[1:]}"


def _moved(row: Any) -> str:
    name = _figure(row.figure, "năm nay")
    if not row.changed_count:
        return f"{name} không thay đổi ({million(row.after_vnd)} triệu đồng)"
    parts = [(row.moved_vnd, "đến kỳ này"), (row.corrected_vnd, "sửa số của ngày trước")]
    told = ", ".join(f"{words} {_signed(vnd)}" for vnd, words in parts if vnd)
    return f"{name} {million(row.before_vnd)} → {million(row.after_vnd)} triệu đồng" + (f" ({told})" if told else "")


def _signed(vnd: int) -> str:
    return f"{'tăng' if vnd > 0 else 'giảm'} {million(abs(vnd))}"


def _figure(figure: str, of: str) -> str:
    return f"{FIGURES[figure]} vốn {of}" if figure != "planned_vnd" else f"{FIGURES[figure]} {of}"


def _left_out(changed: pd.DataFrame, most: int) -> str:
    rest = changed["change_vnd"].iloc[most:]
    if rest.empty:
        return ""
    return f"{len(rest)} dòng nhỏ hơn không nêu ở đây, mỗi dòng không quá {million(rest.abs().max())} triệu đồng."


def aims(two: Two, both: Moved, known: replaced.Files, most: int) -> None:
    """The `most` largest changes of targets, results and attainment, of units and of the province."""
    changed, causes = both.aims, differing.causes(*both)
    st.subheader("Mục tiêu, chỉ tiêu", anchor=False)
    some = changed.head(most)
    texts = {
        f"{figure}_{side}": [attained.quantity(getattr(r, f"{at}_{figure}"), r.measure_unit) for r in some.itertuples()]
        for figure in ("planned", "achieved")
        for side, at in (("before", "former"), ("after", "later"))
    }
    ready = some.assign(
        **texts, row_name=[attained.named(r) for _, r in some.iterrows()], before_share=some["former_attainment_share"],
        after_share=some["later_attainment_share"], status_told=[_status(r.former_status, r.later_status) for r in some.itertuples()],
        why_told=replaced.shortly(some, known, causes),
    )  # fmt: skip
    left = f" {len(changed) - most} dòng thay đổi ít hơn không nêu ở đây." if len(changed) > most else ""
    show.table(
        ready, "unit_short_name", "row_name", "planned_before", "planned_after", "achieved_before", "achieved_after", "measure_unit",
        "before_share", "after_share", "status_told", "why_told", key="thay-doi-chi-tieu", behind=two.told + left,
        finding=f"{len(changed)} dòng chỉ tiêu thay đổi, mức đạt đổi nhiều nhất trước" if len(changed) else NOTHING,
    )  # fmt: skip
    named = [f"{r.unit_short_name} · {r.row_name}: {r.achieved_before} → {r.achieved_after}" for r in ready.itertuples()]
    _cells(some, named, two, "o-chi-tieu")


def _status(was: Any, now: Any) -> str:
    told = ["" if is_missing(status) else attained.STATUSES[status][1] for status in (was, now)]
    return told[1] if told[0] == told[1] else " → ".join(text or "không có" for text in told)


def counts(two: Two, chosen: filters.Chosen) -> None:
    """What differs in the reports that came."""
    asked = {"plan_year": two.later.plan_year, "unit": chosen.unit}
    changed = differing.reports(*(v.ask(reports.by_round, today=v.on, **asked) for v in two))
    st.subheader("Báo cáo", anchor=False)
    pairs = {
        name: [f"{count(getattr(r, f'{name}_before'))} → {count(getattr(r, f'{name}_after'))}" for r in changed.itertuples()]
        for name in ("expected_count", "received_count", "late_count")
    }
    show.table(
        changed.assign(
            expected_told=pairs["expected_count"], received_pair=pairs["received_count"], late_pair=pairs["late_count"]
        ),
        "round_name", "cut_off_on", "expected_told", "received_pair", "late_pair", "missing_names", key="thay-doi-bao-cao",
        behind=two.told, finding=f"{len(changed)} kỳ báo cáo có thay đổi" if len(changed) else "Số báo cáo của các kỳ không thay đổi",
    )  # fmt: skip


def _cells(rows: pd.DataFrame, named: list[str], two: Two, key: str) -> None:
    """One of the figures to choose, and the way to the cells it stood and stands in, each in its own version."""
    if not named:
        return
    picked = st.selectbox(
        "Xem ô trong tệp đã gửi, trước và sau", range(len(named)), index=None, format_func=named.__getitem__, key=key,
        placeholder="Chọn một dòng",
    )  # fmt: skip
    if picked is None:
        return
    row = rows.iloc[picked]
    for version, at in ((two.former, "former"), (two.later, "later")):
        submission, sheet, place = (row[f"{at}_{part}"] for part in ("submission", "sheet", "cell"))
        if is_missing(submission) or is_missing(place):
            st.markdown(f"{version.told}: không đứng ở một ô nào.")
        else:
            told = f"{version.name}: {cell.place(sheet, place)}"
            at_version = {"frozen": version.code, "cut_off": version.on.isoformat()}
            paths.link(cell.PAGE, told, own={cell.KEY: f"{submission}!{sheet}!{place}"}, **at_version)
