"""The walk over a PNG finds all chunks and everything that is wrong with them."""

import pytest

from safety.photos.errors import CleanError
from safety.photos.formats import chunks as chunks_module
from safety.photos.formats.chunks import Chunk, ends_later, walk_chunks
from safety.photos.source import BytesSource
from tests.photos import samples


def chunks(file: bytes) -> list[Chunk]:
    """All chunks of a file in memory."""
    return list(walk_chunks(BytesSource(file)))


@pytest.mark.parametrize(
    "file", [samples.png(), samples.animated("PNG"), samples.before_iend(samples.chunk(b"tEXt", bytes(200_000)))]
)
def test_chunks_cover_the_file(file: bytes) -> None:
    """Without a byte between or twice, also beyond one window."""
    at = 8
    for chunk in chunks(file):
        assert chunk.start == at
        at = chunk.end
    assert at == len(file)


def test_run_of_idat_is_one() -> None:
    """A picture in many IDAT comes as one chunk with all their bytes."""
    idat = samples.chunk(b"IDAT", b"abc") * 3
    file = samples.png()[:33] + idat + samples.png()[-12:]
    found = chunks(file)
    assert [chunk.kind for chunk in found] == [b"IHDR", b"IDAT", b"IEND"]
    assert (found[1].start, found[1].end, found[1].length) == (33, 33 + len(idat), len(idat) - 12)


@pytest.mark.parametrize("length", [1, 7, 8, 11, 14])
def test_cut_chunk_is_marked(length: int) -> None:
    """Wherever the file ends inside a chunk; a whole IDAT before it is given first."""
    file = samples.png()[:-12] + samples.chunk(b"tEXt", b"abc")[:length]
    *before, last = chunks(file)
    assert before[-1].kind == b"IDAT"
    assert last.is_cut
    assert last.end == len(file)


@pytest.mark.parametrize("head", [b"\0\0\0\0tE5t", b"\x80\0\0\0tEXt", b"\0\0\0\0\xe4EXt"])
def test_impossible_chunk_is_damaged(head: bytes) -> None:
    """Letters only, and less than 2 GiB."""
    with pytest.raises(CleanError) as caught:
        chunks(samples.after_header(head + bytes(40)))
    assert caught.value.code == "damaged"


def test_too_many_chunks_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number is bounded, IDAT included."""
    monkeypatch.setattr(chunks_module, "MAX_PNG_CHUNKS", 3)
    with pytest.raises(CleanError) as caught:
        chunks(samples.png()[:33] + samples.chunk(b"IDAT", b"") * 9)
    assert caught.value.code == "too-many-parts"


def test_lie_is_told_from_a_cut() -> None:
    """A chunk that claims to go on, with the end of the file inside, is no cut."""
    lying = samples.png()[:33] + b"\0\1\0\0IDAT" + samples.png()[41:]
    assert ends_later(BytesSource(lying), chunks(lying)[-1])
    cut = samples.png()[:-20]
    assert not ends_later(BytesSource(cut), chunks(cut)[-1])
