"""Section IV of the monitoring report: how units report, how good their figures are, and how the programme is organised."""

import pandas as pd

from pages.exports.paper import Section, Table
from pages.parts import clock, filters, quality, reported
from pages.parts.ask import ask
from pages.parts.report import ground
from queries import quality as found
from queries import reports

HEADING = "Năng lực tổ chức thực hiện; việc chấp hành quy định"
TOLD_ALREADY = ("received_share", "due_count", "superseded_count")  # by the counts beside them, or no matter of discipline


def section(chosen: filters.Chosen) -> Section:
    """Reports, figures, and what people write of the organisation."""
    return Section("chap-hanh", HEADING, parts=(_reports(chosen), _figures(chosen), _organised(chosen)))


def _reports(chosen: filters.Chosen) -> Section:
    heading, year = "Chấp hành chế độ báo cáo", ground.year_of_tasks(chosen)
    rounds, units = ask(reports.by_round, **year), ask(reports.by_unit, **year)
    if rounds.empty:
        return Section("bao-cao", heading, said=(ground.dated(chosen, "chưa kỳ báo cáo nào của năm đến ngày chốt."),))
    kinds = ask(reports.by_kind, **year)
    by_line = {kind: ask(reports.by_round, **year, kind=kind) for kind in kinds["kind"]}
    whole = reported.whole_year(reported.cells(ask(reports.matrix, **year)))
    counted = ("unit_short_name", *(c for c in reported.counted(units) if c not in TOLD_ALREADY))
    behind = f"{clock.told(chosen)} {len(rounds)} kỳ đã đến ngày chốt, {len(units)} đơn vị. {reported.RULE}"
    return Section(
        "bao-cao",
        heading,
        said=(
            reported.newest(rounds, by_line),
            ground.dated(chosen, f"qua {len(rounds)} kỳ của năm đã đến ngày chốt, {len(units)} đơn vị: {ground.small(whole)}."),
            *_lines(kinds),
        ),
        tables=(Table("bao-cao-don-vi", reported.worst(units, "unit_short_name", "đơn vị"), counted, units, behind),),
    )


def _lines(kinds: pd.DataFrame) -> tuple[str, ...]:
    """Each line of reporting with its counts."""
    told = []
    for row in kinds.itertuples():
        in_time, *more = reported.line(row)
        told.append(f"{reported.SHORT[row.kind]}: đúng hạn {in_time}; {'; '.join(more)}")
    return ground.listed(told)


def _figures(chosen: filters.Chosen) -> Section:
    asked = ground.asked(chosen) | {"unit": chosen.unit}
    counts, rounds, before = (
        ask(found.by_unit_and_rule, **asked),
        ask(found.by_round, **asked),
        ask(found.by_round, **chosen.reports_year_before),
    )
    used = counts[counts["in_force_count"] > 0]
    table = Table(
        "canh-bao", f"{int(used['in_force_count'].sum())} cảnh báo thuộc số liệu đang dùng, theo đơn vị và quy tắc",
        ("unit_short_name", "rule_name", "in_force_count", "warning_count"), used, ground.behind(chosen),
    )  # fmt: skip
    return Section(
        "chat-luong",
        "Chất lượng số liệu báo cáo",
        said=ground.said(
            quality.headline(counts, chosen.words.get(filters.UNIT, ground.store().province_name), chosen.on),
            ground.sentence(quality.trend(rounds, before)) if len(rounds) else "",
            NOT_NARROWED if chosen.component or chosen.is_part_of_money else "",
            ground.basis(chosen),
        ),
        tables=(table,) if len(used) else (),
    )


NOT_NARROWED = "Cảnh báo tính trên cả báo cáo, không chia theo dự án, nguồn vốn, loại vốn."


def _organised(chosen: filters.Chosen) -> Section:
    """What is known of urging and of more time; the rest people write."""
    year = ground.year_of_tasks(chosen)
    letters, more_time = ask(reports.letters, **year), ask(reports.extensions, **year)
    urged = f"đã gửi {len(letters)} công văn đôn đốc báo cáo" if len(letters) else "chưa có công văn đôn đốc báo cáo nào được nhập"
    extended = f"đã gia hạn nộp báo cáo {len(more_time)} lượt" if len(more_time) else "không gia hạn nộp báo cáo lượt nào"
    told = f"{ground.coverage(chosen).unit_count} đơn vị có vốn hoặc phải báo cáo trong phạm vi này; {urged}; {extended}."
    return Section(
        "to-chuc",
        "Tổ chức thực hiện, chấp hành quy định",
        said=(ground.dated(chosen, told),),
        blanks=(
            "Nêu năng lực tổ chức thực hiện: bộ máy, nhân sự, phân công trách nhiệm, phối hợp giữa các cơ quan",
            "Nêu việc chấp hành quy định về quản lý Chương trình; vi phạm và việc xử lý vi phạm (nếu có)",
        ),
    )
