"""A paper as .pdf: laid out by typst on this machine, without a browser or the network; its fonts lie beside this file.

It says what the .docx says: the words around the sections come from the same Word template; tables of an annex, and those that an upright
page cannot hold, stand after the signature.
"""

import json
import subprocess
import sys
from dataclasses import asdict
from datetime import UTC
from pathlib import Path
from typing import Any

from pages.exports import stamped
from pages.exports.framed import Frame, framed
from pages.exports.paper import Paper, Section, Table
from pages.exports.pdf_chart import drawn
from pages.exports.printed import NO_ROWS, printed
from pages.exports.printed import text as printable
from pages.exports.widths import breakable

TYPESET = Path(__file__).with_name("typeset.py")
LONG = 600  # characters: a row with a longer text may run over to the next page, any other stays whole
SHORT = 12  # lines: a table that is no longer stays on one page
WORD = 40  # characters of a word that a line always holds
SECONDS = 120  # a hundred pages take two
MESSAGE = 2_000  # characters of what typst says when it fails: the end names the fault


def write(paper: Paper, template: bytes | None = None) -> bytes:
    """The paper as PDF/A-2a and PDF/UA-1: fonts inside, headings as outline, tags for screen readers. Equal papers are equal bytes.

    A paper that somebody signs is a letter, in the words of its Word template (raises BadTemplate); any other is tables under a title.
    """
    asked = json.dumps(told(paper, template)).encode()
    at = paper.stamp.at if paper.stamp.at.tzinfo else paper.stamp.at.replace(tzinfo=UTC)
    command = [sys.executable, "-I", str(TYPESET), str(int(at.timestamp()))]
    ran = subprocess.run(command, input=asked, capture_output=True, check=False, timeout=SECONDS)
    if ran.returncode:
        raise RuntimeError(f"typst: {ran.stderr.decode(errors='replace')[-MESSAGE:]}")
    return ran.stdout


def told(paper: Paper, template: bytes | None = None) -> dict[str, Any]:
    """What the typst template prints, as data: nothing in it is read as typst."""
    office, stamp = paper.office, paper.stamp
    is_letter = bool(office.signer)
    annexes: list[dict[str, Any]] = []
    sections = _sections(paper.sections, annexes if is_letter else None)
    frame = framed(paper, template, len(annexes)) if template else Frame(f"Số: ……/……-{text(office.abbreviation)}")
    return {
        "title": text(paper.title),
        "subtitle": text(paper.subtitle),
        "authority": text(office.authority),
        "name": text(office.name),
        "place": text(office.place),
        "signer": text(office.signer),
        "recipients": [text(recipient) for recipient in office.recipients],
        "frame": asdict(frame),
        "sections": sections,
        "annexes": annexes,
        "is_letter": is_letter,
        "is_flipped": any(table["is_wide"] for section in sections for table in section["tables"]),
        "sample": f"{stamped.SAMPLE} - không phải số liệu thật" if stamp.is_sample else "",
        "stamp_line": printable(stamped.line(stamp)),
        "stamp": [(name, printable(said)) for name, said in stamped.lines(stamp)],
    }


def _sections(sections: tuple[Section, ...], annexes: list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    """Sections with what stands in them. What goes into an annex is put with `annexes`; None = this paper has no place for them."""
    made = []
    for section in sections:
        said = [text(sentence) for sentence in section.said]
        if section.is_annex and annexes is not None:
            annexes += [_table(table) | {"said": said if n == 0 else []} for n, table in enumerate(section.tables)]
            continue
        made.append({
            "heading": text(section.heading),
            "said": said,
            "chart": drawn(section.chart) if section.chart else None,
            "tables": [_placed(table, section.heading, annexes) for table in section.tables],
            "blanks": [text(blank) for blank in section.blanks],
            "parts": _sections(section.parts, annexes),
        })  # fmt: skip
    return made


def _placed(table: Table, heading: str, annexes: list[dict[str, Any]] | None) -> dict[str, Any]:
    """The table, or the mention of the annex that it is. A finding that is the heading is not said twice."""
    made = _table(table)
    if annexes is None or not made["is_wide"]:
        return made | {"finding": "" if table.finding == heading else made["finding"], "annex": 0}
    annexes.append(made | {"said": []})
    return {"finding": made["finding"], "annex": len(annexes), "is_wide": False}


def text(words: str) -> str:
    """A text fit for print, with places to break in words that are longer than a line."""
    return breakable(printable(words), WORD)


def _table(table: Table) -> dict[str, Any]:
    made = printed(table)
    return {
        "finding": text(made.finding),
        "measure": f"Đơn vị tính: {made.money_unit}" if made.money_unit else "",
        "heads": made.heads,
        "rows": [[breakable(cell) for cell in row] for row in made.rows],
        "right": made.to_right,
        "is_breakable": any(len(cell) > LONG for row in made.rows for cell in row),
        "is_short": made.layout.line_count <= SHORT,
        "none": "" if made.rows else NO_ROWS,
        "behind": text(made.behind),
        "is_wide": made.layout.is_wide,
        "size": made.layout.size,
        "widths": made.layout.widths,
    }
