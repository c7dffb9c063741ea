"""The receipt sent back to a unit for every file received: unit, round, version, time, hash, totals in words."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.definitions import Definitions
from data.definitions.models import KIND_NAMES, STATE_NAMES
from data.intake.archive import Submission

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
KEPT = {"waiting": "Giữ lại, chờ mở lại kỳ", "held": "Giữ lại, chờ người tiếp nhận xem các cảnh báo"}
OUTCOMES = {"accepted": "Tiếp nhận", "warned": "Tiếp nhận, có cảnh báo", "refused": "Trả lại"}


def text(s: Submission, d: Definitions) -> str:
    """The receipt of one submission as plain Vietnamese text."""
    unit = d.unit(s.unit_code) if s.unit_code else None
    round_ = d.rounds.get(s.round_code or "")
    received = datetime.fromisoformat(s.received_at).astimezone(LOCAL)
    outcome = "Trả lại" if s.is_returned_by_a_person else KEPT.get(s.status) or OUTCOMES[s.outcome]
    lines = [
        "GIẤY BÁO NHẬN",
        f"Kết quả: {outcome}",
        f"Đơn vị: {unit.name if unit else 'không xác định'}",
        *(_paper(s) if s.kind not in ("own", "synthesis", None) else [f"Kỳ báo cáo: {round_.name if round_ else 'không xác định'}"]),
        f"Loại, trạng thái: {KIND_NAMES.get(s.kind or '', 'không xác định')}, {STATE_NAMES.get(s.state or '', '').lower()}",
        f"Biểu: {'; '.join(d.forms[code].title for code in s.forms if code in d.forms) or 'không có'}",
        f"Bản số: {s.version}" if s.version else "Bản số: không có (trả lại)",
        f"Nhận lúc: {received:%H:%M ngày %d/%m/%Y}, người nhận: {s.received_by}",
        f"Tệp: {s.file_name} ({s.size} byte), SHA-256: {s.file_sha256}",
        f"Mã lần nộp: {s.submission_id}",
        *_decision(s),
    ]
    for field, amount in sorted(s.totals.items()):
        lines.append(f"Tổng {_header(d, field)}: {in_dong(amount)} đồng ({in_words(amount)} đồng)")
    for p in s.problems:
        kind = "Phải sửa" if p["severity"] == "refuse" else "Cảnh báo"
        place = ", ".join(x for x in (f"trang “{p['sheet']}”" if p["sheet"] else "", f"ô {p['cell']}" if p["cell"] else "") if x)
        lines.append(f"{kind}: {place + ': ' if place else ''}{p['sentence']}")
    if s.is_sample:
        lines.append("Số liệu minh họa.")
    return "\n".join(lines) + "\n"


def hand_out(home: Path, s: Submission, d: Definitions) -> Path:
    """Put the receipt where it is sent from. It follows from the journal: a kill just before it loses nothing (`receipt` prints it)."""
    folder = home / "receipts"
    folder.mkdir(exist_ok=True)
    path = folder / f"{s.submission_id}.txt"
    path.write_text(text(s, d), encoding="utf-8")
    return path


def _decision(s: Submission) -> list[str]:
    """What a person decided of it last."""
    if s.decided_at is None:
        return []
    what = {"withdrawn": "đã rút", "refused": "trả lại", "held": ""}.get(s.status, "tiếp nhận")
    at = datetime.fromisoformat(s.decided_at).astimezone(LOCAL)
    reason = f"; lý do: {s.decided_reason}" if s.decided_reason else ""
    return [f"Quyết định: {what}, {at:%H:%M ngày %d/%m/%Y}, {s.decided_by}{reason}"]


def _paper(s: Submission) -> list[str]:
    """What a paper without a round is known by: its number and days."""
    effective, cut_off = ((date.fromisoformat(day) if day else None) for day in (s.effective_on, s.cut_off_on))
    issued = f", ngày {date.fromisoformat(s.issued_on):%d/%m/%Y}" if s.issued_on else ""
    lines = [f"Văn bản: số {s.decision_number or 'không xác định'}{issued}; năm ngân sách {s.plan_year or 'không xác định'}"]
    lines += [f"Hiệu lực từ ngày: {effective:%d/%m/%Y}"] if effective else []
    return lines + ([f"Số liệu tính đến ngày: {cut_off:%d/%m/%Y}"] if cut_off else [])


def in_dong(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def in_words(amount: int) -> str:
    """Whole đồng in words as vouchers write them: 1.005 → 'Một nghìn không trăm lẻ năm' (num2words 0.5 drops 'không trăm')."""
    groups = [int(g) for g in f"{amount:,}".split(",")]
    said = []
    for n, group in enumerate(groups):
        place = len(groups) - 1 - n
        if group:
            said += [_triplet(group, whole=n > 0), ("", "nghìn", "triệu")[place % 3]]
        if place % 3 == 0 and place and any(groups[max(0, n - 2) : n + 1]):
            said.append(" ".join(["tỷ"] * (place // 3)))
    words = " ".join(" ".join(said).split()) or "không"
    return words[:1].upper() + words[1:]


def _triplet(n: int, *, whole: bool) -> str:
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    said = [f"{DIGITS[hundreds]} trăm"] if hundreds or whole else []
    if tens == 0 and ones:
        said.append(f"lẻ {DIGITS[ones]}" if said else DIGITS[ones])
    elif tens:
        last = {0: "", 1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, DIGITS[ones])
        said.append(f"{'mười' if tens == 1 else DIGITS[tens] + ' mươi'} {last}".strip())
    return " ".join(said)


def _header(d: Definitions, field: str) -> str:
    return next((c.header[0].lower() for f in d.forms.values() for c in f.column if c.field == field), field)
