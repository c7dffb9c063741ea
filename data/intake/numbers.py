"""Vietnamese numbers as typed: "1.234.567,89", "1 234", "(5)", "-". One sheet has one convention; what nothing decides is not guessed."""

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

VIETNAMESE, ENGLISH = "vi", "en"  # "." for thousands and "," for decimals, or the reverse
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_SPACED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?")  # "1 234 567,8": a space is for thousands, so "12 34" is no number
_SHAPES = {
    VIETNAMESE: re.compile(r"(?:0|[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?"),
    ENGLISH: re.compile(r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?"),
}
_DIGITS = 15  # what a spreadsheet keeps of a number; the rest is binary noise
_LONGEST = 40  # letters


@dataclass(frozen=True)
class Amount:
    """A number with the number of decimals it was written with (half the last digit is its tolerance in sums)."""

    value: Decimal
    decimals: int


def readings(text: str) -> dict[str, Amount]:
    """What a text can mean under each convention; {} if it is no number under either."""
    body = _SPACES.sub(" ", text).replace("−", "-").replace("–", "-").strip()
    if not body or len(body) > _LONGEST or not body.isascii():
        return {}
    negative = body[0] == "-" or (body[0] == "(" and body[-1] == ")")
    body = (body[1:-1] if body[0] == "(" and body[-1] == ")" else body[1:] if body[0] in "+-" else body).strip()
    if " " in body:
        if not _SPACED.fullmatch(body):
            return {}
        body = body.replace(" ", "")
    meanings = {}
    for convention, shape in _SHAPES.items():
        if shape.fullmatch(body):
            thousands, point = (".", ",") if convention == VIETNAMESE else (",", ".")
            plain = body.replace(thousands, "").replace(point, ".")
            value = Decimal(plain)
            meanings[convention] = Amount(-value if negative else value, len(plain.partition(".")[2]))
    return meanings


def convention_of(texts: list[str]) -> str | None:
    """The convention that a sheet's unambiguous cells prove, the more frequent where they differ; None when nothing decides."""
    proofs = Counter(next(iter(r)) for r in map(readings, texts) if len(r) == 1)
    return max(proofs, key=lambda c: (proofs[c], c)) if proofs else None


def parse(text: str, convention: str | None) -> Amount | None:
    """The number a text means under a sheet's convention; None if it is ambiguous, contradicts the convention, or is no number."""
    meanings = readings(text)
    if len(meanings) == 2 and len({m.value for m in meanings.values()}) == 1:
        return meanings[VIETNAMESE]
    if convention is None and len(meanings) == 1:
        return next(iter(meanings.values()))
    return meanings.get(convention) if convention else None


def of_cell(value: int | float) -> Amount:
    """A numeric cell, to the digits that a spreadsheet keeps."""
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_DIGITS}g}")
    exact = exact.normalize()
    return Amount(exact, max(0, -int(exact.as_tuple().exponent)))
