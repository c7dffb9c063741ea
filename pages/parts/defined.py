"""What an indicator is and where its figure comes from, in sentences."""

import pandas as pd

from pages.parts import attained, formats
from pages.parts.formats import day, is_missing

COUNTED = {
    "người": "người, mỗi người một lần",
    "lượt người": "lượt người, mỗi lần tham dự một lượt (không phải số người)",
}
PACES = {
    "even": "tăng dần trong năm",
    "level": "bắt đầu năm từ mức của năm trước, nên trong năm không có mức theo tiến độ",
    "end": "chỉ biết khi hết năm, nên trong năm không có mức theo tiến độ",
    "always": "phải đạt ở mọi thời điểm",
}
FROM = {"money": "Phần mềm tính từ số giải ngân các đơn vị báo cáo.", "reports": "Phần mềm tính từ ngày nhận báo cáo so với hạn nộp."}


def sentences(row: pd.Series) -> list[str]:
    """The definition in sentences: what is counted, how, on what basis, and who wrote, checked and reviewed it."""
    if row.value_kind == "ratio":
        how = f"Cách tính: {row.numerator_name} / {row.denominator_name}; toàn tỉnh cộng tử số, cộng mẫu số rồi mới chia."
    else:
        how = "Cách tính: cộng số của các đơn vị."
    if row.measure == "reduction":
        how += " Mức đạt = số giảm được / kế hoạch giảm."
    parted = f" Tính riêng, không cộng thêm: {row.breakdown_names}." if row.breakdown_names else ""
    people = [f"{what}: {row[who] or f'chưa {what}'}" for who, what in (("checked", "kiểm tra"), ("reviewed", "duyệt"))]
    return [
        f"{row.indicator_name} ({row.group_names}). Đếm: {COUNTED.get(row.counted, row.counted)}; {PACES[row.pace]}.{parted}",
        " ".join([how, FROM.get(row.result_from, ""), row.note]).strip(),
        f"Căn cứ: {row.legal_basis}. Soạn định nghĩa: {row.authored}; {'; '.join(people)}.",
    ]


def standing(row: pd.Series) -> list[str]:
    """Where the figure comes from: state, day, units, source; what is still without a result; what the year may come to."""
    known = (
        "chưa có kết quả"
        if is_missing(row.achieved)
        else f"số {formats.STATES.get(row.state, 'phần mềm tính')}, đến {day(row.reported_on)}"
    )
    told = f"Số liệu: {known}"
    if row.get("is_published", False):
        told += f"; số công bố toàn tỉnh, nguồn: {row.citation or 'chưa nêu'}"
    else:
        told += f"; {row.reported_count}/{row.expected_count} đơn vị có kết quả"
        told += f"; nguồn: {row.citation}" if not is_missing(row.citation) and row.citation else ""
    said = [told + f". Căn cứ chỉ tiêu: {attained.BASES.get(row.plan_basis, 'không có')}."]
    if not is_missing(row.get("unreported_planned")) and row.unreported_planned:
        left = attained.quantity(row.unreported_planned, row.measure_unit)
        said.append(f"{left} {row.measure_unit} chỉ tiêu của các đơn vị chưa có kết quả, không tính vào mức đạt.")
    if not is_missing(row.estimated):
        said.append(f"Ước cả năm: {attained.quantity(row.estimated, row.level_unit)} {row.level_unit}.")
    return said


def beside(summed: pd.Series) -> str:
    """What was published beside what units add up to; "" where nothing was published."""
    if not summed.is_published:
        return ""
    unit = summed.level_unit

    def level(value: object) -> str:
        return f"{attained.quantity(value, unit)}{unit if unit == '%' else ' ' + unit}"

    told = f"Số công bố: {level(summed.published_level)} ({formats.STATES.get(summed.published_state, '')}, đến {day(summed.published_on)})"
    if is_missing(summed.summed_level):
        return told + "; các đơn vị chưa báo cáo đủ để cộng."
    parts = attained.parts(
        pd.Series({"numerator": summed.summed_numerator, "denominator": summed.summed_denominator, "counted": summed.counted})
    )
    told += f"; cộng các đơn vị: {level(summed.summed_level)}" + (f" ({parts})" if parts else "")
    return f"{told}, {summed.summed_count}/{summed.unit_count} đơn vị."
