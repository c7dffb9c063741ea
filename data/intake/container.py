"""The file as a box of bytes: is it a workbook we can open, and is it safe to?"""

import zipfile
from pathlib import Path

from data.definitions.settings import Reading
from data.intake.problems import Unreadable

EXTENSIONS = (".xlsx", ".xlsm", ".xls", ".ods")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def inspect(path: Path, limits: Reading) -> str:
    """The kind of box: "ooxml", "ods" or "xls". Raises Unreadable with the one sentence that says why it cannot be opened."""
    suffix, size = path.suffix.lower(), path.stat().st_size
    if suffix not in EXTENSIONS:
        raise Unreadable(
            "extension", f"Không phải tệp Excel: tìm thấy đuôi “{suffix or 'không có'}”, cần .xlsx, .xlsm, .xls hoặc .ods.", found=suffix
        )
    if size == 0:
        raise Unreadable("empty_file", "Tệp rỗng: tìm thấy 0 byte, cần một tệp Excel có số liệu; hãy lưu lại và gửi lại.", found="0 byte")
    if size > limits.max_bytes:
        raise Unreadable(
            "too_big",
            f"Tệp quá lớn: tìm thấy {_mb(size)}, cần không quá {_mb(limits.max_bytes)}; hãy xóa trang, hình không dùng.",
            found=_mb(size),
        )
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(b"PK"):
        return _zip(path, suffix, limits)
    if head == _OLE:
        if _is_encrypted(path):
            raise Unreadable(
                "encrypted", "Tệp có mật khẩu: tìm thấy tệp đã mã hóa, cần tệp không đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại."
            )
        if suffix != ".xls":
            raise Unreadable(
                "wrong_extension",
                f"Đuôi tệp không đúng: tìm thấy “{suffix}” nhưng bên trong là Excel 97-2003, cần đuôi .xls hoặc lưu lại thành .xlsx.",
                found=suffix,
            )
        return "xls"
    raise Unreadable(
        "not_workbook",
        f"Không phải tệp Excel: đuôi là “{suffix}” nhưng bên trong không phải bảng tính; cần mở bằng Excel và lưu lại thành .xlsx.",
        found=suffix,
    )


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _zip(path: Path, suffix: str, limits: Reading) -> str:
    try:
        with zipfile.ZipFile(path) as box:
            names = set(box.namelist())
            unpacked = sum(i.file_size for i in box.infolist())
            encrypted = any(i.flag_bits & 1 for i in box.infolist())
            kind = box.read("mimetype")[:100] if "mimetype" in names and box.getinfo("mimetype").file_size < 200 else b""
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError):
        raise Unreadable(
            "broken", "Tệp hỏng: không mở được gói bên trong, cần tệp nguyên vẹn; hãy mở bằng Excel, lưu lại và gửi lại."
        ) from None
    if unpacked > limits.max_unpacked_bytes:
        raise Unreadable(
            "zip_bomb",
            f"Tệp nén bất thường: mở ra tới {_mb(unpacked)}, cần không quá {_mb(limits.max_unpacked_bytes)}; tệp không được đọc.",
            found=_mb(unpacked),
        )
    if encrypted:
        raise Unreadable("encrypted", "Tệp có mật khẩu: tìm thấy gói đã mã hóa, cần tệp không đặt mật khẩu.")
    if "xl/workbook.xml" in names:
        inner = "ooxml"
    elif b"opendocument.spreadsheet" in kind:
        inner = "ods"
    elif "xl/workbook.bin" in names:
        raise Unreadable("wrong_extension", "Tệp là Excel nhị phân (.xlsb): cần lưu lại thành .xlsx.", found=".xlsb")
    else:
        raise Unreadable(
            "not_workbook",
            "Không phải tệp Excel: bên trong gói không có bảng tính; cần mở bằng Excel và lưu lại thành .xlsx.",
            found=suffix,
        )
    if (inner == "ods") != (suffix == ".ods") or suffix == ".xls":
        raise Unreadable(
            "wrong_extension",
            f"Đuôi tệp không đúng: tìm thấy “{suffix}” nhưng bên trong là {'.ods' if inner == 'ods' else '.xlsx'}, cần sửa đuôi cho đúng.",
            found=suffix,
        )
    return inner


def _is_encrypted(path: Path) -> bool:
    """An OOXML workbook with a password is an OLE box holding a stream named EncryptedPackage (UTF-16 in its directory)."""
    return "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
