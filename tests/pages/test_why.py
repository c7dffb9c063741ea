"""Vì sao con số này?: from any figure on any page to the cells of the files as sent, which add up to it."""

import random
import urllib.parse
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from data.intake.archive import Archive
from data.store.reading import current_version, open_store
from pages.parts import choosing, formats, named, origins, why
from pages.parts.ask import ask
from queries import origin
from tests.pages.explained_at import ON, read
from tests.queries import asked as questions

PAGES = {  # every page with figures, and what opens more of them
    "pages/overview/overview.py": [{}],
    "pages/overview/exceptions.py": [{}],
    "pages/progress/disbursement.py": [{}, {"the": "Nguồn, loại, năm vốn"}, {"the": "Giao, phân bổ, giải ngân"}],
    "pages/targets/targets.py": [{}],
    "pages/compare/districts.py": [{}],
    "pages/units/profile.py": [{"don-vi": "941"}],
    "pages/project7/project7.py": [{}],
    "pages/reports/reporting.py": [{}],
    "pages/monitoring/monitoring.py": [{}],
    "pages/quality/quality.py": [{}],
    "pages/reconciliation/reconciliation.py": [{}],
}
OTHERWISE = {  # no figure of these is a sum: what they begin with is listed
    *("comparison/peers", "monitoring/scores", "reconciliation/syntheses", "reports/matrix", "reports/reminders", "units/reports"),
}
UNITS_OF_MONEY = (1, 1_000, 1_000_000, 1_000_000_000)
WITH_FIGURES = [name for name in questions.NAMES if not why.behind(name.replace("/", ".")).startswith("nothing")]


def doors(app) -> list[dict[str, str]]:
    """The addresses of the doors that a page drew."""
    drawn = [dict(urllib.parse.parse_qsl(link.proto.query_string)) for link in app.get("page_link")]
    return [address for address in drawn if why.QUESTION in address]


@cache
def _book(path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(path, data_only=True, keep_links=False)


def in_the_file(home: Path, made: pd.DataFrame) -> int:
    """Open the archived workbook of each cell: the text told and the amount read are what stands there. How many cells were looked at."""
    files = ask(origin.files, submissions=tuple(made["submission_id"].dropna().unique())).set_index("submission_id")
    placed = made[made["cell"].fillna("") != ""]
    for row in placed.itertuples():
        sent = files.loc[row.submission_id]
        path = Archive(home).file(sent.file_sha256, sent.suffix)
        if sent.suffix != ".xlsx":
            continue
        held = _book(path)[row.sheet][row.cell].value
        told = f"{held:%Y-%m-%d}" if isinstance(held, datetime) else str(held).strip()
        assert told == row.text or Decimal(told) == Decimal(row.text), (path.name, row.sheet, row.cell, held, row.text)
        if not formats.is_missing(row.amount_vnd) and isinstance(held, (int, float)):
            assert any(round(Decimal(str(held)) * unit) == row.amount_vnd for unit in UNITS_OF_MONEY), (row.cell, held, row.amount_vnd)
        elif isinstance(held, (int, float)) and row.part in ("result", "numerator", "denominator", "target", "estimated"):
            assert held == row.number
    return len(placed)


def test_thirty_figures_of_all_pages_end_in_the_right_cells_and_add_up(opened, home_opened):
    found = {}
    for page, ways in PAGES.items():
        for way in ways:
            state = {key: value for key, value in way.items() if key == "the"}
            app = opened(page, nam="2024", ngay=ON.isoformat(), **{k.replace("-", "_"): v for k, v in way.items() if k not in state})
            if state:
                app.session_state["the"] = state["the"]
                app.run()
            here = doors(app)
            assert here, f"{page}: no figure leads to what it follows from"
            found |= {(page, urllib.parse.urlencode(address)): address for address in here}
    chance = random.Random(5)
    addresses, cells, looked = list(found.values()), 0, 0
    chance.shuffle(addresses)
    for turn in range(300):
        if looked == 30:
            break
        wanted = read(addresses[turn % len(addresses)])
        answer = choosing.answer(wanted)
        row = choosing.row(answer, wanted) if wanted.row else answer.iloc[chance.randrange(len(answer))]
        figure = wanted.figure or chance.choice(choosing.figures(answer))
        if formats.is_missing(row[figure]) or not row[figure]:
            continue
        made = origins.made_of(wanted, row, figure)
        if made.empty:
            continue
        total = origins.added(made, percent=origins.is_indicator(row))
        if total is None:  # computed otherwise: what it begins with is listed, in its cells
            assert (made["term"] == "input").all()
        else:
            assert origins.agrees(total, row[figure], figure), (wanted.question, figure, row[figure], total)
        cells += in_the_file(home_opened, made)
        looked += 1
    assert looked == 30 and cells > 500


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_what_a_question_says_stands_behind_its_figures_adds_up_to_them(name, home_opened):
    """The line “Behind:” in the head of a question, held to every figure of one row of its answer: one that says most."""
    question = name.replace("/", ".")
    function = why.function_of(question)
    given = why.defaults(function) | questions.arguments(name, ON, open_store(home_opened, current_version(home_opened) or ""))
    wanted = why.Wanted(question, function, given | ({"by": "unit"} if "by" in given or name == "forecast/outlook" else {}), None, None)
    answer = choosing.answer(wanted)
    names = named.rows(answer, wanted)
    assert all(names) and len(set(names)) == len(names)  # a reader can tell the rows apart
    added = 0
    says = answer[choosing.figures(answer)].fillna(0).ne(0).sum(axis="columns")
    fullest = answer[says == says.max()]
    row = fullest.iloc[len(fullest) // 2]
    for figure in (figure for figure in choosing.figures(answer) if not formats.is_missing(row[figure])):
        made = origins.made_of(wanted, row, figure)
        total = origins.added(made, percent=origins.is_indicator(row))
        if total is not None:
            added += 1
            assert origins.agrees(total, row[figure], figure), (figure, dict(row[why.keys(question)]), row[figure], total)
    assert added or name in OTHERWISE


def test_the_page_says_the_whole_chain_and_offers_the_workbook(opened):
    app = opened(ngay=ON.isoformat(), nam="2024")
    metric = next(address for address in doors(app) if address[why.FIGURE] == "disbursed_share")
    for name in list(app.query_params):
        del app.query_params[name]
    for name, value in metric.items():
        app.query_params[name] = value
    app.switch_page(why.PAGE).run()
    for name, value in metric.items():
        app.query_params[name] = value
    app.run()
    told = "\n".join(m.value for m in app.markdown)
    assert "60,00%" in app.header[0].value
    assert "không phải trung bình cộng các tỷ lệ" in told
    assert "Cộng 165 ô = 68.566.000.000 đồng; mẫu số 165 ô = 114.277.000.000 đồng → 60,00%, bằng con số trên trang ✓" in told
    assert "Đối chiếu Kho bạc" in told and "quy tắc" in told and "disbursement.total" in told and "**Câu hỏi** `" not in told
    assert len(app.selectbox(key="vi-sao-mo-o").options) > 300  # every cell can be opened, not the first few alone
    cells, files = app.table[0].value, app.table[1].value
    assert {"Ghi trong ô", "Trang tính", "Ô", "So với Kho bạc"} <= set(cells.columns) and len(cells) == 50
    assert cells["Ghi trong ô"].str.endswith(" (triệu đồng)").all()
    assert (cells.loc[cells["Số liệu"] == "Kế hoạch vốn", "So với Kho bạc"] == "").all()
    assert {"Nhận lúc", "Tiếp nhận", "Mã tệp (SHA-256)"} <= set(files.columns)
    assert "line_at" in app.code[0].value


def test_a_figure_of_the_whole_that_shows_no_unit_has_no_chain():
    for withheld in ("disbursement.benchmark", "comparison.whole_curve"):
        assert why.behind(withheld).startswith("nothing, because the whole")


def test_another_figure_is_said_not_to_be_what_the_cells_add_up_to(home_opened):
    made = ask(origin.money, figure="planned_vnd", plan_year=2024, on=ON, unit="941", carried_over=False)
    total = origins.added(made)
    assert origins.agrees(total, int(total), "planned_vnd")
    assert not origins.agrees(total, int(total) + 1, "planned_vnd")
    assert not origins.agrees(origins.added(made.iloc[1:]), int(total), "planned_vnd")
