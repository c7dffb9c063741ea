"""What each paper says: its sections, made from the same questions as the pages."""
