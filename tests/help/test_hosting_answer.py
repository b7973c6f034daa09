"""What is read out of the answers of registers: sellers, networks, and where they take complaints."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safety.help.hosting import answer, register
from safety.help.hosting.answer import Way
from tests.help.hosting_world import recorded

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["abuse", "registrar"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["entities", "roles", "vcardArray", "name", "services"]), inner, max_size=4)
    ),
    max_leaves=12,
)


def test_the_registrar_and_its_address_for_complaints_are_read() -> None:
    """The contact inside the registrar is the one; the owner's own address is never taken for it."""
    found = answer.registrar(recorded("domain"))
    assert found == answer.Registrar("SHOWN.COM", "Seller of Names, Inc.", Way(("abuse@seller.example.net",)))


def test_a_blacked_out_mail_address_is_none() -> None:
    """Words such as 'redacted' are no address; a form beside them is used."""
    found = answer.registrar(recorded("domain_redacted"))
    assert found is not None
    assert found.abuse == Way((), ("https://quiet.example.net/abuse",))


def test_a_missing_contact_is_no_error() -> None:
    """Who sold the name is still known."""
    found = answer.registrar(recorded("domain_without_abuse"))
    assert found is not None
    assert found.seller == "Silent Names"
    assert not found.abuse


def test_the_host_is_read_with_the_right_contact() -> None:
    """The one for abuse counts, not the technical one beside it."""
    found = answer.network(recorded("network"))
    assert found is not None
    assert (found.name, found.owners) == ("HOSTING-NET", ("Real Host GmbH",))
    assert found.abuse == Way(("abuse@host.example.net",))
    assert found.holds("8.8.200.1")
    assert not found.holds("8.9.0.1")
    assert not found.holds("2600::1")
    assert not found.is_cloudflare


def test_cloudflare_is_known_by_its_network() -> None:
    """Its name or its owner's name says so."""
    found = answer.network(recorded("network_cloudflare"))
    assert found is not None
    assert found.is_cloudflare


def test_odd_answers_lose_their_odd_parts() -> None:
    """Wrong types are left out; nothing that moves a terminal's cursor or runs in a browser comes through."""
    found = answer.network(recorded("odd"))
    assert found is not None
    assert not found.abuse
    assert found.owners == ("Red[31m Name",)
    assert (found.name, found.first, found.last) == ("", "", "")
    assert not found.holds("8.8.8.8")


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"objectClassName":"entity"}']
)
def test_a_broken_answer_is_none(body: bytes) -> None:
    """Cut, nested without end, of another kind: there is no record, and no exception."""
    assert answer.registrar(body) is None
    assert answer.network(body) is None
    assert register.of_name(body, "shown.com") == ""
    assert register.of_address(body, "8.8.8.8") == ""


@given(JSON, st.sampled_from(["domain", "ip network"]))
def test_any_json_ends_well(value: object, kind: str) -> None:
    """Whatever a register sends, reading it raises nothing."""
    body = json.dumps({"objectClassName": kind, "entities": value, "services": value}).encode()
    assert (answer.registrar(body) is None) == (kind != "domain")
    assert (answer.network(body) is None) == (kind == "domain")
    register.of_name(body, "shown.com")
    register.of_address(body, "8.8.8.8")


def test_the_register_is_the_nearest_one_and_https() -> None:
    """The narrowest network wins, an address without encryption is passed over, and a slash ends each."""
    assert register.of_address(recorded("ipv4"), "8.8.8.8") == "https://rdap.narrow.example/"
    assert register.of_address(recorded("ipv4"), "8.9.8.8") == "https://rdap.wide.example/registry/"
    assert register.of_address(recorded("ipv4"), "9.9.9.9") == ""
    assert register.of_name(recorded("dns"), "a.shown.co.uk") == "https://rdap.nominet.example/uk/"
    assert register.of_name(recorded("dns"), "xn--e1afmkfd.xn--p1ai") == "https://rdap.idn.example/"
    assert register.of_name(recorded("dns"), "shown.plain") == ""
    assert register.of_name(recorded("dns"), "shown.de") == ""
