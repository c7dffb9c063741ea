"""What can be asked: one folder per subject, one .sql per question, and one typed function of the same name."""
