"""Thông báo kết luận: the draft says each task the meeting gave, to whom and by when, what the meeting saw, and what is left to write."""

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from data.definitions import papers
from data.store import frozen
from data.store.reading import Scope, Store
from pages.exports import docx as exported
from pages.exports.paper import Paper, Unready
from pages.parts import ask
from pages.parts.choice import Chosen
from pages.parts.report import conclusions
from queries import about

At = Callable[..., AbstractContextManager[Chosen]]


@pytest.fixture
def at(samples_home: Path, monkeypatch: pytest.MonkeyPatch) -> At:
    """The door open at the sample freeze; `code`: that of another meeting in its place, None = no meeting; `store`: what it froze."""
    monkeypatch.setenv("DASHBOARD_HOME", str(samples_home))
    one = frozen.listed(samples_home)[0]
    everyone = Scope(tuple(about.units(ask.frozen_store(one), Scope(()))["unit_code"]), benchmarks=True)

    @contextmanager
    def at_(code: str | None = one.code, store: Store | None = None, **narrowed: str) -> Iterator[Chosen]:
        with ask.opened(store or ask.frozen_store(one), everyone, replace(one, code=code) if code else None):
            none = dict.fromkeys(("component", "source", "capital_type", "unit"))
            yield Chosen(2024, one.on, **none | narrowed, previous_on=None, unknown=(), words=dict(narrowed and {"don-vi": "Mỹ Tú"}))

    return at_


def told(paper: Paper) -> str:
    return "\n".join(line for section in paper.every_section() for line in (section.heading, *section.said))


def given() -> list[dict]:
    """The tasks as they lie in the store, asked in plain SQL."""
    store = ask.store_in_force()
    return store.read("select task, who, unit_code, due_on from mart.conclusion where meeting_code = '1' order by entered_at").to_dict(
        "records"
    )


def test_every_task_of_the_meeting_stands_under_who_does_it_with_its_last_day(at):
    with at() as chosen:
        paper = conclusions.paper(chosen)
    tasks = given()
    assert len(tasks) >= 5
    by_heading = {section.heading.partition(". ")[2]: section.said for section in paper.every_section()}
    for task in tasks:
        (line,) = [line for line in told(paper).splitlines() if task["task"].rstrip(".") in line]
        day = task["due_on"]
        assert line.endswith(f"hoàn thành chậm nhất ngày {day.day:02d} tháng {day.month} năm {day.year}.")
        if isinstance(task["who"], str):
            assert line in by_heading[task["who"]]
    assert "trước 15/12" in by_heading["Ủy ban nhân dân huyện Mỹ Tú"][0], "a district is addressed through its people's committee"
    (annex,) = [section for section in paper.every_section() if section.is_annex]
    assert list(annex.tables[0].answer["task"]) == [task["task"] for task in tasks]


def test_it_says_what_the_meeting_saw_and_leaves_open_what_people_must_write(at):
    with at() as chosen:
        paper = conclusions.paper(chosen)
    assert "68.566/114.277 triệu đồng, đạt 60,00% kế hoạch vốn" in told(paper) and "Chưa cuộc họp nào trước đó giao việc." in told(paper)
    assert paper.stamp.frozen == "Giao ban tháng 11/2024" and paper.stamp.on == date(2024, 11, 15)
    written = docx.Document(io.BytesIO(exported.write(paper, papers.paper("thong-bao-ket-luan.docx"))))
    text = "\n".join(p.text for p in written.paragraphs)
    assert "THÔNG BÁO" in text and "Kết luận cuộc họp “Giao ban tháng 11/2024”" in text and "Dự họp có: ……" in text
    assert "Đánh giá của người chủ trì: \t" in text and "Ý kiến chỉ đạo khác: \t" in text
    assert text.index("Tổ chức thực hiện") < text.index("./.") < text.index("Nguồn và phiên bản số liệu") < text.index("Kèm theo Thông báo")


def test_it_is_about_the_whole_programme_whatever_the_page_is_narrowed_to(at):
    with at() as chosen:
        whole = conclusions.paper(chosen)
    with at(unit="944") as chosen:
        narrowed = conclusions.paper(chosen)
    assert told(narrowed) == told(whole) and narrowed.stamp == whole.stamp


def test_without_a_meeting_or_without_a_task_it_is_not_produced_and_says_why(at):
    with at(code=None) as chosen, pytest.raises(Unready, match="mở bản chốt của cuộc họp"):
        conclusions.paper(chosen)
    with at(code="99") as chosen, pytest.raises(Unready, match=r"chưa có nội dung: Nhiệm vụ trong thời gian tới, Bảng phân công nhiệm vụ"):
        conclusions.paper(chosen)


def test_what_earlier_meetings_asked_for_is_told_as_it_stood_at_the_freeze(at):
    later = date(2025, 1, 31)
    with at(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(conclusions.clock, "now", lambda: later)
        store = ask.store_in_force()
        with at(code="99", store=store) as chosen:
            section = conclusions._earlier(chosen)
    left = [
        task
        for task in store.read(
            "select stage, due_on from mart.conclusion_at($on, (select list(unit_code) from mart.unit), null, null)", on=later
        ).to_dict("records")
        if task["stage"] != "done"
    ]
    assert left and len(section.tables[0].answer) == len(left)
    assert section.said[0].startswith("Tính đến ngày 31 tháng 01 năm 2025: ") and f"{len(left)} việc chưa xong" in section.tables[0].finding
