"""Cross-footing of tables of any size, in đồng, each amount rounded to half a digit: what is named is what was planted."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from data.intake.crossfoot import misfits
from data.intake.lines import Cell


@st.composite
def tables(draw) -> tuple[dict[tuple[int, str], int], list[tuple[int, int, int]], list[str], int]:
    """(amounts by row and field, guesses, parts, half a digit): lines, a total of all, perhaps totals of their first and second half."""
    rows, parts = draw(st.integers(2, 8)), ["a", "b", "c"][: draw(st.integers(2, 3))]
    digit = 10 ** draw(st.integers(0, 6))
    amounts = {(r, p): draw(st.integers(0, 10**5)) * digit + 10**4 * digit for r in range(rows) for p in parts}
    groups = [range(rows), *([range(rows // 2), range(rows // 2, rows)] if draw(st.booleans()) else [])]
    guesses = [(rows + n, 0, r) for n, group in enumerate(groups) for r in group]
    for n, group in enumerate(groups):
        amounts |= {(rows + n, p): sum(amounts[r, p] for r in group) for p in parts}
    amounts |= {(r, "t"): sum(amounts[r, p] for p in parts) for r in range(rows + len(groups))}
    return amounts, guesses, parts, digit


def found(amounts: dict[tuple[int, str], int | None], guesses, parts, digit) -> dict[str, set[str]]:
    totals = {total for total, _, _ in guesses}

    def cell(row: int, field: str, amount: int | None) -> Cell:
        return Cell(
            "biểu", "trang", row, f"{field}{row}", "total" if row in totals else "detail", *[None] * 8,
            field=field, type="money", text="", amount_vnd=amount, half_digit_vnd=digit / 2,
        )  # fmt: skip

    columns = {name: n for n, name in enumerate([*parts, "t"])}
    remarks = misfits([cell(*at, amount) for at, amount in amounts.items()], columns, {"t": parts}, guesses)
    return {what: {r.cell for r in remarks if r.what == what} for what in {r.what for r in remarks}}


@given(tables(), st.data())
@settings(max_examples=100, deadline=None)
def test_one_wrong_cell_is_always_named_and_nothing_else(made, data):
    amounts, guesses, parts, digit = made
    at = data.draw(st.sampled_from(sorted(amounts)))
    off = data.draw(st.integers(200, 10**4).flatmap(lambda n: st.sampled_from([n, -n]))) * digit
    assert found(amounts | {at: amounts[at] + off}, guesses, parts, digit) == {"cell_mismatch": {f"{at[1]}{at[0]}"}}


@given(tables(), st.lists(st.integers(200, 10**4), min_size=2, max_size=4, unique=True), st.data())
@settings(max_examples=200, deadline=None)
def test_of_several_wrong_cells_no_innocent_cell_row_or_column_is_ever_named(made, sizes, data):
    amounts, guesses, parts, digit = made
    sums = [{sum(n * way for n, way in zip(sizes, ways, strict=True))} for ways in _ways(len(sizes))]
    assume(min(abs(s.pop()) for s in sums) > 200)  # errors that cancel each other look like fewer
    places = data.draw(st.lists(st.sampled_from(sorted(amounts)), min_size=len(sizes), max_size=len(sizes), unique=True))
    blank = data.draw(st.none() | st.sampled_from(sorted(amounts)))
    wrong = amounts | {at: amounts[at] + n * digit for at, n in zip(places, sizes, strict=True)} | ({blank: None} if blank else {})
    told = found(wrong, guesses, parts, digit)
    assert told.get("cell_mismatch", set()) <= {f"{field}{row}" for row, field in places}
    rows = {cell.partition(":")[0][1:] for cell in told.get("row_sum_mismatch", ())}
    assert rows <= {str(row + 1) for row, _ in places}
    columns = {"ABCD".index(cell[0]) for cell in told.get("total_mismatch", ())}
    assert columns <= {[*parts, "t"].index(field) for _, field in places}


def _ways(count: int) -> list[list[int]]:
    """Every way to add some of so many numbers, with either sign."""
    ways: list[list[int]] = [[]]
    for _ in range(count):
        ways = [[*way, sign] for way in ways for sign in (-1, 0, 1)]
    return [way for way in ways if any(way)]


@given(st.lists(st.tuples(*[st.integers(0, 10**11)] * 2), min_size=2, max_size=63), st.integers(0, 3), st.booleans())
@settings(max_examples=100, deadline=None)
def test_rounding_alone_is_never_an_error(dong, places, adds_printed):
    """Each amount rounded by itself; totals rounded from what is exact, or added up from what is printed."""
    digit = 10 ** (6 - places)
    printed = lambda amount: round(amount / digit) * digit  # noqa: E731
    amounts = {(r, f): printed(v) for r, (a, b) in enumerate(dong) for f, v in (("a", a), ("b", b), ("t", a + b))}
    exact = {"a": sum(a for a, _ in dong), "b": sum(b for _, b in dong), "t": sum(a + b for a, b in dong)}
    for f in "abt":
        amounts[len(dong), f] = sum(amounts[r, f] for r in range(len(dong))) if adds_printed else printed(exact[f])
    assert found(amounts, [(len(dong), 0, r) for r in range(len(dong))], ["a", "b"], digit) == {}


@given(st.lists(st.tuples(*[st.integers(10**10, 10**11)] * 2), min_size=2, max_size=63), st.integers(0, 3), st.data())
@settings(max_examples=60, deadline=None)
def test_one_wrong_cell_is_found_among_rounded_ones(dong, places, data):
    digit = 10 ** (6 - places)
    rows = [*dong, (sum(a for a, _ in dong), sum(b for _, b in dong))]
    amounts = {(r, f): round(v / digit) * digit for r, (a, b) in enumerate(rows) for f, v in (("a", a), ("b", b), ("t", a + b))}
    at = data.draw(st.sampled_from(sorted(amounts)))
    wrong = amounts | {at: amounts[at] + 500 * digit}
    assert found(wrong, [(len(dong), 0, r) for r in range(len(dong))], ["a", "b"], digit) == {"cell_mismatch": {f"{at[1]}{at[0]}"}}


def _even(rows: int, off: dict[tuple[int, str], int | None], small: tuple[tuple[int, str], ...] = ()) -> dict[str, set[str]]:
    """What is found in a table of equal lines (and some small cells) with these cells off; None leaves one blank."""
    amounts: dict[tuple[int, str], int | None] = {(r, f): 5 if (r, f) in small else 10_000 for r in range(rows) for f in "ab"}
    amounts |= {(r, "t"): amounts[r, "a"] + amounts[r, "b"] for r in range(rows)}
    amounts |= {(rows, f): sum(amounts[r, f] for r in range(rows)) for f in "abt"}
    amounts |= {at: None if by is None else amounts[at] + by for at, by in off.items()}
    return found(amounts, [(rows, 0, r) for r in range(rows)], ["a", "b"], 1)


def test_an_error_that_rounding_could_hide_elsewhere_is_not_pinned_to_a_cell():
    """The line's error hides in its own column, the total's in its own row: the two seem to meet where nothing is wrong."""
    assert _even(20, {(0, "a"): 9, (20, "b"): -15}) == {"row_sum_mismatch": {"A1:C1"}, "total_mismatch": {"B1:B21"}}


def test_a_cell_whose_right_amount_would_be_negative_is_no_suspect():
    same = {(0, "a"): 500, (1, "b"): 500}
    assert "cell_mismatch" not in _even(3, same)
    assert _even(3, same, small=((0, "b"), (1, "a"))) == {"cell_mismatch": {"a0", "b1"}}


def test_a_cell_is_not_named_by_an_explanation_that_another_one_rivals():
    told = _even(2, {(0, "a"): -2000, (1, "t"): -1000, (0, "b"): 1000, (2, "b"): None})
    assert told == {"row_sum_mismatch": {"A1:C1", "A2:C2"}, "total_mismatch": {"A1:A3", "C1:C3"}}


def test_no_cell_is_named_where_it_is_not_certain_what_the_total_adds_up():
    amounts = {(r, f): 10_000 * (2 if f == "t" else 1) for r in range(3) for f in "abt"}
    amounts |= {(3, f): 3 * amounts[0, f] + 500 for f in "abt"}
    told = found(amounts, [*((3, 0, r) for r in range(3)), *((3, 1, r) for r in range(2))], ["a", "b"], 1)
    assert told == {"total_mismatch": {"a3", "b3", "t3"}, "row_sum_mismatch": {"A4:C4"}}


def test_a_table_where_all_is_wrong_names_its_lines_and_costs_no_more():
    amounts = {(r, f): 10**6 * (r + 1) for r in range(3_000) for f in "abt"}  # each sum is one of its parts
    told = found(amounts, [], ["a", "b"], 1)
    assert len(told.pop("row_sum_mismatch")) == 3_000
    assert told == {}
