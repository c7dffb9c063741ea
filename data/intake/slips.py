"""How a wrong amount may have come about: two digits swapped, too many or too few zeros."""

from data.definitions.rules import written

_TIMES = (10, 100, 1_000, 1_000_000)


def told(found: int, expected: int, slack: float = 0, half_digit: float = 0) -> tuple[str, str]:
    """An amount and what it should be, in đồng, as sentences say them; the second with the slip it looks like, if it looks like one.

    `slack`: how far `expected` is from certain; `half_digit`: half the last digit that was written of `found`; 0 = look for no slip.
    """
    slip = _slip(found, expected, slack, round(2 * half_digit)) if half_digit else ""
    return written(found), written(expected) + (f" (có thể {slip})" if slip else "")


def _slip(found: int, expected: int, slack: float, last: int) -> str:
    digits = str(abs(found) // last)
    for n in range(len(digits) - 1):
        first, second = digits[n], digits[n + 1]
        if first != second and abs(int(digits[:n] + second + first + digits[n + 2 :]) * last - expected) <= slack:
            return f"gõ đảo hai chữ số {first} và {second}"
    for times in _TIMES:
        if abs(expected) > 10 * slack and abs(found - expected * times) <= slack * times:
            return f"thừa ×{written(times)}"
        if found and abs(found * times - expected) <= slack:
            return f"thiếu ×{written(times)}"
    return ""
