"""What people changed, in words: the kinds of entry, their fields, and what a change did to them (field: before → after)."""

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.parts import formats

KINDS = {
    "document": "Văn bản", "note": "Ghi chú", "letter": "Công văn đôn đốc", "extension": "Gia hạn nộp báo cáo", "visit": "Đợt giám sát",
    "finding": "Tồn tại, kiến nghị", "remedy": "Khắc phục", "verification": "Xác minh khắc phục", "visit_choice": "Chọn đơn vị giám sát",
    "explanation": "Giải trình chênh lệch", "conclusion": "Kết luận cuộc họp", "progress": "Tình hình kết luận",
    "decision": "Tiếp nhận báo cáo", "saved_question": "Câu hỏi đã lưu", "saved_review": "Soát câu hỏi đã lưu",
    "sql_run": "Truy vấn đã chạy",
}  # fmt: skip
FIELDS = {  # every field of every kind; one that is not here stands under its own name
    "unit_code": "Đơn vị", "to_unit_code": "Gửi đơn vị", "plan_year": "Năm kế hoạch", "number": "Số", "issued_on": "Ngày ban hành",
    "doc_kind": "Loại văn bản", "summary": "Trích yếu", "component_code": "Dự án, tiểu dự án", "required_code": "Danh mục bắt buộc",
    "file_name": "Tệp", "link": "Liên kết", "text": "Nội dung", "round_code": "Kỳ báo cáo", "due_on": "Hạn", "letter": "Công văn",
    "sent_on": "Ngày gửi", "way": "Cách gửi", "recipient": "Nơi nhận", "note": "Ghi chú", "mode": "Hình thức", "team": "Đoàn giám sát",
    "starts_on": "Từ ngày", "ends_on": "Đến ngày", "report_sent_on": "Ngày gửi báo cáo giám sát", "finding_kind": "Loại tồn tại",
    "finding": "Tồn tại", "legal_reference": "Căn cứ", "amount_vnd": "Số tiền (triệu đồng)", "recommendation": "Kiến nghị",
    "followed_by": "Người theo dõi", "remedy": "Khắc phục", "remedied_on": "Ngày khắc phục", "evidence_note": "Minh chứng",
    "evidence_name": "Tệp minh chứng", "is_remedied": "Đã khắc phục", "verified_on": "Ngày xác minh", "onsite": "Giám sát thực tế",
    "by_report": "Giám sát qua báo cáo", "reason": "Lý do", "fund_source": "Nguồn vốn", "capital_type": "Loại vốn",
    "capital_year": "Năm vốn", "owner": "Người phụ trách", "what": "Việc", "round_name": "Kỳ báo cáo",
    "at": "Số liệu ngày", "reason_code": "Loại lý do", "is_settled": "Đã giải quyết", "meeting_name": "Cuộc họp", "task": "Việc cần làm",
    "who": "Thực hiện", "concluded_on": "Ngày họp", "about": "Số liệu liên quan", "page": "Trang", "stage": "Tình hình",
    "told_on": "Đến ngày", "name": "Tên",
}  # fmt: skip
UNTOLD = (
    "file_sha256",
    "file_suffix",
    "evidence_sha256",
    "evidence_suffix",
    "visit_id",
    "finding_id",
    "meeting_code",
    "conclusion_id",
    "content",
    "used",
)  # mean nothing to a reader
WORDS = {
    "onsite": "thực tế", "report": "qua báo cáo", "axis": "trục liên thông văn bản", "post": "bưu điện", "email": "thư điện tử",
    "hand": "trực tiếp", "withdrawn": "rút báo cáo", "restored": "khôi phục bản trước", "round_closed": "đóng kỳ báo cáo",
    "round_reopened": "mở lại kỳ báo cáo", "treasury": "đối chiếu Kho bạc", "plan": "đối chiếu quyết định giao vốn",
    "synthesis": "đối chiếu tổng hợp ngành", "taken": "tiếp nhận báo cáo có cảnh báo", "returned": "trả lại báo cáo",
    "pivot": "bảng xoay", "sql": "truy vấn SQL", "not_begun": "chưa làm", "doing": "đang làm", "done": "xong",
}  # fmt: skip
NOTHING = {"", "None", "[]"}
WORDED = ("mode", "way", "what", "stage")  # fields that hold one of these words

Names = Mapping[str, str]  # code → name of units, components, rounds


def ready(answer: pd.DataFrame, names: Names) -> pd.DataFrame:
    """The log in words: `changed_told` (when), `entry_told` (its kind), `move_told` (what was done), `what_told` (its fields)."""
    rows = list(answer.itertuples())
    return answer.assign(
        changed_told=[formats.moment(r.changed_at) for r in rows],
        entry_told=[KINDS.get(r.kind, r.kind) for r in rows],
        move_told=[_move(r) for r in rows],
        what_told=[_what(r, names) for r in rows],
    )


def between(before: Mapping[str, Any], after: Mapping[str, Any], names: Names | None = None) -> str:
    """What changed from one body to another: "Số: 12 → 13; Tệp: — → a.pdf"; layout marks in what was typed do not count."""
    told = [
        f"{FIELDS.get(field, field)}: {_value(field, before.get(field), names or {})} → {_value(field, after.get(field), names or {})}"
        for field in _ordered({**before, **after})
        if field not in UNTOLD and before.get(field) != after.get(field)
    ]
    return formats.plain("; ".join(told) or "nội dung không đổi") + "."


def holds(body: Mapping[str, Any]) -> str:
    """What an entry holds: "Đơn vị: 943; Số: 12"."""
    told = [
        f"{FIELDS.get(field, field)}: {_value(field, value, {})}"
        for field, value in body.items()
        if field not in UNTOLD and value not in ("", None)
    ]
    return formats.plain("; ".join(told)) + "."


def _move(row: Any) -> str:
    if row.kind == "decision":
        return "Quyết định"
    if row.is_withdrawn:
        return "Rút"
    if row.was_withdrawn:
        return "Khôi phục"
    return "Nhập" if row.version == 1 else f"Sửa (bản {row.version})"


def _what(row: Any, names: Names) -> str:
    """As it is written: the table takes care of layout marks."""
    after = json.loads(row.body)
    before = {} if formats.is_missing(row.body_before) else json.loads(row.body_before)
    told = [] if formats.is_missing(row.recommendation) else [f"Kiến nghị: {row.recommendation}"]
    told += [] if formats.is_missing(row.task) else [f"Việc: {row.task}"]
    for field in _ordered(after):
        old, new = before.get(field), after[field]
        if (
            field in UNTOLD or new == old or {str(new), str(old)} <= NOTHING or (row.version == 1 and field == "unit_code")
        ):  # the unit has its column
            continue
        first = "" if row.version == 1 else f"{_value(field, old, names)} → "
        told.append(f"{FIELDS.get(field, field)}: {first}{_value(field, new, names)}")
    if told or not after:
        return "; ".join(told)
    return f"{next((str(after[k]) for k in ('number', 'finding', 'remedy', 'text', 'letter') if after.get(k)), 'nội dung')}: không đổi"


def _ordered(body: Mapping[str, Any]) -> list[str]:
    """The fields of a body in the order in which they are told; JSON has an order of its own."""
    order = list(FIELDS)
    return sorted(body, key=lambda field: order.index(field) if field in order else len(order))


def _value(field: str, value: Any, names: Names) -> str:
    if value in ("", None, []):
        return formats.MISSING
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, list):
        return ", ".join(_value(field, each, names) for each in value)
    if field.endswith("_on") or field == "at":
        return formats.day(value)
    if field.endswith("_vnd"):
        return formats.million(value)
    return WORDS.get(str(value), str(value)) if field in WORDED else names.get(str(value), str(value))
