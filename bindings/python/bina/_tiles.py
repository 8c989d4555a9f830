"""Where the tile of each regency and city stands: data/regency_tiles.txt, as it lies in the package."""

from __future__ import annotations

import functools
import importlib.resources
import re
from typing import Any

from . import reference
from .errors import UsageError

_PROVINCE = re.compile(r"(\d\d) (.+) at (\d+) (\d+)")


@functools.cache
def _read() -> tuple[dict[str, str], dict[str, tuple[int, int, int, int]]]:
    text = (importlib.resources.files("bina") / "regency_tiles.txt").read_text(encoding="utf-8")
    names: dict[str, str] = {}
    found: dict[str, tuple[int, int, int, int]] = {}
    province, left, top, row = "", 0, 0, 0
    for line in text.splitlines():
        if head := _PROVINCE.fullmatch(line):
            province, left, top, row = head[1], int(head[3]), int(head[4]), 0
            names[province] = head[2]
        elif line and not line.startswith("#"):
            for at, mark in enumerate(line.split()):
                if mark != ".":
                    found[f"{province}.{mark}"] = (left + at, top + row, at, row)
            row += 1
    return names, found


def provinces() -> dict[str, str]:
    """What each province is called on the map."""
    return _read()[0]


def places() -> dict[str, tuple[int, int, int, int]]:
    """By code: column and row in the map of the country, column and row in that of the province."""
    return _read()[1]


@functools.cache
def name_of(code: str) -> str:
    """A regency's or province's name, with "Kota" before a city; the code when it is unknown."""
    try:
        known = reference.region(code)
    except (LookupError, ValueError):
        return code
    city = known.level == "city" and not code.startswith("31.")  # Kota Jakarta Pusat is no help
    return f"Kota {known.name}" if city else str(known.name)


def regency_of(code: Any, system: str = "kemendagri") -> str | None:
    """The regency of today that a code of any level and edition lies in; None for none or a province."""
    if code is None:
        return None
    text = str(code).strip()
    if system == "bps":
        text = reference.from_bps(text.replace(".", "")[:4]) or ""
    elif system != "kemendagri":
        raise UsageError("codes must be 'kemendagri' or 'bps'", "codes harus 'kemendagri' atau 'bps'")
    digits = text.replace(".", "")
    if not digits.isdigit() or len(digits) < 4:
        return None
    known = f"{digits[:2]}.{digits[2:4]}"
    if known in places():
        return known
    try:  # an older list's: what it became, when that is one regency
        later = {row.code[:5] for row in reference.successors(text) if len(row.code) >= 5}
    except (LookupError, ValueError):
        return None
    return later.pop() if len(later) == 1 else None


def chosen(within: str | None) -> dict[str, tuple[int, int]]:
    """The tiles of a province, or of the country: column and row, from the upper left."""
    if within is None:
        return {code: (place[0], place[1]) for code, place in places().items()}
    tiles = {code: (place[2], place[3]) for code, place in places().items() if code[:2] == within}
    if not tiles:
        raise UsageError(f"there is no province {within!r}", f"tidak ada provinsi {within!r}")
    return tiles
