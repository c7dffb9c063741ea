"""The old box of bytes that .xls, encrypted workbooks and Word's .doc come in ([MS-CFB]): its streams by name."""

import struct

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # this and above: no sector


class Box:
    """A compound file held in memory. Raises ValueError where it is not whole."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(MAGIC):
            raise ValueError("not a compound file")
        self._data = data
        shift = struct.unpack_from("<H", data, 30)[0]
        if shift not in (9, 12):
            raise ValueError("sector size")
        self._size = 1 << shift
        sectors = len(data) // self._size + 1
        listed = [s for s in struct.unpack_from("<109I", data, 76) if s < sectors]
        further = struct.unpack_from("<I", data, 68)[0]
        for _ in range(sectors):  # a broken file may lead in a circle
            if further >= sectors or len(listed) > sectors:
                break
            *more, further = struct.unpack(f"<{self._size // 4}I", self._sector(further))
            listed += [s for s in more if s < sectors]
        self._next = [n for s in listed for n in struct.unpack(f"<{self._size // 4}I", self._sector(s))]
        self.entries = dict(self._directory(struct.unpack_from("<I", data, 48)[0]))

    def stream(self, name: str) -> bytes:
        """A stream's bytes; b"" if there is none, or it is so small that it lies among the small ones (no workbook does)."""
        start, size = self.entries.get(name, (0, 0))
        return self._chain(start)[:size] if size >= 4096 else b""

    def _directory(self, start: int) -> list[tuple[str, tuple[int, int]]]:
        whole = self._chain(start)
        found = []
        for at in range(0, len(whole) - 127, 128):
            length, kind = struct.unpack_from("<HB", whole, at + 64)
            name = whole[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if kind == 2:
                found.append((name, struct.unpack_from("<2I", whole, at + 116)))
        return found

    def _chain(self, sector: int) -> bytes:
        parts: list[bytes] = []
        while sector < _END:
            if sector >= len(self._next) or len(parts) > len(self._next):
                raise ValueError("broken chain")
            parts.append(self._sector(sector))
            sector = self._next[sector]
        return b"".join(parts)

    def _sector(self, number: int) -> bytes:
        block = self._data[(number + 1) * self._size : (number + 2) * self._size]
        if len(block) < self._size:
            block = block.ljust(self._size, b"\0")  # writers may cut the last sector short
        return block
