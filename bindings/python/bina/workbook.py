"""Workbooks (.xlsx) out: sheets from views, made so that people can work in them."""

from __future__ import annotations

import contextlib
import datetime
import os
from types import TracebackType
from typing import Any, Iterable, Mapping

from . import _native
from ._language import language_number
from ._sources import cursor_of
from .view import View


def _texts(given: Iterable[str] | str | None) -> list[str] | None:
    if given is None:
        return None
    return [given] if isinstance(given, str) else list(given)


def _pairs(given: Mapping[str, Any] | None) -> list[str] | None:
    """field, value, field, value, ...; there may be several values to a field."""
    if given is None:
        return None
    return [text for name, values in given.items()
            for value in _texts(values) or () for text in (name, value)]


class Workbook:
    """A workbook being written; put in its place when its `with` ends well, else not at all.

        with bina.Workbook("usaha.xlsx", language="id") as book:
            book.add_text("Petunjuk", ["Cara mengisi", "Isi kolom kuning."])
            book.add("Usaha", reg.enterprises.where(workers__ge=5), editable=["status"])

    Texts stay texts (a NIK, too, and whatever begins with "="); numbers, amounts and days are typed;
    codes are labels with a drop-down. The same content gives the same bytes.
    """

    def __init__(self, path: str | os.PathLike[str], *, language: str = "en",
                 title: str | None = None, author: str | None = None,
                 created: datetime.datetime | None = None) -> None:
        self._language = language_number(language)
        self._book: Any = _native.workbook_open(os.fspath(path))
        self._book.describe(title, author,
                            0 if created is None else round(created.timestamp() * 1000))

    def add(self, name: str, rows: Any, *, titles: Iterable[str] | str | None = None,
            columns: Iterable[str] | None = None, headers: Mapping[str, str] | None = None,
            choices: Mapping[str, Iterable[str]] | None = None,
            editable: Iterable[str] | None = None, names: bool = False, hidden: bool = False,
            most_rows: int = 0) -> None:
        """Adds a sheet of rows: a view, a data frame, or a list of dicts.

        `titles` stand above the header; `columns` are the fields to write, in order; `headers` calls
        some otherwise than their labels (`names`: all by the fields' names); `choices` gives fields
        drop-downs; with `editable` all other cells are locked. A sheet takes `most_rows`, the rest
        goes on another.
        """
        lock = rows._lock if isinstance(rows, View) else contextlib.nullcontext()
        cursor = cursor_of(rows)
        with lock:
            _native.workbook_add(self._open(), name, cursor, self._language, _texts(titles),
                                 _texts(columns), _pairs(headers), _pairs(choices),
                                 _texts(editable), names, hidden, most_rows)

    def add_text(self, name: str, lines: Iterable[str] | str) -> None:
        """Adds a sheet of text, such as instructions; the first line is its heading."""
        _native.workbook_add_text(self._open(), name, _texts(lines) or [])

    def close(self) -> None:
        """Puts the file in its place."""
        book, self._book = self._open(), None
        _native.workbook_close(book)

    def _open(self) -> Any:
        if self._book is None:
            raise ValueError("the workbook is closed")
        return self._book

    def __enter__(self) -> Workbook:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        if kind is None and self._book is not None:
            self.close()
        elif self._book is not None:
            book, self._book = self._book, None
            _native.workbook_free(book)
