"""What has to hold before something about monitoring is entered: each rule gives what is wrong in one sentence, or ""."""

from collections.abc import Callable

import pandas as pd

from data.registry.kinds.monitoring import Remedy
from pages.parts import formats, tell
from pages.parts.tell.monitoring_form import Fields, Lists

Rule = Callable[[Fields, Lists], str]


def visit(typed: Fields, lists: Lists) -> str:
    if said := _missing(typed, unit_code="đơn vị", mode="hình thức", number="đợt giám sát", starts_on="từ ngày"):
        return said
    if abs(typed["starts_on"].year - typed["plan_year"]) > 1:
        return f"ngày giám sát {formats.day(typed['starts_on'])} không thuộc năm ngân sách {typed['plan_year']}; sửa ngày hoặc năm."
    if typed["ends_on"] and typed["ends_on"] < typed["starts_on"]:
        return "ngày kết thúc trước ngày bắt đầu."
    if typed["report_sent_on"] and typed["report_sent_on"] < typed["starts_on"]:
        return "ngày gửi báo cáo giám sát trước ngày bắt đầu."
    return ""


def finding(typed: Fields, lists: Lists) -> str:
    needed = {"visit_id": "cuộc giám sát", "finding_kind": "loại tồn tại", "finding": "tồn tại", "recommendation": "kiến nghị"}
    if said := _missing(typed, **needed):
        return said
    began = lists.visits.set_index("visit_id")["starts_on"].get(typed["visit_id"])
    if typed["due_on"] and began is not None and typed["due_on"] < formats.as_date(began):
        return f"thời hạn trước ngày giám sát ({formats.day(began)})."
    return ""


def remedy(typed: Fields, lists: Lists) -> str:
    if said := _missing(typed, finding_id="kiến nghị", remedied_on="ngày khắc phục", remedy="kết quả khắc phục"):
        return said
    if not typed["has_evidence"] and not typed["evidence_note"]:
        return "cần minh chứng: một tệp, hoặc số và ngày của văn bản."
    return _day(typed["remedied_on"], "khắc phục", typed, lists)


def verification(typed: Fields, lists: Lists) -> str:
    if said := _missing(typed, finding_id="kiến nghị", verified_on="ngày xác minh"):
        return said
    if not typed["is_remedied"] and not typed["note"]:
        return "cần nêu vì sao chưa đạt."
    if typed["is_remedied"] and (tell.officer() or "").casefold() in _entered_by(typed["finding_id"]):
        return "người đã nhập kết quả khắc phục không tự xác minh; cần một người khác."
    if typed["due_on"] and (typed["is_remedied"] or typed["due_on"] < typed["verified_on"]):
        return "hạn mới chỉ có khi mở lại, và không trước ngày xác minh."
    return _day(typed["verified_on"], "xác minh", typed, lists)


def choice(onsite: list[str], by_report: list[str], reason: str, proposed: list[str]) -> str:
    """`proposed`: the units with the highest score."""
    if not onsite:
        return "cần chọn ít nhất một đơn vị giám sát thực tế."
    if both := set(onsite) & set(by_report):
        return f"{len(both)} đơn vị vừa giám sát thực tế vừa qua báo cáo; cần chọn một hình thức."
    if set(onsite) != set(proposed) and not reason:
        return "lựa chọn khác các đơn vị có điểm gợi ý cao nhất; cần nêu lý do."
    return ""


def _missing(typed: Fields, **needed: str) -> str:
    lacking = [name for field, name in needed.items() if not typed[field]]
    return f"cần điền {', '.join(lacking)}." if lacking else ""


def _day(day: object, what: str, typed: Fields, lists: Lists) -> str:
    """What is done about a recommendation comes after what was done before, and not after today."""
    told = formats.as_date(day)
    if told > lists.now:
        return f"ngày {what} sau hôm nay, {formats.day(lists.now)}."
    row = lists.recommendations.set_index("finding_id").loc[typed["finding_id"]]
    before = [row.found_on, row.last_step_on] if typed["is_new"] else [row.found_on]
    last = max(formats.as_date(d) for d in before if not pd.isna(d))
    return f"ngày {what} trước bước trước đó ({formats.day(last)})." if told < last else ""


def _entered_by(finding_id: str) -> set[str]:
    """Everyone who entered or changed a remedy of this recommendation."""
    r = tell.registry()
    own = [e for e in r.current(Remedy.kind) if isinstance(e.body, Remedy) and e.body.finding_id == finding_id]
    return {version.by.strip().casefold() for e in own for version in r.history(e.entry_id)}
