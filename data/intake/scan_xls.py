"""Looking through .xls beside the reading library: the records of Excel 97-2003 that say what is hidden, and errors ([MS-XLS])."""

import struct
from collections.abc import Iterator
from pathlib import Path

from data.intake.ole import Box
from data.intake.scan import Extra, Fault

_BOF, _EOF, _FORMULA, _ROW, _BOOLERR, _BOUNDSHEET, _FILEPASS, _COLINFO = 0x809, 0x0A, 0x06, 0x208, 0x205, 0x85, 0x2F, 0x7D
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_HIDDEN = 0x20


def scan(path: str) -> dict[str, Extra]:
    """Sheet name → its oddities. Raises Fault for a workbook with a password, ValueError for a broken one."""
    box = Box(Path(path).read_bytes())
    stream = box.stream("Workbook") or box.stream("Book")
    found = {}
    for kind, body in _records(stream, 0):
        if kind == _FILEPASS:
            raise Fault("encrypted")
        if kind == _BOUNDSHEET and len(body) > 8:
            start, length, wide = struct.unpack_from("<I", body)[0], body[6], body[7] & 1
            name = body[8 : 8 + length * (2 if wide else 1)].decode("utf-16-le" if wide else "latin-1", "replace")
            found[name] = _sheet(stream, start)
    return found


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream, up to its end mark."""
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, at)
        if kind == _EOF:
            return
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _sheet(stream: bytes, start: int) -> Extra:
    extra = Extra()
    for kind, body in _records(stream, start):
        if kind == _ROW and len(body) >= 16:
            row, flags = struct.unpack_from("<H10xH", body)
            if flags & _HIDDEN:
                extra.hidden_rows.add(row)
        elif kind == _COLINFO and len(body) >= 10:
            first, last, flags = struct.unpack_from("<2H4xH", body)
            if flags & 1:
                extra.hidden_columns.update(range(first, min(last, 255) + 1))
        elif kind == _BOOLERR and len(body) >= 8 and body[7]:
            extra.errors[struct.unpack_from("<2H", body)] = _ERRORS.get(body[6], "#N/A")
        elif kind == _FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2:
            extra.errors[struct.unpack_from("<2H", body)] = _ERRORS.get(body[8], "#N/A")
    return extra
