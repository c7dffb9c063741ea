"""The page that sets districts beside each other, under definitions that name a file of boundaries."""

import shutil

import pytest

from data.definitions import SHIPPED
from tests import verbs
from tests.data.definitions.test_boundaries import FILE, collection, put
from tests.pages.test_compare import NOVEMBER, PAGE, TABS, chart
from tests.pages.test_frame import said


@pytest.fixture(scope="module")
def drawn_home(samples_home, tmp_path_factory):
    """The samples under definitions that name a file of boundaries, for two of the districts."""
    folder, home = tmp_path_factory.mktemp("defined") / "definitions", tmp_path_factory.mktemp("drawn")
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    text = (folder / "settings.toml").read_text(encoding="utf-8")
    text = text.replace('boundaries = ""', f'boundaries = "{FILE}"').replace('attribution = ""', 'attribution = "Bản vẽ thử"')
    (folder / "settings.toml").write_text(text, encoding="utf-8")
    put(folder, collection())
    shutil.copytree(samples_home / "archive", home / "archive")
    verbs.must("build", home=home, DASHBOARD_DEFINITIONS=str(folder))
    return home


def test_real_boundaries_are_drawn_when_the_office_names_them_with_their_source(opened, drawn_home):
    app = opened(PAGE, home=drawn_home, **NOVEMBER)
    app.session_state["phan"] = "Bản đồ ranh giới"
    app.run()
    areas = chart(app, "boundaries")
    assert [tab.label for tab in app.tabs] == [*TABS, "Bản đồ ranh giới"]
    assert len(areas["data"]) == 3 and areas["data"][0]["fill"] == "toself"
    assert [None in trace["x"] for trace in areas["data"][:2]] == [True, True]  # a hole, and a second part
    assert areas["layout"]["yaxis"]["scaleanchor"] == "x"
    assert {note["text"].split("<br>")[0] for note in areas["layout"]["annotations"]} == {"Kế Sách", "TX Ngã Năm"}
    assert "Ranh giới: Bản vẽ thử." in said(app) and "Không có ranh giới trong tệp: TP Sóc Trăng" in said(app)
