"""The page of one figure, asked as an address asks it: for tests of its chains."""

from datetime import date

import pandas as pd

from pages.parts import choosing, why

ON = date(2024, 11, 15)
DAY = f"plan_year={ON.year};on={ON}"


def read(address: dict[str, str]) -> why.Wanted:
    """What an address asks for, as the page reads it."""
    question, *pairs = address[why.QUESTION].split(";")
    function = why.function_of(question)
    filters = why.defaults(function) | why._typed(function, dict(pair.split("=", 1) for pair in pairs))
    return why.Wanted(question, function, filters, address[why.ROW].split(";") if why.ROW in address else None, address.get(why.FIGURE))


def asking(app, **address: str):
    """The page of one figure at an address."""
    for name in list(app.query_params):
        del app.query_params[name]
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def one(question: str, **key: str) -> tuple[why.Wanted, pd.DataFrame, pd.Series]:
    """A question as an address asks it, its answer, and the first row of a key."""
    wanted = read({why.QUESTION: question})
    answer = choosing.answer(wanted)
    found = answer
    for column, value in key.items():
        found = found[found[column] == value]
    return wanted, answer, found.iloc[0]
