"""Why a figure differs between two versions, in words: which submission took the place of which, when it came and who took it in."""

from typing import Any

import pandas as pd

from pages.parts.aims import WHOLE
from pages.parts.formats import count, day, is_missing, moment

Files = dict[str, Any]  # submission_id → row of versions.submissions
COUNTED_ANEW = {  # by whether it was corrected: no submission of its own is another
    True: "tính lại từ các số thành phần, hoặc danh mục, cách tính đã đổi",
    False: "tính lại từ các số thành phần, theo thời gian",
}
MOST = 3  # submissions named as the cause of a sum
UNSEEN = "lần nộp ngoài phạm vi được xem"
CORRECTED, MOVED = "Sửa số của ngày trước", "Đến kỳ này"


def files(former: pd.DataFrame, later: pd.DataFrame) -> Files:
    """What is known of every submission of either version; of one that both know, what became of it since."""
    return {row.submission_id: row for answer in (former, later) for row in answer.itertuples()}


def causes(rows: pd.DataFrame, known: Files) -> pd.DataFrame:
    """Rows of differing.causes with `part_told`, `cause_told`, and of the submission that came: `received_told`, `received_by`."""
    came = [None if is_missing(row.now) or _is_same(row.was, row.now) else known.get(row.now) for row in rows.itertuples()]
    return rows.assign(
        part_told=[CORRECTED if is_corrected else MOVED for is_corrected in rows["is_corrected"]],
        cause_told=[_replaced(row, known) for row in rows.itertuples()],
        received_told=[None if one is None else moment(one.received_at) for one in came],
        received_by=[None if one is None else one.received_by for one in came],
    )


def shortly(changes: pd.DataFrame, known: Files, causes: pd.DataFrame) -> list[str]:
    """A few words per row of differing.money or differing.attainments; the table of causes (differing.causes) says the rest."""
    return [
        "; ".join(
            dict.fromkeys(
                _short(*(getattr(row, f"{at}_{which}") for which in ("submission", "other") for at in ends), known)
                or _counted_from(row, causes[causes["is_corrected"] == is_corrected], known, is_corrected=is_corrected)
                for differs, ends, is_corrected in (
                    (row.is_corrected, ("former", "again"), True),
                    (row.is_moved, ("again", "later"), False),
                )
                if differs
            )
        )
        for row in changes.itertuples()
    ]


def split(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rows of differing.causes: those that changed money, and those that did not."""
    has_money = rows["touched_vnd"] != 0
    return rows[has_money], rows[~has_money]


def kinds(rows: pd.DataFrame, known: Files) -> str:
    """How many of what the rows of differing.causes are: "3 nộp lại; 12 báo cáo thay báo cáo kỳ trước; 2 có thêm"."""
    counted = pd.Series([_kind(row, known) for row in rows.itertuples()], dtype=object).value_counts()
    return "; ".join(f"{count(number)} {kind}" for kind, number in counted.items())


def _kind(cause: Any, known: Files) -> str:
    if _is_same(cause.was, cause.now):
        return "lần tính lại chỉ tiêu"
    if is_missing(cause.was) or is_missing(cause.now):
        return "lần có thêm báo cáo, quyết định" if is_missing(cause.was) else "lần không còn báo cáo, quyết định"
    one, two = known.get(cause.was), known.get(cause.now)
    if one is None or two is None:
        return UNSEEN
    if one.became == "withdrawn":
        return "lần rút"
    if two.sent_kind != "own":
        return "quyết định thay quyết định trước"
    if one.round_code != two.round_code:
        return "báo cáo kỳ sau thay kỳ trước"
    return "lần khôi phục bản trước" if two.version < one.version else "lần nộp lại"


def _counted_from(figure: Any, causes: pd.DataFrame, known: Files, *, is_corrected: bool) -> str:
    """Why a figure without another submission of its own is another: what came of its unit; for the province, of which units."""
    came = causes[[not _is_same(row.was, row.now) for row in causes.itertuples()]]
    of_unit = came[came["unit_code"] == figure.unit_code]
    if len(of_unit):
        return "tính lại do " + "; ".join(dict.fromkeys(_short(r.was, r.now, None, None, known) for r in of_unit.itertuples()))
    told = list(dict.fromkeys(f"{r.unit_short_name} ({_short(r.was, r.now, None, None, known)})" for r in came.itertuples()))
    if figure.unit_short_name != WHOLE or not told:
        return COUNTED_ANEW[is_corrected]
    more = f" và {len(told) - MOST} lần thay khác" if len(told) > MOST else ""
    return f"cộng lại do {'; '.join(told[:MOST])}{more}"


def _short(was: Any, now: Any, plan_was: Any, plan_now: Any, known: Files) -> str:
    if _is_same(was, now):
        was, now = plan_was, plan_now
    if _is_same(was, now):
        return ""
    one, two = (None if is_missing(code) else known.get(code) for code in (was, now))
    if two is None:
        return "không còn số liệu" if is_missing(now) else UNSEEN
    if one is not None and one.became == "withdrawn":
        return f"rút {_short_name(one)}"
    if one is not None and two.sent_kind == "own" and one.round_code == two.round_code:
        return f"nộp lại {two.round_name}, bản {count(one.version)} → {count(two.version)}"
    return _short_name(two)


def _short_name(row: Any) -> str:
    return str(row.decision_number) if row.sent_kind != "own" else f"báo cáo {row.round_name}"


def _is_same(one: Any, other: Any) -> bool:
    return bool(one == other) or (is_missing(one) and is_missing(other))


def _replaced(cause: Any, known: Files) -> str:
    was, now = cause.was, cause.now
    if _is_same(was, now):
        return COUNTED_ANEW[bool(cause.is_corrected)]
    one, two = (None if is_missing(code) else known.get(code) for code in (was, now))
    if is_missing(now):
        return f"không còn {_named(one)}{_withdrawn(one)}"
    if is_missing(was):
        return f"có thêm {_named(two)}"
    if one is not None and one.became == "withdrawn":
        return f"đã rút {_named(one)}{_withdrawn(one)}; dùng {_named(two)}"
    if one is None or two is None or two.sent_kind != "own" or one.round_code != two.round_code:
        return f"{_named(two)} thay {_named(one)}"
    if two.version < one.version:
        return f"khôi phục {_named(two)} thay bản {count(one.version)}"
    return f"nộp lại {_place(two)}, bản {count(one.version)} → {count(two.version)}"


def _named(row: Any) -> str:
    if row is None:
        return UNSEEN
    return _place(row) if row.sent_kind != "own" else f"báo cáo {_place(row)} bản {count(row.version)}"


def _place(row: Any) -> str:
    if row.sent_kind != "own":
        since = "" if is_missing(row.effective_on) else f" (hiệu lực {day(row.effective_on)})"
        return f"{row.decision_number}{since}"
    until = day(row.cut_off_on)
    return str(row.round_name) if until in row.round_name else f"{row.round_name} (số đến {until})"


def _withdrawn(row: Any) -> str:
    if row is None or row.became != "withdrawn":
        return ""
    return f" ({row.decided_by} rút lúc {moment(row.decided_at)}: {row.decided_reason})"
