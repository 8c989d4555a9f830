"""Batches of columns into data frames. pandas is used where it is there, and never required."""

from __future__ import annotations

from typing import Any, ContextManager

from . import _native
from .errors import UnsupportedError


def _pandas() -> Any:
    try:
        import pandas
    except ImportError:
        raise UnsupportedError(
            "pandas is not installed: pip install pandas, or read the rows with a loop",
            "pandas belum terpasang: pip install pandas, atau baca baris dengan perulangan"
        ) from None
    return pandas


def _batches(cursor: Any, lock: ContextManager[Any]) -> list[tuple[int, list[Any]]]:
    batches: list[tuple[int, list[Any]]] = []
    while True:
        with lock:
            batch = cursor.next_columns()
        if batch is None:
            return batches
        batches.append(batch)


def _missing(numpy: Any, parts: list[tuple[int, Any]]) -> Any:
    masks = [numpy.zeros(rows, bool) if bits is None else
             numpy.unpackbits(numpy.frombuffer(bits, "uint8"), bitorder="little")[:rows] == 0
             for rows, bits in parts]
    return numpy.concatenate(masks) if masks else numpy.zeros(0, bool)


def _series(pandas: Any, numpy: Any, kind: int, parts: list[tuple[int, Any, Any]]) -> Any:
    if kind in (_native.TYPE_TEXT, _native.TYPE_CODE):
        return pandas.Series([text for _, _, texts in parts for text in texts], dtype=object)
    dtype = "float64" if kind == _native.TYPE_REAL else "int64"
    values = numpy.concatenate([numpy.frombuffer(data, dtype) for _, _, data in parts]
                               or [numpy.zeros(0, dtype)])
    missing = _missing(numpy, [(rows, bits) for rows, bits, _ in parts])
    if kind == _native.TYPE_REAL:
        return pandas.Series(numpy.where(missing, numpy.nan, values))
    if kind == _native.TYPE_BOOL:
        return pandas.Series(pandas.arrays.BooleanArray(values.astype(bool), missing))
    if kind in (_native.TYPE_DATE, _native.TYPE_TIME):
        unit = "D" if kind == _native.TYPE_DATE else "ms"
        times = values.astype(f"datetime64[{unit}]")
        times[missing] = numpy.datetime64("NaT")
        series = pandas.Series(times)
        return series if kind == _native.TYPE_DATE else series.dt.tz_localize("UTC")
    return pandas.Series(pandas.arrays.IntegerArray(values, missing))


def to_pandas(cursor: Any, lock: ContextManager[Any]) -> Any:
    """All that is left in a cursor as a pandas.DataFrame."""
    pandas = _pandas()
    import numpy  # pandas brings it

    description = cursor.description()
    batches = _batches(cursor, lock)
    frame = {}
    for slot in range(description.count()):
        parts = [(rows, columns[slot][1], columns[slot][2]) for rows, columns in batches]
        frame[description.field_name(slot)] = _series(pandas, numpy, description.field_type(slot),
                                                      parts)
    return pandas.DataFrame(frame)
