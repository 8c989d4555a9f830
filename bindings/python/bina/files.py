"""CSV files in, with what was wrong in them."""

from __future__ import annotations

import os
from typing import Any

from . import _native
from ._sources import csv_cursor
from .row import Row
from .view import View


class CsvFile(View[Row]):
    """A CSV file as rows of text, as written. Each reading opens it anew."""

    def __init__(self, path: str | os.PathLike[str] | bytes, **options: Any) -> None:
        self._open = lambda faults=None: csv_cursor(path, faults=faults, **options)
        super().__init__(self._open, title="CSV" if isinstance(path, bytes) else os.fspath(path))

    @property
    def faults(self) -> View[Row]:
        """What is wrong in the file: rows with severity, file, line, column, field, rule, message
        and pesan. Reads the file to its end."""
        faults = _native.Faults(0)
        cursor = self._open(faults)
        while cursor.next_columns() is not None:
            pass
        return View(faults.cursor, title="faults")


def read_csv(path: str | os.PathLike[str] | bytes, *, delimiter: str | None = None,
             encoding: str | None = None, skip: int = 0, header: bool = True, name: str = "row",
             line_column: str | None = None) -> CsvFile:
    """A CSV file (its path, or its bytes) as rows. Delimiter, byte-order mark and encoding are found out unless given.

    `skip` lines above the header are passed over; without `header` the columns are called
    "column 1", "column 2", ...; `line_column` adds a column with each row's line in the file.
    What is wrong in the file is in `.faults`; it never stops the reading.
    """
    return CsvFile(path, delimiter=delimiter, encoding=encoding, skip=skip, header=header,
                   name=name, line_column=line_column)
