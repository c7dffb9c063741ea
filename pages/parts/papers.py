"""Documents in words: which of the required ones exist, are late or missing; the matrix of units and documents; the list."""

import unicodedata
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import charts, filters, formats, paths, show, tell
from pages.parts.formats import day, is_missing

# how a required document stands: symbol, word, and the fill of a cell (pages.parts.charts)
STANDINGS = {
    "there": ("●", "đã có", "reached"),
    "late": ("◐", "có, ban hành muộn", "at_risk"),
    "missing": ("✕", "thiếu", "missed"),
    "not_due": ("…", "chưa đến hạn", "no_result"),
    "no_due": ("?", "chưa có, không đặt hạn", "no_target"),
}
LEGEND = " · ".join(f"{symbol} {word}" for symbol, word, _ in STANDINGS.values())
NAMED_MOST = 6


def slug(words: str) -> str:
    """A Vietnamese word as an address has it: "Kế hoạch" → "ke-hoach"."""
    plain = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
    return "-".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def standing(row: Any) -> str:
    """How one required document of one unit stands."""
    if row.is_there:
        return "late" if row.is_late else "there"
    return "missing" if row.is_missing else "no_due" if is_missing(row.due_on) else "not_due"


def ready(required: pd.DataFrame) -> pd.DataFrame:
    """With `standing`, and in words: `standing_told`, `required_told` (with the component it is about)."""
    rows = list(required.itertuples())
    standings = [standing(r) for r in rows]
    return required.assign(
        component_code=[r.component_code or None for r in rows],
        standing=standings,
        standing_told=[" ".join(STANDINGS[s][:2]) for s in standings],
        required_told=[r.required_name + (f": {r.component_short_name}" if r.component_code else "") for r in rows],
    )


def headline(rows: pd.DataFrame, chosen: filters.Chosen, province: str) -> str:
    """How many of the required documents exist, how many are missing, and which most."""
    if rows.empty:
        return f"Năm {chosen.plan_year}, {chosen.whose(province)}: không có văn bản bắt buộc nào trong phạm vi này."
    there, missing = rows[rows["is_there"]], rows[rows["is_missing"]]
    if there.empty:
        return f"Năm {chosen.plan_year}, {chosen.whose(province)}: chưa nhập văn bản nào trong số {len(rows)} văn bản bắt buộc."
    late, waiting = int(rows["is_late"].sum()), len(rows) - len(there) - len(missing)
    told = f"Năm {chosen.plan_year}, {chosen.whose(province)}: đã có {len(there)}/{len(rows)} văn bản bắt buộc"
    told += f" ({late} ban hành muộn)" if late else ""
    told += f"; còn thiếu {len(missing)}" if len(missing) else "; không thiếu văn bản nào đã đến hạn"
    return told + (f"; {waiting} chưa đến hạn" if waiting else "") + "."


def lacking(rows: pd.DataFrame) -> list[str]:
    """Per required document, which units lack it, the most lacking first: "Kế hoạch giám sát: thiếu 3 (Mỹ Tú, …)"."""
    missing = rows[rows["is_missing"]]
    told = []
    for name, count in missing["required_name"].value_counts().items():
        units = list(dict.fromkeys(missing[missing["required_name"] == name]["unit_short_name"]))
        more = f" và {len(units) - NAMED_MOST} đơn vị khác" if len(units) > NAMED_MOST else ""
        told.append(f"{name}: thiếu {count} ({', '.join(units[:NAMED_MOST])}{more}).")
    return told


def cells(rows: pd.DataFrame) -> pd.DataFrame:
    """One cell per unit and required document: `status` for its fill, `label`, `told`; several components of a unit are one cell."""
    order = {name: n for n, name in enumerate(("missing", "no_due", "not_due", "late", "there"))}  # the worst speaks for the cell
    made = []
    for (unit, document), of_cell in rows.groupby(["unit_short_name", "required_short_name"], sort=False):
        worst = min(of_cell["standing"], key=order.__getitem__)
        symbol, _, status = STANDINGS[worst]
        there = int(of_cell["is_there"].sum())
        label = f"{symbol} {there}/{len(of_cell)}" if len(of_cell) > 1 else symbol  # no more: it is read on a telephone, too
        said = "; ".join(f"{r.required_told}: {r.standing_told}, {_paper(r)}" for r in of_cell.itertuples())
        made.append({"unit": unit, "document": document, "status": status, "label": label, "told": formats.plain(said)})
    return pd.DataFrame(made, columns=["unit", "document", "status", "label", "told"])


def _paper(row: Any) -> str:
    if row.is_there:
        return f"{row.number} ngày {day(row.issued_on)}"
    return "không đặt hạn" if is_missing(row.due_on) else f"hạn {day(row.due_on)}"


def matrix(rows: pd.DataFrame, behind: str) -> None:
    """The matrix on a page: units by required documents, and beneath it every one of them in words."""
    made = cells(rows)
    show.figure(
        charts.statuses(
            made, row="unit", column="document", rows=list(dict.fromkeys(made["unit"])), columns=_columns(rows), label="label", hover="told"
        ),
        rows, "unit_short_name", "required_told", "standing_told", "due_on", "number", "issued_on", "legal_basis", "note",
        finding=_most(rows), key="van-ban-bat-buoc", alt="Bảng đơn vị và văn bản bắt buộc: đã có, có muộn, thiếu, chưa đến hạn",
        behind=f"{behind} {LEGEND}. “2/7”: đã có 2 trong 7 văn bản; ô trống: không yêu cầu. Số, ngày, hạn: ở Bảng số.",
    )  # fmt: skip


def _columns(rows: pd.DataFrame) -> list[str]:
    """The documents in the office's order: the unit that is asked for most knows most of it."""
    return list(dict.fromkeys(rows.sort_values("position", kind="stable")["required_short_name"]))


def _most(rows: pd.DataFrame) -> str:
    lacking_units = rows[rows["is_missing"]]["unit_short_name"].value_counts()
    if lacking_units.empty:
        return "Không đơn vị nào thiếu văn bản đã đến hạn"
    most = [str(name) for name, n in lacking_units.items() if n == lacking_units.max()]
    more = f" và {len(most) - 3} đơn vị khác" if len(most) > 3 else ""
    return f"{len(lacking_units)} đơn vị còn thiếu văn bản; nhiều nhất: {', '.join(most[:3])}{more}, {lacking_units.max()} văn bản"


def listed(documents: pd.DataFrame) -> pd.DataFrame:
    """The list with `paper_told`: the file, the link, or neither; and who entered it last."""
    rows = list(documents.itertuples())
    return documents.assign(
        paper_told=["; ".join(str(x) for x in (r.file_name, r.link) if not is_missing(x) and x) or "chưa có tệp, liên kết" for r in rows]
    )


def opened(documents: pd.DataFrame) -> None:
    """Choose a document that has a file or a link, and take it."""
    found = {r.entry_id: r for r in documents.itertuples() if not (is_missing(r.file_sha256) and is_missing(r.link))}
    if not found:
        return
    picked = st.selectbox(
        "Mở tệp, liên kết của văn bản", list(found), index=None, key="mo-van-ban", placeholder="Chọn văn bản",
        format_func=lambda i: f"{found[i].number} · {found[i].unit_short_name} · {found[i].summary[:80]}",
    )  # fmt: skip
    if picked is None:
        return
    row = found[picked]
    if not is_missing(row.link):
        st.link_button(formats.plain(row.link[:120]), row.link, help="Mở trang ngoài hệ thống")
    if not is_missing(row.file_sha256):
        try:
            whole = tell.kept_file(row.file_sha256, row.file_suffix)
        except OSError:
            st.error("Không thấy tệp này trong kho lưu trữ; báo người quản trị.")
            return
        st.download_button(f"Tải {formats.plain(row.file_name)}", whole, file_name=row.file_name, key="tai-van-ban", on_click="ignore")


def doors(rows: pd.DataFrame) -> None:
    """Links to the units that lack something."""
    paths.doors(rows[rows["is_missing"]])
