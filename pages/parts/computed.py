"""Figures that are no sum of cells: ranks, forecasts, scores, days between two dates; what they are computed from, in words."""

from datetime import date

import pandas as pd
import streamlit as st

from pages.parts import explained, formats, origins, show, why
from pages.parts.ask import ask
from pages.parts.formats import count, day, is_missing, plain, share
from queries import origin

RANKS = {"rank": "measured_share", "previous_rank": "previous_share"}  # a rank, and the rate it is by
NOT_ALL = (
    {  # what the listed lines leave out
        "score": "Các dòng dưới đây chỉ là phần vốn; phần của báo cáo, kiến nghị, cảnh báo, số năm chưa giám sát ở các cột khác của bảng.",
    }
    | dict.fromkeys(
        ("late_count", "due_count", "waiting_count", "warning_count"),
        "Nó đếm báo cáo, kiến nghị, cảnh báo, có danh sách ở trang của chúng; các dòng dưới đây chỉ là phần vốn của đơn vị.",
    )
    | dict.fromkeys(explained.FORECAST, "Các dòng dưới đây chỉ là phần năm nay; phần của các năm trước ở bảng riêng.")
)


def basis(wanted: why.Wanted, figure: str) -> tuple[why.Wanted, str, str]:
    """The question asked on its own day, the figure whose cells a figure stands on, and the column of its value: of a rank, the rate."""
    rate = RANKS.get(figure, figure)
    if rate == "previous_share":
        return wanted._replace(filters=wanted.filters | {"on": wanted.filters["previous_on"]}), "measured_share", rate
    return wanted, rate, rate


def none(figure: str, value: object) -> str:
    """Why nothing is listed behind a figure."""
    if not value:
        return "Không có dòng nào để cộng: không dòng nào thuộc phạm vi và điều kiện nêu ở cách tính, nên con số là 0."
    return "Không có ô nào đứng sau con số này: nó do văn phòng đặt hoặc nhập trên trang, hoặc nằm ngoài phạm vi được xem."


def otherwise(made: pd.DataFrame, figure: str, value: object, row: pd.Series, on: date | None) -> str:
    """How a figure that is no sum comes from the listed lines."""
    if figure == "overdue_day_count" and "due_on" in row and on and "recommendation" in row:
        days = (on - formats.as_date(row["due_on"])).days
        mark = ", bằng con số trên trang ✓" if days == value else ""
        return f"Từ thời hạn {day(row['due_on'])} đến ngày xem {day(on)}: {count(days)} ngày{mark}"
    rest = NOT_ALL.get(figure, "")
    begin = "Con số này không phải là tổng của các dòng"
    return f"{begin}. {rest}" if rest else f"{begin}; nó tính từ {count(len(made))} dòng dưới đây theo cách nêu trên."


def shown(wanted: why.Wanted, answer: pd.DataFrame, row: pd.Series, figure: str) -> None:
    """What a rank or a forecast is computed from, beside the cells."""
    if figure in RANKS:
        st.markdown(ranks(answer, row, figure))
    if figure in explained.FORECAST:
        _forecast(wanted, row)


def ranks(answer: pd.DataFrame, row: pd.Series, figure: str) -> str:
    """The rates of all districts in their order, the asked one bold, and the change since the round before."""
    rate = RANKS[figure]
    alike = answer[(answer["measure"] == row["measure"]) & answer[figure].notna()].sort_values([figure, rate], ascending=[True, False])
    told = [
        f"{'**' if one.unit_code == row['unit_code'] else ''}{count(getattr(one, figure))}. {plain(one.unit_short_name)} "
        f"{share(getattr(one, rate))}{'**' if one.unit_code == row['unit_code'] else ''}"
        for one in alike.itertuples()
    ]
    moved = ""
    if not is_missing(row["rank"]) and not is_missing(row["previous_rank"]):
        by = int(row["previous_rank"] - row["rank"])
        way = "không đổi" if not by else f"{'lên' if by > 0 else 'xuống'} {abs(by)} bậc"
        moved = f" Đổi hạng: kỳ trước hạng {count(row['previous_rank'])}, nay hạng {count(row['rank'])}, {way}."
    return f"**Xếp hạng.** {'; '.join(told)}.{moved}"


def _forecast(wanted: why.Wanted, row: pd.Series) -> None:
    given = origins.narrowed(wanted.filters, row)
    years = ask(origin.years, **{name: given[name] for name in why.takes(origin.years) if name in given})
    st.markdown(f"**Dự báo.** {remade(years, row)}")
    show.excerpt(
        years, ("plan_year", "same_day_on", "same_day_share", "end_share", "spent_share"), len(years),
        finding=f"Các năm trước dùng để dự báo ({count(len(years))})", key="vi-sao-nam",
    )  # fmt: skip


def remade(years: pd.DataFrame, row: pd.Series) -> str:
    """The forecast made again from the earlier years."""
    if years.empty or is_missing(row["middle_share"]):
        return "Không cần số của các năm trước: vốn đã giải ngân hết."
    now, left, mean = row["disbursed_share"], 1 - row["disbursed_share"], years["spent_share"].mean()
    middle = now + left * min(max(mean, 0), 1)
    mark = ", bằng con số trên trang ✓" if abs(middle - row["middle_share"]) < 1e-8 else ""
    low, high = ((row[c] - now) / left if left else 0 for c in ("low_share", "high_share"))
    spread = years["spent_share"].std()
    return (
        f"Mức giữa = {share(now)} + {share(left)} × {share(mean)} (bình quân phần vốn còn lại đã tiêu) = {share(middle)}{mark}. "
        f"Độ lệch chuẩn giữa các năm {formats.points(spread)}; nhân hệ số theo số năm (phân phối Student) thì phần ấy từ {share(low)} đến "
        f"{share(high)} (không dưới 0%, không quá 100%), nên mức thấp {share(row['low_share'])}, mức cao {share(row['high_share'])}."
    )
