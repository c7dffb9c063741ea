"""Freezing the figures for a meeting, and looking whether what was frozen is still whole."""

from datetime import datetime
from typing import Annotated

import typer

from data.home import home
from data.store import frozen as freezing
from data.store.frozen import NotFrozen
from data.verbs import app, operator, out

__all__ = ["NotFrozen", "freeze", "frozen"]


@app.command()
def freeze(
    name: Annotated[str, typer.Argument(help="Tên bản chốt, như “Giao ban tháng …”.")],
    plan_year: Annotated[int, typer.Option("--year", help="Năm ngân sách.")],
    on: Annotated[datetime, typer.Option("--on", formats=["%Y-%m-%d"], help="Ngày chốt số liệu, như 2000-12-31.")],
) -> None:
    """Chốt số liệu hiện hành cho một cuộc họp; giữ mãi, không đổi."""
    one = freezing.freeze(home(), name, operator(), plan_year, on.date())
    out.print(f"Đã chốt “{one.name}”: {one.submission_count} lần nộp, mã {one.digest[:12]}; mở bằng ?ban={one.code} ở cuối địa chỉ trang.")


@app.command()
def frozen() -> None:
    """Liệt kê các bản chốt và kiểm tra từng bản còn nguyên vẹn."""
    for one in reversed(freezing.listed(home())):
        out.print(f"{one.code}. {one.name}: số liệu đến {one.on:%d/%m/%Y}, {one.by} chốt {one.at:%d/%m/%Y}, mã {one.digest[:12]}")
    problems = freezing.altered(home())
    out.print(*problems or ["Mọi bản chốt còn nguyên vẹn."], sep="\n")
    raise typer.Exit(1 if problems else 0)
