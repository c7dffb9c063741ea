"""The words that stand around the sections of a paper, read from the Word template in which the office writes them."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from docx.document import Document

from pages.exports import stamped
from pages.exports.paper import Paper
from pages.exports.printed import text
from pages.exports.template import filled
from pages.parts import formats

NUMBER, NOTE, BODY = "Số, ký hiệu", "Ghi chú mẫu", "Nội dung"  # styles of the template, by the names that Word shows
HERE = "\ue000sections\ue000"  # a heading that no paper has


@dataclass(frozen=True)
class Frame:
    """`number`: "Số: ……/BC-…"; `note`: what the form is; `opening`, `closing`: paragraphs before and after the sections; `attached`:
    to what an annex belongs.
    """

    number: str
    note: str = ""
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    attached: str = ""


def framed(paper: Paper, template: bytes, annex_count: int) -> Frame:
    """What the template says around the sections of a paper with so many annexes. Raises BadTemplate."""
    section = defaultdict(str, level=1, heading=HERE)  # says nothing else, whatever tag is asked
    document = filled(template, tags(paper) | {"sections": [section], "annexes": [defaultdict(str)] * annex_count})
    told = [(paragraph.style.name if paragraph.style else "", paragraph.text.strip()) for paragraph in document.paragraphs]
    place = next((n for n, (_, words) in enumerate(told) if words == HERE), len(told))
    return Frame(
        number=" ".join(_in_tables(document, NUMBER)),
        note=" ".join(words for style, words in told[:place] if style == NOTE),
        opening=tuple(words for style, words in told[:place] if style == BODY and words),
        closing=tuple(words for style, words in told[place:] if style == BODY and words),
        attached=next((words for style, words in told[place:] if style == NOTE), ""),
    )


def tags(paper: Paper) -> dict[str, Any]:
    """What the tags of a template stand for, but those of its sections and annexes."""
    office, stamp = paper.office, paper.stamp
    return {
        "title": text(paper.title),
        "subtitle": text(paper.subtitle),
        "scope": text(stamp.scope),
        "cut_off": formats.official_day(stamp.on),
        "is_sample": stamp.is_sample,
        "office": {name: text(getattr(office, name)) for name in ("authority", "name", "abbreviation", "place", "programme", "signer")}
        | {"recipients": [text(recipient) for recipient in office.recipients]},
        "stamp": {
            "line": text(stamped.line(stamp)),
            "lines": [{"name": name, "text": text(told)} for name, told in stamped.lines(stamp)],
        },
    }


def _in_tables(document: Document, style: str) -> list[str]:
    """The letterhead is a table without lines."""
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [p.text for cell in cells for p in cell.paragraphs if p.style is not None and p.style.name == style]
