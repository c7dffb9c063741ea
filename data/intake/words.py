"""Words as people type them: compared without case, marks, spaces or line breaks; legacy Vietnamese encodings recognised by name."""

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_LONG = 200  # letters: longer texts are no words of a form, and are not remembered
# 'tổng hợp', 'cộng đồng', 'cộng tác' only begin alike
_TOTAL = re.compile(r"(tổng cộng|tổng số|tổng|cộng|toàn tỉnh|trong đó)\b(?!\s+(?:hợp|kết|cục|đồng|tác|công ty))")
_BARE = {"tong cong", "tong so", "tong", "cong", "toan tinh", "trong do"}
_NUMBERED = re.compile(r"^(?:[ivx]+|[a-z]|\d+)[.)]\s+|^[-+*•]\s*")


def key(text: str) -> str:
    """'Dự  án\\nNSĐP ' → 'du an nsdp': what two spellings of the same words have in common."""
    return _key(text) if len(text) <= _LONG else _key.__wrapped__(text)


@lru_cache(maxsize=50_000)
def _key(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text.replace("Đ", "D").replace("đ", "d"))
    return _NOT_WORD.sub(" ", "".join(c for c in flat if not unicodedata.combining(c)).lower()).strip()


@lru_cache(maxsize=20_000)
def total_word(text: str) -> str | None:
    """The total word a label starts with ('Tổng cộng NSTW' → 'tổng cộng'), or None. 'Công trình' is no total: marks count here."""
    plain = _NUMBERED.sub("", " ".join(unicodedata.normalize("NFC", text).lower().split()))
    found = _TOTAL.match(plain)
    if found:
        return found[1]
    return plain.strip(" :") if plain.strip(" :") in _BARE else None


# Bảng mã TCVN3 (ABC) and VNI Windows: what their bytes look like when read as Western text.
_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_VNI_MARKS = {
    "a": dict(zip("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ", strict=True)),
    "e": dict(zip("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ", strict=True)),
    "o": dict(zip("ùøûõïâáàåãä", "óòỏõọôốồổỗộ", strict=True)),
    "ô": dict(zip("ùøûõï", "ớờởỡợ", strict=True)),
    "u": dict(zip("ùøûõï", "úùủũụ", strict=True)),
    "ö": dict(zip("ùøûõï", "ứừửữự", strict=True)),
    "y": dict(zip("ùøûõ", "ýỳỷỹ", strict=True)),
}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def from_tcvn3(text: str) -> str:
    return "".join(_TCVN3.get(c, c) for c in text)


def from_vni(text: str) -> str:
    out, low = [], text.lower()
    i = 0
    while i < len(low):
        marks = _VNI_MARKS.get(low[i], {})
        if i + 1 < len(low) and low[i + 1] in marks:
            out.append(marks[low[i + 1]])
            i += 2
            continue
        out.append(_VNI_ALONE.get(low[i], low[i]))
        i += 1
    return "".join(out)


def legacy_encoding(texts: list[str], known: set[str]) -> tuple[str, str] | None:
    """(name of the encoding, the text that gave it away) if texts make sense only as TCVN3 or VNI; `known`: keys of words expected here."""
    for text in texts:
        if text.isascii() or key(text) in known:
            continue
        for name, decode in (("TCVN3 (ABC)", from_tcvn3), ("VNI", from_vni)):
            if decode(text).lower() != text.lower() and key(decode(text)) in known:
                return name, text
    return None
