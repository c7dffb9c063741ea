"""Twelve published rows, sent as workbooks, as the pages say them: with state and source."""

import json
from typing import Any

from tests.pages.test_frame import said
from tests.real.published import MONEY, TABLE, made


def test_the_pages_say_the_twelve_rows(opened, aimed, tmp_path, definitions):
    year_end = {"home": made(tmp_path, definitions), "nam": "2024", "ngay": "2024-12-31"}
    drill = aimed(**year_end, chi_tieu="CT-NGHEO")
    page = opened("pages/targets/targets.py", **year_end)
    money = opened("pages/progress/disbursement.py", **year_end)
    for row in TABLE:
        where = money if row in MONEY else drill if row["chi_tieu"] == "CT-NGHEO" else page
        if row["phan_to"] == "KHMER":  # parts of the people stand apart, in a table
            line = next(line for line in _all(page).split("], [") if line.startswith("'Giảm hộ nghèo (trong đó: Khmer)'"))
            assert "'2,00', '—', 'điểm %'" in line and "chưa có kết quả" in line
        elif row["nam"] == "2024" and row["trang_thai"] != "preliminary":
            assert row["tren_man_hinh"] in _all(where), row
    assert "sơ bộ" in _all(drill) and "1,34" in _all(drill) and "lite.baomoi.com c51516980" in _all(drill)


def _all(app: Any) -> str:
    """Everything said on the page, with what stands in its charts and tables."""
    charts = " ".join(json.dumps(json.loads(chart.proto.spec), ensure_ascii=False) for chart in app.get("plotly_chart"))
    tables = " ".join(str(table.value.to_numpy().tolist()) for table in app.table)
    return " ".join([said(app), charts, tables])
