"""The tests, in rooms that mirror the house; `house/` holds the rules of the house themselves."""
