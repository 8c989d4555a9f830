"""No binding call keeps memory: each is called many times, and the process must not have grown.

tracemalloc does not see what C allocates, so the resident size is measured.
"""

import gc
import os

import pytest

import bina
from bina import _native, reference

PAGE = os.sysconf("SC_PAGE_SIZE")
SHOP = bina.Enterprise(name="Tenun Ikat Lestari", region="52.03.05.2001", workers=12)
DESCRIPTION = _native.kind_description(_native.kind_find("enterprise"))


def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * PAGE


def grows(call, times):
    """Bytes by which the process grew in the second of two equal rounds."""
    for _ in range(times):
        call()
    gc.collect()
    before = resident()
    for _ in range(times):
        call()
    gc.collect()
    return resident() - before


def refused(call):
    def caught():
        try:
            call()
        except bina.Error as error:
            return error
        raise AssertionError("nothing was raised")
    return caught


def rows_cursor():
    rows = _native.Rows(DESCRIPTION)
    for _ in range(3):
        rows.add(SHOP._record)
    return _native.rows_to_cursor(rows)


def run_time_description():
    description = _native.Description("row", "doc")
    description.add_field("a", _native.TYPE_TEXT, None, None, 0)
    _native.Record(description).set(0, "text")
    return description


def masked_assignment():
    SHOP.name = "N" * 1000  # 300,000 of these lost 292 MiB in a first sketch
    SHOP.name = None


CALLS = {
    "make a record": lambda: bina.Enterprise(name="x" * 200, workers=3),
    "set a text": masked_assignment,
    "read fields": lambda: (SHOP.name, SHOP.workers, SHOP.sentra),
    "asdict": SHOP.asdict,
    "copy": SHOP.copy,
    "repr": lambda: repr(SHOP),
    "refuse a type": refused(lambda: bina.Enterprise(workers="x")),
    "refuse a day": refused(lambda: bina.Person(born="1980-02-30")),
    "refuse a field": refused(lambda: bina.Enterprise(nmae="x")),
    "no such field slot": lambda: pytest.raises(IndexError, DESCRIPTION.field_name, 1000),
    "describe": lambda: (DESCRIPTION.doc(), DESCRIPTION.field_doc(3), DESCRIPTION.field_range(15),
                         _native.kind_description(_native.kind_find("persons"))),
    "describe at run time": run_time_description,
    "rows to cursor, read": lambda: [_native.Cursor.next(c) for c in [rows_cursor()]],
    "rows to cursor, not read": rows_cursor,
    "columns": lambda: rows_cursor().next_columns(),
    "rows not used": lambda: _native.Rows(DESCRIPTION).add(SHOP._record),
    "check": lambda: bina.check("nik", "5203014101800001").facts.born,
    "check, complaints": lambda: bina.check("nik", "52").complaints,
    "check, no such": refused(lambda: bina.check("passport", "x")),
    "codes": lambda: (_native.codes_word("sex", 0), _native.codes_label("sex", "female", 1)),
    "file not there": refused(lambda: bina.read_csv("/nonexistent/a.csv").first()),
    "faults": lambda: _native.Faults(0).cursor(),
    "settings": lambda: bina.linking.linkage_settings({"options": {"link": 0.9},
                                                "comparisons": [{"field": "a"}]}),
    "settings refused": refused(lambda: bina.linking.linkage_settings({"options": {"profile": "x"}})),
    "linkage not run": lambda: _native.Linkage(None),
    "similarity": lambda: bina.similarity.Texts(["made", "wayan"]).osa("made"),
}


def register_calls(reg):
    """Calls on a register that leave it as large as it was."""
    shops = reg.enterprises
    first = shops.add(name="Tenun Ikat Lestari", region="52.03.05.2001", workers=3)
    shops.add_many([{"name": f"Usaha {n}", "workers": n} for n in range(20)])

    def rolled_back():
        with pytest.raises(ZeroDivisionError), reg.transaction("why"):
            shops.add(name="x" * 200)
            raise ZeroDivisionError

    def half_read():
        rows = iter(shops)
        return next(rows)

    return {
        "get": lambda: shops[first.id].name,
        "get by number": lambda: shops[first.number].name,
        "get what is not there": lambda: shops.get(12345),
        "query": lambda: shops.where(workers__ge=3, name__prefix="U", workers__in=[3, 4])
        .order_by("-name").limit(3).to_list(),
        "query, columns": lambda: shops.where(workers__ge=3)._cursor().next_columns(),
        "query, half read": half_read,
        "query, any, as of": lambda: shops.where_any({"workers": 3}, {"name": "x"})
        .as_of("2020-01-01").count(),
        "query refused": refused(lambda: shops.where(workers="x").count()),
        "query refused, in": refused(lambda: shops.where(workers__in=[1, "x"]).count()),
        "add refused": refused(lambda: reg.persons.add(sex="female")),
        "update refused": refused(lambda: shops.update(first.id, revision=99, name="x")),
        "rolled back": rolled_back,
        "history, dated": lambda: (shops.history(first).to_list(),
                                   shops.dated(first, "workers").to_list()),
        "report": lambda: reg.report("lists").to_list(),
        "card, written out": lambda: reg.card(first).html,
        "statement, a draft": lambda: str(reg.statement(office="Dinas")),
        "no such statement": refused(lambda: reg.statement("1")),
        "no such report": refused(lambda: reg.report("horoscope")),
        "describe": lambda: (reg.office, reg.number, reg.now, reg.last_commit),
        "not opened": refused(lambda: bina.open("/nonexistent/a.db")),
        "regions": lambda: (reference.region("52.03").name, reference.find(village="Loyok",
                            regency="Lombok Timur").first(), reference.to_bps("52.03")),
        "no such region": refused(lambda: reference.region("99")),
        "industries": lambda: reference.industries("13").to_list(),
    }


# Those that take longer than a tenth of a millisecond.
SLOW = {"query": 2_000, "query, half read": 2_000, "rolled back": 1_000, "history, dated": 1_000,
        "report": 500, "not opened": 2_000, "regions": 1_000, "no such region": 1_000,
        "industries": 500, "add refused": 2_000, "card, written out": 100, "statement, a draft": 100,
        "no such statement": 1_000}


@pytest.fixture(scope="module")
def register():
    with bina.open(":memory:", actor="Petugas") as reg:
        yield register_calls(reg)


def test_register_calls_keep_nothing(register):
    kept = {name: grows(call, SLOW.get(name, 5_000)) for name, call in register.items()}
    assert {name: size for name, size in kept.items() if size >= 500_000} == {}


def test_opening_and_closing_keep_nothing():
    def call():
        reg = bina.open(":memory:", office="52.03/1", actor="Petugas")
        reg.enterprises.add(name="Tenun")
        rows = iter(reg.enterprises)
        reg.close()
        return next(rows)

    assert grows(call, 150) < 3_000_000


@pytest.mark.parametrize("name", CALLS)
def test_calls_keep_nothing(name):
    # 20,000 times a lost object of 75 bytes would show.
    assert grows(CALLS[name], 20_000) < 1_500_000


def test_files_keep_nothing(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("nama,desa\n" + "Tenun Sari,Loyok\n" * 20 + "x,y,z\n")

    def call():
        file = bina.read_csv(path)
        file.to_list(), file.faults.to_list(), next(iter(file))
        file.write_csv(tmp_path / "out.csv")

    assert grows(call, 500) < 1_500_000


def test_workbooks_keep_nothing(tmp_path):
    rows = [{"nama": "Tenun Sari", "omzet": 1500000}] * 3
    many = [f"Desa nomor {n}" for n in range(40)]

    def call():
        with bina.Workbook(tmp_path / "a.xlsx", title="a") as book:
            book.add_text("a", ["b", "c"])
            book.add("d", rows, titles="e", choices={"nama": many}, headers={"nama": "f"},
                     editable=["nama"])
        left = bina.Workbook(tmp_path / "a.xlsx")
        left.add("g", rows)
        del left

    assert grows(call, 60) < 1_500_000
    assert len(os.listdir("/proc/self/fd")) < 100, "files are closed"


def test_linking_keeps_nothing():
    rows = [{"nama": f"Tenun {n % 7}", "desa": f"Desa {n % 5}"} for n in range(40)]

    def call():
        result = bina.link(a=rows, b=rows)
        result.pairs.first(), result.entities.to_list(), result.settings
        result.explain("a", 1, "b", 1).to_list()

    assert grows(call, 100) < 3_000_000
