"""Scoring pairs that come from elsewhere, and asking people about those that teach most."""

from __future__ import annotations

import contextlib
import mmap
import os
import threading
from array import array
from typing import Any, Iterable, Literal

from . import _native
from ._sources import cursor_of, usage
from .row import Row
from .view import View

_COLUMNS = ("list_a", "row_a", "list_b", "row_b")


def _named(pair: Any) -> Any:
    """A tuple of a pair as a dict; what is none stays."""
    if not isinstance(pair, (tuple, list)):
        return pair
    if len(pair) == 4:
        return dict(zip(_COLUMNS, pair))
    if len(pair) == 2:
        return {"row_a": pair[0], "row_b": pair[1]}
    raise usage("a pair is (list, row, list, row) or (row, row)",
                "pasangan ialah (daftar, baris, daftar, baris) atau (baris, baris)")


def _pairs_cursor(pairs: Any) -> Any:
    if hasattr(pairs, "__arrow_c_stream__") or hasattr(pairs, "iloc") or isinstance(pairs, (str, View)):
        return cursor_of(pairs)
    if hasattr(pairs, "__iter__"):
        pairs = [_named(pair) for pair in pairs]
        if not pairs:
            none = _native.Description("pair", "")
            for name in ("row_a", "row_b"):
                none.add_field(name, _native.TYPE_INT, None, None, 0)
            return _native.rows_to_cursor(_native.Rows(none))
    return cursor_of(pairs)


_ANSWERS = {**dict.fromkeys(("yes", "y", "ya", "true", "1", "same", "sama"), True),
            **dict.fromkeys(("no", "n", "tidak", "false", "0", "different", "beda", "berbeda"), False),
            "": None, "?": None}


def _answer(same: Any) -> Any:
    """What somebody wrote beside a question; None where it is open."""
    return None if same is None else _ANSWERS.get(str(same).strip().lower(), same)


def answers(verdicts: Any, names: list[str]) -> Any:
    """Verdicts of a file or a frame, such as `questions` with a column "same", as dicts; without those that
    are open. What is none of these stays. Where there is one list, it need not be named."""
    if not (isinstance(verdicts, (str, os.PathLike, View)) or hasattr(verdicts, "iloc") or
            hasattr(verdicts, "__arrow_c_stream__")):
        return verdicts
    one = {"list_a": names[0], "list_b": names[0]} if len(names) == 1 else {}
    found = []
    for row in View(lambda: cursor_of(verdicts), title="verdicts"):
        # Workbooks have a blank where programs have a low line.
        said = {**one, **{name.replace(" ", "_"): row[name] for name in row.keys()}}
        missing = next((name for name in (*_COLUMNS, "same") if name not in said), None)
        if missing:
            raise usage(f'verdicts need a column "{missing}"', f'putusan memerlukan kolom "{missing}"')
        said["same"] = _answer(said["same"])
        if said["same"] is not None:
            found.append(said)
    return found


def _rows(rows: Any) -> Any:
    """Numbers of rows as a buffer of 64-bit integers: an array as it is, anything else copied."""
    try:
        view = memoryview(rows)
    except TypeError:
        return array("q", rows)
    return rows if view.format in ("q", "l") and view.itemsize == 8 and view.c_contiguous else array("q", view)


_LARGE = 1 << 22  # bytes that are worth memory of their own


def _numbers(code: Literal["d", "Q"], count: int) -> Any:
    """Room for numbers of 8 bytes. Memory that comes straight from the system is zero and was not
    touched: whoever writes it first does that, each thread its own part. It is this process's own: shared,
    as Python would have it, it costs half as much again to touch; in large pages, where the system
    has them, much less."""
    if count * 8 < _LARGE:
        return memoryview(bytearray(8 * count)).cast(code)
    room = mmap.mmap(-1, 8 * count, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    large_pages = getattr(mmap, "MADV_HUGEPAGE", None)
    if large_pages is not None:
        with contextlib.suppress(OSError):  # a system without them
            room.madvise(large_pages)
    return memoryview(room).cast(code)


class Scoring:
    """What a linkage with a model does with pairs that are given."""

    _linkage: Any
    _lock: threading.RLock

    def score(self, pairs: Any) -> View[Row]:
        """Given pairs with their weight, probability and the level of every field.

        `pairs` is whatever holds rows (an Arrow stream, a data frame, a file, dicts) with the
        columns row_a and row_b, from 1, and list_a and list_b where there are more than two lists;
        or tuples (list, row, list, row) or (row, row). An Arrow stream is read as the scores are, a
        batch at a time, and the scores are an Arrow stream, too:

            joined = one.sql("select l.row as row_a, r.row as row_b from l join r using (village)")
            scores = linkage.score(joined)
            other.sql("select * from scores where probability > 0.5")

        Whoever reads them does so without waiting for others that use the linkage: rows may be
        inserted, changed and removed once they are read.
        """
        def scores() -> Any:
            given = _pairs_cursor(pairs)
            with self._lock:
                return self._linkage.score(given)
        return View(scores, title="scores")  # keeps what it needs: read without the lock

    def questions(self, most: int = 100) -> View[Row]:
        """Pairs to ask people about, those first whose verdicts put most right, by themselves and
        by what they teach: list_a, row_a, list_b, row_b, weight, probability, gain and alike. Give
        the answers to the next `bina.link` as `verdicts`."""
        return View(lambda: self._linkage.questions(most), self._lock, "questions")

    def score_rows(self, list_a: str, row_a: Iterable[int], list_b: str,
                   row_b: Iterable[int]) -> tuple[memoryview, memoryview]:
        """The weights of many pairs at once, and their levels in one number each: those of
        comparison n in the bits 3 n to 3 n + 2. Rows are arrays of 64-bit integers (NumPy's as they
        are) or any integers, from 1. What comes back are memoryviews, which index and iterate like lists;
        `numpy.asarray` takes them as they are."""
        first, second = _rows(row_a), _rows(row_b)
        count = len(first)
        weights, levels = _numbers("d", count), _numbers("Q", count)
        with self._lock:
            _native.linkage_score_rows(self._linkage, list_a, first, list_b, second, weights, levels)
        return weights, levels
