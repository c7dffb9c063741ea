"""Opening a submitted file safely: the box is looked at here, its inside is read by a child process with limits."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

import orjson

from data.definitions.settings import Reading
from data.intake import container, grid
from data.intake.problems import Unreadable

_ROOT = Path(__file__).parents[2]
_SENTENCES = {
    "encrypted": "Tệp có mật khẩu: tìm thấy tệp đã mã hóa, cần tệp không đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại.",
    "broken": "Tệp hỏng: không đọc được bên trong, cần tệp nguyên vẹn; hãy mở bằng Excel, lưu lại thành .xlsx và gửi lại.",
    "too_many_rows": "Quá nhiều dòng: tìm thấy {found} dòng, cần không quá {max_rows}; hãy xóa các dòng trống có định dạng ở cuối trang.",
    "too_many_cells": "Quá nhiều ô: tìm thấy {found} ô, cần không quá {max_cells}; hãy chỉ giữ các trang của mẫu.",
    "far_cell": "Có ô ở quá xa bảng: tìm thấy ô {found}, cần số liệu trong {max_rows} dòng đầu, gần cột A; hãy xóa ô đó và gửi lại.",
    "too_much_memory": "Tệp mở ra quá lớn, vượt giới hạn bộ nhớ; cần tệp chỉ có các trang của mẫu.",
    "too_slow": "Tệp đọc quá {max_seconds:g} giây mà chưa xong; cần tệp chỉ có các trang của mẫu.",
}


class Opener:
    """Opens workbooks, one at a time, in a child process that is started when needed and replaced when it had to be killed."""

    def __init__(self, limits: Reading) -> None:
        self._limits = limits
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Opener":
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        if self._child:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def open(self, path: Path) -> grid.Book:
        """The workbook as a grid. Raises Unreadable with one sentence."""
        kind = container.inspect(path, self._limits)
        request = {"path": str(path), "kind": kind, "max_cells": self._limits.max_cells, "max_rows": self._limits.max_rows}
        answer = self._ask(orjson.dumps(request) + b"\n")
        if "book" in answer:
            return grid.from_json(answer["book"])
        rule, sheet, found, cell = answer["fault"]
        said = _SENTENCES[rule].format(found=found, **self._limits.model_dump())
        raise Unreadable(rule, said, sheet=sheet, cell=cell, found=found)

    def _ask(self, request: bytes) -> dict:
        child = self._child or self._start()
        timed_out = threading.Event()

        def give_up() -> None:
            timed_out.set()
            child.kill()

        clock = threading.Timer(self._limits.max_seconds, give_up)
        clock.start()
        try:
            child.stdin.write(request)  # type: ignore[union-attr]
            child.stdin.flush()  # type: ignore[union-attr]
            line = child.stdout.readline()  # type: ignore[union-attr]
        except OSError:  # the child is gone: the pipe is broken
            line = b""
        finally:
            clock.cancel()
        if line.endswith(b"\n"):
            return orjson.loads(line)
        code = child.wait()
        self.close()
        died = "too_much_memory" if code < 0 else "broken"  # ended by a signal (out of memory), or by an error nobody foresaw
        return {"fault": ["too_slow" if timed_out.is_set() else died, "", "", ""]}

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "data.intake.reader", str(self._limits.max_memory_bytes)]
        # Standard error is dropped: what a hostile file makes a parser print is nobody's business.
        self._child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env={**os.environ, "PYTHONPATH": str(_ROOT)},
        )
        return self._child
