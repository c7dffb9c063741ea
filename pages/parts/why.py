"""Vì sao con số này: from any figure on a page to the page that says how it came about. The address names question, row and figure.

`hoi=disbursement.by_unit;plan_year=…;on=…` is a question and those of its parameters that are not as they are by themselves, `dong=943`
the key of one row of its answer, `cot=` a column.
What an address asks is read by the types of the question's function, and asked within the viewer's scope, as on any page.
"""

import importlib
import inspect
import re
from datetime import date
from typing import Any, NamedTuple, get_args, get_type_hints

import pandas as pd
import streamlit as st
from pydantic import TypeAdapter, ValidationError

from pages.parts import formats, own, paths
from pages.parts.ask import Asked, Question, asked_of
from queries.reading import ROOM, head, listed

PAGE = "pages/why/why.py"
QUESTION, ROW, FIGURE = "hoi", "dong", "cot"
NARROWS = {  # what narrows a question, and the columns of a row that say it
    "unit": ("unit_code",), "component": ("component_code", "project_code"), "source": ("fund_source",), "capital_type": ("capital_type",),
    "capital_year": ("capital_year",), "carried_over": ("is_carried_over",), "indicator": ("indicator_code",), "breakdown": ("breakdown",),
    "round_code": ("round_code",), "rule": ("rule",), "plan_year": ("plan_year",), "extract_on": ("extract_on",),
}  # fmt: skip
ASK = "Vì sao con số này?"
ASK_ALL = "Vì sao các con số này?"
BRIEFLY = "Vì sao?"  # under a figure that stands alone


class Wanted(NamedTuple):
    """What an address asks to be explained."""

    question: str  # "disbursement.by_unit"
    function: Question
    filters: dict[str, Any]
    row: list[str] | None  # its key, as text
    figure: str | None


def door(*answers: pd.DataFrame | pd.Series, key: str, figure: str | None = None, label: str | None = None) -> None:
    """A small link to what the figures of some answers follow from; a row of an answer leads to that row, `figure` names its column."""
    asked = [(answer, told) for answer in answers if (told := asked_of(answer)) and not behind(told.question).startswith("nothing")]
    if not asked:
        return
    with st.container(key=f"vi-sao-{key}", horizontal=True, gap="small"):
        for number, (answer, told) in enumerate(asked, start=1):
            said = label or (ASK if figure else ASK_ALL if len(asked) == 1 else f"{ASK_ALL} ({number})")
            paths.link(PAGE, said, own=address(told, answer if isinstance(answer, pd.Series) else None, figure))


def address(asked: Asked, row: pd.Series | None = None, figure: str | None = None) -> dict[str, str]:
    """The part of an address that names a figure."""
    usual = defaults(function_of(asked.question))
    said = [f"{key}={text_of(value)}" for key, value in asked.filters.items() if key not in usual or value != usual[key]]
    given = {QUESTION: ";".join([asked.question, *(one for one in said if not one.endswith("=") or one[:-1] in usual)])}
    if row is not None and (key := keys(asked.question)) and all(column in row for column in key):
        given[ROW] = ";".join(text_of(row[column]) for column in key)
    return given | ({FIGURE: figure} if figure else {})


def text_of(value: object) -> str:
    """A value as an address carries it; "" is None."""
    if not isinstance(value, (str, tuple)) and formats.is_missing(value):
        return ""
    return formats.as_date(value).isoformat() if isinstance(value, date) else str(value)


class NotThere(LookupError):
    """An address names a question that cannot be asked, or explained, so; the sentence for the reader."""


def wanted() -> Wanted | None:
    """What this page's address asks for; None where it names nothing. Raises NotThere where it names nothing that can be explained."""
    told = own.told(QUESTION)
    row, figure = own.told(ROW), own.told(FIGURE)
    if told is None:
        return None
    question, *pairs = told.split(";")
    try:
        function = function_of(question)
    except LookupError as error:
        raise NotThere(f"Địa chỉ nêu câu hỏi “{formats.plain(question)}”: không có câu hỏi ấy.") from error
    try:
        filters = _typed(function, dict(pair.split("=", 1) for pair in pairs))
    except (LookupError, ValueError, ValidationError) as error:
        raise NotThere(f"Địa chỉ nêu lựa chọn “{formats.plain('; '.join(pairs))}”: không đọc được, hoặc câu hỏi không có.") from error
    if behind(question).startswith("nothing"):
        raise NotThere(f"Địa chỉ nêu “{formats.plain(question)}”: các dòng của bảng ấy tự nêu nguồn, không có con số để giải thích thêm.")
    return Wanted(question, function, defaults(function) | filters, None if row is None else row.split(";"), figure)


def function_of(question: str) -> Question:
    """The question of a name. Raises LookupError where there is none: nothing else can be named."""
    subject, _, name = question.partition(".")
    if not re.fullmatch(r"\w+\.\w+", question, re.ASCII) or not (ROOM / subject / f"{name}.sql").exists():
        raise LookupError(question)
    return getattr(importlib.import_module(f"queries.{subject}"), name)


def takes(function: Question) -> dict[str, Any]:
    """The parameters of a question with their types, those it takes as **narrowed among them."""
    hints = get_type_hints(function)
    taken: dict[str, Any] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            taken |= get_type_hints(get_args(hints[name])[0])
        elif parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            taken[name] = hints[name]
    return taken


def defaults(function: Question) -> dict[str, Any]:
    """What a question asks where nothing is said: of a plan, this year's capital alone."""
    parameters = inspect.signature(function).parameters.values()
    return {p.name: p.default for p in parameters if p.default is not inspect.Parameter.empty}


def _typed(function: Question, texts: dict[str, str]) -> dict[str, Any]:
    types = takes(function)
    return {name: TypeAdapter(types[name]).validate_python(text or None) for name, text in texts.items()}


def keys(question: str) -> list[str]:
    """The columns that name a row of a question's answer."""
    return listed(question.replace(".", "/"), "Key")


def behind(question: str) -> str:
    """What stands behind the figures of a question, as its head says."""
    return head(question.replace(".", "/"), "Behind")
