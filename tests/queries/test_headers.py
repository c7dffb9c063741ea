"""What the head of a question says is what it does."""

import re
from datetime import date

import pytest

from data.store.reading import Scope
from queries.reading import ROOM
from tests.queries import asked

ON = date(2024, 11, 15)
DAYS = (date(2022, 12, 31), date(2023, 12, 31), ON, date(2024, 12, 31))
SIGNED = {"attainment_share", "term_share"}  # what was attained of a target may be far beyond it, or a step back
SILENT = {  # columns in which the samples hold nothing on any of these days, and why
    "comparison/boundaries": {"part", "ring", "position", "lon", "lat"},  # no file of boundaries is put in place (settings)
    "comparison/ranking": {"previous_share", "previous_rank"},  # asked without an earlier day; test_comparison.py asks with one
    "documents/issued": {"file_name", "file_sha256"},  # the samples name links, no file of theirs is kept
    "monitoring/steps": {"evidence_name", "evidence_sha256"},  # samples name a document; test_a_finding_travels.py has a file
    "reports/matrix": {"first_returned_on"},  # no report of the samples was returned; tests/data/store/test_lateness.py has some
    "reports/refusals": {"submission_id", "returned_on", "file_name", "place", "reason"},  # neither
    "reports/reminders": {"extension_letter"},  # the one report with more time came in time
    "reports/versions": {"returned_on", "decided_by", "decided_reason"},  # accepted as it came
    # what stands behind figures is told alike, whether money, an indicator or a thing that is counted
    **{f"origin/{family}": {"amount_vnd", "verdict"} for family in ("attained", "results", "warnings")},
    **{f"origin/{family}": {"number"} for family in ("money", "treasury")},
    **{f"origin/{family}": {"verdict"} for family in ("findings", "obstacles")},
    "origin/communes": {"number", "verdict"},
    "origin/reports": {"amount_vnd", "text", "verdict"},
    "pivot/money": {"unplanned_disbursed_vnd"},  # every line of the samples has a plan
    "pivot/money_lines": {"unplanned_disbursed_vnd"},  # the same
    "quality/sent": {"decision_number"},  # asked of a report; test_quality.py asks of a decision
    "submissions/received": {  # asked of no round; no sample was decided about, test_submissions.py has such files
        "round_code",
        "round_name",
        "returned_at",
        "decided_at",
        "decided_by",
        "decided_reason",
    },
    "submissions/last_plan": {"adjusted_vnd"},  # nothing was adjusted before that round
    "submissions/decisions": {"entry", "decided_at", "decided_by", "decided", "reason", "unit_short_name", "version", "file_name"},
    "forecast/back_test": {"claim_share"},  # needs a third year before the one asked; test_forecast_generated.py has them
    "reconciliation/extracts": {"missing_names"},  # every extract of the samples lists every unit
    "reconciliation/plans": {  # every unit of the samples writes the plan of its decisions
        "since_on",
        "age_count",
        "entry_id",
        "reason_name",
        "reason",
        "owner",
        "due_on",
        "is_settled",
    },
    "versions/lines": {"unplanned_disbursed_vnd"},  # every line of the samples has a plan; test_differing.py has one without
    "versions/submissions": {"decided_at", "decided_by", "decided_reason"},  # no sample was decided about
    "targets/by_unit": {"citation"},  # only what is published for the province cites its source
    "targets/province": {"unreported_planned"},  # every unit of the samples with a share of a target tells its result
    "targets/rounds": {"base_level", "numerator", "denominator", "citation"},  # asked of a count of units, see asked.arguments
}


@pytest.mark.parametrize("name", asked.NAMES)
def test_a_question_takes_the_parameters_it_says(name):
    code = "\n".join(line.partition("--")[0] for line in (ROOM / f"{name}.sql").read_text(encoding="utf-8").splitlines())
    assert sorted(set(re.findall(r"\$([a-z_]+)", code))) == sorted(asked.listed(asked.header(name)["Takes"]))


@pytest.mark.parametrize("name", asked.NAMES)
def test_a_question_gives_the_columns_it_says_and_its_key_stands_once(name, store, everyone):
    told = asked.header(name)
    answer = asked.function(name)(store, everyone, **asked.arguments(name, ON, store))
    assert list(answer.columns) == asked.listed(told["Gives"])
    assert not answer.empty or SILENT.get(name) == set(answer.columns)
    assert not answer.duplicated(subset=asked.listed(told["Key"])).any()


@pytest.mark.parametrize("name", asked.NAMES)
def test_a_question_says_what_stands_behind_its_figures(name):
    """“nothing, because …”, or a question of queries/origin and how to ask it of a row; tests/pages/test_why.py adds up."""
    behind, gives = asked.header(name)["Behind"], asked.listed(asked.header(name)["Gives"])
    for alternative in [] if behind.startswith("nothing, because ") else behind.split("; "):
        told, _, condition = alternative.partition(" where ")
        family, *pairs = told.split(" ")
        assert f"origin/{family}" in asked.NAMES
        takes, given = asked.listed(asked.header(f"origin/{family}")["Takes"]), dict(pair.split("=") for pair in pairs)
        assert given.keys() <= set(takes)
        assert {value for value in given.values() if value not in ("", "false", "year_end", "on")} <= set(gives)
        assert not condition or condition.partition("=")[0] in gives


@pytest.mark.parametrize("name", asked.NAMES)
def test_money_is_whole_and_shares_are_between_zero_and_a_little_over_one(name, store, everyone):
    answer = asked.function(name)(store, everyone, **asked.arguments(name, ON, store))
    for column in answer.columns:
        if column.endswith("_vnd"):
            assert str(answer[column].dtype) in ("Int64", "int64"), column
        if column.endswith("_share"):
            low, high = (-10, 10) if column in SIGNED else (0, 1.5)
            assert answer[column].dropna().between(low, high).all(), column


@pytest.mark.parametrize("name", asked.NAMES)
def test_every_column_says_something_on_some_day_but_those_named_silent(name, store, everyone):
    answers = [asked.function(name)(store, everyone, **asked.arguments(name, on, store)) for on in DAYS]
    assert {column for column in answers[0] if all(answer[column].isna().all() for answer in answers)} == SILENT.get(name, set())


def test_every_statement_has_a_function_and_every_function_a_statement():
    for subject in asked.ROOMS:
        assert {path.stem for path in subject.glob("*.sql")} == asked.functions_of(subject)


@pytest.mark.parametrize("name", [n for n in asked.NAMES if "units" in asked.listed(asked.header(n)["Takes"])])
def test_a_scope_without_units_sees_no_figure(name, store):
    answer = asked.function(name)(store, Scope(units=(), benchmarks=False), **asked.arguments(name, ON, store))
    figures = [c for c in answer.columns if c.endswith(("_vnd", "_share"))]
    seen = answer[figures].fillna(0).to_numpy().sum() if figures else 0
    assert seen == 0
    assert "unit_code" not in answer or answer.empty
