"""The blank workbooks of a round as one archive: every unit's, with names every system can write, and the same bytes each time."""

import io
import zipfile

from data.intake import blanks, template
from tests.data.intake.grids import definitions

ROUND = "2024-T06"
LINE = {"component_code": "DA2", "fund_source": "NSTW", "capital_type": "SN", "capital_year": 2024, "assigned_vnd": 5_000_000}


def test_each_unit_has_its_own_workbook_as_the_command_line_writes_it(tmp_path):
    whole = blanks.every(definitions(), ROUND, {"943": [LINE], "944": []})
    with zipfile.ZipFile(io.BytesIO(whole)) as box:
        assert box.namelist() == ["2024-T06_943.xlsx", "2024-T06_944.xlsx"]
        for unit, rows in {"943": [LINE], "944": []}.items():
            template.blank(tmp_path / "same.xlsx", definitions(), unit_code=unit, round_code=ROUND, rows=rows)
            assert box.read(f"2024-T06_{unit}.xlsx") == (tmp_path / "same.xlsx").read_bytes()


def test_the_same_call_gives_the_same_bytes():
    assert blanks.every(definitions(), ROUND, {"943": [LINE]}) == blanks.every(definitions(), ROUND, {"943": [LINE]})
