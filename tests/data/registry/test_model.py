"""Any sequence of moves leaves the registry as a plain list of versions in Python would be."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.registry import Changed, Entry, NotEntered, Registry
from data.registry.kinds.documents import Note

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30).filter(str.strip)
MOVES = st.lists(
    st.tuples(
        st.sampled_from(["add", "change", "withdraw", "bring_back"]),
        st.sampled_from(["a", "b", "c"]),
        st.integers(0, 2),  # how many versions behind the officer is
        TEXTS,
    ),
    max_size=14,
)


def in_python(versions: list[Entry], move: str, entry_id: str, behind: int) -> tuple[str, int]:
    """What must come of a move, and the version that the officer saw."""
    own = [e for e in versions if e.entry_id == entry_id]
    if move == "add":
        return ("written" if not own else "not entered"), 0
    seen = max(len(own) - behind, 0)
    return ("not entered" if not own else "written" if seen == len(own) else "changed"), seen


def really(registry: Registry, move: str, entry_id: str, seen: int, text: str) -> tuple[str, Any]:
    body = Note(unit_code="943", plan_year=2024, text=text)
    moves = {
        "add": lambda: registry.add(body, text, entry_id=entry_id),
        "change": lambda: registry.change(entry_id, body, text, seen=seen, reason=text),
        "withdraw": lambda: registry.withdraw(entry_id, text, seen=seen, reason=text),
        "bring_back": lambda: registry.bring_back(entry_id, text, seen=seen, reason=text),
    }
    try:
        return "written", moves[move]()
    except Changed as told:
        return "changed", told.latest
    except NotEntered:
        return "not entered", None


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(moves=MOVES)
def test_any_sequence_of_moves_is_what_a_list_in_python_would_be(fresh, moves: list[tuple[str, str, int, str]]):
    registry, versions = fresh(), []
    for move, entry_id, behind, text in moves:
        own = [e for e in versions if e.entry_id == entry_id]
        expected, seen = in_python(versions, move, entry_id, behind)
        came, entry = really(registry, move, entry_id, seen, text)
        assert came == expected
        if came == "changed":
            assert entry == own[-1]
        if came == "written":
            before = own[-1].body.text if own else ""
            told = text.strip() if move in ("add", "change") else before
            assert (entry.version, entry.body.text, entry.by) == (len(own) + 1, told, text.strip())
            assert entry.is_withdrawn == (move == "withdraw")
            versions.append(entry)
    assert registry.history() == versions
    newest = {e.entry_id: e for e in versions}
    assert registry.current("note", withdrawn=True) == list(newest.values())
    assert registry.current("note") == [e for e in newest.values() if not e.is_withdrawn]
