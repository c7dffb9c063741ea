"""How figures read on a Vietnamese screen: amounts, rates, dates, and tables of them. Missing is "—", never 0."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
from babel.numbers import format_decimal
from pandas.io.formats.style import Styler

from pages.parts.headings import HEADINGS

MISSING = "—"
MILLION = 1_000_000
MARKS = re.compile(r"[\\`*_\[\]$~:<>#|!]")
_KEPT_MARKS = re.compile(rf"\\({MARKS.pattern})")
MAY_BEGIN_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
SAID = re.compile(r"-?(0|[1-9]\d{0,2}(\.\d{3})*)(,\d+)?")  # a figure as the screen writes it
BELOW_ZERO = re.compile(r"-[\d.]+(,\d+)?")  # a number, no formula
PLACE = ZoneInfo("Asia/Ho_Chi_Minh")
STATES = {"final": "chính thức", "preliminary": "sơ bộ", "estimate": "ước"}
KINDS = {"district": "Huyện, thị xã, thành phố", "department": "Sở, ngành"}
BLOCKS = {"district": "Huyện", "department": "Sở"}


def is_missing(value: object) -> bool:
    """True for None, NaN, NaT and NA."""
    return value is None or bool(pd.isna(value))


def _rounded(value: Decimal, places: int) -> str:
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return str(format_decimal(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), format=pattern, locale="vi"))


def million(vnd: object) -> str:
    """Whole đồng as triệu đồng without decimals: 102408000000 → "102.408"; below one triệu with decimals."""
    if is_missing(vnd):
        return MISSING
    amount = Decimal(int(vnd)) / MILLION
    return _rounded(amount, 0 if abs(amount) >= 1 or amount == 0 else 3)


def share(value: object) -> str:
    """0.8961 → "89,61%"."""
    return MISSING if is_missing(value) else _rounded(Decimal(str(value)) * 100, 2) + "%"


def number(value: object, places: int) -> str:
    """A figure that is no money: 6000 → "6.000", 1.3249 → "1,32"."""
    return MISSING if is_missing(value) else _rounded(Decimal(str(value)), places)


def day_of_year(value: object) -> str:
    """A date as dd/mm, where the year is plain."""
    return MISSING if is_missing(value) else f"{as_date(value):%d/%m}"


def rounded_share(value: object) -> str:
    """A share that someone set, without decimals it does not have: 0.95 → "95%", 0.725 → "72,5%"."""
    return MISSING if is_missing(value) else str(format_decimal(Decimal(str(value)) * 100, format="#,##0.##", locale="vi")) + "%"


def points(value: object) -> str:
    """A difference of two shares, without its sign: 0.35 → "35,00 điểm %"."""
    return MISSING if is_missing(value) else _rounded(abs(Decimal(str(value))) * 100, 2) + " điểm %"


def change_of_share(value: object) -> str:
    """The same with its sign, its unit in the heading of its column: 0.0531 → "+5,31"."""
    return MISSING if is_missing(value) else ("+" if value > 0 else "") + number(Decimal(str(value)) * 100, 2)


def count(value: object) -> str:
    return MISSING if is_missing(value) else _rounded(Decimal(int(value)), 0)


def day(value: object) -> str:
    """A date as dd/mm/yyyy."""
    return MISSING if is_missing(value) else f"{pd.Timestamp(value):%d/%m/%Y}"


def official_day(value: object) -> str:
    """A date as official letters write it: days below 10 and months 1, 2 with a leading zero (Nghị định 30/2020/NĐ-CP)."""
    on = as_date(value)
    return f"ngày {on.day:02d} tháng {on.month:{'02d' if on.month < 3 else 'd'}} năm {on.year}"


def moment(value: Any) -> str:
    """A time (UTC where it does not say) on the clock of the office: "11:30 ngày 31/12/…"."""
    at = pd.Timestamp(value)
    return f"{(at if at.tzinfo else at.tz_localize('UTC')).tz_convert(PLACE):%H:%M ngày %d/%m/%Y}"


def pair(disbursed: object, planned: object, rate: object) -> str:
    """ "102.408/114.277 triệu đồng, đạt 89,61% kế hoạch vốn"; a missing part is said in words."""
    if is_missing(planned):
        return "chưa có kế hoạch vốn"
    if is_missing(disbursed):
        return f"kế hoạch vốn {million(planned)} triệu đồng, chưa có số giải ngân"
    return f"{million(disbursed)}/{million(planned)} triệu đồng" + ("" if is_missing(rate) else f", đạt {share(rate)} kế hoạch vốn")


def moved(signed: str) -> str:
    """A signed change as a sentence says it: "+1.234 triệu đồng" → "tăng 1.234 triệu đồng"."""
    way = {"+": "tăng", "-": "giảm"}.get(signed[0])
    return f"{way} {signed[1:]}" if way else "không đổi"


def as_date(value: object) -> date:
    return pd.Timestamp(value).date()


def _writer(column: str):
    if column.endswith("_vnd"):
        return million
    if column.endswith("_share"):
        return share
    if column.endswith("_on"):
        return day
    if column.endswith("_count"):
        return count
    if column == "state":
        return lambda code: MISSING if is_missing(code) else STATES.get(code, code)
    if column == "kind":
        return lambda code: KINDS.get(code, code)
    return lambda text: MISSING if is_missing(text) or text == "" else str(text)


def said(column: str, value: object) -> str:
    """A value of a column as screen and papers write it, in plain text."""
    if column.endswith(("_number", "_points")) and not isinstance(value, str) and not is_missing(value):
        return change_of_share(value) if column.endswith("_points") else number(value, 2 if value % 1 else 0)
    return str(_writer(column)(value))


def plain(text: str) -> str:
    """A text as it was sent, where the screen would read marks in it as layout, links or pictures."""
    return MARKS.sub(r"\\\g<0>", text)


def unmarked(text: str) -> str:
    """A text made for the screen as papers write it: the marks that `plain` kept from being layout are letters again."""
    return _KEPT_MARKS.sub(r"\1", text)


def table(answer: pd.DataFrame, *columns: str, headings: dict[str, str] = HEADINGS) -> Styler:
    """The named columns of an answer under Vietnamese headings, money in triệu đồng; numbers stay numbers and stand to the right."""
    told = shown_columns(answer, columns)
    kept = answer[told].reset_index(drop=True).set_axis([headings[c] for c in told], axis="columns")
    kept.attrs = {}  # what the answer says of itself (pages.parts.ask) does not go to the browser
    return kept.style.hide(axis="index").format({headings[c]: _on_screen(c) for c in told})


def _on_screen(column: str) -> Callable[[object], str]:
    return lambda value: plain(said(column, value))


def shown_columns(answer: pd.DataFrame, columns: Iterable[str]) -> list[str]:
    """The columns worth their place in a table of this answer."""
    return [c for c in columns if not _says_nothing(answer, c)]


def _says_nothing(answer: pd.DataFrame, column: str) -> bool:
    """Columns that are only worth their place when something is amiss: a plan without figures, a state that is not final."""
    if column in ("unreported_planned_vnd", "lower_share") and "unreported_planned_vnd" in answer:
        return not (answer["unreported_planned_vnd"] > 0).any()
    return column == "state" and bool((answer["state"].dropna() == "final").all())


def csv(answer: pd.DataFrame, columns: tuple[str, ...], notes: tuple[str, ...], headings: dict[str, str] = HEADINGS) -> bytes:
    """The same columns for a spreadsheet set to Vietnamese: whole đồng, shares in percent, ";" between, notes at the end.

    Numbers come without dots between thousands, which some programs read as decimals; no text is a formula.
    """

    def cell(column: str, value: object) -> str:
        if is_missing(value):
            return ""
        if column.endswith("_vnd"):
            return str(int(value))
        if column.endswith("_share"):
            return share(value).rstrip("%").replace(".", "")
        if column.endswith(("_count", "_number", "_points")) or (column.endswith("_text") and SAID.fullmatch(str(value))):
            return said(column, value).replace(".", "").removeprefix("+")
        if column.endswith("_on") or column in ("state", "kind"):
            return said(column, value)
        return _no_formula(str(value))

    heads = [_no_formula(headings[c]) + (" (đồng)" if c.endswith("_vnd") else " (%)" if c.endswith("_share") else "") for c in columns]
    written = pd.DataFrame([[cell(c, row[c]) for c in columns] for row in answer.to_dict("records")], columns=heads)
    text = written.to_csv(index=False, sep=";", lineterminator="\r\n")
    return ("\ufeff" + text + "".join(f'\r\n"{_no_formula(note).replace(chr(34), 2 * chr(34))}"' for note in notes)).encode()


def _no_formula(text: str) -> str:
    return f"'{text}" if text.startswith(MAY_BEGIN_A_FORMULA) and not BELOW_ZERO.fullmatch(text) else text
