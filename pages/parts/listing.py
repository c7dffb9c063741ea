"""The lists under the chain of one figure: its cells and the files they stand in, shown and taken away."""

from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import cell, explained, formats, show, taken, tell
from pages.parts.beside import VERDICTS
from pages.parts.formats import count, day, is_missing, moment, plain

SHOWN, LINKED, AT_ONCE = 50, 12, 3  # cells in the table, cells with a link of their own, files offered without a click
COMPARED = ("disbursed", "disbursed_vnd", "treasury_vnd")  # what the Treasury tells of too: money spent, not planned
CELLS = (
    "enters_told", "unit_short_name", "of_line", "of_figure", "cell_text", "in_dong", "treasury_told", "in_file", "sheet_told", "cell_told",
)  # fmt: skip
TAKEN = ("read_vnd", "read_number", "file_name", "hash_told")  # beside these, in a file: numbers that can be added up, and where they stand
FILES = ("sent_by_name", "in_file", "version_state_told", "received_told", "accepted_by_told", "file_name", "hash_told", "checks_told")
ENTERED = "do văn phòng đặt, hoặc nhập trên trang"
UNITS = {1: "đồng", 1_000: "nghìn đồng", 1_000_000: "triệu đồng", 1_000_000_000: "tỷ đồng"}


def ready(made: pd.DataFrame, files: pd.DataFrame) -> pd.DataFrame:
    """The cells in words, the largest first; `read_vnd` and `read_number` are the numbers themselves."""
    sent = files.set_index("submission_id") if len(files) else pd.DataFrame(columns=files.columns)
    told = {column: made["submission_id"].map(sent[column]) for column in ("file_name", "file_sha256")}
    rows = made.assign(
        enters_told=made["term"].map(explained.TERMS),
        of_figure=made["part"].map(explained.PARTS),
        of_line=made["what"],
        cell_text=[_written(text, unit) for text, unit in zip(made["text"].fillna(""), money_units(made), strict=True)],
        in_dong=[f"{count(a)} đồng" if not is_missing(a) else _number(n) for a, n in zip(made["amount_vnd"], made["number"], strict=True)],
        read_vnd=made["amount_vnd"],
        read_number=made["number"],
        treasury_told=made["verdict"].map(VERDICTS).where(made["part"].isin(COMPARED)).fillna(""),
        in_file=[_file_told(sent.loc[one]) if one in sent.index else ENTERED for one in made["submission_id"]],
        sheet_told=made["sheet"].fillna(""),
        cell_told=made["cell"].fillna(""),
        file_name=told["file_name"].fillna(""),
        hash_told=[_short(sha) for sha in told["file_sha256"]],
    )
    silent = [c for c in ("cell_text", "treasury_told", "sheet_told", "cell_told") if (rows[c] == "").all()]
    silent += [c for c in ("read_vnd", "read_number") if rows[c].isna().all()]
    return rows.drop(columns=silent + (["enters_told"] if rows["enters_told"].nunique() == 1 else []))


def money_units(made: pd.DataFrame) -> list[str]:
    """In which unit of money each cell is written: the usual one of its sheet wherever the cell reads so; "" where it is no money."""
    fits = [_fits(text, amount) for text, amount in zip(made["text"], made["amount_vnd"], strict=True)]
    sheets = list(zip(made["submission_id"], made["sheet"], strict=True))
    seen: dict[Any, Counter[int]] = {}
    for sheet, units in zip(sheets, fits, strict=True):
        seen.setdefault(sheet, Counter()).update(units[:1])
    usual = {sheet: counted.most_common(1)[0][0] for sheet, counted in seen.items() if counted}
    return [UNITS[usual[sheet] if usual[sheet] in units else units[0]] if units else "" for sheet, units in zip(sheets, fits, strict=True)]


def _fits(text: object, amount: object) -> list[int]:
    """The units by which a text reads as an amount: first as a number of a spreadsheet, then as it is written in Vietnamese."""
    if is_missing(amount) or is_missing(text) or not amount:
        return []
    written, found = "".join(str(text).split()), []
    for number in (written, written.replace(".", "").replace(",", ".")):
        try:
            found += [unit for unit in UNITS if round(Decimal(number) * unit) == amount]
        except InvalidOperation:
            continue
    return found


def _written(text: str, unit: str) -> str:
    return f"{text} ({unit})" if unit else text


def _number(number: float) -> str:
    return formats.number(number, 2 if number % 1 else 0)


def _short(sha: object) -> str:
    return "" if is_missing(sha) else f"{str(sha)[:12]}…"


def _file_told(sent: pd.Series) -> str:
    version = "" if is_missing(sent.version) else f", bản {count(sent.version)}"
    return f"{sent.round_name}{version}"


def cells(rows: pd.DataFrame, about: str, behind: str) -> None:
    """The cells on screen, the whole list to take away under `about` and `behind`, and the way to each cell."""
    more = f"; {SHOWN} dòng lớn nhất ở đây, đủ {count(len(rows))} dòng trong tệp tải về" if len(rows) > SHOWN else ""
    file = taken.File(f"{about}: các dòng đứng sau con số", tuple(c for c in CELLS + TAKEN if c in rows), behind)
    finding = f"Các dòng đứng sau con số ({count(len(rows))}{more})"
    show.excerpt(rows, tuple(c for c in CELLS if c in rows), SHOWN, finding=finding, key="vi-sao-o", file=file)
    placed = rows[rows["submission_id"].notna() & (rows["cell"].fillna("") != "")].drop_duplicates(["submission_id", "sheet", "cell"])
    if placed.empty:
        return
    show.note("Mở ô trong tệp đã gửi:")
    with st.container(horizontal=True, gap="small"):
        for one in placed.head(LINKED).itertuples():
            _open(one)
    if len(placed) > LINKED:
        names = [f"{one.unit_short_name}: {one.of_line}, {cell.place(one.sheet, one.cell)} ({one.in_file})" for one in placed.itertuples()]
        at = st.selectbox("Mở ô của dòng khác", range(len(placed)), format_func=names.__getitem__, index=None, key="vi-sao-mo-o")
        if at is not None:
            _open(placed.iloc[at])


def _open(one: Any) -> None:
    cell.link(f"{one.unit_short_name}: ô {one.cell}", one.submission_id, one.sheet, one.cell)


def whole_files(files: pd.DataFrame, about: str) -> None:
    """The files, each to be taken away as it was sent."""
    rows = files.assign(
        in_file=[_round_told(row) for row in files.itertuples()],
        version_state_told=[_state(row) for row in files.itertuples()],
        received_told=[f"{moment(row.received_at)}, {row.received_by}" for row in files.itertuples()],
        accepted_by_told=[f"{moment(row.accepted_at)}, {row.accepted_by}" for row in files.itertuples()],
        hash_told=[_short(sha) for sha in files["file_sha256"]],
        checks_told=[f"qua {row.rule_count} quy tắc; {row.warning_count} cảnh báo" for row in files.itertuples()],
    )
    file = taken.File(f"{about}: các tệp đứng sau con số", FILES, "")
    show.excerpt(rows, FILES, SHOWN, finding=f"Các tệp đứng sau con số ({count(len(files))})", key="vi-sao-tep", file=file)
    if len(files) <= AT_ONCE:
        _downloads(files)
        return
    opened = st.popover(f"Tải tệp gốc ({count(len(files))})", key="vi-sao-tai", on_change="rerun")
    if opened.open:
        with opened:
            _downloads(files)


def _downloads(files: pd.DataFrame) -> None:
    for row in files.itertuples():
        try:
            content = tell.kept_file(row.file_sha256, row.suffix)
        except FileNotFoundError:
            st.warning(f"Không thấy tệp {plain(row.file_name)} trong kho lưu trữ; báo người quản trị.")
            continue
        st.download_button(
            f"Tải tệp gốc: {plain(row.file_name)}", content, file_name=row.file_name, key=f"goc-{row.submission_id}", on_click="ignore"
        )


def _round_told(row: Any) -> str:
    return row.round_name if is_missing(row.cut_off_on) else f"{row.round_name}, số liệu đến {day(row.cut_off_on)}"


def _state(row: Any) -> str:
    version = "" if is_missing(row.version) else f"bản {count(row.version)}, "
    return f"{version}{formats.STATES.get(row.state, '') or 'quyết định'}, {cell.STATUS.get(row.status, row.status)}"
