"""How long a report of a hundred pages takes as .pdf and as .docx, and how much memory that needs."""

import resource
import subprocess
import sys
import time
from datetime import UTC, date, datetime

import pandas as pd

from bench.record import ROOT, Result

PAGES, LIMIT_SECONDS, LIMIT_MB = (
    100,
    20.0,
    1_000,
)  # safety limits: double the ten seconds a paper may take, and memory that one paper may take
TEMPLATE = ROOT / "data/definitions/papers/bao-cao-giam-sat.docx"
COLUMNS = ("unit_name", "component_code", "planned_vnd", "disbursed_vnd", "disbursed_share", "remaining_vnd", "cut_off_on")
SENTENCE = "Đến ngày chốt, đơn vị giải ngân thấp hơn mức chung; nguyên nhân nêu ở bảng dưới, phần vốn còn lại cần điều chuyển trong quý. "
TABLES, ROWS = 27, 115


def hundred_pages() -> Result:
    """Each format in a process of its own, which writes an invented report of about that length once."""
    told = [_written(ending) for ending in ("pdf", "docx")]
    return Result([line for line, _ in told], is_well=all(is_well for _, is_well in told))


def _written(ending: str) -> tuple[str, bool]:
    ran = subprocess.run([sys.executable, "-m", "bench.papers", ending], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if ran.returncode:
        return f"- A report as .{ending}: failed.", False
    pages, seconds, cpu, memory, size = (float(word) for word in ran.stdout.split())
    took = f"{seconds:.1f} s ({cpu:.1f} s of processor), {memory:.0f} MB at most, file {size:.0f} kB"
    return f"- A report of {pages:.0f} pages as .{ending}: {took}.", pages >= PAGES and seconds < LIMIT_SECONDS and memory < LIMIT_MB


def main(ending: str) -> None:
    """Print pages, seconds, seconds of processor, MB of memory at most (this process and its child), kB."""
    import pypdfium2

    from pages.exports import docx, pdf

    write = {"pdf": pdf.write, "docx": docx.write}[ending]
    paper, template = _report(), TEMPLATE.read_bytes()
    before, started = _cpu(), time.perf_counter()
    content = write(paper, template)
    seconds, cpu = time.perf_counter() - started, _cpu() - before
    memory = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 2**10
    pages = len(pypdfium2.PdfDocument(content if ending == "pdf" else pdf.write(paper, template)))
    print(pages, seconds, cpu, memory, len(content) / 2**10)


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _report():
    """Sections of sentences and long tables, as in a report on all units and components."""
    from pages.exports.paper import Office, Paper, Section, Stamp, Table

    on = date.fromordinal(datetime.now(UTC).toordinal())
    sections = tuple(
        Section(
            f"phan-{n}", f"{n + 1}. Phần", said=(SENTENCE * 3,) * 6, tables=(Table(f"bang-{n}", f"Bảng {n + 1}", COLUMNS, _rows(n, on)),)
        )
        for n in range(TABLES)
    )
    stamp = Stamp("toàn tỉnh", "mọi đơn vị", on, "0" * 12, "0" * 64, datetime.now(UTC), is_sample=True)
    office = Office("Ủy ban nhân dân tỉnh", "Sở", "Tỉnh", "Chương trình", ("Lưu: VT",), "Giám đốc", "S")
    return Paper("bao-cao", "Báo cáo", "Đo tốc độ", sections, stamp, office)


def _rows(table: int, on: date) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "unit_name": f"Đơn vị thứ {row % 15}",
            "component_code": f"DA{row % 7 + 1}-TDA{row % 3 + 1}",
            "planned_vnd": 10**9 * (row + 1) + 10**6 * table,
            "disbursed_vnd": 8 * 10**8 * (row + 1) + 10**6 * table,
            "disbursed_share": 0.8 + row / 1_000,
            "remaining_vnd": 2 * 10**8 * (row + 1),
            "cut_off_on": on,
        }
        for row in range(ROWS)
    )


if __name__ == "__main__":
    main(sys.argv[1])
