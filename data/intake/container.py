"""The file as a box of bytes: is it a workbook we can open, and is it safe to?"""

import struct
import zipfile
import zlib
from pathlib import Path

from data.definitions.settings import Reading
from data.intake.ole import MAGIC, Box
from data.intake.problems import Unreadable

EXTENSIONS = (".xlsx", ".xlsm", ".xls", ".ods")


def inspect(path: Path, limits: Reading) -> str:
    """The kind of box: "ooxml", "ods" or "xls". Raises Unreadable with the one sentence that says why it cannot be opened."""
    suffix, size = path.suffix.lower(), path.stat().st_size
    if suffix not in EXTENSIONS:
        said = f"Không phải tệp Excel: tìm thấy đuôi “{suffix or 'không có'}”, cần .xlsx, .xlsm, .xls hoặc .ods."
        raise Unreadable("extension", said, found=suffix, expected=", ".join(EXTENSIONS))
    if size == 0:
        said = "Tệp rỗng: tìm thấy 0 byte, cần một tệp Excel có số liệu; hãy lưu lại và gửi lại."
        raise Unreadable("empty_file", said, found="0 byte")
    if size > limits.max_bytes:
        said = f"Tệp quá lớn: tìm thấy {_mb(size)}, cần không quá {_mb(limits.max_bytes)}; hãy xóa trang, hình không dùng."
        raise Unreadable("too_big", said, found=_mb(size), expected=_mb(limits.max_bytes))
    with path.open("rb") as file:
        head = file.read(1000)
    if head.startswith(b"PK"):
        return _zip(path, suffix, limits)
    if head.startswith(MAGIC):
        return _ole(path, suffix)
    raise _not_workbook(suffix, _content(head))


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _content(head: bytes) -> str:
    """What a file that is no workbook is instead, in words."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        return "tệp PDF"
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<div", b"<meta")):
        return "trang web (HTML)"
    if start.startswith(b"<?xml"):
        return "tệp XML"
    text = head.translate(None, bytes(range(32, 256)) + b"\t\r\n") == b""
    return "văn bản thường (như .csv)" if text else "dữ liệu lạ"


def _not_workbook(suffix: str, inside: str) -> Unreadable:
    said = f"Không phải tệp Excel: tìm thấy {inside} mang đuôi “{suffix}”, cần bảng tính; hãy mở bằng Excel và lưu lại thành .xlsx."
    return Unreadable("not_workbook", said, found=inside, expected="bảng tính")


def _wrong_extension(suffix: str, inside: str, right: str) -> Unreadable:
    said = f"Đuôi tệp không đúng: tìm thấy “{suffix}” nhưng bên trong là {inside}, cần {right}."
    return Unreadable("wrong_extension", said, found=suffix, expected=right)


def _encrypted() -> Unreadable:
    said = "Tệp có mật khẩu: tìm thấy tệp đã mã hóa, cần tệp không đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại."
    return Unreadable("encrypted", said, found="tệp đã mã hóa", expected="tệp không đặt mật khẩu")


def _broken() -> Unreadable:
    said = "Tệp hỏng: tìm thấy gói không mở được, cần tệp nguyên vẹn; hãy mở bằng Excel, lưu lại và gửi lại."
    return Unreadable("broken", said, found="gói không mở được", expected="tệp nguyên vẹn")


def _ole(path: Path, suffix: str) -> str:
    """An OLE box: Excel 97-2003 has a stream "Workbook", an OOXML workbook with a password one named "EncryptedPackage"."""
    try:
        names = set(Box(path.read_bytes()).entries)
    except (ValueError, struct.error):
        raise _broken() from None
    if "EncryptedPackage" in names:
        raise _encrypted()
    if not names & {"Workbook", "Book"}:
        inside = "tệp Word" if "WordDocument" in names else "dữ liệu lạ"
        raise _not_workbook(suffix, inside)
    if suffix != ".xls":
        raise _wrong_extension(suffix, "Excel 97-2003", "đuôi .xls hoặc lưu lại thành .xlsx")
    return "xls"


def _zip(path: Path, suffix: str, limits: Reading) -> str:
    try:
        with zipfile.ZipFile(path) as box:
            names = set(box.namelist())
            unpacked = sum(i.file_size for i in box.infolist())
            encrypted = any(i.flag_bits & 1 for i in box.infolist())
            kind = box.read("mimetype")[:100] if "mimetype" in names and box.getinfo("mimetype").file_size < 200 else b""
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error, zlib.error):
        raise _broken() from None
    if unpacked > limits.max_unpacked_bytes:
        most = _mb(limits.max_unpacked_bytes)
        said = f"Tệp nén bất thường: mở ra tới {_mb(unpacked)}, cần không quá {most}; tệp không được đọc."
        raise Unreadable("zip_bomb", said, found=_mb(unpacked), expected=most)
    if encrypted:
        raise _encrypted()
    if "xl/workbook.xml" in names:
        inner = "ooxml"
    elif b"opendocument.spreadsheet" in kind:
        inner = "ods"
    elif "xl/workbook.bin" in names:
        raise _wrong_extension(suffix, "Excel nhị phân (.xlsb)", "lưu lại thành .xlsx")
    else:
        raise _not_workbook(suffix, "gói nén khác")
    if (inner == "ods") != (suffix == ".ods") or suffix == ".xls":
        right = ".ods" if inner == "ods" else ".xlsx"
        raise _wrong_extension(suffix, right, f"sửa đuôi thành {right}")
    return inner
