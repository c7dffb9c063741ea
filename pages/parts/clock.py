"""What day it is for open tasks and the matrix of reports: today, when the newest figures are looked at, else the chosen cut-off."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from pages.parts import filters, formats
from pages.parts.ask import frozen

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> date:
    """The date at the office; at a frozen version, the day of the freeze."""
    at = frozen()
    return (at.at if at else datetime.now(LOCAL)).astimezone(LOCAL).date()


def today(chosen: filters.Chosen) -> date:
    """The day up to which open tasks are looked at."""
    return now() if chosen.is_newest else chosen.on


def told(chosen: filters.Chosen) -> str:
    """That day, in words."""
    if not chosen.is_newest:
        return f"Tính đến ngày {formats.day(chosen.on)}."
    return f"Tính đến {'ngày chốt số liệu' if frozen() else 'hôm nay'}, {formats.day(now())}."
