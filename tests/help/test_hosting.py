"""``python -m safety.help host``: from a link to the places that take a notice, on recorded answers."""

from __future__ import annotations

import io

import pytest

from safety.help import __main__ as help_command
from safety.help.hosting import command, register
from safety.help.hosting.find import MAX_ADDRESSES, find
from safety.help.hosting.question import Question
from safety.help.hosting.report import helps, lines
from safety.help.hosting.web import Trouble
from tests.help.hosting_world import World, recorded, shown

SITE = Question("www.shown.com")
CLOUDFLARE = World(
    {"shown.com": ("104.16.1.1",)},
    {"https://rdap.wide.example/registry/ip/104.16.1.1": recorded("network_cloudflare")},
)


def report(question: Question, world: World) -> str:
    """What is printed."""
    return "\n".join(lines(find(question, world.resolve, world.get)))


def test_the_host_comes_before_the_registrar() -> None:
    """Who can take the picture away is named first, then who can only pass it on, each with its address."""
    text = report(SITE, shown())
    assert text.index("Real Host GmbH") < text.index("abuse@host.example.net") < text.index("Seller of Names, Inc.")
    assert "abuse@seller.example.net" in text
    assert "It cannot delete a picture" in text


def test_children_come_before_everything() -> None:
    """The word about under 18 stands above every address, and the owner of the site is not shown."""
    text = report(SITE, shown())
    assert text.index("under 18") < text.index("@")
    assert "owner@private.example.net" not in text
    assert "The page was not opened" in text


def test_only_registers_are_asked() -> None:
    """Nothing is fetched from the site, no page of it is named to anybody, and one network is asked about once."""
    world = shown()
    find(SITE, world.resolve, world.get)
    assert world.asked == [
        register.LIST_OF_NAMES,
        "https://rdap.registry.example/com/v1/domain/shown.com",
        register.LIST_OF_IPV4,
        "https://rdap.narrow.example/ip/8.8.4.4",
    ]


def test_a_private_address_of_a_site_is_not_asked_about() -> None:
    """A name server may say anything; private addresses among its answers go no further."""
    found = find(SITE, shown().resolve, shown().get)
    assert found.addresses == ("8.8.4.4", "8.8.8.8")


def test_a_site_with_many_addresses_asks_a_few_times() -> None:
    """However many there are, a register hears of a few."""
    many = World({"shown.com": tuple(f"9.{number}.9.9" for number in range(1, 40))}, {})
    assert len(find(Question("shown.com"), many.resolve, many.get).addresses) == MAX_ADDRESSES


def test_cloudflare_is_sent_its_form_and_no_mail() -> None:
    """It does not read mail about this, and it is not called the host."""
    text = report(Question("shown.com"), CLOUDFLARE)
    assert "https://abuse.cloudflare.com/" in text
    assert "abuse@front.example.net" not in text
    assert "HOST" not in text


def test_the_name_is_found_below_an_ending_of_two_parts() -> None:
    """Each longer name is asked first; the register says which is sold."""
    world = World({}, {"https://rdap.nominet.example/uk/domain/shown.co.uk": recorded("domain_redacted")})
    text = report(Question("a.shown.co.uk"), world)
    assert "Quiet Names Ltd" in text
    assert "Form: https://quiet.example.net/abuse" in text
    assert world.asked[1:] == [f"https://rdap.nominet.example/uk/domain/{name}shown.co.uk" for name in ("a.", "")]


def test_an_address_is_asked_about_without_a_name() -> None:
    """There is no registrar of an address, and none is mentioned; a register without a contact is said to have none."""
    world = World({}, {"https://rdap.wide.example/registry/ip/2600::1": recorded("network_v6")})
    text = report(Question("2600::1", is_address=True), world)
    assert "SIX-NET" in text
    assert "REGISTRAR" not in text
    assert "No address for notices" in text


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (Trouble.NO_ANSWER, "did not answer"),
        (Trouble.TOO_MUCH, "too long"),
        (Trouble.NOT_SAFE, "not safe"),
        (b"{", "could not be read"),
        (recorded("network"), "could not be read"),
    ],
)
def test_one_register_in_trouble_leaves_the_other(trouble: bytes | Trouble, words: str) -> None:
    """What went wrong is said in words, with a way to look by hand; the host is still found."""
    world = World(shown().names, {**shown().answers, "https://rdap.registry.example/com/v1/domain/shown.com": trouble})
    text = report(SITE, world)
    assert words in text
    assert "https://lookup.icann.org/" in text
    assert "abuse@host.example.net" in text


def test_without_any_list_the_report_says_so() -> None:
    """No internet, or no list: each part says that it is missing, and there is nowhere to write to."""
    lists = (register.LIST_OF_NAMES, register.LIST_OF_IPV4)
    world = World({"shown.com": ("8.8.8.8",)}, dict.fromkeys(lists, Trouble.NO_ANSWER))
    found = find(Question("shown.com"), world.resolve, world.get)
    assert (found.seller, found.networks) == (Trouble.NO_ANSWER, (Trouble.NO_ANSWER,))
    assert not helps(found)


def test_an_unknown_ending_or_network_has_no_register() -> None:
    """It is said, and nothing is guessed."""
    world = World({"shown.de": ("9.9.9.9",)}, {})
    found = find(Question("shown.de"), world.resolve, world.get)
    assert (found.seller, found.networks) == (Trouble.NO_REGISTER, (Trouble.NO_REGISTER,))
    assert "no public register" in "\n".join(lines(found))


def test_a_name_without_an_address_is_said_to_be_gone() -> None:
    """A site that is down is no error."""
    text = report(Question("gone.com"), World({}, {}))
    assert "leads to no public address" in text
    assert "does not know it" in text


def run(*arguments: str, world: World | None = None, typed: str = "") -> int:
    """The command on recorded answers."""
    there = world or shown()
    return command.main(arguments, resolve=there.resolve, get=lambda: there.get, typed=io.StringIO(typed))


def test_the_command_prints_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    """Status 0, and no part of the link but the name is shown."""
    assert run("https://www.shown.com/canary-page?canary=1") == command.OK
    out, err = capsys.readouterr()
    assert "abuse@host.example.net" in out
    assert "canary" not in out + err


def test_a_link_can_come_by_standard_input(capsys: pytest.CaptureFixture[str]) -> None:
    """So it is in no history of a shell."""
    assert run("-", typed="https://www.shown.com/canary\n") == command.OK
    assert "abuse@host.example.net" in capsys.readouterr().out


def test_nowhere_to_write_to_is_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    """A script can tell."""
    assert run("gone.com") == command.NOWHERE
    assert capsys.readouterr().out


@pytest.mark.parametrize("typed", ["https://192.168.1.1/canary", "canary", "mailto:canary@example.com", "canary.onion"])
def test_what_is_no_site_is_status_2_and_nothing_is_asked(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The reason goes to standard error, and what was typed is not shown again."""
    world = shown()
    assert run(typed, world=world) == command.NO_SITE
    out, err = capsys.readouterr()
    assert out == ""
    assert err
    assert "canary" not in err
    assert world.asked == []


@pytest.mark.parametrize("arguments", [(), ("a.com", "b.com"), ("--fast",), ("",) * 2])
def test_wrong_usage_is_status_64(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """The usage is shown, on standard error."""
    assert run(*arguments) == command.WRONG_USAGE
    assert "usage: python -m safety.help host" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [(), ("nothing",), ("--fast",), ("Host", "a.com")])
def test_an_unknown_command_is_status_64(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """Both commands are named."""
    assert help_command.main(arguments) == help_command.WRONG_USAGE
    err = capsys.readouterr().err
    assert "host ADDRESS" in err
    assert "recheck FILE" in err


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("host", "--help")])
def test_help_is_no_error(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """It goes to standard output."""
    assert help_command.main(arguments) == 0
    assert capsys.readouterr().out.startswith("usage:")
