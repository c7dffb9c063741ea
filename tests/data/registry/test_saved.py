"""Saved questions, their reviews and what was run live in the registry alone, and come back from it as they were."""

import sqlalchemy as sa

from data.registry import Registry, database
from data.registry.kinds.documents import Note
from data.registry.kinds.saved import Question, Review, Run, id_of

VIEW = Question(
    name="Tỷ lệ theo huyện", what="pivot", content={"nam": "2024", "ngay": "2024-12-31", "hang": "don-vi"}, used={"unit": "Đơn vị"}
)
NOTE = Note(unit_code="943", plan_year=2024, text="ghi chú")


def test_a_saved_question_comes_back_with_every_version_of_it(registry: Registry):
    entry_id = id_of(VIEW.what, VIEW.name)
    first = registry.add(VIEW, "Lan", entry_id=entry_id)
    other = registry.add(VIEW.model_copy(update={"name": "Khác"}), "Lan")
    second = registry.change(entry_id, VIEW.model_copy(update={"content": {"nam": "2023"}}), "Minh", seen=1)
    assert registry.versions(Question.kind) == [[first, second], [other]]
    assert registry.current(Question.kind) == [second, other]
    assert first.body == VIEW and registry.history(entry_id)[0].body == VIEW


def test_a_name_is_the_same_however_it_is_typed_and_one_per_kind_of_question():
    assert (
        id_of("pivot", "Tỷ lệ  theo HUYỆN ")
        == id_of("pivot", VIEW.name)
        == id_of("pivot", "Ty\u0309 le\u0323\u0302 theo huye\u0323\u0302n")
    )
    assert len({id_of("pivot", VIEW.name), id_of("sql", VIEW.name), id_of("pivot", "Tỷ lệ theo huyện 2")}) == 3


def test_the_archive_is_given_what_figures_follow_from_and_nothing_that_was_saved(registry: Registry):
    registry.add(VIEW, "Lan", entry_id="a")
    registry.add(Review(question_id="a", version=1), "Minh")
    registry.add(Run(sql="select 1", seconds=0.1, row_count=1), "Lan")
    registry.add(NOTE, "Lan")
    row = next(iter(registry.rows()))
    strange = {name: value for name, value in row.items() if name != "sequence"} | {"entry_id": "lạ", "kind": "of_another_program"}
    with registry._engine.begin() as connection:
        connection.execute(sa.insert(database.change), strange)
    assert [row["kind"] for row in registry.rows()] == ["note", "of_another_program"]
    assert len(registry.history()) == 4


def test_the_history_of_one_person_is_the_newest_that_they_ran(registry: Registry):
    for n in range(6):
        registry.add(Run(sql=f"select {n}", parameters={"nam": str(n)}), "Lan" if n % 2 else "Minh")
    assert [e.body.sql for e in registry.latest(Run.kind, "Lan", 2)] == ["select 5", "select 3"]
    assert [e.body.parameters["nam"] for e in registry.latest(Run.kind, "Minh", 50)] == ["4", "2", "0"]
    assert registry.latest(Run.kind, "Hoa", 50) == registry.latest(Question.kind, "Lan", 50) == []


def test_letters_that_no_database_takes_are_left_out_of_what_a_question_holds_too(registry: Registry):
    entered = registry.add(Run(sql="select 'a\x00b'", parameters={"n\x00": "x\ud800y"}), "Lan")
    assert registry.get(entered.entry_id).body == Run(sql="select 'ab'", parameters={"n": "xy"})
