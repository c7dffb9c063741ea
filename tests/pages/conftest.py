"""The dashboard as AppTest runs it, on the sample home."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.store.documented import tables
from data.store.reading import Scope, current_version, open_store
from pages.parts import ask as door
from pages.parts.dictionary import entries
from queries import about, quality, targets
from tests import verbs
from tests.pages import explained_at, report_door

ROOT = Path(__file__).parents[2]
Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def nothing_failed(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A page that fails says so on screen and in the log (pages.parts.viewer); no test may pass over that."""
    yield
    assert not [r for r in caplog.get_records("call") if r.name == "pages.parts.viewer"], "a page failed"


@pytest.fixture
def nothing_remembered() -> None:
    """For tests that look at what is asked: answers remembered from other tests (by store, scope and filters) would stand in the way."""
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def opened(samples_home: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open the dashboard at an address; `page` is a file of pages/, `home` another home than that of the samples."""

    def open_(page: str | None = None, home: Path = samples_home, **address: str) -> AppTest:
        monkeypatch.setenv("DASHBOARD_HOME", str(home))
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        for name, value in address.items():
            app.query_params[name.replace("_", "-")] = value
        app.run()
        if page is not None:
            app.switch_page(page).run()
        assert not app.exception, app.exception
        return app

    return open_


@pytest.fixture(scope="session")
def thin_home(samples_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which all units have a plan and three have reported, once."""
    home = tmp_path_factory.mktemp("thin")
    plan = sorted((samples_home / "inbox").glob("*/2024-01-10_*.xlsx"))
    reports = sorted((samples_home / "inbox/2024-T06").glob("2024-T06_94[123]_*.xlsx"))
    assert (len(plan), len(reports)) == (1, 3)
    verbs.must("receive", *map(str, plan + reports), home=home)
    return home


@pytest.fixture
def at_address(opened: Open) -> Callable[[str], Open]:
    """Open a page itself at an address, as a browser does: another page drops what is this page's own."""

    def of(page: str) -> Open:
        def open_(home: Path | None = None, **address: Any) -> AppTest:
            app = opened(page, **({"home": home} if home else {}))
            for name in list(app.query_params):
                del app.query_params[name]
            for name, value in address.items():
                app.query_params[name.replace("_", "-")] = value
            app.run()
            assert not app.exception, app.exception
            return app

        return open_

    return of


@pytest.fixture
def aimed(at_address: Callable[[str], Open]) -> Open:
    """The page of targets at an address."""
    return at_address("pages/targets/targets.py")


@pytest.fixture
def door_to_samples(samples_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The door to the samples, open for somebody who may see all, without a page."""
    monkeypatch.setenv("DASHBOARD_HOME", str(samples_home))
    store = open_store(samples_home, current_version(samples_home) or "")
    with door.opened(store, Scope(tuple(about.units(store, Scope(()))["unit_code"]))):
        yield


@pytest.fixture(scope="session")
def asked(samples_home: Path) -> Callable[..., pd.DataFrame]:
    """Ask a question of the samples as someone who may see all."""
    store = open_store(samples_home, current_version(samples_home) or "")
    everyone = Scope(units=tuple(about.units(store, Scope(units=()))["unit_code"]), benchmarks=True)
    return lambda question, **given: question(store, everyone, **given)


@pytest.fixture(scope="session")
def everything(asked: Callable[..., pd.DataFrame]) -> list[entries.Entry]:
    """Every entry of the dictionary."""
    return entries.everything(tables(), asked(targets.indicators), asked(quality.rules), asked(about.programme))


@pytest.fixture(scope="module")
def home_opened(samples_home: Path) -> Iterator[Path]:
    """The samples with the door open, on the day the figures of pages/why are tested on: questions without a page."""
    with report_door.chosen(samples_home, explained_at.ON):
        yield samples_home
