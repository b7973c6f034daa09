"""The table of kept tags is that of the design, and no tag may have more values than readers use."""

from safety.photos.formats.tiff_tags import ESSENTIAL, RULES, Shape

# Section 8 of the design document. 516 is a number that no standard uses.
DESIGN = {
    *range(254, 260), *range(262, 267), 273, 274, *range(277, 285), *range(290, 294), 296, 297, 301,
    *range(317, 326), 332, 334, 336, *range(338, 343), 347, *range(512, 522), *range(529, 533), 559,
    *range(32995, 32999), 34675,
} - {516}  # fmt: skip
NEVER = {270, 271, 272, 305, 306, 315, 316, 330, 700, 33432, 33550, 33723, 34377, 34665, 34853, 37724, 42112, 50838}


def test_kept_tags_are_those_of_the_design() -> None:
    """No more and no less."""
    assert set(RULES) == DESIGN
    assert not set(RULES) & NEVER
    assert set(RULES) >= ESSENTIAL


def test_counts_follow_the_shape() -> None:
    """By samples, by strips, and by how many values a sample can have."""
    shape = Shape(samples=4, bits=8, parts=7, is_palette=False)
    most = {tag: rule.most(shape) for tag, rule in RULES.items()}
    assert most[258] == most[338] == most[519] == 4
    assert most[273] == most[325] == 7
    assert (most[336], most[291], most[301], most[320]) == (8, 256, 768, 0)
    assert (most[256], most[297], most[319], most[529]) == (1, 2, 6, 3)
    assert RULES[320].most(Shape(1, 4, 1, is_palette=True)) == 48


def test_deep_samples_have_no_curves() -> None:
    """A curve of 32 bits would be room for gigabytes."""
    shape = Shape(samples=1, bits=32, parts=1, is_palette=True)
    assert [RULES[tag].most(shape) for tag in (291, 301, 320)] == [0, 0, 0]
