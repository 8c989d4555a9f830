"""bina.open: records into one file and out again, asked for in a Python way."""

import datetime
import gc
import threading

import pytest

import bina

CLOCK = datetime.datetime(2020, 11, 9, 1, 0, tzinfo=datetime.timezone.utc)


@pytest.fixture
def reg(tmp_path):
    with bina.open(tmp_path / "lotim.db", office="52.03/1", actor="Petugas", store_number=7,
                   clock=CLOCK) as register:
        yield register


@pytest.fixture
def shops(reg):
    reg.enterprises.add_many([
        {"name": "Tenun Lestari", "region": "52.03.05.2001", "workers": 3, "status": "active"},
        {"name": "Bambu Jaya", "region": "52.03.06.2001", "workers": 8, "status": "active"},
        {"name": "Kerupuk Ikan", "region": "52.71.01.1001", "workers": 5, "status": "paused"},
        {"workers": 1, "region": "52.03.05.2002"},
    ])
    return reg.enterprises


def names(table):
    return [shop.name for shop in table]


def test_a_record_comes_back_as_it_went(reg):
    shop = reg.enterprises.add(name="Tenun Lestari", region="52.03.05.2001", workers=3,
                               sales=150_000_000, latitude=-8.5)
    assert shop.id > 0 and shop.number.startswith("E-") and shop.revision == 1
    again = reg.enterprises[shop.id]
    assert isinstance(again, bina.Enterprise) and again == reg.enterprises[shop.number]
    assert (again.name, again.workers, again.sales, again.latitude) == (
        "Tenun Lestari", 3, 150_000_000, -8.5)
    assert again.nib is None and again.is_set("nib"), "what was read is set, also to nothing"


def test_an_object_can_be_added(reg):
    person = bina.Person(name="Inaq Sari", born="1980-01-02", sex="female")
    assert reg.persons.add(person) is person
    assert reg.persons[person.id].born == datetime.date(1980, 1, 2)
    with pytest.raises(bina.UsageError):
        reg.enterprises.add(bina.Person(name="x"))
    with pytest.raises(bina.UsageError):
        reg.persons.add(person)  # it has an id already


def test_a_reference_takes_the_record_itself(reg):
    person = reg.persons.add(name="Inaq Sari")
    shop = reg.enterprises.add(name="Tenun")
    tie = reg.ownerships.add(party=person, enterprise=shop, role="owner")
    assert tie.party == person.id
    assert names(reg.enterprises.where(id=reg.ownerships.where(party=person).first().enterprise)) == [
        "Tenun"]
    with pytest.raises(bina.ReferenceError):
        reg.enterprises.remove(shop)
    with pytest.raises(LookupError):
        reg.ownerships.add(party=person.id + 1, enterprise=shop, role="owner")


def test_conditions(shops):
    assert names(shops.where(region__under="52.03", workers__ge=3).order_by("-workers")) == [
        "Bambu Jaya", "Tenun Lestari"]
    assert names(shops.where(name__prefix="T")) == ["Tenun Lestari"]
    assert names(shops.where(workers__in=[5, 8]).order_by("name")) == ["Bambu Jaya", "Kerupuk Ikan"]
    assert shops.where(workers__in=[]).count() == 0
    assert shops.where(name=None).count() == shops.where(name__null=True).count() == 1
    assert shops.where(name__ne=None).count() == shops.where(name__null=False).count() == 3
    assert shops.where(workers__gt=3, workers__lt=8).first().name == "Kerupuk Ikan"
    assert shops.where(workers__le=3).count() == 2 and shops.where(workers__ne=3).count() == 3
    assert shops.where_any({"workers": 8}, {"status": "paused", "workers__ge": 5}).count() == 2
    assert shops.where(name="'; drop table enterprises; --").first() is None


def test_tables_are_lazy_and_can_be_asked_again(shops):
    active = shops.where(status="active")
    assert len(active) == 2 and len(active.limit(1)) == 1 and active.count() == 2
    shops.add(name="Gerabah", status="active")
    assert len(active) == 3
    assert [s.name for s in active.order_by("name")[:2]] == ["Bambu Jaya", "Gerabah"]
    with pytest.raises(bina.UsageError):
        active[1:]
    assert active and not shops.where(workers=99)
    assert [s.name for s in shops.order_by("name").limit(2)] == [None, "Bambu Jaya"]


@pytest.mark.parametrize("condition, hint", [
    ({"wrokers": 3}, "workers"), ({"workers__gte": 3}, "ge"), ({"wrokers__ge": 3}, "workers"),
])
def test_a_misspelt_condition_is_refused_at_once(shops, condition, hint):
    with pytest.raises(bina.UsageError, match=f"did you mean '{hint}'"):
        shops.where(**condition)


def test_a_condition_of_the_wrong_type_is_refused(shops):
    with pytest.raises(bina.TypeError) as caught:
        shops.where(workers="three").count()
    assert caught.value.field == "workers"


def test_looking_for_what_is_not_there(reg, shops):
    person = reg.persons.add(name="Inaq Sari")
    with pytest.raises(KeyError):
        shops[12345]
    with pytest.raises(bina.NotFoundError):
        shops[person.id]  # there, and no enterprise
    assert shops.get(12345) is None and shops.get(person.id) is None and shops.get(1, "x") == "x"
    assert person not in shops and shops.first() in shops
    assert reg[person.id].name == "Inaq Sari"
    with pytest.raises(bina.SyntaxError):
        shops["not a number"]


def test_updates_change_what_is_set_and_refuse_what_is_stale(shops):
    shop = shops.where(name="Tenun Lestari").first()
    stale = shops[shop.id]
    shop.workers = 4
    assert shops.update(shop).revision == 2
    stale.workers = 9
    with pytest.raises(bina.ConflictError) as caught:
        shops.update(stale)
    assert caught.value.kind == "enterprise" and caught.value.pesan
    shops.update(shop.id, workers=None)
    assert shops[shop.id].workers is None and shops[shop.id].name == "Tenun Lestari"
    with pytest.raises(bina.NotFoundError):
        shops.update(shop.id + 1000, workers=3)


def test_removing(shops):
    shop = shops.where(name="Kerupuk Ikan").first()
    shops.remove(shop)
    assert shops.get(shop.id) is None
    with pytest.raises(bina.NotFoundError):
        shops.remove(shop.id)


def test_rules_name_the_field(reg):
    with pytest.raises(bina.InvalidError) as caught:
        reg.persons.add(nik="5203014101800001")
    assert caught.value.field == "name" and caught.value.rule == "field.required"
    reg.persons.add(name="Inaq Sari", nik="5203014101800001")
    with pytest.raises(bina.DuplicateError) as caught:
        reg.persons.add(name="Inaq Sari", nik="5203014101800001")
    assert caught.value.field == "nik" and "5203014101800001" not in str(caught.value)


def test_many_are_stored_all_or_none(reg):
    with pytest.raises(bina.InvalidError):
        reg.persons.add_many([{"name": "Amaq Toni"}, {"name": None}])
    assert len(reg.persons) == 0
    assert reg.persons.add_many(bina.Person(name=f"Amaq {n}") for n in range(100)) == 100


def test_a_transaction_is_one_commit_or_nothing(reg):
    before = reg.last_commit
    with reg.transaction("pendataan"):
        reg.enterprises.add(name="Satu")
        reg.enterprises.add(name="Dua")
    assert reg.last_commit == before + 1
    with pytest.raises(RuntimeError), reg.transaction():
        reg.enterprises.add(name="Tiga")
        with pytest.raises(KeyError), reg.transaction():
            reg.enterprises.add(name="Empat")
            raise KeyError
        assert len(reg.enterprises) == 3, "the inner one alone was taken back"
        raise RuntimeError
    assert len(reg.enterprises) == 2 and reg.last_commit == before + 1


def test_the_log_tells_who_and_why(reg):
    reg.because("permintaan camat", "rule.test")
    shop = reg.enterprises.add(name="Tenun")
    reg.enterprises.update(shop.id, name="Tenun Lestari")
    history = reg.enterprises.history(shop).to_list()
    assert [(step.actor, step.why) for step in history][0] == ("Petugas", "permintaan camat")
    assert len(history) == 2 and "Tenun Lestari" in history[1].new
    assert reg.verify().to_list() == []
    reg.undo(history[1].commit_number, "salah ketik")
    assert reg.enterprises[shop.id].name == "Tenun"
    assert reg.commits.count() == 3 and isinstance(reg.commits.first(), bina.Commit)


def test_what_was_true_and_what_was_known(reg):
    shop = reg.enterprises.add(name="Tenun", workers=3)
    reg.enterprises.set_dated(shop, "2019-01-01", workers=2)
    reg.enterprises.set_dated(shop, datetime.date(2020, 1, 1), workers=5)
    known = reg.last_commit
    assert reg.enterprises.where(workers=2).as_of("2019-06-01").count() == 1
    assert reg.enterprises.where(workers=5).as_of(datetime.date(2020, 6, 1)).count() == 1
    reg.enterprises.set_dated(shop, "2020-01-01", workers=6)
    assert reg.enterprises.as_of("2020-06-01").first().workers == 6
    assert reg.enterprises.as_of("2020-06-01", known=known).first().workers == 5
    said = [(row.valid_from, row.value) for row in reg.enterprises.dated(shop, "workers")]
    assert (datetime.date(2019, 1, 1), 2) in said and (datetime.date(2020, 1, 1), 5) in said
    with pytest.raises(bina.UsageError):
        reg.enterprises.set_dated(shop, "2019-01-01", wrokers=2)


def test_personal_data_can_be_erased(reg):
    person = reg.persons.add(name="Inaq Sari", nik="5203014101800001")
    reg.persons.erase(person, "permintaan yang bersangkutan")
    assert reg.persons[person.id].nik is None
    assert reg.verify().to_list() == []


def test_an_offices_own_field(tmp_path):
    path = tmp_path / "own.db"
    with bina.open(path) as reg:
        reg.add_own_field("enterprise", "loom_count", "int", doc="Looms.", indexed=True)
    with bina.open(path) as reg:
        shop = reg.enterprises.add(name="Tenun", loom_count=4)
        assert reg.enterprises[shop.id].loom_count == 4
        assert reg.enterprises.where(loom_count__ge=3).count() == 1
        reg.enterprises.update(shop.id, loom_count=5)
        assert reg.enterprises[shop.id]["loom_count"] == 5
        with pytest.raises(bina.UsageError):
            reg.enterprises.add(name="x", loom_cout=1)
        plain = bina.Enterprise(name="Bambu")  # knows nothing of the office
        assert reg.enterprises.add(plain).id
        assert reg.enterprises.add_many([bina.Enterprise(name="Gerabah"), {"loom_count": 2}]) == 2
        assert "loom_count" in reg.enterprises.columns


def test_a_backup_is_a_register(reg, shops, tmp_path):
    stages = []
    reg.backup(tmp_path / "copy.db", progress=lambda *stage: stages.append(stage))
    with bina.open(tmp_path / "copy.db", mode="read") as copy:
        assert copy.read_only and len(copy.enterprises) == 4 and copy.office == "52.03/1"
        with pytest.raises(bina.ReadOnlyError):
            copy.enterprises.add(name="x")


def test_reports_are_views(reg, shops):
    assert {"statement", "lists", "overlap"} <= set(bina.reports())
    assert "list" in " ".join(reg.report("lists").columns)
    assert reg.report("lists").to_list() == []
    assert isinstance(reg.report("count", region="52.03", known=0).to_list(), list)
    with pytest.raises(bina.UnsupportedError):
        reg.report("lists", on="2020-01-01")
    assert bina.report_as_of("count") and not bina.report_as_of("lists")
    assert reg.report("count", on="2020-01-01").to_list() == reg.report("count").to_list()
    with pytest.raises(bina.NotFoundError):
        reg.report("count", programme="Nobody's")
    with pytest.raises(bina.NotFoundError):
        reg.report("horoscope")


def test_opening(tmp_path):
    with pytest.raises(bina.IoError):
        bina.open(tmp_path / "missing.db", mode="existing")
    with pytest.raises(OSError):
        bina.open(tmp_path / "no" / "folder.db")
    bina.open(tmp_path / "a.db").close()
    with pytest.raises(bina.DuplicateError):
        bina.open(tmp_path / "a.db", mode="new")
    (tmp_path / "text.db").write_text("this is no register, and longer than a header of SQLite is" * 9)
    with pytest.raises(bina.CorruptError):
        bina.open(tmp_path / "text.db")
    for wrong in ({"mode": "append"}, {"language": "fr"}, {"clock": datetime.datetime(2020, 1, 1)}):
        with pytest.raises(bina.UsageError):
            bina.open(tmp_path / "b.db", **wrong)


def test_what_the_register_says_of_itself(reg, tmp_path):
    assert (reg.office, reg.number, reg.read_only, reg.now) == ("52.03/1", 7, False, CLOCK)
    assert reg.path == str(tmp_path / "lotim.db") and "lotim.db" in repr(reg)
    assert reg.table("enterprise")._kind == reg.table(bina.Enterprise)._kind == 12
    with pytest.raises(bina.UsageError):
        reg.table("spaceship")
    with pytest.raises(AttributeError):
        reg.spaceships


def test_closing_in_any_order_is_safe(tmp_path):
    reg = bina.open(tmp_path / "a.db")
    reg.enterprises.add_many([{"name": f"Usaha {n}"} for n in range(10)])
    rows = iter(reg.enterprises)
    shop, table = next(rows), reg.enterprises.where(name="Usaha 3")
    reg.close()
    reg.close()
    assert reg.closed and len(list(rows)) == 9 and shop.name == "Usaha 0"
    with pytest.raises(bina.UsageError):
        table.count()
    with pytest.raises(bina.UsageError):
        reg.transaction().__enter__()
    del reg, table
    gc.collect()
    rows = iter(bina.open(tmp_path / "a.db").enterprises)  # nobody keeps the register but the rows
    gc.collect()
    assert len(list(rows)) == 10


def test_threads_take_turns(reg):
    def work(n):
        for i in range(50):
            reg.enterprises.add(name=f"{n}-{i}")
            reg.enterprises.where(name__prefix=f"{n}-").count()
            list(reg.enterprises.limit(3))
    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reg.enterprises) == 200


def test_a_table_is_shown_without_personal_data(reg):
    reg.persons.add(name="Inaq Sari", nik="5203014101800001", sex="female")
    page = reg.persons._repr_html_()
    assert "Sari" not in page and "5203014101800001" not in page and "female" in page


def test_a_table_becomes_a_frame(shops):
    pandas = pytest.importorskip("pandas")
    frame = shops.order_by("-workers").to_pandas()
    assert list(frame["workers"]) == [8, 5, 3, 1] and str(frame["workers"].dtype) == "Int64"
    assert frame["name"].isna().sum() == 1
    assert frame["founded"].isna().all()
    people = shops._register.persons
    people.add(name="Inaq Sari", born="1980-01-02")
    people.add(name="Amaq Toni")
    born = people.to_pandas()["born"]
    assert born[0] == pandas.Timestamp("1980-01-02") and pandas.isna(born[1])
    made = shops._register.commits.to_pandas()["made"]
    assert str(made.dt.tz) == "UTC"
    assert len(shops.where(workers=99).to_pandas()) == 0


def test_what_a_field_points_to(reg, shops):
    assert shops._follow("region.name")("52.03.05.2001") == "Kesik"
    assert shops._follow("region.name")("99.99") is None
    assert shops._follow("activity.title")("13121")
    person = reg.persons.add(name="Inaq Sari")
    assert reg.ownerships._follow("party.name")(person.id) == "Inaq Sari"
    for wrong in ("workers.name", "regoin.name", "region.nmae"):
        with pytest.raises(bina.UsageError):
            shops._follow(wrong)


def test_a_frame_can_be_expanded(shops):
    pytest.importorskip("pandas")
    frame = shops.order_by("name").to_pandas(expand=["region.name"])
    assert frame["region.name"][list(frame["name"]).index("Tenun Lestari")] == "Kesik"


def test_a_query_can_be_linked(shops):
    result = bina.link(a=shops, b=[{"name": "Tenun Lestari", "region": "52.03.05.2001"}])
    assert len(result.entities.to_list()) == 5


def test_today_is_the_day_at_the_office(tmp_path):
    late = datetime.datetime(2020, 11, 8, 17, 0, tzinfo=datetime.timezone.utc)
    with bina.open(tmp_path / "lotim.db", office="52.03/1", clock=late) as register:
        assert register.today == datetime.date(2020, 11, 9)
