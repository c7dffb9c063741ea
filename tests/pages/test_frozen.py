"""A frozen version on screen: stamped, deaf to what came later, not to be written into; an altered one is not shown."""

import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.store.frozen import listed
from tests.pages.conftest import Open

REPORTS, INTAKE, NOTES = "pages/reports/reporting.py", "pages/intake/receiving.py", "pages/units/profile.py"
PAGES = re.findall(r'\("(pages/\S+\.py)"', (Path(__file__).parents[2] / "dashboard.py").read_text(encoding="utf-8"))
NAME = "Giao ban tháng 11/2024"


def said(app: AppTest) -> str:
    return "\n".join(str(e.value) for kind in ("title", "header", "markdown", "info", "warning", "error") for e in app.get(kind))


def address(app: AppTest) -> dict[str, str]:
    return {name: value[0] if isinstance(value, list) else value for name, value in app.query_params.items()}


def slim(samples_home: Path, place: Path) -> Path:
    """What pages need of a home, without the files that were sent."""
    shutil.copytree(samples_home / "stores", place / "stores")
    shutil.copytree(samples_home / "archive/frozen", place / "archive/frozen")
    shutil.copy(samples_home / "archive/journal.jsonl", place / "archive")
    return place


def test_a_bare_link_opens_what_the_meeting_saw(opened: Open, samples_home: Path):
    app, kept = opened(ban="1"), listed(samples_home)[0]
    assert "68.566/114.277 triệu đồng, đạt 60,00% kế hoạch vốn" in app.header[0].value
    assert f":blue-badge[**Bản chốt**] **{NAME}**" in said(app) and kept.digest[:12] in said(app) and "25/11/2024" in said(app)
    assert address(app) | {"phien-ban": ""} == {"nam": "2024", "ngay": "2024-11-15", "phien-ban": "", "so-lieu": "minh-hoa", "ban": "1"}
    assert "31/12/2024" not in "".join(app.selectbox(key="ngay").options)


def test_the_version_stays_from_page_to_page_and_is_left_by_a_link(opened: Open):
    app = opened(ban="1")
    app.switch_page(NOTES).run()
    assert f"**{NAME}**" in said(app) and address(app)["ban"] == "1"
    left = next(link for link in app.get("page_link") if "Xem số liệu hiện hành" in link.proto.label)
    asked = dict(pair.split("=") for pair in left.proto.query_string.split("&"))
    assert "ban" not in asked and asked["ngay"] == "2024-11-15"
    live = opened(**asked)
    assert "[**Bản chốt**]" not in said(live) and "31/12/2024" in live.selectbox(key="ngay").options[0]


def test_open_tasks_are_looked_at_as_of_the_freeze(opened: Open):
    assert "Tính đến ngày chốt số liệu, 25/11/2024." in said(opened(REPORTS, ban="1"))


def test_nothing_is_entered_into_a_frozen_version(opened: Open):
    app = opened(INTAKE, ban="1")
    assert "Đang xem bản chốt, chỉ để đọc" in said(app)
    assert not app.get("file_uploader") and not app.button(key="vao-trinh-chieu").disabled


def test_a_version_that_nobody_froze_is_said_and_shows_no_figure(opened: Open):
    app = opened(ban="99")
    assert "Liên kết nêu một bản chốt không có ở đây" in said(app)
    assert not app.header and not app.get("plotly_chart")


def test_a_frozen_version_that_was_altered_is_not_shown(opened: Open, samples_home: Path, tmp_path: Path):
    home = slim(samples_home, tmp_path)
    store = home / "archive/frozen/1/store.duckdb"
    store.chmod(0o644)
    with store.open("rb+") as file:
        file.seek(-1, 2)
        last = file.read(1)
        file.seek(-1, 2)
        file.write(bytes([last[0] ^ 1]))
    app = opened(home=home, ban="1")
    assert "tệp store.duckdb không còn đúng như lúc chốt" in said(app) and not app.header
    assert opened(home=home).header, "what is in force is not touched by it"


def test_a_frozen_version_that_is_gone_is_said(opened: Open, samples_home: Path, tmp_path: Path):
    home = slim(samples_home, tmp_path)
    shutil.rmtree(home / "archive/frozen/1")
    assert "không thấy tệp store.duckdb" in said(opened(home=home, ban="1"))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_at_a_frozen_version_and_says_so(opened: Open, page: str):
    app = opened(page, ban="1")
    assert f":blue-badge[**Bản chốt**] **{NAME}**" in said(app)
    assert "31/12/2024" not in "".join(app.selectbox(key="ngay").options) and app.title
