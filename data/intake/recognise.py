"""From the words in a cell to a code of the definitions: units, components, rounds, sources, types, causes, dates, years."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from data.definitions import Definitions
from data.definitions.models import KIND_NAMES, STATE_NAMES, VISIT_MODES, SubProject, Unit
from data.intake.words import key

_DATE = re.compile(r"^\D*(\d{1,2})\D+(\d{1,2})\D+(\d{4})\D*$")
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
WITH_PROVINCE = "unit_or_province"  # who may have a target of its own: the reporting units, and the province as a whole
_WHOLE = ["Toàn tỉnh", "Cả tỉnh"]


class Recogniser:
    """Looks codes up by code, official name, short name or alias, however they are spelled."""

    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions
        programme = definitions.programme
        self.leaves = {c.code for c in programme.components}
        self.project_of = {s.code: p.code for p in programme.project for s in ([p, *p.sub_project])}
        everything = [s for p in programme.project for s in ([p, *p.sub_project])]
        self._lists: dict[str, dict[str, str]] = {
            "component": _lookup((c.code, _names_of_component(c)) for c in everything),
            "fund_source": _lookup((s.code, [s.name, s.short_name, *s.aliases]) for s in programme.fund_source),
            "capital_type": _lookup((t.code, [t.name, t.short_name, *t.aliases]) for t in programme.capital_type),
            "cause": _lookup((c.code, [c.name, c.short_name, *c.aliases]) for c in programme.cause),
            "finding_kind": _lookup((k.code, [k.name, k.short_name, *k.aliases]) for k in programme.finding_kind),
            "visit_mode": _lookup((code, [name]) for code, name in VISIT_MODES.items()),
            "addressee": _lookup((u.code, [u.name, u.short_name, *u.aliases]) for u in definitions.units if u.kind != "commune"),
            "round": _lookup((r.code, [r.name]) for r in definitions.rounds.values()),
            "kind": _lookup((code, [name]) for code, name in KIND_NAMES.items()),
            "state": _lookup((code, [name]) for code, name in STATE_NAMES.items()),
            "indicator": _lookup((i.code, [i.name, i.short_name, *i.aliases]) for i in definitions.indicators),
            "breakdown": _lookup((b.code, [b.name, b.short_name, *b.aliases]) for b in programme.breakdown),
            "measure_unit": _lookup((u, [_spelled(u)]) for i in definitions.indicators for u in (i.unit, i.level_unit, i.counted) if u),
        }
        self._in_percent = {i.code for i in definitions.indicators if "%" in i.unit + i.level_unit}
        self.known_words = {k for names in self._lists.values() for k in names}
        self._unit_names = lru_cache(maxsize=500)(self._names_of_units)

    def code(self, kind: str, text: str, day: date | None = None, parent: str = "") -> str | None:
        """The code a text means, or None. `day` and `parent` (a unit code) narrow units and communes."""
        if kind == "year":
            found = re.fullmatch(r"(?:năm\s*)?(20\d\d)(?:\.0)?", text.strip().lower())
            return found[1] if found else None
        if kind in ("unit", "commune", WITH_PROVINCE):
            text, names = text.removesuffix(".0"), self._unit_names(kind, day, parent)
        else:
            names = self._lists[kind]
        return names.get(key(text)) or _by_leading_code(names, text) or names.get(_plainer(kind, key(text)))

    def measure_unit(self, text: str) -> str:
        """A unit of measure as the definitions write it ('Người' → 'người', 'phần trăm' → '%'), else as it was written."""
        return self._lists["measure_unit"].get(key(_spelled(text)), text)

    def is_in_percent(self, indicator_code: str | None) -> bool:
        return indicator_code in self._in_percent

    def _names_of_units(self, kind: str, day: date | None, parent: str) -> dict[str, str]:
        if kind == "commune":
            units: Iterable[Unit] = [u for u in self.definitions.units if u.kind == "commune" and (not parent or u.parent_code == parent)]
        else:
            units = self.definitions.reporting_units or self.definitions.units
            units = [*units, *(u for u in self.definitions.units if u.code == self.definitions.settings.receiving.unit)]
        named = [(u.code, [u.name, u.short_name, *u.aliases]) for u in units if day is None or u.is_valid_on(day)]
        if kind == WITH_PROVINCE:
            province = self.definitions.settings.province
            named += [(province.code, [province.name, *_WHOLE])]
        return _lookup(named)

    def expected(self, kind: str) -> str:
        """What stands in a sentence after 'cần'."""
        if kind in ("fund_source", "capital_type", "cause", "kind", "state", "breakdown", "finding_kind", "visit_mode"):
            names = {"kind": KIND_NAMES, "state": STATE_NAMES, "visit_mode": VISIT_MODES}.get(kind)
            words = list(names.values()) if names else [x.short_name or x.name for x in getattr(self.definitions.programme, kind)]
            return "một trong: " + "; ".join(words)
        return {
            "component": "một mã tiểu dự án của Chương trình, như " + ", ".join(sorted(self.leaves)[:3]),
            "unit": "mã hoặc tên một đơn vị báo cáo còn hiệu lực",
            WITH_PROVINCE: f"mã hoặc tên một đơn vị báo cáo còn hiệu lực, hoặc mã tỉnh {self.definitions.settings.province.code}",
            "indicator": "một mã chỉ tiêu trong danh mục, như " + ", ".join(i.code for i in self.definitions.indicators[:3]),
            "commune": "mã xã của huyện, còn hiệu lực ở ngày chốt",
            "round": "mã một kỳ báo cáo đã mở",
            "year": "một năm, như 2000",
            "date": "một ngày dạng ngày/tháng/năm",
        }[kind]


def _spelled(measure_unit: str) -> str:
    return measure_unit.replace("%", " phần trăm ")


def _names_of_component(c: SubProject) -> list[str]:
    return [c.official_name, c.short_name, *c.aliases]


def _lookup(named: Iterable[tuple[str, list[str]]]) -> dict[str, str]:
    """Key of every name → code; a name that means two codes means neither."""
    names: dict[str, str | None] = {}
    for code, words in named:
        for word in {key(w) for w in [code, *words] if key(w)}:
            names[word] = code if names.get(word, code) == code else None
    return {word: code for word, code in names.items() if code}


def _by_leading_code(names: dict[str, str], text: str) -> str | None:
    """'943 - Huyện Kế Sách' and 'DA2: Đa dạng hóa…' mean what their first part means."""
    first = re.split(r"\s+[-–]\s+|:\s*", text.strip(), maxsplit=1)[0]
    return names.get(key(first)) if first != text.strip() else None


def _plainer(kind: str, plain: str) -> str:
    """'UBND huyện Bình Minh' → the district; 'Báo cáo tháng 6 năm 2000', 'T6/2000' → 'Tháng 6/2000' (all as keys)."""
    if kind in ("unit", "commune", WITH_PROVINCE):
        return re.sub(r"^(?:ubnd|uy ban nhan dan|uy ban nd) ", "", plain)
    if kind == "round":
        return re.sub(r"^(?:thang |t ?)0?(\d{1,2}) (?:nam )?(20\d\d)$", r"thang \1 \2", re.sub(r"^bao cao (?:ky )?", "", plain))
    if kind == "indicator":
        return re.sub(r"^\d{1,2} ", "", plain)
    if kind == "breakdown":
        return re.sub(r"^(?:[a-e] |trong do |rieng |so |ho |nguoi |lao dong |dan toc )+", "", plain)
    return ""


def day_of(text: str) -> date | None:
    """'14/6/2000', 'ngày 14 tháng 6 năm 2000', '2000-06-14' → the date; day before month, as written here."""
    iso, typed = _ISO.match(text.strip()), _DATE.match(text.strip())
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        return date(int(typed[3]), int(typed[2]), int(typed[1])) if typed else None
    except ValueError:
        return None


_UNITS = (
    ("tỷ đồng", r"(?:1 )?(?:ty|ti)(?: dong| d)?|1 ?000 ?000 ?000 ?(?:dong|d|vnd)"),
    ("triệu đồng", r"(?:1 )?(?:trieu(?: dong| d)?|tr ?d(?:ong)?)|1 ?000 ?000 ?(?:dong|d|vnd)"),
    ("nghìn đồng", r"(?:1 )?(?:nghin|ngan)(?: dong| d)?|1 ?000 ?(?:dong|d|vnd)"),
    ("đồng", r"dong(?: viet nam| vn)?|vnd|d"),
)
_ALONE = re.compile(r"(?:dvt|d v t|don vi tinh|don vi tien(?: te)?|don vi)? ?(?:" + "|".join(f"({p})" for _, p in _UNITS) + ")")
_WITHIN = re.compile(
    r"\b(?:((?:ty|ti) (?:dong|d))|(trieu (?:dong|d)|tr ?d(?:ong)?)|((?:nghin|ngan) (?:dong|d)))\b"
)  # not 'công ty', 'ngân sách'
_NUMBER_BEFORE = re.compile(r"\d ?$")
# money that is no unit of ours: another currency, or a multiple ('trăm triệu đồng', 'nghìn tỷ đồng')
_CURRENCY = re.compile(r"\b(?:USD|EUR|JPY|CNY|GBP|đô[ -]?la|euro|ơ[ -]?rô)\b|[$€¥£]", re.IGNORECASE)
_MULTIPLE = re.compile(  # with its marks: 'Giải ngân triệu đồng' is no 'ngàn triệu'
    r"\b(?:trăm|tram|mười|mươi|chục|chuc|nghìn|nghin|ngàn|vạn|triệu|trieu)\s+(?:nghìn|nghin|ngàn|triệu|trieu|tỷ|tỉ|ty)\b"
    r"|\b(?:trăm|mười|chục)\s+đồng\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\d[\d ]*(?:trieu|ty|ti|nghin|ngan|dong)\b(?: dong| d)?")


def unit_said(text: str) -> str | None:
    """As money_unit_of, but "" where a unit is named that is none of ours, or two are; None only where nothing is said."""
    brackets = [key(part) for part in (text, *re.findall(r"\(([^)]*)\)", text))]
    if _CURRENCY.search(text) or _MULTIPLE.search(text):
        return ""
    said = _units_in(text)
    if not said and any(_COUNTED.fullmatch(part) for part in brackets):
        return ""
    return None if not said else said.pop() if len(said) == 1 else ""


def money_unit_of(text: str) -> str | None:
    """'ĐVT: Triệu đồng', 'Trđ', '(1.000 đồng)' → the one money unit named in a heading or note; None if it names none, or two.

    Plain 'đồng' is a unit only where nothing else is said ('hợp đồng', 'Phú Đông' are not money).
    """
    return unit_said(text) or None


def is_only_unit(text: str) -> bool:
    """Whether a text is a unit of money and nothing else: '(triệu đồng)'."""
    return _said_alone(text) is not None and (len(key(text)) > 2 or "(" in text)


def _units_in(text: str) -> set[str]:
    brackets = re.findall(r"\(([^)]*)\)", text)
    said = {unit for part in (*brackets, *re.split(r"[,;]", re.sub(r"\([^)]*\)", " ", text))) if (unit := _said_alone(part))}
    if not said:
        said = {
            _UNITS[(hit.lastindex or 1) - 1][0]
            for hit in _WITHIN.finditer(key(text))
            if not _NUMBER_BEFORE.search(key(text)[: hit.start()])
        }
    return said


def _said_alone(part: str) -> str | None:
    hit = _ALONE.fullmatch(key(part))
    return _UNITS[hit.lastindex - 1][0] if hit and hit.lastindex else None
