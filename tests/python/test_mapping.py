"""Mappings: somebody's columns become records of a kind, and every damaged cell is told."""

import pytest

import bina

LIST = """\
NAMA USAHA;NAMA PEMILIK;NIK;DESA;KECAMATAN;KABUPATEN;NO HP;OMZET
Tenun Lestari;Inaq Sari;5203014101800001;Pringgasela;Pringgasela;Lombok Timur;081805310477;1,5 juta
;Amaq Toni;;Loyok;Sikur;Lombok Timur;8.52E+10;2.000.000
"""
MAPPING = """\
kind: source_record
fields:
  business_name: NAMA USAHA
  owner_name: NAMA PEMILIK
  nik: NIK
  village: DESA
  phone: NO HP
  sales: OMZET
"""


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "dinas.csv"
    path.write_text(LIST)
    return path


def test_a_guess_finds_the_usual_columns(listed):
    mapping = bina.guess_mapping(listed, bina.SourceRecord)
    assert mapping.kind is bina.SourceRecord
    columns = mapping.columns
    assert columns["business_name"] == "NAMA USAHA" and columns["nik"] == "NIK"
    assert columns["phone"] == "NO HP" and columns["owner_name"] == "NAMA PEMILIK"


def test_rows_become_records_as_offices_write_them(listed):
    rows = bina.map_rows(listed, bina.read_mapping(MAPPING.encode())).to_list()
    assert all(type(row) is bina.SourceRecord for row in rows)
    assert rows[0].sales == 1_500_000 and rows[1].sales == 2_000_000
    assert rows[0].phone.endswith("81805310477") and rows[0].nik == "5203014101800001"
    assert rows[1].business_name is None


def test_a_destroyed_phone_is_told_and_left_unset(listed):
    mapped = bina.map_rows(listed, bina.read_mapping(MAPPING.encode()))
    assert mapped.to_list()[1].phone is None
    errors = [fault for fault in mapped.faults if fault.severity == "error"]
    assert [(fault.line, fault.field) for fault in errors] == [(3, "phone")]
    assert {fault.field for fault in mapped.faults if fault.severity == "warning"} == {
        "KECAMATAN", "KABUPATEN"}, "columns that nothing is made of"
    assert len(bina.map_rows(listed, bina.read_mapping(MAPPING.encode()), strict=True).to_list()) == 1


def test_a_guess_can_be_written_and_read(listed, tmp_path):
    mapping = bina.guess_mapping(listed, bina.SourceRecord)
    mapping.write(tmp_path / "mapping.yaml")
    assert bina.read_mapping(tmp_path / "mapping.yaml").columns == mapping.columns
    assert "NAMA USAHA" in repr(mapping)


def test_a_mapping_with_faults_tells_them(tmp_path):
    with pytest.raises(bina.InvalidError) as caught:
        bina.read_mapping(b"kind: source_record\nfields:\n  busines_name: NAMA\n")
    assert [fault.line for fault in caught.value.faults] == [3]


def test_lists_of_dicts_can_be_mapped():
    rows = [{"NAMA USAHA": "Tenun", "NAMA PEMILIK": "Inaq Sari"}]
    mapping = bina.guess_mapping(rows, bina.SourceRecord)
    assert bina.map_rows(rows, mapping).first().business_name == "Tenun"


def test_mapping_keeps_no_memory(listed):
    from test_leaks import grows

    def call():
        mapping = bina.guess_mapping(listed, bina.SourceRecord)
        mapped = bina.map_rows(listed, mapping)
        mapped.to_list(), mapped.faults.to_list(), mapping.columns
        try:
            bina.read_mapping(b"kind: source_record\nfields:\n  busines_name: NAMA\n")
        except bina.Error:
            pass

    assert grows(call, 500) < 500_000
