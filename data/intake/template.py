"""Writes the workbook a unit fills in: general information, a sheet per form, drop-downs, protected headings, guidance.

Amounts come in as whole đồng and are written in the form's money unit; the same call gives the same bytes.
The layout is a proposal: reading finds sheets and columns by their words, not by where this file puts them.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from data.definitions import Definitions, models
from data.intake import template_lists, template_sheets
from data.intake.template_sheets import Pen, Row

CREATED = datetime(2000, 1, 1, tzinfo=UTC)  # fixed: a file's bytes follow from its content alone
EMPTY_ROWS = 20


def write(
    path: Path,
    definitions: Definitions,
    *,
    kind: models.Kind,
    info: Row,
    rows: Mapping[str, Sequence[Row] | None],
    with_commune: bool = False,
    extra_rows: int = 0,
) -> None:
    """Write one workbook: `info` by field, `rows` by form and field (codes and whole đồng; None = blank).

    Every form that the round asks for, or that is given, gets its sheet, in the round's order; a form given as None is left out.
    Without a round (a decision, a publication): the forms given, or all of this kind where none is.
    A row with "_total" is a total row: that label stands in the name column, no code beside it.
    """
    info = {"kind": kind} | info
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(path), {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False}) as book:
        book.set_properties({"title": models.KIND_NAMES[kind], "created": CREATED})
        wanted = _forms(definitions, kind, info, rows)
        columns = {form.code: _columns(form, kind, with_commune, rows.get(form.code) or ()) for form in wanted}
        used = {column.type for chosen in columns.values() for column in chosen}
        every = template_lists.choices(definitions, info, with_province="indicator" in used)
        offered: template_lists.Choices = {type_: words for type_, words in every.items() if type_ in used and words}
        pen = Pen(book, offered, template_lists.names(definitions))
        for form in wanted:
            if form.layout == "fields":
                template_sheets.fields(pen, form, columns[form.code], info, _hints(definitions, info))
            else:
                template_sheets.table(pen, form, columns[form.code], rows.get(form.code) or (), extra_rows)
        template_sheets.lists(pen)


def blank(
    path: Path,
    definitions: Definitions,
    *,
    unit_code: str,
    round_code: str,
    rows: Sequence[Row],
    with_commune: bool = False,
) -> None:
    """Write the blank report of a unit for a round, prefilled with its lines and last plan (`rows`), amounts spent left empty.

    Without rows, every component the province runs stands there, by fund source of the plan and allowed capital type.
    The sheet of indicators names each one that is filled in there, with its breakdowns.
    """
    round_ = definitions.rounds[round_code]
    lines = [dict(row) for row in rows] or every_line(definitions, round_.plan_year)
    spent = [{field: value for field, value in line.items() if not field.endswith("_vnd")} for line in lines]
    sheets: dict[str, Sequence[Row] | None] = {}
    for form in definitions.forms.values():
        if form.layout == "table" and any(column.type == "indicator" for column in form.column):
            sheets[form.code] = every_indicator(definitions) if form.code in round_.forms else None
        elif form.layout == "table":
            is_plan = any(column.field == "assigned_vnd" for column in form.column)
            sheets[form.code] = ([] if form.repeats else lines if is_plan else spent) if form.code in round_.forms else None
    info = {"unit_code": unit_code, "round_code": round_code, "cut_off_on": round_.cut_off_on, "state": "final"}
    write(path, definitions, kind="own", info=info, rows=sheets, with_commune=with_commune, extra_rows=EMPTY_ROWS)


def every_line(definitions: Definitions, plan_year: int) -> list[Row]:
    """Every line the province may have of this year's capital, without amounts: component run × source in the plan × capital type."""
    return [
        {"component_code": component.code, "fund_source": source.code, "capital_type": capital_type, "capital_year": plan_year}
        for component in definitions.programme.components
        if component.is_run
        for source in definitions.programme.fund_source
        if source.in_plan
        for capital_type in component.capital_types
    ]


def every_indicator(definitions: Definitions) -> list[Row]:
    """Every indicator whose result comes from a sheet, each followed by its breakdowns, with the unit it is written in."""
    whole = [b.code for b in definitions.programme.breakdown[:1]]
    return [
        {"indicator_code": i.code, "breakdown": breakdown, "measure_unit": i.level_unit or i.unit}
        for i in definitions.indicators
        if i.result_from == "form"
        for breakdown in [*whole, *i.breakdowns]
    ]


def _forms(definitions: Definitions, kind: models.Kind, info: Row, rows: Mapping[str, Sequence[Row] | None]) -> list[models.Form]:
    round_ = definitions.rounds.get(str(info.get("round_code")))
    order = round_.forms if round_ else []
    asked = order if round_ or rows else list(definitions.forms)
    left_out = {code for code, given in rows.items() if given is None}
    of_kind = [form for form in definitions.forms.values() if kind in form.kinds and form.code not in left_out]
    forms = [form for form in of_kind if form.layout == "fields" or form.code in asked or form.code in rows]
    return sorted(forms, key=lambda f: (f.layout != "fields", order.index(f.code) if f.code in order else len(order), f.code))


def _columns(form: models.Form, kind: models.Kind, with_commune: bool, rows: Sequence[Row]) -> list[models.Column]:
    """Those of this kind of workbook; an optional one when a row fills it, that of communes when it is asked for."""
    filled = {name for row in rows for name in row}
    of_kind = [c for c in form.column if not c.kinds or kind in c.kinds]
    return [c for c in of_kind if not c.optional or (with_commune if c.type == "commune" else c.field in filled)]


def _hints(definitions: Definitions, info: Row) -> dict[str, str]:
    """Names beside the codes: the value cell holds the code alone, so that it is read without guessing."""
    day: Any = info.get("cut_off_on") or info.get("effective_on")
    unit = definitions.unit(str(info.get("unit_code")), day)
    round_ = definitions.rounds.get(str(info.get("round_code")))
    return {"unit_code": unit.name if unit else "", "round_code": round_.name if round_ else ""}
