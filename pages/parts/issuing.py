"""Papers on the page where they are made: what each one contains, what it is stamped with, and its files; or why there are none."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from pages.exports import docx, pdf, pptx, stamped, xlsx
from pages.exports.paper import Paper, Section, Unready, inside
from pages.exports.template import BadTemplate
from pages.parts import filters, formats, own, paths, show, taken
from pages.parts.ask import ask, freezes, frozen, template
from pages.parts.report import conclusions, review, slides, unit
from queries import choices

HERE, MEETING = "pages/papers/papers.py", "pages/meeting/meeting.py"
LIVE = "Số liệu hiện hành còn thay đổi; chốt số liệu trước khi in cho cuộc họp."
NO_UNIT = "Hồ sơ lập cho một đơn vị: chọn đơn vị ở thanh bên, hoặc ở đây."
NO_MEETING = "Thông báo kết luận lập từ bản chốt của cuộc họp: mở bản chốt ở trên."
NO_FREEZE = "Thông báo kết luận lập từ bản chốt của cuộc họp; chưa có bản chốt nào."
AS_FROZEN = "Bản trình chiếu lập từ số liệu lúc chốt; kết luận ghi sau khi chốt có ở Thông báo kết luận."
NEWEST = 3  # frozen versions that are led to from here; the page of meetings lists them all


@dataclass(frozen=True)
class Kind:
    """A kind of paper: who makes it, its Word template where it has one, and the files it comes as."""

    name: str
    make: Callable[[filters.Chosen], Paper]
    template: str
    endings: tuple[str, ...]


KINDS = {
    "bao-cao": Kind("Báo cáo giám sát", review.paper, "bao-cao-giam-sat.docx", ("docx", "pdf", "xlsx")),
    "ho-so": Kind("Hồ sơ đơn vị", unit.paper, "ho-so-don-vi.docx", ("docx", "pdf", "xlsx")),
    "trinh-chieu": Kind("Bản trình chiếu", slides.paper, "", ("pptx",)),
    "ket-luan": Kind("Thông báo kết luận", conclusions.paper, "thong-bao-ket-luan.docx", ("docx", "pdf")),
}


def headline() -> str:
    """From which figures the papers are made."""
    here = frozen()
    return f"Văn bản lập từ bản chốt “{formats.plain(here.name)}”" if here else "Văn bản lập từ số liệu hiện hành"


def advise() -> None:
    """Of figures in force: that they still move, where to freeze them, and the frozen versions there are."""
    if frozen():
        return
    st.warning(LIVE)
    with st.container(horizontal=True, gap="small"):
        paths.link(MEETING, "Chốt số liệu")
        for one in freezes()[:NEWEST]:
            to = {"frozen": one.code, "year": str(one.plan_year), "cut_off": one.on.isoformat()}
            paths.link(HERE, f"Lập từ bản chốt “{one.name}”", again=True, own=own.kept(), **to)


def panel(key: str, chosen: filters.Chosen) -> None:
    """One kind of paper on what was chosen. Nothing can be taken away of a paper with a section that is empty or fails."""
    kind = KINDS[key]
    if key == "ho-so" and chosen.unit is None:
        _choose_a_unit(chosen)
        return
    if key == "ket-luan" and frozen() is None:
        st.info(NO_MEETING if freezes() else NO_FREEZE)
        return
    try:
        paper = made(kind, chosen)
        written = files(paper, kind)
    except (Unready, BadTemplate) as problem:
        st.error(formats.plain(str(problem)))
        if key == "ket-luan":
            paths.link(MEETING, "Ghi kết luận cuộc họp")
        return
    st.subheader(formats.plain(f"{paper.title}: {paper.subtitle}".replace("\n", ". ")), anchor=False)
    with st.container(horizontal=True):
        for ending, file in written.items():
            label = f"Tải {taken.FORMATS[ending]}"
            st.download_button(
                label, file, file_name=f"{paper.name}.{ending}", key=f"lap-{key}-{ending}", on_click="ignore", type="primary"
            )
    if key == "trinh-chieu" and frozen():
        show.note(AS_FROZEN)
    st.markdown("**Gồm:**")
    show.lines(*(formats.plain(_contents(section)) for section in paper.sections))
    with st.expander("Nguồn ghi trên văn bản"):
        show.lines(*(formats.plain(f"{name}: {told}") for name, told in stamped.lines(paper.stamp)))


def files(paper: Paper, kind: Kind) -> dict[str, Callable[[], bytes]]:
    """By ending, what writes the file when it is asked for. Raises BadTemplate now, as a click could not say it any more."""
    words = template(kind.template) if kind.template else b""
    if words:
        docx.write(_without_rows(paper), words)
    writers: dict[str, Callable[[], bytes]] = {
        "docx": partial(docx.write, paper, words),
        "pdf": partial(pdf.write, paper, words),
        "xlsx": partial(xlsx.write, paper),
        "pptx": partial(pptx.write, paper),
    }
    return {ending: writers[ending] for ending in kind.endings}


def _without_rows(paper: Paper) -> Paper:
    """The paper with all its places and none of its lines: quick to write, and whatever is wrong with its template shows."""

    def emptied(section: Section) -> Section:
        tables = tuple(replace(table, answer=table.answer.head(0)) for table in section.tables)
        return replace(section, tables=tables, chart=None, parts=tuple(map(emptied, section.parts)))

    return replace(paper, sections=tuple(map(emptied, paper.sections)))


def made(kind: Kind, chosen: filters.Chosen) -> Paper:
    """The paper under a file name that says which frozen version it is of, and whether its figures are invented. Raises Unready."""
    paper = kind.make(chosen)
    return replace(paper, name=taken.marked(paper.name, is_sample=paper.stamp.is_sample))


def _contents(section: Section) -> str:
    """A section by its heading, and what is in it beside sentences: "II. Vốn (3 bảng, 1 biểu đồ, 2 chỗ cần ghi thêm)"."""
    within = list(inside([section]))
    counts = {
        "bảng": sum(len(one.tables) for one in within),
        "biểu đồ": sum(one.chart is not None for one in within),
        "chỗ cần ghi thêm": sum(len(one.blanks) for one in within),
    }
    told = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    return section.heading + (f" ({told})" if told else "")


def _choose_a_unit(chosen: filters.Chosen) -> None:
    st.info(NO_UNIT)
    with st.container(horizontal=True, gap="small"):
        for row in ask(choices.reporting_units, plan_year=chosen.plan_year).itertuples():
            paths.link(HERE, row.short_name, unit=row.unit_code, again=True, own={"van-ban": "ho-so"})
