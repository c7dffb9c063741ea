"""The draft of a letter that urges a late unit: a Word template of the office, filled in. Number, date and signature stay blank."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from pages.exports.template import BadTemplate, filled, written
from pages.parts import formats

PEOPLES_COMMITTEE = "Ủy ban nhân dân"


def draft(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The letter as .docx. Raises BadTemplate."""
    return written(filled(template, values))


def values(row: pd.Series, office: pd.Series, today: date) -> dict[str, Any]:
    """What the tags of the template stand for, of one late or missing report (queries.reports.reminders)."""
    return {
        "province_name": office.province_name,
        "province_short_name": office.province_short_name,
        "receiving_name": office.receiving_name,
        "programme_name": office.programme_name,
        "addressee": addressee(row.unit_name, row.kind),
        "unit_name": row.unit_name,
        "round_name": row.round_name[:1].lower() + row.round_name[1:],
        "legal_basis": row.legal_basis or "",
        "cut_off": formats.official_day(row.cut_off_on),
        "due": formats.official_day(row.last_on),
        "extension_letter": "" if formats.is_missing(row.extension_letter) else row.extension_letter,
        "today": formats.official_day(today),
        "is_missing": bool(row.is_missing),
        "received": "" if formats.is_missing(row.received_on) else formats.official_day(row.received_on),
        "returned_count": int(row.returned_count),
        "day_count": formats.count(row.day_count),
        "form_names": row.form_names,
        "other_names": row.other_names,
        "is_sample": bool(office.has_samples),
    }


def addressee(unit_name: str, kind: str) -> str:
    """To whom a letter to a unit is addressed: a district's people's committee, a department itself."""
    return f"{PEOPLES_COMMITTEE} {unit_name[:1].lower()}{unit_name[1:]}" if kind == "district" else unit_name


def every(template: bytes, letters: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Several letters in one .zip: file name → what its tags stand for."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, told in letters.items():
            archive.writestr(name, draft(template, told))
    return content.getvalue()


def fault(template: bytes, values: Mapping[str, Any]) -> str:
    """What is wrong with a template, in Vietnamese; "" = nothing."""
    try:
        draft(template, values)
    except BadTemplate as problem:
        return str(problem)
    return ""
