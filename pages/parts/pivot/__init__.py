"""The pivot: what was chosen, what is asked, how it is laid out and drawn."""
