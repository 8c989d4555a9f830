"""What an agency is told to mend in its own list, and what of others it is not told."""

import pytest

import bina

openpyxl = pytest.importorskip("openpyxl")

DISKOP = """NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,PRODUK,TAHUN BERDIRI,HP
Tenun Sari,Siti Aminah,5203016502890004,Loyok,Sikur,kain tenun,2001,081907654321
Tenun Sari,Siti Aminah,5203016502890004,Loyok,Sikur,kain tenun,2001,081907654321
Bambu Jaya,Lalu Darmawan,520301120385,Loyok,Sikur,anyaman bambu,1999,
Kerupuk Barokah,Baiq Nurhayati,5203014409780003,Antah Berantah,Entah,kerupuk kulit,1998,8.12E+10
Gerabah Mandiri,,5203010107700001,Masbagik Timur,Masbagik,gerabah,sejak dulu,081907654322
Dodol Manis,Haji Mahsun,5203010202600001,Kembang Kerang,Aikmel,dodol,1990,081907654323
"""
DISPERIN = """NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,PRODUK,TAHUN BERDIRI,HP
Dodol Manis,Haji Mahsun,5203010202600009,Kembang Kerang,Aikmel,dodol,1995,081907654323
"""


@pytest.fixture
def reg(tmp_path):
    (tmp_path / "diskop.csv").write_text(DISKOP)
    (tmp_path / "disperin.csv").write_text(DISPERIN)
    with bina.open(tmp_path / "a.db", office="52.03/1") as reg:
        reg.import_csv(tmp_path / "diskop.csv", agency="Dinas Koperasi", title="Data UMKM")
        reg.import_csv(tmp_path / "disperin.csv", agency="Disperin")
        reg.reconcile()
        yield reg


def things(path, sheet="Data UMKM"):
    rows = list(openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True))
    top = next(n for n, row in enumerate(rows) if row[0] in ("baris", "row"))
    return [dict(zip(rows[top], row)) for row in rows[top + 1:]]


def test_each_thing_has_its_place_in_their_file(reg, tmp_path):
    path = tmp_path / "perbaikan.xlsx"
    count = reg.feedback("Dinas Koperasi", path)
    found = things(path)
    assert count == len(found)
    places = {(thing["baris"], thing["jenis"], thing["kolom"]) for thing in found}
    assert {(3, "ganda", None), (4, "isi sel", "NIK"), (4, "kosong", "HP"), (5, "isi sel", "HP"),
            (5, "wilayah", None), (6, "isi sel", "TAHUN BERDIRI"),
            (6, "kosong", "NAMA PEMILIK")} <= places
    assert [thing["baris"] for thing in found] == sorted(thing["baris"] for thing in found)
    twin = next(thing for thing in found if thing["jenis"] == "ganda")
    assert twin["diketahui dari tempat lain"] == "baris 2" and twin["nama usaha"] == "Tenun Sari"
    assert not any(thing["baris"] == 2 for thing in found), "nothing is wrong with the first"


def test_others_are_told_of_without_telling_their_people(reg, tmp_path):
    path = tmp_path / "perbaikan.xlsx"
    reg.feedback("Dinas Koperasi", path, language="en")
    differs = [thing for thing in things(path) if thing["what"] == "contradicted"]
    assert {(thing["row"], thing["known otherwise"]) for thing in differs} == {
        (7, "disperin"), (7, "disperin: 1995")}
    book = openpyxl.load_workbook(path)
    text = str([[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()])
    for secret in ("5203010202600009", "5203010202600001", "Mahsun", "081907654323"):
        assert secret not in text


def test_the_summary_counts_by_list(reg, tmp_path):
    path = tmp_path / "perbaikan.xlsx"
    count = reg.feedback("dinas koperasi", path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Ringkasan", "Data UMKM"]
    rows = list(book["Ringkasan"].iter_rows(values_only=True))
    assert "Dinas Koperasi" in rows[0][0]
    assert rows[2][:3] == ("daftar", "baris", "isi sel") and rows[3][:2] == ("Data UMKM", 6)
    assert sum(rows[3][2:]) == count


def test_closed_and_renamed_are_told(reg, tmp_path):
    shop = reg.enterprises.where(name="Gerabah Mandiri").first()
    reg.enterprises.update(shop.id, status="closed")
    path = tmp_path / "perbaikan.xlsx"
    reg.feedback("Dinas Koperasi", path)
    closed = [thing for thing in things(path) if thing["jenis"] == "tutup"]
    assert [(thing["baris"], thing["diketahui dari tempat lain"]) for thing in closed] == [(6, "tutup")]


def test_who_keeps_no_list_is_told_nothing(reg, tmp_path):
    with pytest.raises(bina.NotFoundError):
        reg.feedback("Dinas Antah Berantah", tmp_path / "x.xlsx")
    with pytest.raises(bina.NotFoundError):
        reg.feedback("Dinas Koperasi", tmp_path / "x.xlsx", list="disperin")
    assert not (tmp_path / "x.xlsx").exists()
