"""Every kind of entry, a file per subject. A new file is imported here."""

from data.registry.kinds import documents, letters, monitoring, reconciliation

__all__ = ["documents", "letters", "monitoring", "reconciliation"]
