"""Mappings: how the columns of somebody's list become the fields of a kind."""

from __future__ import annotations

import datetime
import os
from typing import Any

from . import _native
from ._sources import cursor_of, list_cursor
from .kinds import BY_NUMBER, Kind
from .row import Row
from .view import View, with_faults


class Mapping:
    """Which column means which field. Read it from YAML, or let it be guessed, write it, correct
    it, and use it from then on."""

    def __init__(self, mapping: Any) -> None:
        self._mapping = mapping

    @property
    def kind(self) -> type[Kind]:
        """What its records are."""
        return BY_NUMBER[self._mapping.description().kind()]

    @property
    def columns(self) -> dict[str, str | None]:
        """The (first) column of every field it fills; None for a constant."""
        description, n = self._mapping.description(), 0
        found: dict[str, str | None] = {}
        while (pair := self._mapping.at(n)) is not None:
            found[description.field_name(pair[0])] = pair[1]
            n += 1
        return found

    def write(self, path: str | os.PathLike[str]) -> None:
        """Writes it as YAML that reads back the same."""
        _native.mapping_write(self._mapping, os.fspath(path))

    def __repr__(self) -> str:
        pairs = ", ".join(f"{field}={column!r}" for field, column in self.columns.items())
        return f"<bina mapping to {self.kind.__name__}: {pairs}>"


class MappedFile(View[Kind]):
    """The records of a list. Each reading reads the list anew."""

    def __init__(self, source: Any, mapping: Mapping, strict: bool,
                 today: datetime.date | str | None) -> None:
        def open_cursor(faults: Any = None) -> Any:
            file = None
            if isinstance(source, (str, os.PathLike)):
                file = os.fspath(source)
                rows = list_cursor(file, places=True, faults=faults)
            else:
                rows = cursor_of(source)
            return _native.map_rows(mapping._mapping, rows, file, faults, strict, today)

        self._open = open_cursor
        super().__init__(open_cursor, title=mapping.kind._description.plural())

    @property
    def faults(self) -> View[Row]:
        """What is wrong in the list: rows with severity, file, sheet, line, column, field, rule, message
        and pesan. Reads the list to its end."""
        faults = _native.Faults(0)
        cursor = self._open(faults)
        while cursor.next_columns() is not None:
            pass
        return View(faults.cursor, title="faults")


def read_mapping(path: str | os.PathLike[str] | bytes, kind: type[Kind] | None = None) -> Mapping:
    """A mapping from a YAML file, or from its bytes. The exception of a file with faults has them
    all in `.faults`."""
    target = None if kind is None else kind._description
    if isinstance(path, bytes):
        return Mapping(with_faults(_native.mapping_read_bytes, path, target))
    return Mapping(with_faults(_native.mapping_read, os.fspath(path), target))


def guess_mapping(source: Any, kind: type[Kind]) -> Mapping:
    """A guess from the headers, in Indonesian or English, and the first values of a workbook or CSV
    file, a data frame, a view, or a list of dicts."""
    return Mapping(_native.mapping_guess(kind._description, cursor_of(source, places=True)))


def map_rows(source: Any, mapping: Mapping, *, strict: bool = False,
             today: datetime.date | str | None = None) -> MappedFile:
    """The rows of a workbook or CSV file, a data frame, a view or a list of dicts as records of a kind. A fault
    leaves its field unset and the row goes on; with `strict` the row is refused."""
    return MappedFile(source, mapping, strict, today)
