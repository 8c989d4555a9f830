"""The exceptions: one class a status, made from the library's own list at import.

`errors.pyi` is printed from the same list.
"""

from __future__ import annotations

import builtins

from . import _native
from ._error import Error

# Which of Python's own exceptions a status also is, so that `except KeyError` works.
_ALSO: dict[str, type[Exception]] = {
    "ERR_NO_MEMORY": builtins.MemoryError,
    "ERR_NOT_FOUND": builtins.KeyError,
    "ERR_INVALID": builtins.ValueError,
    "ERR_TYPE": builtins.TypeError,
    "ERR_REFERENCE": builtins.LookupError,
    "ERR_DUPLICATE": builtins.ValueError,
    "ERR_BUSY": builtins.TimeoutError,
    "ERR_IO": builtins.OSError,
    "ERR_SYNTAX": builtins.ValueError,
    "ERR_USAGE": builtins.ValueError,
    "ERR_UNSUPPORTED": builtins.NotImplementedError,
    "ERR_DENIED": builtins.PermissionError,
}


def class_name(status_name: str) -> str:
    """ERR_NOT_FOUND -> NotFoundError."""
    return "".join(word.capitalize() for word in status_name.split("_")[1:]) + "Error"


def _class(code: int, name: str) -> type[Error]:
    bases: tuple[type, ...] = (Error, _ALSO[name]) if name in _ALSO else (Error,)
    text = _native.status_text(code, _native.ENGLISH)
    return type(class_name(name), bases, {
        "code": code, "name": name, "__module__": "bina",
        "__doc__": f"{text[0].upper()}{text[1:]}. (*{_native.status_text(code, _native.INDONESIAN)}*)",
    })


BY_CODE: dict[int, type[Error]] = {}
_n = 0
while (_code := _native.status_at(_n)) is not None:
    if _code < 0:
        BY_CODE[_code] = _class(_code, _native.status_name(_code))
    _n += 1
globals().update({cls.__name__: cls for cls in BY_CODE.values()})
__all__ = ["Error", *(cls.__name__ for cls in BY_CODE.values())]


def _make(status: int, severity: int, message: str, pesan: str, kind: str | None, field: str | None,
          rule: str | None, file: str | None, sheet: str | None, line: int, column: int) -> Error:
    error = BY_CODE.get(status, Error)(message, pesan, kind=kind, field=field, rule=rule, file=file,
                                       sheet=sheet, line=line or None, column=column or None)
    error.code = status
    if severity == _native.SEVERITY_WARNING:
        error.severity = "warning"
    return error


_native.set_error_maker(_make)
