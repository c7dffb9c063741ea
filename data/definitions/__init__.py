"""The definitions an office can change without code, and their one loader.

`load()` reads the folder named by DASHBOARD_DEFINITIONS, or the one beside this file, checks it, and gives a frozen `Definitions`.
Whatever is wrong is said in one Vietnamese sentence that names file, key and what is expected (`DefinitionsError`).
"""

import csv
import hashlib
import os
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from data.definitions import boundaries, models
from data.definitions.agree import disagreements
from data.definitions.documents import RequiredDocument
from data.definitions.indicator import Indicator
from data.definitions.settings import Settings

SHIPPED = Path(__file__).parent

M = TypeVar("M", bound=BaseModel)


class DefinitionsError(Exception):
    """The definitions folder cannot be used; the text says which file, which key, and what is expected."""


@dataclass(frozen=True)
class Definitions:
    """Everything an office defines, checked; `digest` changes when any file of it does."""

    folder: Path
    programme: models.Programme
    units: tuple[models.Unit, ...]
    succession: tuple[models.Succession, ...]
    rounds: dict[str, models.Round]
    extensions: tuple[models.Extension, ...]
    forms: dict[str, models.Form]
    indicators: tuple[Indicator, ...]
    settings: Settings
    tiles: tuple[boundaries.Tile, ...]
    rings: tuple[boundaries.Ring, ...]
    required_documents: tuple[RequiredDocument, ...]
    digest: str

    @cached_property
    def reporting_units(self) -> tuple[models.Unit, ...]:
        """Every unit that holds money and reports, whenever it was valid."""
        return tuple(u for u in self.units if u.reports)

    def expected_units(self, round_: models.Round) -> tuple[models.Unit, ...]:
        """The units a round expects, valid at its cut-off."""
        wanted = set(round_.units)
        return tuple(u for u in self.reporting_units if u.is_valid_on(round_.cut_off_on) and (u.kind in wanted or u.code in wanted))

    def unit(self, code: str, day: date | None = None) -> models.Unit | None:
        """The unit under a code, on a day if given (a code can come back with another meaning)."""
        found = [u for u in self.units if u.code == code and (day is None or u.is_valid_on(day))]
        return found[0] if found else None


def load(folder: Path | None = None) -> Definitions:
    """Read and check a definitions folder. Raises DefinitionsError with a Vietnamese sentence."""
    folder = folder or Path(os.environ.get("DASHBOARD_DEFINITIONS") or SHIPPED)
    if not folder.is_dir():
        raise DefinitionsError(f"Không thấy thư mục định nghĩa “{folder}”; cần thư mục có programme.toml, settings.toml, units.csv, …")
    forms = [_one(folder, f"forms/{p.name}", models.Form, _toml) for p in sorted((folder / "forms").glob("*.toml"))]
    indicators = [_one(folder, f"indicators/{p.name}", Indicator, _toml) for p in sorted((folder / "indicators").glob("*.toml"))]
    rounds = _many(folder, "rounds.csv", models.Round)
    units, settings = tuple(_many(folder, "units.csv", models.Unit)), _one(folder, "settings.toml", Settings, _toml)
    definitions = Definitions(
        folder=folder,
        programme=_one(folder, "programme.toml", models.Programme, _toml),
        units=units,
        succession=tuple(_many(folder, "succession.csv", models.Succession)),
        rounds={r.code: r for r in rounds},
        extensions=tuple(_many(folder, "extensions.csv", models.Extension)),
        forms={f.code: f for f in forms},
        indicators=tuple(sorted(indicators, key=lambda i: (i.position, i.code))),
        settings=settings,
        tiles=tuple(_may_be(folder, "tiles.csv", boundaries.Tile)),
        rings=_rings(folder, settings, units),
        required_documents=tuple(_may_be(folder, "required_documents.csv", RequiredDocument)),
        digest=_digest(folder, settings),
    )
    for sentence in disagreements(definitions, rounds, forms):
        raise DefinitionsError(sentence)
    return definitions


def _rings(folder: Path, settings: Settings, units: tuple[models.Unit, ...]) -> tuple[boundaries.Ring, ...]:
    try:
        return boundaries.read(folder, settings.map, units)
    except boundaries.Wrong as problem:
        raise DefinitionsError(str(problem)) from None


def _digest(folder: Path, settings: Settings) -> str:
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".toml", ".csv"))
    whole = hashlib.sha256((folder / settings.map.boundaries).read_bytes() if settings.map.boundaries else b"")
    for path in files:
        whole.update(f"{path.relative_to(folder).as_posix()}\n".encode() + path.read_bytes().replace(b"\r\n", b"\n"))
    return whole.hexdigest()


def _text(folder: Path, name: str) -> str:
    try:
        return (folder / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DefinitionsError(f"{name}: không có tệp này trong “{folder}”; cần có, dù chỉ với dòng tiêu đề.") from None
    except UnicodeDecodeError:
        raise DefinitionsError(f"{name}: không đọc được chữ; cần lưu tệp với bảng mã UTF-8.") from None


def _toml(folder: Path, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(folder, name))
    except tomllib.TOMLDecodeError as problem:
        raise DefinitionsError(f"{name}: không đúng cú pháp TOML ({problem}); xem tệp gốc đi kèm để so.") from None


def _one(folder: Path, name: str, model: type[M], read: Callable[[Path, str], dict[str, Any]]) -> M:
    return _checked(name, model, read(folder, name), "")


def _many(folder: Path, name: str, model: type[M]) -> list[M]:
    rows = csv.DictReader(_text(folder, name).splitlines())
    return [
        _checked(name, model, {k: v for k, v in row.items() if v != "" or k in ("units", "forms")}, f"dòng {n}, cột ")
        for n, row in enumerate(rows, start=2)
    ]


def _may_be(folder: Path, name: str, model: type[M]) -> list[M]:
    """A file that an office may do without."""
    return _many(folder, name, model) if (folder / name).exists() else []


def _checked(name: str, model: type[M], raw: Any, where: str) -> M:
    try:
        return model.model_validate(raw)
    except ValidationError as problem:
        errors = problem.errors()  # a key that nobody knows is likelier a slip of the pen than a key left out
        first = next((e for e in errors if e["type"] == "extra_forbidden"), errors[0])
        key = ".".join(str(part) for part in first["loc"])
        if first["type"] == "value_error":  # said by a model of ours, about several keys at once
            raise DefinitionsError(f"{name}: {where}{first['ctx']['error']}.") from None
        raise DefinitionsError(f"{name}: {where}khóa “{key}”: {_expected(first)}") from None


def _expected(error: Any) -> str:
    found = "" if error["type"] == "missing" else f"tìm thấy “{error.get('input')}”, "
    context = error.get("ctx") or {}
    wanted = {
        "missing": "còn thiếu; cần có giá trị.",
        "extra_forbidden": "cần bỏ khóa này (không dùng đến) hoặc sửa tên khóa.",
        "literal_error": f"cần một trong: {context.get('expected', '')}.",
        "string_too_short": "cần có chữ.",
        "too_short": "cần ít nhất một mục.",
        "string_pattern_mismatch": f"cần đúng dạng {context.get('pattern', '')}.",
        "int_parsing": "cần một số nguyên.",
        "int_type": "cần một số nguyên.",
        "float_parsing": "cần một số.",
        "float_type": "cần một số.",
        "bool_parsing": "cần yes hoặc no.",
        "bool_type": "cần true hoặc false.",
        "string_type": "cần chữ trong ngoặc kép.",
        "list_type": "cần một danh sách.",
        "greater_than_equal": f"cần từ {context.get('ge')} trở lên.",
        "greater_than": f"cần lớn hơn {context.get('gt')}.",
        "less_than_equal": f"cần không quá {context.get('le')}.",
    }
    dates = "cần ngày dạng năm-tháng-ngày, ví dụ 2000-06-14."
    return found + (dates if error["type"].startswith("date") else wanted.get(error["type"], error["msg"]))
