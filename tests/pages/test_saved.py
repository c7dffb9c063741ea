"""Questions saved under a name: opened again as they were, checked by a second officer, and saying what is no longer there."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.registry import opened as registry_of
from data.registry.kinds.saved import Review
from pages.parts import saved
from pages.parts.tell import saved as kept
from queries.defined import MEASURES
from tests.pages import report_door
from tests.pages.conftest import Open

APP = Path(__file__).parent / "saved_app.py"
NAME = "Theo huyện **đậm** <b>$x$</b> [a](b)"
Person = Callable[..., AppTest]


@pytest.fixture
def home(thin_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(thin_home, tmp_path / "home"))


@pytest.fixture
def person(home: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody before the small page, at an address; whoever ran last is who the machine takes for its operator."""
    monkeypatch.setenv("DASHBOARD_HOME", str(home))
    monkeypatch.setitem(MEASURES, "gone_vnd", MEASURES["planned_vnd"].model_copy(update={"code": "gone_vnd", "label": "Số đã bỏ"}))

    def open_(name: str, what: str = "pivot", address: dict[str, str] | None = None) -> AppTest:
        monkeypatch.setenv("DASHBOARD_OPERATOR", name)
        app = AppTest.from_file(str(APP), default_timeout=60)
        app.session_state["what"] = what
        app.session_state[f"luu-mo-{what}-"] = True  # the list stands open; with a question in the address it does so by itself
        for key, value in (address or {}).items():
            app.query_params[key] = value
        return app.run()

    return open_


def address(app: AppTest) -> dict[str, str]:
    return {key: value[0] if isinstance(value, list) else value for key, value in app.query_params.items()}


def at(app: AppTest, wanted: dict[str, str]) -> AppTest:
    """The page that is open, at an address."""
    for key in list(app.query_params):
        del app.query_params[key]
    for key, value in wanted.items():
        app.query_params[key] = value
    return app.run()


def said(app: AppTest) -> str:
    assert not app.exception, app.exception
    return "\n".join(str(e.value) for kind in ("markdown", "info", "warning", "error", "success") for e in app.get(kind))


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def type_in(app: AppTest, label: str, text: str) -> None:
    next(field for field in app.text_input if field.label == label).set_value(text)


def save(app: AppTest, name: str = NAME) -> AppTest:
    type_in(app, "Lưu với tên", name)
    return press(app, "Lưu")


def test_a_saved_view_is_the_same_view_for_whoever_opens_it(person: Person, home: Path):
    lan = person("Lan", address={"nam": "2024", "ngay": "2024-06-14", "don-vi": "942", "trinh-chieu": ""})
    lan.selectbox(key="so-do").set_value("Giải ngân").run()
    before = len(list((home / "stores").iterdir()))
    assert "Đã lưu “Theo huyện \\*\\*đậm" in said(save(lan)) and len(list((home / "stores").iterdir())) == before
    seen = address(lan)
    assert {key: seen[key] for key in ("nam", "ngay", "don-vi", "so-do")} == {
        "nam": "2024", "ngay": "2024-06-14", "don-vi": "942", "so-do": "disbursed_vnd",
    }  # fmt: skip
    minh = person("Minh")
    short = person("Minh", address={"luu": seen["luu"].partition(".")[0]})
    assert address(minh)["ngay"] == seen["ngay"] and "so-do" not in address(minh)
    assert address(short) == seen and short.selectbox(key="so-do").value == "Giải ngân"
    assert "Lan lưu lúc" in said(short) and "chưa soát" in said(short) and "khác bản đã lưu" not in said(short)
    assert [link.proto.query_string for link in minh.get("page_link") if "đậm" in link.proto.label] == [
        f"{'&'.join(f'{key}={value}' for key, value in seen.items())}&lai=1"
    ]
    assert short.code[0].value.endswith(f"so-do=disbursed_vnd&luu={seen['luu']}")
    assert "không có ở đây" in said(person("Minh", address={"luu": "khong.1"}))


def test_a_saved_pivot_is_the_same_table_and_a_saved_statement_the_same_text(opened: Open, home: Path):
    chosen = {"nam": "2024", "ngay": "2024-06-14", "don-vi": "942", "cac-so": "giai-ngan,ke-hoach", "dong": "du-an,loai", "cot": "nguon"}
    app = at(opened("pages/analysis/pivot.py", home=home), chosen)
    table = app.dataframe[0].value
    app.session_state["luu-mo-pivot-"] = True
    seen = address(save(app.run(), "Bảng của tôi"))
    assert chosen.items() <= seen.items() and not table.empty and "khác bản đã lưu" not in said(app)
    again = at(opened("pages/analysis/pivot.py", home=home), {"luu": seen["luu"].partition(".")[0]})
    assert address(again) == seen and again.dataframe[0].value.equals(table)
    page = opened("pages/analysis/sql.py", home=home)
    page.text_area[0].set_value("select $muc as muc, unit_code from mart.money")
    page.session_state["luu-mo-sql-"] = True
    code = address(save(page.run(), "Câu của tôi"))["luu"]
    again = at(opened("pages/analysis/sql.py", home=home), {"luu": code})
    assert again.text_area[0].value == "select $muc as muc, unit_code from mart.money" and "khác bản đã lưu" not in said(again)
    again.text_area[0].set_value("select 2").run()
    assert "khác bản đã lưu" in said(again) and again.text_area[0].value == "select 2"
    assert at(again, {"luu": code}).text_area[0].value.startswith("select $muc") and "khác bản đã lưu" not in said(again)


def test_a_second_officer_checks_one_version_and_a_change_needs_a_new_check(person: Person):
    lan = save(person("Lan"))
    assert not [b for b in lan.button if b.label == "Đánh dấu đã soát"] and "người khác người lưu mới soát được" in said(lan)
    assert not [b for b in person(" lan ", address=address(lan)).button if b.label == "Đánh dấu đã soát"]
    minh = press(person("Minh", address=address(lan)), "Đánh dấu đã soát")
    assert "đã soát (Minh, " in said(minh)
    minh.selectbox(key="so-do").set_value("Giải ngân").run()
    assert "Trên trang đã khác bản đã lưu và soát" in said(minh)
    changed = press(minh, "Lưu thành bản mới")
    assert address(changed)["luu"].endswith(".2") and "đã sửa sau khi soát bản 1 (Minh, " in said(changed)
    hoa = person("Hoa", address=address(lan))
    assert "Đang xem bản 1; đã có bản 2" in said(hoa) and "đã soát (Minh, " in said(hoa)


def test_nobody_checks_what_they_saved_themselves_by_whatever_way(home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DASHBOARD_HOME", str(home))
    monkeypatch.setenv("DASHBOARD_OPERATOR", "Lan")
    with report_door.chosen(home, date(2024, 6, 14)):
        code = kept.save("sql", NAME, "", {"sql": "select 1"}, {}) or ""
        (one,) = kept.listed("sql")
        assert one.code == code and not kept.may_review(one) and not kept.review(one)
        registry_of(home).add(Review(question_id=one.id, version=1), "LAN")
        assert kept.listed("sql") == [one] and not one.is_reviewed
        monkeypatch.setenv("DASHBOARD_OPERATOR", "Minh")
        assert kept.review(one) and kept.listed("sql")[0].review[:2] == (1, "Minh")
        assert kept.found("sql", f"{one.id}.2") is kept.found("pivot", one.id) is kept.found("sql", f"{one.id}.x") is None


def test_of_two_officers_who_save_at_once_the_second_is_told(person: Person, home: Path):
    lan = save(person("Lan"))
    assert "đã có “Theo huyện" in said(save(person("Minh"))) and "Lan lưu lúc" in said(person("Minh"))
    minh = person("Minh", address=address(lan))
    registry = registry_of(home)
    (entry,) = registry.current("saved_question")
    registry.change(entry.entry_id, entry.body.model_copy(update={"note": "của Hoa"}), "Hoa", seen=1)
    type_in(minh, "Ghi chú", "của Minh")
    told = press(minh, "Lưu thành bản mới")
    assert len(registry.history(entry.entry_id)) == 2 and "Đang xem bản 1; đã có bản 2" in said(told)
    assert "Chưa lưu: Hoa vừa sửa mục này" in said(told) and "Ghi chú\\: của Hoa." in said(told)
    assert "của Minh" in [field.value for field in told.text_input]


def test_what_was_taken_back_says_so_and_its_name_can_be_used_again(person: Person):
    lan = save(person("Lan"))
    assert "Chưa có lý do" in said(press(lan, "Rút câu hỏi này"))
    type_in(lan, "Lý do rút", "trùng")
    assert "Đã rút: Lan, " in said(press(lan, "Rút câu hỏi này")) and "lý do: trùng" in said(lan)
    minh = person("Minh")
    assert "Chưa lưu câu hỏi nào" in said(minh)
    assert address(save(minh))["luu"].endswith(".3") and "Minh lưu lúc" in said(minh)


def test_a_question_whose_columns_went_away_says_so_and_opens_still(person: Person, monkeypatch: pytest.MonkeyPatch):
    lan = person("Lan", address={"so-do": "gone_vnd"})
    assert "Không còn" not in said(save(lan))
    monkeypatch.delitem(MEASURES, "gone_vnd")
    minh = person("Minh", address=address(lan))
    assert "Không còn trong số liệu: Số đã bỏ. Phần còn lại vẫn xem được." in said(minh)
    assert "Không còn trong số liệu: Số đã bỏ" in said(person("Minh"))
    assert saved.missing(("unit", "planned_vnd", "mart.money", "mart.gone", "mart.money.gone")) == ["mart.gone", "mart.money.gone"]


def test_a_statement_is_saved_as_it_was_written_and_each_has_a_history_of_their_own(person: Person):
    lan = person("Lan", "sql")
    lan.text_area[0].set_value("select 1\n").run()
    press(lan, "Chạy")
    assert [t.value for t in lan.text] == ["select 1 {'nam': '2023'} 7"]
    opened = person("Minh", "sql", {"luu": address(save(lan))["luu"]})
    assert opened.text_area[0].value == "select 1" and not opened.text and "khác bản đã lưu" not in said(opened)
    assert "không có ở đây" in said(person("Minh", address={"luu": address(lan)["luu"]}))


def test_without_a_name_nothing_is_saved_and_no_history_is_kept(person: Person):
    nobody = person("", "sql")
    press(nobody, "Chạy")
    assert "Cần nêu tên người nhập" in said(nobody) and not nobody.text
    assert not [field for field in nobody.text_input if field.label == "Lưu với tên"]
