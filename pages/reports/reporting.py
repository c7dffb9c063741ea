"""Tình hình báo cáo: who reported, in time or late, who is missing; and letters that urge them."""

from functools import partial

import streamlit as st

from pages.exports import letter
from pages.parts import charts, clock, filters, one_round, own, reported, show, stage
from pages.parts.ask import ask
from pages.parts.tell import letters
from queries import about, reports

st.title("Tình hình báo cáo")

# --- what the reader chose
chosen = filters.chosen()
today = clock.today(chosen)
year = {"plan_year": chosen.plan_year, "today": today, "unit": chosen.unit}
forms = {"": "Cả báo cáo"} | dict(ask(reports.forms, plan_year=chosen.plan_year).itertuples(index=False, name=None))
form, line = own.one("bieu", forms, ""), own.one("tuyen", reported.LINES, "")
asked = year | {"form": form, "kind": line or None}

# --- what we ask
rounds = ask(reports.by_round, **asked)
if rounds.empty:
    st.info(f"Chưa kỳ báo cáo nào của năm {chosen.plan_year} đến ngày chốt trong phạm vi đang xem. {clock.told(chosen)}")
    st.stop()
by_line = {kind: ask(reports.by_round, **asked | {"kind": kind}) for kind in reported.SHORT if line in ("", kind)}
kinds = ask(reports.by_kind, **year, form=form)
units = ask(reports.by_unit, **asked)
rows = reported.cells(ask(reports.matrix, **asked))
names, columns = reported.order(rows)

# --- what we show: the first answer
whole = reported.whole_year(rows)
st.header(f"{reported.newest(rounds, by_line)} Cả năm: {whole[:1].lower()}{whole[1:]}.", anchor=False)
show.note(f"{clock.told(chosen)} {reported.RULE}")
shown = kinds[kinds["kind"].isin(by_line)]
for place, (_, row) in zip(st.columns(max(2, len(shown))), shown.iterrows(), strict=False):
    name = f"Đúng hạn, {reported.SHORT[row.kind]}"
    show.compared(place, name, *reported.line(row), of=row, key=f"tuyen-{row.kind}", figure="on_time_share")
if not stage.is_on():
    one, two = st.columns(2)
    one.selectbox("Biểu", list(forms.values()), key="bieu", filter_mode=None)
    two.segmented_control("Tuyến", list(reported.LINES.values()), key="tuyen", required=True)
behind = f"{clock.told(chosen)} {len(rounds)} kỳ đã đến ngày chốt, {len(names)} đơn vị."
show.figure(
    charts.statuses(
        rows, row="unit_short_name", column="column_name", rows=names, columns=columns, label="label", hover="told", fills=charts.REPORTED
    ),
    rows, "unit_short_name", "round_name", "due_on", "label", "timing", "first_sent_on", "first_returned_on", "taken_on", "outcome_told",
    finding=whole, alt="Bảng đơn vị và kỳ báo cáo: đúng hạn, muộn mấy ngày làm việc, thiếu, trả lại",
    key="bao-cao-bang", behind=f"{reported.LEGEND} {behind}",
)  # fmt: skip
stage.enough()
show.table(
    rounds, "round_name", "due_on", *reported.counted(rounds), "missing_names", "late_names",
    finding=reported.worst(rounds, "round_name", "kỳ"), key="bao-cao-theo-ky", behind=f"{behind} Sau tên đơn vị: số ngày làm việc muộn.",
)  # fmt: skip
show.table(
    units, "unit_short_name", *reported.counted(units), finding=reported.worst(units, "unit_short_name", "đơn vị"),
    key="bao-cao-theo-don-vi", behind=behind,
)  # fmt: skip

# --- one round: its reports one by one
st.subheader("Một kỳ báo cáo", anchor=False)
round_names = dict(zip(rounds["round_code"], rounds["round_name"], strict=True))
round_code = own.one("ky", round_names, reported.first_asked(rounds))
st.selectbox("Kỳ", list(round_names.values()), key="ky", filter_mode=None)
of_round = one_round.of_round(rows, round_code)
show.table(
    of_round, "unit_short_name", "due_on", "timing", "first_sent_on", "first_returned_on", "taken_on", "outcome_told",
    finding=reported.whole_year(of_round), key="bao-cao-mot-ky", behind=f"{round_names[round_code]}. {clock.told(chosen)}",
)  # fmt: skip
unit_names = dict(zip(of_round["unit_code"], of_round["unit_short_name"], strict=True))
unit = own.one("bao-cao-cua", unit_names, next(iter(unit_names)))
st.selectbox("Báo cáo của", list(unit_names.values()), key="bao-cao-cua", filter_mode=None)
st.markdown(f"**{unit_names[unit]}, {round_names[round_code]}**: {of_round.set_index('unit_code').loc[unit, 'told']}.")
one_report = {"round_code": round_code, "unit": unit}
one_round.shown(ask(reports.versions, **one_report), ask(reports.refusals, **one_report))

# --- letters and more time
st.subheader(f"Đôn đốc, gia hạn: {round_names[round_code]}", anchor=False)
late = one_round.urged(ask(reports.reminders, **year, round_code=round_code, kind=line or None))
if late.empty:
    st.write(one_round.to_urge(late))
else:
    urged = ("unit_short_name", "due_on", "received_on", "delay_told", "other_names", "letter_told")
    show.table(late, *urged, finding=one_round.to_urge(late), key="bao-cao-don-doc", behind=behind)
    office, template, name = ask(about.store).iloc[0], letters.template(), f"cong-van-don-doc-{round_code}"
    told = {f"{name}-{row.unit_code}.docx": letter.values(row, office, today) for _, row in late.iterrows()}
    if fault := letter.fault(template, next(iter(told.values()))):
        st.error(fault)
    else:
        made = {file: partial(letter.draft, template, values) for file, values in told.items()}
        one_round.drafts(late, made, (f"{name}.zip", partial(letter.every, template, told)))
letters.panel(of_round, late, today)
one_round.logged(ask(reports.letters, **year), ask(reports.extensions, **year), behind=clock.told(chosen))
