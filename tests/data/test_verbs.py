"""The verbs as an officer runs them: receive, receipt, withdraw, restore, close, reopen, recheck, template; samples kept apart."""

import shutil
from pathlib import Path

import pytest

from data.definitions import Definitions
from data.intake import receipt, template
from data.intake.archive import Archive, Submission, submissions
from data.store.reading import current_version, open_store
from tests import verbs

ROUND, UNIT = "2024-T06", "943"


def report(path: Path, d: Definitions, disbursed: int, unit: str = UNIT, nature: str | None = None) -> Path:
    key = {"component_code": "DA2", "fund_source": "NSTW", "capital_type": "SN", "capital_year": 2024}
    info = {
        "kind": "own",
        "unit_code": unit,
        "round_code": ROUND,
        "cut_off_on": d.rounds[ROUND].cut_off_on,
        "state": "final",
        "nature": nature,
    }
    rows = {
        "plan": [key | {"assigned_vnd": 2_000_000_000}],
        "disbursement": [key | {"disbursed_vnd": disbursed}],
        "obstacles": [],
        "targets": [{"indicator_code": "KH-HOCNGHE", "result": 5}],
    }
    template.write(path, d, kind="own", info=info, rows=rows)
    return path


def known(home: Path) -> list[Submission]:
    return submissions(Archive(home).entries())


def disbursed(home: Path) -> int | None:
    name = current_version(home)
    assert name is not None
    found = open_store(home, name).read("select sum(disbursed_vnd)::bigint as total from mart.money")["total"][0]
    return None if found != found or found is None else int(found)


def test_the_life_of_a_report(tmp_path: Path, definitions: Definitions) -> None:
    home = tmp_path / "home"
    first, second = report(tmp_path / "a.xlsx", definitions, 500_000_000), report(tmp_path / "b.xlsx", definitions, 600_000_000)
    assert "tiếp nhận: 1" in verbs.must("receive", str(first), home=home).stdout
    assert disbursed(home) == 500_000_000

    again = verbs.must("receive", str(first), home=home).stdout
    assert "đã nhận ngày" in again
    assert "không có gì thay đổi" in again

    verbs.must("receive", str(second), home=home)
    assert [(s.version, s.status) for s in known(home)] == [(1, "superseded"), (2, "standing")]
    assert disbursed(home) == 600_000_000

    verbs.must("withdraw", known(home)[1].submission_id, "--reason", "gửi nhầm", home=home)
    assert [s.status for s in known(home)] == ["standing", "withdrawn"]
    assert disbursed(home) == 500_000_000
    assert "khôi phục" in verbs.must("receive", str(second), home=home).stdout

    verbs.must("restore", known(home)[1].submission_id, "--reason", "bản đúng", home=home)
    assert disbursed(home) == 600_000_000
    entries = Archive(home).entries()
    assert [(e["what"], e["by"], e.get("reason")) for e in entries[2:]] == [
        ("withdrawn", "Người kiểm thử", "gửi nhầm"),
        ("restored", "Người kiểm thử", "bản đúng"),
    ]


def test_a_report_after_closing_is_kept_and_waits(tmp_path: Path, definitions: Definitions) -> None:
    home = tmp_path / "home"
    verbs.must("receive", str(report(tmp_path / "a.xlsx", definitions, 500_000_000)), home=home)
    verbs.must("close", ROUND, home=home)
    late = verbs.must("receive", str(report(tmp_path / "b.xlsx", definitions, 700_000_000)), home=home)
    assert "chờ mở lại kỳ" in late.stdout
    assert known(home)[1].status == "waiting"
    assert disbursed(home) == 500_000_000
    verbs.must("reopen", ROUND, "--reason", "bổ sung", home=home)
    assert disbursed(home) == 700_000_000


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("withdraw", "khong-co", "--reason", "x"), "Không có lần nộp"),
        (("close", "2024-X"), "Không có kỳ"),
        (("reopen", ROUND, "--reason", "x"), "không đóng"),
        (("receive", "khong-co.xlsx"), "Không thấy khong-co.xlsx"),
        (("template", "--round", ROUND, "--unit", "999"), "không yêu cầu đơn vị"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    ran = verbs.run(*words, home=tmp_path / "home")
    assert ran.returncode == 2
    assert said in ran.stdout
    assert "Traceback" not in ran.stderr


def test_nobody_receives_without_a_name(tmp_path: Path, definitions: Definitions) -> None:
    ran = verbs.run("receive", str(report(tmp_path / "a.xlsx", definitions, 1)), home=tmp_path / "home", DASHBOARD_OPERATOR="")
    assert ran.returncode == 2
    assert "DASHBOARD_OPERATOR" in ran.stdout


@pytest.mark.parametrize(("here", "sent"), [("Số liệu minh họa", None), (None, "Số liệu minh họa")])
def test_samples_and_real_reports_never_share_a_home(tmp_path: Path, definitions: Definitions, here: str | None, sent: str | None) -> None:
    home = tmp_path / "home"
    verbs.must("receive", str(report(tmp_path / "a.xlsx", definitions, 5_000_000, nature=here)), home=home)
    ran = verbs.run("receive", str(report(tmp_path / "b.xlsx", definitions, 6_000_000, unit="944", nature=sent)), home=home)
    assert ran.returncode == 1
    assert "DASHBOARD_HOME=" in ran.stdout
    assert disbursed(home) == 5_000_000


def test_the_receipt_says_who_what_when_and_how_much_in_words(tmp_path: Path, definitions: Definitions) -> None:
    home = tmp_path / "home"
    verbs.must("receive", str(report(tmp_path / "a.xlsx", definitions, 1_005_000_000)), home=home)
    s = known(home)[0]
    handed_out = (home / "receipts" / f"{s.submission_id}.txt").read_text(encoding="utf-8")
    for words in ("Huyện Kế Sách", "Tháng 6/2024", "Bản số: 1", s.file_sha256, "1.005.000.000 đồng (Một tỷ không trăm lẻ năm triệu đồng)"):
        assert words in handed_out
    assert verbs.must("receipt", s.submission_id, home=home).stdout.strip() == handed_out.strip()


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không"),
        (15, "Mười lăm"),
        (21_015, "Hai mươi mốt nghìn không trăm mười lăm"),
        (102_408_000_000, "Một trăm lẻ hai tỷ bốn trăm lẻ tám triệu"),
        (1_000_000_001, "Một tỷ không trăm lẻ một"),
        (10_005, "Mười nghìn không trăm lẻ năm"),
    ],
)
def test_totals_in_words(amount: int, words: str) -> None:
    assert receipt.in_words(amount) == words


def test_recheck_says_what_todays_rules_would_change_and_changes_nothing(tmp_path: Path, definitions: Definitions) -> None:
    home, changed = tmp_path / "home", tmp_path / "definitions"
    verbs.must("receive", str(report(tmp_path / "a.xlsx", definitions, 3_000_000_000)), home=home)
    assert known(home)[0].outcome == "warned"
    before = Archive(home).digest()
    assert "0 lần nộp" in verbs.must("recheck", home=home).stdout
    shutil.copytree(definitions.folder, changed, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    with (changed / "settings.toml").open("a", encoding="utf-8") as file:
        file.write('overspent = "refuse"\n')
    ran = verbs.must("recheck", home=home, DASHBOARD_DEFINITIONS=str(changed))
    assert "nay sẽ trả lại" in ran.stdout
    assert Archive(home).digest() == before


def test_the_blank_workbook_of_the_next_round_holds_the_last_plan(tmp_path: Path, definitions: Definitions) -> None:
    home = tmp_path / "home"
    verbs.must("receive", str(report(tmp_path / "a.xlsx", definitions, 500_000_000)), home=home)
    verbs.must("template", "--round", "2024-T07", "--unit", UNIT, "--to", str(tmp_path / "out"), home=home)
    ran = verbs.must("receive", str(tmp_path / "out" / "2024-T07_943.xlsx"), home=home)
    assert "trả lại" not in ran.stdout
    assert known(home)[1].totals == {"assigned_vnd": 2_000_000_000}


def test_all_blank_workbooks_of_a_round(tmp_path: Path) -> None:
    verbs.must("template", "--round", ROUND, "--all", "--to", str(tmp_path / "out"), home=tmp_path / "home")
    assert len(list((tmp_path / "out").glob("*.xlsx"))) == 15
