"""Where units lie: tiles by relative position (tiles.csv), and real boundaries from a GeoJSON file that the office names in its settings.

Nothing is drawn that was not checked: whatever is wrong in the file is one Vietnamese sentence that names the file, the feature, what was
found and what is expected (`Wrong`). Positions are longitude and latitude in degrees, as GeoJSON (RFC 7946) has them.
"""

import itertools
import json
import math
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import Field

from data.definitions.models import Defined, Unit

KINDS = ("Polygon", "MultiPolygon")
KIND_WORDS = ("huyện ", "quận ", "thị xã ", "thành phố ", "tx ", "tx. ", "tp ", "tp. ")
FEWEST = 4  # positions of a ring, the first repeated at the end


class Tile(Defined):
    unit_code: str
    row: int = Field(ge=1, le=50)
    column: int = Field(ge=1, le=50)


class Map(Defined):
    """The office's own boundaries; a file name is looked for in the definitions folder. Blank = none, the tiles are drawn."""

    boundaries: str = ""
    code_property: str = "code"
    name_property: str = "name"  # compared with the unit's name; blank = not compared
    attribution: str = ""
    max_bytes: int = Field(default=2_000_000, gt=0)
    max_positions: int = Field(default=20_000, gt=0)  # more than that a browser draws too slowly


class Ring(NamedTuple):
    """A closed line round a part of a unit (ring 1), or round what is cut out of that part (the later ones)."""

    unit_code: str
    part: int
    ring: int
    positions: tuple[tuple[float, float], ...]


class Wrong(Exception):
    """The boundaries cannot be used; the text says where, what was found and what is expected."""


def read(folder: Path, told: Map, units: Iterable[Unit]) -> tuple[Ring, ...]:
    """The rings of every district in the file that the settings name; none where they name none. Raises Wrong."""
    if not told.boundaries:
        return ()
    path = folder / told.boundaries
    rings: list[Ring] = []
    seen: dict[str, int] = {}
    districts = {u.code: u for u in units if u.kind == "district"}
    for number, feature in enumerate(_features(path, told), start=1):
        where = f"{path.name}: đối tượng thứ {number}"
        code = _code(where, feature, told, districts)
        if code in seen:
            raise Wrong(f"{where}: mã “{code}” đã có ở đối tượng thứ {seen[code]}; cần mỗi đơn vị một đối tượng.")
        seen[code] = number
        rings += _rings(f"{where} (mã {code})", feature, code)
    if (count := sum(len(r.positions) for r in rings)) > told.max_positions:
        raise Wrong(
            f"{path.name}: tìm thấy {count} điểm, cần không quá {told.max_positions} (map.max_positions); hãy giản lược đường ranh giới."
        )
    return tuple(rings)


def tile_faults(tiles: Iterable[Tile], units: Iterable[Unit]) -> Iterator[str]:
    """One sentence per tile of an unknown district, per district with two tiles, per place taken twice."""
    districts, places = {u.code for u in units if u.kind == "district"}, dict[tuple[int, int], str]()
    for tile in tiles:
        if tile.unit_code not in districts:
            yield f"tiles.csv: cột “unit_code”: tìm thấy “{tile.unit_code}”, cần một mã huyện có trong units.csv."
        if tile.unit_code in places.values():
            yield f"tiles.csv: cột “unit_code”: “{tile.unit_code}” có hai lần; cần mỗi đơn vị một ô."
        other = places.setdefault((tile.row, tile.column), tile.unit_code)
        if other != tile.unit_code:
            yield f"tiles.csv: hàng {tile.row}, cột {tile.column}: có cả “{other}” và “{tile.unit_code}”; cần mỗi ô một đơn vị."


def _features(path: Path, told: Map) -> list[Any]:
    key = "settings.toml: khóa “map.boundaries”"
    if not path.is_file():
        raise Wrong(f"{key}: tìm thấy “{told.boundaries}”, cần một tệp GeoJSON có trong thư mục định nghĩa.")
    if (size := path.stat().st_size) > told.max_bytes:
        raise Wrong(f"{path.name}: tệp dài {size} byte, cần không quá {told.max_bytes} (map.max_bytes); hãy giản lược đường ranh giới.")
    try:
        whole = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise Wrong(f"{path.name}: không đọc được JSON ({problem}); cần tệp GeoJSON, bảng mã UTF-8.") from None
    kind = whole.get("type") if isinstance(whole, dict) else type(whole).__name__
    features = whole.get("features") if isinstance(whole, dict) else None
    if kind != "FeatureCollection" or not isinstance(features, list) or not features:
        raise Wrong(f"{path.name}: tìm thấy “{kind}” không có đối tượng; cần một FeatureCollection có ít nhất một đối tượng (features).")
    return features


def _code(where: str, feature: Any, told: Map, districts: dict[str, Unit]) -> str:
    """The unit code of a feature, which has to be a district's, under a name that is that district's."""
    about = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(about, dict) or told.code_property not in about:
        raise Wrong(f"{where}: không có thuộc tính “{told.code_property}”; cần mã huyện (settings.toml, khóa “map.code_property”).")
    code = str(about[told.code_property])
    if code not in districts:
        raise Wrong(f"{where}: tìm thấy mã “{code}”, cần một mã huyện có trong units.csv.")
    if told.name_property:
        unit, name = districts[code], about.get(told.name_property)
        if not isinstance(name, str) or not any(_same(name, known) for known in (unit.name, unit.short_name, *unit.aliases)):
            wanted = f"cần “{unit.name}” như trong units.csv (hoặc để trống khóa “map.name_property”)"
            raise Wrong(f"{where} (mã {code}): thuộc tính “{told.name_property}” là “{name}”, {wanted}.")
    return code


def _same(name: str, known: str) -> bool:
    """Whether a name is a unit's, with or without the words before it that say what kind of unit it is."""
    return _bare(name) == _bare(known) != ""


def _bare(name: str) -> str:
    text = " ".join(unicodedata.normalize("NFC", name).casefold().split())
    return next((text.removeprefix(word) for word in KIND_WORDS if text.startswith(word)), text)


def _rings(where: str, feature: Any, code: str) -> Iterator[Ring]:
    shape = feature.get("geometry")
    kind = shape.get("type") if isinstance(shape, dict) else None
    if kind not in KINDS:
        raise Wrong(f"{where}: tìm thấy hình “{kind}”, cần Polygon hoặc MultiPolygon.")
    inside = shape.get("coordinates")
    parts = [inside] if kind == "Polygon" else inside
    if not isinstance(parts, list) or not parts or not all(isinstance(part, list) and part for part in parts):
        raise Wrong(f"{where}: hình {kind} không có vòng nào; cần ít nhất một vòng khép kín.")
    for n, part in enumerate(parts, start=1):
        for m, ring in enumerate(part, start=1):
            yield Ring(code, n, m, _turned(_positions(f"{where}, phần {n}, vòng {m}", ring), clockwise=m == 1))


def _positions(where: str, ring: Any) -> list[tuple[float, float]]:
    if not isinstance(ring, list) or len(ring) < FEWEST:
        found = f"{len(ring)} điểm" if isinstance(ring, list) else f"“{ring}”"
        raise Wrong(f"{where}: tìm thấy {found}, cần ít nhất {FEWEST} điểm.")
    for n, position in enumerate(ring, start=1):
        is_pair = isinstance(position, list) and len(position) >= 2 and all(_is_number(value) for value in position[:2])
        if not is_pair or abs(position[0]) > 180 or abs(position[1]) > 90:
            wanted = "cần [kinh độ −180…180, vĩ độ −90…90] tính bằng độ"
            raise Wrong(f"{where}, điểm {n}: tìm thấy {json.dumps(position, ensure_ascii=False)[:60]}, {wanted}.")
    if ring[0][:2] != ring[-1][:2]:
        raise Wrong(f"{where}: điểm đầu {ring[0][:2]} khác điểm cuối {ring[-1][:2]}; cần vòng khép kín.")
    return [(float(lon), float(lat)) for lon, lat, *_ in ring]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _turned(ring: list[tuple[float, float]], *, clockwise: bool) -> tuple[tuple[float, float], ...]:
    """The ring in the direction that lets a drawing cut the inner rings out of the outer one."""
    area = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in itertools.pairwise(ring))  # above 0 = clockwise
    return tuple(ring if (area > 0) == clockwise else reversed(ring))
