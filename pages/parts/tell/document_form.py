"""The form of one document: its fields, what is still to be filled in, and the body that is entered."""

from datetime import date
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st
from pydantic import ValidationError
from streamlit.delta_generator import DeltaGenerator

from data.registry.kinds.documents import DOC_KINDS, Document
from pages.parts import formats, tell

MEGABYTES = 50
ENDINGS = ["pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "jpg", "jpeg", "png"]
LABELS = {"number": "số, ký hiệu", "summary": "trích yếu", "link": "liên kết", "issued_on": "ngày ban hành"}


class Choices(NamedTuple):
    """What a document can be of: the year and unit on screen, and the lists; `required` has a row per unit, document and component."""

    plan_year: int
    unit: str | None
    units: pd.DataFrame
    components: pd.DataFrame
    required: pd.DataFrame


def filled_in(key: str, choices: Choices, first: Document | None = None, seen: Document | None = None) -> Document | None:
    """Draw the form; gives the document when it was sent off and can be taken.

    `first` is what the form was drawn with, `seen` what stands now: a field that the officer left alone keeps what stands now.
    """
    typed, sent, is_sent_off = _drawn(key, choices, first, seen)
    if not is_sent_off:
        return None
    if said := _amiss(typed, choices.required):
        st.error(f"Chưa lưu: {said}")
        return None
    fields = (seen or first).model_dump() if first else {"plan_year": choices.plan_year}
    fields |= {name: value for name, value in typed.items() if first is None or value != getattr(first, name)}
    try:
        body = Document(**fields)
    except ValidationError as problem:
        error = problem.errors()[0]
        field = LABELS.get(str(error["loc"][0]) if error["loc"] else "", "")
        st.error(f"Chưa lưu: {field + ': ' if field else ''}{(error.get('ctx') or {}).get('error', 'chưa đúng')}.")
        return None
    if sent is None:
        return body
    sha, suffix = tell.keep(sent.name, sent.getvalue())
    return body.model_copy(update={"file_sha256": sha, "file_suffix": suffix, "file_name": sent.name[-200:]})


def _drawn(key: str, choices: Choices, first: Document | None, seen: Document | None) -> tuple[dict[str, Any], Any, bool]:
    was = first.model_dump() if first else {"unit_code": choices.unit, "required_code": "", "component_code": ""}
    required = choices.required
    names = {
        "unit_code": dict(zip(choices.units["unit_code"], choices.units["short_name"], strict=True)),
        "doc_kind": {kind: kind for kind in (*DOC_KINDS, *required["doc_kind"])},
        "required_code": {"": "không thuộc danh mục bắt buộc"}
        | dict(zip(required["required_code"], required["required_name"], strict=True)),
        "component_code": {"": formats.MISSING} | {r.code: f"{r.code} · {r.short_name}" for r in choices.components.itertuples()},
    }

    def choice(place: DeltaGenerator, label: str, field: str) -> str | None:
        now = was.get(field)
        codes = list(dict.fromkeys([*names[field], *([now] if now else [])]))  # what was chosen once stays, whatever the lists say today
        return place.selectbox(
            label, codes, index=None if now is None else codes.index(now), format_func=lambda c: names[field].get(c, c),
            key=f"{key}-{field}", placeholder="Chọn", filter_mode=None,
        )  # fmt: skip

    with st.form(key):
        one, two, three = st.columns(3)
        typed = {
            "unit_code": choice(one, "Đơn vị ban hành", "unit_code"),
            "number": two.text_input("Số, ký hiệu", was.get("number", ""), key=f"{key}-so", max_chars=100).strip(),
            "issued_on": three.date_input(
                "Ngày ban hành", was.get("issued_on"), key=f"{key}-ngay", format="DD/MM/YYYY",
                min_value=date(choices.plan_year - 5, 1, 1), max_value=date(choices.plan_year + 5, 12, 31),
            ),
            "doc_kind": choice(one, "Loại văn bản", "doc_kind"),
            "required_code": choice(two, "Thuộc danh mục bắt buộc", "required_code"),
            "component_code": choice(three, "Dự án, tiểu dự án", "component_code"),
            "summary": st.text_area("Trích yếu", was.get("summary", ""), key=f"{key}-trich-yeu", max_chars=2000, height=80).strip(),
        }  # fmt: skip
        left, right = st.columns(2)
        typed["link"] = left.text_input("Liên kết (nếu có)", was.get("link", ""), key=f"{key}-lien-ket", max_chars=1000).strip()
        sent = right.file_uploader(f"Tệp văn bản (nếu có, đến {MEGABYTES} MB)", ENDINGS, key=f"{key}-tep", max_upload_size=MEGABYTES)
        if seen and seen.file_name:
            right.markdown(f":small[Tệp đang có: {formats.plain(seen.file_name)}; chọn tệp khác để thay.]")
        if first:
            left.text_input("Lý do sửa", key=f"{key}-ly-do", max_chars=500)
        return typed, sent, st.form_submit_button("Lưu thay đổi" if first else "Lưu văn bản", type="primary")


def _amiss(typed: dict[str, Any], required: pd.DataFrame) -> str:
    """What is still to be filled in, in one sentence; "" = nothing."""
    needed = {
        "unit_code": "đơn vị ban hành", "number": "số, ký hiệu", "issued_on": "ngày ban hành", "doc_kind": "loại văn bản",
        "summary": "trích yếu",
    }  # fmt: skip
    if missing := [name for field, name in needed.items() if not typed[field]]:
        return f"cần điền {', '.join(missing)}."
    asked = required[(required["unit_code"] == typed["unit_code"]) & (required["required_code"] == typed["required_code"])]
    if typed["required_code"] and asked.empty:
        return "danh mục bắt buộc này không áp dụng cho đơn vị đã chọn."
    if typed["required_code"] and not {"", typed["component_code"]} & set(asked["component_code"]):
        return "văn bản này cần nêu dự án, tiểu dự án mà đơn vị chủ trì."
    return ""
