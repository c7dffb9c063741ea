"""Bad workbooks whose fault is the file itself: broken, hostile, locked, or no workbook at all. Each is made of bytes, none is shipped."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from xlwt.CompoundDoc import XlsDoc

from tests.data.intake.bad.fault import Bad
from tests.data.intake.bad.sheets import INFO, SPENT, Sheets, good, ods, put, xls, xlsx

LIMITS = {"max_bytes": 1_000_000, "max_unpacked_bytes": 8_000_000, "max_cells": 20_000, "max_rows": 2_000, "max_seconds": 20}
HTML = b"<html><body><table><tr><td>DA2</td><td>400</td></tr></table></body></html>"


def _bytes(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def _package(book: Sheets | None = None) -> dict[str, bytes]:
    """The parts of a good .xlsx."""
    whole = io.BytesIO()
    xlsx(whole, book or good())  # type: ignore[arg-type]
    with zipfile.ZipFile(whole) as box:
        return {name: box.read(name) for name in box.namelist()}


def _zip(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in parts.items():
            box.writestr(name, content)


def _with(path: Path, name: str, content: bytes) -> None:
    _zip(path, _package() | {name: content})


def _bomb(path: Path) -> None:
    _with(path, "xl/media/image1.bmp", bytes(9_000_000))


def _entities(path: Path) -> None:
    """Ten entities of ten entities …: a sheet that would unfold to gigabytes."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    rows = "<worksheet><sheetData><row><c><v>&l11;</v></c></row></sheetData></worksheet>"
    sheet = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>{rows}'
    _with(path, "xl/worksheets/sheet1.xml", sheet.encode())


def _truncated(path: Path) -> None:
    xlsx(path, good())
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def _bad_sheet(path: Path) -> None:
    parts = _package()
    _zip(path, parts | {"xl/worksheets/sheet3.xml": parts["xl/worksheets/sheet3.xml"][:700]})


def _bad_checksum(path: Path) -> None:
    xlsx(path, good())
    whole = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as box:
        start = box.getinfo("xl/worksheets/sheet3.xml").header_offset
    whole[start + 100 : start + 140] = bytes(40)
    path.write_bytes(whole)


def _ole(stream: bytes, name: str) -> bytes:
    """An OLE box whose one stream has this name instead of "Workbook"."""
    box = io.BytesIO()
    XlsDoc().save(box, stream.ljust(4096, b"\0"))
    plain, other = ("Workbook".encode("utf-16-le"), name.encode("utf-16-le"))
    whole = bytearray(box.getvalue())
    at = whole.index(plain)
    whole[at : at + 64] = other.ljust(64, b"\0")
    whole[at + 64 : at + 66] = (len(other) + 2).to_bytes(2, "little")
    return bytes(whole)


def _locked_xls(path: Path) -> None:
    """Excel 97-2003 with a password: its first record after the beginning is FILEPASS."""
    begin = bytes.fromhex("0908100000060500bb0dcc0700000000060000000000"[:40])
    path.write_bytes(_ole(begin + bytes.fromhex("2f000600000001000200") + bytes.fromhex("0a000000"), "Workbook"))


def _renamed(write: Callable[[Path, Sheets], Path], suffix: str) -> Callable[[Path], object]:
    def make(path: Path) -> object:
        return write(path.with_suffix(suffix), put(good(), {f"{INFO}!B6": path.name})).rename(path)

    return make


def _cells(cells: dict[str, object]) -> Callable[[Path], object]:
    return lambda path: xlsx(path, put(good(), {}), lambda w: [w[SPENT].__setitem__(cell, value) for cell, value in cells.items()])


def _many_rows(path: Path) -> None:
    book = good()
    book[SPENT] += [["DA2", "dòng thừa", "NSTW", "SN", 2024, n] for n in range(2_100)]
    xlsx(path, book)


def _many_cells(path: Path) -> None:
    xlsx(path, {**good(), "Nháp": [list(range(150)) for _ in range(150)]})


def _repeated(path: Path) -> None:
    """A cell of an .ods that stands for a million rows."""
    ods(path, good())
    with zipfile.ZipFile(path) as box:
        parts = {name: box.read(name) for name in box.namelist()}
    content = parts["content.xml"].decode()
    last = content.rindex("<table:table-row")
    parts["content.xml"] = (content[:last] + '<table:table-row table:number-rows-repeated="1000000"' + content[last + 16 :]).encode()
    _zip(path, parts)


def _external(path: Path) -> None:
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    _with(path, "xl/externalLinks/externalLink1.xml", link)


NOT_WORKBOOKS = [
    Bad("cong-van.pdf", "extension", "", (".pdf", ".xlsx"), _bytes(b"%PDF-1.7\n")),
    Bad("khong-duoi", "extension", "", ("không có", ".xlsx"), _bytes(b"PK")),
    Bad("pdf-doi-ten.xlsx", "not_workbook", "", ("PDF", "bảng tính", ".xlsx"), _bytes(b"%PDF-1.7\n%\xe2\xe3\n1 0 obj")),
    Bad("csv-doi-ten.xlsx", "not_workbook", "", (".csv", "bảng tính"), _bytes("Mã dự án;Giải ngân\nDA2;400\n".encode())),
    Bad("trang-web.xls", "not_workbook", "", ("HTML", "bảng tính"), _bytes(HTML)),
    Bad("word-doi-ten.xls", "not_workbook", "", ("Word",), _bytes(_ole(b"\xec\xa5", "WordDocument"))),
    Bad("goi-nen.xlsx", "not_workbook", "", ("gói nén",), lambda path: _zip(path, {"bao-cao.txt": b"400"})),
    Bad("tep-rong.xlsx", "empty_file", "", ("0 byte",), _bytes(b"")),
    Bad("qua-lon.xlsx", "too_big", "", ("1,5 MB", "1,0 MB"), _bytes(bytes(1_500_000))),
]
RENAMED = [
    Bad("xls-doi-ten.xlsx", "wrong_extension", "", (".xlsx", "97-2003", ".xls"), _renamed(xls, ".xls")),
    Bad("ods-doi-ten.xlsx", "wrong_extension", "", (".xlsx", ".ods"), _renamed(ods, ".ods")),
    Bad("xlsx-doi-ten.xls", "wrong_extension", "", (".xls", ".xlsx"), _renamed(xlsx, ".xlsx")),
]
BROKEN = [
    Bad("dut-giua-chung.xlsx", "broken", "", ("nguyên vẹn",), _truncated),
    Bad("trang-hong.xlsx", "broken", "", ("nguyên vẹn",), _bad_sheet),
    Bad("byte-hong.xlsx", "broken", "", ("nguyên vẹn",), _bad_checksum),
    Bad("ole-hong.xls", "broken", "", ("nguyên vẹn",), _bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))),
    Bad("mat-khau.xlsx", "encrypted", "", ("mật khẩu",), _bytes(_ole(bytes(64), "EncryptedPackage"))),
    Bad("mat-khau.xls", "encrypted", "", ("mật khẩu",), _locked_xls),
]
HOSTILE = [
    Bad("bom-nen.xlsx", "zip_bomb", "", ("9,0 MB", "8,0 MB"), _bomb),
    Bad("bom-thuc-the.xlsx", "broken", "", ("nguyên vẹn",), _entities),
    Bad("o-qua-xa.xlsx", "far_cell", f"{SPENT}!XFD1048576", ("XFD1048576", "2000 dòng"), _cells({"XFD1048576": 1})),
    Bad("o-qua-rong.xlsx", "far_cell", f"{SPENT}!XFD1", ("XFD1",), _cells({"XFD1": 1, "A1900": "x"})),
    Bad("qua-nhieu-dong.xlsx", "too_many_rows", f"{SPENT}!A2001", ("2001", "2000"), _many_rows),
    Bad("qua-nhieu-o.xlsx", "too_many_cells", "Nháp!", ("20000",), _many_cells),
    Bad("dong-lap.ods", "too_many_rows", "Chỉ tiêu!", ("1000009", "2000"), _repeated),
    Bad("lien-ket-ngoai.xlsx", "external_links", "", ("1 tệp", "dán thành giá trị"), _external, "warned"),
]
FILES = [*NOT_WORKBOOKS, *RENAMED, *BROKEN, *HOSTILE]
