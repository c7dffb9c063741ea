"""What happened to a report, and how late it is. Every number of days was counted by hand on a wall calendar.

Off in these years: Tết 08-14/02/2024 and 27-31/01/2025; 18/4, 29/4 (moved to Saturday 04/5), 30/4, 01/5, 02-03/9/2024; 01/01/2025;
Monday 02/01/2023 in place of Sunday 01/01. The office adds: Friday 05/7/2024 off, Saturday 13/7/2024 at work.
"""

from typing import NamedTuple

EXTRA_OFF, EXTRA_WORK = ["2024-07-05"], ["2024-07-13"]
LATER = "2025-12-31"  # the day on which most cases are looked at


class Case(NamedTuple):
    """One report. `events`: (what, when at the office[, which version it is about]); `days`: late, None where it is not in."""

    name: str
    due: str
    events: tuple[tuple, ...]
    days: int | None
    status: str = "accepted"
    returned: int = 0
    overdue: int | None = None  # working days, where it is not in
    today: str = LATER
    unit: str = "943"
    units: str = "district"  # whom the round asks
    csv: str = ""  # a later due date in extensions.csv
    entered: str = ""  # one entered on the page
    superseded: int = 0
    is_expected: bool = True


def sent(*moments: str) -> tuple[tuple, ...]:
    return tuple(("sent", moment) for moment in moments)


ABSENT = "no row"  # not expected, and nothing came: the cell of the matrix is blank
FRIDAY, THURSDAY = "2024-06-21", "2024-06-20"

CASES = (
    # --- the last second
    Case("23:59:59 of the last day", FRIDAY, sent("2024-06-21 23:59:59"), 0),
    Case("midnight after a Friday counts as Monday", FRIDAY, sent("2024-06-22 00:00:00"), 1),
    Case("23:59:59 of a Thursday", THURSDAY, sent("2024-06-20 23:59:59"), 0),
    Case("midnight after a Thursday", THURSDAY, sent("2024-06-21 00:00:00"), 1),
    Case("long before", FRIDAY, sent("2024-06-03 09:00:00"), 0),
    # --- weekends
    Case("due on a Saturday, sent on Monday", "2024-06-15", sent("2024-06-17 23:59:59"), 0),
    Case("due on a Saturday, sent on Tuesday", "2024-06-15", sent("2024-06-18 00:00:00"), 1),
    Case("due on a Sunday, sent on Wednesday", "2024-06-16", sent("2024-06-19 08:00:00"), 2),
    Case("due on Friday, sent on Sunday", "2024-06-14", sent("2024-06-16 10:00:00"), 1),
    Case("due on Friday, sent on Monday", "2024-06-14", sent("2024-06-17 10:00:00"), 1),
    Case("due on Saturday, sent on the Sunday after", "2024-06-15", sent("2024-06-16 10:00:00"), 0),
    # --- Tết
    Case("the day before Tết, sent the day after", "2024-02-07", sent("2024-02-15 08:00:00"), 1),
    Case("due on the first day of Tết, sent the day after Tết", "2024-02-10", sent("2024-02-15 20:00:00"), 0),
    Case("due on the first day of Tết, sent a day later still", "2024-02-10", sent("2024-02-16 08:00:00"), 1),
    Case("sent in the middle of Tết", "2024-02-07", sent("2024-02-12 12:00:00"), 1),
    Case("three working days after Tết", "2024-02-07", sent("2024-02-19 08:00:00"), 3),
    Case("Tết of the next year", "2025-01-24", sent("2025-02-03 08:00:00"), 1),
    # --- other holidays, days moved
    Case("30/4 and 01/5 with the bridge before them", "2024-04-26", sent("2024-05-02 08:00:00"), 1),
    Case("a Saturday at work in place of the bridge", "2024-05-03", sent("2024-05-04 08:00:00"), 1),
    Case("over that Saturday", "2024-05-03", sent("2024-05-06 08:00:00"), 2),
    Case("due on that Saturday, sent on Monday", "2024-05-04", sent("2024-05-06 08:00:00"), 1),
    Case("Giỗ Tổ", "2024-04-17", sent("2024-04-19 08:00:00"), 1),
    Case("Quốc khánh", "2024-08-30", sent("2024-09-04 08:00:00"), 1),
    Case("New Year", "2024-12-31", sent("2025-01-02 08:00:00"), 1),
    Case("a Monday off for New Year on Sunday", "2022-12-30", sent("2023-01-03 08:00:00"), 1),
    Case("a day off that the office adds", "2024-07-04", sent("2024-07-08 08:00:00"), 1),
    Case("due on the day off that the office adds", "2024-07-05", sent("2024-07-08 23:00:00"), 0),
    Case("a Saturday at work that the office adds", "2024-07-12", sent("2024-07-15 08:00:00"), 2),
    Case("three weeks", FRIDAY, sent("2024-07-12 08:00:00"), 14),
    # --- extension letters
    Case("extended by file, in time", "2024-06-14", sent("2024-06-21 23:59:59"), 0, csv=FRIDAY),
    Case("extended by file, late", "2024-06-14", sent("2024-06-24 08:00:00"), 1, csv=FRIDAY),
    Case("extended on the page, late", "2024-06-14", sent("2024-06-20 08:00:00"), 1, entered="2024-06-19"),
    Case("extended twice, the later day counts", "2024-06-14", sent("2024-06-25 08:00:00"), 0, csv="2024-06-19", entered="2024-06-25"),
    Case("extended to a Saturday", "2024-06-14", sent("2024-06-24 08:00:00"), 0, csv="2024-06-22"),
    Case("a letter with an earlier day takes nothing away", FRIDAY, sent("2024-06-21 08:00:00"), 0, csv="2024-06-14"),
    Case("an extension that was taken back", "2024-06-14", sent("2024-06-20 08:00:00"), 4, entered="-2024-06-28"),
    # --- returned
    Case("returned, sent again in time", FRIDAY, (("refused", "2024-06-18 08:00:00"), *sent("2024-06-20 08:00:00")), 0, returned=1),
    Case("returned, sent again late", FRIDAY, (("refused", "2024-06-20 08:00:00"), *sent("2024-06-25 08:00:00")), 2, returned=1),
    Case("returned twice", FRIDAY,
         (("refused", "2024-06-20 08:00:00"), ("refused", "2024-06-21 08:00:00"), *sent("2024-06-24 08:00:00")), 1, returned=2),
    Case("returned and not sent again", FRIDAY, (("refused", "2024-06-20 08:00:00"),), None, "returned", 1, 3, "2024-06-26"),
    Case("returned by an officer, sent again late", FRIDAY,
         (("held", "2024-06-20 08:00:00"), ("returned", "2024-06-21 08:00:00", 0), *sent("2024-06-27 08:00:00")), 4, returned=1),
    # --- accepted, again
    Case("a later version does not make it late", FRIDAY, sent("2024-06-20 08:00:00", "2024-06-28 08:00:00"), 0, superseded=1),
    Case("two later versions", FRIDAY, sent("2024-06-24 08:00:00", "2024-06-25 08:00:00", "2024-06-28 08:00:00"), 1, superseded=2),
    Case("a bad version after a good one", FRIDAY, (*sent("2024-06-20 08:00:00"), ("refused", "2024-06-28 08:00:00")), 0, returned=1),
    Case("accepted with warnings", FRIDAY, (("warned", "2024-06-24 08:00:00"),), 1, "warned"),
    # --- held for an officer's word
    Case("held, taken after the due date", FRIDAY, (("held", "2024-06-20 08:00:00"), ("taken", "2024-06-28 08:00:00", 0)), 0, "warned"),
    Case("held and waiting for a word", FRIDAY, (("held", "2024-06-20 08:00:00"),), None, "held"),
    # --- rounds closed and reopened
    Case("came before the round was closed", FRIDAY, (*sent("2024-06-21 08:00:00"), ("round_closed", "2024-06-22 08:00:00")), 0),
    Case("came to a closed round", FRIDAY, (("round_closed", "2024-06-22 08:00:00"), *sent("2024-06-25 08:00:00")), None, "waiting"),
    Case("the round was reopened: it counts from its arrival", FRIDAY,
         (("round_closed", "2024-06-22 08:00:00"), *sent("2024-06-25 08:00:00"), ("round_reopened", "2024-07-09 08:00:00")), 2),
    # --- withdrawn
    Case("withdrawn, nothing else", FRIDAY, (*sent("2024-06-20 08:00:00"), ("withdrawn", "2024-06-21 08:00:00", 0)), None, "missing",
         overdue=2, today="2024-06-25"),
    Case("withdrawn, and a late one in its place", FRIDAY,
         (*sent("2024-06-20 08:00:00"), ("withdrawn", "2024-06-20 09:00:00", 0), *sent("2024-06-24 08:00:00")), 1),
    Case("the second withdrawn, the first stands again", FRIDAY,
         (*sent("2024-06-20 08:00:00", "2024-06-26 08:00:00"), ("withdrawn", "2024-06-27 08:00:00", 1)), 0),
    Case("restored after all", FRIDAY,
         (*sent("2024-06-24 08:00:00"), ("withdrawn", "2024-06-25 08:00:00", 0), ("restored", "2024-07-10 08:00:00", 0)), 1),
    # --- missing
    Case("missing on the last day", FRIDAY, (), None, "missing", overdue=0, today=FRIDAY),
    Case("missing on the day after, a Saturday", FRIDAY, (), None, "missing", overdue=1, today="2024-06-22"),
    Case("missing over Tết", "2024-02-07", (), None, "missing", overdue=1, today="2024-02-13"),
    Case("missing, extended", "2024-06-14", (), None, "missing", overdue=0, today="2024-06-18", csv="2024-06-19"),
    # --- not expected
    Case("not asked, nothing came", FRIDAY, (), None, ABSENT, units="944"),
    Case("not asked, sent nevertheless", FRIDAY, sent("2024-06-25 08:00:00"), 2, units="944", is_expected=False),
    Case("the unit ended in mid-period", FRIDAY, (), None, ABSENT, unit="949"),
    Case("the unit began after the cut-off", FRIDAY, (), None, ABSENT, unit="950"),
)  # fmt: skip
