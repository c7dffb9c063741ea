"""What differs between two versions: every kind of change with its cause, and nothing between a version and itself."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data.definitions import Definitions
from data.store import frozen
from data.store.reading import Scope, Store, current_version, open_store
from pages.parts import differing, replaced
from pages.parts.differing import Three
from queries import about, disbursement, reports, versions
from tests.data.store.office import A, B, C, Office

NEW_YEAR, JUNE, JULY = date(2024, 1, 1), date(2024, 6, 14), date(2024, 7, 14)
AIM = "KH-HOCNGHE"


class Compared:
    """The version frozen in June beside what stands in July."""

    def __init__(self, home: Path) -> None:
        (one,) = frozen.listed(home)
        self.then = frozen.opened(home, one)
        self.now = open_store(home, current_version(home) or "")
        self.everyone = Scope(tuple(about.units(self.now, Scope(()))["unit_code"]))

    def ask(self, store: Store, question: Any, **asked: Any) -> pd.DataFrame:
        return question(store, self.everyone, plan_year=2024, **asked)

    def three(self, question: Any) -> Three:
        return Three(self.ask(self.then, question, on=JUNE), self.ask(self.now, question, on=JUNE), self.ask(self.now, question, on=JULY))


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory, definitions: Definitions) -> Compared:
    """A freeze in June; after it a resubmission, a new round, a withdrawn report, adjusted plans and a plan for what had none."""
    office = Office(tmp_path_factory.mktemp("office"), definitions)
    plan = {unit: {A: 1000, B: 500} for unit in ("943", "944", "945", "946")}
    office.send(
        office.decision("01", NEW_YEAR, plan), office.targets("01a", NEW_YEAR, [{"unit_code": "943", "indicator_code": AIM, "planned": 10}])
    )
    reached = {unit: {"targets": [{"indicator_code": AIM, "result": n}]} for unit, n in (("943", 5), ("943 again", 8))}
    first = [office.report(unit, "2024-T06", spent=spent, more=reached.get(unit)) for unit, spent in
             {"943": {A: 100, B: 50}, "944": {A: 200}, "945": {A: 300, B: 10}, "946": {A: 400, C: 70}}.items()]  # fmt: skip
    sent = office.send(*first)
    office.build()
    frozen.freeze(office.home, "Giao ban tháng 6", "Thư ký", 2024, JUNE)
    office.send(
        office.report("943", "2024-T06", spent={A: 150}, more=reached["943 again"]),
        office.targets("02a", date(2024, 7, 1), [{"unit_code": "943", "indicator_code": AIM, "planned": 20}]),
        office.report("944", "2024-T07", spent={A: 260}),
        office.decision("02", date(2024, 6, 1), {"943": {A: {"assigned_vnd": 1000, "adjusted_vnd": 1200}}}),
        office.decision("03", date(2024, 7, 1), {"944": {B: {"assigned_vnd": 500, "adjusted_vnd": 700}}, "946": {C: 90}}),
    )
    office.take_back(sent[2])
    office.build()
    return Compared(office.home)


def test_every_figure_that_differs_is_told_with_both_its_parts_and_no_other(compared: Compared):
    rows = differing.money(compared.three(versions.lines))
    found = {
        (r.unit_code, r.component_code, r.figure): (r.before_vnd, r.after_vnd, r.corrected_vnd, r.moved_vnd)
        for r in rows.astype(object).where(rows.notna(), None).itertuples()
    }
    assert found == {
        ("943", A.component, "planned_vnd"): (1000, 1200, 200, 0),
        ("943", A.component, "disbursed_vnd"): (100, 150, 50, 0),
        ("943", B.component, "disbursed_vnd"): (50, None, -50, 0),
        ("944", A.component, "disbursed_vnd"): (200, 260, 0, 60),
        ("944", B.component, "planned_vnd"): (500, 700, 0, 200),
        ("945", A.component, "disbursed_vnd"): (300, None, -300, 0),
        ("945", B.component, "disbursed_vnd"): (10, None, -10, 0),
        ("946", C.component, "planned_vnd"): (None, 90, 0, 90),
        ("946", C.component, "disbursed_vnd"): (None, 70, 0, 70),
        ("946", C.component, "unplanned_disbursed_vnd"): (70, None, 0, -70),
    }
    assert list(rows["change_vnd"].abs()) == sorted(rows["change_vnd"].abs(), reverse=True)


def test_each_cause_names_the_submissions_and_its_changes_add_up_to_those_of_the_headline(compared: Compared):
    rows, aims = differing.money(compared.three(versions.lines)), differing.attainments(compared.three(versions.attainments))
    heads = [compared.ask(store, disbursement.total, on=on) for store, on in ((compared.then, JUNE), (compared.now, JULY))]
    totals = differing.totals(rows, *heads).set_index("figure")
    assert (totals["after_vnd"].fillna(0) - totals["before_vnd"].fillna(0) == totals["change_vnd"]).all()
    assert totals["change_vnd"].to_dict() == {"planned_vnd": 490, "disbursed_vnd": -180, "unplanned_disbursed_vnd": -70}
    causes = differing.causes(rows, aims)
    assert causes["disbursed_change_vnd"].sum() == -180 and causes["plan_change_vnd"].sum() == 490
    assert causes["line_count"].sum() == len(rows)  # no line of these has both parts
    assert causes["aim_count"].sum() == aims["is_corrected"].sum() + aims["is_moved"].sum()
    known = replaced.files(
        *(compared.ask(store, versions.submissions, on=on) for store, on in ((compared.then, JUNE), (compared.now, JULY)))
    )
    rows_of = dict(list(replaced.causes(causes, known).groupby("unit_code")))
    told = {code: " | ".join(part["part_told"] + ": " + part["cause_told"]) for code, part in rows_of.items()}
    assert "Sửa số của ngày trước: nộp lại Tháng 6/2024 (số đến 14/06/2024), bản 1 → 2" in told["943"]
    assert "Sửa số của ngày trước: 02 (hiệu lực 01/06/2024) thay 01 (hiệu lực 01/01/2024)" in told["943"]
    assert set(rows_of["943"]["received_by"].dropna()) == {"Người nhận"} and rows_of["943"]["received_told"].notna().any()
    assert "Đến kỳ này: báo cáo Tháng 7/2024 (số đến 14/07/2024) bản 1 thay báo cáo Tháng 6/2024 (số đến 14/06/2024) bản 1" in told["944"]
    assert "Sửa số của ngày trước: không còn báo cáo Tháng 6/2024" in told["945"] and "Người rút rút lúc" in told["945"]
    assert "Đến kỳ này: có thêm 03 (hiệu lực 01/07/2024)" in told["946"]
    shortly = dict(zip(zip(rows["unit_code"], rows["figure"], strict=True), replaced.shortly(rows, known, causes), strict=True))
    assert (
        shortly["943", "disbursed_vnd"] == "nộp lại Tháng 6/2024, bản 1 → 2" and shortly["944", "disbursed_vnd"] == "báo cáo Tháng 7/2024"
    )
    of_aims = dict(
        zip(zip(aims["unit_short_name"], aims["indicator_code"], strict=True), replaced.shortly(aims, known, causes), strict=True)
    )
    summed = [words for (unit, _), words in of_aims.items() if unit == "Toàn tỉnh"]
    assert any("Mỹ Tú (" in words or "Kế Sách (" in words for words in summed) and not any("danh mục" in words for words in summed)
    with_money, idle = replaced.split(causes)
    assert len(with_money) + len(idle) == len(causes)
    counted = sum(int(part.split()[0]) for part in replaced.kinds(with_money, known).split("; "))
    assert counted == len(with_money) and "1 lần nộp lại" in replaced.kinds(with_money, known)


def test_a_difference_names_the_cell_it_stood_in_and_the_one_it_stands_in(compared: Compared):
    rows = differing.money(compared.three(versions.lines))
    row = rows[(rows["unit_code"] == "944") & (rows["figure"] == "disbursed_vnd")].iloc[0]
    for step, store, amount in (("former", compared.then, 200), ("later", compared.now, 260)):
        said = store.read(
            "select amount_vnd from mart.source where submission_id = $submission and sheet = $sheet and cell = $cell",
            submission=row[f"{step}_submission"], sheet=row[f"{step}_sheet"], cell=row[f"{step}_cell"],
        )  # fmt: skip
        assert list(said["amount_vnd"]) == [amount]


def test_a_result_sent_again_and_a_target_set_anew_are_told_apart(compared: Compared):
    aims = differing.attainments(compared.three(versions.attainments)).set_index(["unit_code", "indicator_code"])
    own = aims.loc[("943", AIM)]
    steps = [tuple(own[f"{at}_{figure}"] for figure in ("planned", "achieved", "attainment_share")) for at in differing.STEPS]
    assert steps == [(10, 5, 0.5), (10, 8, 0.8), (20, 8, 0.4)] and own["is_corrected"] and own["is_moved"]
    assert own["former_submission"] != own["again_submission"] == own["later_submission"] and own["again_other"] != own["later_other"]
    money = aims[(aims.index.get_level_values("unit_code") == "945") & aims["former_achieved"].notna()]
    assert len(money) and money["later_achieved"].isna().any()  # counted from the report that was withdrawn


def test_counts_of_reports_differ_where_one_came_or_went(compared: Compared):
    former, later = (
        reports.by_round(store, compared.everyone, plan_year=2024, today=on) for store, on in ((compared.then, JUNE), (compared.now, JULY))
    )
    rows = differing.reports(former, later).set_index("round_code")
    assert (rows.loc["2024-T06", "received_count_before"], rows.loc["2024-T06", "received_count_after"]) == (4, 3)
    assert rows.loc["2024-T07", "received_count_after"] == 1 and pd.isna(rows.loc["2024-T07", "received_count_before"])
    assert differing.reports(later, later).empty


def test_nothing_differs_between_a_version_and_itself(compared: Compared):
    for question, between in ((versions.lines, differing.money), (versions.attainments, differing.attainments)):
        answer = compared.ask(compared.now, question, on=JULY)
        assert len(answer) and between(Three(answer, answer.copy(), answer.copy())).empty
    nothing = [answer.head(0) for answer in (compared.ask(compared.now, q, on=JULY) for q in (versions.lines, versions.attainments))]
    changed = [f(Three(a, a, a)) for f, a in zip((differing.money, differing.attainments), nothing, strict=True)]
    assert differing.causes(*changed).empty and all(rows.empty for rows in changed)
