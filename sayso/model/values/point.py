"""Points on the earth, as latitude and longitude in degrees (WGS 84)."""

from __future__ import annotations

import math

Point = tuple[float, float]
_EARTH_KM = 6_371.0  # mean radius


def distance_km(one: Point, other: Point) -> float:
    """Kilometres along the ground between two points (haversine, on a sphere of the earth's mean radius)."""
    up, other_up = math.radians(one[0]), math.radians(other[0])
    across = math.radians(other[1] - one[1])
    chord = math.sin((other_up - up) / 2) ** 2 + math.cos(up) * math.cos(other_up) * math.sin(across / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))
