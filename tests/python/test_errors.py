"""Exceptions are made from the library's list of statuses; each is also the Python one people expect."""

import pickle

import pytest

import bina
from bina import _native, errors


def test_every_status_has_its_exception():
    n = codes = 0
    while (code := _native.status_at(n)) is not None:
        n += 1
        if code < 0:
            codes += 1
            cls = errors.BY_CODE[code]
            assert issubclass(cls, bina.Error) and cls.code == code
            assert getattr(bina, cls.__name__) is cls
            assert cls.name == _native.status_name(code)
    assert codes == len(errors.BY_CODE) >= 17


@pytest.mark.parametrize("name, base", [
    ("NotFoundError", KeyError), ("TypeError", TypeError), ("InvalidError", ValueError),
    ("IoError", OSError), ("NoMemoryError", MemoryError), ("BusyError", TimeoutError),
    ("DeniedError", PermissionError),
])
def test_python_knows_them_too(name, base):
    assert issubclass(getattr(bina, name), base)


def test_star_import_leaves_pythons_names_alone():
    scope = {}
    exec("from bina import *", scope)
    assert "Enterprise" in scope and "NotFoundError" in scope
    assert "TypeError" not in scope and "SyntaxError" not in scope


def test_an_error_speaks_both_languages_and_names_its_place():
    error = bina.IoError("cannot be read", "tidak terbaca", file="a.csv", line=3, column=2)
    assert str(error) == "a.csv:3:2: cannot be read"
    assert error.pesan == "tidak terbaca"
    assert str(bina.NotFoundError()) == "there is no such record"  # not KeyError's quotes


def test_exceptions_from_the_library_carry_everything(tmp_path):
    with pytest.raises(OSError) as caught:
        bina.read_csv(tmp_path / "missing.csv").first()
    assert caught.value.code == -10 and caught.value.name == "ERR_IO"
    assert caught.value.file.endswith("missing.csv")
    assert caught.value.message != caught.value.pesan


def test_pickle_is_refused_rather_than_broken():
    with pytest.raises(Exception):
        pickle.dumps(bina.Enterprise(name="x"))


def test_what_was_handed_over_cannot_be_handed_over_again():
    """The library would let go of the same memory twice."""
    rows = _native.Rows(_native.kind_description(_native.kind_find("enterprise")))
    cursor = _native.rows_to_cursor(rows)
    with pytest.raises(bina.UsageError):
        _native.rows_to_cursor(rows)
    with pytest.raises(TypeError):
        _native.rows_to_cursor(cursor)
