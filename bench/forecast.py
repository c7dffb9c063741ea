"""The forecast tried on the years that are over, from each month with a cut-off: `python -m bench forecast`, in the words of the screen."""

from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd

from data.home import home
from data.store.reading import Scope, Store, current_version, open_store
from pages.parts import formats, outlook
from queries import about, choices, forecast

COLUMNS = ("Từ ngày", "Dự báo cho", "Dựa vào", "Số lần thử", "Lệch trung bình", "Lệch nhiều nhất", "Khoảng đúng / có khoảng (mức nêu)")


def back_tested() -> bool:
    """Print the back-test of the store in force; False when there is no store to ask."""
    name = current_version(home())
    if name is None:
        print(f"Chưa có kho số liệu nào trong {home()}; chạy: python -m data build, hoặc make sample.")
        return False
    for line in lines(open_store(home(), name)):
        print(line)
    return True


def lines(store: Store) -> Iterator[str]:
    """The table, a line at a time; on every day each year is forecast from the years before it, and from all others."""
    scope = Scope(tuple(about.units(store, Scope(units=()))["unit_code"]))
    years = sorted(choices.plan_years(store, scope)["plan_year"])
    if not years:
        yield "Chưa có năm ngân sách nào có số liệu."
        return
    yield f"Thử lại dự báo đến 31/12 trên các năm {', '.join(map(str, years))} (kho {store.path.name}, phiên bản {store.version})."
    nature = forecast.back_test(store, scope, plan_year=years[-1], on=date(years[-1], 1, 1))["is_sample"].any()
    yield "Số liệu minh họa: sai số này là của số liệu bịa." if nature else "Sai số là của số liệu đã tiếp nhận."
    yield "Ngày nào có ít hơn 2 năm đủ số liệu thì không có lần thử, không ghi dòng."
    rows = [COLUMNS, *_rows(store, scope, years)]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _rows(store: Store, scope: Scope, years: list[int]) -> Iterator[tuple[str, ...]]:
    after = years[-1] + 1  # asked in the year after the last one, so that every year that is over is tried
    for on in days(store, scope, years):
        answer = forecast.back_test(store, scope, plan_year=after, on=on.replace(year=after))
        for _, row in outlook.tries(answer[answer["tried_count"] > 0]).iterrows():
            yield f"{on:%d/%m}", *_told(row)


def days(store: Store, scope: Scope, years: list[int]) -> list[date]:
    """The last cut-off of each month before 31/12, in any of the years; of a 29/02 the day that every year has."""
    cut_offs = [
        formats.as_date(day) for year in years for day in choices.cut_offs(store, scope, plan_year=year)["cut_off_on"] if day.year == year
    ]
    by_month = {day.month: day for day in sorted(cut_offs, key=lambda day: (day.month, day.day)) if (day.month, day.day) != (12, 31)}
    return [day - timedelta(days=(day.month, day.day) == (2, 29)) for _, day in sorted(by_month.items())]


def _told(row: pd.Series) -> tuple[str, ...]:
    held = f"{row.covered_count}/{row.range_count} ({formats.share(row.claim_share)})" if row.range_count else formats.MISSING
    return row.grouped_by, row.forecast_from, formats.count(row.tried_count), row.mean_error, row.largest_error, held
