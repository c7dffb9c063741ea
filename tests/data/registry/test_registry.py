"""What is entered is kept: every version, by whom, when and why; nothing is overwritten, deleted or lost."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from data.registry import Changed, NotEntered, Registry, database, opened
from data.registry.kinds.documents import Document, Note

BODY = Document(
    unit_code="943", number="12/KH-UBND", issued_on=date(2024, 1, 20), doc_kind="Kế hoạch", summary="Kế hoạch năm", plan_year=2024
)
ODD = ["Nguyễn Thị Ánh Nguyệt", "ước; “dấu”", "Kế\u0302", "'; drop table change; --", '👩‍👩‍👧 % _ \\ "', "a\nb\tc", "ខ្មែរ", "x" * 2000]


def other(**fields: object) -> Document:
    return BODY.model_copy(update=fields)


def test_what_is_entered_is_found_again_with_who_and_when(registry: Registry):
    at = datetime(2024, 1, 21, 2, 30, 15, 123456, tzinfo=UTC)
    entered = registry.add(BODY, " Lan ", at=at)
    assert (entered.version, entered.by, entered.at, entered.is_withdrawn, entered.reason) == (1, "Lan", at, False, "")
    assert registry.get(entered.entry_id) == entered
    assert registry.current("document") == [entered]
    assert registry.current("note") == []


def test_a_time_from_another_zone_is_kept_as_the_same_moment(registry: Registry):
    at = datetime(2024, 1, 21, 6, 59, tzinfo=timezone(timedelta(hours=7)))
    entered = registry.add(BODY, "Lan", at=at)
    assert registry.get(entered.entry_id).at == at
    assert registry.get(entered.entry_id).at.utcoffset() == timedelta(0)


def test_a_change_a_withdrawal_and_its_return_are_versions_beside_the_first(registry: Registry):
    first = registry.add(BODY, "Lan")
    second = registry.change(first.entry_id, other(number="13/KH-UBND"), "Minh", seen=1, reason="gõ nhầm số")
    third = registry.withdraw(first.entry_id, "Lan", seen=2, reason="nhập hai lần")
    assert registry.current("document") == []
    assert registry.current("document", withdrawn=True) == [third]
    fourth = registry.bring_back(first.entry_id, "Hoa", seen=3, reason="không phải hai lần")
    assert registry.history(first.entry_id) == registry.history() == [first, second, third, fourth]
    assert [e.version for e in registry.history()] == [1, 2, 3, 4]
    assert [e.body.number for e in registry.history()] == ["12/KH-UBND", *["13/KH-UBND"] * 3]
    assert registry.current("document") == [fourth]


def test_the_order_of_first_entering_stays_when_entries_are_changed(registry: Registry):
    ids = [registry.add(other(number=str(n)), "Lan").entry_id for n in range(1, 6)]
    registry.change(ids[1], other(number="hai"), "Minh", seen=1)
    assert [e.entry_id for e in registry.current("document")] == ids


@pytest.mark.parametrize("move", ["change", "withdraw", "bring_back"])
def test_whoever_looked_at_an_older_version_is_told_what_stands_now(registry: Registry, move: str):
    entered = registry.add(BODY, "Lan")
    latest = registry.change(entered.entry_id, other(number="13/KH-UBND"), "Minh", seen=1)
    before = registry.history()
    moves = {
        "change": lambda: registry.change(entered.entry_id, other(number="14/KH-UBND"), "Lan", seen=1),
        "withdraw": lambda: registry.withdraw(entered.entry_id, "Lan", seen=1, reason="thừa"),
        "bring_back": lambda: registry.bring_back(entered.entry_id, "Lan", seen=1, reason="nhầm"),
    }
    with pytest.raises(Changed) as told:
        moves[move]()
    assert told.value.latest == latest
    assert registry.history() == before


def test_a_version_nobody_has_seen_yet_cannot_be_written_over(registry: Registry):
    entered = registry.add(BODY, "Lan")
    with pytest.raises(Changed):
        registry.change(entered.entry_id, BODY, "Lan", seen=2)
    assert registry.history() == [entered]


def test_without_a_name_a_reason_or_an_entry_nothing_is_written(registry: Registry):
    entered = registry.add(BODY, "Lan", entry_id="a")
    refused = [
        lambda: registry.add(BODY, "  "),
        lambda: registry.add(BODY, "Lan", entry_id="a"),
        lambda: registry.withdraw("a", "Lan", seen=1, reason=" "),
        lambda: registry.bring_back("a", "Lan", seen=1, reason=""),
        lambda: registry.change("b", BODY, "Lan", seen=1),
        lambda: registry.get("b"),
    ]
    for attempt in refused:
        with pytest.raises(NotEntered):
            attempt()
    assert registry.history() == [entered]


@pytest.mark.parametrize("statement", ["update change set body = '{}'", "delete from change", "delete from change where version > 1"])
def test_the_database_itself_refuses_to_change_or_delete_what_was_entered(registry: Registry, statement: str):
    entered = registry.add(BODY, "Lan")
    later = registry.change(entered.entry_id, other(number="13"), "Lan", seen=1)
    with pytest.raises(DatabaseError, match="never changed or deleted"), registry._engine.begin() as connection:
        connection.execute(sa.text(statement))
    assert registry.history() == [entered, later]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_letters_and_long_texts_come_back_as_they_were(registry: Registry, text: str):
    entered = registry.add(Note(unit_code="943", plan_year=2024, text=text), text[:200])
    assert registry.change(entered.entry_id, entered.body, text[:200], seen=1, reason=text).reason == text.strip()
    assert [(e.body.text, e.by) for e in registry.current("note")] == [(text.strip(), text[:200].strip())]


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"], ids=["nul", "half a letter"])
def test_letters_that_no_database_takes_are_left_out_everywhere_alike(registry: Registry, text: str):
    entered = registry.add(Note(unit_code="943", plan_year=2024, text=text), text)
    registry.withdraw(entered.entry_id, text, seen=1, reason=text)
    assert [(e.body.text, e.by) for e in registry.history()] == [("ab", "ab")] * 2
    assert registry.history()[-1].reason == "ab"


def test_a_name_longer_than_the_column_is_refused_everywhere_alike(registry: Registry):
    with pytest.raises(NotEntered):
        registry.add(BODY, "x" * 201)
    with pytest.raises(NotEntered):
        registry.add(BODY, "Lan", entry_id="x" * 81)
    assert registry.history() == []


def test_a_thousand_entries_are_all_there(registry: Registry):
    for n in range(1000):
        registry.add(other(number=str(n)), "Lan", entry_id=str(n))
    assert [e.body.number for e in registry.current("document")] == [str(n) for n in range(1000)]
    rows = list(registry.rows())
    assert [row["entry_id"] for row in rows] == [str(n) for n in range(1000)]
    assert [row["sequence"] for row in rows] == sorted({row["sequence"] for row in rows})


def test_a_kind_of_an_older_or_newer_program_does_not_stand_in_the_way(registry: Registry):
    entered = registry.add(BODY, "Lan")
    row = next(iter(registry.rows()))
    strange = {k: v for k, v in row.items() if k != "sequence"} | {"entry_id": "lạ", "kind": "of_another_program"}
    older = {k: v for k, v in row.items() if k != "sequence"} | {"entry_id": "cũ", "body": row["body"] | {"field_given_up": 1}}
    with registry._engine.begin() as connection:
        connection.execute(sa.insert(sa.Table("change", sa.MetaData(), autoload_with=connection)), [strange, older])
    assert [e.entry_id for e in registry.current("document")] == [entered.entry_id, "cũ"]
    assert [e.body for e in registry.current("document")] == [BODY, BODY]
    assert len(list(registry.rows())) == 3


def test_a_home_keeps_its_registry_when_it_is_opened_again(empty):
    home = empty()
    entered = opened(home).add(BODY, "Lan")
    database.engine(home).dispose()
    database._engine.cache_clear()
    assert opened(home).current("document") == [entered]
