"""Bản chốt: a published store kept for good under the name of a meeting, with the Word templates of its day.

It lies in archive/frozen/<code>/ and is never written again; the journal's entry is what makes it so and holds its hash. A kill before that
entry leaves files that no list names, and the next freeze writes over them.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from data.definitions import load
from data.definitions.papers import paper, papers
from data.intake.archive import Archive
from data.store.reading import Store, digest_of, open_store, pointed_to
from data.store.refit import Otherwise, readable

LONGEST = 120  # letters of a name
STORE, PAPERS = "store.duckdb", "papers"


class NotFrozen(Exception):
    """Nothing was frozen; the text says why, in Vietnamese."""


class Altered(Exception):
    """A frozen version is gone, or is no longer what was frozen; the text says which, in Vietnamese."""


@dataclass(frozen=True)
class Frozen:
    """One frozen version. `code` is what addresses name it by; `digest` is the SHA-256 of the store, `papers` those of the templates."""

    code: str
    name: str
    at: datetime
    by: str
    plan_year: int
    on: date
    store_version: str
    figures_version: str
    digest: str
    submission_count: int
    papers: tuple[tuple[str, str], ...]


def freeze(home: Path, name: str, by: str, plan_year: int, on: date, at: datetime | None = None, wait_seconds: float = 600) -> Frozen:
    """Keep the store in force as it is. `on`: the cut-off of the meeting. Raises NotFrozen, archive.Busy."""
    archive, called = Archive(home), " ".join(name.split())
    with archive.writing(wait_seconds):
        known = listed(home)
        _may_be_frozen(called, by, known)
        file_name, digest = pointed_to(home)
        source = home / "stores" / (file_name or "")
        if not file_name or not source.exists() or digest_of(source) != digest:
            raise NotFrozen("Chưa có kho số liệu nguyên vẹn để chốt; chạy `python -m data build` rồi chốt lại.")
        store = open_store(home, file_name)
        if not len(store.read("select 1 from mart.cut_off where plan_year = $plan_year and cut_off_on = $on", plan_year=plan_year, on=on)):
            raise NotFrozen(f"Năm {plan_year} không có số liệu của ngày {on:%d/%m/%Y}; chọn một ngày chốt có báo cáo.")
        about = store.read(_ABOUT).iloc[0]
        code = str(len(known) + 1)
        folder = _folder(home, code)
        shutil.rmtree(folder, ignore_errors=True)
        (folder / PAPERS).mkdir(parents=True)
        _keep(source, folder / STORE)
        for each in papers():
            _write(folder / PAPERS / each, paper(each))
        kept = {path.name: digest_of(path) for path in sorted((folder / PAPERS).iterdir())}
        archive.append({
            "what": "frozen", "at": (at or datetime.now(UTC)).isoformat(), "by": by.strip(), "code": code, "name": called,
            "plan_year": plan_year, "cut_off_on": on.isoformat(), "sha256": digest_of(folder / STORE), "papers": kept,
            "store_version": store.version, "figures_version": about.figures_version, "submission_count": int(about.submission_count),
        })  # fmt: skip
    return listed(home)[0]


_ABOUT = """
select figures_version, (select count(*) from mart.submission where status = 'standing') as submission_count from mart.about
"""


def listed(home: Path) -> list[Frozen]:
    """Every frozen version, newest first."""
    entries = [e for e in Archive(home).entries() if e["what"] == "frozen"]
    return [
        Frozen(
            e["code"], e["name"], datetime.fromisoformat(e["at"]), e["by"], e["plan_year"], date.fromisoformat(e["cut_off_on"]),
            e["store_version"], e["figures_version"], e["sha256"], e["submission_count"], tuple(sorted(e["papers"].items())),
        )
        for e in reversed(entries)
    ]  # fmt: skip


def opened(home: Path, one: Frozen) -> Store:
    """The store of a frozen version, read-only, after its hash was found right. Raises Altered, reading.Damaged."""
    path = _folder(home, one.code) / STORE
    _unaltered(path, one.digest, one)
    try:
        return Store(readable(path, home / "stores", one.code, load()))
    except Otherwise as problem:
        said = f"Bản chốt “{one.name}” được lập bằng chương trình cũ; chương trình này tính khác ({problem}) nên không hiển thị"
        raise Altered(f"{said}. Cần mở bằng bản chương trình của ngày chốt.") from problem


def template(home: Path, one: Frozen, name: str) -> bytes:
    """A Word template as it was when a version was frozen; one that came later, as it is now. Raises Altered."""
    kept = dict(one.papers)
    if name not in kept:
        return paper(name)
    path = _folder(home, one.code) / PAPERS / name
    _unaltered(path, kept[name], one)
    return path.read_bytes()


def altered(home: Path) -> Sequence[str]:
    """One Vietnamese sentence per frozen version that is not what was frozen; none = all are whole."""
    found = []
    for one in listed(home):
        try:
            _unaltered(_folder(home, one.code) / STORE, one.digest, one)
            for name, digest in one.papers:
                _unaltered(_folder(home, one.code) / PAPERS / name, digest, one)
        except Altered as problem:
            found.append(str(problem))
    return found


def journal_size(home: Path) -> int:
    """Bytes of the journal, which only grows: the same again means that nothing was frozen meanwhile."""
    journal = Archive(home).journal
    return journal.stat().st_size if journal.exists() else 0


def files(home: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, time and size of every file kept; the same again means that none was touched meanwhile."""
    kept = sorted(path for path in (Archive(home).root / "frozen").rglob("*") if path.is_file())
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in kept)


def _may_be_frozen(name: str, by: str, known: list[Frozen]) -> None:
    if not name or not by.strip():
        raise NotFrozen("Cần tên của bản chốt (ví dụ: Giao ban tháng …) và tên người chốt.")
    if len(name) > LONGEST:
        raise NotFrozen(f"Tên bản chốt quá dài: {len(name)} ký tự, tối đa {LONGEST}; cần tên ngắn hơn.")
    if not name.isprintable() or not any(letter.isalnum() for letter in name):
        raise NotFrozen("Tên bản chốt cần có chữ hoặc số, không có ký tự không nhìn thấy.")
    if twin := next((one for one in known if one.name.casefold() == name.casefold()), None):
        raise NotFrozen(f"Đã có bản chốt “{twin.name}” ({twin.by} chốt ngày {twin.at:%d/%m/%Y}); cần một tên khác.")


def _folder(home: Path, code: str) -> Path:
    return Archive(home).root / "frozen" / code


def _unaltered(path: Path, digest: str, one: Frozen) -> None:
    if not path.exists():
        raise Altered(f"Bản chốt “{one.name}”: không thấy tệp {path.name}; cần khôi phục từ bản sao lưu của kho lưu trữ.")
    if digest_of(path) != digest:
        raise Altered(f"Bản chốt “{one.name}”: tệp {path.name} không còn đúng như lúc chốt; cần khôi phục từ bản sao lưu của kho lưu trữ.")


def _keep(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    target.chmod(0o444)


def _write(target: Path, content: bytes) -> None:
    target.write_bytes(content)
    target.chmod(0o444)
