"""One cell of a measure: the text as sent, the amount in đồng, or the reason why it cannot be decided."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from data.definitions.models import LISTED, MONEY_UNITS, Column, Form
from data.intake import numbers, scan
from data.intake.grid import Position, Sheet
from data.intake.lines import Cell
from data.intake.recognise import Recogniser, day_of, is_only_unit, unit_said

LARGEST_VND = 10**14  # 100.000 tỷ đồng: many times any province's programme, and sums of it still fit the store's whole numbers

_LONG = 300  # letters: no note of the unit is longer
_COUNTED = ("numerator", "denominator")  # of a ratio: counted, not in percent
_STATED = re.compile(r"(?:đơn vị tính|đơn vị tiền(?: tệ)?|don vi tinh|đvt|dvt|đ\.v\.t)\b\s*[:=-]?\s*([^)\n]*)", re.IGNORECASE)
_BARE = re.compile(r"^\W*đơn vị\s*:\s*(.*)$", re.IGNORECASE)

# what may stand behind the name of a column of money: the year and the day of the report, and the unit
_HARMLESS = re.compile(
    r"luy ke|tu dau nam|(?:tinh )?(?:den )?(?:het )?ngay chot(?: so lieu)?"
    r"|(?:tinh )?(?:den |toi )?(?:het )?(?:ngay )?(?P<day>\d{1,2}) (?:thang )?(?P<month>\d{1,2})(?!\d)"
    r"(?: (?:nam )?(?P<of>20\d\d))?(?! 000)"
    r"|tu (?:ngay )?0?1 (?:thang )?0?1(?: (?:nam )?(?P<since>20\d\d))?|(?:nam )?(?P<year>20\d\d)"
    r"|dvt|don vi(?: tinh)?|viet nam|usd|eur|do la(?: my)?"
    r"|(?:1 ?000(?: ?000)* )?(?:ty|ti|trieu|trd|tr ?d|tr|nghin|ngan|tram|muoi|chuc|dong|vnd|d)\b"
)


def unit_notes(sheet: Sheet) -> Iterator[tuple[Position, str]]:
    """Every cell that states a unit of money ('Đơn vị tính: triệu đồng', or a unit and nothing else), from the top; "": one not known."""
    for at, value in sorted(sheet.cells.items()):
        if not isinstance(value, str) or len(value) > _LONG:
            continue
        stated, bare = _STATED.search(value), _BARE.match(value)
        if stated and stated[1].strip():
            yield at, unit_said(stated[1]) or ""
        elif is_only_unit(value) or (bare and is_only_unit(bare[1])):
            yield at, unit_said(value) or ""


def one_unit(notes: Iterable[str]) -> str | None:
    """The unit that all notes state; "" when they contradict, None when there is none."""
    units = set(notes)
    return None if not units else units.pop() if len(units) == 1 else ""


def is_harmless(words: str, year: int | None, day: date | None) -> bool:
    """Whether words (a key) beside a column's name add nothing to it: the unit, and the report's own year and day."""
    at = 0
    while at < len(words):
        found = _HARMLESS.match(words, at)
        if not found or (found.end() < len(words) and words[found.end()] != " "):
            return False
        at = found.end() + 1
        if year and any(found[n] and int(found[n]) != year for n in ("year", "since")):
            return False
        said = [int(found[n] or 0) for n in ("day", "month", "of")]
        if said[0] and day and any(s and s != own for s, own in zip(said, (day.day, day.month, day.year), strict=True)):
            return False
    return True


def as_sent(value: object) -> str:
    """The text of a cell as it was sent; a number as Python writes it, whole numbers without '.0'."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip()


def is_missing(text: str, form: Form) -> bool:
    return text == "" or text.lower() in form.missing


def is_zero(text: str, form: Form) -> bool:
    return " ".join(text.lower().split()) in form.zero


def without_percent(text: str) -> str:
    """'95,5 %' → '95,5'."""
    return text.strip().removesuffix("%").rstrip()


def is_figure(text: str) -> bool:
    """Whether a cell is about a number: one, one in percent, or a formula's error."""
    return bool(numbers.readings(without_percent(text))) or (text[:1].isdecimal() and "e" in text.lower()) or scan.is_error(text)


def fill(
    cell: Cell, at: Position, sheet: Sheet, column: Column, form: Form, unit: str | None, convention: str | None, known: Recogniser
) -> None:
    """Understand one cell in place: sets amount_vnd, number or value — or `fault`."""
    if at in sheet.uncached:
        cell.fault = "no_value"
    elif scan.is_error(cell.text):
        cell.fault = "error"
    elif column.type == "text":
        cell.value = cell.text
    elif column.type in LISTED:
        cell.value = known.code(column.type, cell.text)
    elif column.type == "date":
        day = day_of(cell.text)
        cell.value, cell.fault = (day.isoformat(), "") if day else (None, "bad_date")
    elif at in sheet.dates:
        cell.fault = "is_date"
    else:
        _number(cell, sheet.cells.get(at), column, form, unit, convention, known)


def _number(cell: Cell, value: object, column: Column, form: Form, unit: str | None, convention: str | None, known: Recogniser) -> None:
    amount: numbers.Amount | None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        amount = numbers.of_cell(value)
    elif is_zero(cell.text, form):
        amount = numbers.Amount(Decimal(0), 0)
    else:
        is_rate = known.is_in_percent(cell.indicator_code) and not column.field.endswith(_COUNTED)  # '95%' means 95 there
        text = without_percent(cell.text) if is_rate else cell.text
        meanings = {} if isinstance(value, bool) else numbers.readings(text)
        amount = numbers.parse(text, convention)
        if amount is None or not meanings:
            cell.fault = "not_a_number" if not meanings else "ambiguous" if len(meanings) > 1 else "mixed"
            return
    if column.type == "money" and not unit:
        return  # said once for the column: unknown_money_unit
    scale = MONEY_UNITS[unit or "đồng"] if column.type == "money" else 1
    if abs(amount.value) * scale >= LARGEST_VND:
        cell.fault = "too_large"
    elif column.type == "number":
        cell.number, cell.half_digit = float(amount.value), 0.5 * 10.0**-amount.decimals
    else:
        cell.amount_vnd = int((amount.value * scale).to_integral_value())
        cell.half_digit_vnd = max(scale / 10**amount.decimals / 2, 0.5)
