"""The blank workbooks of a round: one unit's, or all of them as one archive. The same call gives the same bytes."""

import io
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from data.definitions import Definitions
from data.intake import template
from data.intake.template_sheets import Row

_MADE = (2000, 1, 1, 0, 0, 0)  # fixed, so that the bytes follow from the content alone


def file_name(round_code: str, unit_code: str) -> str:
    return f"{round_code}_{unit_code}.xlsx"


def one(d: Definitions, round_code: str, unit_code: str, rows: Sequence[Row]) -> bytes:
    """The blank workbook of a unit, prefilled with its lines (`rows`, amounts in đồng)."""
    with tempfile.TemporaryDirectory(prefix="bieu-trong-") as folder:
        path = Path(folder) / "bieu.xlsx"
        template.blank(path, d, unit_code=unit_code, round_code=round_code, rows=rows)
        return path.read_bytes()


def every(d: Definitions, round_code: str, rows: Mapping[str, Sequence[Row]]) -> bytes:
    """The blank workbooks of the units named by `rows`, in one .zip."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as box:
        for unit_code, lines in rows.items():
            entry = zipfile.ZipInfo(file_name(round_code, unit_code), _MADE)
            box.writestr(entry, one(d, round_code, unit_code, lines), zipfile.ZIP_DEFLATED)
    return whole.getvalue()
