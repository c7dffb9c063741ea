"""What a row of an answer is about, by every part of its key; and what an address asks for that is not there."""

from typing import Any

import pandas as pd

from pages.parts import clock, formats, standings, why
from pages.parts.ask import ask, frozen
from pages.parts.outlook import GROUPS
from queries import choices, targets

OF = {  # a column of a key, and the columns that say it in words: the first that an answer has
    "unit_code": ("unit_short_name", "short_name"), "held_by_code": ("held_by_short_name",), "project_code": ("short_name",),
    "component_code": ("component_short_name", "short_name"), "fund_source": ("fund_source_name", "short_name"),
    "capital_type": ("capital_type_name", "short_name"), "indicator_code": ("indicator_short_name",), "breakdown": ("breakdown_name",),
    "round_code": ("round_name",), "commune_code": ("commune_name",), "cause_code": ("cause_name",), "rule": ("rule_name",),
    "position": ("group_name",), "code": ("short_name",),
}  # fmt: skip
ALSO = {  # what else tells rows apart where a key alone says little to a reader
    "finding_id": ("unit_short_name", "finding_id", "recommendation"), "visit_id": ("unit_short_name", "visit_id"),
    "cell": ("unit_short_name", "component_short_name", "cause_name", "cell"),
}  # fmt: skip
SAID = {"plan_year": "năm {}", "capital_year": "vốn {}", "cell": "ô {}"}
KINDS = {True: "vốn kéo dài", False: "vốn năm nay"}
RANKED = {measure.code: measure.name for measure in standings.MEASURES.values()}
SILENT = ("submission_id", "sheet", "of_what")  # parts of keys that say nothing to a reader; the cell stands beside its unit
NARROWING = ("unit", "component", "source", "capital_type", "indicator")  # what a question was narrowed to, and its rows do not say


def rows(answer: pd.DataFrame, wanted: why.Wanted) -> list[str]:
    """Each row by every part of its key, and by what the question was narrowed to: "Long Phú, Đào tạo nghề, Ngân sách trung ương"."""
    keys = [key for key in why.keys(wanted.question) if key not in SILENT]
    unsaid = [name for name in NARROWING if wanted.filters.get(name) and not set(keys) & set(why.NARROWS[name])]
    known = codes(wanted) if unsaid else {}
    narrowed = [known[name].get(str(wanted.filters[name]), str(wanted.filters[name])) for name in unsaid]
    return [_joined([*(part for key in keys for part in _parts(key, of)), *narrowed]) for _, of in answer.iterrows()]


def _joined(parts: list[str]) -> str:
    return ", ".join(dict.fromkeys(part for part in parts if part and part != formats.MISSING))


def _parts(key: str, of: pd.Series) -> list[str]:
    if key in ALSO:
        return [_said(column, of[column]) for column in ALSO[key]]
    column = next((c for c in OF.get(key, ()) if c in of and of[c] != ""), key)
    if column == key == "breakdown":
        return []
    return [_said(column, of[column])]


def _said(column: str, value: Any) -> str:
    if formats.is_missing(value):
        return ""
    if column == "is_carried_over":
        return KINDS[bool(value)]
    if column == "measure":
        return RANKED[value]
    if column in ("code", "unit_code"):
        return _every_name().get(str(value), str(value))
    return SAID.get(column, "{}").format(formats.said(column, value))


def codes(wanted: why.Wanted) -> dict[str, dict[str, str]]:
    """The codes that the address may name, by parameter, and what they are called."""
    year = wanted.filters.get("plan_year") or _newest_year()
    units = ask(choices.reporting_units, plan_year=year)
    known = {"component": ask(choices.components), "source": ask(choices.fund_sources), "capital_type": ask(choices.capital_types)}
    indicators = ask(targets.indicators)
    return {
        "unit": dict(zip(units["unit_code"], units["short_name"], strict=True)),
        "indicator": dict(zip(indicators["indicator_code"], indicators["indicator_short_name"], strict=True)),
    } | {name: dict(zip(rows["code"], rows["short_name"], strict=True)) for name, rows in known.items()}


def _every_name() -> dict[str, str]:
    """Units and components, for rows that may be of either."""
    units = ask(choices.reporting_units, plan_year=_newest_year())
    parts = ask(choices.components)
    return dict(zip(units["unit_code"], units["short_name"], strict=True)) | dict(zip(parts["code"], parts["short_name"], strict=True))


def choices_named(wanted: why.Wanted) -> dict[str, str]:
    """What codes in parameters are called."""
    return {code: name for told in ({"": GROUPS} | codes(wanted)).values() for code, name in told.items()}


def _newest_year() -> int:
    return int(ask(choices.plan_years)["plan_year"].max())


def not_there(wanted: why.Wanted) -> str | None:
    """One sentence where the address names a year without figures, or a code that the reader's figures do not have."""
    reported = ask(choices.plan_years).dropna(subset="newest_on")["plan_year"].astype(int).tolist()
    year = wanted.filters.get("plan_year")
    if year is not None and int(year) not in reported:
        return f"Địa chỉ nêu năm ngân sách {year}: chưa có báo cáo nào của năm ấy."
    for name, known in codes(wanted).items():
        code = wanted.filters.get(name)
        if code is not None and code not in known:
            return f"Địa chỉ nêu {WORDS[name]} “{formats.plain(str(code))}”: không có trong số liệu, hoặc ngoài phạm vi được xem."
    return None


WORDS = {"unit": "đơn vị", "component": "dự án", "source": "nguồn vốn", "capital_type": "loại vốn", "indicator": "chỉ tiêu"}


def held(wanted: why.Wanted) -> tuple[why.Wanted, str | None]:
    """The same question at a day that these figures reach, and a sentence where the address asked for a later one."""
    newest = formats.as_date(ask(choices.plan_years)["newest_on"].max())
    at = frozen()
    last = {"on": newest, "today": max(clock.now(), newest)}
    later = {name: day for name, day in last.items() if wanted.filters.get(name) and wanted.filters[name] > day}
    if not later:
        return wanted, None
    whose = f"Bản chốt “{formats.plain(at.name)}”" if at else "Số liệu hiện hành"
    asked, day = (formats.day(one) for one in next((wanted.filters[name], day) for name, day in later.items()))
    told = f"Địa chỉ hỏi ngày {asked}. {whose} chỉ có số liệu đến {day}; trang trả lời ở ngày ấy."
    return wanted._replace(filters=wanted.filters | later), told
