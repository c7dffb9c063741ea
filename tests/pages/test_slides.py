"""Bản trình chiếu: the review meeting's slides say what the pages say, at every view, or which section is not ready."""

import io
from datetime import date
from itertools import combinations

import pytest
from pptx import Presentation

from pages.exports import pptx
from pages.exports.paper import Unready
from pages.parts import formats
from pages.parts.headings import HEADINGS
from pages.parts.report import review, slides, slides_curve, slides_money, slides_results
from queries import disbursement, meetings, monitoring, obstacles, targets
from tests import plain
from tests.pages import report_door
from tests.pages.test_review import MARKS, counts, part, texts

NOVEMBER, END = date(2024, 11, 15), date(2024, 12, 31)
VIEWS = [{}, {"unit": "SLDTBXH"}, {"unit": "944", "component": "DA7-TDA1"}, {"source": "NSTW"}]


@pytest.mark.parametrize("narrowed", VIEWS, ids=lambda view: "-".join(view.values()) or "all")
def test_the_slides_of_every_view_say_its_money_and_stand_within_their_edges(samples_home, narrowed):
    with report_door.chosen(samples_home, NOVEMBER, **narrowed) as chosen:
        paper = slides.paper(chosen)
    figures = plain.read(samples_home).figures(2024, NOVEMBER, counts(narrowed))
    told = (
        f"giải ngân {formats.million(figures.disbursed)}/{formats.million(figures.compared)} triệu đồng, đạt {formats.share(figures.share)}"
    )
    assert told in part(paper, "so-chinh").heading
    assert (formats.share(figures.share), formats.million(figures.disbursed)) == tuple(
        part(paper, "so-chinh").tables[0].answer["figure_told"][:2]
    )
    curve = part(paper, "luy-ke").chart.answer
    assert curve["now_share"].dropna().iloc[-1] == pytest.approx(float(figures.share))
    for text in texts(paper):
        assert not MARKS.search(text), text
    for section in paper.every_section():
        assert all(set(table.columns) <= HEADINGS.keys() & set(table.answer.columns) for table in section.tables)
    for slide in Presentation(io.BytesIO(pptx.write(paper))).slides:
        boxes = [(shape.left, shape.top, shape.left + shape.width, shape.top + shape.height) for shape in slide.shapes]
        assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= 12_192_000 and box[3] <= 6_858_000 for box in boxes)
        assert all(a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1] for a, b in combinations(boxes, 2))


def test_the_slides_come_in_the_order_of_the_meeting(samples_home):
    with report_door.chosen(samples_home, NOVEMBER) as chosen:
        before = slides.paper(chosen)
    with report_door.chosen(samples_home, END) as chosen:
        after = slides.paper(chosen)
    of_money = [slides_money.OVERVIEW, slides_money.DISBURSEMENT, slides_money.WEAK]
    every = [*of_money, slides_results.TARGETS, slides_results.DISTRICTS, slides_results.MONITORING, slides.NEXT]
    assert [section.heading for section in before.sections] == every
    assert [section.heading for section in after.sections] == [slides.LAST, *every]
    assert before.sections[-1].blanks and all(
        "đơn vị nào, làm việc gì, xong trước ngày nào" in blank for blank in before.sections[-1].blanks
    )


def test_the_last_meeting_comes_first_with_what_became_of_its_conclusions(samples_home, asked):
    with report_door.chosen(samples_home, END) as chosen:
        section = part(slides.paper(chosen), "cuoc-hop-truoc")
    rows = asked(meetings.conclusions, today=END)
    done, late = int((rows["stage"] == "done").sum()), int(rows["is_overdue"].sum())
    assert len(rows) == 5 and f"{done}/5 việc xong" in section.heading and f"{late} quá hạn" in section.heading
    assert list(section.tables[0].answer["task"]) == list(rows["task"])


def test_charts_have_the_figures_of_their_questions(samples_home, asked):
    with report_door.chosen(samples_home, NOVEMBER) as chosen:
        paper = slides.paper(chosen)
        money = chosen.money
    projects = asked(disbursement.by_project, **money).dropna(subset=["planned_vnd"])
    drawn = part(paper, "du-an").chart
    assert dict(zip(drawn.answer["short_name"], drawn.answer["disbursed_share"], strict=True)) == dict(
        zip(projects["short_name"], projects["disbursed_share"], strict=True)
    )
    assert list(drawn.answer["disbursed_share"]) == sorted(drawn.answer["disbursed_share"], reverse=True)
    causes = asked(obstacles.by_money, plan_year=2024, on=NOVEMBER)
    assert list(part(paper, "nguyen-nhan").chart.answer["held_up_vnd"]) == list(causes["held_up_vnd"])
    ranking = part(paper, "xep-hang").chart.answer
    units = asked(disbursement.by_unit, **money).set_index("unit_code")["disbursed_share"]
    assert len(ranking) == 11 and list(ranking["disbursed_share"]) == list(units[ranking["unit_code"]])
    province = asked(targets.province, plan_year=2024, on=NOVEMBER)
    shares = set(part(paper, "muc-dat").chart.answer["attainment_share"].dropna())
    assert shares and shares <= set(province["attainment_share"])
    overdue = asked(monitoring.recommendations, today=NOVEMBER)
    assert len(part(paper, "qua-han").tables[0].answer) == int(overdue["is_overdue"].sum()) == 3


def test_the_curve_has_both_years_on_one_calendar_and_is_hollow_where_units_are_missing(samples_home, asked):
    with report_door.chosen(samples_home, NOVEMBER) as chosen:
        points, before = asked(disbursement.curve, **chosen.money), asked(disbursement.curve, **chosen.whole_year_before)
    rows = slides_curve.frame(points, before, 2024, 0.95).set_index("cut_off_on")
    assert (
        list(rows["now_share"].dropna()) == list(points["disbursed_share"]) and rows.index.is_unique and rows.index.is_monotonic_increasing
    )
    assert rows["before_share"].dropna().iloc[-1] == before["disbursed_share"].iloc[-1]
    assert rows.loc["2024-04-14", "now_share_is_partial"] and not rows.loc["2024-11-15", "now_share_is_partial"]
    assert [rows.loc[day, "even_share"] for day in ("2024-01-01", "2024-12-31")] == [0, 1]


def test_a_department_is_not_ranked_and_a_district_stands_among_the_others(samples_home):
    with report_door.chosen(samples_home, NOVEMBER, unit="SLDTBXH") as chosen:
        assert slides_results.DISTRICTS not in [section.heading for section in slides.paper(chosen).sections]
    with report_door.chosen(samples_home, NOVEMBER, unit="944") as chosen:
        names = part(slides.paper(chosen), "xep-hang").chart.answer["ranked_name"]
    assert len(names) == 11 and [name for name in names if name.startswith("→")] == [name for name in names if "Mỹ Tú" in name]


def test_on_a_home_with_few_reports_and_early_in_the_year_there_are_slides_all_the_same(thin_home, samples_home):
    with report_door.chosen(thin_home, date(2024, 6, 14)) as chosen:
        thin = slides.paper(chosen)
    assert "chưa có báo cáo" in " ".join(part(thin, "xep-hang").chart.answer["label"])
    assert len(pptx.write(thin)) > 10_000
    with report_door.chosen(samples_home, date(2024, 1, 14)) as chosen:
        early = slides.paper(chosen)
    assert "0,00%" in part(early, "luy-ke").heading


def test_where_nothing_is_planned_the_slides_are_not_made_and_the_section_is_named(samples_home):
    with report_door.chosen(samples_home, NOVEMBER, component="DA5") as chosen, pytest.raises(Unready) as told:
        slides.paper(chosen)
    assert told.value.empty == [slides_money.DISBURSEMENT] and not told.value.failed


def test_targets_on_slides_are_those_of_the_report_and_their_title_says_of_how_many(samples_home):
    with report_door.chosen(samples_home, END) as chosen:
        of_slides = part(slides.paper(chosen), "chi-tieu").tables[0]
        of_report = next(t for s in review.paper(chosen).every_section() for t in s.tables if t.key == "chi-tieu")
    assert list(of_slides.answer["row_name"]) == list(of_report.answer["row_name"])
    judged = int((~of_slides.answer["row_name"].str.contains("trong đó: ")).sum())
    assert f"/{judged} chỉ tiêu khó đạt hoặc chưa đạt" in of_slides.finding


def test_what_lags_alone_is_a_sentence_beside_its_neighbours_and_no_slide_of_one_row(samples_home):
    with report_door.chosen(samples_home, END) as chosen:
        paper = slides.paper(chosen)
    told = [section for section in paper.every_section() if any("thấp hơn mức chung từ 10 điểm %: " in said for said in section.said)]
    assert [section.key for section in told] == ["so-chinh", "tieu-du-an"]
    assert not any(
        section.key.startswith("cham-") and len(section.tables[0].answer) == 1 for section in paper.every_section() if section.tables
    )
    assert sum("đã hết năm ngân sách" in text.lower() for text in texts(paper)) == 0  # the table of figures says it, once
