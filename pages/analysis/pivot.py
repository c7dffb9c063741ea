"""Bảng xoay: any cut of the submitted figures, with totals of their own level, down to the lines and cells behind each figure."""

import streamlit as st

from pages.parts import filters, formats, links, saved, show, stage, words
from pages.parts.ask import ask
from pages.parts.pivot import against, asked, covered, cut, drawn, drill, finding, heat, laid, published, screen, units, written
from pages.parts.pivot import words as told
from queries import disbursement

st.title("Bảng xoay")
saved.opened("pivot")

# --- what the reader chose
chosen, choice, here = filters.chosen(), cut.chosen(), cut.ground()
names = units.named(here.members, choice)
what, compared = told.told(choice, chosen, names), against.said(choice, chosen)

# --- what we ask
answer = asked.asked(choice, chosen)
there, then = covered.now(choice, chosen), covered.then(choice, chosen)
marked = covered.marked(names, there, choice)
table = laid.laid(answer, choice, marked)
coverage = ask(disbursement.coverage, plan_year=chosen.plan_year, on=chosen.on, unit=chosen.unit).iloc[0]
cells = written.by_keys(answer, choice)

# --- what we show
if table.too_large:
    st.info(table.too_large)
elif not table.lines:
    st.info(f"{formats.plain(what)}: không có số liệu nào trong phạm vi này. Bớt điều kiện lọc, hoặc chọn năm, ngày khác.")
if not table.lines:
    saved.panel("pivot", links.written(), (*choice.measures, *choice.axes, *choice.kept))
    st.stop()
said = finding.finding(told.scope(choice, chosen, names), table, choice, cells, marked, compared)
reports = (words.behind(coverage, chosen.on), covered.told(there, choice), covered.told_then(then, choice))
behind = screen.behind(reports, table, choice, cells, chosen)
st.header(formats.plain(said), anchor=False)
if choice.chart and stage.is_on():  # on a wall what is seen first
    drawn.shown(table, choice, chosen.on, there)
opened = drill.opened(table)
screen.table(written.table(table, choice, cells), table, choice, opened, drill.open_, finding=said)
show.note(behind)
show.lines(*published.told(table, choice, chosen))
if choice.heat:
    show.note(heat.told(table, choice))
screen.files(table, choice, said, behind)
if choice.chart and not stage.is_on():
    drawn.shown(table, choice, chosen.on, there)
if opened:
    drill.shown(opened, table, choice, chosen)
saved.panel("pivot", links.written(), (*choice.measures, *choice.axes, *choice.kept))
