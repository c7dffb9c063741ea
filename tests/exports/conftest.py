"""The printed paper that several tests look at, made once."""

import pypdfium2
import pytest

from pages.exports import pdf
from pages.exports.paper import Paper
from tests.exports.printed_paper import TEMPLATE, whole_paper


@pytest.fixture(scope="session")
def printed_paper() -> Paper:
    return whole_paper()


@pytest.fixture(scope="session")
def written(printed_paper: Paper) -> bytes:
    """Its .pdf."""
    return pdf.write(printed_paper, TEMPLATE)


@pytest.fixture(scope="session")
def document(written: bytes) -> pypdfium2.PdfDocument:
    """Its .pdf, opened."""
    return pypdfium2.PdfDocument(written)
