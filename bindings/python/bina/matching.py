"""A linkage after its run: who is like a record that is typed, and rows that come, change and go."""

from __future__ import annotations

import threading
from typing import Any, Mapping

from . import _native
from ._sources import cursor_of
from .row import Row
from .view import View


def record_of(values: Mapping[str, Any] | Row) -> Any:
    """A native record of a dict, a row, or a row of a pandas frame."""
    if hasattr(values, "iloc") and hasattr(values, "to_dict"):
        values = values.to_dict()
    return cursor_of([values]).next()


class Matching:
    """What a linkage does one record at a time, its model and all frequencies as the run left them.

    `values` are a dict or a row, with the columns of the list; what is left out is missing.
    """

    _lock: threading.RLock
    _linkage: Any

    def match(self, values: Mapping[str, Any] | Row, list: str | None = None,
              most: int = 10) -> View[Row]:
        """The rows that may be the same as a record that is in no list, the likeliest first: list,
        row, entity, weight, probability. Nothing is changed by it.

            for twin in result.match({"nama": "Tenun Sari", "desa": "Loyok"}): ...

        `list` is the one it would be added to: where that has no duplicates, its own rows are not
        asked. `most` 0 gives all from the review threshold on.
        """
        record = record_of(values)
        with self._lock:
            found = self._linkage.match(list, record, most)
        return View(_once(found, lambda: self._linkage.match(list, record, most)), self._lock,
                    "matches")

    def match_explain(self, values: Mapping[str, Any] | Row, list_b: str, row_b: int,
                      list: str | None = None) -> View[Row]:
        """Why a record that is in no list weighs what it weighs with a row, as `explain`."""
        record = record_of(values)
        with self._lock:
            self._linkage.match_explain(list, record, list_b, row_b)  # refuses now what is not there
        return View(lambda: self._linkage.match_explain(list, record, list_b, row_b), self._lock,
                    "reasons")

    def insert(self, list: str, values: Mapping[str, Any] | Row) -> int:
        """Adds a row to a list and gives its number; entities and pairs follow."""
        with self._lock:
            return int(self._linkage.insert(list, record_of(values)))

    def change(self, list: str, row: int, values: Mapping[str, Any] | Row) -> None:
        """Gives a row other values: all of them."""
        with self._lock:
            self._linkage.change(list, row, record_of(values))

    def remove(self, list: str, row: int) -> None:
        """Takes a row out; its number is not given again."""
        with self._lock:
            self._linkage.remove(list, row)


class Registrants:
    """Whether what is typed is in a register already."""

    _lock: threading.RLock
    _handle: Any
    _matcher: Any = None

    def match(self, values: Mapping[str, Any] | Row | None = None, /, *, most: int = 5,
              **named: Any) -> View[Row]:
        """The registrants that an enterprise being typed may be, the likeliest first: id, number,
        name, owner_name, region, probability, weight, and what speaks for and against (reason,
        alasan).

            for twin in reg.match({"nama pemilik": "Siti Aminah", "desa": "Pringgasela"}): ...

        `values` are a dict whose names are understood as the columns of a list are, or a row of
        enterprises or source records, or keywords. The first call links the whole register; the
        next ones take milliseconds and follow what was written since. `most` 0 gives all.
        """
        record = record_of({**(values or {}), **named} if named or values is None else values)
        with self._lock:
            if self._matcher is None:
                self._matcher = _native.matcher_open(self._handle)
            matcher = self._matcher
            found = matcher.match(record, most)
        return View(_once(found, lambda: matcher.match(record, most)), self._lock, "matches")

    def forget_matches(self) -> None:
        """Lets the next `match` link the whole register anew, as after many lists were read."""
        with self._lock:
            self._matcher = None


def _once(found: Any, again: Any) -> Any:
    """What has been found already, and is looked for again when it is read again."""
    ready = [found]
    return lambda: ready.pop() if ready else again()
