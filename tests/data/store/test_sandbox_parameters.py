"""The names of parameters in written SQL, found without the engine: the page offers a field for each."""

import time

import pytest

from data.store import sandbox


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ("select $nam, $ngay, $nam", ("nam", "ngay")),
        ("select '$nam', \"$nam\", $$ $nam $$, $t$ $nam $t$ -- $nam\n, /* $nam */ $ngay2", ("ngay2",)),
        ("select 'it''s $nam' || $x", ("x",)),
        ("select $a$b", ()),
        ("select 1 /* $nam", ()),
        ("select 1", ()),
    ],
)
def test_parameters_are_found_outside_texts_and_comments(sql: str, names: tuple[str, ...]) -> None:
    assert sandbox.parameters(sql) == names


@pytest.mark.parametrize("sql", ["/*" * 10_000, "'" * 19_999, "".join(f"$a{n}$ " for n in range(3_000)), '"' * 19_999, "$a" * 10_000])
def test_looking_for_parameters_takes_no_time(sql: str) -> None:
    started = time.monotonic()
    sandbox.parameters(sql)
    assert time.monotonic() - started < 0.2
