"""Cuộc họp: the figures frozen for meetings, what each meeting concluded and what became of it, and what changed since the one before."""

import streamlit as st

from pages.parts import clock, concluded, filters, kept, moved, own, paths, stage, two_versions
from pages.parts.ask import ask, ask_at, freezes, frozen
from pages.parts.tell import meetings as telling
from queries import about, choices, disbursement, meetings, monitoring, versions

st.title("Cuộc họp")

# --- what the reader chose; what meetings concluded is live at a frozen version, too: it is told after the freeze, and goes on
chosen = filters.chosen()
here, now = frozen(), concluded.now()
asked = {"plan_year": chosen.plan_year, "on": chosen.on, "unit": chosen.unit}

# --- what we ask
tasks = ask_at(None, meetings.conclusions, today=now, unit=chosen.unit)
total = ask(disbursement.total, **chosen.money).iloc[0]
before, this = concluded.parted(tasks, here, freezes())

# --- what we show
st.header(kept.headline(here, freezes(), total, chosen), anchor=False)
if stage.is_on():
    concluded.on_wall(before, this)
    stage.enough()
concluding, changing, keeping = st.tabs(
    ["Kết luận", "Thay đổi từ lần họp trước", "Số liệu của bản chốt" if here else "Bản chốt"], key="the-hop", on_change="rerun"
)
with concluding:
    if concluding.open:
        then = ask(meetings.conclusions, today=clock.now(), unit=chosen.unit) if here else None
        concluded.of_before(before, then, here, freezes())
        if here:
            concluded.of_this(this, here, is_alone=before.empty)
        concluded.doors(before, this)
        units = ask_at(None, monitoring.addressees, today=here.on if here else chosen.on)
        lists = telling.lists(now, tasks, units, ask_at(None, choices.components), paths.titles())
        telling.panel(lists, telling.Meeting(here.code, here.name, clock.now()) if here else None)
with changing:
    if changing.open and (two := two_versions.chosen(chosen)):
        which = own.one("so-dong", moved.SHOWN, "it")
        st.segmented_control("Xem", list(moved.SHOWN.values()), key="so-dong", required=True)
        most, known, changed = (moved.MOST if which == "it" else moved.ALL), two.files(), moved.between(two, chosen)
        moved.whole(two, chosen, changed, known, most)
        moved.money(two, changed, known, most)
        moved.aims(two, changed, known, most)
        moved.counts(two, chosen)
with keeping:
    if keeping.open and here:
        kept.what(here)
        kept.stands_on(ask(versions.submissions, **asked), chosen.on)
    elif keeping.open:
        kept.listed(kept.told())
        kept.freezing(chosen, ask(disbursement.coverage, **asked).iloc[0], ask(about.store).iloc[0].figures_version)
