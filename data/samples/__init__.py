"""Invents the reports of some plan years, by code, the same each time, as real workbooks for the real intake.

They meet the published controls of controls.toml to the đồng; everything else in them is invented (shape.toml) and says so.
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.definitions import Definitions
from data.definitions.models import Round, State, Unit
from data.intake import template
from data.samples import aims, arrival, reports, results, targets, treasury, visits
from data.samples.course import Course, run
from data.samples.lines import Line
from data.samples.story import Decision, Story, load

BESIDE = {"preliminary": "_so-bo", "estimate": "_uoc"}  # in the names of files sent beside the final report


@dataclass(frozen=True)
class Sample:
    """One workbook as it was sent: where it lies, when it arrived (UTC), who took it in."""

    path: Path
    received_at: datetime
    received_by: str


def write_all(folder: Path, definitions: Definitions) -> list[Sample]:
    """Write every sample workbook below `folder`; gives them in the order of their receipt."""
    story, told, beside = load(definitions), aims.load(definitions), treasury.load()
    samples = [_publication(folder, definitions, story, p) for p in told.publication]
    samples += [_target_plan(folder, definitions, story, told, plan) for plan in told.plan]
    samples += [_monitored(folder, definitions, story, round_) for round_ in visits.load()]
    before: Course | None = None
    for plan_year in story.plan_years:
        course = run(definitions, story, plan_year, before)
        writer = _Writer(folder, definitions, story, told, targets.of_units(told, story.seed, plan_year))
        samples += [_decision(folder, definitions, story, made, lines) for made, lines in course.decided]
        noted: list[Line] = []
        for code, lines in course.noted.items():
            samples += writer.round(definitions.rounds[code], lines, noted)
            noted = lines
        samples += [_extract(folder, definitions, story, x, course) for x in beside.extract if x.plan_year == plan_year]
        samples += [_synthesis(folder, definitions, story, x, course) for x in beside.synthesis if x.round_code in course.noted]
        before = course
    return sorted(samples, key=lambda s: (s.received_at, s.path))


@dataclass(frozen=True)
class _Writer:
    """Writes the units' reports of a plan year."""

    folder: Path
    definitions: Definitions
    story: Story
    aims: aims.Aims
    planned: dict[targets.Target, float]

    def round(self, round_: Round, lines: list[Line], before: list[Line]) -> list[Sample]:
        samples: list[Sample] = []
        for unit in self.definitions.expected_units(round_):
            told = self.story.incidents(round_.code, unit.code)
            own = [x for x in lines if x.key.unit == unit.code]
            if "missing" in told or not own:
                continue
            versions = reports.versions(self.story, told, own, [x for x in before if x.key.unit == unit.code])
            for state, is_beside in self.aims.sendings(round_.code, unit.code):
                if is_beside:
                    sent = reports.ahead(own) if state == "estimate" else own
                    at = arrival.beside(self.story, round_, unit.code, state)
                    samples.append(self._report(round_, unit, state, sent, BESIDE[state], at))
                    continue
                for version, sent in enumerate(versions):
                    again = f"_lan-{version + 1}" if version else ""
                    samples.append(self._report(round_, unit, state, sent, again, arrival.own(self.story, round_, unit.code, version)))
        return samples

    def _report(self, round_: Round, unit: Unit, state: State, lines: list[Line], mark: str, at: datetime) -> Sample:
        path = self.folder / round_.code / f"{round_.code}_{unit.code}_{_ascii(unit.name)}{mark}.xlsx"
        info = {"unit_code": unit.code, "round_code": round_.code, "cut_off_on": round_.cut_off_on, "state": state}
        rows = reports.own(self.definitions, self.story, round_, unit.code, lines)
        rows[results.FORM] = results.rows(self.definitions, self.story, self.aims, self.planned, round_, unit.code, state)
        has_communes = bool(reports.commune_codes(self.definitions, self.story, round_, unit.code))
        template.write(path, self.definitions, kind="own", info=info | _signed(self.story), rows=rows, with_commune=has_communes)
        return Sample(path, at, self.story.received_by)


def _decision(folder: Path, definitions: Definitions, story: Story, made: Decision, lines: list[Line]) -> Sample:
    return _filed(folder, definitions, story, made, reports.decision(lines))


def _target_plan(folder: Path, definitions: Definitions, story: Story, told: aims.Aims, plan: aims.Plan) -> Sample:
    return _filed(folder, definitions, story, plan, {"decision": None, "target_plan": targets.rows(definitions, told, story.seed, plan)})


def _filed(folder: Path, definitions: Definitions, story: Story, made: Decision | aims.Plan, rows: reports.Sheets) -> Sample:
    path = folder / "quyet-dinh" / f"{made.effective_on}_{_ascii(made.number)}.xlsx"
    info = {
        "unit_code": definitions.settings.receiving.unit,
        "decision_number": made.number,
        "plan_year": made.plan_year,
        "issued_on": made.issued_on,
        "effective_on": made.effective_on,
    }
    template.write(path, definitions, kind="decision", info=info | _signed(story), rows=rows)
    return Sample(path, arrival.decision(made.issued_on), story.received_by)


def _publication(folder: Path, definitions: Definitions, story: Story, printed: aims.Publication) -> Sample:
    path = folder / "cong-bo" / f"{printed.cut_off_on}_{_ascii(printed.number)}.xlsx"
    info = {
        "unit_code": definitions.settings.receiving.unit,
        "decision_number": printed.number,
        "plan_year": printed.plan_year,
        "issued_on": printed.issued_on,
        "cut_off_on": printed.cut_off_on,
        "state": printed.state,
    }
    unit = next(i.unit for i in definitions.indicators if i.code == printed.indicator_code)
    row = {"indicator_code": printed.indicator_code, "breakdown": aims.ALL, "measure_unit": unit}
    figures = {"result": printed.result, "base": printed.base, "source_text": printed.source_text}
    template.write(path, definitions, kind="publication", info=info | _signed(story), rows={results.FORM: [row | figures]})
    return Sample(path, arrival.decision(printed.issued_on), story.received_by)


def _monitored(folder: Path, definitions: Definitions, story: Story, told: visits.Monitored) -> Sample:
    path = folder / "giam-sat" / f"dot-{told.number}.xlsx"
    named = {"unit_code": definitions.settings.receiving.unit, "decision_number": told.number}
    info = named | {"plan_year": told.plan_year, "issued_on": told.issued_on} | _signed(story)
    template.write(path, definitions, kind="monitoring", info=info, rows=told.sheets)
    return Sample(path, arrival.decision(told.issued_on), story.received_by)


def _extract(folder: Path, definitions: Definitions, story: Story, told: treasury.Extract, course: Course) -> Sample:
    path = folder / "kho-bac" / f"{told.on}_{_ascii(told.number)}.xlsx"
    named = {"unit_code": definitions.settings.receiving.unit, "decision_number": told.number, "plan_year": told.plan_year}
    info = named | {"cut_off_on": told.on, "issued_on": told.issued_on} | _signed(story)
    template.write(path, definitions, kind="treasury", info=info, rows={"treasury": treasury.extract(definitions, course, told)})
    return Sample(path, arrival.decision(told.issued_on), story.received_by)


def _synthesis(folder: Path, definitions: Definitions, story: Story, told: treasury.Synthesis, course: Course) -> Sample:
    round_ = definitions.rounds[told.round_code]
    path = folder / "tong-hop-nganh" / f"{told.round_code}_{told.unit_code}.xlsx"
    info = {"unit_code": told.unit_code, "round_code": round_.code, "cut_off_on": round_.cut_off_on, "state": "final"} | _signed(story)
    template.write(path, definitions, kind="synthesis", info=info, rows=treasury.synthesis(definitions, course, told))
    return Sample(path, arrival.decision(round_.due_on), story.received_by)


def _signed(story: Story) -> dict[str, str]:
    return {"prepared_by": story.prepared_by, "nature": story.nature}


def _ascii(name: str) -> str:
    """A name for a file: no marks, words joined by hyphens."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join(kept.split())
