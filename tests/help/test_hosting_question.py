"""What somebody types becomes the name to ask about, or a reason why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.help.hosting.question import Question, Refusal, read


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("example.com", "example.com"),
        (" https://www.Example.com/a/b?c=d#e\n", "www.example.com"),
        ("http://example.com:8080/x", "example.com"),
        ("https://somebody:word@example.com/", "example.com"),
        ("example.com.", "example.com"),
        ("https://bücher.example.net/", "xn--bcher-kva.example.net"),
        ("пример.рф", "xn--e1afmkfd.xn--p1ai"),
        ("xn--bcher-kva.example.net", "xn--bcher-kva.example.net"),
    ],
)
def test_the_name_is_taken_out_of_a_link(typed: str, host: str) -> None:
    """Page, question, password and port are left behind; other alphabets become what the name system knows."""
    assert read(typed) == Question(host)


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("8.8.8.8", "8.8.8.8"),
        ("https://8.8.8.8/x", "8.8.8.8"),
        ("2600::1", "2600::1"),
        ("http://[2600::1]/", "2600::1"),
    ],
)
def test_an_address_is_no_name(typed: str, host: str) -> None:
    """The address of a computer is asked about as it is, and no register of names."""
    question = read(typed)
    assert question == Question(host, is_address=True)
    assert question.names == ()


@pytest.mark.parametrize(
    "typed",
    [
        "127.0.0.1", "https://10.1.2.3/", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.7", "224.0.0.1",
        "[::1]", "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "http://[::1]/",
        "localhost.localdomain.local", "router.lan", "printer.local", "a.internal", "1.0.0.127.in-addr.arpa",
    ],
)  # fmt: skip
def test_a_private_place_is_refused(typed: str) -> None:
    """Nothing inside a home, an office or this computer is asked about, however it is written."""
    assert read(typed) in (Refusal.PRIVATE, Refusal.NO_NAME)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Refusal.NO_NAME),
        ("localhost", Refusal.PRIVATE),
        ("example", Refusal.PRIVATE),
        ("word", Refusal.NO_NAME),
        ("two words.com", Refusal.NO_NAME),
        ("http://", Refusal.NO_NAME),
        ("http://[::1", Refusal.NO_NAME),
        ("127.1", Refusal.NO_NAME),
        ("0x7f.1", Refusal.NO_NAME),
        ("2130706433", Refusal.NO_NAME),
        ("a..com", Refusal.NO_NAME),
        ("-a.com", Refusal.NO_NAME),
        ("a/b", Refusal.NO_NAME),
        ("ex\x1bample.com", Refusal.NO_NAME),
        ("a" * 5000 + ".com", Refusal.NO_NAME),
        (f"{'a' * 64}.com", Refusal.NO_NAME),
        ("mailto:somebody@example.com", Refusal.NO_WEB),
        ("somebody@example.com", Refusal.NO_WEB),
        ("ftp://example.com/", Refusal.NO_WEB),
        ("javascript:alert(1)", Refusal.NO_WEB),
        ("file:///etc/passwd", Refusal.NO_WEB),
        ("hidden.onion", Refusal.ONION),
        ("straße.de", Refusal.TWO_WAYS),
    ],
)
def test_what_is_no_site_is_refused_with_its_reason(typed: str, why: Refusal) -> None:
    """The reason is the one that helps to type it right."""
    assert read(typed) is why


def test_the_longest_name_is_asked_first() -> None:
    """Without a list of endings the register finds out which of the names is sold."""
    question = read("https://www.pictures.shown.co.uk/x")
    assert isinstance(question, Question)
    assert question.names == ("pictures.shown.co.uk", "shown.co.uk", "co.uk")


def test_a_very_long_name_asks_a_few_times_only() -> None:
    """A register is not asked about every label of a name with a hundred."""
    question = read(".".join(["a"] * 60 + ["shown", "com"]))
    assert isinstance(question, Question)
    assert len(question.names) == 4


@given(st.text(max_size=80))
def test_any_text_ends_well(typed: str) -> None:
    """A name that passes is plain ASCII that a terminal shows as it is."""
    match read(typed):
        case Question(host):
            assert host.isascii()
            assert host.isprintable()
        case refusal:
            assert refusal in Refusal
