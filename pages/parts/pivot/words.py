"""What a cut says in Vietnamese: its measures, its lines and columns, and the whole of it in one sentence."""

from collections import Counter
from typing import Literal

from pages.parts.choice import COMPONENT, SOURCE, TYPE, Chosen
from pages.parts.formats import day
from pages.parts.pivot.against import ROUND_BEFORE, VERSION, YEAR_BEFORE
from pages.parts.pivot.asked import framed
from pages.parts.pivot.order import Keys, Members
from pages.parts.pivot.shape import SAID_BY, SUBJECT_OF, Cut, gathers_carried_over, kept
from queries.defined import DIMENSIONS, MEASURES, SUBJECTS

TOTAL, CARRIED, UNNAMED = "Tổng số", "gồm vốn kéo dài", "Không nêu"
WHATS = {"value": "Kỳ này", "change": "Tăng, giảm", "growth": "Tỷ lệ tăng, giảm"}
AGAINST = {YEAR_BEFORE: "Cùng kỳ năm trước", ROUND_BEFORE: "Kỳ trước"}
PARTS = {"row": "Tỷ trọng trong hàng", "column": "Tỷ trọng trong cột", "all": "Tỷ trọng trong tổng số"}
FEW = 4  # members said one by one
_CAPITAL = {*SAID_BY, *SAID_BY.values()}
_LABELS = Counter(MEASURES[code].label for code in SUBJECT_OF)


def measure_name(code: str) -> str:
    """What a measure is called among all that a pivot offers."""
    label = MEASURES[code].label
    return label if _LABELS[label] == 1 else f"{label} ({_small(SUBJECT_OF[code].label)})"


def measure(code: str, cut: Cut) -> str:
    """What a measure is called over its column; money that gathers carried-over capital in every cell says so."""
    gathers = code in SUBJECTS["money"].measures and _said_of(cut) == "measure"
    return measure_name(code) + (f" ({CARRIED})" if gathers else "")


def labels(axis: Literal["row", "column"], keys: Keys, cut: Cut, members: Members) -> tuple[str, ...]:
    """What a line or a column is called: its members; a total, and whether it gathers carried-over capital."""
    dimensions = cut.rows if axis == "row" else cut.columns
    told = tuple(name(of, code, members) for of, code in zip(dimensions, keys, strict=False)) or (TOTAL,)
    gathers = _said_of(cut) == axis and not set(dimensions[: len(keys)]) & _CAPITAL
    return (*told[:-1], f"{told[-1]} ({CARRIED})") if gathers else told


def name(dimension: str, code: str, members: Members) -> str:
    """What a member is called."""
    return members.get(dimension, {}).get(code) or code or UNNAMED


def what(code: str, ending: str, cut: Cut) -> str:
    """What a column shows of its measure."""
    if code == "before":
        return against_name(cut.against or "")
    if code == "part":
        return PARTS[cut.part or "all"]
    return WHATS[code] + (" (điểm %)" if ending == "points" else "")


def against_name(code: str) -> str:
    """What a figure is compared with, over its column."""
    if code in AGAINST:
        return AGAINST[code]
    return "Bản so sánh" if code.startswith(VERSION) else day(code.rpartition(".")[2])


def others(count: int, cut: Cut) -> str:
    """The line of all that a top n leaves out."""
    return f"{count} {_small(DIMENSIONS[cut.rows[0]].label)} khác"


def too_long(count: int, most: int) -> str:
    return f"Bảng có {count} dòng, nhiều hơn {most} dòng hiện được: bớt một chiều ở hàng, lọc bớt, hoặc chỉ lấy một số dòng đầu."


def too_wide(count: int, most: int) -> str:
    return f"Bảng có {count} cột, nhiều hơn {most} cột hiện được: bớt một chiều ở cột, bớt số liệu, hoặc lọc bớt."


def told(cut: Cut, chosen: Chosen, members: Members) -> str:
    """The whole choice in one sentence, without full stop and without what it is compared with (pages.parts.pivot.against.said)."""
    return f"{', '.join(measure_name(code) for code in cut.measures)} {scope(cut, chosen, members)}".strip()


def scope(cut: Cut, chosen: Chosen, members: Members) -> str:
    """By what the figures are cut, and of what they are: "theo Đơn vị; vốn năm nay"; "" where nothing was chosen."""
    parts = [f"theo {' × '.join(DIMENSIONS[code].label for code in cut.axes)}"] if cut.axes else []
    if SUBJECTS["money"] in cut.subjects:
        counting = kept(SUBJECTS["money"], cut)
        if gathers_carried_over(cut):
            parts.append(CARRIED)
        elif "carried_over" not in cut.kept and "carried_over" in counting:
            parts.append(_small(" và ".join(name("carried_over", code, members) for code in counting["carried_over"])))
    for code, codes in cut.kept.items():
        names = [name(code, member, members) for member in codes]
        parts.append(f"{_small(DIMENSIONS[code].label)}: {', '.join(names) if len(names) <= FEW else f'{len(names)} mục'}")
    parts += [chosen.words[key] for key in chosen.words]
    return "; ".join(parts)


def not_narrowed(cut: Cut, chosen: Chosen) -> list[str]:
    """What the common filters cannot narrow, said of each subject."""
    words = {"component": chosen.words.get(COMPONENT), "fund_source": chosen.words.get(SOURCE), "capital_type": chosen.words.get(TYPE)}
    told = []
    for subject in cut.subjects:
        if lacking := [words[code] or code for code in framed(chosen) if code not in subject.dimensions]:
            names = ", ".join(measure_name(code) for code in cut.measures if code in subject.measures)
            told.append(f"{names} không chia theo {', '.join(lacking)} đang chọn nên là của cả phạm vi còn lại.")
    return told


def _said_of(cut: Cut) -> Literal["", "row", "column", "measure"]:
    """Where carried-over capital is gathered with this year's: in the totals of an axis that tells them apart, or in every cell."""
    if not gathers_carried_over(cut):
        return ""
    return "column" if _CAPITAL & set(cut.columns) else "row" if _CAPITAL & set(cut.rows) else "measure"


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]
