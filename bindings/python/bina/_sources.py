"""Whatever holds rows, as a cursor of the library: files, frames, lists of dicts, views."""

from __future__ import annotations

import datetime
import numbers
import os
from typing import Any, Iterable, Mapping

from . import _native
from .errors import UsageError
from .row import Row
from .view import View

_ENCODINGS = {
    None: _native.ENCODING_FIND, "utf-8": _native.ENCODING_UTF_8,
    "windows-1252": _native.ENCODING_WINDOWS_1252, "utf-16-le": _native.ENCODING_UTF_16_LE,
    "utf-16-be": _native.ENCODING_UTF_16_BE,
}


def usage(message: str, pesan: str) -> Exception:
    return UsageError(message, pesan)


def _encoding(encoding: str | None) -> Any:
    if encoding not in _ENCODINGS:
        raise usage(f"encoding must be one of {', '.join(str(e) for e in _ENCODINGS)}",
                    f"encoding harus salah satu dari {', '.join(str(e) for e in _ENCODINGS)}")
    return _ENCODINGS[encoding]


def csv_cursor(path: str | os.PathLike[str] | bytes, delimiter: str | None = None,
               encoding: str | None = None, skip: int = 0, header: bool = True, name: str = "row",
               line_column: str | None = None, extra_column: str | None = None,
               faults: Any = None) -> Any:
    options = (delimiter, _encoding(encoding), skip, header, name, line_column, extra_column,
               faults)
    if isinstance(path, bytes):
        return _native.read_csv_bytes(path, *options)
    return _native.read_csv(os.fspath(path), *options)


def list_cursor(path: str | os.PathLike[str] | bytes, sheet: str | None = None,
                places: bool = False, delimiter: str | None = None, encoding: str | None = None,
                skip: int = 0, name: str = "row", row_column: str | None = None,
                faults: Any = None) -> Any:
    """A cursor over the table in a workbook or CSV file."""
    options = (sheet, places, delimiter, _encoding(encoding), skip, name, row_column, faults)
    if isinstance(path, bytes):
        return _native.read_list_bytes(path, *options)
    return _native.read_list(os.fspath(path), *options)


def _type_of(values: Iterable[Any]) -> int:
    """The one type that holds all values of a column; text when they differ."""
    found = set()
    for value in values:
        if value is None:
            continue
        if isinstance(value, bool):
            found.add(_native.TYPE_BOOL)
        elif isinstance(value, numbers.Integral):
            found.add(_native.TYPE_INT)
        elif isinstance(value, numbers.Real):
            found.add(_native.TYPE_REAL)
        elif isinstance(value, datetime.datetime):
            found.add(_native.TYPE_TIME if value.tzinfo else _native.TYPE_DATE)
        elif isinstance(value, datetime.date):
            found.add(_native.TYPE_DATE)
        else:
            return int(_native.TYPE_TEXT)
    if found == {_native.TYPE_INT, _native.TYPE_REAL}:
        return int(_native.TYPE_REAL)
    return int(found.pop()) if len(found) == 1 else int(_native.TYPE_TEXT)


def rows_cursor(records: Iterable[Any]) -> Any:
    """A cursor over native records of one description."""
    rows = None
    for record in records:
        if rows is None:
            rows = _native.Rows(record.description())
        rows.add(record)
    if rows is None:
        return None
    return _native.rows_to_cursor(rows)


def _columns_cursor(names: list[str], columns: list[list[Any]], count: int) -> Any:
    description = _native.Description("row", "")
    types = [_type_of(column) for column in columns]
    for name, kind in zip(names, types):
        description.add_field(str(name), kind, None, None, 0)
    rows = _native.Rows(description)
    record = _native.Record(description)
    text = _native.TYPE_TEXT
    for values in zip(*columns) if columns else [()] * count:  # rows that say nothing are rows, too
        record.clear()
        for slot, value in enumerate(values):
            if types[slot] == _native.TYPE_DATE and isinstance(value, datetime.datetime):
                value = value.date()
            if value is not None:
                record.set(slot, str(value) if types[slot] == text else value)
        rows.add(record)
    return _native.rows_to_cursor(rows)


def _none_if_missing(value: Any) -> Any:
    # NaN, NaT and pandas.NA are not equal to themselves (or will not say).
    try:
        return value if value == value else None
    except (TypeError, ValueError):
        return None


def _arrow_table(frame: Any) -> Any:
    """A pandas frame as an Arrow table with the types that its rows would be given one by one; None
    where that cannot be: no pyarrow, a column of mixed types, a type that Arrow names otherwise."""
    try:
        import pyarrow
        from pyarrow import types
        table = pyarrow.Table.from_pandas(frame.reset_index(drop=True), preserve_index=False)
        columns = []
        for column in table.columns:
            if types.is_dictionary(column.type):  # a categorical column
                column = column.cast(column.type.value_type)
            if column.null_count == len(column):
                column = column.cast(pyarrow.string())
            elif types.is_timestamp(column.type) and column.type.tz is None:
                column = column.cast(pyarrow.date32())
            kind = column.type
            if not (types.is_string(kind) or types.is_large_string(kind) or types.is_boolean(kind)
                    or types.is_signed_integer(kind) or types.is_float32(kind)
                    or types.is_float64(kind) or types.is_date32(kind)):
                return None
            columns.append(column)
        return pyarrow.table(columns, names=[str(name) for name in frame.columns])
    except Exception:  # pyarrow has its own errors, and they are no reason to refuse the frame
        return None


def _frame_cursor(frame: Any) -> Any:
    names = [str(name) for name in frame.columns]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise usage(f"two columns of the frame are called {twice!r}; rename one",
                    f"dua kolom data frame bernama {twice!r}; ganti nama salah satunya")
    table = _arrow_table(frame)
    if table is not None and hasattr(table, "__arrow_c_stream__"):
        return _native.arrow_cursor(table.__arrow_c_stream__())
    columns = [[_none_if_missing(value) for value in frame.iloc[:, n].tolist()]
               for n in range(len(names))]
    return _columns_cursor(names, columns, len(frame))


def cursor_of(source: Any, places: bool = False, row_column: str | None = None) -> Any:
    """A cursor over the rows of a list's path (a workbook or CSV), a view, a data frame, or any
    iterable of dicts or rows. `places`: of a path, with "#line", "#sheet" and the like;
    `row_column`: of a path, with each row's number below the header."""
    if isinstance(source, (str, os.PathLike)):
        return list_cursor(source, places=places, row_column=row_column)
    if isinstance(source, View):
        return source._cursor()
    if hasattr(source, "collect") and hasattr(source, "collect_schema"):  # a polars plan
        source = source.collect()
    if hasattr(source, "iloc") and hasattr(source, "columns"):
        return _frame_cursor(source)
    if hasattr(source, "__arrow_c_stream__"):  # polars, DuckDB, pyarrow and others
        return _native.arrow_cursor(source.__arrow_c_stream__())
    if isinstance(source, (bytes, Mapping)) or not hasattr(source, "__iter__"):
        raise usage("rows come as a path, a view, a data frame, or a list of dicts; not as "
                    f"{type(source).__name__}",
                    "baris diberikan sebagai berkas, view, data frame, atau daftar dict; bukan "
                    f"{type(source).__name__}")
    rows = list(source)
    if rows and all(isinstance(row, Row) for row in rows):
        return rows_cursor(row._record for row in rows)
    names: dict[str, None] = {}
    for row in rows:
        if not isinstance(row, (Mapping, Row)):
            raise usage(f"a row must be a dict, not {type(row).__name__}; files are given one by "
                        "one, a column as a frame of it",
                        f"baris harus dict, bukan {type(row).__name__}; berkas diberikan satu per "
                        "satu, kolom sebagai data frame")
        names.update(dict.fromkeys(row.keys()))
    plain = [dict(row) for row in rows]
    return _columns_cursor([str(name) for name in names],
                           [[_none_if_missing(row.get(name)) for row in plain] for name in names],
                           len(plain))
