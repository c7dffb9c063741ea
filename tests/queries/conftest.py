"""What tests of questions stand on: the sample store, the widest scope, and the same archive in plain Python."""

from pathlib import Path

import pytest

from data.store.reading import Scope, Store, current_version, open_store
from queries import about
from tests import plain


@pytest.fixture(scope="session")
def store(samples_home: Path) -> Store:
    name = current_version(samples_home)
    assert name is not None
    return open_store(samples_home, name)


@pytest.fixture(scope="session")
def everyone(store: Store) -> Scope:
    return Scope(units=tuple(about.units(store, Scope(units=()))["unit_code"]), benchmarks=True)


@pytest.fixture(scope="session")
def papers(samples_home: Path) -> plain.Archive:
    return plain.read(samples_home)
