"""What was attained of indicators, in words: the status with symbol and word, figures in the indicator's own unit, who is far from it."""

import pandas as pd
import streamlit as st

from pages.parts import formats, paths
from pages.parts.formats import is_missing, share
from queries.defined import DIMENSIONS

PAGE, INDICATOR = "pages/targets/targets.py", "chi-tieu"
SYMBOLS = {"exceeded": "▲", "reached": "●", "under_way": "◐", "at_risk": "▼", "missed": "✕", "no_result": "…", "no_target": "?"}
STATUSES = {  # symbol, word; the order is the one of legends and counts
    code: (SYMBOLS[code], name[0].lower() + name[1:]) for code, name in DIMENSIONS["attained"].members.items()
}
BASES = {
    "decision": "quyết định giao",
    "unit": "theo đơn vị báo cáo",
    "standing": "chỉ tiêu chung",
    "settings": "mục tiêu của văn phòng",
    "units": "cộng các đơn vị",
}
FIGURES = (
    "planned_text",
    "achieved_text",
    "measure_unit",
    "parts_text",
    "attainment_share",
    "expected_share",
    "status_name",
    "state",
    "reported_on",
)
SOURCES = ("reported_told", "basis_name", "citation")  # what a table of the province says after the figures
FAR = ("at_risk", "missed")
WITHOUT_MONEY = ", không kể giải ngân vốn"
PART_OF = "Dòng “trong đó” không tính vào số chỉ tiêu."


def told(status: str) -> str:
    """The status as it stands everywhere: symbol and word."""
    symbol, word = STATUSES[status]
    return f"{symbol} {word}"


def quantity(value: float | None, unit: str) -> str:
    """A target or a result in its unit, without the unit's name: 6.000 người, 1,32 %, 1,22 điểm %."""
    if value is None or is_missing(value):
        return formats.MISSING
    return formats.number(value, 2 if "%" in unit or value % 1 else 0)  # what is measured keeps its decimals


def pair(row: pd.Series) -> str:
    """ "5.412/6.000 người, đạt 90,20%"; a reduction says from where to where; what is missing is said in words."""
    planned = f"chỉ tiêu {quantity(row.planned, row.measure_unit)} {row.measure_unit}"
    if is_missing(row.achieved):
        return f"{planned}, chưa có kết quả" if not is_missing(row.planned) else "không có chỉ tiêu, chưa có kết quả"
    moved = ""
    if row.measure == "reduction":
        ends = f"{quantity(row.base_level, row.level_unit)}{row.level_unit} → {quantity(row.level, row.level_unit)}{row.level_unit}"
        moved = f" ({ends})"
    if row.measure_unit == "%":
        return _rate(row)
    done = quantity(row.achieved, row.measure_unit)
    if is_missing(row.attainment_share):
        return f"{done} {row.measure_unit}{moved}, không có chỉ tiêu để so"
    return f"{done}/{quantity(row.planned, row.measure_unit)} {row.measure_unit}{moved}, đạt {share(row.attainment_share)} kế hoạch"


def _rate(row: pd.Series) -> str:
    """ "77,99% (14.207/18.217 người), chỉ tiêu 76,53%, đạt 101,90% kế hoạch": the counts stand beside the rate."""
    done = f"{quantity(row.achieved, '%')}%" + (f" ({told_parts})" if (told_parts := parts(row)) else "")
    if is_missing(row.attainment_share):
        return f"{done}, không có chỉ tiêu để so"
    return f"{done}, chỉ tiêu {formats.rounded_share(row.planned / 100)}, đạt {share(row.attainment_share)} kế hoạch"


def parts(row: pd.Series) -> str:
    """Numerator and denominator of a ratio in what they count: "730/999 người"; "" where they are not known."""
    if is_missing(row.get("numerator")) or is_missing(row.get("denominator")):
        return ""
    counted = row.get("counted") or ""
    if counted == "đồng":
        return f"{formats.million(row.numerator)}/{formats.million(row.denominator)} triệu đồng"
    return f"{formats.number(row.numerator, 0)}/{formats.number(row.denominator, 0)} {counted}".rstrip()


def named(row: pd.Series) -> str:
    """The indicator's short name, with the part of the people it counts."""
    return f"{row.indicator_short_name} (trong đó: {row.breakdown_name})" if row.breakdown_name else str(row.indicator_short_name)


def ready(answer: pd.DataFrame) -> pd.DataFrame:
    """The answer with what tables and charts show: `status_name`, `symbol`, `row_name`, `planned_text`, `achieved_text`, `basis_name`."""
    return answer.assign(
        status_name=[told(s) for s in answer["status"]],
        symbol=[STATUSES[s][0] for s in answer["status"]],
        row_name=[named(row) for _, row in answer.iterrows()],
        planned_text=[quantity(v, u) for v, u in zip(answer["planned"], answer["measure_unit"], strict=True)],
        achieved_text=[quantity(v, u) for v, u in zip(answer["achieved"], answer["measure_unit"], strict=True)],
        level_text=[quantity(v, u) for v, u in zip(answer["level"], answer["level_unit"], strict=True)],
        base_text=[quantity(v, u) for v, u in zip(answer["base_level"], answer["level_unit"], strict=True)],
        basis_name=[BASES.get(b, "") if not is_missing(b) else "" for b in answer["plan_basis"]],
        parts_text=[parts(row) for _, row in answer.iterrows()],
        reported_told=[f"{k}/{n}" for k, n in zip(answer["reported_count"], answer["expected_count"], strict=True)],
    )


def whole(answer: pd.DataFrame) -> pd.DataFrame:
    """Without the parts (Khmer, nữ)."""
    return answer[answer["breakdown_name"] == ""]


def told_apart(answer: pd.DataFrame) -> pd.DataFrame:
    """Whole indicators, and of their parts (Khmer, nữ) those that have a target of their own: what a paper has room for."""
    return answer[(answer["breakdown_name"] == "") | (answer["status"] != "no_target")]


def counts(answer: pd.DataFrame) -> dict[str, int]:
    """How many indicators stand where, all people together."""
    stood = whole(answer)["status"].value_counts()
    return {status: int(stood.get(status, 0)) for status in STATUSES}


def figure(answer: pd.DataFrame) -> tuple[str, str, str]:
    """For a metric: reached or exceeded of those with a target; how many are far from it; how many have no result."""
    stood = counts(answer)
    with_target = sum(stood.values()) - stood["no_target"]
    if not with_target:
        return formats.MISSING, "chưa có chỉ tiêu nào", ""
    far = sum(stood[s] for s in FAR)
    late = f"{far} khó đạt hoặc chưa đạt" if far else "không chỉ tiêu nào khó đạt"
    rest = [(stood["under_way"], "đang thực hiện"), (stood["no_result"], "chưa có kết quả")]
    return f"{stood['exceeded'] + stood['reached']}/{with_target}", late, ", ".join(f"{count} {word}" for count, word in rest if count)


def far(answer: pd.DataFrame) -> pd.DataFrame:
    """The rows far from their target, furthest first, ready for a table; without the money, which headlines and pages of its own tell."""
    return ready(answer[answer["status"].isin(FAR) & (answer["result_from"] != "money")]).sort_values("attainment_share", kind="stable")


def exceptions(answer: pd.DataFrame, most: int = 3) -> None:
    """The indicators that are far from their target, furthest first, each a link to its page."""
    rows = far(whole(answer))
    if rows.empty:
        return
    stood = counts(answer)
    left_out = WITHOUT_MONEY if sum(stood[status] for status in FAR) > len(rows) else ""
    with st.container(gap=None):
        _listed(rows, most, left_out)


def _listed(rows: pd.DataFrame, most: int, left_out: str) -> None:
    st.markdown(f"**Chỉ tiêu khó đạt hoặc chưa đạt ({len(rows)}{left_out})**")
    for _, row in rows.head(most).iterrows():
        paths.link(PAGE, f"{STATUSES[row.status][0]} {row.indicator_short_name}: {pair(row)}", own={INDICATOR: row.indicator_code})
    if len(rows) > most:
        paths.link(PAGE, f"và {len(rows) - most} chỉ tiêu khác ở trang Mục tiêu, chỉ tiêu")
