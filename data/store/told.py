"""What the rules across submissions say of some submissions, for the officer who has just received them."""

from pathlib import Path

from data.store.reading import current_version, open_store

MOST = 5  # sentences said of one file; the rest are counted

_SAID = """
select s.file_name, w.sheet, w.cell, w.sentence
from mart.warning w join mart.submission s on s.submission_id = w.submission_id
where w.scope = 'across' and w.submission_id in (select unnest($ids))
order by s.file_name, w.rule, w.sheet, length(w.cell), w.cell
"""


def across(home: Path, ids: list[str]) -> list[str]:
    """One Vietnamese line per finding, at most MOST for a file; [] when there is no store."""
    name = current_version(home)
    if name is None or not ids:
        return []
    lines = []
    for file_name, found in open_store(home, name).read(_SAID, ids=ids).groupby("file_name"):
        for row in found.head(MOST).itertuples():
            place = ", ".join(x for x in (f"trang “{row.sheet}”" if row.sheet else "", f"ô {row.cell}" if row.cell else "") if x)
            lines.append(f"so với số liệu khác: {file_name}{', ' + place if place else ''}: {row.sentence}")
        if len(found) > MOST:
            lines.append(f"so với số liệu khác: {file_name}: còn {len(found) - MOST} cảnh báo nữa.")
    return lines
