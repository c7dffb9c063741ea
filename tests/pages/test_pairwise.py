"""Every page in every pair of choices: it shows figures or says a sentence, and nothing fails or shows what only a program understands."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, product
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from data.store.reading import Scope, current_version, open_store
from pages.parts.viewer import FAILED
from queries import about, choices
from tests.house.reading import ROOT

Choice = dict[str, Any]

PAGES = re.findall(r'\("(pages/\S+\.py)", "', (ROOT / "dashboard.py").read_text(encoding="utf-8"))
UNREAD = re.compile(r"\b(nan|NaN|None|NaT|null|undefined)\b|<NA>")  # what only a program understands
WRITTEN = ("text_area", "code")  # what somebody wrote for a program
OF_ONE_PAGE = {  # choices of a page alone, under the same three numbers
    "pages/targets/targets.py": [{}, {"chi-tieu": "KH-VIECLAM"}, {"nhom": "DA7"}],
    "pages/compare/districts.py": [{}, {"thuoc-do": "chi-tieu"}, {"thuoc-do": "dung-han", "so-voi": "942,943,950"}],
    "pages/monitoring/monitoring.py": [{}, {"loc": "qua-han"}, {"loc": "tat-ca"}],
    "pages/reconciliation/reconciliation.py": [{}, {"doi-chieu-voi": "quyet-dinh"}, {"doi-chieu-voi": "nganh"}],
}
TABS = {  # the tab that is open on each page that has some
    "the": ["Đơn vị × dự án", "Giao, phân bổ, giải ngân", "Số tiền theo thời gian"],
    "the-muc-tieu": ["Khmer, nữ", "Kế hoạch năm và giai đoạn 5 năm", "Đơn vị khó đạt, chưa đạt"],
    "the-chi-tieu": ["Mọi kết quả đã gửi", "Phân tổ", "Các năm"],
    "phan": ["Quy mô vốn và tỷ lệ", "Đường lũy kế từng huyện", "Đặt cạnh nhau"],
    "doi-chieu-voi": ["Kho bạc", "Quyết định giao vốn", "Tổng hợp ngành"],
    "the-kien-nghi": ["Kiến nghị", "Kế hoạch năm, chọn đơn vị", "Nhập"],
    "the-hop": ["Kết luận", "Thay đổi từ lần họp trước", "Bản chốt"],
    "the-da7": ["Việc mỗi đơn vị làm một lần", "Đơn vị × chỉ tiêu", "Nữ, Khmer"],
}
FACTORS: dict[str, list[Any]] = {
    "nam": ["2022", "2023", "2024"],
    "ngay": ["first", "middle", "last"],  # of the days of that year with reports
    "du-an": [None, "DA4", "DA7-TDA1", "DA5"],  # all, a project, a leaf, one not run in the province
    "nguon": [None, "NSTW", "NSDP"],
    "loai": [None, "DTPT", "SN"],
    "don-vi": [None, "943", "SLDTBXH"],  # all, a district, a department
    "trinh-chieu": [None, "1"],
    "tab": [0, 1, 2],
    "own": [0, 1, 2],
}


def pairs(choice: Choice) -> Iterator[tuple]:
    """Every two values that stand together in a choice."""
    yield from combinations(choice.items(), 2)


def all_pairs(factors: dict[str, list[Any]]) -> list[Choice]:
    """Choices in which every value of a factor stands at least once with every value of every other: the fewest of some tries, always
    the same ones.
    """
    return min((_covering(factors, Random(seed)) for seed in range(8)), key=len)


def _covering(factors: dict[str, list[Any]], random: Random) -> list[Choice]:
    """Greedy: of several choices that each hold a pair that is left, the one that covers most; what is equal is drawn by lot."""
    left = {pair for a, b in combinations(factors, 2) for pair in product([(a, v) for v in factors[a]], [(b, v) for v in factors[b]])}
    found: list[Choice] = []
    while left:
        waiting = sorted(left, key=repr)
        tried = [_grown(dict(random.choice(waiting)), factors, left, random) for _ in range(12)]
        found.append(max(tried, key=lambda choice: len(left & set(pairs(choice)))))
        left -= set(pairs(found[-1]))
    return found


def _grown(choice: Choice, factors: dict[str, list[Any]], left: set[tuple], random: Random) -> Choice:
    """A choice with every factor, each value taken for what it covers."""
    for factor in random.sample(list(factors), len(factors)):
        if factor not in choice:
            covers = [(len(left & set(pairs(_ordered(choice | {factor: v}, factors)))), random.random(), v) for v in factors[factor]]
            choice[factor] = max(covers, key=lambda cover: cover[:2])[2]
    return _ordered(choice, factors)


def _ordered(choice: Choice, factors: dict[str, list[Any]]) -> Choice:
    return {factor: choice[factor] for factor in factors if factor in choice}


CHOICES = all_pairs(FACTORS)


def shown(app: AppTest) -> Iterator[str]:
    """Every text that reaches the screen: words, labels, what stands in tables and in charts."""
    for element in (*app.main, *app.sidebar):
        proto = getattr(element, "proto", None)
        if proto is None or not hasattr(proto, "DESCRIPTOR") or element.type in WRITTEN:
            continue
        if element.type == "plotly_chart":
            yield from _texts(json.loads(proto.spec) | {"alt": proto.alt})
        elif element.type == "table":
            yield from (str(v) for cells in _cells(proto.arrow_data.styler.display_values).values() for v in cells)
        else:
            yield from _texts(MessageToDict(proto))


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for part in node:
            yield from _texts(part)
    elif isinstance(node, dict):
        for key, part in node.items():
            if key not in ("id", "groupId", "formId", "bdata", "url", "queryString", "pageScriptHash", "template"):
                yield from _texts(part)


def _cells(sent: bytes) -> dict[str, list]:
    return pa.ipc.open_stream(sent).read_all().to_pydict()


@cache
def days_of(home: Path, year: str) -> list[str]:
    store = open_store(home, str(current_version(home)))
    everyone = Scope(units=tuple(about.units(store, Scope(units=()))["unit_code"]))
    return sorted(str(day)[:10] for day in choices.cut_offs(store, everyone, plan_year=int(year))["cut_off_on"])


def address_of(choice: Choice, page: str, home: Path) -> dict[str, str]:
    days = days_of(home, choice["nam"])
    day = {"first": days[0], "middle": days[len(days) // 2], "last": days[-1]}[choice["ngay"]]
    common = {key: value for key, value in choice.items() if value is not None and key not in ("tab", "own")} | {"ngay": day}
    return common | OF_ONE_PAGE.get(page, [{}] * 3)[choice["own"]]


def test_every_pair_of_values_is_among_the_choices():
    seen = {pair for choice in CHOICES for pair in pairs(choice)}
    for a, b in combinations(FACTORS, 2):
        for one, other in product(FACTORS[a], FACTORS[b]):
            assert ((a, one), (b, other)) in seen
    assert all(list(choice) == list(FACTORS) for choice in CHOICES)
    assert len(CHOICES) <= 18  # the two largest factors alone need 12
    assert len(all_pairs({"a": [1, 2], "b": [1, 2], "c": [1, 2]})) <= 5  # the least is 4


def test_the_menu_is_what_is_tried():
    assert len(PAGES) == 20 and all((ROOT / page).is_file() for page in PAGES)


@pytest.mark.parametrize("choice", CHOICES, ids=["-".join(str(v) for v in choice.values() if v is not None) for choice in CHOICES])
def test_every_page_shows_figures_or_says_a_sentence(opened, samples_home, choice):
    app = None
    for page in PAGES:
        asked = address_of(choice, page, samples_home)
        if app is None:  # the first page of the menu, in a window of its own
            app = opened(**asked)
        else:
            app.query_params.clear()
            app.query_params.update(asked)
            for key, names in TABS.items():
                app.session_state[key] = names[choice["tab"]]
            app.switch_page(page).run()
        assert not app.exception, (page, asked, app.exception)
        assert FAILED not in [error.value for error in app.error], (page, asked)
        assert app.title[0].value, (page, asked)
        assert not [info.value for info in app.info if "không có trong số liệu" in info.value], (page, asked)
        figures = [*app.metric, *app.table, *app.get("plotly_chart")]
        sentences = [e.value for e in (*app.header, *app.info, *app.warning) if len(e.value.split()) > 3]
        assert figures or sentences or app.get("page_link"), (page, asked)
        for text in shown(app):
            assert not UNREAD.search(text), (page, asked, text)


@pytest.mark.parametrize("page", PAGES)
def test_where_nothing_was_received_every_page_is_one_sentence_with_the_command(opened, tmp_path, page):
    app = opened(page, home=tmp_path)
    assert ["python -m data receive" in info.value for info in app.info] == [True]
    assert not [*app.title, *app.metric, *app.table, *app.get("plotly_chart")]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("unit", [None, "943", "945"])  # all, one that has reported, one that has not
def test_where_little_was_received_every_page_says_how_little(opened, thin_home, page, unit):
    app = opened(page, home=thin_home, **({"don_vi": unit} if unit else {}))
    words = list(shown(app))
    told = {None: "3/15 đơn vị", "943": "1/1 đơn vị", "945": "0/1 đơn vị"}[unit]
    assert any(told in text for text in words), page
    silent = ("chưa có báo cáo", "chưa có số", "chưa có kết quả", "Chưa có", "chưa có chỉ tiêu", "Chưa đơn vị")
    assert unit == "943" or any(part in text for text in words for part in silent), page
    for text in words:
        assert not UNREAD.search(text), (page, text)
