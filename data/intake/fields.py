"""Reading the sheet of general information: labels with their values to the right."""

import re

from data.definitions.models import Column, Form
from data.intake import amounts
from data.intake.grid import Position, Sheet, a1, filled
from data.intake.lines import Label, Reading, Remark
from data.intake.recognise import Recogniser, day_of
from data.intake.words import key

_BEFORE = re.compile(r"^\s*(?:\d+|[ivxIVX]+|[a-z])[.)]\s*|^\s*[-+*•]\s*")  # "1. Đơn vị báo cáo (*)"
_AFTER = re.compile(r"\s*\([^)]*\)\s*$")
_FIRST = {"kind": 0, "round": 1, "date": 2}  # what decides how the others are understood

Values = dict[str, tuple[Position, str]]  # key of a label → where its value stands, and its text


def read(sheet: Sheet, form: Form, reading: Reading, known: Recogniser) -> None:
    """Fill the identity of `reading` from a sheet of labels and values; remark what is missing or cannot be understood."""
    values = _values(sheet)
    for column in sorted(form.column, key=lambda c: (_FIRST.get(c.type, 3), form.column.index(c))):
        if column.kinds and reading.kind and reading.kind not in column.kinds:
            continue
        at, text = next((values[k] for h in column.header if (k := key(h)) in values), (None, ""))
        if text and at:
            _take(column, text, at, sheet, form, reading, known)
        elif column.required and (reading.kind or not column.kinds):  # of an unknown kind nothing more is asked
            reading.remarks.append(Remark("missing_field", sheet.name, a1(*at) if at else "", "", column.header[0]))


def _take(column: Column, text: str, at: Position, sheet: Sheet, form: Form, reading: Reading, known: Recogniser) -> None:
    value: object = text
    cell, expected = a1(*at), ""
    if column.type == "date":
        day = day_of(text)
        value = day
        if day is None:
            reading.remarks.append(Remark("bad_date", sheet.name, cell, text))
        elif at not in sheet.dates:
            reading.remarks.append(Remark("date_as_text", sheet.name, cell, text, f"{day:%d/%m/%Y}"))
    elif column.type != "text":
        value = known.code(column.type, text, reading.cut_off_on or reading.effective_on)
        expected = known.expected(column.type)
    code = str(value) if value is not None else None
    reading.labels.append(Label(form.code, sheet.name, at[0], cell, column.field, column.type, text, code, expected))
    if column.field == "nature":
        reading.is_sample = key(text) == "so lieu minh hoa"
    elif column.field == "plan_year":
        reading.plan_year = int(str(value)) if value else None
    elif value is not None:
        setattr(reading, column.field, value)


def _values(sheet: Sheet) -> Values:
    """Every label with its value: behind a colon in the same cell, or in the next cell to the right of the label's area."""
    whole, found = filled(sheet), Values()
    ends = {(top, left): right for top, left, _, right in sheet.merged}
    for (r, c), value in sorted(sheet.cells.items()):
        if not isinstance(value, str) or len(value) > 1000:
            continue
        label, colon, rest = value.partition(":")
        name = key(_AFTER.sub("", _BEFORE.sub("", label)))
        right = (r, ends.get((r, c), c) + 1)
        place = ((r, c), rest.strip()) if colon and rest.strip() else (right, amounts.as_sent(whole.get(right, "")))
        if name and (name not in found or not found[name][1]):
            found[name] = place
    return found
