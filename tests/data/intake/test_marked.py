"""The marked copy of a submitted workbook: the cells coloured, a note on each, a list in front; also of what cannot be opened."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from data.intake import marked
from data.intake.archive import Submission
from data.intake.marking import BY, FILLS, LIST
from data.intake.receive import Intake, Received
from tests.data.intake.bad.files import FILES
from tests.data.intake.bad.sheets import INFO, SPENT, good, ods, put, xls, xlsx
from tests.data.intake.grids import definitions

WRONG = {f"{SPENT}!F5": -1, f"{SPENT}!F7": "12,3,4", f"{SPENT}!A6": "không có"}
PLACES = {"F5", "F7", "A6"}


class Sender:
    """Sends workbooks into a home and gets the marked copies back."""

    def __init__(self, home: Path) -> None:
        self.home, self.limits = home, definitions().settings.reading

    def send(self, path: Path) -> Received:
        with Intake(self.home, definitions(), "Người kiểm thử") as intake:
            return intake.receive(path)

    def back(self, s: Submission | None, **limits: Any) -> Workbook:
        assert s
        whole = marked.workbook(self._kept(s), s, self.limits.model_copy(update=limits))
        return openpyxl.load_workbook(io.BytesIO(whole))

    def _kept(self, s: Submission) -> Path:
        return self.home / "archive/files" / s.file_sha256[:2] / f"{s.file_sha256}{s.suffix}"


@pytest.fixture
def sender(tmp_path: Path) -> Sender:
    return Sender(tmp_path / "home")


def notes(book: Workbook, sheet: str) -> dict[str, tuple[str, str]]:
    """Cells with a note of ours: colour and text."""
    cells = (cell for row in book[sheet].iter_rows() for cell in row)
    return {c.coordinate: (c.fill.fgColor.rgb, c.comment.text) for c in cells if c.comment is not None and c.comment.author == BY}


def listed(book: Workbook) -> list[tuple[Any, ...]]:
    return list(book[LIST].iter_rows(min_row=5, values_only=True))


@pytest.mark.parametrize(("write", "suffix"), [(xlsx, ".xlsx"), (xls, ".xls"), (ods, ".ods")])
def test_the_cells_that_were_found_wrong_are_marked_whatever_the_file_was(sender, tmp_path, write, suffix):
    got = sender.send(write(tmp_path / f"sai{suffix}", put(good(), WRONG)))
    assert got.outcome == "refused"
    book = sender.back(got.submission)
    assert book.sheetnames[0] == LIST == book.active.title
    assert notes(book, SPENT).keys() == PLACES
    assert {colour for colour, _ in notes(book, SPENT).values()} == {FILLS["refuse"]}
    assert "tìm thấy -1, cần số từ 0 trở lên" in notes(book, SPENT)["F5"][1]
    assert [row[:3] for row in listed(book)] == [("Phải sửa", p.sheet, p.cell) for p in got.problems]
    assert {book[LIST].cell(n, 3).hyperlink.location for n in range(5, 8)} == {f"'{SPENT}'!{cell}" for cell in PLACES}


def test_warnings_have_another_colour_and_what_is_right_is_left_alone(sender, tmp_path):
    got = sender.send(xlsx(tmp_path / "canh-bao.xlsx", put(good(), {f"{SPENT}!F5": 1600})))
    assert got.outcome == "warned"
    book = sender.back(got.submission)
    assert {cell: colour for cell, (colour, _) in notes(book, SPENT).items()} == {"F5": FILLS["warn"]}
    sent = put(good(), {f"{SPENT}!F5": 1600})
    for sheet, rows in sent.items():
        assert [[c.value for c in row][: len(told)] for row, told in zip(book[sheet].iter_rows(), rows, strict=False)][4:] == rows[4:]


def test_what_a_file_says_is_never_a_formula_in_the_list(sender, tmp_path):
    book = put(good(), {f"{SPENT}!A5": '=HYPERLINK("http://x","y")', f"{SPENT}!A6": "+1+1", f"{SPENT}!A7": "@SUM(1)", f"{SPENT}!A8": "-2"})
    got = sender.send(xls(tmp_path / "=1+1.xls", book))
    assert got.outcome == "refused"
    back = sender.back(got.submission)
    cells = [cell for sheet in (back[LIST], back[SPENT]) for row in sheet.iter_rows() for cell in row]
    assert {cell.value for cell in cells} >= {"+1+1", "@SUM(1)", '=HYPERLINK("http://x","y")'}
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "+", "@")))


def test_a_merged_cell_is_marked_where_it_can_be_seen(sender, tmp_path):
    got = sender.send(xlsx(tmp_path / "gop.xlsx", put(good(), {f"{SPENT}!F6": None}), lambda w: w[SPENT].merge_cells("F5:F6")))
    assert {p.cell for p in got.problems} >= {"F5"} or {p.cell for p in got.problems} >= {"F6"}
    assert "F5" in notes(sender.back(got.submission), SPENT)


def test_the_marked_copy_put_right_and_sent_again_is_accepted_and_a_new_marking_forgets_the_old(sender, tmp_path):
    back = sender.back(sender.send(xlsx(tmp_path / "sai.xlsx", put(good(), {f"{SPENT}!F5": -1}))).submission)
    back[SPENT]["F5"], back[SPENT]["F6"] = 400.5, -2
    back.save(tmp_path / "sua.xlsx")
    again = sender.back(sender.send(tmp_path / "sua.xlsx").submission)
    assert notes(again, SPENT).keys() == {"F6"}
    assert again[SPENT]["F5"].fill.fill_type is None
    assert again.sheetnames.count(LIST) == 1 and len(listed(again)) == 1
    again[SPENT]["F6"] = 50.25
    again.save(tmp_path / "dung.xlsx")
    got = sender.send(tmp_path / "dung.xlsx")
    assert got.outcome == "accepted", [str(p) for p in got.problems]


@pytest.mark.parametrize("name", ["pdf-doi-ten.xlsx", "mat-khau.xlsx", "dut-giua-chung.xlsx"])
def test_of_what_cannot_be_opened_the_list_alone_comes_back(sender, tmp_path, name):
    path = tmp_path / name
    next(bad for bad in FILES if bad.name == name).make(path)
    got = sender.send(path)
    book = sender.back(got.submission)
    assert book.sheetnames == [LIST]
    assert [row[5] for row in listed(book)] == [p.sentence for p in got.problems]


def test_marking_keeps_the_limits_of_reading(sender, tmp_path):
    got = sender.send(xlsx(tmp_path / "sai.xlsx", put(good(), {f"{SPENT}!F5": -1})))
    assert sender.back(got.submission, max_cells=50).sheetnames == [LIST]
    with pytest.raises(Exception, match="not a zip"):  # no child gets anywhere in no time at all
        sender.back(got.submission, max_seconds=0.000001)


def test_a_name_of_a_sheet_with_quotes_can_be_jumped_to(sender, tmp_path):
    sheets = put(good(), {f"{SPENT}!F5": -1})
    renamed = {("Giải ngân 'mới' - Giải ngân" if name == SPENT else name): rows for name, rows in sheets.items()}
    got = sender.send(xlsx(tmp_path / "ten.xlsx", renamed))
    assert [p.rule for p in got.problems] == ["negative"]
    book = sender.back(got.submission)
    assert book[LIST]["C5"].hyperlink.location == "'Giải ngân ''mới'' - Giải ngân'!F5"


def test_the_copy_is_called_after_the_file(sender, tmp_path):
    got = sender.send(xlsx(tmp_path / "Kế Sách T6.xlsx", put(good(), {f"{INFO}!B2": "không có"})))
    assert got.submission and marked.file_name(got.submission) == "Kế Sách T6-danh-dau.xlsx"
