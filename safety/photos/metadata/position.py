"""Positions on the Earth as text with five decimals, computed in whole numbers.

Five decimals are about one metre. No float is used, so that the JavaScript twin gives the same text.
"""

from fractions import Fraction

DECIMALS = 5
LATITUDE_LIMIT, LONGITUDE_LIMIT = 90, 180
_DIGITS_MAX = 24


def degrees_text(parts: list[Fraction], negative: bool, limit: int) -> str:
    """Degrees, minutes and seconds as one signed number; empty when outside `limit` degrees."""
    total = sum((part / 60**power for power, part in enumerate(parts[:3])), Fraction(0))
    if not parts or abs(total) > limit:
        return ""
    return decimal_text(-total if negative else total)


def decimal_text(value: Fraction) -> str:
    """The number with five decimals, rounded half away from zero."""
    scaled = (2 * abs(value.numerator) * 10**DECIMALS + value.denominator) // (2 * value.denominator)
    whole, rest = divmod(scaled, 10**DECIMALS)
    sign = "-" if value < 0 and scaled else ""
    return f"{sign}{whole}.{rest:0{DECIMALS}d}"


def parse_number(text: str) -> Fraction | None:
    """A plain decimal such as "-12.5" as an exact number, or None."""
    text = text.strip()
    sign = -1 if text.startswith("-") else 1
    whole, _, rest = text.lstrip("+-").partition(".")
    digits = whole + rest
    # isascii: other scripts' digits count as digits for Python and not for the JavaScript twin.
    if not (digits.isascii() and digits.isdigit()) or len(digits) > _DIGITS_MAX:
        return None
    return sign * Fraction(int(digits), 10 ** len(rest))
