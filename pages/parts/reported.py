"""The matrix of reports: its cells ready for chart and table, its sentences, and the story of one report."""

from typing import Any

import pandas as pd

from pages.parts import arrivals, formats
from pages.parts.formats import day, is_missing, share

LINES = {"": "Cả hai tuyến", "district": "Tuyến lãnh thổ (huyện)", "department": "Tuyến ngành (sở)"}
SHORT = {"district": "tuyến lãnh thổ (huyện)", "department": "tuyến ngành (sở)"}
RULE = (
    "Muộn tính bằng ngày làm việc (thứ hai đến thứ sáu, trừ ngày lễ, Tết) của bản được tiếp nhận đầu tiên; hạn rơi vào ngày nghỉ thì đến "
    "hết ngày làm việc kế tiếp. Tỷ lệ đúng hạn tính trên các báo cáo đã nhận hoặc đã quá hạn; xem ở ngày cũ "
    "vẫn tính cả báo cáo đến sau ngày đó."
)
MISSING_MOST = WORST_MOST = 3
NAME_MOST = 14  # letters of a round's name over a column; longer ones are told by kind and cut-off
ZERO_SAYS_NOTHING = ("overdue_count", "pending_count", "returned_count", "superseded_count")
LEGEND = (
    "✓ đúng hạn; +n muộn n ngày làm việc; ! nhận kèm cảnh báo; ✗n thiếu, đã quá hạn n ngày làm việc; ○ chưa nộp, chưa đến hạn; "
    "↩ có bản bị trả lại; bn đang là bản thứ n (các bản trước đã thay thế); chờ: chờ cán bộ xử lý hoặc chờ mở lại kỳ; "
    "( ) ngoài yêu cầu; ô trống: không yêu cầu báo cáo."
)


def cells(rows: pd.DataFrame) -> pd.DataFrame:
    """The matrix ready to show: the colour in `status`, the sign in `label`, the same in words in `timing`, and all of it in `told`."""
    names = dict(zip(rows["round_code"], [_column(r) for r in rows.itertuples()], strict=True))
    alike = {name for name in names.values() if list(names.values()).count(name) > 1}
    return rows.assign(
        status=[_colour(r) for r in rows.itertuples()],
        label=[_sign(r) for r in rows.itertuples()],
        timing=[arrivals.timing(r) for r in rows.itertuples()],
        outcome_told=[_outcome(r) for r in rows.itertuples()],
        column_name=[f"{names[code]} ({code})" if names[code] in alike else names[code] for code in rows["round_code"]],
        told=[told(r) for r in rows.itertuples()],
    )


def _colour(row: Any) -> str:
    if not is_missing(row.late_day_count):
        return "late" if row.late_day_count and row.is_expected else "in_time"
    if row.status in arrivals.PENDING:
        return "pending"
    return "returned" if row.status == "returned" else "overdue" if row.overdue_day_count else "not_due"


def _sign(row: Any) -> str:
    if not is_missing(row.late_day_count):
        sign = (f"+{row.late_day_count}" if row.late_day_count else "✓") + ("!" if row.status == "warned" else "")
    elif row.status in arrivals.PENDING:
        sign = "chờ"
    else:
        sign = f"✗{row.overdue_day_count}" if row.overdue_day_count else "○"
    sign += ("↩" if row.returned_count else "") + (f"b{row.version}" if not is_missing(row.version) and row.version > 1 else "")
    return sign if row.is_expected else f"({sign})"


def _outcome(row: Any) -> str:
    """What became of it, without the timing."""
    said = []
    if not is_missing(row.submission_id):
        said.append("tiếp nhận kèm cảnh báo" if row.status == "warned" else "tiếp nhận")
        said.append("" if row.state == "final" else f"số {formats.STATES.get(row.state, row.state)}")
        said.append("bản mới chờ cán bộ xử lý" if row.held_count else "")
        said.append(f"thiếu biểu: {row.lacking_names}" if row.lacking_names else "")
    said.append(f"đã thay thế {row.superseded_count} lần" if row.superseded_count else "")
    said.append(f"trả lại {row.returned_count} lần" if row.returned_count else "")
    return "; ".join(filter(None, said)) or arrivals.waited(row).partition(",")[0]


def told(row: Any) -> str:
    """One report in a sentence without its names: in time or not, until when it was due, its three dates, what became of it."""
    dates = (("nhận lần đầu", row.first_sent_on), ("trả lại", row.first_returned_on), ("tiếp nhận", row.taken_on))
    said = [arrivals.timing(row), due(row), *(f"{name} {day(on)}" for name, on in dates if not is_missing(on)), _outcome(row)]
    return "; ".join(dict.fromkeys(said))


def due(row: Any) -> str:
    """Until when, and why not the day the round set."""
    said = f"hạn nộp {day(row.due_on)}"
    if not is_missing(row.extension_letter):
        said += f" (gia hạn từ {day(row.round_due_on)} theo {formats.plain(row.extension_letter)})"
    if formats.as_date(row.last_on) != formats.as_date(row.due_on):
        said += f", là {row.moved_because} nên đến hết {day(row.last_on)}"
    return said


def _column(row: Any) -> str:
    """A round's name, short enough to stand over a narrow column."""
    if len(row.round_name) <= NAME_MOST:
        return str(row.round_name)
    return f"{row.round_kind[:1].upper()}{row.round_kind[1:]} {formats.day_of_year(row.cut_off_on)}"


def order(rows: pd.DataFrame) -> tuple[list[str], list[str]]:
    """Rows and columns of the matrix: units as the office lists them, rounds by cut-off."""
    by_time = rows.sort_values(["cut_off_on", "round_code"], kind="stable")
    return list(dict.fromkeys(rows["unit_short_name"])), list(dict.fromkeys(by_time["column_name"]))


def newest(rounds: pd.DataFrame, lines: dict[str, pd.DataFrame]) -> str:
    """The newest round: how many reports are in, by line, who is late or missing."""
    first = rounds.iloc[0]
    parts = [
        f"{SHORT[kind]} {row.received_count}/{row.expected_count}"
        for kind, answer in lines.items()
        for _, row in answer[answer["round_code"] == first.round_code].iterrows()
    ]
    return arrivals.sentence(first, "; ".join(parts) if len(parts) > 1 else "")


def whole_year(rows: pd.DataFrame) -> str:
    """Of all rounds: which reports are missing though overdue, and how many came late."""
    late = rows[rows["status"] == "late"]
    missing = rows[rows["is_expected"] & (rows["overdue_day_count"] > 0)]
    said = f"{len(late)} báo cáo nộp muộn, của {late['unit_code'].nunique()} đơn vị" if len(late) else "Không báo cáo nào nộp muộn"
    if missing.empty:
        return f"{said}; không báo cáo nào thiếu quá hạn"
    names = [f"{r.unit_short_name} ({r.round_name})" for r in missing.tail(MISSING_MOST).itertuples()]
    more = f" và {len(missing) - MISSING_MOST} báo cáo khác" if len(missing) > MISSING_MOST else ""
    return f"{said}; thiếu quá hạn: {', '.join(names)}{more}"


def counted(answer: pd.DataFrame) -> list[str]:
    """The columns of counts and rates worth their place: nobody needs a column of zeros."""
    always = ["expected_count", "received_count", "received_share", "due_count", "on_time_count", "on_time_share", "late_count"]
    return always + [c for c in ZERO_SAYS_NOTHING if c in answer and (answer[c] > 0).any()]


def rate(count: int, of: int, value: object, what: str = "") -> str:
    """A rate with its denominator: "đúng hạn 9/15, 60,00%"."""
    told = f"{count}/{of}, {share(value)}" if of else "chưa có báo cáo đến hạn"
    return f"{what} {told}" if what else told


def line(row: Any) -> tuple[str, ...]:
    """For a metric: how many reports of a line are in time, and beneath it the denominators."""
    more = [f"muộn {row.late_count}" if row.late_count else "", f"thiếu {row.overdue_count}" if row.overdue_count else ""]
    told = f"đã nhận {rate(row.received_count, row.expected_count, row.received_share)}"
    return rate(row.on_time_count, row.due_count, row.on_time_share), told, ", ".join(filter(None, more)) or "không báo cáo nào muộn, thiếu"


def worst(answer: pd.DataFrame, name: str, what: str) -> str:
    """Which units or rounds (`what`) have the lowest share in time, with the denominator."""
    known = answer[answer["on_time_share"].notna()]
    if known.empty:
        return "Chưa báo cáo nào hết hạn nộp"
    low = known[known["on_time_share"] == known["on_time_share"].min()]
    first = low.iloc[0]
    if first.on_time_share == 1:
        return f"Mọi {what} đều đủ và đúng hạn"
    names = ", ".join(low[name].head(WORST_MOST)) + (f" và {len(low) - WORST_MOST} {what} khác" if len(low) > WORST_MOST else "")
    return f"Đúng hạn thấp nhất: {names}, {rate(first.on_time_count, first.due_count, first.on_time_share)}"


def first_asked(rounds: pd.DataFrame) -> str:
    """The round to look into first: the newest in which a report is overdue, else one came late, else the newest."""
    order = [rounds[rounds["overdue_count"] > 0], rounds[rounds["late_count"] > 0], rounds]
    return str(next(found for found in order if len(found))["round_code"].iloc[0])
