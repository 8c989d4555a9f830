"""Views: streams of rows that can be read as often as one likes, as rows or as a data frame."""

from __future__ import annotations

import contextlib
import html
import os
from typing import Any, Callable, ContextManager, Generic, Iterator, TypeVar

from . import _frames, _native
from ._error import Error
from .kinds import BY_NUMBER
from .row import Row, slots_of

R = TypeVar("R", bound=Row)
_keep = object.__setattr__


class View(Generic[R]):
    """A file, a query, a report or what came of a linkage: nothing is read before it is asked for,
    and every asking reads afresh.

        for row in view: ...      view.first()      view.to_pandas()      view.write_csv("out.csv")
    """

    def __init__(self, open_cursor: Callable[[], Any], lock: ContextManager[Any] | None = None,
                 title: str = "rows", apart: bool = False) -> None:
        self._open_cursor = open_cursor
        # Two threads may not use one handle at a time, and long calls let other threads run.
        self._lock: ContextManager[Any] = lock or contextlib.nullcontext()
        self._apart = apart  # a cursor, once it is there, needs the handle no more
        self._title = title

    def _cursor(self) -> Any:
        with self._lock:
            return self._open_cursor()

    def _description(self) -> Any:
        return self._cursor().description()

    def __iter__(self) -> Iterator[R]:
        # The cursor is opened here and now, not at the first row.
        return self._rows(self._cursor())

    def _rows(self, cursor: Any) -> Iterator[R]:
        lock = self._lock
        description = cursor.description()
        slots = slots_of(description)
        of = BY_NUMBER.get(description.kind(), Row)._of
        register = getattr(self, "_register", None)  # of a table: its records can be advanced
        del description
        try:
            while True:
                with lock:
                    try:
                        record = cursor.next()
                    except StopIteration:
                        return
                row = of(record, slots)
                if register is not None:
                    _keep(row, "_register", register)
                yield row  # type: ignore[misc]
        finally:
            with lock:  # also when the rows are dropped half read, by whichever thread
                del cursor

    @property
    def columns(self) -> list[str]:
        """The names of the fields, in order."""
        return list(slots_of(self._description()))

    def first(self) -> R | None:
        """The first row, or None when there is none."""
        return next(iter(self), None)

    def to_list(self) -> list[R]:
        """All rows at once."""
        return list(self)

    def to_pandas(self) -> Any:
        """A pandas.DataFrame: whole numbers as Int64, days as datetime64, no value as missing."""
        cursor = self._cursor()
        return _frames.to_pandas(cursor, self._lock)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """All rows as an Arrow stream (the Arrow PyCapsule interface), so that pyarrow.table(view),
        polars.DataFrame(view) and duckdb.sql("from view") work. Each asking reads afresh."""
        shared = not self._apart and not isinstance(self._lock, contextlib.nullcontext)
        with self._lock:
            return _native.arrow_stream(self._open_cursor(), shared)

    def write_csv(self, path: str | os.PathLike[str], *, delimiter: str = ",", header: bool = True,
                  excel: bool = False) -> None:
        """Writes all rows as CSV in UTF-8 (RFC 4180). `excel` adds what makes spreadsheets read
        it rightly and safely: a byte-order mark, and an apostrophe before what looks like a
        formula."""
        with self._lock:
            _native.write_csv(self._open_cursor(), os.fspath(path), delimiter, excel, header, False,
                              excel)

    def write_json(self, path: str | os.PathLike[str], *, lines: bool = False) -> None:
        """Writes all rows as a JSON array of objects, or one object a line."""
        with self._lock:
            _native.write_json(self._open_cursor(), os.fspath(path), lines, False)

    def write_xlsx(self, path: str | os.PathLike[str], *, sheet: str | None = None,
                   language: str = "en", **options: Any) -> None:
        """Writes all rows as a workbook of one sheet. `options` are those of `Workbook.add`: titles,
        columns, headers, choices, editable, names, most_rows."""
        from .workbook import Workbook  # which knows views

        with Workbook(path, language=language) as book:
            book.add(sheet if sheet is not None else self._description().plural(), self, **options)

    def __repr__(self) -> str:
        return f"<bina {self._title}: {', '.join(self.columns)}>"

    def _head(self, count: int = 10) -> tuple[list[R], bool]:
        rows: list[R] = []
        for row in self:
            if len(rows) == count:
                return rows, True
            rows.append(row)
        return rows, False

    def _repr_html_(self) -> str:
        """The first rows as a table for notebooks, personal data masked."""
        rows, more = self._head()
        shown = [dict(row._shown()) for row in rows]
        names = [name for name in self.columns if any(name in row for row in shown)]
        cells = "".join(
            "<tr>" + "".join(f"<td>{html.escape(row.get(name, '').strip(chr(39)))}</td>"
                             for name in names) + "</tr>" for row in shown)
        head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
        return (f"<table><caption>{html.escape(self._title)}</caption><tr>{head}</tr>{cells}</table>"
                + ("<p>…</p>" if more else ""))


def with_faults(read: Callable[..., Any], *arguments: Any) -> Any:
    """Calls read(*arguments, faults), and gives an exception that it raises its faults."""
    faults = _native.Faults(0)
    try:
        return read(*arguments, faults)
    except Error as error:
        error.faults = View(faults.cursor, title="faults")
        raise
