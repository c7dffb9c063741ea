"""What the figures themselves ask for, line by line: whom it is addressed to, what is to be done, and the amount it is about.

They propose; people decide, and the report leaves room for what they decide.
"""

import pandas as pd

from pages.exports.letter import addressee
from pages.parts import agenda, attained, beside, filters, formats, needs, recommendations
from pages.parts.ask import ask
from pages.parts.report import ground, guidance, held_up, progress
from queries import disbursement, monitoring, reconciliation, reports

SPEND = "đẩy nhanh giải ngân {}"
SPEND_LATE = (
    "hoàn thành thanh toán {} trong thời hạn của năm ngân sách; phần không còn khả năng thực hiện thì báo cáo để xử lý theo quy định"
)
LOOK = "rà soát {}, đề nghị điều chỉnh, điều chuyển phần không còn đối tượng"
LOOK_LATE = "làm rõ nguyên nhân chậm của {}, làm căn cứ giao kế hoạch năm sau"


def lines(chosen: filters.Chosen) -> tuple[str, ...]:
    """All of them; () where nothing lags, is overdue or is missing."""
    return ground.listed((*_of_money(chosen), *_of_targets(chosen), *_of_papers(chosen), *_of_tasks(chosen)), most=None)


def _of_money(chosen: filters.Chosen) -> list[str]:
    """What the year still needs, what late units have left, and slow components."""
    now = ask(disbursement.total, **chosen.money).iloc[0]
    weekly = needs.per_week(now, chosen.on, chosen.plan_year, filters.target(chosen))
    spend, look = (SPEND_LATE, LOOK_LATE) if needs.even_pace(chosen.on, chosen.plan_year) >= 1 else (SPEND, LOOK)
    leads = {r.component_code: r.lead_name for r in ask(disbursement.by_component, **chosen.money).itertuples()}
    told = [f"Các đơn vị: {weekly}"] if weekly else []
    for _, row in held_up.late(chosen, "unit").head(ground.NAMED_MOST).iterrows():
        told.append(f"{addressee(row.unit_name, row.kind)}: {spend.format(_left(row))}{_because(row)}")
    for _, row in held_up.late(chosen, "component").head(ground.NAMED_MOST).iterrows():
        lead = leads[row.component_code]
        told.append(
            f"{'Cơ quan chủ trì' if formats.is_missing(lead) else lead}: {look.format(f'{row.short_name} ({row.far})')}{_because(row)}"
        )
    return told


def _left(row: pd.Series) -> str:
    if formats.is_missing(row.remaining_vnd):
        return f"kế hoạch {formats.million(row.planned_vnd)} triệu đồng chưa có số giải ngân"
    return f"phần vốn còn lại {formats.million(row.remaining_vnd)} triệu đồng (hiện đạt {formats.share(row.disbursed_share)})"


def _because(row: pd.Series) -> str:
    return "" if formats.is_missing(row.cause_name) else f"; tháo gỡ vướng mắc đã nêu: {ground.small(str(row.cause_name))}"


def _of_targets(chosen: filters.Chosen) -> list[str]:
    far = attained.far(attained.whole(progress.held(chosen)))
    return [f"Cơ quan chủ trì các chỉ tiêu khó đạt, chưa đạt: có biện pháp đối với {progress.far_told(far)}"] if len(far) else []


def _of_papers(chosen: filters.Chosen) -> list[str]:
    """Reports and documents that are missing."""
    rounds = agenda.not_in(ask(reports.by_round, **ground.year_of_tasks(chosen)))
    missing = [f"{row.round_name} ({row.missing_names})" for row in rounds.itertuples() if row.overdue_count]
    told = [f"Các đơn vị còn thiếu báo cáo đã quá hạn: nộp ngay báo cáo kỳ {'; '.join(missing)}"] if missing else []
    required = guidance.required(chosen)
    lacking = required[required["is_missing"]]
    units = ", ".join(f"{name} {n}" if n > 1 else str(name) for name, n in lacking["unit_short_name"].value_counts(sort=True).items())
    return [*told, f"Các đơn vị còn thiếu {len(lacking)} văn bản bắt buộc: ban hành, gửi về ({units})"] if len(lacking) else told


def _of_tasks(chosen: filters.Chosen) -> list[str]:
    """Recommendations overdue or waiting to be verified, and differences from the Treasury that nobody explained."""
    rows = ask(monitoring.recommendations, **ground.open_tasks(chosen))
    late, waiting = recommendations.of(rows, "qua-han"), int((rows["status"] == "remedied").sum())
    told = []
    if len(late):
        told.append(f"Các đơn vị có {len(late)} kiến nghị quá hạn: khắc phục, gửi minh chứng ({_holders(late)})")
    if waiting:
        told.append(f"Cơ quan tiếp nhận: xác minh {waiting} kiến nghị đã được báo khắc phục")
    apart = beside.real(ask(reconciliation.treasury, **ground.year_of_tasks(chosen), **chosen.kind_of_money))
    unsaid = apart[apart["reason_name"].isna()]
    if len(unsaid):
        told.append(
            f"Các đơn vị có {len(unsaid)} dòng vốn lệch với Kho bạc chưa nêu lý do: đối chiếu lại ({_names(unsaid['unit_short_name'])})"
        )
    return told


def _holders(rows: pd.DataFrame) -> str:
    """Who holds recommendations; units that follow others are marked, as the figures of this day are still those of the units before."""
    return _names(rows["held_by_short_name"] + rows["has_passed"].map({True: " (kế tục)", False: ""}))


def _names(names: pd.Series) -> str:
    return ", ".join(dict.fromkeys(names))
