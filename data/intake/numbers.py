"""Vietnamese numbers as typed: "1.234.567,89", "1 234", "(5)", "-". One sheet has one convention; what nothing decides is not guessed."""

import re
from dataclasses import dataclass
from decimal import Decimal

VIETNAMESE, ENGLISH = "vi", "en"  # "." for thousands and "," for decimals, or the reverse
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_SHAPES = {
    VIETNAMESE: re.compile(r"^(?:0|[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?$"),
    ENGLISH: re.compile(r"^(?:0|[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?$"),
}


@dataclass(frozen=True)
class Amount:
    """A number with the number of decimals it was written with (half the last digit is its tolerance in sums)."""

    value: Decimal
    decimals: int


def readings(text: str) -> dict[str, Amount]:
    """What a text can mean under each convention; {} if it is no number under either."""
    body = _SPACES.sub("", text).replace("−", "-").replace("–", "-")
    negative = body.startswith("-") or (body.startswith("(") and body.endswith(")"))
    body = body.strip("()") if body.startswith("(") else body.lstrip("-+")
    meanings = {}
    for convention, shape in _SHAPES.items():
        if shape.match(body):
            thousands, point = (".", ",") if convention == VIETNAMESE else (",", ".")
            plain = body.replace(thousands, "").replace(point, ".")
            value = Decimal(plain)
            meanings[convention] = Amount(-value if negative else value, len(plain.partition(".")[2]))
    return meanings


def convention_of(texts: list[str]) -> str | None:
    """The one convention that a sheet's unambiguous cells prove; None when nothing decides or they contradict each other."""
    proofs = {next(iter(r)) for r in map(readings, texts) if len(r) == 1}
    return proofs.pop() if len(proofs) == 1 else None


def parse(text: str, convention: str | None) -> Amount | None:
    """The number a text means under a sheet's convention; None if it is ambiguous, contradicts the convention, or is no number."""
    meanings = readings(text)
    if len({m.value for m in meanings.values()}) == 1 and (convention is None or convention in meanings):
        return next(iter(meanings.values()))
    return meanings.get(convention) if convention else None


def of_cell(value: int | float) -> Amount:
    """A numeric cell. Binary noise beyond the sixth decimal is the spreadsheet's, not the sender's."""
    exact = round(Decimal(repr(value)), 6).normalize()
    return Amount(exact, max(0, -int(exact.as_tuple().exponent)))
