"""Thông báo kết luận: what the meeting at a frozen version concluded, as a draft: the figures it looked at, who does what by when."""

from dataclasses import replace
from typing import Any

import pandas as pd

from pages.exports.letter import addressee
from pages.exports.paper import Paper, Section, Table, Unready
from pages.parts import clock, concluded, filters, formats, words
from pages.parts.ask import ask, ask_at, frozen
from pages.parts.report import capital, ground, made
from pages.parts.report.stamp import office, stamp
from queries import choices, disbursement, meetings, monitoring

TASKS, ANNEX = "Nhiệm vụ trong thời gian tới", "Bảng phân công nhiệm vụ"
NO_MEETING = f"{TASKS} (mở bản chốt của cuộc họp rồi lập thông báo)"
BLANKS = ("Ý kiến chỉ đạo khác", "Thời hạn báo cáo kết quả thực hiện")
COLUMNS = ("held_by_name", "task", "deadline_on", "about_told")
EARLIER = ("meeting_name", "held_by_name", "task", "deadline_on", "stage_told")


def paper(chosen: filters.Chosen) -> Paper:
    """The draft of the meeting whose frozen version is open; of the whole programme, whatever a page is narrowed to.

    Conclusions are told after the freeze: they are read as they stand now, all else as the meeting saw it. Raises paper.Unready.
    """
    here = frozen()
    if here is None:
        raise Unready([NO_MEETING], [])
    whole = replace(chosen, component=None, source=None, capital_type=None, unit=None, words={})
    builders = {"Tình hình thực hiện": _figures, "Kết luận các cuộc họp trước": _earlier, TASKS: _tasks, ANNEX: _table}
    *text, annex = made.sections(whole, builders)
    return Paper(
        name=f"thong-bao-ket-luan-{here.code}",
        title="Thông báo",
        subtitle=f"Kết luận cuộc họp “{here.name}”",
        sections=(*made.numbered(tuple(text)), annex),
        stamp=stamp(whole),
        office=office(),
    )


def _figures(chosen: filters.Chosen) -> Section:
    """What the meeting looked at, in a few sentences."""
    total = ask(disbursement.total, **chosen.money)
    told = (capital.headline(chosen), *words.cautions(total.iloc[0]), words.carried(total.iloc[1]), ground.basis(chosen))
    return Section("tinh-hinh", "Tình hình thực hiện", said=told, blanks=("Đánh giá của người chủ trì",))


def _earlier(chosen: filters.Chosen) -> Section:
    """What earlier meetings asked for, as it stood on the day of the freeze."""
    heading, day = "Kết luận các cuộc họp trước", clock.now()
    rows = ask(meetings.conclusions, today=day)
    if rows.empty:
        return Section("truoc", heading, said=("Chưa cuộc họp nào trước đó giao việc.",))
    waiting = rows[rows["stage"] != "done"].assign(
        deadline_on=lambda left: left["due_on"], stage_told=lambda left: [concluded.stage_told(r) for r in left.itertuples()]
    )
    told = f"Tính đến {formats.official_day(day)}: {concluded.standing(rows)}."
    table = Table("viec-chua-xong", f"{len(waiting)} việc chưa xong", EARLIER, waiting, concluded.RULE)
    return Section("truoc", heading, said=(told,), tables=(table,) if len(waiting) else ())


def _tasks(chosen: filters.Chosen) -> Section:
    """Who does what by when, one part for each who; empty where the meeting gave no task."""
    given = _given(chosen)
    if given.empty:
        return Section("nhiem-vu", TASKS)
    parts = [
        Section(f"viec-{n}", str(who), said=tuple(_told(r) for r in of_one.itertuples()))
        for n, (who, of_one) in enumerate(given.groupby("held_by_name", sort=False), start=1)
    ]
    asked = f"Các cơ quan, đơn vị nêu trên báo cáo kết quả thực hiện về {ground.store().receiving_name} để theo dõi, tổng hợp."
    return Section("nhiem-vu", TASKS, parts=(*parts, Section("to-chuc", "Tổ chức thực hiện", said=(asked,), blanks=BLANKS)))


def _table(chosen: filters.Chosen) -> Section:
    given = _given(chosen)
    finding = f"{ANNEX}: {len(given)} việc, {given['held_by_name'].nunique()} cơ quan, đơn vị, cá nhân thực hiện"
    return Section("phan-cong", ANNEX, tables=(Table("phan-cong", finding, COLUMNS, given),), is_annex=True)


def _given(chosen: filters.Chosen) -> pd.DataFrame:
    """The tasks of this meeting, with who as official papers write it: under the names of the day of the meeting."""
    here = frozen()
    rows = ask_at(None, meetings.conclusions, today=concluded.now(), meeting=here.code if here else None)
    units = ask(choices.reporting_units, plan_year=chosen.plan_year)
    names = ask(monitoring.addressees, today=clock.now()).set_index("unit_code")["unit_name"].to_dict()
    names |= {unit.unit_code: addressee(unit.unit_name, unit.kind) for unit in units.itertuples()}
    listed = list(rows.itertuples())
    return rows.assign(
        held_by_name=[names.get(r.unit_code) or (r.held_by_name if formats.is_missing(r.who) else r.who) for r in listed],
        deadline_on=rows["due_on"],
        about_told=[_about(r) for r in listed],
    )


def _told(task: Any) -> str:
    about = _about(task)
    known = f" (số liệu: {about})" if about else ""
    return f"- {task.task.strip().rstrip('.')}{known}; hoàn thành chậm nhất {formats.official_day(task.due_on)}."


def _about(task: Any) -> str:
    """The figure that a task is about, or its component; "" where it is about none."""
    return next((str(told) for told in (task.about, task.component_short_name) if not formats.is_missing(told)), "")
