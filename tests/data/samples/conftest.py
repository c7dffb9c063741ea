"""What the tests of the samples share: all of them written once, and read back."""

import pytest

from data import samples
from data.definitions import Definitions, load
from data.samples import story
from tests.data.samples.reading import Read, read


@pytest.fixture(scope="session")
def definitions() -> Definitions:
    return load()


@pytest.fixture(scope="session")
def told(definitions: Definitions) -> story.Story:
    return story.load(definitions)


@pytest.fixture(scope="session")
def books(definitions: Definitions, tmp_path_factory: pytest.TempPathFactory) -> list[Read]:
    return [read(sample) for sample in samples.write_all(tmp_path_factory.mktemp("samples"), definitions)]


@pytest.fixture(scope="session")
def reports(books: list[Read]) -> dict[tuple[str, str], Read]:
    """The standing report of each (round, unit): the final one received last, the preliminary one where there is none. No estimates."""
    own = [book for book in books if book.own_round and book.state != "Ước"]
    return {(book.round, book.unit): book for book in sorted(own, key=lambda b: b.state == "Chính thức")}
