"""One cell of a measure: the text as sent, the amount in đồng, or the reason why it cannot be decided."""

from decimal import Decimal

from data.definitions.models import MONEY_UNITS, Column, Form
from data.intake import numbers, scan
from data.intake.grid import Position, Sheet
from data.intake.lines import Cell
from data.intake.recognise import Recogniser, day_of

LARGEST_VND = 10**14  # 100.000 tỷ đồng: many times any province's programme, and sums of it still fit the store's whole numbers


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


def is_figure(text: str) -> bool:
    """Whether a cell is about a number: one, or a formula's error."""
    return bool(numbers.readings(text)) or (text[:1].isdecimal() and "e" in text.lower()) or scan.is_error(text)


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
    elif column.type == "cause":
        cell.value = known.code("cause", cell.text)
    elif column.type == "date":
        day = day_of(cell.text)
        cell.value, cell.fault = (day.isoformat(), "") if day else (None, "bad_date")
    elif at in sheet.dates:
        cell.fault = "is_date"
    else:
        _number(cell, sheet.cells.get(at), column, form, unit, convention)


def _number(cell: Cell, value: object, column: Column, form: Form, unit: str | None, convention: str | None) -> None:
    amount: numbers.Amount | None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        amount = numbers.of_cell(value)
    elif is_zero(cell.text, form):
        amount = numbers.Amount(Decimal(0), 0)
    else:
        meanings = {} if isinstance(value, bool) else numbers.readings(cell.text)
        amount = numbers.parse(cell.text, convention)
        if amount is None or not meanings:
            cell.fault = "not_a_number" if not meanings else "ambiguous" if len(meanings) > 1 else "mixed"
            return
    scale = MONEY_UNITS[unit or "đồng"] if column.type == "money" else 1
    if abs(amount.value) * scale >= LARGEST_VND:
        cell.fault = "too_large"
    elif column.type == "number":
        cell.number = float(amount.value)
    else:
        cell.amount_vnd = int((amount.value * scale).to_integral_value())
        cell.half_digit_vnd = max(scale / 10**amount.decimals / 2, 0.5)
