"""What each dimension consists of, by code, in its order: from the figures, or from the definitions where no table has them."""

from pages.parts.ask import ask
from queries import pivot
from queries.defined import DIMENSIONS

Members = dict[str, dict[str, str]]  # dimension → code → name


def members() -> Members:
    """Every dimension's members that this viewer may choose among."""
    found: Members = {code: dict(dimension.members) for code, dimension in DIMENSIONS.items()}
    for row in ask(pivot.members).itertuples():
        found.setdefault(row.dimension, {})[row.code] = row.name
    return found
