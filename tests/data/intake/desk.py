"""Somebody who receives reports into one home and decides about them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.intake.archive import Archive, Submission, submissions
from data.intake.receive import Intake
from tests.data.intake.bad.sheets import INFO, SPENT, good, put, xlsx
from tests.data.intake.grids import definitions

START = datetime(2024, 6, 15, 2, tzinfo=UTC)
ROUND = "2024-T06"


class Desk:
    """Receives on the command line (`receive`) or as the page does (`upload`: warnings wait for a person); each report an hour later."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.home, self._count = folder, folder / "home", 0
        self.archive = Archive(self.home)

    def receive(self, figure: float, **info: object):
        """A report that differs from the others by one figure: from 1.501 on it is warned (more than the plan), below 0 refused."""
        return self._send(figure, info, holds=False)

    def upload(self, figure: float, **info: object):
        return self._send(figure, info, holds=True)

    def _send(self, figure: float, info: dict[str, object], *, holds: bool):
        self._count += 1
        book = put(good(), {f"{SPENT}!F5": figure, **{f"{INFO}!{c}": v for c, v in info.items()}})
        path = xlsx(self.folder / f"report-{self._count}.xlsx", book)
        with Intake(self.home, definitions(), "Người kiểm thử", holds_warned=holds) as intake:
            return intake.receive(path, START + timedelta(hours=self._count))

    def known(self) -> list[Submission]:
        return submissions(self.archive.entries())

    def statuses(self) -> list[tuple[int, str]]:
        return [(s.version, s.status) for s in self.known()]
