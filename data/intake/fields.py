"""Reading the sheet of general information: labels with their values to the right."""

from data.definitions.models import Column, Form
from data.intake import amounts
from data.intake.grid import Sheet, a1
from data.intake.header import filled
from data.intake.lines import Label, Reading, Remark
from data.intake.recognise import Recogniser, day_of
from data.intake.words import key


def read(sheet: Sheet, form: Form, reading: Reading, known: Recogniser) -> None:
    """Fill the identity of `reading` from a sheet of labels and values; remark what is missing or cannot be understood."""
    order = {"kind": 0, "round": 1, "cut_off_on": 2}
    for column in sorted(form.column, key=lambda c: (order.get(c.type, order.get(c.field, 3)), form.column.index(c))):
        if column.kinds and reading.kind and reading.kind not in column.kinds:
            continue
        at, text = _value_of(sheet, column)
        cell = a1(*at) if at else ""
        if not text:
            if column.required:
                reading.remarks.append(Remark("missing_field", sheet.name, cell, "", column.header[0]))
            continue
        _take(column, text, cell, at in sheet.dates if at else False, sheet, form, reading, known)


def _take(column: Column, text: str, cell: str, is_date_cell: bool, sheet: Sheet, form: Form, reading: Reading, known: Recogniser) -> None:
    value: object = text
    if column.type == "date":
        value = day_of(text)
        if value is None:
            reading.remarks.append(Remark("bad_date", sheet.name, cell, text))
        elif not is_date_cell:
            reading.remarks.append(Remark("date_as_text", sheet.name, cell, text, f"{value:%d/%m/%Y}"))
    elif column.type != "text":
        value = known.code(column.type, text)
        reading.labels.append(Label(form.code, sheet.name, 0, cell, column.field, column.type, text, value, known.expected(column.type)))
    if column.field == "nature":
        reading.is_sample = key(text) == "so lieu minh hoa"
    elif column.field == "plan_year":
        reading.plan_year = int(str(value)) if value else None
    elif value is not None:
        setattr(reading, column.field, value)


def _value_of(sheet: Sheet, column: Column) -> tuple[tuple[int, int] | None, str]:
    """Where a label's value stands, and its text: behind a colon in the same cell, or in the next cell to the right of the label's area."""
    aliases = {key(h) for h in column.header}
    whole = filled(sheet)
    for (r, c), value in sorted(sheet.cells.items()):
        label, colon, rest = str(value).partition(":")
        if key(label) not in aliases:
            continue
        if colon and rest.strip():
            return (r, c), rest.strip()
        right = next((right + 1 for top, left, bottom, right in sheet.merged if top <= r <= bottom and left <= c <= right), c + 1)
        return (r, right), amounts.as_sent(whole.get((r, right), ""))
    return None, ""
