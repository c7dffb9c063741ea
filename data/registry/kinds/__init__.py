"""Every kind of entry, a file per subject. A new file is imported here."""

from data.registry.kinds import documents, letters, meetings, monitoring, reconciliation, saved

__all__ = ["documents", "letters", "meetings", "monitoring", "reconciliation", "saved"]
