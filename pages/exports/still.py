"""The same paper is the same file, byte for byte: no time, name or order of the day it was written stays in an Office file."""

import io
import zipfile
from datetime import UTC, datetime
from xml.etree import ElementTree as Xml

from docx.oxml.ns import nsmap

CORE = "docProps/core.xml"
FIRST = ("[Content_Types].xml", "_rels/.rels")  # what opens the file looks for these first
OFFICE_FILES = (".xlsx", ".docx", ".pptx")
NAMESPACES = {prefix: nsmap[prefix] for prefix in ("cp", "dc", "dcterms", "dcmitype", "xsi")}
OF_THE_DAY = ("cp:lastPrinted", "cp:revision")
for _prefix, _uri in NAMESPACES.items():
    Xml.register_namespace(_prefix, _uri)


def still(content: bytes, at: datetime) -> bytes:
    """An Office file (.docx, .xlsx, .pptx) with its times set to `at` (UTC), its parts in one order; workbooks inside it likewise.

    Whoever changed a template last is not named in what is made from it: the author stands there in their place.
    """
    at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist() if not name.endswith("/")}
    if CORE in parts:
        parts[CORE] = _signed(parts[CORE], at)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for name in sorted(parts, key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name)):
            part = still(parts[name], at) if name.endswith(OFFICE_FILES) else parts[name]
            entry = zipfile.ZipInfo(name, at.timetuple()[:6])
            entry.create_system, entry.external_attr, entry.compress_type = 0, 0, zipfile.ZIP_DEFLATED
            packed.writestr(entry, part)
    return written.getvalue()


def _signed(core: bytes, at: datetime) -> bytes:
    """The properties of a file: made and changed at `at`, by its author alone."""
    properties = Xml.fromstring(core)
    for name in OF_THE_DAY:
        for found in properties.findall(name, NAMESPACES):
            properties.remove(found)
    author = properties.findtext("dc:creator", "", NAMESPACES)
    for name, text in (("cp:lastModifiedBy", author), ("dcterms:created", f"{at:%FT%TZ}"), ("dcterms:modified", f"{at:%FT%TZ}")):
        element = properties.find(name, NAMESPACES)
        if element is None:
            prefix, tag = name.split(":")
            element = Xml.SubElement(properties, f"{{{NAMESPACES[prefix]}}}{tag}")
        if name.startswith("dcterms:"):
            element.set(f"{{{NAMESPACES['xsi']}}}type", "dcterms:W3CDTF")
        element.text = text
    return Xml.tostring(properties, encoding="UTF-8", xml_declaration=True)
