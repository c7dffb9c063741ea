"""Truy vấn SQL in words: numbers of any size, means of rates, and what the engine says is wrong."""

from decimal import Decimal

import pytest

from pages.parts.ask import Refused
from pages.parts.free import answered, cautions, faults


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (114277000001, "114.277.000.001"), (10**30 + 1, "1" + 9 * ".000" + ".001"), (-1.5, "-1,5"), (0.1 + 0.2, "0,3"), (0, "0"),
        (-0.0, "0"), (Decimal("1234.500"), "1.234,5"), (1e300, "1E+300"), (2.5e-9, "2,5E-9"),
        (10**60, "1E+60"), (None, "—"),
    ],
)  # fmt: skip
def test_numbers_of_any_size_are_written_as_vietnamese_write_them(value, shown):
    assert answered.written(answered.Column("x", "x", "number"), value) == shown
    assert answered.written(answered.Column("x_share", "x", "share"), value)


@pytest.mark.parametrize(
    ("sql", "is_one"),
    [
        ("select avg(a / b) from t", True),
        ("with t as (select sum(a) / sum(b) as ty_le from x group by u) select avg(ty_le) from t", True),
        ('with t as (select sum(a) / sum(b) "tỷ lệ" from x) select mean("tỷ lệ") from t', True),
        ("select avg(disbursed_share) over () from t", True),
        ("select list_avg(list(a / b)) from t", True),
        ("select avg(planned_vnd) from t -- a / b", False),
        ("select avg(length('a/b')) from t", False),
        ("select sum(a) / sum(b) as ty_le, avg(c) from t", False),
        ("select avg(planned_vnd / 1000000) from t", False),
        ("select avg(planned_vnd / 1e6) as x, avg(planned_vnd // 10) from t", False),
        ("select sum(a / b) / count(*) from t", True),
        ("with t as (select a / nullif(b, 0) as ty_le from x) select sum(ty_le) / count(*) from t", True),
        ("with t as (select case when b > 0 then a / b end as ty_le from x) select avg(ty_le) from t", True),
        ("with t as (select a / b r from x) select sum(r) from t", True),
        ("select sum(disbursed_share) from t", True),
        ("select sum(100.0 * a / b) from t", True),
        ("with t as (select a / b as r, b from x) select sum(r * b) / sum(b) from t", False),
        ("select sum(case when a / b < 0.5 then a end) from t", False),
    ],
)
def test_a_mean_of_what_is_computed_as_a_rate_is_seen(sql, is_one):
    assert cautions.has_mean_of_rates(sql) is is_one


WRONG = [  # what was written, the engine's message, where, and the sentence with its way out
    ("select *\nfrom mart.money where", 'syntax error at or near "where"', 25, "dừng giữa chừng, sau “where”", "điều kiện", (2, 17, 5)),
    ("select top 10 * from t", 'syntax error at or near "10"', 11, "Ở đây không có “top n”", "limit n", (1, 1, 6)),
    ("select “a” from t", 'Referenced column "“a”" not found in FROM clause!', 7, "Có dấu nháy cong “", "nháy thẳng", (1, 8, 1)),
    ("select a, sum(b) from t", 'column "a" must appear in the GROUP BY clause or …', 7, "Cột “a”", "group by", (1, 8, 1)),
    ("select 1 // 0", "Division by zero in expression (1 // 0).", None, "phép chia cho 0", "nullif", (0, 0, 1)),
    ("select 'x'::int", "Could not convert string 'x' to INT32", 7, "Chữ “x” không đổi được thành số nguyên", "try_cast", (1, 8, 3)),
    ("select k from a, b", "Ambiguous reference to column name \"k\" (use: 'a.k' or 'b.k')", 7, "Cột “k”", "a.k hoặc b.k", (1, 8, 1)),
    ("select 1.000.000", 'syntax error at or near "1.000.000"', 7, "“1.000.000” không phải một con số", "Viết 1000000", (1, 8, 9)),
    (
        "select d <= 15/11/2024 from t",
        "Cannot compare values of type DATE and type DOUBLE - x",
        9,
        "phép chia",
        "date '2024-11-15'",
        (1, 13, 2),
    ),
    ("select d <= '31/2/2024'", 'date field value out of range: "31/2/2024"', 12, "ngày có thật", "date 'năm-tháng-ngày'", (1, 13, 11)),
    ("select d <= '5/1/2024'", 'invalid date field format: "5/1/2024", expected', 12, "đúng dạng", "date '2024-01-05'", (1, 13, 10)),
    ("select @nam", 'Referenced column "nam" not found in FROM clause!', 8, "“@nam”", "Viết $nam", (1, 8, 1)),
    ("select a where a > 0,5 * b", "syntax error", None, "0,5 đang được hiểu là hai giá trị", "0.5", (1, 18, 1)),
    ("select f(x -> x)", "Deprecated lambda arrow (->) detected.", None, "“x -> …”", "lambda x: …", (0, 0, 1)),
    ("select a from t", "something that nobody foresaw", None, "không chạy được", "thông báo gốc", (0, 0, 1)),
]


@pytest.mark.parametrize(("sql", "message", "place", "what", "todo", "at"), WRONG, ids=[wrong[0] for wrong in WRONG])
def test_what_the_engine_says_is_said_in_words_with_its_place(sql, message, place, what, todo, at):
    fault = faults.of(Refused("failed", message, place), sql)
    assert what in fault.what and todo in fault.todo and fault.original == message
    assert (fault.line, fault.column, fault.length) == at


def test_a_refusal_of_a_kind_nobody_foresaw_is_a_sentence_too():
    fault = faults.of(Refused("new_kind", "{x} %s"), "select 1")
    assert fault.what == "Câu lệnh không chạy được." and fault.original == "new_kind: {x} %s"


def test_names_are_offered_only_where_they_are_alike():
    column = Refused("failed", 'Referenced column "plan_yer" not found in FROM clause!', 7, {"candidates": "plan_year,planned_vnd,kind"})
    assert "có phải là plan_year;" in faults.of(column, "select plan_yer from t").todo
    assert "có phải" not in faults.of(Refused("table", "zzz", 14), "select * from zzz").todo
    assert "có phải là mart.money" in faults.of(Refused("table", "money", 14), "select * from money").todo
    assert "ở đây viết coalesce(…)" in faults.of(Refused("function", "nvl", 7), "select nvl(a, 0)").todo


@pytest.mark.parametrize(
    ("code", "kind", "sql", "what", "todo"),
    [
        ("select", "SHOW_REF", "describe mart.money", "describe, show, summarize", "Bảng và cột"),
        ("select", "SHOW_REF", "-- bảng\nshow tables", "describe, show, summarize", "Từ điển số liệu"),
        ("select", "MULTI", "pivot mart.money on kind using sum(x)", "câu pivot", "Bảng xoay"),
        ("select", "DELETE", "delete from mart.money", "Chỉ chạy được câu SELECT", "WITH … SELECT"),
        ("parameter", "1", "select ?", "Dấu ?", "$nam"),
    ],
)
def test_what_is_refused_is_said_without_the_engine_s_own_names_and_with_another_way(code, kind, sql, what, todo):
    fault = faults.of(Refused(code, kind), sql)
    assert what in fault.what and todo in fault.todo
    assert kind not in f"{fault.what} {fault.todo} {fault.original}".split()


def test_a_parameter_that_was_left_empty_where_a_value_is_needed_is_named():
    message = """Could not choose a best candidate function for the function call "date_diff(STRING_LITERAL, "NULL", DATE)"."""
    fault = faults.of(Refused("failed", message, 7), "select date_diff('day', $tu, $ngay)", {"tu": "", "ngay": "x"})
    assert fault.what.startswith("Tham số $tu chưa có giá trị") and fault.todo.startswith("Điền ô $tu")
    assert "$tu" not in faults.of(Refused("failed", message, 7), "select 1", {"tu": "x"}).what


def test_of_the_engine_s_own_message_its_settings_addresses_and_long_lists_are_left_out():
    said = (
        "Something is wrong.\nUse SET lambda_syntax='X' to revert.\nFor more, see https://example.org/x\nCandidate functions:\n"
        + 30 * "f(INT) "
    )
    original = faults.of(Refused("failed", said), "select 1").original
    assert original.startswith("Something is wrong. Candidate functions: f(INT)") and original.endswith("…")
    assert "SET" not in original and "http" not in original and len(original) < 150
