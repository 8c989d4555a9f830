"""The areas of a GeoJSON file with the values that belong to them."""

from __future__ import annotations

import json
import os
from typing import Any, NamedTuple

from . import reference
from ._drawing import column
from .errors import InvalidError, SyntaxError

Ring = list[tuple[float, float]]


class Shape(NamedTuple):
    """An area: its outlines (holes run the other way), its code and its value."""

    code: str
    rings: list[Ring]
    value: Any
    withheld: bool


def _digits(code: Any, codes: str) -> str:
    """A code as the digits of Kemendagri's; "" for none."""
    text = str(code).strip().replace(".", "") if code is not None else ""
    if text.endswith("0") and "." in str(code) and str(code).endswith(".0"):
        text = text[:-1]  # a number that a program made of the code
    if not text.isdigit():
        return ""
    if codes == "bps":
        regency = reference.from_bps(text[:4]) if len(text) >= 4 else reference.from_bps(text[:2])
        return (regency or "").replace(".", "")
    return text


def _turned(ring: Any, outer: bool) -> Ring:
    """An outline as pairs, anticlockwise when it is an outer one, clockwise when it is a hole."""
    spots = [(float(spot[0]), float(spot[1])) for spot in ring]
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(spots, [*spots[1:], spots[0]]))
    return spots if (twice > 0) == outer else spots[::-1]


def _rings(geometry: Any) -> list[Ring]:
    kind = (geometry or {}).get("type")
    if kind == "GeometryCollection":
        return [ring for part in geometry["geometries"] for ring in _rings(part)]
    if kind not in ("Polygon", "MultiPolygon"):
        return []
    polygons = geometry["coordinates"] if kind == "MultiPolygon" else [geometry["coordinates"]]
    return [_turned(ring, at == 0) for polygon in polygons for at, ring in enumerate(polygon)
            if len(ring) >= 4]


def _features(geojson: Any) -> list[Any]:
    if isinstance(geojson, (str, os.PathLike)):
        try:
            with open(geojson, encoding="utf-8-sig") as file:
                geojson = json.load(file)
        except ValueError as error:
            raise SyntaxError(f"{os.fspath(geojson)} is no GeoJSON: {error}",
                              f"{os.fspath(geojson)} bukan GeoJSON: {error}") from None
    features = geojson.get("features") if isinstance(geojson, dict) else list(geojson)
    if not features:
        raise InvalidError("the GeoJSON has no features", "GeoJSON ini tidak punya fitur")
    return list(features)


def _fitting(features: list[Any], wanted: set[str], codes: str) -> str:
    """The property whose codes most rows lie in."""
    names = dict.fromkeys(name for feature in features for name in feature.get("properties") or {})
    found = ("", 0)
    for name in names:
        held = {_digits((feature.get("properties") or {}).get(name), codes) for feature in features} - {""}
        fits = sum(any(one.startswith(code) for code in held if len(code) >= 2) for one in wanted)
        if len(held) > 1 or len(features) == 1:
            found = max(found, (name, fits), key=lambda pair: pair[1])
    if not found[1]:
        raise InvalidError(
            f"no property of the GeoJSON holds codes of the rows' regions; it has: {', '.join(names)}",
            f"tidak ada properti GeoJSON yang memuat kode wilayah baris; yang ada: {', '.join(names)}")
    return found[0]


def outlines(geojson: Any, rows: list[Any], region: str, value: str, property: str | None,
             codes: str) -> tuple[list[Shape], int]:
    """The areas with their values, and how many rows lie in none of them."""
    features = _features(geojson)
    places = [str(one or "").replace(".", "") for one in column(rows, region)]
    values = column(rows, value)
    name = property or _fitting(features, set(places) - {""}, codes)
    shapes: list[Shape] = []
    used = [False] * len(rows)
    for feature in features:
        code = _digits((feature.get("properties") or {}).get(name), codes)
        rings = _rings(feature.get("geometry"))
        if not rings:
            continue
        inside = [at for at, place in enumerate(places) if code and place.startswith(code)]
        for at in inside:
            used[at] = True
        withheld = any(values[at] is None for at in inside)
        total = None if withheld or not inside else sum(values[at] for at in inside)
        shapes.append(Shape(code, rings, total, withheld))
    if not shapes:
        raise InvalidError("the GeoJSON has no polygons", "GeoJSON ini tidak punya poligon")
    return shapes, used.count(False)
