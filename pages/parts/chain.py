"""The chain of one figure on a page: in words, what its cells add up to, the cells, the files they stand in, what was checked."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pandas as pd
import streamlit as st

from pages.parts import cell, computed, explained, formats, listing, origins, why
from pages.parts.ask import ask
from pages.parts.beside import VERDICTS
from pages.parts.formats import count, day, is_missing, plain
from queries import origin

TOLD = 5  # warnings said


def shown(wanted: why.Wanted, answer: pd.DataFrame, row: pd.Series, figure: str, name: str) -> None:
    """Everything that stands behind one figure of one row of an answer."""
    value = row[figure]
    asked, basis, column = computed.basis(wanted, figure)  # a rank stands on the rate it is by
    on = asked.filters.get("on") or asked.filters.get("today")
    about = ", ".join([explained.name(figure), *([name] if name else []), *([f"xem ở ngày {day(on)}"] if on else [])])
    st.header(f"{plain(about)}: {said(figure, value, row)}", anchor=False)
    st.markdown(f"**Cách tính.** {explained.HOW[figure]}")
    if is_missing(value):
        st.markdown(f"**Vì sao để trống.** {explained.missing(figure, row)}")
        return
    made = origins.made_of(asked, row, basis)
    told = readd(made, basis, row[column], row, on)
    st.markdown(f"**Cộng lại.** {told}")
    computed.shown(asked, answer, row, figure)
    sent = made[made["submission_id"].notna()] if len(made) else made
    submissions = tuple(sorted(set(sent["submission_id"]))) if len(sent) else ()
    files, warnings = ask(origin.files, submissions=submissions), ask(origin.warned, submissions=submissions)
    for line in (treasury(made), checks(files, warnings, made)):
        if line:
            st.markdown(line)
    if len(made):
        whole = f"{about}: {said(figure, value, row)}"
        listing.cells(listing.ready(made, files), whole, f"Cách tính: {explained.HOW[figure]} Cộng lại: {told}")
    if len(files):
        listing.whole_files(files, about)


def said(figure: str, value: object, row: pd.Series) -> str:
    """A figure as it reads: money in whole đồng and as the page writes it, an indicator in its unit."""
    if is_missing(value):
        return formats.MISSING
    if origins.is_money(figure, row):
        return f"{count(value)} đồng (trên trang: {formats.million(value)} triệu đồng)"
    if figure.endswith(("_share", "_count")):
        return formats.said(figure, value)
    unit = row.get("level_unit" if "level" in figure else "measure_unit") if figure not in ("numerator", "denominator") else ""
    return f"{formats.number(value, 2 if Decimal(str(value)) % 1 else 0)} {unit or ''}".strip()


def readd(made: pd.DataFrame, figure: str, value: object, row: pd.Series, on: date | None = None) -> str:
    """What the cells add up to, and whether that is the figure: "Cộng 42 ô = 12.345.678.900 đồng, bằng con số trên trang ✓"."""
    if made.empty:
        return computed.none(figure, value)
    if (made["term"] == "input").any():
        return computed.otherwise(made, figure, value, row, on)
    total = origins.added(made, percent=origins.is_indicator(row))
    things = "ô" if made["part"].isin(("report", "warning", "finding", "indicator")).sum() == 0 else "dòng"
    parts = [_part(term, made[made["term"] == term], things) for term in explained.TERMS if (made["term"] == term).any()]
    told = "; ".join(parts)
    if total is None or is_missing(value):
        return f"{told[:1].upper()}{told[1:]}."
    end = (
        "bằng con số trên trang ✓"
        if origins.agrees(total, value, figure)
        else ("khác con số trên trang: một phần nằm ngoài phạm vi được xem, hoặc số liệu đã đổi từ lúc mở trang")
    )
    result = f" → {said(figure, float(total), row)}" if len(parts) > 1 else ""
    return f"{told[:1].upper()}{told[1:]}{result}, {end}"


def _part(term: str, rows: pd.DataFrame, things: str) -> str:
    if term == "mean":
        return f"chia cho kế hoạch bình quân của {count(len(rows))} đơn vị (theo mẫu số)"
    return f"{explained.TERMS[term]} {count(len(rows))} {things} = {_sum(rows)}"


def _sum(rows: pd.DataFrame) -> str:
    if rows["amount_vnd"].notna().any():
        return f"{count(rows['amount_vnd'].sum())} đồng"
    total = sum((Decimal(str(number)) for number in rows["number"]), Decimal())
    return formats.number(total, 2 if total % 1 else 0)


def treasury(made: pd.DataFrame) -> str:
    """How the lines of money spent stand beside the Treasury's figures, counted line by line."""
    told = made[made["part"].isin(listing.COMPARED)].drop_duplicates(["unit_code", "what"])["verdict"].dropna() if len(made) else []
    counted = Counter(VERDICTS[verdict] for verdict in told)
    if not counted:
        return ""
    lines = "; ".join(f"{n} dòng {word}" for word, n in counted.most_common())
    apart = "Đây là so từng dòng vốn; trang Đối chiếu cộng các dòng theo đơn vị × dự án × nguồn vốn, nên số dòng ở đó khác."
    return f"**Đối chiếu Kho bạc.** {lines}. {apart}"


def checks(files: pd.DataFrame, warnings: pd.DataFrame, made: pd.DataFrame) -> str:
    """How many rules the files went through, and what is warned of in these very cells."""
    if files.empty:
        return ""
    rules = count(files["rule_count"].iloc[0])
    told = f"**Kiểm tra.** {count(len(files))} tệp đã qua {rules} quy tắc; {count(len(warnings))} cảnh báo trong các tệp"
    here = warnings.merge(made[["submission_id", "sheet", "cell"]].drop_duplicates(), on=["submission_id", "sheet", "cell"])
    if here.empty:
        return f"{told}, không cảnh báo nào về các ô này."
    whose = files.set_index("submission_id")["sent_by_name"]
    lines = [
        f"- {plain(whose[w.submission_id])}, {plain(cell.place(w.sheet, w.cell))}: **{plain(w.rule_name)}**. {plain(w.sentence)}"
        for w in here.head(TOLD).itertuples()
    ]
    more = [f"- và {len(here) - TOLD} cảnh báo khác"] if len(here) > TOLD else []
    return f"{told}, {count(len(here))} về chính các ô này:\n" + "\n".join(lines + more)
