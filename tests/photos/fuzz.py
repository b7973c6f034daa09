"""The fuzz target of the photo engine: any bytes end with a code of the design or with a clean file.

python -m tests.photos.fuzz [--executions 100000] [--workers 2] [--folder FOLDER] [FORMAT …]

It runs atheris (libFuzzer, led by coverage) over the samples of the tests; what makes it fail is left in the
folder as `crash-…`, `timeout-…` or `oom-…`. Give it a folder that stays, and the next run goes on from there.
"""

import argparse
import importlib
import pkgutil
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS_PER_INPUT = 5
MEMORY_MB = 1024
LARGEST_INPUT_BYTES = 16_384
# Parts of the package that need the site, or start something when they are imported.
NOT_THE_ENGINE = ("routes", "api", "__main__", "_worker")

# Names and numbers that a blind mutation would not come upon.
WORDS = (
    *(b"ftyp meta moov trak mdia minf stbl stsd stsc stsz stco co64 moof traf trun tfhd mdat free uuid".split()),
    *(b"iinf infe iloc iref ipco ipma ispe pitm idat auxC irot colr prof hvcC dinf dref hdlr pict vide soun".split()),
    *(b"IHDR IDAT IEND iCCP eXIf acTL fcTL fdAT zTXt iTXt RIFF WEBP VP8X ANMF EXIF ICCP NETSCAPE2.0".split()),
    *(b"jxlc jxlp jbrd brob Exif MPF ICC_PROFILE Adobe Photoshop heic avif mif1 isom acsp".split()),
    b"Exif\\x00\\x00",
    b"MM\\x00*",
    b"II*\\x00",
    b"\\xff\\xd8\\xff",
    b"\\xff\\xd9",
    b"\\xff\\xda",
    b"\\x21\\xf9\\x04",
    b"\\xff\\xff\\xff\\xff",
    b"\\x7f\\xff\\xff\\xff",
    b"\\x00\\x00\\x00\\x01",
)


def check(content: bytes) -> None:
    """Raises: AssertionError, or whatever the engine raises, when an ending is not as the design says."""
    from safety.photos import Ending, clean_bytes, error_sentence, finding_sentence
    from safety.photos.errors import ERROR_STATUS

    outcome = clean_bytes(content)
    if outcome.refusal is not None:
        assert outcome.kind is Ending.REFUSED, outcome.error_code
        assert outcome.error_code in ERROR_STATUS
        assert outcome.content is None
        error_sentence(outcome.refusal.code, outcome.refusal.values).text()
        return
    again = clean_bytes(outcome.content or b"")
    assert (again.kind, again.content) == (Ending.ALREADY_CLEAN, outcome.content)
    for finding in outcome.findings:
        assert finding_sentence(finding).text()
        for offset, length in finding.embedded.ranges if finding.embedded else ():
            assert 0 <= offset <= offset + length <= len(content)


def seeds(formats: list[str]) -> dict[str, bytes]:
    """Small samples of the tests by name, of some formats or of all."""
    from tests.photos.places import HIDING_PLACES
    from tests.photos.test_damage import FULL

    named = {**{name: content for name, (content, _) in HIDING_PLACES.items()}, **FULL}
    return {
        name: content
        for name, content in named.items()
        if len(content) <= LARGEST_INPUT_BYTES and (not formats or name.partition(":")[0] in formats)
    }


def prepare(folder: Path, formats: list[str]) -> None:
    """Write seeds and dictionary where libFuzzer looks for them."""
    samples = folder / "samples"
    samples.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(seeds(formats).values()):
        (samples / f"seed-{number:04d}").write_bytes(content)
    lines = (f'"{word.decode("ascii")}"' for word in WORDS)
    (folder / "words.txt").write_text("\n".join(lines) + "\n")


def work(arguments: list[str]) -> None:
    """Be one worker of libFuzzer: the whole engine is instrumented while it is imported."""
    import atheris

    with atheris.instrument_imports(include=["safety.photos"]):
        import safety.photos

    with atheris.instrument_imports(include=["safety.photos"]):
        for module in pkgutil.iter_modules(safety.photos.__path__, "safety.photos."):
            if not module.name.endswith(NOT_THE_ENGINE):
                importlib.import_module(module.name)
    atheris.Setup([sys.argv[0], *arguments], check)
    atheris.Fuzz()


def run(folder: Path, executions: int, workers: int, formats: list[str]) -> int:
    """Start the workers side by side; gives how many of them found something."""
    prepare(folder, formats)
    options = [
        f"-runs={executions // workers}",
        f"-timeout={SECONDS_PER_INPUT}",
        f"-rss_limit_mb={MEMORY_MB}",
        f"-max_len={LARGEST_INPUT_BYTES}",
        f"-dict={folder / 'words.txt'}",
        f"-artifact_prefix={folder}/",
        "-print_final_stats=1",
        "-reload=1",
        str(folder / "samples"),
    ]
    started = []
    for number in range(workers):
        with (folder / f"worker-{number}.log").open("wb") as log:
            command = [sys.executable, "-m", "tests.photos.fuzz", "--work", f"-seed={number + 1}", *options]
            started.append(subprocess.Popen(command, stdout=log, stderr=log))
    return sum(process.wait() != 0 for process in started)


def main() -> int:
    """Read the command line; gives 1 when something was found."""
    if sys.argv[1:2] == ["--work"]:
        work(sys.argv[2:])
        return 0
    parser = argparse.ArgumentParser(prog="python -m tests.photos.fuzz", description="Fuzz the photo engine.")
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help="such as jpeg or png; all when none is given")
    parser.add_argument("--executions", type=int, default=100_000, help="how many inputs in all")
    parser.add_argument("--workers", type=int, default=2, help="processes side by side")
    parser.add_argument("--folder", type=Path, help="where samples and findings are kept")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        found = run(folder.resolve(), chosen.executions, chosen.workers, chosen.formats)
        for log in sorted(folder.glob("worker-*.log")):
            lines = log.read_text(errors="replace").splitlines()
            print("\n".join(line for line in lines[-40:] if found or line.startswith("stat::")))
    print("something was found" if found else "nothing was found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
