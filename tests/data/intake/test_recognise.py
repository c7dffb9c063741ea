"""Words to codes: units, communes, projects, dates, money units — however they are spelled, and only when they are sure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.intake import words
from data.intake.recognise import day_of, money_unit_of
from tests.data.intake.grids import definitions, recogniser

JUNE, OCTOBER, NEXT_YEAR = date(2024, 6, 14), date(2024, 10, 14), date(2025, 9, 30)


@pytest.mark.parametrize("text", ["943", "943.0", "Huyện Kế Sách", "HUYỆN  KẾ\nSÁCH", "ke sach", "943 - Huyện Kế Sách", "943: Kế Sách"])
def test_a_unit_is_known_by_code_name_and_short_name_however_spelled(text):
    assert recogniser().code("unit", text, JUNE) == "943"


def test_a_unit_that_has_ended_is_not_known_any_more():
    assert recogniser().code("unit", "Huyện Kế Sách", NEXT_YEAR) is None


def test_a_commune_is_known_in_its_district_and_on_its_day():
    assert recogniser().code("commune", "Phường 1", JUNE, "941") == "31513"
    assert recogniser().code("commune", "Phường 1", OCTOBER, "941") == "31522"
    assert recogniser().code("commune", "31513", OCTOBER, "941") is None
    assert recogniser().code("commune", "Phường 1", JUNE) is None  # three of them in the province


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("component", "DA4-TDA1", "DA4-TDA1"),
        ("component", "da4 tda1", "DA4-TDA1"),
        ("component", "Giám sát, đánh giá", "DA7-TDA2"),
        ("component", "DA99", None),
        ("fund_source", "Ngân sách TW", "NSTW"),
        ("fund_source", "đối ứng", "NSDP"),
        ("capital_type", "ĐTPT", "DTPT"),
        ("capital_type", "vốn sự nghiệp", "SN"),
        ("year", "Năm 2024", "2024"),
        ("year", "24", None),
        ("round", "Tháng 6/2024", "2024-T06"),
        ("state", "chính thức", "final"),
    ],
)
def test_codes_by_their_words(kind, text, code):
    assert recogniser().code(kind, text) == code


@pytest.mark.parametrize(
    "text", ["14/6/2024", "14-06-2024", "14.6.2024", "ngày 14 tháng 6 năm 2024", "Tính đến ngày 14/06/2024", "2024-06-14"]
)
def test_a_day_is_understood_day_before_month(text):
    assert day_of(text) == JUNE


@pytest.mark.parametrize("text", ["", "tháng 6", "31/02/2024", "14/6", "2024", "45457", "hôm qua"])
def test_what_is_no_day_is_not_guessed(text):
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Đơn vị tính: triệu đồng", "triệu đồng"),
        ("ĐVT: Tr.đ", "triệu đồng"),
        ("(1.000 đồng)", "nghìn đồng"),
        ("Đơn vị tính: 1.000.000 đồng", "triệu đồng"),
        ("ĐVT: ngàn đồng", "nghìn đồng"),
        ("Kế hoạch vốn (tỉ đồng)", "tỷ đồng"),
        ("Giải ngân lũy kế, triệu đồng", "triệu đồng"),
        ("ĐVT: VNĐ", "đồng"),
        ("Đơn vị tính: đồng", "đồng"),
        ("Đơn vị tính: USD", None),
        ("Đơn vị tính: 100 triệu đồng", None),
        ("Đơn vị tính: triệu đồng; tỷ đồng", None),
        ("Vốn ngân sách", None),
        ("Đơn vị: Công ty Phú Đông", None),
        ("Kế hoạch vốn hợp đồng", None),
        ("Đơn vị: huyện Triệu Phong", None),
    ],
)
def test_a_money_unit_is_known_when_it_is_said_and_never_guessed(text, unit):
    assert money_unit_of(text) == unit


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("TỔNG CỘNG", "tổng cộng"),
        ("Tổng số (I+II)", "tổng số"),
        ("I. Tổng", "tổng"),
        ("Cộng NSTW", "cộng"),
        ("- Trong đó:", "trong đó"),
        ("Toàn tỉnh", "toàn tỉnh"),
        ("tong cong", "tong cong"),
        ("Công trình nước sạch", None),
        ("Cộng đồng dân cư", None),
        ("Tổng hợp ngành", None),
        ("Tổng cục Thống kê", None),
        ("DA2", None),
    ],
)
def test_a_total_word_is_one_only_where_it_is_meant(text, word):
    assert words.total_word(text) == word


@given(st.text())
def test_two_spellings_of_the_same_words_have_the_same_key(text):
    assert words.key(words.key(text)) == words.key(text)
    assert words.key(f"  {text}\n") == words.key(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Nguån vèn", "TCVN3 (ABC)"), ("Nguoàn voán", "VNI"), ("Nguồn vốn", None), ("Xã Đại Hải", None), ("Fund source", None)],
)
def test_legacy_encodings_are_named_and_unicode_is_left_alone(text, name):
    expected = recogniser().known_words | {words.key(h) for f in definitions().forms.values() for c in f.column for h in c.header}
    found = words.legacy_encoding([text], expected)
    assert (found[0] if found else None) == name
