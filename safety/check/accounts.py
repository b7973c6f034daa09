"""The accounts that open other accounts, in the order in which to look after them: items of the check, no others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from safety.check.answers import Answers
from safety.check.choose import Group, Mark, Plan, make_row
from safety.library.schema import Item


class Account(StrEnum):
    """Kinds of accounts. Members stand in the order of the plan."""

    EMAIL = "email"
    CLOUD = "cloud"
    NUMBER = "number"
    MESSENGERS = "messengers"
    SOCIAL = "social"


# Whoever reads the email can reset the rest; who has the number gets the codes that are sent to it.
STEPS: Final[Mapping[Account, tuple[str, ...]]] = {
    Account.EMAIL: ("email-strong", "recovery-details", "email-forwarding"),
    Account.CLOUD: ("two-factor", "passkeys", "password-manager"),
    Account.NUMBER: ("phone-number",),
    Account.MESSENGERS: ("never-share-codes", "encrypted-chats"),
    Account.SOCIAL: ("sessions-apps", "connected-apps"),
}


def choose_accounts(items: Iterable[Item], answers: Answers, marks: Mapping[str, Mark]) -> Plan:
    """The same short plan for everybody; answers only choose which steps are open, and marks are the check's own."""
    by_id = {item.id: item for item in items}
    return Plan(
        tuple(
            Group(account, tuple(make_row(by_id[id_], answers, marks.get(id_)) for id_ in ids))
            for account, ids in STEPS.items()
        )
    )
