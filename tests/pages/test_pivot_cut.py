"""A pivot's choice and its address: one says the other, and whatever an address says wrongly is a sentence, never a fault."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.parts.pivot import address
from pages.parts.pivot.shape import (
    MOST_COLUMNS,
    MOST_ROWS,
    SUBJECT_OF,
    Cut,
    Sort,
    changed,
    gathers_carried_over,
    kept,
    narrowing,
    offered,
    unnamed,
    usual_rows,
)
from queries.defined import DIMENSIONS, MEASURES, SUBJECTS

CODES = ("A", "b.c", "2030-06-30", "x-1", "")  # "" is the code of what has none
MEMBERS = dict.fromkeys(DIMENSIONS, CODES)
AGAINST = ("nam-truoc", "ky-truoc", "2030-06-30", "2029.2029-12-31", "ban.1")


@st.composite
def cuts(draw: st.DrawFn) -> Cut:
    """Every choice that goes together."""
    measures = tuple(draw(st.lists(st.sampled_from(list(SUBJECT_OF)), min_size=1, max_size=4, unique=True)))
    axes = draw(st.lists(st.sampled_from(offered(measures)), max_size=MOST_ROWS + MOST_COLUMNS, unique=True))
    cut_at = draw(st.integers(max(0, len(axes) - MOST_COLUMNS), min(MOST_ROWS, len(axes))))
    rows, columns = tuple(axes[:cut_at]), tuple(axes[cut_at:])
    members = st.lists(st.sampled_from(CODES), min_size=1, unique=True).map(tuple)
    narrowed = draw(st.lists(st.sampled_from(narrowing(measures, rows + columns) or ("",)), max_size=3, unique=True))
    return Cut(
        measures,
        rows,
        columns,
        {code: draw(members) for code in narrowed if code},
        against=draw(st.sampled_from((None, *AGAINST))),
        sort=Sort(
            draw(st.sampled_from((None, *measures))),
            tuple(draw(st.lists(st.sampled_from(CODES), max_size=len(columns)))),
            draw(st.booleans()),
        ),
        top=draw(st.none() | st.integers(1, address.MOST)),
        part=draw(st.sampled_from((None, "row", "column", "all"))),
        heat=draw(st.booleans()),
        chart=draw(st.booleans()),
    )


def read(**told: str) -> address.Read:
    return address.read({key.replace("_", "-"): word for key, word in told.items()}, MEMBERS, AGAINST)


@settings(max_examples=100, deadline=None)
@given(cuts())
def test_a_choice_is_what_its_address_says(cut: Cut) -> None:
    again = address.read(address.written(cut), MEMBERS, AGAINST)
    assert again.cut == cut
    assert len(again.faults) == sum(len(unnamed(subject, cut)) for subject in cut.subjects), again.faults


@settings(max_examples=100, deadline=None)
@given(cuts())
def test_an_address_is_short_ascii_that_a_way_back_can_carry(cut: Cut) -> None:
    for key, word in address.written(cut).items():
        assert key in address.KEYS
        assert word
        assert (key + word).isascii()
        assert "~" not in key + word


WORDS = [MEASURES[code].key for code in SUBJECT_OF] + [one.key for one in DIMENSIONS.values()] + [*CODES, *AGAINST, "0", "7", "co", "hang"]


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(address.KEYS), st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=5).map(",".join), max_size=6
    )
)
def test_whatever_an_address_says_becomes_a_choice_that_goes_together(told: dict[str, str]) -> None:
    cut, _ = address.read(told, MEMBERS, AGAINST)
    assert cut.measures
    assert len(cut.rows) <= MOST_ROWS
    assert len(cut.columns) <= MOST_COLUMNS
    assert len(set(cut.axes)) == len(cut.axes)
    assert set(cut.axes) <= set(offered(cut.measures))
    assert set(cut.kept) <= set(narrowing(cut.measures, cut.axes))
    assert address.read(address.written(cut), MEMBERS, AGAINST).cut == cut


def test_an_address_that_says_nothing_shows_money_by_unit() -> None:
    assert read() == (Cut(("planned_vnd", "disbursed_vnd", "disbursed_share"), ("unit",)), ())
    assert address.written(Cut()) == {}


@pytest.mark.parametrize(
    ("told", "sentence", "left"),
    [
        ({"cac_so": "vang,giai-ngan"}, "cac-so=vang", {"measures": ("disbursed_vnd",)}),
        ({"cac_so": "vang"}, "cac-so=vang", {}),
        ({"dong": "don-vi,nguon,loai,khoi"}, "nhiều nhất 3 chiều", {"rows": ("unit", "fund_source", "capital_type")}),
        ({"cot": "nguon,loai,khoi"}, "nhiều nhất 2 chiều", {"columns": ("fund_source", "capital_type")}),
        ({"dong": "don-vi,don-vi"}, "chỉ đặt được một lần", {}),
        ({"dong": "don-vi", "cot": "don-vi"}, "đã đặt ở hàng", {}),
        ({"dong": "ky"}, "không có chiều Kỳ báo cáo", {}),
        ({"dong": "sao-hoa"}, "dong=sao-hoa", {}),
        ({"loc_nguon": "XYZ"}, "loc-nguon=XYZ", {}),
        ({"loc_ky": "A"}, "không có chiều Kỳ báo cáo", {}),
        ({"loc_ngay_chot": "2030-06-30"}, "chọn ở cột bên trái", {}),
        ({"so_sanh": "2030-02-31"}, "so-sanh=2030-02-31", {}),
        ({"so_sanh": "ban.99"}, "so-sanh=ban.99", {}),
        ({"dau": "-3"}, "dau=-3", {}),
        ({"dau": "0"}, "dau=0", {}),
        ({"dau": "²"}, "dau=²", {}),
        ({"dau": "9" * 5_000}, "từ 1 đến 1000", {}),
        ({"xep": "so-vuong-mac"}, "xep=so-vuong-mac", {}),
        ({"xep": "giai-ngan", "xep_cot": "A"}, "xep-cot=A", {"sort": Sort("disbursed_vnd")}),
        ({"ty_trong": "tat-ca"}, "ty-trong=tat-ca", {}),
        ({"to_mau": "do"}, "to-mau=do", {}),
    ],
)
def test_what_an_address_says_wrongly_is_said_and_left_out(told: dict[str, str], sentence: str, left: dict[str, object]) -> None:
    cut, faults = read(**told)
    assert cut == replace(Cut(), **left)
    assert len(faults) == 1
    assert sentence in faults[0]


def test_no_rows_can_be_asked_for() -> None:
    assert read(dong="khong") == (Cut(rows=()), ())
    assert address.written(Cut(rows=())) == {"dong": "khong"}


def test_subjects_together_are_cut_by_what_all_of_them_have() -> None:
    both = ("disbursed_vnd", "attainment_share", "received_count")
    assert offered(both) == ("unit", "kind", "plan_year")
    assert "fund_source" not in narrowing(both, ("unit",))


def test_a_level_says_that_its_indicator_is_missing_and_can_be_named() -> None:
    cut, faults = read(cac_so="giai-ngan,muc-dat", dong="don-vi")
    assert len(faults) == 1
    assert faults[0].startswith("Mức đạt chưa hiện: không cộng qua Chỉ tiêu.")
    assert "indicator" in narrowing(cut.measures, cut.axes)
    assert read(cac_so="giai-ngan,muc-dat", dong="don-vi", loc_chi_tieu="A").faults == ()
    assert len(read(cac_so="giai-ngan,muc-dat", dong="don-vi", loc_chi_tieu="A,x-1").faults) == 1


def test_a_table_of_indicators_has_them_in_its_lines_where_nobody_said() -> None:
    assert read(cac_so="muc-dat").cut.rows == ("indicator",)
    assert changed(Cut(), measures=("attainment_share",)).rows == ("indicator",)
    assert changed(Cut(rows=("kind",)), measures=("planned", "achieved")).rows == ("kind",)  # what was chosen stays, and is said not to fit
    assert changed(Cut(measures=("attainment_share",), rows=("indicator",)), measures=("disbursed_vnd",)).rows == ("unit",)


def test_a_top_n_is_by_the_first_figure_until_another_order_is_chosen() -> None:
    assert changed(Cut(), top=5).sort.measure == "planned_vnd"
    assert changed(changed(Cut(), top=5), top=None).sort.measure is None
    by_rate = Cut(top=5, sort=Sort("disbursed_share"))
    assert changed(by_rate, top=3).sort.measure == "disbursed_share"
    assert changed(by_rate, measures=("disbursed_vnd",)).sort.measure == "disbursed_vnd"
    assert changed(Cut(columns=("kind",), sort=Sort("planned_vnd", ("A",))), columns=()).sort == Sort("planned_vnd")


@pytest.mark.parametrize(
    ("cut", "counts", "gathers"),
    [
        (Cut(), ("no",), False),
        (Cut(kept={"carried_over": ("yes",)}), ("yes",), False),
        (Cut(kept={"carried_over": ("no", "yes")}), ("no", "yes"), True),
        (Cut(rows=("carried_over",)), None, True),
        (Cut(rows=("capital_year",)), None, True),
        (Cut(kept={"capital_year": ("2029",)}), None, False),
        (Cut(kept={"capital_year": ("2029", "2030")}), None, True),
        (Cut(("expected_count",)), ("no",), False),
    ],
)
def test_only_this_years_capital_counts_until_carried_over_capital_is_asked_for(
    cut: Cut, counts: tuple[str, ...] | None, gathers: bool
) -> None:
    assert kept(SUBJECTS["money"], cut).get("carried_over") == counts
    assert gathers_carried_over(cut) == gathers


def test_every_measure_is_of_one_subject_and_every_key_means_one_thing() -> None:
    of = [code for subject in SUBJECTS.values() for code in subject.measures if MEASURES[code].key]
    assert len(of) == len(set(of)) == len(SUBJECT_OF)
    for told in ([MEASURES[code].key for code in of], [one.key for one in DIMENSIONS.values()]):
        assert len(set(told)) == len(told)
    assert all(usual_rows((code,))[0] in offered((code,)) for code in of)
