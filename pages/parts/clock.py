"""What day it is for open tasks and the matrix of reports: today, when the newest figures are looked at, else the chosen cut-off."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from pages.parts import filters, formats

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> date:
    """The date at the office."""
    return datetime.now(LOCAL).date()


def today(chosen: filters.Chosen) -> date:
    """The day up to which open tasks are looked at."""
    return now() if chosen.is_newest else chosen.on


def told(chosen: filters.Chosen) -> str:
    """That day, in words."""
    return f"Tính đến hôm nay, {formats.day(now())}." if chosen.is_newest else f"Tính đến ngày {formats.day(chosen.on)}."
