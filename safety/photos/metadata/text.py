"""Text out of bytes whose encoding nobody promised: UTF-8, UTF-16 or Latin-1. It never raises."""

from safety.photos.recognise import Order

VALUE_MAX_BYTES = 4096


def read_text(raw: bytes) -> str:
    """The text in `raw`, without the zeros that end or pad it."""
    raw = raw[:VALUE_MAX_BYTES]
    order = _wide_order(raw)
    if order:
        return raw.decode(order, "replace").replace("\0", " ").strip("\ufeff ")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        # Our own cut can go through a letter of several bytes; anything else wrong means another encoding.
        is_cut = len(raw) == VALUE_MAX_BYTES and error.start > VALUE_MAX_BYTES - 4
        text = raw[: error.start].decode("utf-8") if is_cut else raw.decode("latin-1")
    return text.replace("\0", " ").strip()


def read_terminated(raw: bytes) -> str:
    """The text before the first zero byte."""
    return read_text(raw.partition(b"\0")[0])


def decode_wide(raw: bytes, order: Order) -> str:
    """A text that is said to be UTF-16: in the order it looks like, else in `order`."""
    codec = _wide_order(raw) or ("utf-16-le" if order == "little" else "utf-16-be")
    return raw[:VALUE_MAX_BYTES].decode(codec, "replace").replace("\0", " ").strip("\ufeff ")


def _wide_order(raw: bytes) -> str:
    """The UTF-16 codec when the bytes look like it; empty otherwise."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16-le" if raw[:2] == b"\xff\xfe" else "utf-16-be"
    pairs = len(raw) // 2
    # Western text in UTF-16 has a zero in nearly every second byte.
    if pairs >= 2 and raw[1::2].count(0) * 4 >= pairs * 3 and raw[0::2].count(0) * 4 < pairs:
        return "utf-16-le"
    if pairs >= 2 and raw[0::2].count(0) * 4 >= pairs * 3 and raw[1::2].count(0) * 4 < pairs:
        return "utf-16-be"
    return ""
