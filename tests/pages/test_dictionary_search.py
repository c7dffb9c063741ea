"""Searching the dictionary: how people type, what comes first, and what is offered to who mistyped."""

import unicodedata

import pytest

from pages.parts.dictionary import found, words


def labels(hits):
    return [entry.label for entry in hits]


def first(everything, typed):
    return found.hits(everything, typed)[0]


def test_an_entry_is_found_without_diacritics_in_any_case_and_composed_either_way(everything):
    for typed in ("giai ngan", "GIAI NGAN", "Giải ngân", unicodedata.normalize("NFD", "giải ngân"), "  giai   ngan "):
        assert first(everything, typed).code == "disbursed_vnd", typed
    assert "Mức đạt" in labels(found.hits(everything, "dat"))[:3]
    assert "Mức đạt" in labels(found.hits(everything, "muc đat"))
    assert first(everything, "don vi").code == "unit"


def test_every_entry_is_found_by_its_own_name_and_code_typed_without_diacritics(everything):
    for entry in everything:
        for typed in (entry.label, entry.code):
            assert found.hits([entry], words.folded(typed)[: found.LONGEST])


def test_names_come_before_texts_and_what_was_typed_with_diacritics_before_what_was_not(everything):
    hits = found.hits(everything, "kho bac")
    named = ["kho bac" in words.folded(entry.label) for entry in hits]
    assert named == sorted(named, reverse=True)
    assert True in named
    assert False in named
    marked = ["đạt" in f"{entry.label} {entry.text}".lower() for entry in found.hits(everything, "đạt")]
    assert marked == sorted(marked, reverse=True)
    assert first(everything, "report").code == "mart.report"


def test_every_word_typed_must_be_met_and_punctuation_finds_nothing(everything):
    assert {"ty", "le", "nhan"} <= set(words.folded(first(everything, "nhan ty le").text + first(everything, "nhan ty le").label).split())
    assert found.hits(everything, "giai ngan zzz") == []
    assert found.hits(everything, "%%%") == []
    assert found.hits(everything, " ") == everything


@pytest.mark.parametrize("typed", ["so TT&TT", "<b>x</b> $a$", "TT&TT", "& $ %"])
def test_what_is_typed_in_one_piece_is_met_in_one_piece_and_short_leftovers_are_no_beginnings(everything, typed):
    assert found.hits(everything, typed) == []


def test_a_word_of_one_or_two_letters_is_met_whole_and_a_longer_one_by_its_beginning(everything):
    pieces = [words.folded(f"{entry.label} {entry.code} {entry.text}") for entry in found.hits(everything, "tu")]
    assert pieces
    assert all("tu" in found.words(piece) for piece in pieces)
    assert first(everything, "gia ngan").code == "disbursed_vnd"
    decided = found.hits(everything, "90/QĐ-TTg")
    assert decided
    assert all("90/qđ-ttg" in entry.text.lower() for entry in decided)


def test_an_exact_code_comes_first_and_behind_it_only_what_names_it(everything):
    for code in ("mart.money", "planned_vnd", "PLANNED_VND", "last_on", "unit"):
        assert found.is_code(first(everything, code), code), code
    for entry in found.hits(everything, "mart.money"):
        assert "mart.money" in f"{entry.code} {entry.text}"


def test_every_code_alone_leads_to_its_entry(everything):
    assert [entry.code for entry in everything if not found.is_code(first(everything, entry.code), entry.code)] == []


def test_what_is_mistyped_suggests_what_may_have_been_meant_and_that_is_found(everything):
    meant = {"giải ngâm": "giải ngân", "ty le giai ngam": "tỷ lệ giải ngân", "disbursd_vnd": "disbursed_vnd", "mart.mony": "mart.money"}
    for typed, wanted in meant.items():
        assert found.hits(everything, typed) == []
        assert "giải ngân ở" not in [one.lower() for one in found.near(everything, typed)], "no more words than needed"
        suggested = found.near(everything, typed)
        assert suggested[0].lower() == wanted
        assert len(suggested) <= found.SUGGESTED
        assert all(found.hits(everything, one) for one in suggested)
    assert found.near(everything, "giảingân")[0].lower() == "giải ngân"
    assert found.near(everything, "zzz qqq") == []
    assert found.near(everything, "%%%") == []
