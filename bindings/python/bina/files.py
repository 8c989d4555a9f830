"""Workbooks, CSV and YAML files in, with what was wrong in them; YAML out."""

from __future__ import annotations

import os
from typing import Any, Callable, Iterable, Iterator

from . import _native
from ._sources import csv_cursor, list_cursor
from .kinds import Kind, wrap
from .row import Row
from .view import View, with_faults


class _File(View[Row]):
    """A file as rows of text. Each reading opens it anew."""

    def __init__(self, path: str | os.PathLike[str] | bytes, open_file: Callable[..., Any],
                 title: str, **options: Any) -> None:
        def open_cursor(faults: Any = None) -> Any:
            return open_file(path, faults=faults, **options)

        self._open = open_cursor
        super().__init__(open_cursor, title=title if isinstance(path, bytes) else os.fspath(path))

    @property
    def faults(self) -> View[Row]:
        """What is wrong in the file: rows with severity, file, sheet, line, column, field, rule,
        message and pesan. Reads the file to its end."""
        faults = _native.Faults(0)
        cursor = self._open(faults)
        while cursor.next_columns() is not None:
            pass
        return View(faults.cursor, title="faults")


class CsvFile(_File):
    """A CSV file as rows of text, as written."""


class ListFile(_File):
    """The table of a list, in a workbook or CSV file, as rows of text."""


def read_csv(path: str | os.PathLike[str] | bytes, *, delimiter: str | None = None,
             encoding: str | None = None, skip: int = 0, header: bool = True, name: str = "row",
             line_column: str | None = None, extra_column: str | None = None) -> CsvFile:
    """A CSV file (its path, or its bytes) as rows. Delimiter, byte-order mark and encoding are found out unless given.

    `skip` lines above the header are passed over; without `header` the columns are called
    "column 1", "column 2", ...; `line_column` adds a column with each row's line in the file,
    `extra_column` one with what a row has beyond the header's columns.
    What is wrong in the file is in `.faults`; it never stops the reading.
    """
    return CsvFile(path, csv_cursor, "CSV", delimiter=delimiter, encoding=encoding, skip=skip, header=header,
                   name=name, line_column=line_column, extra_column=extra_column)


def read_list(path: str | os.PathLike[str] | bytes, *, sheet: str | None = None,
              places: bool = False, delimiter: str | None = None, encoding: str | None = None,
              skip: int = 0, name: str = "row", row_column: str | None = None) -> ListFile:
    """The table of a list as an office keeps it, in a workbook (.xlsx) or CSV file (its path, or its
    bytes): titles, header rows, rows that number the columns, totals, remarks and signatures are
    told from data and passed over, which `.faults` tells.

        bina.read_list("disperin.xlsx").to_pandas()

    The sheets that hold the same table are one list; `sheet` names the only one to read. `places`
    adds what a mapping may ask for: "#line", "#sheet", "#section" (the heading above) and
    "#village", "#district", "#regency", where a heading, the sheet's name or the title tells them.
    `row_column` adds a column with each row's number below the header, those passed over counted.
    """
    return ListFile(path, list_cursor, "list", sheet=sheet, places=places, delimiter=delimiter,
                    encoding=encoding, skip=skip, name=name, row_column=row_column)


class YamlFile:
    """What a YAML file holds: records of several kinds, some within others."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def __len__(self) -> int:
        return int(self._document.count())

    def __getitem__(self, n: int) -> Row:
        record = self._document.record(n if n >= 0 else n + len(self))
        if record is None:
            raise IndexError("there is no such record in the file")
        return wrap(record)

    def __iter__(self) -> Iterator[Row]:
        return (self[n] for n in range(len(self)))

    def parent(self, n: int) -> int | None:
        """The number of the record that the n-th stands within."""
        number = int(self._document.parent(n))
        return None if number == _native.NO_RECORD else number

    def place(self, n: int, field: str | None = None) -> tuple[int, int]:
        """Line and column, from 1, where the n-th record or a field of it begins."""
        slot = -1 if field is None else self[n]._slot(field)
        return self._document.line(n, slot)  # type: ignore[no-any-return]

    @property
    def file(self) -> str | None:
        """The file it was read from."""
        return self._document.file()  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"<bina YAML file {self.file or ''}: {len(self)} records>"


def read_yaml(path: str | os.PathLike[str] | bytes,
              kinds: Iterable[type[Kind]] | None = None) -> YamlFile:
    """Reads records of these kinds (all, if not said) from a YAML file or its bytes, without
    storing them; `Register.load` stores them. The exception of a file with faults has them all in
    `.faults`."""
    descriptions = None if kinds is None else [kind._description for kind in kinds]
    if isinstance(path, bytes):
        return YamlFile(with_faults(_native.yaml_read_bytes, path, descriptions))
    return YamlFile(with_faults(_native.yaml_read, os.fspath(path), descriptions))


def write_yaml(rows: Iterable[Row], path: str | os.PathLike[str]) -> None:
    """Writes rows as YAML that reads back the same. What only the store sets is left out."""
    document = _native.Document()
    for row in rows:
        document.add(row._record, _native.NO_RECORD)
    _native.yaml_write(document, os.fspath(path))
