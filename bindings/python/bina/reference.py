"""The tables every office shares: regions of every list since 2016, what became of them, the codes of the
statistics office, and the industry classification (KBLI).

A region's code is that of the interior ministry (Kemendagri), with or without dots. An edition is the
year of a list; any year stands for the list in force in it, 0 for the newest.
"""

from __future__ import annotations

from typing import Any

from . import _native, kinds
from .kinds import wrap
from .row import Row
from .view import View

EVERY_EDITION: int = _native.EVERY_EDITION


def editions() -> dict[int, str | None]:
    """The lists of regions, oldest first, and the regulation behind each."""
    found: dict[int, str | None] = {}
    while (year := _native.region_edition_at(len(found))) != 0:
        found[year] = _native.region_edition_basis(year)
    return found


def region(code: str, edition: int = 0) -> kinds.Region:
    """A region by its code in any list; without an edition by the newest name the code ever had."""
    return wrap(_native.region_get(code, edition))  # type: ignore[return-value]


def find(village: str | None = None, district: str | None = None, regency: str | None = None,
         province: str | None = None) -> View[Row]:
    """All regions that may be meant by names as people write them, best first: code, name, level,
    parent, path, score, and what was found odd. Nothing is guessed."""
    return View(lambda: _native.region_find(village, district, regency, province),
                title="regions that may be meant")


def resolve(village: str | None = None, district: str | None = None, regency: str | None = None,
            province: str | None = None) -> kinds.Region:
    """The one region that is meant by names; NotFoundError or InvalidError (several) if none."""
    return wrap(_native.region_resolve(village, district, regency, province))  # type: ignore[return-value]


def successors(code: str, edition: int = 0) -> View[Row]:
    """What a region of any list is in an edition: itself, or what it became or came from."""
    return View(lambda: _native.region_successors(code, edition), title=f"{code} since")


def is_under(code: str, under: str, edition: int = 0) -> bool:
    """Whether a region of any list lies under (or is) another."""
    return bool(_native.region_is_under(code, under, edition))


def ranges_under(code: str, edition: int = 0) -> View[Row]:
    """The codes of every list that lie under a region, as half-open ranges `from` to `to`."""
    return View(lambda: _native.region_under(code, edition), title=f"under {code}")


def from_bps(bps: str) -> str | None:
    """The Kemendagri code of a province or regency known by its BPS code of 2018."""
    return _native.region_from_bps(bps)  # type: ignore[no-any-return]


def to_bps(code: str) -> str | None:
    """The BPS code of 2018 of a province or regency."""
    return _native.region_to_bps(code)  # type: ignore[no-any-return]


def _listed(kind: type[Any], edition: int, under: str | None) -> View[Any]:
    number = kind._description.kind()
    return View(lambda: _native.reference_list(number, edition, under),
                title=kind._description.plural())


def regions(under: str | None = None, edition: int = 0) -> View[kinds.Region]:
    """The regions of a list in order of code: all, or those under one."""
    return _listed(kinds.Region, edition, under)


def successions(under: str | None = None, edition: int = 0) -> View[kinds.Succession]:
    """What became of regions between the lists."""
    return _listed(kinds.Succession, edition, under)


def industry(code: str, edition: int = 0) -> kinds.Industry:
    """A class of the industry classification: a section letter, or 2 to 5 digits."""
    return wrap(_native.industry_get(code, edition))  # type: ignore[return-value]


def industries(under: str | None = None, edition: int = 0) -> View[kinds.Industry]:
    """The classes of the industry classification in order of code."""
    return _listed(kinds.Industry, edition, under)
