"""The page where papers are made: what each contains, its files, and no file where a section is empty or a template is broken."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.exports.paper import Unready
from pages.parts import issuing
from tests.pages.conftest import Open

PAGE = "pages/papers/papers.py"


def files(app: AppTest) -> set[str]:
    """The ids of the buttons that give a file."""
    return {button.proto.id.rpartition("-")[2] for button in app.get("download_button") if "lap-" in button.proto.id}


def said(app: AppTest) -> str:
    return "\n".join(str(e.value) for kind in ("header", "subheader", "markdown", "info", "warning", "error") for e in app.get(kind))


def test_the_report_on_figures_in_force_can_be_taken_and_the_page_advises_to_freeze_first(opened: Open):
    app = opened(PAGE, nam="2024", ngay="2024-12-31")
    assert files(app) == {"docx", "pdf", "xlsx"}
    assert issuing.LIVE in said(app)
    assert "I. Công tác chỉ đạo, quản lý" in said(app) and "VI. Kiến nghị" in said(app)
    assert "Số liệu minh họa: không phải số liệu thật" in said(app).replace("\\", "")


def test_of_a_frozen_version_every_kind_of_paper_is_made_and_a_profile_once_a_unit_is_chosen(opened: Open):
    app = opened(PAGE, ban="1")
    assert "Văn bản lập từ bản chốt" in said(app) and issuing.LIVE not in said(app)
    for kind, given in (("Hồ sơ đơn vị", set()), ("Bản trình chiếu", {"pptx"}), ("Thông báo kết luận", {"docx", "pdf"})):
        app.session_state["van-ban"] = kind
        app.run()
        assert not app.exception and files(app) == given, kind
        assert (issuing.NO_UNIT in said(app)) == (not given)
        assert (issuing.AS_FROZEN in said(app)) == (given == {"pptx"})


def test_a_paper_with_an_empty_section_or_a_broken_template_is_not_produced_and_the_page_says_which(
    opened: Open, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        patch.setattr(issuing, "template", lambda name: b"no document")
        app = opened(PAGE, nam="2024", ngay="2024-12-31")
        assert files(app) == set() and "Mẫu không phải tệp Word" in app.error[0].value

    def unready(chosen: object) -> None:
        raise Unready(["Tồn tại"], ["Kiến nghị"])

    monkeypatch.setitem(issuing.KINDS, "bao-cao", issuing.Kind("Báo cáo giám sát", unready, "bao-cao-giam-sat.docx", ("docx",)))
    app.run()
    assert files(app) == set()
    assert app.error[0].value == "Chưa lập được văn bản (chưa có nội dung\\: Tồn tại; gặp lỗi khi lập\\: Kiến nghị)."


def test_a_table_offers_its_files_once_asked_and_none_on_a_wall(opened: Open):
    page, key = "pages/progress/disbursement.py", "duong"
    app = opened(page, nam="2024", ngay="2024-12-31")
    assert not app.get("download_button") and len(app.get("popover")) >= 3
    app.session_state[f"lay-{key}"] = True
    app.run()
    assert [b.proto.id.rpartition(f"tai-{key}-")[2] for b in app.get("download_button")] == ["xlsx", "docx", "pptx", "pdf", "csv"]
    wall = opened(page, nam="2024", ngay="2024-12-31", trinh_chieu="1")
    assert not wall.get("popover") and not wall.get("download_button")
