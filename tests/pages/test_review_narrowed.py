"""What a narrowed report is called and leaves out, and that its sentences count as its tables list."""

from datetime import date

from pages.exports.paper import Paper
from pages.parts import attained
from pages.parts.report import review
from tests.pages import report_door
from tests.pages.test_review import END, part, texts


def made(home, on: date = END, **narrowed: str) -> Paper:
    with report_door.chosen(home, on, **narrowed) as chosen:
        return review.paper(chosen)


def test_a_narrowed_paper_has_a_file_name_of_its_own(samples_home):
    whole, narrowed = made(samples_home).name, made(samples_home, END, unit="SNNPTNT", source="NSTW").name
    assert (whole, narrowed) == ("bao-cao-giam-sat-2024-2024-12-31", "bao-cao-giam-sat-2024-2024-12-31-snnptnt-nstw")


def test_a_part_of_the_people_is_marked_and_counted_with_no_indicator(samples_home):
    table = next(table for section in made(samples_home).every_section() for table in section.tables if table.key == "chi-tieu")
    parts = table.answer["row_name"].str.contains(r"\(trong đó: ")
    assert parts.any() and attained.PART_OF in table.behind
    assert f"trong {int((~parts).sum())} chỉ tiêu có kế hoạch" in table.finding


def test_a_unit_alone_is_not_held_against_the_plan_of_the_whole_province(samples_home):
    said = " ".join(part(made(samples_home, END, unit="942"), "ke-hoach-giam-sat").said)
    assert "số đơn vị khác kế hoạch" not in said and ".0" not in said


def test_projects_without_an_indicator_are_named_once(samples_home):
    told = [text for text in texts(made(samples_home)) if "Chưa có chỉ tiêu nào gắn với" in text]
    assert len(told) == 1 and "(DA1)" in told[0]
