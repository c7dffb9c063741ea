"""An Office file says nothing of the day it was written."""

import io
import zipfile
from datetime import UTC, datetime, timedelta, timezone

import docx
import openpyxl
import pytest

from pages.exports.still import still

AT = datetime(2024, 11, 25, 2, 30, 15, tzinfo=UTC)


def word(author: str, changed_by: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("Báo cáo")
    about = document.core_properties
    about.author, about.last_modified_by, about.revision, about.last_printed = author, changed_by, 7, datetime(2020, 1, 1)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def reordered(content: bytes) -> bytes:
    """The same file as another program might pack it."""
    packed, again = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(again, "w", zipfile.ZIP_STORED) as other:
        for name in reversed(packed.namelist()):
            other.writestr(zipfile.ZipInfo(name, (2001, 2, 3, 4, 5, 6)), packed.read(name))
    return again.getvalue()


def test_a_file_packed_otherwise_by_somebody_else_becomes_the_same_bytes():
    assert still(word("Sở", "An"), AT) == still(reordered(word("Sở", "Bình")), AT)
    assert still(word("Sở", "An"), AT) != still(word("Sở", "An"), AT + timedelta(seconds=2))
    assert still(still(word("Sở", "An"), AT), AT) == still(word("Sở", "An"), AT)


def test_it_bears_the_time_given_whatever_the_time_zone_and_the_author_alone():
    there = AT.astimezone(timezone(timedelta(hours=7)))
    assert still(word("Sở", "An"), there) == still(word("Sở", "An"), AT)
    about = docx.Document(io.BytesIO(still(word("Sở", "An"), AT))).core_properties
    assert (about.created, about.modified, about.last_modified_by) == (AT, AT, "Sở")
    assert about.last_printed is None


@pytest.mark.parametrize("name", ["word/embeddings/a.xlsx", "ppt/embeddings/b.xlsx"])
def test_a_workbook_inside_is_made_still_too(name):
    content = []
    for second in (1, 2):
        book, inner = openpyxl.Workbook(), io.BytesIO()
        book.properties.created = datetime(2024, 1, 1, 0, 0, second)
        book.save(inner)
        outer = io.BytesIO(word("Sở", "An"))
        with zipfile.ZipFile(outer, "a") as packed:
            packed.writestr(name, inner.getvalue())
        content.append(still(outer.getvalue(), AT))
    assert content[0] == content[1]
