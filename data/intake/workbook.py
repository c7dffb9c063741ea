"""From a grid to a reading: which sheet is which form, who sends it, and what stands in it."""

from datetime import date

from data.definitions import Definitions
from data.definitions.models import Form
from data.intake import fields, header, table, words
from data.intake.grid import Book, Sheet, a1
from data.intake.lines import Reading, Remark
from data.intake.recognise import Recogniser


def read(book: Book, definitions: Definitions, known: Recogniser) -> Reading:
    """Read every form of the definitions that the workbook holds. Never raises: what is wrong becomes a remark or a fault of a cell."""
    reading = Reading()
    for sheet in book.sheets:
        if sheet.hidden and sheet.cells:
            reading.remarks.append(Remark("hidden_sheet", sheet.name, "", sheet.name))
    if book.external_links:
        reading.remarks.append(Remark("external_links", "", "", str(book.external_links)))
    visible = [s for s in book.sheets if not s.hidden and s.cells]
    if _remark_legacy_text(visible, definitions, known, reading):
        return reading  # everything else would be found missing because of it
    general = next(f for f in definitions.forms.values() if f.layout == "fields")
    _read_identity(visible, general, reading, definitions, known)
    day = reading.cut_off_on or reading.effective_on
    for form in definitions.forms.values():
        if form.layout == "table" and (reading.kind is None or reading.kind in form.kinds):
            _read_form(visible, form, reading, known, day)
    for form in definitions.forms.values():
        if form.code in reading.forms:
            _remark_rivals(visible, form, reading)
    return reading


def _read_identity(visible: list[Sheet], form: Form, reading: Reading, definitions: Definitions, known: Recogniser) -> None:
    sheet = _by_name(visible, form, definitions)
    if sheet is None:
        reading.remarks.append(Remark("missing_sheet", "", "", _names(visible), form.title))
        return
    fields.read(sheet, form, reading, known)
    round_ = definitions.rounds.get(reading.round_code or "")
    if round_:
        reading.plan_year = round_.plan_year


def _read_form(visible: list[Sheet], form: Form, reading: Reading, known: Recogniser, day: date | None) -> None:
    named = _by_name(visible, form, known.definitions)
    others = [_by_name(visible, f, known.definitions) for f in known.definitions.forms.values() if f is not form] if named is None else []
    taken = {s.name for s in others if s}
    if any(c.type == "indicator" for c in form.keys):
        taken |= set(reading.sheets.values())  # a table of money with a column "Mã" is none of indicators
    for sheet in [named] if named else [s for s in visible if s.name not in taken]:
        found = header.find(sheet, form, reading.plan_year, day)
        if found and (named or (not found.missing and len(found.columns) > len(form.keys))):
            reading.forms.append(form.code)
            reading.sheets[form.code] = sheet.name
            table.read(sheet, form, found, reading, known, day)
            return
    if named:
        first = min(named.cells)
        wanted = "; ".join(c.header[0] for c in form.column if c.required)
        reading.remarks.append(Remark("missing_header", named.name, a1(*first), str(named.cells[first])[:60], wanted))


def _remark_rivals(visible: list[Sheet], form: Form, reading: Reading) -> None:
    """Another sheet with the same form: it would be left unread, and nobody would know."""
    amounts = [c for c in form.measures if c.type in ("money", "number")]  # a list of causes or codes is no second report
    needed = {c.field for c in amounts if c.required} or {c.field for c in amounts}
    aliases = _names_of(form)
    for sheet in visible:
        if sheet.name in reading.sheets.values():
            continue  # read, for this form or for another that it fits better
        found = header.find(sheet, form, reading.plan_year, reading.cut_off_on or reading.effective_on)
        measures = [c for n, c in found.columns.items() if n in needed] if found else []
        if found and measures and (not found.missing or any(a in words.key(sheet.name) for a in aliases)):
            cell = a1(found.first_row - 1, min(measures))
            reading.remarks.append(Remark("two_sheets", sheet.name, cell, reading.sheets[form.code], form.title))


def _by_name(visible: list[Sheet], form: Form, definitions: Definitions) -> Sheet | None:
    """The sheet whose name is the form's, however it is spelled: 'Biểu 2 - Chỉ tiêu', but not another form's own 'Giao chỉ tiêu'."""
    aliases = _names_of(form)
    exact = next((s for s in visible if words.key(s.name) in aliases), None)
    others = {name for f in definitions.forms.values() if f is not form for name in _names_of(f)}
    rest = [s for s in visible if words.key(s.name) not in others]
    return exact or next((s for s in rest if any(words.key(s.name).endswith(" " + a) for a in aliases)), None)


def _names_of(form: Form) -> list[str]:
    return [words.key(n) for n in (form.title, *form.sheet)]


def _names(sheets: list[Sheet]) -> str:
    return "; ".join(s.name for s in sheets[:10]) or "không có trang nào có số liệu"


def _remark_legacy_text(visible: list[Sheet], definitions: Definitions, known: Recogniser, reading: Reading) -> bool:
    """Text in TCVN3 or VNI looks like noise in Unicode; named, because 'column not found' would send people looking in the wrong place."""
    expected = known.known_words | {words.key(h) for f in definitions.forms.values() for c in f.column for h in c.header}
    for sheet in visible:
        texts = {v: at for at, v in sorted(sheet.cells.items(), reverse=True) if isinstance(v, str) and len(v) <= 200 and not v.isascii()}
        found = words.legacy_encoding(sorted(texts, key=lambda t: texts[t])[:2000], expected)
        if found:
            reading.remarks.append(Remark("legacy_text", sheet.name, a1(*texts[found[1]]), found[1][:40], found[0]))
    return any(r.what == "legacy_text" for r in reading.remarks)
