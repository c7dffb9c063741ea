"""The definitions an office can change: what is wrong in them is one sentence that names file, key and what is expected."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from data.definitions import SHIPPED, DefinitionsError, load

# file, text to replace, its replacement, what the sentence must name
MISTAKES = [
    ("programme.toml", 'code = "DA2"', 'code = "DA1"', ["programme.toml", "project.code", "DA1", "hai lần"]),
    ("programme.toml", 'lead = "SNNPTNT"', 'lead = "SXYZ"', ["programme.toml", "lead", "SXYZ", "units.csv"]),
    ("programme.toml", 'quick_project = "DA7"', 'quick_project = "DA9"', ["quick_project", "DA9"]),
    ("programme.toml", 'short_name = "Đa dạng hóa sinh kế"', 'shortname = "Đa dạng"', ["programme.toml", "project.1", "shortname"]),
    ("programme.toml", 'capital_types = ["DTPT", "SN"]', 'capital_types = ["VAY"]', ["capital_types", "VAY"]),
    ("programme.toml", 'name = "Chương trình', "name = Chương trình", ["programme.toml", "TOML"]),
    ("settings.toml", "low_share = 0.40", 'low_share = "bốn mươi"', ["settings.toml", "thresholds.low_share", "bốn mươi", "một số"]),
    ("settings.toml", "low_share = 0.40", "low_share = 40", ["thresholds.low_share", "40", "không quá 1"]),
    ("settings.toml", 'unit = "SLDTBXH"', 'unit = "ABC"', ["settings.toml", "receiving.unit", "ABC"]),
    ("settings.toml", 'signer = "Giám đốc"', 'nguoi_ky = "Giám đốc"', ["settings.toml", "papers.nguoi_ky"]),
    ("settings.toml", "max_rows = 20_000", "", ["settings.toml", "reading.max_rows", "còn thiếu"]),
    ("settings.toml", 'last_day = "31/01"', 'last_day = "31-1"', ["payment.last_day", "31-1"]),
    ("units.csv", "942,Huyện Châu Thành,Châu Thành,district,94", "942,Huyện Châu Thành,Châu Thành,district,99", ["units.csv", "942", "99"]),
    ("units.csv", "942,Huyện Châu Thành", "941,Huyện Châu Thành", ["units.csv", "941", "chồng nhau"]),
    ("units.csv", "942,Huyện Châu Thành,Châu Thành,district", "942,Huyện Châu Thành,Châu Thành,huyện", ["units.csv", "dòng 5", "kind"]),
    ("rounds.csv", "2024-06-14,2024-06-21", "2024-06-14,2024-06-01", ["rounds.csv", "2024-T06", "cut_off_on"]),
    ("rounds.csv", "2024-06-14,2024-06-21", "14/6/2024,2024-06-21", ["rounds.csv", "cut_off_on", "14/6/2024", "năm-tháng-ngày"]),
    ("rounds.csv", "2024-T05,tháng", "2024-T06,tháng", ["rounds.csv", "2024-T06", "hai lần"]),
    ("forms/plan.toml", 'type = "money"', 'type = "tiền"', ["forms/plan.toml", "type", "tiền"]),
    ("forms/disbursement.toml", 'field = "disbursed_vnd"', 'field = "assigned_vnd"', ["forms/", "assigned_vnd", "hai lần"]),
    ("forms/disbursement.toml", 'sum_of = ["paid_vnd"', 'sum_of = ["da_tra"', ["forms/disbursement.toml", "sum_of", "disbursed_vnd"]),
    ("forms/disbursement.toml", 'field = "capital_year"', 'field = "year"', ["forms/disbursement.toml", "capital_year", "default"]),
    ("forms/info.toml", 'kinds = ["publication"]', 'kinds = ["decision"]', ["forms/info.toml", "decision_number", "hai lần"]),
    ("programme.toml", 'code = "CHUNG"', 'code = "TATCA"', ["programme.toml", "breakdown", "TATCA", "CHUNG"]),
    ("programme.toml", 'code = "KHMER"', 'code = "NU"', ["programme.toml", "breakdown.code", "NU", "hai lần"]),
    ("indicators/kh-mohinh.toml", 'code = "KH-MOHINH"', 'code = "KH-XKLD"', ["indicators/", "KH-XKLD", "hai lần"]),
    ("indicators/kh-mohinh.toml", 'code = "KH-MOHINH"', 'code = "KH-MH"', ["indicators/kh-mohinh.toml", "tên tệp", "code"]),
    ("indicators/kh-mohinh.toml", 'groups = ["KH"]', 'groups = ["KHAC"]', ["indicators/kh-mohinh.toml", "groups", "KHAC", "DA7"]),
    ("indicators/kh-mohinh.toml", "position = 11", 'breakdowns = ["CHUNG"]\nposition = 11', ["breakdowns", "CHUNG", "NU"]),
    ("indicators/kh-mohinh.toml", 'component_code = "DA2"', 'component_code = "DA22"', ["kh-mohinh.toml", "component_code", "DA22"]),
    ("indicators/kh-mohinh.toml", '"targets.result"', '"targets.ketqua"', ["kh-mohinh.toml", "form_column", "targets.ketqua"]),
    ("indicators/kh-mohinh.toml", 'measure = "level"', 'measure = "reduction"', ["kh-mohinh.toml: direction = “down” đi với"]),
    ("indicators/kh-mohinh.toml", 'value = "count"', 'value = "đếm"', ["kh-mohinh.toml", "value", "đếm"]),
    ("indicators/ct-nuoc.toml", 'unit = "%"', 'unit = "hộ"', ["ct-nuoc.toml", "unit", "hộ", "%"]),
    ("succession.csv", "STTTT,SKHCN", "STTTT,SABC", ["succession.csv", "SABC"]),
    ("required_documents.csv", "QD-BCD,", "QD-TGS,", ["required_documents.csv", "QD-TGS", "hai lần"]),
    ("required_documents.csv", "SLDTBXH", "SABC", ["required_documents.csv", "QD-TGS", "of", "SABC"]),
    ("required_documents.csv", "*,05-31", "*,02-29", ["required_documents.csv", "dòng 8", "due", "02-29", "tháng-ngày"]),
    ("required_documents.csv", "*,05-31", "năm nay,05-31", ["required_documents.csv", "BC-GS6T", "plan_year", "năm nay"]),
    ("required_documents.csv", "03-31,*", "03-31,DA99", ["required_documents.csv", "HD-CM", "component", "DA99"]),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "definitions"
    shutil.copytree(SHIPPED, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


@pytest.mark.parametrize(("file", "right", "wrong", "named"), MISTAKES)
def test_a_mistake_is_one_sentence_that_names_it(folder: Path, file: str, right: str, wrong: str, named: list[str]) -> None:
    before = (folder / file).read_text(encoding="utf-8")
    assert right in before, "the case no longer changes anything"
    (folder / file).write_text(before.replace(right, wrong), encoding="utf-8")
    with pytest.raises(DefinitionsError) as said:
        load(folder)
    for word in named:
        assert word in str(said.value)


def test_definitions_without_indicators_are_read_too(folder: Path) -> None:
    shutil.rmtree(folder / "indicators")
    assert load(folder).indicators == ()
    older = Path("tests/real/quang_nam_2014/definitions")
    assert not (older / "indicators").exists()
    assert (load(older).indicators, load(older).programme.breakdown) == ((), [])


def test_every_shipped_indicator_names_its_text_its_author_and_a_file_of_its_own() -> None:
    d = load(SHIPPED)
    files = {path.stem for path in (SHIPPED / "indicators").glob("*.toml")}
    assert {i.code.lower() for i in d.indicators} == files
    assert len(files) > 20
    assert all(i.legal_basis and i.authored for i in d.indicators)
    assert {g.code for g in d.programme.indicator_group} == {g for i in d.indicators for g in i.groups}


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "extensions.csv").unlink()
    with pytest.raises(DefinitionsError, match=r"extensions\.csv"):
        load(folder)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DefinitionsError, match="Không thấy thư mục"):
        load(tmp_path / "nowhere")


def test_a_file_saved_by_excel_with_a_byte_order_mark_is_read(folder: Path) -> None:
    path = folder / "rounds.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(folder).rounds == load(SHIPPED).rounds


def test_a_file_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "units.csv").write_bytes("mã,tên\n".encode("utf-16"))
    with pytest.raises(DefinitionsError, match=r"units\.csv: không đọc được chữ"):
        load(folder)


def test_the_digest_follows_every_definition_and_nothing_else(folder: Path) -> None:
    before = load(folder).digest
    (folder / "notes.md").write_text("ghi chú", encoding="utf-8")
    assert load(folder).digest == before
    settings = folder / "settings.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("low_share = 0.40", "low_share = 0.45"), encoding="utf-8")
    assert load(folder).digest != before


def test_the_thirteen_components_are_the_leaves_and_seven_projects_add_them_up() -> None:
    programme = load(SHIPPED).programme
    assert len(programme.components) == 13
    assert len(programme.project) == 7
    assert {c.code for c in programme.components if not c.is_run} == {"DA1-TDA2", "DA5"}


def test_a_code_means_what_it_meant_on_the_day() -> None:
    d = load(SHIPPED)
    before, after = d.unit("31507", date(2025, 6, 30)), d.unit("31507", date(2025, 7, 1))
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("Phường 6", "Phường Sóc Trăng")
    first = d.unit("31522", date(2024, 8, 31)), d.unit("31522", date(2024, 9, 1))
    assert [u.name for u in first if u] == ["Phường 9", "Phường 1"]


def test_a_round_expects_the_units_valid_at_its_cut_off() -> None:
    d = load(SHIPPED)
    kinds = [u.kind for u in d.expected_units(d.rounds["2024-T06"])]
    assert (kinds.count("district"), kinds.count("department")) == (11, 4)
