"""Numbers as people type them: what is written comes back, what may mean two things is not guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.intake import numbers
from pages.parts import formats

VI, EN = numbers.VIETNAMESE, numbers.ENGLISH
dong = st.integers(min_value=-(10**14), max_value=10**14)


def written(value: Decimal, places: int, convention: str, thousands: bool = True) -> str:
    text = f"{value:,.{places}f}" if thousands else f"{value:.{places}f}"
    return text.translate(str.maketrans(",.", ".,")) if convention == VI else text


@given(dong, st.integers(0, 6), st.sampled_from([VI, EN]), st.booleans())
def test_an_amount_written_in_a_convention_is_parsed_to_itself(amount, places, convention, thousands):
    value = Decimal(amount).scaleb(-places)
    parsed = numbers.parse(written(value, places, convention, thousands), convention)
    assert parsed == numbers.Amount(value, places)


@given(st.integers(min_value=0, max_value=10**14))
def test_an_amount_as_the_screen_formats_it_is_parsed_to_itself(vnd):
    shown = formats.million(vnd)
    parsed = numbers.parse(shown, VI)
    assert parsed is not None
    places = 0 if vnd >= 10**6 or vnd == 0 else 3
    assert abs(parsed.value * 10**6 - vnd) <= Decimal(10**6).scaleb(-places) / 2


@given(st.integers(min_value=0, max_value=10**8).map(lambda million: million * 10**6))
def test_whole_million_dong_formatted_and_parsed_are_the_same(vnd):
    parsed = numbers.parse(formats.million(vnd), VI)
    assert parsed is not None
    assert parsed.value * 10**6 == vnd


@given(st.integers(0, 100_000).map(lambda n: Decimal(n) / 10_000))
def test_a_rate_formatted_and_parsed_is_the_same(share):
    parsed = numbers.parse(formats.share(share).removesuffix("%"), VI)
    assert parsed is not None
    assert parsed.value / 100 == share


@given(st.integers(min_value=0, max_value=10**11), st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_spaces_between_thousands_read_alike_in_both_conventions(amount, space):
    text = f"{amount:,}".replace(",", space)
    assert {m.value for m in numbers.readings(text).values()} == {Decimal(amount)}


@given(st.floats(min_value=-1e9, max_value=1e9, allow_nan=False))
def test_a_numeric_cell_keeps_the_fifteen_digits_of_a_spreadsheet(value):
    assert float(numbers.of_cell(value).value) == pytest.approx(value, rel=1e-14)


def test_binary_noise_is_not_a_digit():
    assert numbers.of_cell(0.1 + 0.2) == numbers.Amount(Decimal("0.3"), 1)
    assert numbers.of_cell(1500.0) == numbers.Amount(Decimal(1500), 0)
    assert numbers.of_cell(1.234567891) == numbers.Amount(Decimal("1.234567891"), 9)  # tỷ đồng, to the đồng


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("1.234", 1234, "1.234"),
        ("1,234", "1.234", 1234),
        ("1.234.567", 1234567, None),
        ("1,234,567", None, 1234567),
        ("1.234,5", "1234.5", None),
        ("1,234.5", None, "1234.5"),
        ("12,5", "12.5", None),
        ("1234.567", None, "1234.567"),
        ("0.123", None, "0.123"),
        ("(5)", -5, -5),
        ("-5", -5, -5),
        ("−5", -5, -5),
        ("1 234 567,8", "1234567.8", None),
        ("1234", 1234, 1234),
    ],
)
def test_what_a_text_can_mean(text, vi, en):
    meant = {c: m.value for c, m in numbers.readings(text).items()}
    assert meant == {c: Decimal(str(v)) for c, v in ((VI, vi), (EN, en)) if v is not None}


@pytest.mark.parametrize(
    "text", ["", "abc", "12 34", "1.23.456", "1,2,3", "--5", "5%", "1.234đ", "١٢", "²", "1e5", "12/5", "1." * 100, "(5", "5-"]
)
def test_what_is_no_number_has_no_meaning(text):
    assert numbers.readings(text) == {}


def test_the_sheets_unambiguous_cells_decide_the_ambiguous_one():
    convention = numbers.convention_of(["1.234", "12,5", "chữ"])
    assert convention == VI
    assert numbers.parse("1.234", convention) == numbers.Amount(Decimal(1234), 0)
    assert numbers.parse("1.234", numbers.convention_of(["0.5"])) == numbers.Amount(Decimal("1.234"), 3)


def test_where_nothing_decides_nothing_is_guessed():
    assert numbers.convention_of(["1.234", "5", "2,345"]) is None
    assert numbers.parse("1.234", None) is None


def test_where_both_are_written_the_more_frequent_stands_and_the_other_is_not_understood():
    convention = numbers.convention_of(["1,5", "2,5", "3.5"])
    assert convention == VI
    assert numbers.parse("3.5", convention) is None


@given(st.text(max_size=60))
def test_no_text_makes_reading_numbers_fail(text):
    assert set(numbers.readings(text)) <= {VI, numbers.ENGLISH}
