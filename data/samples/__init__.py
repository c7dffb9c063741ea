"""Invents the reports of some plan years, by code, the same each time, as real workbooks for the real intake.

They meet the published controls of controls.toml to the đồng; everything else in them is invented (shape.toml) and says so.
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.definitions import Definitions
from data.definitions.models import Round
from data.intake import template
from data.samples import arrival, reports
from data.samples.course import Course, run
from data.samples.lines import Line
from data.samples.story import Decision, Story, load


@dataclass(frozen=True)
class Sample:
    """One workbook as it was sent: where it lies, when it arrived (UTC), who took it in."""

    path: Path
    received_at: datetime
    received_by: str


def write_all(folder: Path, definitions: Definitions) -> list[Sample]:
    """Write every sample workbook below `folder`; gives them in the order of their receipt."""
    story = load(definitions)
    samples: list[Sample] = []
    before: Course | None = None
    for plan_year in story.plan_years:
        course = run(definitions, story, plan_year, before)
        samples += [_decision(folder, definitions, story, made, lines) for made, lines in course.decided]
        noted: list[Line] = []
        for code, lines in course.noted.items():
            samples += _round(folder, definitions, story, definitions.rounds[code], lines, noted)
            noted = lines
        before = course
    return sorted(samples, key=lambda s: (s.received_at, s.path))


def _round(folder: Path, definitions: Definitions, story: Story, round_: Round, lines: list[Line], before: list[Line]) -> list[Sample]:
    samples: list[Sample] = []
    for unit in definitions.expected_units(round_):
        told = story.incidents(round_.code, unit.code)
        own = [x for x in lines if x.key.unit == unit.code]
        if "missing" in told or not own:
            continue
        for version, sent in enumerate(reports.versions(story, told, own, [x for x in before if x.key.unit == unit.code])):
            again = f"_lan-{version + 1}" if version else ""
            path = folder / round_.code / f"{round_.code}_{unit.code}_{_ascii(unit.name)}{again}.xlsx"
            info = {
                "unit_code": unit.code,
                "round_code": round_.code,
                "cut_off_on": round_.cut_off_on,
                "state": "final",
                "prepared_by": story.prepared_by,
                "nature": story.nature,
            }
            rows = reports.own(definitions, story, round_, unit.code, sent)
            has_communes = bool(reports.commune_codes(definitions, story, round_, unit.code))
            template.write(path, definitions, kind="own", info=info, rows=rows, with_commune=has_communes)
            samples.append(Sample(path, arrival.own(story, round_, unit.code, version), story.received_by))
    return samples


def _decision(folder: Path, definitions: Definitions, story: Story, made: Decision, lines: list[Line]) -> Sample:
    path = folder / "quyet-dinh" / f"{made.effective_on}_{_ascii(made.number)}.xlsx"
    info = {
        "unit_code": definitions.settings.receiving.unit,
        "decision_number": made.number,
        "plan_year": made.plan_year,
        "issued_on": made.issued_on,
        "effective_on": made.effective_on,
        "prepared_by": story.prepared_by,
        "nature": story.nature,
    }
    template.write(path, definitions, kind="decision", info=info, rows=reports.decision(lines))
    return Sample(path, arrival.decision(made.issued_on), story.received_by)


def _ascii(name: str) -> str:
    """A name for a file: no marks, words joined by hyphens."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join(kept.split())
