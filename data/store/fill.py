"""Filling an empty store: the raw tables from archive and definitions, then staging and marts by the .sql files in schema/."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pyarrow as pa

from data.definitions import Definitions
from data.definitions.rules import rules
from data.intake.archive import ASIDE, Archive, Submission, standing

SCHEMA = Path(__file__).parent / "schema"
CHECKS = Path(__file__).parent / "checks"
INSIDE = Path(__file__).parents[1] / "intake/checks"  # the rules inside one workbook, for their names
Pair = tuple[str, int]  # unit code, plan year
STORAGE = "v1.5.0"  # readable by tools one version back (docs/decisions.md)


def schema_digest() -> str:
    """Changes when the code that makes the store does: a store made by other code is built anew."""
    files = [
        *sorted(SCHEMA.glob("*.sql")),
        *sorted(CHECKS.glob("*.sql")),
        *sorted(INSIDE.glob("*.sql")),
        *sorted(Path(__file__).parent.glob("*.py")),
        Path(standing.__file__),
    ]
    return hashlib.sha256(b"".join(p.read_bytes() for p in files)).hexdigest()


def opened(path: Path) -> duckdb.DuckDBPyConnection:
    """A store open for writing; a new file is made in a format that older tools read too."""
    options = "" if path.exists() else f" (storage_version '{STORAGE}')"
    db = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
    db.execute(f"attach '{path.as_posix().replace(chr(39), chr(39) * 2)}' as store{options}")
    db.execute("use store")
    return db


def fill(db: duckdb.DuckDBPyConnection, archive: Archive, d: Definitions, known: list[Submission], only: set[Pair] | None = None) -> None:
    """Fill an empty database. `only` keeps cells to some units' years, and the decisions of those years; the rest is always whole."""
    db.execute("begin")  # one transaction: two hundred small ones take a fifth longer
    db.execute((SCHEMA / "10_raw.sql").read_text(encoding="utf-8"))
    fill_definitions(db, d)
    fill_submissions(db, known)
    fill_decisions(db, archive.entries())
    put(db, "raw.entry", ({**row, "body": orjson.dumps(row["body"], option=orjson.OPT_SORT_KEYS).decode()} for row in archive.entered()))
    fill_cells(db, archive, [s for s in known if s.status == "standing" and (only is None or _is_of(s, only))])
    derive(db)
    db.execute("commit")


def derive(db: duckdb.DuckDBPyConnection) -> None:
    """Staging and marts, from the raw tables."""
    for path in sorted(SCHEMA.glob("[23]0_*.sql")):
        db.execute(path.read_text(encoding="utf-8"))


def _is_of(s: Submission, pairs: set[Pair]) -> bool:
    """Whether a submission speaks of some units' years; what is compared with reports, or seldom comes, is always read."""
    if s.kind in ("treasury", "synthesis", "monitoring"):
        return True
    return (s.unit_code, s.plan_year) in pairs if s.kind == "own" else s.plan_year in {year for _, year in pairs}


def put(db: duckdb.DuckDBPyConnection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows by column name, in the table's own types."""
    listed = list(rows)
    if listed:
        db.register("incoming", pa.Table.from_pylist(listed))
        db.execute(f"insert into {table} by name select * from incoming")
        db.unregister("incoming")


def fill_submissions(db: duckdb.DuckDBPyConnection, known: list[Submission]) -> None:
    names = [n for n in Submission.__annotations__ if n not in ("problems", "totals")]
    if known:  # days and times come as the journal writes them, in ISO
        db.register("incoming", pa.table({n: [getattr(s, n) for s in known] for n in names}))
        db.execute("insert into raw.submission by name select * from incoming")
        db.unregister("incoming")
    put(db, "raw.problem", ({"submission_id": s.submission_id, **p} for s in known for p in s.problems))


def fill_decisions(db: duckdb.DuckDBPyConnection, entries: list[dict[str, Any]]) -> None:
    """What people decided about submissions and rounds, as the journal has it."""
    decided = ((n, e) for n, e in enumerate(entries) if e["what"] not in ("received", *ASIDE))
    put(
        db, "raw.decision",
        ({"entry": n, "what": e["what"], "decided_at": e["at"], "decided_by": e["by"], "reason": e["reason"],
          "submission_id": e.get("submission_id"), "round_code": e.get("round_code")} for n, e in decided),
    )  # fmt: skip


def fill_cells(db: duckdb.DuckDBPyConnection, archive: Archive, wanted: list[Submission]) -> None:
    if not wanted:
        return
    files = [{"file": archive.cells(s.file_sha256).as_posix(), "submission_id": s.submission_id, "plan_year": s.plan_year} for s in wanted]
    db.register("incoming", pa.Table.from_pylist(files))
    db.execute(
        """insert into raw.cell by name
        select i.submission_id, i.plan_year, c.* exclude (filename, fault, half_digit_vnd)
        from read_parquet($files, filename = true, union_by_name = true) c join incoming i on i.file = c.filename
        where c.text <> '' or c.amount_vnd is not null
        order by i.plan_year, c.form, c.unit_code, i.submission_id, c.row""",
        {"files": [f["file"] for f in files]},
    )
    db.unregister("incoming")


def fill_definitions(db: duckdb.DuckDBPyConnection, d: Definitions) -> None:
    p, s = d.programme, d.settings
    units = [{"short_name": u.short_name or u.name, **u.model_dump(exclude={"code", "short_name", "aliases"})} for u in d.units]
    put(db, "raw.unit", ({"unit_code": u.code, "position": n, **row} for n, (u, row) in enumerate(zip(d.units, units, strict=True))))
    named = {"official_name", "short_name", "name_source", "is_run"}
    projects = [{"project_code": x.code, "lead_code": x.lead, **x.model_dump(include=named)} for x in p.project]
    put(db, "raw.project", ({"position": n, **row} for n, row in enumerate(projects)))
    leaves = [(project.code, leaf) for project in p.project for leaf in (project.sub_project or [project])]
    components = [{"component_code": x.code, "project_code": of, "lead_code": x.lead, **x.model_dump(include=named)} for of, x in leaves]
    put(db, "raw.component", ({"position": n, **row} for n, row in enumerate(components)))
    sources = [
        {"code": x.code, "name": x.name, "short_name": x.short_name or [*x.aliases, x.name][0], "in_plan": x.in_plan} for x in p.fund_source
    ]
    put(db, "raw.fund_source", ({"position": n, **row} for n, row in enumerate(sources)))
    types = [{"code": x.code, "name": x.name, "short_name": x.short_name or x.name} for x in p.capital_type]
    put(db, "raw.capital_type", ({"position": n, **row} for n, row in enumerate(types)))
    put(db, "raw.cause", ({"code": x.code, "name": x.name, "position": n} for n, x in enumerate(p.cause)))
    fill_monitoring(db, d)
    put(db, "raw.province", [{"unit_code": s.province.code, "name": s.province.name, "short_name": s.province.short_name}])
    for table, listed in (
        ("raw.breakdown", p.breakdown), ("raw.indicator_group", p.indicator_group), ("raw.difference_reason", p.difference_reason),
    ):  # fmt: skip
        put(db, table, ({"code": x.code, "name": x.name, "position": n} for n, x in enumerate(listed)))
    put(db, "raw.indicator", ({"indicator_code": x.code, **x.model_dump(exclude={"code", "aliases"})} for x in d.indicators))
    put(db, "raw.round", ({"round_code": r.code, **r.model_dump(exclude={"code", "units"})} for r in d.rounds.values()))
    put(db, "raw.expected", ({"round_code": r.code, "unit_code": u.code} for r in d.rounds.values() for u in d.expected_units(r)))
    put(db, "raw.extension", (e.model_dump() for e in d.extensions))
    days = [day for r in d.rounds.values() for day in (r.window_from, r.due_on)] + [e.due_on for e in d.extensions]
    put(db, "raw.day", s.calendar.around(days))
    held = [
        (f, kind, c.field)
        for f in d.forms.values()
        if f.layout == "table"
        for kind in f.kinds
        for c in f.column
        if kind in (c.kinds or f.kinds)
    ]
    put(db, "raw.form_field", ({"form": f.code, "title": f.title, "kind": kind, "field": field} for f, kind, field in held))
    for n, r in enumerate(d.required_documents):
        row = {"required_code": r.code, "units": r.of, "plan_years": r.plan_year, "component_code": r.component, "position": n}
        put(db, "raw.required_document", [row | r.model_dump(exclude={"code", "of", "plan_year", "component"})])
    put(db, "raw.tile", ({"unit_code": t.unit_code, "tile_row": t.row, "tile_column": t.column} for t in d.tiles))
    places = ((r, n, lon, lat) for r in d.rings for n, (lon, lat) in enumerate(r.positions))
    put(
        db, "raw.boundary",
        ({"unit_code": r.unit_code, "part": r.part, "ring": r.ring, "position": n, "lon": x, "lat": y} for r, n, x, y in places),
    )  # fmt: skip
    put(db, "raw.year_target", (t.model_dump() for t in s.year_target))
    put(db, "raw.tolerance", [s.tolerance.model_dump()])
    put(db, "raw.agreement", [s.agreement.model_dump()])
    for scope, folder, severity in (("inside", INSIDE, s.severity), ("across", CHECKS, {})):
        told = ({"rule": r.name, "rule_name": r.title, "severity": severity.get(r.name, r.severity), "scope": scope} for r in rules(folder))
        put(db, "raw.rule", told)


def fill_monitoring(db: duckdb.DuckDBPyConnection, d: Definitions) -> None:
    """What the office defined for its monitoring: kinds of finding, whom open recommendations pass to, its plan and weights."""
    put(db, "raw.finding_kind", ({"code": x.code, "name": x.name, "position": n} for n, x in enumerate(d.programme.finding_kind)))
    passed = enumerate(d.succession)
    put(db, "raw.succession", ({"old_code": x.old_code, "new_code": x.new_code, "passes_on": x.on, "position": n} for n, x in passed))
    plan = d.settings.monitoring
    weights = {f"weight_{part}": weight for part, weight in plan.weights.model_dump().items()}
    put(db, "raw.monitoring", [plan.model_dump(exclude={"weights"}) | weights])


def fill_about(db: duckdb.DuckDBPyConnection, d: Definitions, version: str, figures: str, built_at: str, has_samples: bool) -> None:
    """The one row that says what this store is."""
    s, receiving = d.settings, d.unit(d.settings.receiving.unit)
    db.execute("delete from raw.about")
    put(db, "raw.about", [{
        "store_version": version, "figures_version": figures, "built_at": built_at, "has_samples": has_samples,
        "province_name": s.province.name,
        "province_short_name": s.province.short_name, "receiving_name": receiving.name if receiving else s.receiving.unit,
        "programme_name": d.programme.name, "programme_short_name": d.programme.short_name, "quick_project": d.programme.quick_project,
        "low_share": s.thresholds.low_share, "behind_points": s.thresholds.behind_points, "threshold_note": s.thresholds.note,
        "last_payment_day": s.payment.last_day, "boundary_attribution": s.map.attribution, "indicator_note": s.indicator.note,
        "reached_from": s.indicator.reached_from, "exceeded_above": s.indicator.exceeded_above, "at_risk_below": s.indicator.at_risk_below,
        "judged_from": s.indicator.judged_from, "authority_name": s.papers.authority or s.province.committee,
        "abbreviation": s.papers.abbreviation, "place_name": s.papers.place or s.province.short_name, "signer_title": s.papers.signer,
        "recipients": "\n".join(s.papers.recipients),  # one a line
    }])  # fmt: skip
