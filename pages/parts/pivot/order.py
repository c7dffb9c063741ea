"""The order of a pivot's lines and of its columns: a total before its parts, parts by name or by a figure, the first n alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import isnan

Keys = tuple[str, ...]  # codes from the outermost dimension inwards; () = the total
Members = Mapping[str, Mapping[str, str]]  # dimension → code → name, in the dimension's order


def ordered(
    keys: Iterable[Keys],
    dimensions: Sequence[str],
    members: Members,
    value: Callable[[Keys], float] | None = None,
    *,
    descending: bool = True,
    top: int | None = None,
) -> tuple[list[Keys], Keys]:
    """The keys in their order, and the codes on the first dimension that a top n leaves out.

    Without `value` the parts stand in their dimension's own order; with it by size, equal ones still in that order, those without one last.
    """
    there = set(keys)
    parts: dict[Keys, set[str]] = {}
    for each in there:
        for depth in range(len(each)):
            parts.setdefault(each[:depth], set()).add(each[depth])
    ranks = [{code: rank for rank, code in enumerate(members.get(dimension, ()))} for dimension in dimensions]

    def size(each: Keys) -> tuple[bool, float]:
        found = value(each) if value else 0.0
        return (isnan(found), 0.0) if isnan(found) else (False, -found if descending else found)

    def sorted_parts(above: Keys) -> list[str]:
        rank = ranks[len(above)] if parts.get(above) else {}
        by_name = sorted(parts.get(above, ()), key=lambda code: (rank.get(code, len(rank)), code))
        return sorted(by_name, key=lambda code: size((*above, code)))

    def walked(above: Keys) -> Iterable[Keys]:
        if above in there:
            yield above
        for code in sorted_parts(above)[: None if above else top]:
            yield from walked((*above, code))

    return list(walked(())), tuple(sorted_parts(())[top:] if top else ())
