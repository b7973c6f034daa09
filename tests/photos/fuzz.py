"""The fuzz target of the photo engine: any bytes end with a code of the design or with a clean file.

python -m tests.photos.fuzz [--executions 100000] [--workers 2] [--folder FOLDER] [FORMAT …]

A tenth of the executions is led by coverage (atheris, libFuzzer), from the samples of the tests, and gathers inputs
that reach new places. The rest changes those at random, without the cost of watching. What makes the engine fail is
left in the folder as `crash-…`, `timeout-…` or `oom-…`. In a folder that stays, the next run goes on from there.
"""

import argparse
import importlib
import pkgutil
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SECONDS_PER_INPUT = 5
MEMORY_MB = 1024
LARGEST_INPUT_BYTES = 4_096
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
NUMBERS = (bytes(4), b"\xff" * 4, b"\0\0\0\1", b"\0\0\0\7", b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\1\0\0\0")


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
    # Whether the clean file is clean and stays as it is was checked in there: if not, the ending is "failed".
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
        for module in pkgutil.walk_packages(safety.photos.__path__, "safety.photos."):
            if not module.name.endswith(NOT_THE_ENGINE):
                importlib.import_module(module.name)
    atheris.Setup([sys.argv[0], *arguments], check)
    atheris.Fuzz()


def changed(randomness: random.Random, samples: list[bytes]) -> bytes:
    """One of the samples with a few bytes, sizes or pieces changed."""
    content = bytearray(randomness.choice(samples))
    for _ in range(randomness.randint(1, 5)):
        at = randomness.randrange(len(content) + 1)
        kind = randomness.randrange(10)
        if kind < 5:
            content[at : at + 1] = randomness.randbytes(1)
        elif kind < 7:
            content[at : at + 4] = randomness.choice(NUMBERS)
        elif kind < 8:
            del content[at : at + randomness.randint(1, 40)]
        else:
            other = randomness.choice(samples)
            start = randomness.randrange(len(other) + 1)
            content[at:at] = other[start : start + randomness.randint(1, 200)]
    return bytes(content)


def change(folder: Path, seed: int, executions: int) -> None:
    """Be one worker that changes gathered inputs at random."""
    randomness = random.Random(seed)  # noqa: S311  # not for a secret: the same seed gives the same inputs
    samples = [path.read_bytes() for path in sorted((folder / "samples").iterdir())]
    slowest = 0.0
    for number in range(executions):
        content = changed(randomness, samples)
        begun = time.process_time()
        try:
            check(content)
        except BaseException:
            (folder / f"crash-{seed}-{number}").write_bytes(content)
            raise
        taken = time.process_time() - begun
        slowest = max(slowest, taken)
        if taken > SECONDS_PER_INPUT:
            (folder / f"timeout-{seed}-{number}").write_bytes(content)
            raise TimeoutError(f"{taken} seconds")
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"stat::changed_at_random: {executions}\nstat::slowest_sec: {slowest:.2f}\nstat::peak_mb: {memory_mb}")


def run(folder: Path, executions: int, workers: int, formats: list[str]) -> int:
    """Both parts, one after the other; gives how many of the workers found something."""
    folder.mkdir(parents=True, exist_ok=True)
    # In a process of its own, since the samples take memory that the workers' peak would begin with.
    run_workers(folder, [["--prepare", str(folder), *formats]])
    led = executions // workers // 10
    found = run_workers(folder, [led_arguments(folder, number, led) for number in range(workers)])
    rest = executions // workers - led
    blind = [["--change", str(folder), str(time.time_ns() % 2**32 + number), str(rest)] for number in range(workers)]
    return found + run_workers(folder, blind)


def led_arguments(folder: Path, number: int, executions: int) -> list[str]:
    """The options of libFuzzer for one worker."""
    return [
        "--work",
        f"-seed={time.time_ns() % 2**32 + number}",
        f"-runs={executions}",
        f"-timeout={SECONDS_PER_INPUT}",
        f"-rss_limit_mb={MEMORY_MB}",
        f"-max_len={LARGEST_INPUT_BYTES}",
        f"-dict={folder / 'words.txt'}",
        f"-artifact_prefix={folder}/",
        "-print_final_stats=1",
        "-reload=1",
        str(folder / "samples"),
    ]


def run_workers(folder: Path, arguments: list[list[str]]) -> int:
    """Start workers side by side and wait; gives how many found something."""
    started = []
    for number, given in enumerate(arguments):
        with (folder / f"worker{given[0]}-{number}.log").open("wb") as log:
            command = [sys.executable, "-m", "tests.photos.fuzz", *given]
            started.append(subprocess.Popen(command, stdout=log, stderr=log))
    return sum(process.wait() != 0 for process in started)


def main() -> int:
    """Read the command line; gives 1 when something was found."""
    if sys.argv[1:2] == ["--work"]:
        work(sys.argv[2:])
        return 0
    if sys.argv[1:2] == ["--prepare"]:
        prepare(Path(sys.argv[2]), sys.argv[3:])
        return 0
    if sys.argv[1:2] == ["--change"]:
        change(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
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
        for log in sorted(folder.glob("worker*.log")):
            lines = log.read_text(errors="replace").splitlines()
            print("\n".join(line for line in lines[-40:] if found or line.startswith("stat::")))
    print("something was found" if found else "nothing was found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
