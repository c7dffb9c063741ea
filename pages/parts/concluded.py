"""What meetings concluded, in words: how many tasks are done, which are overdue, who does what by when; on every page that shows it."""

from datetime import date, datetime
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import clock, formats, paths, show, stage
from pages.parts.ask import Frozen
from pages.parts.formats import count, day, is_missing

PAGE = "pages/meeting/meeting.py"
STAGES = {"not_begun": "chưa làm", "doing": "đang làm", "done": "xong"}
COLUMNS = ("task", "held_by_name", "deadline_on", "stage_told", "note", "about_told")
WITH_MEETING = ("meeting_name", *COLUMNS)
RULE = "Quá hạn: qua thời hạn (ngày lịch) mà chưa báo xong."
ON_WALL = 6
LIVE_TOLD = "Tình hình thực hiện tính đến hôm nay, {}."
KEPT_TOLD = "Kết luận được ghi sau khi chốt và cập nhật tiếp; số liệu khác ở mọi trang của bản chốt giữ nguyên."
FIRST = "Đây là bản chốt đầu tiên: chưa có kết luận của cuộc họp trước."
NO_MEETING = "Chưa có kết luận nào: thư ký ghi kết luận ở bản chốt của cuộc họp, sau khi chốt số liệu."


def now() -> date:
    """The day it is at the office, at a frozen version, too: conclusions are told after the freeze, and go on."""
    return datetime.now(clock.LOCAL).date()


def ready(rows: pd.DataFrame) -> pd.DataFrame:
    """With the words of a table: `deadline_on`, `stage_told`, `about_told`."""
    listed = list(rows.itertuples())
    return rows.assign(
        deadline_on=rows["due_on"],
        stage_told=[stage_told(r) for r in listed],
        about_told=[about(r) for r in listed],
        held_by_name=[f"{r.held_by_name} (kế tục)" if r.has_passed else r.held_by_name for r in listed],
    )


def stage_told(r: Any) -> str:
    """How far a task got: done when, and in time or not; overdue by how many days; being done."""
    if r.stage == "done":
        return f"xong {day(r.told_on)}, {'đúng hạn' if r.is_on_time else 'muộn'}"
    return f"quá hạn {count(r.overdue_day_count)} ngày, {STAGES[r.stage]}" if r.is_overdue else STAGES[r.stage]


def about(r: Any) -> str:
    """The figure that a task is about, and its page."""
    title = paths.titles().get(str(r.page), "")
    told = [str(text) for text in (r.about, r.component_short_name) if not is_missing(text)]
    return "; ".join(dict.fromkeys([*told, *([f"trang {title}"] if title else [])]))


def standing(rows: pd.DataFrame) -> str:
    """ "3/5 việc xong, 2 chưa xong (1 quá hạn)"; of the rows of meetings.conclusions."""
    return _standing(len(rows), int((rows["stage"] == "done").sum()), int(rows["is_overdue"].astype(bool).sum()))


def _standing(tasks: int, done: int, late: int) -> str:
    if not tasks:
        return "chưa có kết luận nào"
    if done == tasks:
        return f"{done}/{tasks} việc xong"
    return f"{done}/{tasks} việc xong, {tasks - done} chưa xong ({late or 'chưa việc nào'} quá hạn)"


def summary(meetings: pd.DataFrame) -> str:
    """The newest meeting in one line, and what older ones left: of the rows of meetings.by_meeting; "" where no meeting gave a task."""
    if meetings.empty:
        return ""
    last, older = meetings.iloc[0], meetings.iloc[1:]
    told = _standing(int(last.task_count), int(last.done_count), int(last.task_overdue_count))
    left = int((older["task_count"] - older["done_count"]).sum())
    more = f"; các cuộc họp trước còn {left} việc chưa xong, {int(older['task_overdue_count'].sum())} quá hạn" if left else ""
    return f"Kết luận cuộc họp “{last.meeting_name}”: {told}{more}"


def last_meeting(meetings: pd.DataFrame, told: str) -> None:
    """The state of what the last meeting concluded as a link to their page; nothing where there is none. `told` is the clock in words."""
    said = summary(meetings)
    if not said:
        return
    said = f"{said}, {told[:1].lower()}{told[1:].rstrip('.')}"
    if stage.is_on():
        st.markdown(f"**{formats.plain(said)}**")
    else:
        paths.link(PAGE, said, strong=True)


def listed(rows: pd.DataFrame, told: str) -> None:
    """The overdue ones as a table of another page."""
    late = ready(rows[rows["is_overdue"].astype(bool)].sort_values("overdue_day_count", ascending=False, kind="stable"))
    if len(late):
        show.table(
            late, *WITH_MEETING, finding=f"Kết luận cuộc họp quá hạn: {len(late)} việc", key="ket-luan-qua-han", behind=f"{told} {RULE}"
        )


def of_unit(rows: pd.DataFrame, told: str) -> None:
    """What meetings asked of a unit, on the paper about it; nothing where they asked nothing."""
    if rows.empty:
        return
    st.subheader("Kết luận cuộc họp", anchor=False)
    show.table(
        ready(rows),
        *WITH_MEETING,
        finding=f"Việc các cuộc họp giao đơn vị: {standing(rows)}",
        key="ho-so-ket-luan",
        behind=f"{told} {RULE}",
    )


def parted(tasks: pd.DataFrame, here: Frozen | None, known: list[Frozen]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tasks that a meeting opens with, and its own: those of the meeting before, with what older ones left undone; those of `here`."""
    codes = [one.code for one in earlier(here, known)]
    own = tasks["meeting_code"] == (here.code if here else "")
    opens = tasks["meeting_code"].isin(codes[:1]) | (tasks["meeting_code"].isin(codes) & (tasks["stage"] != "done"))
    return tasks[opens], tasks[own]


def earlier(here: Frozen | None, known: list[Frozen]) -> list[Frozen]:
    """The meetings before this one, the newest first; of the figures in force, all of them."""
    return [one for one in known if here is None or one.at < here.at]


def of_before(rows: pd.DataFrame, then: pd.DataFrame | None, here: Frozen | None, known: list[Frozen]) -> None:
    """What the meeting opens with; `then` says how the tasks stood when the figures were frozen."""
    before = earlier(here, known)
    if not before:
        show.note(FIRST if here else NO_MEETING)
        return
    last = rows[rows["meeting_code"] == before[0].code]
    left = len(rows) - len(last)
    finding = f"Kết luận cuộc họp trước, “{before[0].name}”: {standing(last)}" + (
        f"; {left} việc các cuộc họp trước nữa chưa xong" if left else ""
    )
    if rows.empty:
        show.note(formats.plain(f"{finding}."))
        return
    ready_ = ready(rows)
    columns = WITH_MEETING if left else COLUMNS
    if then is not None:
        stood = {r.conclusion_id: stage_told(r) for r in then.itertuples()}
        ready_ = ready_.assign(stage_then_told=[stood.get(code, formats.MISSING) for code in rows["conclusion_id"]])
        if (ready_["stage_then_told"] != ready_["stage_told"]).any():
            at = columns.index("stage_told")
            columns = (*columns[:at], "stage_then_told", *columns[at:])
    with st.container(key="viec-hop-truoc"):
        show.table(ready_, *columns, finding=formats.plain(finding), key="ket-luan-truoc", behind=f"{_live_told()} {RULE}")


def of_this(rows: pd.DataFrame, here: Frozen, *, is_alone: bool) -> None:
    """What the meeting at a frozen version concluded. `is_alone`: no tasks of earlier meetings stand above, with their day."""
    finding = formats.plain(f"Kết luận của cuộc họp này, “{here.name}”: {standing(rows)}")
    behind = f"{_live_told()} {KEPT_TOLD} {RULE}" if is_alone else KEPT_TOLD
    if rows.empty:
        st.markdown(f"**{finding}**")
        show.note(behind)
        return
    with st.container(key="viec-hop-nay"):
        show.table(ready(rows), *COLUMNS, finding=finding, key="ket-luan", behind=behind)


def _live_told() -> str:
    return LIVE_TOLD.format(day(now()))


def on_wall(before: pd.DataFrame, this: pd.DataFrame) -> None:
    """The tasks one under the other: those of this meeting where there are, else those it opens with."""
    rows = this if len(this) else before
    for number, r in enumerate(rows.head(ON_WALL).itertuples(), start=1):
        st.markdown(f"**{number}. {formats.plain(f'{r.held_by_name}: {r.task}')}**")
        show.note(formats.plain(f"Thời hạn {day(r.due_on)}; {stage_told(r)}"))
    if len(rows) > ON_WALL:
        show.note(f"và {len(rows) - ON_WALL} việc khác")


def doors(*answers: pd.DataFrame) -> None:
    """Links to the figures that tasks are about, narrowed to the unit and component of the task."""
    pages = paths.pages()
    known = [r for rows in answers for r in rows.itertuples() if r.page in pages]
    if known:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(":small[Mở số liệu liên quan:]", width="content")
            for r in known:
                code = {key: getattr(r, f"{key}_code") for key in ("unit", "component")}
                changes = {key: value for key, value in code.items() if not is_missing(value)}
                label = "; ".join(str(text) for text in (r.about, r.held_by_name) if not is_missing(text))
                paths.link(pages[r.page], label, **changes)
