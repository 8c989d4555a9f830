"""Kinds are classes made from the library's descriptions: what they promise to somebody typing."""

import datetime

import pytest

import bina
from bina import _native, kinds, row


def test_reading_gives_what_was_set():
    shop = bina.Enterprise(name="Tenun Ikat Lestari", region="52.03.05.2001", workers=12,
                           sales=150_000_000, latitude=-8.5)
    assert (shop.name, shop.region, shop.workers) == ("Tenun Ikat Lestari", "52.03.05.2001", 12)
    assert (shop.sales, shop.latitude) == (150_000_000, -8.5)
    assert shop["name"] == "Tenun Ikat Lestari"
    assert dict(shop.asdict())["workers"] == 12


def test_dates_are_dates_and_times_are_aware():
    person = bina.Person(name="Inaq Sari", born="1980-02-29")
    assert person.born == datetime.date(1980, 2, 29)
    wita = datetime.timezone(datetime.timedelta(hours=8))
    store = bina.Store(created=datetime.datetime(2020, 11, 9, 7, 30, 1, 250_000, tzinfo=wita))
    assert store.created == datetime.datetime(2020, 11, 8, 23, 30, 1, 250_000,
                                              tzinfo=datetime.timezone.utc)
    assert store.created.tzinfo is not None
    person.born = datetime.date(1, 1, 1)
    assert person.born == datetime.date(1, 1, 1)
    store.created = "1969-12-31T23:59:59.999Z"
    assert store.created == datetime.datetime(1969, 12, 31, 23, 59, 59, 999_000,
                                              tzinfo=datetime.timezone.utc)


def test_none_is_null_and_unset_says_nothing():
    shop = bina.Enterprise(name=None)
    assert shop.name is None and shop.is_set("name")
    assert shop.workers is None and not shop.is_set("workers")
    shop.name = bina.UNSET
    assert not shop.is_set("name")
    shop.workers = 3
    del shop.workers
    assert not shop.is_set("workers")
    assert not bina.Enterprise(name=bina.UNSET).is_set("name")


def test_integers_are_exact_to_their_last_digit():
    # 2^53 + 1 is the first whole number a double cannot hold; ids and rupiah must not pass through one.
    shop = bina.Enterprise(sales=2**53 + 1)
    assert shop.sales == 9_007_199_254_740_993
    shop.sales = 2**63 - 1
    assert shop.sales == 2**63 - 1


@pytest.mark.parametrize("field, value, error", [
    ("workers", "three", TypeError),
    ("workers", 2.5, TypeError),
    ("workers", 2**63, TypeError),
    ("sales", 1e6, TypeError),
    ("name", 7, TypeError),
    ("name", b"bytes", TypeError),
    ("name", "a\0b", ValueError),
    ("latitude", float("nan"), TypeError),
    ("sentra", "S-1", TypeError),
])
def test_wrong_values_are_refused_at_once_and_leave_no_trace(field, value, error):
    shop = bina.Enterprise(**{field: None})
    with pytest.raises(error):
        shop[field] = value
    assert shop[field] is None
    shop._record.check()  # nothing wrong is remembered: the next add will not fail because of it


def test_a_refusal_names_the_field_and_not_the_value():
    with pytest.raises(bina.TypeError) as caught:
        bina.Person(nik=5203014101800001)
    assert caught.value.field == "nik" and caught.value.kind == "person"
    assert "nik" in caught.value.message and "nik" in caught.value.pesan
    assert "5203014101800001" not in str(caught.value)


@pytest.mark.parametrize("day", ["1980-02-30", "30-02-1980", "", datetime.datetime(1980, 2, 1, 12)])
def test_days_that_do_not_exist_are_refused(day):
    with pytest.raises(bina.InvalidError) as caught:
        bina.Person(born=day)
    assert caught.value.field == "born"


def test_a_naive_time_is_refused():
    with pytest.raises(bina.InvalidError):
        bina.Store(created=datetime.datetime(2020, 1, 1))


def test_a_misspelt_field_is_refused_with_the_nearest():
    with pytest.raises(bina.UsageError, match="did you mean 'name'"):
        bina.Enterprise(nmae="x")
    shop = bina.Enterprise()
    with pytest.raises(AttributeError, match="workers"):
        shop.worker = 3
    with pytest.raises(AttributeError):
        shop.worker  # noqa: B018


def test_repr_shows_no_personal_data():
    # UU 27/2022: a NIK, a phone number, a name in a log or a notebook is a leak.
    person = bina.Person(name="Inaq Sari", nik="5203014101800001", born="1980-01-01")
    assert "Sari" not in repr(person) and "5203" not in repr(person) and "1980" not in repr(person)
    contact = bina.Contact(system="phone", value="+6281234567890")
    assert "8123" not in repr(contact)
    assert "Tenun" in repr(bina.Enterprise(name="Tenun Ikat"))


def test_every_kind_is_a_documented_class():
    assert len(kinds.BY_NUMBER) >= 30
    for number, cls in kinds.BY_NUMBER.items():
        assert getattr(bina, cls.__name__) is cls
        assert cls.__doc__
        description = _native.kind_description(number)
        for slot in range(description.count()):
            name = description.field_name(slot)
            assert getattr(cls, name).__doc__, f"{cls.__name__}.{name} has no words"
            assert not hasattr(row.Row, name), f"{name} hides a method of Row"


def test_every_public_name_is_what_it_says():
    for name in bina.__all__:
        assert hasattr(bina, name)
    assert len(set(bina.__all__)) == len(bina.__all__)
    for cls in kinds.BY_NUMBER.values():
        assert getattr(bina, cls.__name__) is cls, "hidden by something of the same name"


def test_codes_are_told_in_the_doc():
    assert "female" in bina.Person.sex.__doc__


def test_rows_compare_by_value_and_copy_apart():
    one = bina.Enterprise(name="Batik", workers=3)
    two = one.copy()
    assert one == two and type(two) is bina.Enterprise
    two.workers = 4
    assert one.workers == 3 and one != two
