"""What the verbs of `python -m data` share: who does it, how it is said, how it ends."""

import os
import sys
from typing import NoReturn

import typer
from rich.console import Console

from data.definitions import Definitions, DefinitionsError, load
from data.home import home

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
out = Console(highlight=False, soft_wrap=True, markup=False)


def operator() -> str:
    """Who does this: DASHBOARD_OPERATOR, else asked once and kept in the home folder."""
    kept = home() / "operator.txt"
    name = os.environ.get("DASHBOARD_OPERATOR", "").strip() or (kept.read_text(encoding="utf-8").strip() if kept.exists() else "")
    if not name and sys.stdin.isatty():
        name = typer.prompt("Họ tên người thực hiện").strip()
        home().mkdir(parents=True, exist_ok=True)
        kept.write_text(name, encoding="utf-8")
    if not name:
        fail("Chưa biết ai thực hiện; cần đặt biến DASHBOARD_OPERATOR=“họ tên”.")
    return name


def fail(sentence: str) -> NoReturn:
    out.print(sentence)
    raise typer.Exit(2)


def definitions() -> Definitions:
    try:
        return load()
    except DefinitionsError as problem:
        fail(f"Thư mục định nghĩa có lỗi. {problem}")
