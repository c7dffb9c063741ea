"""Filling in a Word template of the office (docxtpl): what its tags stand for, or in one sentence why it cannot be filled in."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import docx
import docxtpl
import jinja2
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

WRONG_TAG = "Mẫu Word có thẻ sai ({}); các thẻ dùng được nêu ở docs/how-to.md."
NO_DOCUMENT = "Mẫu không phải tệp Word .docx; cần lưu lại từ Word với đuôi .docx."


class BadTemplate(Exception):
    """The template cannot be filled in; the text says why, in Vietnamese."""


def opened(template: bytes) -> Document:
    """The template as it is. Raises BadTemplate where it is no Word document."""
    try:
        document = docx.Document(io.BytesIO(template))
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as problem:
        raise BadTemplate(NO_DOCUMENT) from problem
    package = document.part.package
    for key, relation in list(package.rels.items()):  # LibreOffice names it otherwise: unseen, the properties would stand in the file twice
        if relation.reltype.endswith("/core-properties") and relation.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES:
            del package.rels[key]
            package.relate_to(relation.target_part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    return document


def filled(template: bytes, values: Mapping[str, Any]) -> Document:
    """The document with its tags filled in. A tag that nobody knows raises BadTemplate: no paper goes out with a gap in it."""
    document = docxtpl.DocxTemplate(io.BytesIO(written(opened(template))))
    try:
        document.render(dict(values), SandboxedEnvironment(undefined=jinja2.StrictUndefined), autoescape=True)
    except (jinja2.TemplateError, etree.XMLSyntaxError, TypeError, ValueError, ArithmeticError) as problem:
        raise BadTemplate(WRONG_TAG.format(problem)) from problem
    return document.docx


def written(document: Document) -> bytes:
    """The document as a .docx file."""
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()
