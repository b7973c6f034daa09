"""What a room is at one moment: its steps, where it stands, what is revealed. Moves make a new one.

It holds no answer of anybody, only results that are shown; of the host it holds what the pupils' card says, and a
digest to know them by.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from safety.library.teach_schema import Group, Step
from safety.teach.room.reveal import LEAST, Ending, Result

HOURS: Final = 12
MAX_STEPS: Final = 200
LEASTS: Final = (LEAST, 10, 12, 15, 20)
TIMER_MINUTES: Final = (1, 2, 3, 5, 10)
COINS: Final = (Step.BEFORE, Step.AFTER)
FORMAT: Final = 1


class NoState(Exception):
    """The bytes are no room, or one of another form of the site."""


@dataclass(frozen=True)
class Part:
    """One step of a room: its kind, which one of the library, and the activity it belongs to."""

    kind: Step
    ref: str
    activity: str


@dataclass(frozen=True)
class Line:
    """A help line as the pupils' card shows it; '' where there is no such way to reach it."""

    country: str
    name: str
    phone: str
    text: str
    chat_url: str
    hours: str


@dataclass(frozen=True)
class State:
    """A room. ``path`` are the places of the choices a scene went; ``timer_ends`` is in seconds since 1970, 0 is none.

    ``version`` grows with every move, so that a page that shows an older one is not acted on. ``code`` is shown to the
    host again; ``host`` is the digest of the host's secret.
    """

    code: str
    host: bytes
    group: Group
    parts: tuple[Part, ...]
    lead: str
    place: str
    line: Line
    least: int = LEAST
    at: int = 0
    path: tuple[int, ...] = ()
    results: tuple[tuple[str, Result], ...] = ()
    paused: bool = False
    blank: bool = False
    timer_ends: int = 0
    version: int = 1

    @property
    def part(self) -> Part:
        """The step in front."""
        return self.parts[self.at]

    @property
    def key(self) -> str:
        """Which question is in front: the number of the step, and the way through a scene."""
        return ".".join(map(str, (self.at, *self.path)))

    @property
    def result(self) -> Result | None:
        """What is revealed of the question in front."""
        return dict(self.results).get(self.key)

    @property
    def takes_answers(self) -> bool:
        """Whether the question in front may be answered, if there is one."""
        return not (self.paused or self.blank or self.result)

    @property
    def keeps_first(self) -> bool:
        """Whether a phone's first answer stays as it came: coins that are flipped twice hide less."""
        return self.part.kind in COINS

    @property
    def is_last(self) -> bool:
        """Whether no step comes after this."""
        return self.at + 1 == len(self.parts)

    def is_host(self, secret: bytes) -> bool:
        """Whether ``secret`` is the host's."""
        return hmac.compare_digest(self.host, host_digest(secret))

    def forward(self) -> State:
        """The next step, also when the one in front was not revealed."""
        return self if self.is_last else self._moved(at=self.at + 1, path=())

    def back(self) -> State:
        """One turn of a scene back, or one step."""
        if self.path:
            return self._moved(path=self.path[:-1])
        return self._moved(at=self.at - 1) if self.at else self

    def along(self, choice: int) -> State:
        """On through a scene, by the choice at place ``choice``."""
        return self._moved(path=(*self.path, choice))

    def revealed(self, result: Result) -> State:
        """The question in front closed once and for all, with what is shown of it."""
        return self if self.result else self._moved(results=(*self.results, (self.key, result)))

    def toggled(self, *, pause: bool = False, blank: bool = False) -> State:
        """A break or a blank screen begun or ended."""
        kept = self.timer_ends
        return replace(self._moved(paused=self.paused ^ pause, blank=self.blank ^ blank), timer_ends=kept)

    def timed(self, ends: int) -> State:
        """A timer that ends at ``ends``; 0 takes it away."""
        return self._moved(timer_ends=ends)

    def _moved(self, **changes: Any) -> State:
        """A move: whatever else it does, the timer of the step before is over."""
        return replace(self, **{"timer_ends": 0, "version": self.version + 1} | changes)


def host_digest(secret: bytes) -> bytes:
    """What the room keeps of the host's secret, which has too much chance in it to be guessed."""
    return hmac.digest(b"unshared host of a room 1", secret, "sha256")


def pack(state: State) -> bytes:
    """``state`` as bytes, to be sealed."""
    return json.dumps({**asdict(state), "host": state.host.hex(), "format": FORMAT}, ensure_ascii=False).encode()


def unpack(packed: bytes) -> State:
    """The state that ``pack`` packed.

    Raises:
        NoState: it is none, or of another format.
    """
    try:
        read = json.loads(packed)
        if read.pop("format") != FORMAT:
            raise NoState
        return State(**read | _records(read))
    except (KeyError, TypeError, AttributeError, ValueError):
        raise NoState from None


def _records(read: dict[str, Any]) -> dict[str, Any]:
    return {
        "host": bytes.fromhex(read["host"]),
        "group": Group(read["group"]),
        "parts": tuple(Part(**part | {"kind": Step(part["kind"])}) for part in read["parts"]),
        "line": Line(**read["line"]),
        "path": tuple(read["path"]),
        "results": tuple((key, _result(result)) for key, result in read["results"]),
    }


def _result(read: dict[str, Any]) -> Result:
    return Result(**read | {"ending": Ending(read["ending"]), "bars": tuple(read["bars"])})
