"""Tiếp nhận báo cáo: drop workbooks in, see at once what is wrong and where, accept or return; the rounds and what was received in them."""

import streamlit as st

from pages.parts import clock, formats, own, received, receiving, stage, tell
from pages.parts.ask import ask, frozen
from pages.parts.tell import intake
from queries import submissions

OTHERS = "khac"  # in place of a round: decisions, publications, files of which nobody knows the round

st.title("Tiếp nhận báo cáo", anchor=False)
if stage.is_on():
    st.write("Trang này không dùng khi trình chiếu.")
    st.stop()
if frozen():
    tell.officer_or_ask()
    st.stop()
intake.catch_up(int(ask(submissions.newest)["newest_entry"].iloc[0]))
receiving.upload()
receiving.waiting()

# --- the round, chosen here: the newest whose cut-off has passed
rounds = ask(submissions.rounds)
names = {row.round_code: f"{row.round_name} ({row.round_code})" for row in rounds.itertuples()}
names[OTHERS] = "Không theo kỳ: quyết định, số công bố, tệp không rõ kỳ"
past = [row.round_code for row in rounds.itertuples() if formats.as_date(row.cut_off_on) <= clock.now()]
code = own.one("ky", names, next(iter([*past, *names])))
st.header("Theo kỳ báo cáo", anchor=False)
st.selectbox("Kỳ báo cáo", list(names.values()), key="ky", filter_mode=None)
asked = None if code == OTHERS else code

# --- what was received in it, and what can be done about it
sent = ask(submissions.received, round_code=asked)
if asked:
    round_ = rounds[rounds["round_code"] == asked].iloc[0]
    closed = " Kỳ đã đóng." if round_.is_closed else ""
    st.write(
        f"{round_.received_count}/{round_.expected_count} đơn vị có báo cáo đang có hiệu lực; ngày chốt {formats.day(round_.cut_off_on)}, "
        f"hạn nộp {formats.day(round_.due_on)}.{closed}"
    )
tabs = ["Đã nhận", "So hai bản", "Quyết định", *(["Biểu trống", "Đóng, mở kỳ"] if asked else [])]
opened = dict(zip(tabs, st.tabs(tabs, key="viec", on_change="rerun"), strict=True))  # a closed tab asks nothing
for name, tab in opened.items():
    if tab.open:
        with tab:
            if name == "Đã nhận":
                received.files(sent)
            elif name == "So hai bản":
                received.versions(sent)
            elif name == "Quyết định":
                received.decisions(asked)
            elif name == "Biểu trống":
                received.blanks(asked)
            else:
                received.closing(round_)
