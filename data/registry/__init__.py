"""What people enter: visits, findings, remedies, letters, documents, explanations. Every change is kept, with who and when.

An entry is a sequence of versions; the newest says what holds. Nothing is overwritten or deleted: withdrawing is a version, too.
"""

from data.registry import kinds
from data.registry.body import KINDS, Body
from data.registry.registry import Changed, Entry, NotEntered, Registry, Unreachable, opened

__all__ = ["KINDS", "Body", "Changed", "Entry", "NotEntered", "Registry", "Unreachable", "kinds", "opened"]
