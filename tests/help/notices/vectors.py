"""The vectors: what both engines make of each sample. `python -m tests.help.notices.vectors` writes them anew.

`tests/vectors/notices.json` is a list with one case a line: `kind`, `given` (the fields as typed), `verdict` (`stop`,
`missing` and `faults` as lists, `homes`), and, where the notice is whole, `text` and the SHA-256 of its mail `draft`.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from safety.config import Config
from safety.help.notices.answers import prepared
from safety.help.notices.compose import compose, draft
from safety.help.notices.judge import judge
from safety.library.load import load
from safety.library.schema import Library
from tests.help.notices.samples import TODAY, cases, form

FILE = Path(__file__).resolve().parents[2] / "vectors" / "notices.json"


def answer(library: Library, kind: str, given: dict[str, str]) -> dict[str, Any]:
    """What Python makes of one case."""
    asked = form(library, kind)
    answers = prepared(asked, given)
    verdict = judge(asked, answers)
    made: dict[str, Any] = {
        "kind": kind,
        "given": given,
        "verdict": {
            "stop": verdict.stop,
            "missing": [[one.element, one.field] for one in verdict.missing],
            "faults": [[one.field, one.code.value, one.line] for one in verdict.faults],
            "homes": list(verdict.homes),
        },
    }
    if verdict.is_whole:
        made["text"] = compose(asked, answers, TODAY)
        made["draft"] = hashlib.sha256(draft(asked.notice.subject, made["text"]).encode()).hexdigest()
    return made


def written(library: Library) -> str:
    """The file."""
    lines = [json.dumps(answer(library, kind, given), ensure_ascii=True) for kind, given in cases(library)]
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    FILE.write_text(written(load(Config.read({}).content)["en"]), encoding="utf-8")
