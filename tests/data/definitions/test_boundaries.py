"""Boundaries that an office names: what is wrong in the file is one sentence that says where; what is right comes as closed rings."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.definitions import SHIPPED, DefinitionsError, load

Change = Callable[[dict[str, Any]], Any]
FILE = "ranh-gioi.geojson"


def square(x: float, y: float, size: float = 1.0) -> list[list[float]]:
    """A closed ring, anticlockwise."""
    return [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]


def collection() -> dict[str, Any]:
    """Two districts: one with a hole, one of two parts. The coordinates lie nowhere in particular."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"code": "943", "name": "Kế Sách"},
                "geometry": {"type": "Polygon", "coordinates": [square(10, 5), square(10.25, 5.25, 0.5)]},
            },
            {
                "type": "Feature",
                "properties": {"code": "948", "name": "Thị xã Ngã Năm"},
                "geometry": {"type": "MultiPolygon", "coordinates": [[square(12, 5)], [square(14, 5)]]},
            },
        ],
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "definitions"
    shutil.copytree(SHIPPED, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    settings = copy / "settings.toml"
    text = settings.read_text(encoding="utf-8")
    assert 'boundaries = ""' in text
    settings.write_text(text.replace('boundaries = ""', f'boundaries = "{FILE}"'), encoding="utf-8")
    put(copy, collection())
    return copy


def put(folder: Path, content: Any) -> None:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    (folder / FILE).write_text(text, encoding="utf-8")


def ring(c: dict[str, Any]) -> list[Any]:
    return c["features"][0]["geometry"]["coordinates"][0]


def test_the_rings_of_every_part_are_read_and_holes_run_the_other_way(folder: Path) -> None:
    rings = load(folder).rings
    assert [(r.unit_code, r.part, r.ring) for r in rings] == [("943", 1, 1), ("943", 1, 2), ("948", 1, 1), ("948", 2, 1)]
    assert set(rings[0].positions) == {(10, 5), (11, 5), (11, 6), (10, 6)} and len(rings[0].positions) == 5
    turns = [sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in zip(r.positions, r.positions[1:], strict=False)) > 0 for r in rings]
    assert turns == [True, False, True, True]


def test_without_a_file_there_are_tiles_and_no_rings() -> None:
    shipped = load(SHIPPED)
    assert shipped.rings == () and len(shipped.tiles) == 11


WRONG: list[tuple[str, Change, list[str]]] = [
    ("not a collection", lambda c: c.update(type="Topology"), ["Topology", "FeatureCollection"]),
    ("no features", lambda c: c.update(features=[]), ["FeatureCollection", "ít nhất một đối tượng"]),
    ("no code", lambda c: c["features"][1]["properties"].pop("code"), ["đối tượng thứ 2", "“code”", "map.code_property"]),
    ("unknown code", lambda c: c["features"][1]["properties"].update(code="999"), ["đối tượng thứ 2", "“999”", "units.csv"]),
    ("a commune", lambda c: c["features"][0]["properties"].update(code="31507"), ["đối tượng thứ 1", "“31507”", "mã huyện"]),
    ("a code twice", lambda c: c["features"][1]["properties"].update(code="943", name="Kế Sách"), ["đối tượng thứ 2", "“943”", "thứ 1"]),
    ("another's name", lambda c: c["features"][0]["properties"].update(name="Mỹ Tú"), ["đối tượng thứ 1", "“Mỹ Tú”", "“Huyện Kế Sách”"]),
    ("half a name", lambda c: c["features"][0]["properties"].update(name="Sách"), ["“Sách”", "“Huyện Kế Sách”"]),
    ("no name", lambda c: c["features"][0]["properties"].pop("name"), ["“name”", "“Huyện Kế Sách”", "map.name_property"]),
    ("a line", lambda c: c["features"][0]["geometry"].update(type="LineString"), ["“LineString”", "Polygon hoặc MultiPolygon"]),
    ("no shape", lambda c: c["features"][0].update(geometry=None), ["đối tượng thứ 1 (mã 943)", "Polygon"]),
    ("no ring", lambda c: c["features"][0]["geometry"].update(coordinates=[]), ["không có vòng nào"]),
    ("three positions", lambda c: ring(c).__delitem__(slice(1, 3)), ["phần 1, vòng 1", "3 điểm", "ít nhất 4"]),
    ("an open ring", lambda c: ring(c).pop(), ["phần 1, vòng 1", "[10, 5]", "[10, 6.0]", "khép kín"]),
    ("metres", lambda c: ring(c).__setitem__(1, [585_000.0, 1_060_000.0]), ["vòng 1, điểm 2", "585000.0", "kinh độ −180…180"]),
    ("latitude first", lambda c: ring(c).__setitem__(2, [9.6, 105.9]), ["điểm 3", "[9.6, 105.9]", "vĩ độ −90…90"]),
    ("text", lambda c: ring(c).__setitem__(2, ["10", "5"]), ["điểm 3", '["10", "5"]']),
    ("not a number", lambda c: ring(c).__setitem__(2, [float("nan"), 5]), ["điểm 3", "NaN"]),
    ("one number", lambda c: ring(c).__setitem__(2, [10]), ["điểm 3", "[10]"]),
    ("an inner part", lambda c: c["features"][1]["geometry"]["coordinates"][1][0].pop(), ["(mã 948), phần 2, vòng 1", "khép kín"]),
]


@pytest.mark.parametrize(("change", "named"), [pytest.param(change, named, id=name) for name, change, named in WRONG])
def test_what_is_wrong_is_one_sentence_that_says_where_and_what_is_expected(folder: Path, change: Change, named: list[str]) -> None:
    content = collection()
    change(content)
    put(folder, content)
    with pytest.raises(DefinitionsError) as said:
        load(folder)
    assert str(said.value).startswith(f"{FILE}: ") and "\n" not in str(said.value) and "cần" in str(said.value)
    for word in named:
        assert word in str(said.value)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"type": "FeatureCollection", "features": [}'])
def test_what_is_not_json_is_said(folder: Path, text: str) -> None:
    put(folder, text)
    with pytest.raises(DefinitionsError, match=r"ranh-gioi\.geojson: không đọc được JSON"):
        load(folder)


def test_a_file_that_is_not_there_is_named_with_its_key(folder: Path) -> None:
    (folder / FILE).unlink()
    with pytest.raises(DefinitionsError, match=r"settings\.toml: khóa “map\.boundaries”: tìm thấy “ranh-gioi\.geojson”"):
        load(folder)


@pytest.mark.parametrize(("limit", "word"), [("max_bytes = 300", "map.max_bytes"), ("max_positions = 19", "map.max_positions")])
def test_a_file_too_large_to_draw_is_refused(folder: Path, limit: str, word: str) -> None:
    settings = folder / "settings.toml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(before.replace('code_property = "code"', f'{limit}\ncode_property = "code"'), encoding="utf-8")
    with pytest.raises(DefinitionsError, match=word):
        load(folder)
    settings.write_text(before.replace('code_property = "code"', 'max_positions = 20\ncode_property = "code"'), encoding="utf-8")
    assert len(load(folder).rings) == 4


def test_names_are_compared_without_the_kind_of_unit_and_not_at_all_where_the_office_says_so(folder: Path) -> None:
    content = collection()
    content["features"][0]["properties"]["name"] = "huyện  Kế Sách"
    content["features"][1]["properties"]["name"] = "Ngã Năm"
    put(folder, content)
    assert len(load(folder).rings) == 4
    content["features"][1]["properties"].pop("name")
    put(folder, content)
    settings = folder / "settings.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('name_property = "name"', 'name_property = ""'), encoding="utf-8")
    assert len(load(folder).rings) == 4


def test_a_changed_boundary_makes_other_definitions(folder: Path) -> None:
    before = load(folder).digest
    content = collection()
    ring(content)[1][0] = 11.5
    put(folder, content)
    assert load(folder).digest != before


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("999,5,5", ["“999”", "units.csv"]),
        ("943,5,5", ["“943”", "hai lần"]),
        ("950,1,3", ["hàng 1, cột 3", "“943”", "“950”"]),
        ("950,0,3", ["row"]),
    ],
)
def test_a_tile_that_cannot_stand_is_named(folder: Path, line: str, named: list[str]) -> None:
    (folder / "settings.toml").write_text((SHIPPED / "settings.toml").read_text(encoding="utf-8"), encoding="utf-8")
    tiles = folder / "tiles.csv"
    kept = [row for row in tiles.read_text(encoding="utf-8").splitlines() if not row.startswith("950")]
    tiles.write_text("\n".join([*kept, line]), encoding="utf-8")
    with pytest.raises(DefinitionsError, match=r"tiles\.csv") as said:
        load(folder)
    for word in named:
        assert word in str(said.value)
