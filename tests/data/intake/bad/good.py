"""The good workbooks that lie among the bad ones, each odd in a way that is no fault: file name → how it is made."""

import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.data.intake.bad.aims import GOOD_INDICATORS
from tests.data.intake.bad.sheets import INFO, PLAN, SPENT, Sheets, decision, good, insert, ods, put, total, xls, xlsx
from tests.data.intake.bad.treasury import extract
from tests.data.intake.bad.visits import monitoring
from tests.data.intake.bad.words import merged_heading

SUM = 400.5 + 50.25 + 1200 + 100 + 30 + 20.125


def _for(unit: str, cells: dict[str, object] | None = None) -> Sheets:
    return put(good(), {f"{INFO}!B2": unit} | (cells or {}))


def _macros(path: Path) -> None:
    xlsx(path, _for("945"))
    with zipfile.ZipFile(path, "a") as box:
        box.writestr("xl/vbaProject.bin", b"Sub Auto_Open()\nKill everything\nEnd Sub")


def _signed(path: Path) -> None:
    """Totals at several levels, numbers under the headings, a signature below, text beside."""
    book = insert(
        put(_for("946"), {f"{SPENT}!F9": "…", f"{SPENT}!H6": "ghi chú bên cạnh"}), SPENT, 5,
        ["A", "B", "(1)", "(2)", "(3)", "(4)"],
        total("TỔNG SỐ", SUM), total("Trong đó:"), total("- NSTW", SUM - 70.375), total("- Đối ứng", 70.375),
    )  # fmt: skip
    book = insert(book, SPENT, 12, total("Nghề nghiệp, việc làm", 1300, code="DA4"))
    book[SPENT] += [
        [],
        [None, None, "NGƯỜI LẬP BIỂU", None, None, "CHỦ TỊCH"],
        [None, None, "(Ký)", None, None, "Mỹ Tú, ngày 14 tháng 6 năm 2024"],
    ]
    xlsx(path, book)


def _typed(path: Path) -> None:
    """Figures typed as text, zeros and gaps as people write them."""
    said = {5: "1.200,500", 6: "50,25", 7: "1 200", 8: "-", 9: "…", 10: "không phát sinh", 11: "x"}
    xlsx(path, _for("947", {f"{SPENT}!F{row}": text for row, text in said.items()} | {f"{PLAN}!H5": 1500, f"{SPENT}!A2": "ĐVT: Tr.đ"}))


def _made(make: Callable[[], Sheets], path: Path) -> None:
    xlsx(path, make())


GOOD: dict[str, Callable[[Path], object]] = {
    "tot-xlsx.xlsx": lambda path: xlsx(path, _for("943")),
    "tot-xls.xls": lambda path: xls(path, _for("944")),
    "tot-ods.ods": lambda path: ods(path, _for("948")),
    "tot-macro.xlsm": _macros,
    "tot-quyet-dinh.xlsx": lambda path: xlsx(path, decision()),
    "tot-kho-bac.xlsx": lambda path: xlsx(path, extract()),
    "tot-giam-sat.xlsx": lambda path: xlsx(path, monitoring()),
    "tot-tieu-de-gop.xlsx": merged_heading,
    "tot-dong-cong.xlsx": _signed,
    "tot-so-go-tay.xlsx": _typed,
    **{name: partial(_made, make) for name, make in GOOD_INDICATORS.items()},
}
