"""The fold of the journal, on entries made here: in any order of receiving, deciding, closing, the statuses are those told plainly."""

from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.intake.archive import Submission, submissions

ROUND = "2000-T06"
EVENTS = ["accept", "hold", "refuse", "take", "return", "withdraw", "restore", "close", "reopen"]
STEPS = st.lists(st.tuples(st.sampled_from(EVENTS), st.integers(0, 5)))


def _received(number: int, outcome: str) -> dict:
    told = {"submission_id": str(number), "kind": "own", "unit_code": "943", "round_code": ROUND, "plan_year": 2024, "state": "final",
            "cut_off_on": None, "decision_number": None, "effective_on": None, "version": number, "outcome": outcome, "file_name": "a.xlsx",
            "file_sha256": str(number), "suffix": ".xlsx", "size": 1, "is_sample": False, "forms": [], "problems": [],
            "totals": {}}  # fmt: skip
    return {"what": "received", "by": "x", "submission": told}


def played(steps: list[tuple[str, int]]) -> list[dict]:
    """Entries as the desk would write them: a decision only where it is possible (data.intake.decide)."""
    entries: list[dict] = []
    may = {
        "take": ("held",),
        "return": ("held",),
        "withdraw": ("standing", "waiting", "superseded"),
        "restore": ("superseded", "withdrawn"),
    }
    names = {"take": "taken", "return": "returned", "withdraw": "withdrawn", "restore": "restored"}
    for what, choice in steps:
        at = datetime(2024, 1, 1, len(entries) % 24).isoformat() + f"-{len(entries)}"
        if what in ("accept", "hold", "refuse"):
            entry = _received(len(entries), {"accept": "accepted", "hold": "warned", "refuse": "refused"}[what])
            entry["submission"] |= {"held": True} if what == "hold" else {}
        elif what in may:
            able = [s for s in submissions(entries) if s.status in may[what] or (what == "take" and s.is_returned_by_a_person)]
            if not able:
                continue
            entry = {"what": names[what], "by": "x", "reason": "y", "submission_id": able[choice % len(able)].submission_id}
        else:
            entry = {"what": f"round_{'closed' if what == 'close' else 'reopened'}", "by": "x", "reason": "y", "round_code": ROUND}
        entries.append(entry | {"at": at})
    return entries


def plainly(entries: list[dict]) -> dict[str, str]:
    """The status of each submission, told backwards from its own entries: what was said of it last, and when it began to count."""
    closed_after = [False]
    for e in entries:
        closed_after.append({"round_closed": True, "round_reopened": False}.get(e["what"], closed_after[-1]))
    says: dict[str, str] = {}
    since: dict[str, int] = {}
    for n, e in enumerate(entries):
        one = e.get("submission_id") or e.get("submission", {}).get("submission_id")
        if one is None:
            continue
        what = e["what"]
        if what == "received":
            what = "refused" if e["submission"]["outcome"] == "refused" else "held" if e["submission"].get("held") else "taken"
        if what == "taken":
            opened = next((m for m in range(n + 1, len(closed_after)) if not closed_after[m]), None)
            later = [m for m in range(n + 1, len(entries)) if entries[m].get("submission_id") == one]
            says[one] = "waiting" if opened is None or (later and later[0] < opened) else "counts"
            since[one] = int(one)
        else:
            says[one] = {"restored": "counts", "returned": "refused"}.get(what, what)
            since[one] = n
    newest = max((since[one] for one in says if says[one] == "counts"), default=None)
    return {one: word if word != "counts" else "standing" if since[one] == newest else "superseded" for one, word in says.items()}


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_in_any_order_of_events_the_statuses_are_those_told_plainly(steps):
    entries = played(steps)
    known = submissions(entries)
    assert {s.submission_id: s.status for s in known} == plainly(entries)
    assert sum(s.status == "standing" for s in known) <= 1


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(["accept", "hold"]), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_in_which_waiting_reports_are_taken_decides_nothing(sent, chance):
    entries = played([(what, 0) for what in sent])
    held = [s.submission_id for s in submissions(entries) if s.status == "held"]
    chance.shuffle(held)
    taken = [{"what": "taken", "by": "x", "reason": "", "submission_id": one, "at": "2024"} for one in held]
    assert [s.status for s in submissions(entries + taken)] == ["superseded"] * (len(sent) - 1) + ["standing"]


def _times(s: Submission) -> tuple[bool, bool]:
    return s.accepted_at is not None, s.returned_at is not None


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_what_stands_was_accepted_and_what_was_sent_back_was_returned(steps):
    for s in submissions(played(steps)):
        accepted, returned = _times(s)
        assert accepted or s.status not in ("standing", "superseded")
        assert returned == (s.status == "refused") or s.outcome != "refused"
        assert not accepted or s.outcome != "refused"
