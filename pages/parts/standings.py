"""Districts beside each other: the measures they are ranked by, frames ready for the charts, and what these show in words."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pandas as pd

from pages.parts.formats import as_date, count, day, is_missing, million, plain, points, share


class Measure(NamedTuple):
    """What districts are ranked by; `code` is its name in the answer of the question."""

    code: str
    name: str  # inside a sentence
    counts: str  # what stands in brackets beside each rate
    counted: Callable[[pd.Series], str]
    narrowed: bool  # whether component, fund source and capital type apply
    nothing: str  # why a district has no rank, where the money does not say it
    columns: tuple[str, ...]  # of the table beneath


MEASURES = {  # by the code in the address
    "giai-ngan": Measure(
        "disbursed", "tỷ lệ giải ngân", "trong ngoặc: kế hoạch vốn, triệu đồng", lambda row: million(row.denominator), True, "chưa có số",
        ("planned_vnd", "disbursed_vnd", "disbursed_share", "line_count", "reported_on", "state", "unreported_planned_vnd", "lower_share"),
    ),
    "chi-tieu": Measure(
        "attained", "tỷ lệ chỉ tiêu đạt kế hoạch", "trong ngoặc: chỉ tiêu đạt, vượt/chỉ tiêu được giao; đang thực hiện chưa tính là đạt",
        lambda row: f"{count(row.numerator)}/{count(row.denominator)}", False, "chưa có kết quả",
        ("attained_count", "target_count", "attained_share"),
    ),
    "dung-han": Measure(
        "on_time", "tỷ lệ báo cáo đúng hạn", "trong ngoặc: số báo cáo đúng hạn/số báo cáo đã đến hạn",
        lambda row: f"{count(row.numerator)}/{count(row.denominator)}", False, "chưa có báo cáo nào đến hạn",
        ("on_time_count", "due_count", "on_time_share"),
    ),
}  # fmt: skip
COUNTED = ("numerator", "denominator", "measured_share")  # what a measure that counts shows under its own columns
FIRST = next(iter(MEASURES))
NAMES = {code: measure.name[:1].upper() + measure.name[1:] for code, measure in MEASURES.items()}


def ready(ranking: pd.DataFrame, measure: Measure, units: pd.DataFrame, on: date, marked: str | None = None) -> pd.DataFrame:
    """The districts of one measure in their order, with what charts and tables need; `units` is the money of each unit."""
    money = units[
        ["unit_code", "short_name", "state", "planned_vnd", "disbursed_vnd", "unreported_planned_vnd", "lower_share", "is_behind"]
    ]
    rows = ranking[ranking["measure"] == measure.code].merge(money, on="unit_code", how="left", sort=False)
    rows.attrs.update(ranking.attrs)  # a merge forgets which question was asked
    rows = rows.assign(
        disbursed_share=rows["measured_share"],
        **({} if measure.narrowed else dict(zip(measure.columns, (rows[c] for c in COUNTED), strict=True))),
        is_behind=rows["is_behind"].fillna(False).astype(bool) & measure.narrowed,
        rank_change=[_moved(row) for _, row in rows.iterrows()],
        map_label=[share(value) for value in rows["measured_share"]],
    )
    told = [_label(row, measure, on) for _, row in rows.iterrows()]
    names = [f"{count(row.rank) + '.' if not is_missing(row.rank) else '–'} {row.unit_short_name}" for row in rows.itertuples()]
    bold = [f"<b>{name}</b>" if code == marked else name for name, code in zip(names, rows["unit_code"], strict=True)]
    return rows.assign(
        label=told, left=[_before(row) for _, row in rows.iterrows()], ranked_name=names, shown=bold, is_marked=rows["unit_code"] == marked
    )


def placed(rows: pd.DataFrame, tiles: pd.DataFrame) -> pd.DataFrame:
    """The districts with the place of their tiles."""
    return rows.merge(tiles[["unit_code", "tile_row", "tile_column"]], on="unit_code")


def _label(row: pd.Series, measure: Measure, on: date) -> str:
    if is_missing(row["rank"]):
        return why_none(row, measure)
    star = "*" if measure.narrowed and row.unreported_planned_vnd else ""
    told = f"{share(row.measured_share)}{star} ({measure.counted(row)})" + (
        f" {row.rank_change}" if row.rank_change not in ("", "=") else ""
    )
    if measure.narrowed and as_date(row.reported_on) < on:
        told += f", số đến {pd.Timestamp(row.reported_on):%d/%m}"
    return told


def why_none(row: pd.Series, measure: Measure) -> str:
    """Why a district has no rank; never that its rate is 0."""
    if not measure.narrowed:
        return measure.nothing
    if is_missing(row.planned_vnd):
        return "không có kế hoạch vốn"
    return "chưa có báo cáo" if is_missing(row.reported_on) else measure.nothing


def _moved(row: pd.Series) -> str:
    """The change of rank since the cut-off before: "▲2" is up by two; "" where there is nothing to compare."""
    if is_missing(row["rank"]) or is_missing(row.previous_rank):
        return ""
    by = int(row.previous_rank) - int(row["rank"])
    return f"▲{by}" if by > 0 else f"▼{-by}" if by < 0 else "="


def _before(row: pd.Series) -> str:
    return (
        "trước đó: chưa xếp hạng" if is_missing(row.previous_rank) else f"trước đó: hạng {row.previous_rank} ({share(row.previous_share)})"
    )


def headline(rows: pd.DataFrame, measure: Measure, on: date) -> str:
    """Who leads and who is last, with as many as share the place; and how many have no figure."""
    known = rows[rows["rank"].notna()]
    if known.empty:
        return f"Đến {day(on)}, chưa huyện nào có số để xếp hạng theo {measure.name}."
    first, last = known[known["rank"] == known["rank"].min()], known[known["rank"] == known["rank"].max()]
    if len(first) == len(known) > 1:
        told = f"Đến {day(on)}, {len(known)} huyện có {measure.name} như nhau ({share(first['measured_share'].iloc[0])})"
        return told + (f"; {len(rows) - len(known)}/{len(rows)} huyện chưa có số để xếp hạng." if len(rows) > len(known) else ".")
    told = f"Đến {day(on)}, xếp theo {measure.name}: {_who(first)} dẫn đầu ({share(first['measured_share'].iloc[0])})"
    if len(first) < len(known):
        told += f", {_who(last)} thấp nhất ({share(last['measured_share'].iloc[0])})"
    silent = len(rows) - len(known)
    return told + (f"; {silent}/{len(rows)} huyện chưa có số để xếp hạng." if silent else ".")


def _who(rows: pd.DataFrame) -> str:
    return str(rows["unit_short_name"].iloc[0]) if len(rows) == 1 else f"{len(rows)} huyện cùng"


def moves(rows: pd.DataFrame, previous_on: date | None) -> str:
    """Who changed rank since the cut-off before."""
    if previous_on is None:
        return "Đây là ngày chốt đầu tiên của năm, chưa có hạng trước để so"
    compared = rows[rows["rank"].notna() & rows["previous_rank"].notna()]
    if compared.empty:
        return f"Chưa so được hạng với ngày chốt trước ({day(previous_on)})"
    moved = compared[compared["rank"] != compared["previous_rank"]]
    if moved.empty:
        return f"Không huyện nào đổi hạng so với ngày chốt trước ({day(previous_on)})"
    far = moved.assign(by=(moved["previous_rank"] - moved["rank"]).abs()).sort_values("by", ascending=False, kind="stable").head(3)
    named = ", ".join(f"{row.unit_short_name} {row.rank_change}" for row in far.itertuples())
    return f"{len(moved)}/{len(compared)} huyện đổi hạng so với {day(previous_on)}, nhiều nhất: {named}"


def lowest(rows: pd.DataFrame) -> str:
    """The lowest on the map, by name."""
    known = rows[rows["rank"].notna()]
    if known.empty:
        return "Chưa huyện nào có số"
    named = ", ".join(f"{row.unit_short_name} {row.map_label}" for row in known.tail(min(3, len(known) - 1) or 1)[::-1].itertuples())
    return f"Thấp nhất: {named}"


def sizes(rows: pd.DataFrame, whole: float | None) -> str:
    """Who is below the province's rate, and the one of them with most money left."""
    known = rows[rows["rank"].notna()]
    if known.empty or whole is None:
        return "Kế hoạch vốn và tỷ lệ giải ngân của từng huyện"
    below = known[known["measured_share"] < whole]
    if below.empty:
        return f"Không huyện nào thấp hơn mức chung {share(whole)}"
    most = below.assign(left_vnd=below["denominator"] - below["numerator"]).sort_values("left_vnd", ascending=False).iloc[0]
    told = f"{most.unit_short_name} còn nhiều vốn nhất: {million(most.left_vnd)} triệu đồng chưa giải ngân"
    return f"{len(below)}/{len(known)} huyện thấp hơn mức chung {share(whole)}; trong đó {told}"


def against(curves: pd.DataFrame, whole: pd.DataFrame) -> str:
    """How many districts lie below the province at their newest cut-off, and which is farthest."""
    same_day = curves.merge(whole[["cut_off_on", "disbursed_share"]], on="cut_off_on", suffixes=("", "_of_all")).dropna(
        subset=["disbursed_share"]
    )
    last = same_day.sort_values("cut_off_on").drop_duplicates("unit_code", keep="last")
    if last.empty:
        return "Đường giải ngân lũy kế của từng huyện"
    gap = last["disbursed_share"] - last["disbursed_share_of_all"]
    below = last[gap < 0]
    if below.empty:
        return "Không huyện nào dưới đường toàn tỉnh"
    far = last.loc[gap.idxmin()]
    return f"{len(below)}/{len(last)} huyện dưới đường toàn tỉnh; xa nhất là {far.unit_short_name}, thấp hơn {points(gap.min())}"


def key(measure: Measure) -> str:
    """How to read the ranking."""
    return f"Bên cạnh tỷ lệ, {measure.counts}; ▲ ▼: lên, xuống hạng. Tỷ lệ viết như nhau thì đồng hạng. Sở, ngành không xếp hạng."


def left_out(rows: pd.DataFrame) -> str:
    """The districts that a chart of figures cannot show."""
    silent = rows[rows["rank"].isna()]
    return f" Không vẽ, vì chưa có số: {', '.join(silent['unit_short_name'])}." if len(silent) else ""


def source(outlines: pd.DataFrame) -> str:
    """Whose boundaries are drawn, and which districts have none in the file."""
    none = outlines[outlines["lon"].isna()]["unit_short_name"].tolist()
    told = f"Ranh giới: {plain(outlines['attribution'].iloc[0]) or 'tệp do văn phòng đặt'}. Màu đậm hơn: cao hơn; gạch chéo: chưa có số."
    return told + (f" Không có ranh giới trong tệp: {', '.join(none)}." if none else "")
