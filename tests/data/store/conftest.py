"""An empty office of its own for every test of the store."""

from pathlib import Path

import pytest

from data.definitions import Definitions
from tests.data.store.office import Office


@pytest.fixture
def office(tmp_path: Path, definitions: Definitions) -> Office:
    return Office(tmp_path, definitions)
