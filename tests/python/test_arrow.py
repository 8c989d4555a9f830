"""__arrow_c_stream__: views are Arrow tables for whoever speaks Arrow."""

import ctypes
import datetime
import sys

import pytest

import bina
from test_leaks import grows


@pytest.fixture
def reg():
    with bina.open(":memory:", actor="Petugas") as register:
        register.persons.add(name="Inaq Sari", born="1980-01-02", sex="female")
        register.persons.add(name="Amaq Toni")
        yield register


def capsule_name(capsule):
    get = ctypes.pythonapi.PyCapsule_GetName
    get.restype, get.argtypes = ctypes.c_char_p, [ctypes.py_object]
    return get(capsule)


def test_the_capsule_has_the_name_consumers_look_for(reg):
    assert capsule_name(reg.persons.__arrow_c_stream__()) == b"arrow_array_stream"
    assert capsule_name(bina.read_csv(b"a,b\n1,2\n").__arrow_c_stream__(None)) == b"arrow_array_stream"


def test_streams_that_nobody_takes_keep_nothing(reg):
    csv = bina.read_csv(b"nama,desa\n" + b"Tenun,Loyok\n" * 100)
    assert grows(lambda: (reg.persons.__arrow_c_stream__(), csv.__arrow_c_stream__()), 2_000) < 500_000


def test_pyarrow_reads_a_table(reg):
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table(reg.persons.order_by("name"))
    assert table.column_names == reg.persons.columns
    rows = table.select(["name", "born", "sex", "id"]).to_pylist()
    assert rows[1] == {"name": "Inaq Sari", "born": datetime.date(1980, 1, 2), "sex": "female",
                       "id": reg.persons.where(name="Inaq Sari").first().id}
    assert rows[0]["born"] is None
    made = pyarrow.table(reg.commits)["made"][0].as_py()
    assert made == reg.commits.first().made and made.tzinfo is not None
    table.validate(full=True)


def test_a_stream_outlives_its_register():
    pyarrow = pytest.importorskip("pyarrow")
    reg = bina.open(":memory:")
    reg.enterprises.add_many([{"workers": n} for n in range(10_000)])
    reader = pyarrow.RecordBatchReader.from_stream(reg.enterprises)
    reg.close()
    table = reader.read_all()
    assert table.num_rows == 10_000 and sum(table["workers"].to_pylist()) == 49_995_000


def test_polars_reads_a_table(reg):
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(reg.persons)
    assert frame["name"].to_list() == ["Inaq Sari", "Amaq Toni"]


def test_a_pandas_frame_is_the_same_with_and_without_pyarrow(monkeypatch):
    """A frame goes through Arrow where it can, for speed; what arrives must not depend on it."""
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    from bina import _sources
    frame = pandas.DataFrame({
        "nama": ["Inaq Sari", None, "Amaq Toni"], "umur": [40, 41, 42], "omzet": [1.5, None, 2.0],
        "aktif": [True, False, True], "kosong": [None, None, None], "tanpa": [float("nan")] * 3,
        "lahir": pandas.to_datetime(["1980-01-02 13:30", None, "1931-05-06 00:00"]),
        "desa": pandas.Categorical(["Loyok", "Loyok", None]), 7: ["a", "b", "c"],
        "jumlah": pandas.array([3, None, 5], "Int64"),
        "hari": [datetime.date(2021, 1, 2), None, None]}, index=[9, 9, 4])
    mixed = pandas.DataFrame({"telepon": ["0812", 813, None], "ya": [True, 2, 3.5]})
    aware = pandas.DataFrame({"dicatat": pandas.to_datetime(["2021-01-02 03:04:05"], utc=True)})
    twice = pandas.DataFrame([[1, 2]], columns=["a", "b"])
    empty = frame.iloc[:0]
    everything = [frame, mixed, aware, twice, empty]
    assert _sources._arrow_table(frame) is not None and _sources._arrow_table(mixed) is None

    def read():
        views = [bina.View(lambda given=given: _sources.cursor_of(given), title="rows")
                 for given in everything]
        return [(view.columns, [row.asdict() for row in view]) for view in views]

    through_arrow = read()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert _sources._arrow_table(frame) is None
    assert through_arrow == read()
    assert through_arrow[0][1][0]["lahir"] == datetime.date(1980, 1, 2)
