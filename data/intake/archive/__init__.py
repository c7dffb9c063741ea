"""The archive: what was sent, as sent, for ever — files by content, the cells read from them, and an append-only journal."""

from data.intake.archive.files import Archive
from data.intake.archive.standing import ASIDE, Submission, submissions

__all__ = ["ASIDE", "Archive", "Submission", "submissions"]
