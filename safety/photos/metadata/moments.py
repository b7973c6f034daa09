"""Moments as people read them, from seconds and from the ways in which formats write them. No clock is read."""

_DAY_SECONDS = 24 * 60 * 60
_ERA_DAYS = 146_097  # four hundred years
_EPOCH_DAYS = 719_468  # from 1 March of the year 0 to 1 January 1970


def moment_text(seconds: int) -> str:
    """Seconds since 1970 as "2024-01-31 10:20:30 UTC".

    Source: the proleptic Gregorian calendar of ISO 8601; years that begin in March put the leap day last.
    """
    days, rest = divmod(seconds, _DAY_SECONDS)
    era, day_of_era = divmod(days + _EPOCH_DAYS, _ERA_DAYS)
    year_of_era = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    year = 400 * era + year_of_era + (month <= 2)
    clock = f"{rest // 3_600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}"
    return f"{year:04d}-{month:02d}-{day:02d} {clock} UTC"


def readable_time(text: str) -> str:
    """EXIF's "2024:01:31 10:20:30" and ISO's "2024-01-31T10:20:30" as "2024-01-31 10:20:30".

    Empty when it is blank or all zeros; any other text stays as it is.
    """
    if not text.strip(" :0"):
        return ""
    if text[4:5] == ":" and text[7:8] == ":":
        text = f"{text[:4]}-{text[5:7]}-{text[8:]}"
    has_date = text[4:5] == "-" and text[7:8] == "-"
    return f"{text[:10]} {text[11:]}" if has_date and text[10:11] == "T" else text


def compact_time(date: str, clock: str) -> str:
    """IPTC's "20240131" and "102030+0200" as "2024-01-31 10:20:30+0200"; empty parts are left out."""
    if len(date) == 8 and date.isascii() and date.isdigit():
        date = f"{date[:4]}-{date[4:6]}-{date[6:]}"
    if len(clock) >= 6 and clock[:6].isascii() and clock[:6].isdigit():
        clock = f"{clock[:2]}:{clock[2:4]}:{clock[4:]}"
    return f"{date} {clock}".strip()
