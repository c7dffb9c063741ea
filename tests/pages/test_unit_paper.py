"""Hồ sơ đơn vị on paper: every unit has one, with its own money, its reports and what waits for it."""

from datetime import date
from pathlib import Path

import pytest

from pages.exports.paper import Unready
from pages.parts.formats import million, share
from pages.parts.headings import HEADINGS
from pages.parts.report import unit, waiting
from tests import plain
from tests.pages import report_door
from tests.pages.test_review import MARKS, counts, part, texts

END = date(2024, 12, 31)
TASK = "Hoàn thành hồ sơ thanh toán khối lượng đã nghiệm thu, gửi Kho bạc trước 15/12 (minh họa)"


@pytest.fixture(scope="module")
def archive(samples_home: Path) -> plain.Archive:
    return plain.read(samples_home)


@pytest.mark.parametrize("code", ["943", "945", "SLDTBXH"])
def test_a_profile_says_the_units_own_money(samples_home, archive, code):
    with report_door.chosen(samples_home, END, unit=code) as chosen:
        paper = unit.paper(chosen)
    figures = archive.figures(END.year, END, counts({"unit": code}))
    told = f"giải ngân {million(figures.disbursed)}/{million(figures.compared)} triệu đồng, đạt {share(figures.share)} kế hoạch vốn"
    assert told in part(paper, "von").said[0]
    assert part(paper, "von").tables[0].answer["disbursed_vnd"].sum() == figures.disbursed
    for text in texts(paper):
        assert not MARKS.search(text), text
    for section in paper.every_section():
        assert all(set(table.columns) <= HEADINGS.keys() & set(table.answer.columns) for table in section.tables)


def test_only_a_unit_with_figures_of_communes_has_a_section_on_them(samples_home):
    keys = {}
    for code in ("943", "SYT"):
        with report_door.chosen(samples_home, END, unit=code) as chosen:
            keys[code] = [section.key for section in unit.paper(chosen).sections]
    assert "xa" in keys["943"]
    assert "xa" not in keys["SYT"]


def test_what_waits_for_a_unit_is_listed_with_its_day(samples_home):
    with report_door.chosen(samples_home, END, unit="944") as chosen:
        told = [tuple(row) for row in waiting.tasks(chosen).itertuples(index=False)]
    assert [(what, day.date()) for what, day, _ in told] == [
        ("Văn bản: Kế hoạch giám sát, đánh giá Chương trình trong năm", date(2024, 3, 31)),
        ("Kiến nghị: Bố trí đủ vốn đối ứng, nêu rõ nguồn trong nghị quyết dự toán", date(2024, 12, 15)),
        (f"Kết luận cuộc họp: {TASK}", date(2024, 12, 15)),
    ]
    assert [standing for *_, standing in told] == [
        "thiếu", "quá hạn 16 ngày; lặp lại tồn tại của năm 2023", "quá hạn 16 ngày, đang làm",
    ]  # fmt: skip


def test_a_report_not_sent_waits_for_the_unit(samples_home):
    with report_door.chosen(samples_home, date(2024, 4, 14), unit="945") as chosen:
        assert "Báo cáo kỳ Tháng 4/2024" in set(waiting.tasks(chosen)["task_told"])


def test_without_money_there_is_no_profile_and_without_a_unit_neither(samples_home):
    with report_door.chosen(samples_home, END, unit="SYT", component="DA1") as chosen, pytest.raises(Unready) as told:
        unit.paper(chosen)
    assert told.value.empty == ["Vốn và giải ngân"]
    with report_door.chosen(samples_home, END) as chosen, pytest.raises(ValueError, match="cần chọn một đơn vị"):
        unit.paper(chosen)
