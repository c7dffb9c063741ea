"""Tiếp nhận báo cáo: what waits can be taken or given back with a reason, each round shows what was received, and who may see what."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.intake.archive import Archive
from data.intake.receive import Intake
from pages.parts import viewer
from pages.parts.tell import intake as door
from tests import reception
from tests.data.intake.grids import definitions

PAGE = "pages/intake/receiving.py"
TABS = ("Đã nhận", "So hai bản", "Quyết định", "Biểu trống", "Đóng, mở kỳ")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return reception.made(tmp_path_factory.mktemp("office") / "home")


@pytest.fixture
def desk(office: Path, tmp_path: Path, opened):
    """The page on a copy of the office, at the round, with one of its tabs open."""

    class Desk:
        home = Path(shutil.copytree(office, tmp_path / "home"))

        def open(self, tab: str = TABS[0], round_code: str = reception.ROUND) -> AppTest:
            app = opened(PAGE, home=self.home, ky=round_code)
            app.session_state["viec"] = tab
            app.session_state["ky"] = next(o for o in app.selectbox(key="ky").options if round_code in o)
            return app.run()

        def id_of(self, name: str) -> str:
            return reception.known(self.home)[name].submission_id

        def status(self, name: str) -> str:
            return reception.known(self.home)[name].status

    return Desk()


def said(app: AppTest) -> str:
    return "\n".join(str(e.value) for kind in ("header", "markdown", "info", "error", "warning") for e in app.get(kind))


def tables(app: AppTest) -> str:
    return "\n".join(table.value.to_csv() for table in app.table)


def test_what_waits_is_listed_with_its_cells_whoever_sent_it_whenever(desk):
    app = desk.open()
    assert "Đang chờ quyết định: 1 tệp" in said(app)
    labels = [e.label.replace("\\", "") for e in app.expander]
    assert "Kế Sách · Tháng 6/2024 · bản 2: 943-sua.xlsx, 1 cảnh báo" in labels
    assert "F5" in tables(app) and "1.600.000.000" in tables(app)


def test_taking_makes_it_stand_and_the_figures_follow(desk):
    app = desk.open()
    app.button(key=f"nhan-{desk.id_of('943-sua.xlsx')}").click().run()
    assert (desk.status("943.xlsx"), desk.status("943-sua.xlsx")) == ("superseded", "standing")
    assert "Không có tệp nào chờ quyết định" in said(app)
    assert Archive(desk.home).entries()[-1]["by"] == "Người kiểm thử"
    assert "Tiếp nhận, có cảnh báo" in (desk.home / "receipts" / f"{desk.id_of('943-sua.xlsx')}.txt").read_text(encoding="utf-8")


def test_giving_back_wants_a_reason_and_keeps_it(desk):
    one = desk.id_of("943-sua.xlsx")
    app = desk.open()
    app.button(key=f"tra-{one}").click().run()
    assert "Chưa có lý do" in app.error[0].value
    assert desk.status("943-sua.xlsx") == "held"
    app.text_input(key=f"ly-do-cho-{one}").set_value("số ô F5 sai")
    app.button(key=f"tra-{one}").click().run()
    assert (desk.status("943.xlsx"), desk.status("943-sua.xlsx")) == ("standing", "refused")
    assert "số ô F5 sai" in tables(desk.open("Quyết định"))


def test_an_officer_who_comes_second_learns_what_the_first_decided(desk):
    app, other = desk.open(), desk.open()
    one = desk.id_of("943-sua.xlsx")
    other.button(key=f"nhan-{one}").click().run()
    app.text_input(key=f"ly-do-cho-{one}").set_value("không đúng")
    app.button(key=f"tra-{one}").click()
    app.run()
    assert desk.status("943-sua.xlsx") == "standing"
    assert [e["what"] for e in Archive(desk.home).entries()].count("returned") == 0


def test_each_file_of_the_round_says_what_became_of_it_and_when(desk):
    (table,) = [t.value for t in desk.open().table if "Kết quả" in t.value.columns]
    told = dict(zip(table["Tệp"], table["Kết quả"], strict=True))
    assert told == {
        "943-sua.xlsx": "chờ người tiếp nhận", "943.xlsx": "đang có hiệu lực", "944.xlsx": "đang có hiệu lực", "942.xlsx": "đã trả lại",
    }  # fmt: skip
    returned = table.set_index("Tệp")["Trả lại lúc"]
    assert [name for name in told if returned[name] != "—"] == ["942.xlsx"]


def test_files_of_no_round_stand_apart(desk):
    (table,) = [t.value for t in desk.open(round_code="quyết định").table if "Kết quả" in t.value.columns]
    assert set(table["Tệp"]) == {"gia.xlsx", "quyet-dinh.xlsx"}


def test_an_accepted_report_can_be_taken_back_and_put_in_front_again(desk):
    one = desk.id_of("944.xlsx")
    app = desk.open()
    app.selectbox(key="lan-nop").set_value(one).run()
    assert "GIẤY BÁO NHẬN" in app.code[0].value
    app.text_input(key=f"ly-do-{one}").set_value("nhầm đơn vị")
    app.button(key=f"rut-{one}").click().run()
    assert desk.status("944.xlsx") == "withdrawn"
    app.text_input(key=f"ly-do-{one}").set_value("xem lại, đúng")
    app.button(key=f"khoi-phuc-{one}").click().run()
    assert desk.status("944.xlsx") == "standing"


def test_two_versions_are_compared_cell_by_cell(desk):
    app = desk.open("So hai bản")
    assert "2 ô khác nhau giữa hai bản" in said(app)
    table = app.table[-1].value
    assert list(table["Ô (bản trước)"]) == ["F5", "F6"]
    assert [*table["Bản trước"], *table["Bản sau"].fillna("—")] == ["401", "50", "1.600", "—"]  # triệu đồng


def test_a_round_is_closed_and_taken_up_again_with_who_and_why(desk):
    app = desk.open("Đóng, mở kỳ")
    app.text_input(key="ly-do-ky").set_value("hết hạn")
    app.button(key="dong-ky").click().run()
    assert "Kỳ đã đóng" in said(app)
    app.text_input(key="ly-do-ky").set_value("nhận bổ sung")
    app.button(key="mo-ky").click().run()
    assert "Kỳ đã đóng" not in said(app)
    history = tables(desk.open("Quyết định"))
    assert "đóng kỳ" in history and "mở lại kỳ" in history and "nhận bổ sung" in history


def test_the_blank_workbooks_of_a_round_come_as_one_archive_or_one_by_one(desk):
    app = desk.open("Biểu trống")
    assert [b.label for b in app.get("download_button") if "biểu trống" in b.label] == [
        "Tải biểu trống của 15 đơn vị (.zip)", "Tải biểu trống: TP Sóc Trăng (.xlsx)",
    ]  # fmt: skip


def test_uploaded_workbooks_are_received_once_whatever_is_clicked_afterwards(desk):
    app = desk.open()
    names = {"944-moi.xlsx": ("944", {"F5": 410}), "941.xlsx": ("941", {"F5": 1600}), "945.xlsx": ("945", {"F5": -1})}
    for name, (unit, cells) in names.items():
        reception.workbook(desk.home / name, unit, **cells)
    app.file_uploader(key="tep").set_value([(name, (desk.home / name).read_bytes(), "") for name in names]).run()
    assert "Đã kiểm tra 3 tệp: 1 tiếp nhận; 1 chờ quyết định; 1 trả lại." in said(app)
    assert [desk.status(name) for name in names] == ["standing", "held", "refused"]
    entries = len(Archive(desk.home).entries())
    app.selectbox(key="lan-nop").set_value(desk.id_of("944.xlsx")).run()
    assert "Đã kiểm tra 3 tệp" in said(app)
    assert len(Archive(desk.home).entries()) == entries


def test_what_another_process_received_and_did_not_build_is_taken_in_when_the_page_opens(desk):
    path = reception.workbook(desk.home / "945.xlsx", "945", F5=1600)
    with Intake(desk.home, definitions(), "Người khác", holds_warned=True) as intake:
        intake.receive(path)
    assert "Đang chờ quyết định: 2 tệp" in said(desk.open())


def test_while_somebody_else_writes_the_page_says_so_and_loses_nothing(desk, monkeypatch):
    monkeypatch.setattr(door, "WAIT", 0.1)
    app = desk.open()
    reception.workbook(desk.home / "945.xlsx", "945")
    with Archive(desk.home).writing():
        app.file_uploader(key="tep").upload("945.xlsx", (desk.home / "945.xlsx").read_bytes()).run()
        assert "Có người khác đang tiếp nhận" in said(app)
        assert "945.xlsx" not in reception.known(desk.home)
    app.button(key="nhan-tiep").click().run()
    assert desk.status("945.xlsx") == "standing"


def test_without_a_name_nothing_is_received(desk, monkeypatch):
    monkeypatch.setattr(viewer, "_operator", lambda: "")
    app = desk.open()
    before = len(Archive(desk.home).entries())
    app.file_uploader(key="tep").upload("x.xlsx", b"PK").run()
    assert any("tên người nhập" in info.value for info in app.info)
    assert len(Archive(desk.home).entries()) == before


def test_names_of_files_are_shown_and_kept_as_words_whatever_is_in_them():
    assert door._plain_name("..\\..\\báo cáo \u202exslx.xlsx") == "báo cáo xslx.xlsx"
    assert door._plain_name("/etc/passwd") == "passwd"
    assert door._plain_name("\n") == "khong-ten"
    long = door._plain_name("a" * 500 + ".xlsx")
    assert len(long) <= 200 and long.endswith(".xlsx")
    assert door._suffix("x.X LSX/..\u0301") == "" or "/" not in door._suffix("x.X LSX/..\u0301")
