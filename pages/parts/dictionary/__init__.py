"""The dictionary of figures: measures, dimensions, indicators, tables, columns, rules, components, each in the words of its definition."""
