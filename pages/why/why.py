"""Vì sao con số này?: how a figure came about, down to the cells of the files as sent. Any figure of any page leads here."""

import streamlit as st

from pages.parts import chain, choosing, named, show, why

st.title("Vì sao con số này?")

# --- what is asked: the address names a question, a row of its answer, a figure of that row
try:
    wanted = why.wanted()
except why.NotThere as error:
    st.info(str(error))
    st.stop()
if wanted is None:
    st.info("Mở trang này từ dòng “Vì sao con số này?” dưới một con số, một bảng hay một biểu đồ.")
    st.stop()
if lacking := named.not_there(wanted):
    st.info(lacking)
    st.stop()
wanted, reached = named.held(wanted)
if reached:
    st.info(reached)
answer = choosing.answer(wanted)
if answer is None:
    st.info("Địa chỉ nêu một câu hỏi với lựa chọn thiếu hoặc thừa, không hỏi được như vậy. Mở lại từ con số trên trang.")
    st.stop()
figures = choosing.figures(answer, wanted.figure)
astray = choosing.astray(answer, figures, wanted)
if astray:
    st.info(astray)
if answer.empty:
    st.stop()
row = choosing.row(answer, wanted)
figure = choosing.figure(figures, wanted, len(answer))

# --- what we show
if row is not None and figure is not None and not astray:
    chain.shown(wanted, answer, row, figure, named.rows(answer.loc[[row.name]], wanted)[0])
    st.subheader("Con số khác của cùng bảng", anchor=False)
money = " Số tiền: triệu đồng." if choosing.has_money(answer, figures) else ""
show.note(f"Bấm vào một con số để xem nó từ đâu ra.{money}")
choosing.table(answer, figures, wanted)
choosing.question(wanted)
