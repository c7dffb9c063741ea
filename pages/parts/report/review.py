"""Báo cáo giám sát: the monitoring report, outlined after Nghị định 27/2022/NĐ-CP, Điều 30; its sentences are made from the figures."""

from pages.exports.paper import Paper
from pages.parts import filters, formats
from pages.parts.report import advice, appendix, capital, discipline, ground, guidance, made, progress, shortcomings
from pages.parts.report.stamp import office, stamp

BUILDERS = {part.HEADING: part.section for part in (guidance, capital, progress, discipline, shortcomings, advice, appendix)}


def paper(chosen: filters.Chosen) -> Paper:
    """The whole report on what was chosen. Raises paper.Unready where a section is empty or fails."""
    store = ground.store()
    return Paper(
        name=f"bao-cao-giam-sat-{chosen.file_name}",
        title="Báo cáo giám sát",
        subtitle=f"Thực hiện {store.programme_name} năm {chosen.plan_year} {_where(chosen)} (số liệu đến {formats.day(chosen.on)})",
        sections=made.numbered(made.sections(chosen, BUILDERS)),
        stamp=stamp(chosen),
        office=office(),
    )


def _where(chosen: filters.Chosen) -> str:
    return f"của {ground.whose(chosen)}" if chosen.unit else f"trên địa bàn {ground.whose(chosen)}"
