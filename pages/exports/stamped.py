"""What every paper says of itself, in one wording: short for each page, slide and sheet, in full once; and texts fit for any of them."""

import re

from pages.exports.paper import Stamp
from pages.parts import formats

SAMPLE = "Số liệu minh họa"
SHORT = 12  # characters of a version or a hash that a person compares
# what XML cannot hold: control characters but tab and line feed, halves of a pair, non-characters
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """A text as any paper can hold it: a carriage return is a line feed, characters that no paper can show are left out."""
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def line(stamp: Stamp) -> str:
    """The stamp for the foot of every page, slide or sheet."""
    told = [SAMPLE] if stamp.is_sample else []
    told += [f"Ngày số liệu: {stamp.on_told}" if stamp.on_told else f"Số liệu đến {formats.day(stamp.on)}"]
    told += [f"bản chốt “{stamp.frozen}”"] if stamp.frozen else ["số liệu hiện hành"]
    told += [f"phiên bản {stamp.version[:SHORT]}", f"mã {stamp.digest[:SHORT]}"]
    return printable(" · ".join(told))


def lines(stamp: Stamp) -> tuple[tuple[str, str], ...]:
    """The stamp in full, once in every paper: what each line is called, and what it says."""
    told = [("Tính chất", f"{SAMPLE}: không phải số liệu thật")] if stamp.is_sample else []
    told += [("Phạm vi", stamp.scope), ("Nguồn", stamp.behind)]
    told += [("Ngày số liệu", stamp.on_told) if stamp.on_told else ("Số liệu tính đến ngày", formats.day(stamp.on))]
    told += [("Bản chốt", f"“{stamp.frozen}”, chốt lúc {formats.moment(stamp.at)}")] if stamp.frozen else []
    told += [] if stamp.frozen else [("Bản chốt", f"chưa chốt; số liệu hiện hành, dựng lúc {formats.moment(stamp.at)}")]
    told += [("Phiên bản số liệu", stamp.version), ("Mã kiểm tra (SHA-256)", stamp.digest)]
    return tuple((name, printable(text)) for name, text in told)
