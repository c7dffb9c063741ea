"""Every paper says who issues it and where its figures come from; at a frozen version all of it is the freeze's."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.definitions import Definitions
from data.definitions.settings import Place
from data.store import frozen
from data.store.reading import Scope, current_version, digest_of
from pages.parts import ask
from pages.parts.report.stamp import office, stamp
from queries import about
from tests.pages import report_door

END = date(2024, 12, 31)


def test_papers_are_issued_by_whom_the_settings_name(samples_home: Path, definitions: Definitions):
    with report_door.chosen(samples_home, END):
        told = office()
    papers = definitions.settings.papers
    assert (told.authority, told.place, told.signer) == (papers.authority, papers.place, papers.signer)
    assert told.recipients == tuple(papers.recipients)
    assert told.abbreviation == papers.abbreviation


def test_without_a_name_the_authority_is_the_committee_of_the_province():
    assert Place(code="1", name="Tỉnh A", short_name="A").committee == "Ủy ban nhân dân tỉnh A"


def test_a_live_paper_carries_the_store_and_the_time_it_was_built(samples_home: Path):
    with report_door.chosen(samples_home, END, unit="943") as chosen:
        told, built = stamp(chosen), ask.ask(about.store)["built_at"].iloc[0]
    assert told.digest == digest_of(samples_home / "stores" / (current_version(samples_home) or ""))
    assert f"{told.at:%Y-%m-%d %H:%M:%S %z}" == f"{built:%Y-%m-%d %H:%M:%S} +0000"
    assert told.scope == "Kế Sách, năm ngân sách 2024"
    assert (told.frozen, told.is_sample) == ("", True)


def test_a_paper_at_a_frozen_version_carries_the_freeze(samples_home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(samples_home))
    one = frozen.listed(samples_home)[0]
    with report_door.chosen(samples_home, one.on) as chosen:
        live = stamp(chosen)
    with ask.opened(ask.frozen_store(one), Scope(("943",)), one):
        told = stamp(replace(chosen, unit="943"))
    assert (told.frozen, told.at, told.digest, told.version) == (one.name, one.at.replace(microsecond=0), one.digest, one.figures_version)
    assert told.digest != live.digest
