"""The parameters of a statement: a field for every $name in it, of the kind that its name says, beginning with what the frame shows."""

from datetime import date
from typing import Any, Literal

import streamlit as st

from pages.parts import filters, pickers
from pages.parts.ask import ask
from queries import choices

Kind = Literal["year", "day", "unit", "component", "fund_source", "capital_type", "number", "text"]
BEGINNINGS: dict[str, Kind] = {  # of names; the first that fits
    "nam": "year", "ngay": "day", "don_vi": "unit", "huyen": "unit", "so_nganh": "unit", "du_an": "component", "tieu_du_an": "component",
    "nguon": "fund_source", "loai": "capital_type", "so": "number", "muc": "number", "nguong": "number", "tien": "number",
    "ty_le": "number", "top": "number",
}  # fmt: skip
FOLLOWING = ("nam", "ngay", "don_vi", "du_an", "nguon", "loai")  # always begin with the frame's choice
SAID = (
    "Tham số viết $ten, chữ thường không dấu; tên nói loại giá trị: $nam… là năm, $ngay… là ngày, $don_vi, $du_an, $nguon, $loai chọn theo "
    "danh sách (để trống = NULL, không lọc), $so…, $muc…, $nguong…, $ty_le…, $tien…, $top… là số, tên khác là chữ."
)


def kind(name: str) -> Kind:
    """What a parameter of this name holds."""
    return next((of for beginning, of in BEGINNINGS.items() if name == beginning or name.startswith(f"{beginning}_")), "text")


def drawn(names: tuple[str, ...], told: dict[str, str], turn: int) -> dict[str, Any]:
    """A field for each, and its value: int, float, date, text, or None where it is left empty. `told`: values that came with the statement.

    A field follows the frame as long as nobody changed it; `turn` is the statement it belongs to.
    """
    values: dict[str, Any] = {}
    for start in range(0, len(names), 3):
        for place, name in zip(st.columns(3), names[start : start + 3], strict=False):
            with place:
                values[name] = _field(name, told.get(name), turn)
    return values


def written(values: dict[str, Any]) -> dict[str, str]:
    """The values as texts, to keep: a day as yyyy-mm-dd, "" for none."""
    return {name: "" if value is None else str(value) for name, value in values.items()}


def said(values: dict[str, Any]) -> str:
    """The values as a sentence says them: "$nam = …, $ngay = 31/12/…"."""
    told = {name: f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value) for name, value in values.items() if value is not None}
    return ", ".join(f"${name} = {told.get(name, 'NULL')}" for name in values)


def _field(name: str, told: str | None, turn: int) -> Any:
    chosen, of = filters.chosen(), kind(name)
    label, key = f"${name}".replace("$", r"\$"), f"ts-{turn}-{name}"
    if of == "year":
        begins = _number(told) or chosen.plan_year - ("truoc" in name)
        return int(st.number_input(label, 1900, 2999, int(begins), key=f"{key}-{begins}", format="%d"))
    if of == "day":
        day = _day(told) or ((chosen.previous_on or chosen.on) if "truoc" in name else chosen.on)
        return st.date_input(label, day, date(1900, 1, 1), date(2999, 12, 31), key=f"{key}-{day}", format="DD/MM/YYYY")
    if of == "number":
        number = st.number_input(label, value=_number(told), key=f"{key}-{told}", format="%g", placeholder="để trống = NULL")
        return int(number) if number is not None and float(number).is_integer() else number
    if of == "text":
        return st.text_input(label, told or "", key=f"{key}-{told}", max_chars=1_000)
    return _picked(name, of, label, told, key)


def _picked(name: str, of: str, label: str, told: str | None, key: str) -> str | None:
    chosen, year = filters.chosen(), filters.chosen().plan_year
    offered, here = {
        "unit": (lambda: pickers.named(ask(choices.reporting_units, plan_year=year), "unit_code", "short_name"), chosen.unit),
        "component": (lambda: pickers.named(ask(choices.components), "code", "short_name"), chosen.component),
        "fund_source": (lambda: pickers.named(ask(choices.fund_sources), "code", "name"), chosen.source),
        "capital_type": (lambda: pickers.named(ask(choices.capital_types), "code", "name"), chosen.capital_type),
    }[of]
    names = offered()
    begins = told if told is not None else here if name in FOLLOWING else None
    at = list(names).index(begins) if begins in names else None
    words = {code: f"{code} · {called}" for code, called in names.items()}
    return st.selectbox(
        label, list(names), at, format_func=words.__getitem__, key=f"{key}-{begins}", placeholder=f"{pickers.ALL} (NULL)", filter_mode=None
    )


def _number(told: str | None) -> float | None:
    try:
        return float(told) if told else None
    except ValueError:
        return None


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        return None
