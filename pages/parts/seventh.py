"""The project that pays for monitoring itself: its indicators in words, with who has done what each unit is to do once a year."""

import dataclasses

import pandas as pd

from pages.parts import attained, filters, formats
from pages.parts.formats import day


def chosen_within(chosen: filters.Chosen, project: str, components: pd.DataFrame) -> tuple[filters.Chosen, str]:
    """The choice narrowed to the project: to a sub-project of it where the reader chose one. With what of the choice does not apply."""
    inside = components[(components["project_code"] == project) | (components["code"] == project)]
    names = dict(zip(inside["code"], inside["short_name"], strict=True))
    code = chosen.component if chosen.component in names else project
    named = {filters.COMPONENT: f"{code} · {names.get(code, '')}".rstrip(" ·")}
    kept = [chosen.words.get(filters.COMPONENT, chosen.component)] if chosen.component and chosen.component not in names else []
    told = f"Trang này chỉ xem {named[filters.COMPONENT]}; không áp dụng lựa chọn {kept[0]}." if kept else ""
    return dataclasses.replace(chosen, component=code, words=chosen.words | named), told


def finding(rows: pd.DataFrame) -> str:
    """How many of the project's indicators are reached, in words."""
    reached, silent = int(rows["status"].isin(("reached", "exceeded")).sum()), int(rows["achieved"].isna().sum())
    return f"Tập huấn và giám sát: {reached}/{len(rows)} chỉ tiêu đã đạt" + (f", {silent} chưa có kết quả" if silent else "")


def once_each(answer: pd.DataFrame) -> pd.DataFrame:
    """What each unit is to do once, ready for a table: `done_told` "10/11"."""
    return answer.assign(
        kind_told=[formats.KINDS[k] for k in answer["kind"]],
        done_told=[f"{k}/{n}" for k, n in zip(answer["done_count"], answer["unit_count"], strict=True)],
    )


def sentences(answer: pd.DataFrame) -> list[tuple[str, str]]:
    """Each of them by name, and who has done it: "Kế hoạch giám sát được ban hành", "huyện 10/11 đơn vị đã có, chưa có: …"."""
    told = []
    for name, rows in answer.groupby("indicator_name", sort=False):
        parts = [_part(row, len(rows) > 1) for _, row in rows.iterrows()]
        told.append((str(name), "; ".join(parts)))
    return told


def _part(r: pd.Series, is_split: bool) -> str:
    kind = f"{formats.BLOCKS[r.kind].lower()} " if is_split else ""
    if not r.done_names and not r.waiting_names:
        return f"{kind}chưa đơn vị nào báo cáo ({r.unit_count} đơn vị được giao)"
    said = f"{kind}{r.done_count}/{r.unit_count} đơn vị đã có"
    if r.waiting_names:
        said += f", chưa có: {r.waiting_names}"
    elif r.done_names and r.done_count <= 6:
        said += f" ({r.done_names})"
    if r.silent_names:
        said += f", chưa báo cáo: {r.silent_names}"
    return said


def findings_once(answer: pd.DataFrame) -> str:
    """What is still open of these, in words."""
    if (answer["done_names"] == "").all() and (answer["waiting_names"] == "").all():
        return "Chưa đơn vị nào báo cáo việc được giao"
    open_ = answer[answer["done_count"] < answer["unit_count"]]
    if open_.empty:
        return "Mọi đơn vị được giao đã thực hiện"
    lacking = int((open_["unit_count"] - open_["done_count"]).sum())
    return f"Còn {lacking} việc chưa xong: " + ", ".join(dict.fromkeys(open_["indicator_short_name"]))


def persons(rows: pd.DataFrame, definitions: pd.DataFrame) -> str:
    """How persons and attendances differ, where the project counts both."""
    counted = dict(zip(definitions["indicator_code"], definitions["counted"], strict=True))
    people = [r for _, r in rows.iterrows() if counted.get(r.indicator_code) == "người" and attained.parts(r)]
    times = [r for _, r in rows.iterrows() if counted.get(r.indicator_code) == "lượt người" and not formats.is_missing(r.achieved)]
    if not people or not times:
        return ""
    return (
        f"{people[0].indicator_short_name}: {attained.parts(people[0])}, mỗi người tính một lần; {times[0].indicator_short_name.lower()}: "
        f"{attained.quantity(times[0].achieved, '')} lượt, một người dự nhiều lớp là nhiều lượt."
    )


def oldest(answer: pd.DataFrame) -> str:
    """Up to when those units told."""
    known = answer["oldest_on"].dropna()
    return "chưa có báo cáo" if known.empty else f"báo cáo cũ nhất {day(known.min())}"
