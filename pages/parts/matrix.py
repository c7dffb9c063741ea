"""The matrix of indicators and units: its cells ready for the chart and the table, and what it says in words."""

import pandas as pd

from pages.parts import attained, charts, filters, formats, show
from pages.parts.aims import WHOLE, state_told
from pages.parts.ask import ask
from pages.parts.attained import FAR
from pages.parts.formats import is_missing
from queries import choices


def shown(by_unit: pd.DataFrame, province: pd.DataFrame, chosen: filters.Chosen, *, key: str, behind: str) -> None:
    """The matrix on a page: its finding, the chart, the same figures as a table."""
    ready, names, columns = cells(by_unit, province, ask(choices.reporting_units, plan_year=chosen.plan_year), chosen.unit)
    show.figure(
        charts.statuses(ready, row="row_name", column="column_name", rows=names, columns=columns, label="label", hover="told"),
        ready, "indicator_short_name", "unit_told", *attained.FIGURES, *attained.SOURCES,
        finding=weakest(ready, chosen.unit), alt="Bảng chỉ tiêu và đơn vị: ký hiệu và mức đạt từng ô", key=key,
        behind=f"{behind} Trong ô: ký hiệu và mức đạt (%); ô trống: đơn vị không giữ chỉ tiêu đó.",
        of=(province, by_unit),
    )  # fmt: skip


def cells(
    by_unit: pd.DataFrame, province: pd.DataFrame, units: pd.DataFrame, unit: str | None
) -> tuple[pd.DataFrame, list[str], list[str]]:
    """The matrix: its cells, its rows in the order of the indicators, and its columns, the province first; the chosen `unit` is bold."""
    names = {c: f"<b>{n}</b>" if c == unit else n for c, n in zip(units["unit_code"], units["short_name"], strict=True)}
    own = by_unit[by_unit["unit_code"].isin(names)]
    rows = pd.concat([province.assign(column_name=f"<b>{WHOLE}</b>"), own.assign(column_name=own["unit_code"].map(names))])
    rows = attained.ready(attained.whole(rows))
    rows = rows.assign(
        label=[
            r.symbol + ("" if is_missing(r.attainment_share) else formats.number(100 * r.attainment_share, 1)) for r in rows.itertuples()
        ],
        unit_told=[WHOLE if is_missing(n) else n for n in rows["unit_short_name"]],
        told=[f"{r.status_name}; {attained.pair(r)}{state_told(r)}" for _, r in rows.iterrows()],
    )
    order = list(dict.fromkeys([*attained.whole(province)["indicator_short_name"], *rows["row_name"]]))
    held = set(rows["column_name"])
    return rows, order, [name for name in (f"<b>{WHOLE}</b>", *names.values()) if name in held]


def weakest(rows: pd.DataFrame, unit: str | None = None) -> str:
    """Which unit has most indicators far from their target, in words; the chosen `unit` first."""
    own = rows[rows["unit_code"].notna()] if "unit_code" in rows else rows.head(0)
    late = own[own["status"].isin(FAR)]
    far = late["unit_short_name"].value_counts()
    if own.empty or far.empty:
        return "Không đơn vị nào có chỉ tiêu khó đạt hoặc chưa đạt"
    most = [str(name) for name, n in far.items() if n == far.max()]
    told = f"{', '.join(most[:3])}{f' và {len(most) - 3} đơn vị khác' if len(most) > 3 else ''}"
    mine = own[own["unit_code"] == unit]
    if len(mine):
        count = int(mine["status"].isin(FAR).sum())
        return f"{mine['unit_short_name'].iloc[0]} có {count} chỉ tiêu khó đạt hoặc chưa đạt; nhiều nhất: {told}, {far.max()} chỉ tiêu"
    return f"Nhiều chỉ tiêu khó đạt hoặc chưa đạt nhất: {told}, {far.max()} chỉ tiêu"
