"""Bản trình chiếu: the slides of the review meeting, from what the last one concluded to what this one is to conclude."""

import pandas as pd

from pages.exports.paper import Paper, Section, Table
from pages.parts import clock, concluded, filters, formats
from pages.parts.ask import ask, frozen
from pages.parts.report import ground, made, proposals, slides_money, slides_results
from pages.parts.report.stamp import office, stamp
from queries import meetings

LAST, NEXT = "Kết luận cuộc họp trước", "Kết luận cuộc họp này"
TASKS = ("task", "held_by_name", "deadline_on", "stage_told", "note")
WHO_DOES_WHAT = ("proposed_to", "proposed_task")
BLANKS = 4


def paper(chosen: filters.Chosen) -> Paper:
    """The slides on what was chosen. Raises paper.Unready where a section is empty or fails."""
    store, kept = ground.store(), frozen()
    told = [store.programme_short_name, ground.whose(chosen), f"năm {chosen.plan_year}"]
    until = f"Số liệu tính đến ngày {formats.day(chosen.on)}" + (f"; {kept.by} chốt ngày {formats.day(kept.at)}" if kept else "")
    return Paper(
        name=f"trinh-chieu-{chosen.file_name}",
        title=kept.name if kept else f"Tình hình thực hiện Chương trình năm {chosen.plan_year}",
        subtitle=f"{', '.join(told)}\n{until}",
        sections=made.sections(chosen, _builders(chosen)),
        stamp=stamp(chosen),
        office=office(),
    )


def _builders(chosen: filters.Chosen) -> dict[str, made.Builder]:
    """The slides that apply: no state of conclusions before the first meeting, no ranking of districts for a unit that is none."""
    first = {LAST: _last_meeting} if len(_tasks(chosen)) else {}
    ranked = {slides_results.DISTRICTS: slides_results.districts} if len(slides_results.ranked(chosen)) else {}
    return {
        **first,
        slides_money.OVERVIEW: slides_money.overview,
        slides_money.DISBURSEMENT: slides_money.disbursed,
        slides_money.WEAK: slides_money.weak,
        slides_results.TARGETS: slides_results.aimed,
        **ranked,
        slides_results.MONITORING: slides_results.monitored,
        NEXT: _to_conclude,
    }


def _tasks(chosen: filters.Chosen) -> pd.DataFrame:
    return ask(meetings.conclusions, today=clock.today(chosen), unit=chosen.unit)


def _last_meeting(chosen: filters.Chosen) -> Section:
    """What the newest meeting gave, and what older ones left undone."""
    rows, told = concluded.ready(_tasks(chosen)), clock.told(chosen)
    last = rows[rows["meeting_code"] == rows["meeting_code"].iloc[0]]
    left = rows.drop(last.index)
    left = left[left["stage"] != "done"]
    finding = f"Cuộc họp “{last['meeting_name'].iloc[0]}”: {concluded.standing(last)}"
    tables = [Table("ket-luan-truoc", finding, TASKS, last, f"{told} {concluded.RULE}")]
    older = f"Các cuộc họp trước nữa còn {len(left)} việc chưa xong"
    tables += [Table("ket-luan-cu", older, ("meeting_name", *TASKS), left, f"{told} {concluded.RULE}")] if len(left) else []
    return Section("ket-luan-truoc", LAST, parts=(Section("cuoc-hop-truoc", finding, tables=tuple(tables)),))


def _to_conclude(chosen: filters.Chosen) -> Section:
    """What the figures propose, in the words of the monitoring report; and room for what the meeting concludes."""
    rows = [line.removeprefix("- ").partition(": ") for line in proposals.lines(chosen)]
    table = pd.DataFrame([(who, f"{what[:1].upper()}{what[1:]}") for who, _, what in rows], columns=list(WHO_DOES_WHAT))
    behind = ground.behind(chosen)
    finding = f"Đề nghị cuộc họp xem xét, kết luận {len(rows)} việc nêu từ số liệu"
    proposed = Section("de-nghi-ket-luan", finding, tables=(Table("de-nghi-ket-luan", finding, WHO_DOES_WHAT, table, behind),))
    none = Section("de-nghi-ket-luan", "Số liệu trong kỳ không cho thấy việc nào cần đề nghị thêm", said=(behind,))
    blanks = tuple(f"Kết luận {number} (đơn vị nào, làm việc gì, xong trước ngày nào)" for number in range(1, BLANKS + 1))
    return Section("ket-luan", NEXT, parts=(proposed if rows else none,), blanks=blanks)
