"""Who reported when, in boring Python straight from the journal: days off written by hand, days counted one by one."""

import csv
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

DEFINED = Path(__file__).parents[1] / "data/definitions"
VIETNAM = timedelta(hours=7)
OFF = {  # days from Monday to Friday on which offices were shut, as the government announced them
    "2022": "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02",
    "2023": "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04",
    "2024": "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
    "2025": "01-01 01-27 01-28 01-29 01-30 01-31",
}
SHUT = {date.fromisoformat(f"{year}-{day}") for year, days in OFF.items() for day in days.split()}
AT_WORK = {date(2024, 5, 4)}


def read_csv(name: str) -> list[dict[str, str]]:
    with (DEFINED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_working(day: date) -> bool:
    return day in AT_WORK or (day.weekday() < 5 and day not in SHUT)


def falls_on(day: date) -> date:
    """The working day on which a day falls: itself or the next one."""
    while not is_working(day):
        day += timedelta(1)
    return day


def late_days(due: date, came: date) -> int:
    """Working days after the due date up to the day it came."""
    day, last, count = falls_on(due), falls_on(came), 0
    while day < last:
        day += timedelta(1)
        count += is_working(day)
    return count


class Reports:
    """What was asked of whom, and when the first accepted report came."""

    def __init__(self, home: Path) -> None:
        later: dict[tuple[str, str], date] = {}
        came: dict[tuple[str, str], date] = {}
        self.sent: dict[tuple[str, str], list[tuple[date, dict[str, Any]]]] = {}  # what arrived, sent back or not, as the journal tells it
        granted = [
            json.loads(line) for p in sorted((home / "archive/entered").glob("*.jsonl")) for line in p.read_text("utf-8").splitlines()
        ]
        for body in [row["body"] for row in granted if row["kind"] == "extension"] + read_csv("extensions.csv"):
            key = body["round_code"], body["unit_code"]
            later[key] = max(later.get(key, date.min), date.fromisoformat(body["due_on"]))
        for text in (home / "archive/journal.jsonl").read_text(encoding="utf-8").splitlines():
            entry = json.loads(text)
            told = entry.get("submission") or {}
            if entry["what"] != "received" or told.get("kind") != "own":
                continue
            day = (datetime.fromisoformat(entry["at"]).astimezone(UTC) + VIETNAM).date()
            key = told["round_code"], told["unit_code"]
            self.sent.setdefault(key, []).append((day, told))
            if told["outcome"] != "refused":
                came[key] = min(day, came.get(key, day))
        self.came = came
        self.due: dict[tuple[str, str], date] = {}
        self.year: dict[str, int] = {}
        for row in read_csv("rounds.csv"):
            due, cut_off = date.fromisoformat(row["due_on"]), date.fromisoformat(row["cut_off_on"])
            self.year[row["code"]] = int(row["plan_year"])
            for unit in read_csv("units.csv"):
                from_on, to_on = unit["valid_from"] or "0001-01-01", unit["valid_to"] or "9999-12-31"
                is_there = date.fromisoformat(from_on) <= cut_off <= date.fromisoformat(to_on)
                if unit["reports"] == "yes" and is_there and {unit["kind"], unit["code"]} & set(row["units"].split(";")):
                    self.due[row["code"], unit["code"]] = max(due, later.get((row["code"], unit["code"]), due))

    def late(self, key: tuple[str, str]) -> int | None:
        """How late a report came, in working days; None where none came."""
        return late_days(self.due[key], self.came[key]) if key in self.came else None

    def on_time(self, unit: str, plan_year: int, on: date) -> tuple[int, int]:
        """Reports in time, of those whose last day is over."""
        due = [key for key, day in self.due.items() if key[1] == unit and self.year[key[0]] == plan_year and falls_on(day) < on]
        return sum(self.late(key) == 0 for key in due), len(due)
