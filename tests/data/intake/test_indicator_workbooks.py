"""Workbooks of indicators from template to archive: what is kept of them, what stands, and that a blank one comes back accepted."""

from datetime import date
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq

from data.intake import template
from data.intake.archive import Archive
from data.intake.receive import Intake
from tests.data.intake.bad.province import publication
from tests.data.intake.bad.sheets import AIMS, INFO, put, xlsx
from tests.data.intake.grids import definitions


def test_the_cells_of_indicators_are_archived_with_their_keys(tmp_path: Path):
    path = xlsx(tmp_path / "a.xlsx", publication())
    with Intake(tmp_path / "home", definitions(), "Người kiểm thử") as intake:
        sent = intake.receive(path).submission
    assert sent is not None
    assert (sent.identity, sent.plan_year) == (("SLDTBXH", "12/BC-SLĐTBXH", "publication", "preliminary"), 2024)
    kept = pq.read_table(Archive(tmp_path / "home").cells(sent.file_sha256)).to_pylist()
    named = [(c["indicator_code"], c["breakdown"], c["number"]) for c in kept if c["field"] == "result" and c["form"] == "targets"]
    assert named[:2] == [("CT-NGHEO", "CHUNG", 2.54), ("CT-NGHEO", "KHMER", 5.0)]
    receipt = (tmp_path / "home" / "receipts" / f"{sent.submission_id}.txt").read_text(encoding="utf-8")
    for words in ("Số liệu công bố toàn tỉnh, sơ bộ", "số 12/BC-SLĐTBXH, ngày 28/06/2024", "tính đến ngày: 14/06/2024", "Biểu: Chỉ tiêu"):
        assert words in receipt


def test_publications_of_two_states_stand_side_by_side_and_the_same_again_replaces(tmp_path: Path):
    sent = [publication(), put(publication(), {f"{INFO}!B7": "Chính thức"}), put(publication(), {f"{AIMS}!M5": "đính chính"})]
    with Intake(tmp_path / "home", definitions(), "Người kiểm thử") as intake:
        got = [intake.receive(xlsx(tmp_path / f"{n}.xlsx", book)).submission for n, book in enumerate(sent)]
    assert [(s.state, s.version) for s in got if s] == [("preliminary", 1), ("final", 1), ("preliminary", 2)]


def test_a_blank_template_filled_in_comes_back_accepted(tmp_path: Path):
    d, path = definitions(), tmp_path / "blank.xlsx"
    round_ = next(r for r in d.rounds.values() if "targets" in r.forms and r.cut_off_on > date(2024, 1, 1))
    template.blank(path, d, unit_code="943", round_code=round_.code, rows=[])
    book = openpyxl.load_workbook(path)
    sheet = book[AIMS]
    filled = {"CT-NGHEO": {6: 2.5, 7: 250, 8: 10_000, 9: 3.5}, "KH-VIECLAM": {6: 40}, "DA7-CANBO": {6: "62,5%", 7: 25, 8: 40}}
    seen = [row for row in sheet.iter_rows(min_row=5) if row[0].value]
    assert {r[0].value for r in seen} == {i.code for i in d.indicators if i.result_from == "form"}
    assert [r[2].value for r in seen if r[0].value == "KH-VIECLAM"] == ["Chung", "Nữ", "Khmer"]
    assert {r[3].value for r in seen if r[0].value == "DA7-LUOT"} == {"lượt người"}
    for row in seen:
        for column, value in filled.get(str(row[0].value), {}).items() if row[2].value == "Chung" else ():
            row[column - 1].value = value
    book["Giải ngân"]["F5"] = 0
    book["Kế hoạch vốn"]["F5"] = 5
    book.save(path)
    with Intake(tmp_path / "home", d, "Người kiểm thử") as intake:
        got = intake.receive(path)
    assert got.outcome == "accepted", [str(p) for p in got.problems]


def test_a_blank_template_sent_back_as_it_is_says_that_it_holds_nothing(tmp_path: Path):
    d, path = definitions(), tmp_path / "blank.xlsx"
    round_ = next(r for r in d.rounds.values() if "targets" in r.forms)
    template.blank(path, d, unit_code="943", round_code=round_.code, rows=[])
    with Intake(tmp_path / "home", d, "Người kiểm thử") as intake:
        got = intake.receive(path)
    assert {(p.rule, p.sheet) for p in got.problems} >= {("no_rows", AIMS)}
