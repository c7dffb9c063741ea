"""SQL that people write themselves: editor, answer, errors in plain words."""
