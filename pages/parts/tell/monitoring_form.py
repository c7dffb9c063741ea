"""The forms of monitoring: a visit, a finding with its recommendation, a remedy, a verification; each gives its fields once sent off."""

from datetime import date
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import formats
from pages.parts.tell.document_form import ENDINGS, MEGABYTES

MODES = {"onsite": "Thực tế tại đơn vị", "report": "Qua báo cáo"}
MILLION = 1_000_000
LONG = 2000  # letters of a text

Fields = dict[str, Any]


class Lists(NamedTuple):
    """What there is to choose among, and the day it is at the office."""

    now: date
    plan_year: int
    unit: str | None
    visits: pd.DataFrame
    recommendations: pd.DataFrame
    units: dict[str, str]
    components: dict[str, str]
    kinds: dict[str, str]
    addressees: dict[str, str]


def visit(key: str, lists: Lists, was: Fields) -> tuple[Fields, bool]:
    """The fields of a visit, and whether they were sent off."""
    with st.form(key):
        one, two, three = st.columns(3)
        typed: Fields = {
            "unit_code": _choice(one, "Đơn vị được giám sát", lists.units, was.get("unit_code", lists.unit), f"{key}-don-vi"),
            "mode": _choice(two, "Hình thức", MODES, was.get("mode"), f"{key}-hinh-thuc"),
            "number": three.text_input(
                "Đợt giám sát", was.get("number", f"{lists.plan_year}-1"), key=f"{key}-dot", max_chars=50, help="Như 1 đợt nhiều đơn vị"
            ).strip(),
            "starts_on": _day(one, "Từ ngày", was.get("starts_on"), lists.now, f"{key}-tu"),
            "ends_on": _day(two, "Đến ngày (trống: một ngày)", was.get("ends_on"), lists.now, f"{key}-den"),
            "report_sent_on": _day(three, "Ngày gửi báo cáo giám sát", was.get("report_sent_on"), lists.now, f"{key}-bao-cao"),
            "team": one.text_input("Đoàn giám sát", was.get("team", ""), key=f"{key}-doan", max_chars=300).strip(),
            "plan_year": int(
                two.number_input("Năm ngân sách", 2000, 2100, was.get("plan_year", lists.plan_year), key=f"{key}-nam", format="%d")
            ),
            "note": three.text_input("Ghi chú", was.get("note", ""), key=f"{key}-ghi-chu", max_chars=500).strip(),
        }
        return typed, _sent(key, was, "Lưu cuộc giám sát")


def finding(key: str, lists: Lists, was: Fields) -> tuple[Fields, bool]:
    """The fields of a finding with its recommendation, and whether they were sent off."""
    visits = {
        r.visit_id: f"{r.unit_short_name}, đợt {r.visit_round}, {formats.day(r.ends_on)}" for r in lists.visits.itertuples()
    }  # fmt: skip
    with st.form(key):
        one, two, three = st.columns(3)
        amount = was.get("amount_vnd")
        typed: Fields = {
            "visit_id": _choice(one, "Cuộc giám sát", visits, was.get("visit_id"), f"{key}-cuoc"),
            "finding_kind": _choice(two, "Loại tồn tại", lists.kinds, was.get("finding_kind"), f"{key}-loai"),
            "component_code": _choice(three, "Dự án, tiểu dự án", {"": "không riêng dự án nào"} | lists.components,
                                      was.get("component_code", ""), f"{key}-du-an"),
            "finding": st.text_area("Tồn tại", was.get("finding", ""), key=f"{key}-ton-tai", max_chars=LONG, height=80).strip(),
            "recommendation": st.text_area(
                "Kiến nghị", was.get("recommendation", ""), key=f"{key}-kien-nghi", max_chars=LONG, height=80
            ).strip(),
        }  # fmt: skip
        one, two, three = st.columns(3)
        asked = {"": "chính đơn vị được giám sát"} | lists.addressees
        million = two.number_input(
            "Số tiền liên quan (triệu đồng)", 0.0, value=None if amount is None else amount / MILLION, key=f"{key}-tien"
        )
        typed |= {
            "to_unit_code": _choice(one, "Đơn vị thực hiện kiến nghị", asked, was.get("to_unit_code", ""), f"{key}-gui"),
            "amount_vnd": None if million is None else round(million * MILLION),
            "due_on": _day(three, "Thời hạn khắc phục", was.get("due_on"), lists.now, f"{key}-han"),
            "legal_reference": one.text_input("Căn cứ pháp lý", was.get("legal_reference", ""), key=f"{key}-can-cu", max_chars=300).strip(),
            "followed_by": two.text_input("Người theo dõi", was.get("followed_by", ""), key=f"{key}-nguoi", max_chars=100).strip(),
        }
        return typed, _sent(key, was, "Lưu tồn tại, kiến nghị")


def remedy(key: str, lists: Lists, was: Fields) -> tuple[Fields, bool]:
    """The fields of a remedy and, under "upload", the file that was put in; and whether they were sent off."""
    waiting = _named(lists, ("open", "reopened"), was.get("finding_id"))
    with st.form(key):
        one, two = st.columns([3, 1])
        typed: Fields = {
            "finding_id": _choice(one, "Kiến nghị", waiting, was.get("finding_id"), f"{key}-kien-nghi"),
            "remedied_on": _day(two, "Ngày khắc phục", was.get("remedied_on"), lists.now, f"{key}-ngay"),
            "remedy": st.text_area("Kết quả khắc phục", was.get("remedy", ""), key=f"{key}-ket-qua", max_chars=LONG, height=80).strip(),
        }
        one, two = st.columns(2)
        typed["evidence_note"] = one.text_input(
            "Văn bản minh chứng (số, ngày)", was.get("evidence_note", ""), key=f"{key}-van-ban", max_chars=300
        ).strip()
        typed["upload"] = two.file_uploader(f"Tệp minh chứng (đến {MEGABYTES} MB)", ENDINGS, key=f"{key}-tep")
        if was.get("evidence_name"):
            two.markdown(f":small[Tệp đang có: {formats.plain(was['evidence_name'])}; chọn tệp khác để thay.]")
        return typed, _sent(key, was, "Lưu kết quả khắc phục")


def verification(key: str, lists: Lists, was: Fields) -> tuple[Fields, bool]:
    """The fields of a verification, and whether they were sent off."""
    told = _named(lists, ("remedied", "closed"), was.get("finding_id"))
    words = {True: "Đã khắc phục, đóng kiến nghị", False: "Chưa đạt, mở lại"}
    with st.form(key):
        one, two = st.columns([3, 1])
        typed: Fields = {
            "finding_id": _choice(one, "Kiến nghị đã báo khắc phục, hoặc đã đóng", told, was.get("finding_id"), f"{key}-kien-nghi"),
            "verified_on": _day(two, "Ngày xác minh", was.get("verified_on"), lists.now, f"{key}-ngay"),
        }
        one, two, three = st.columns([2, 2, 1])
        typed["is_remedied"] = one.radio(
            "Kết quả xác minh", list(words), index=list(words).index(was.get("is_remedied", True)), format_func=words.__getitem__,
            key=f"{key}-ket-qua",
        )  # fmt: skip
        typed["note"] = two.text_area("Căn cứ, nhận xét", was.get("note", ""), key=f"{key}-nhan-xet", max_chars=LONG, height=80).strip()
        typed["due_on"] = _day(three, "Hạn mới nếu mở lại", was.get("due_on"), lists.now, f"{key}-han")
        return typed, _sent(key, was, "Lưu kết quả xác minh")


def _named(lists: Lists, statuses: tuple[str, ...], chosen: str | None) -> dict[str, str]:
    rows = lists.recommendations
    rows = rows[rows["status"].isin(statuses) | (rows["finding_id"] == chosen)]
    return {
        r.finding_id: f"{r.held_by_short_name} · {r.recommendation[:90]} · hạn {formats.day(r.due_on)}" for r in rows.itertuples()
    }  # fmt: skip


def _choice(place: DeltaGenerator, label: str, names: dict[str, str], now: str | None, key: str) -> str | None:
    codes = list(dict.fromkeys([*names, *([now] if now else [])]))  # what was chosen once stays, whatever the lists say today
    at = codes.index(now) if now in codes else None
    return place.selectbox(label, codes, index=at, format_func=lambda c: names.get(c, c), key=key, placeholder="Chọn", filter_mode=None)


def _day(place: DeltaGenerator, label: str, now: date | None, today: date, key: str) -> date | None:
    first, last = date(today.year - 15, 1, 1), date(today.year + 5, 12, 31)
    return place.date_input(label, now, key=key, format="DD/MM/YYYY", min_value=first, max_value=last)


def _sent(key: str, was: Fields, label: str) -> bool:
    if was:
        st.text_input("Lý do sửa", key=f"{key}-ly-do", max_chars=500)
    return st.form_submit_button("Lưu thay đổi" if was else label, type="primary")
