"""The place nearest to a position, from a small table of places that ships with the project.

It computes in whole numbers, on a map that is flat around each place: within two hundred kilometres and away
from the poles that is exact to about one in a hundred. It does not know borders: near a frontier the nearest
place can be in the other country.

Source: design document metadata.md, section 12; the table is by GeoNames, see `gazetteer.py`.
"""

from bisect import bisect_left
from collections.abc import Iterable
from math import isqrt
from typing import Final

from safety.photos.findings import Finding
from safety.photos.gazetteer import Gazetteer, Town, shipped_table
from safety.photos.metadata.position import DECIMALS, LATITUDE_LIMIT, LONGITUDE_LIMIT, parse_number

NEAR_KM, FAR_KM = 20, 200
_DEGREE: Final[int] = 10**DECIMALS
_HUNDREDTH = _DEGREE // 100
_DEGREE_METRES = 111_195
_FAR = FAR_KM * 1_000 * _DEGREE // _DEGREE_METRES
# The cosine of each whole degree, in ten-thousandths.
# fmt: off
_COSINES: Final = (
    10000, 9998, 9994, 9986, 9976, 9962, 9945, 9925, 9903, 9877, 9848, 9816, 9781, 9744, 9703, 9659, 9613, 9563, 9511,
    9455, 9397, 9336, 9272, 9205, 9135, 9063, 8988, 8910, 8829, 8746, 8660, 8572, 8480, 8387, 8290, 8192, 8090, 7986,
    7880, 7771, 7660, 7547, 7431, 7314, 7193, 7071, 6947, 6820, 6691, 6561, 6428, 6293, 6157, 6018, 5878, 5736, 5592,
    5446, 5299, 5150, 5000, 4848, 4695, 4540, 4384, 4226, 4067, 3907, 3746, 3584, 3420, 3256, 3090, 2924, 2756, 2588,
    2419, 2250, 2079, 1908, 1736, 1564, 1392, 1219, 1045, 872, 698, 523, 349, 175, 0,
)
# fmt: on


def nearest(gazetteer: Gazetteer, latitude: int, longitude: int) -> tuple[Town, int] | None:
    """The nearest place and the way to it in metres, None when there is none within 200 km.

    `latitude` and `longitude` are in hundred-thousandths of a degree.
    """
    towns = gazetteer.towns
    middle = bisect_left(towns, latitude // _HUNDREDTH, key=lambda town: town.latitude)
    best, best_square = None, _FAR * _FAR + 1
    narrowest = _cosine(abs(latitude) + _FAR)
    # Outwards from the latitude; of two places that are as near as each other the first one counts.
    for way in (range(middle - 1, -1, -1), range(middle, len(towns))):
        for number in way:
            town = towns[number]
            up = abs(town.latitude * _HUNDREDTH - latitude)
            if up * up > best_square:
                break
            # Most are too far east or west, which is soon seen.
            if _shorter(town.longitude * _HUNDREDTH - longitude) * narrowest // 10_000 > isqrt(best_square):
                continue
            square = _square(town, latitude, longitude)
            if square < best_square or (square == best_square and way.step < 0):
                best, best_square = town, square
    return (best, isqrt(best_square) * _DEGREE_METRES // _DEGREE) if best else None


def _shorter(across: int) -> int:
    turn = 2 * LONGITUDE_LIMIT * _DEGREE
    return min(across % turn, -across % turn)


def name_places(findings: Iterable[Finding], gazetteer: Gazetteer | None = None) -> tuple[Finding, ...]:
    """The same findings; those with a position get `near`, a place, and `km` when it is not close by."""
    return tuple(_named(finding, gazetteer) if finding.code == "location" else finding for finding in findings)


def _named(finding: Finding, gazetteer: Gazetteer | None) -> Finding:
    values = dict(finding.values)
    latitude, longitude = (_hundred_thousandths(values.get(name, "")) for name in ("lat", "lon"))
    if latitude is None or longitude is None or abs(latitude) > LATITUDE_LIMIT * _DEGREE:
        return finding
    found = nearest(gazetteer or shipped_table(), latitude, longitude)
    if found is None:
        return finding
    town, metres = found
    near = {"near": (gazetteer or shipped_table()).label(town)}
    if metres >= NEAR_KM * 1_000:
        near["km"] = str((metres + 5_000) // 10_000 * 10)
    return finding._replace(values=(*finding.values, *near.items()))


def _hundred_thousandths(text: str) -> int | None:
    number = parse_number(text)
    return None if number is None else number.numerator * _DEGREE // number.denominator


def _square(town: Town, latitude: int, longitude: int) -> int:
    """The square of the way in hundred-thousandths of a degree."""
    up = abs(town.latitude * _HUNDREDTH - latitude)
    across = _shorter(town.longitude * _HUNDREDTH - longitude)
    # At the latitude half way.
    across = across * _cosine((town.latitude * _HUNDREDTH + latitude) // 2) // 10_000
    return up * up + across * across


def _cosine(latitude: int) -> int:
    """In ten-thousandths, on a straight line between whole degrees."""
    degree, rest = divmod(min(abs(latitude), LATITUDE_LIMIT * _DEGREE), _DEGREE)
    return _COSINES[degree] - (_COSINES[degree] - _COSINES[min(degree + 1, 90)]) * rest // _DEGREE
