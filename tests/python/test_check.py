"""bina.check: the numbers that Indonesian papers bear."""

import datetime

import pytest

import bina


def test_a_nik_says_where_when_and_who():
    # The day of birth of women is written 40 higher (Permendagri 53/2019 and the NIK's usual layout).
    reading = bina.check("nik", "5203014101800001", today=datetime.date(2020, 11, 9))
    assert reading and reading.ok and reading.normal == "5203014101800001"
    assert reading.facts.sex == "female"
    assert reading.facts.born == datetime.date(1980, 1, 1)
    assert reading.facts.region.startswith("52.03")


def test_a_refused_value_says_why_and_is_false():
    reading = bina.check("nik", "52")
    assert not reading
    assert [complaint.rule for complaint in reading.complaints] == ["nik.length"]
    complaint = reading.complaints[0]
    assert isinstance(complaint, bina.Error) and complaint.severity == "error"
    assert complaint.pesan != complaint.message


def test_spreadsheet_damage_is_recognised():
    assert not bina.check("phone", "8.52E+10")


def test_an_empty_cell_and_none_are_the_same():
    assert bina.check("nib", None).ok == bina.check("nib", "").ok


def test_there_is_no_such_validator():
    with pytest.raises(bina.NotFoundError):
        bina.check("passport", "x")


def test_what_can_be_checked_is_told():
    names = bina.validators()
    assert {"nik", "nib", "npwp", "kbli", "gtin", "pirt", "phone"} <= set(names)
    assert all(names.values())
    rules = bina.rules("nik")
    assert rules["nik.length"][0] == "error"


def test_a_reading_shows_no_number():
    assert "5203014101800001" not in repr(bina.check("nik", "5203014101800001"))
    assert "5203014101800001" not in repr(bina.check("nik", "5203014101800001").facts)
