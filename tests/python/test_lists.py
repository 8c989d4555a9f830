"""Lists as offices keep them: workbooks whose tables stand between titles, totals and signatures."""

import datetime

import pytest

import bina

xlsxwriter = pytest.importorskip("xlsxwriter")

HEADER = ["NO", "NAMA USAHA", "NAMA PEMILIK", "L", "P", "OMZET (Rp 000)", "NIK", "NO HP"]
NIK = 5203014107900001


def write_village(sheet, bold, rows):
    """A village's sheet as it is printed: two title rows, a header over two rows, a sum, a signature."""
    sheet.merge_range("A1:H1", "DAFTAR INDUSTRI KECIL DAN MENENGAH", bold)
    sheet.merge_range("A2:H2", "KECAMATAN SUELA KABUPATEN LOMBOK TIMUR TAHUN 2021", bold)
    for column, text in enumerate(HEADER):
        if text not in "LP":
            sheet.merge_range(3, column, 4, column, text, bold)
    sheet.merge_range("D4:E4", "TENAGA KERJA", bold)
    sheet.write_row("D5", ["L", "P"])
    sheet.write_row("A6", range(1, 9))
    for n, (business, owner) in enumerate(rows):
        sheet.write_row(6 + n, 0, [n + 1, business, owner, 1, 2, 1500, NIK + n, 81200000000 + n])
    below = 6 + len(rows)
    sheet.write(below, 1, "JUMLAH", bold)
    sheet.write_formula(below, 3, f"=SUM(D7:D{below})", None, len(rows))
    sheet.write(below + 2, 6, "Selong, 31 Desember 2021")
    sheet.write(below + 3, 6, "Kepala Dinas Perindustrian")
    sheet.write(below + 6, 6, "Drs. H. CONTOH, M.Si")
    sheet.write(below + 7, 6, "NIP. 19700101 199001 1 001")


@pytest.fixture
def villages(tmp_path):
    path = tmp_path / "ikm.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        bold = book.add_format({"bold": True})
        write_village(book.add_worksheet("Ds. Suela"), bold,
                      [("Tenun Melati", "Siti"), ("Tenun Mawar", "Ani")])
        write_village(book.add_worksheet("Ds. Sapit"), bold, [("Kopi Rinjani", "Umar")])
        recap = book.add_worksheet("Rekap")
        recap.write_row(0, 0, ["NO", "KECAMATAN", "JUMLAH"])
        recap.write_row(1, 0, [1, "SUELA", 3])
        book.add_worksheet("Sheet4")
    return path


def test_a_workbook_is_one_list(villages):
    table = bina.read_list(villages)
    assert table.columns == ["NO", "NAMA USAHA", "NAMA PEMILIK", "TENAGA KERJA L", "TENAGA KERJA P",
                             "OMZET (Rp 000)", "NIK", "NO HP"]
    assert [row["NAMA USAHA"] for row in table] == ["Tenun Melati", "Tenun Mawar", "Kopi Rinjani"]


def test_places_stand_beside_the_rows(villages):
    rows = bina.read_list(villages, places=True).to_list()
    assert [row["#village"] for row in rows] == ["Suela", "Suela", "Sapit"]
    assert {row["#regency"] for row in rows} == {"LOMBOK TIMUR"}
    assert [(row["#sheet"], row["#line"]) for row in rows] == [
        ("Ds. Suela", 7), ("Ds. Suela", 8), ("Ds. Sapit", 7)]


def test_what_is_passed_over_is_told(villages):
    told = [(fault.sheet, fault.line, fault.rule) for fault in bina.read_list(villages).faults]
    assert ("Ds. Suela", 1, "layout.title") in told
    assert ("Ds. Suela", 9, "layout.total") in told
    assert ("Ds. Suela", 11, "layout.footer") in told
    assert ("Rekap", None, "list.sheet") in told
    assert not any(sheet == "Sheet4" for sheet, _, _ in told)


def test_one_sheet_by_name(villages):
    assert len(bina.read_list(villages, sheet="ds. sapit").to_list()) == 1
    assert bina.read_list(villages, sheet="Rekap").columns == ["NO", "KECAMATAN", "JUMLAH"]
    with pytest.raises(bina.NotFoundError, match="Ds. Suela, Ds. Sapit, Rekap"):
        bina.read_list(villages, sheet="Aikmel").to_list()


def test_a_guess_reads_the_sheet(villages):
    mapping = bina.guess_mapping(villages, bina.SourceRecord)
    assert mapping.columns["village"] == "#village"
    row = bina.map_rows(villages, mapping).first()
    assert row.workers == 3 and row.sales == 1_500_000
    assert row.nik == str(NIK) and row.phone == "+6281200000000"


def test_a_register_imports_it(villages):
    with bina.open(":memory:", office="52.03/1", actor="L. Alwan Wijaya") as reg:
        intake = reg.import_list(villages).intake
        assert (intake.kept, intake.enterprises, intake.totals) == (3, 3, 2)
        rows = reg.source_records.order_by("row").to_list()
        assert [row.sheet for row in rows] == ["Ds. Suela", "Ds. Suela", "Ds. Sapit"]
        assert {row.region[:8] for row in rows} == {"52.03.16"}
        again = reg.import_list(villages).intake
        assert again.id == intake.id


def numbers_in(tmp_path, header, *rows):
    path = tmp_path / "angka.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, header)
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for n, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, datetime.date):
                    sheet.write_datetime(n + 1, column, value, day)
                else:
                    sheet.write(n + 1, column, value)
    return path


def mapped(path, fields):
    mapping = bina.read_mapping(("kind: source_record\nfields: " + fields).encode())
    file = bina.map_rows(path, mapping, today="2021-06-02")
    return file.to_list(), {(f.field, f.line, f.column): f.rule for f in file.faults}


def test_zeros_that_numbers_lost_are_put_back(tmp_path):
    path = numbers_in(tmp_path, ["NAMA", "NIB", "KODE WILAYAH"],
                      ["Tenun Melati", 220001234567, 52.1], ["Tenun Mawar", 8120012345678, 52.03])
    rows, faults = mapped(path, "{business_name: NAMA, nib: NIB, region: KODE WILAYAH}")
    assert [row.nib for row in rows] == ["0220001234567", "8120012345678"]
    assert [row.region for row in rows] == [None, "52.03"]  # there is no 52.10
    assert faults[("nib", 2, 2)] == "number.zeros" and faults[("region", 2, 3)] is not None


def test_a_region_that_lost_its_zero(tmp_path):
    path = numbers_in(tmp_path, ["NAMA", "KODE WILAYAH"], ["Tenun Melati", 53.1],
                      ["Tenun Mawar", "53.1"])
    rows, faults = mapped(path, "{business_name: NAMA, region: KODE WILAYAH}")
    assert rows[0].region == "53.10"  # Kabupaten Ngada was typed as a number
    assert faults[("region", 2, 2)] == "number.zeros"
    assert rows[1].region is None  # a text may be 53.01 as well


def test_a_nik_that_lost_its_last_digit_is_named(tmp_path):
    path = numbers_in(tmp_path, ["NAMA", "NIK"], ["Siti", 5203014107900010], ["Ani", NIK])
    rows, faults = mapped(path, "{owner_name: NAMA, nik: NIK}")
    assert [row.nik for row in rows] == [None, str(NIK)]
    assert faults == {("nik", 2, 2): "number.damaged"}


def test_numbers_and_days_stay_what_they_are(tmp_path):
    path = numbers_in(tmp_path, ["NAMA", "OMZET", "LAT", "TGL", "LAHIR"],
                      ["Siti", 113.213, -7.739, datetime.date(2020, 11, 9), 44144])
    (row,), faults = mapped(path, "{owner_name: NAMA, sales: OMZET, latitude: LAT, surveyed: TGL, "
                                  "born: LAHIR}")
    assert row.sales == 113  # not 113213
    assert row.latitude == -7.739
    assert row.surveyed == row.born == datetime.date(2020, 11, 9)
    assert faults[("born", 2, 5)] == "date.serial" and ("surveyed", 2, 4) not in faults


def test_columns_are_named_as_the_sheet_does(tmp_path):
    """A table that begins in column C: faults name the cell as the reader sees it."""
    path = tmp_path / "geser.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row("C2", ["NAMA", "NIK", "TK"])
        sheet.write_row("C3", ["Siti", "520301", 2])
        sheet.write("H3", "catatan")
    rows, faults = mapped(path, "{owner_name: NAMA, nik: NIK, workers: TK}")
    assert rows[0].owner_name == "Siti" and rows[0].workers == 2
    assert faults[("nik", 3, 4)] == "nik.length"
    assert faults[("column 8", 2, 8)] == "csv.header.empty"


def test_sums_are_written_in_yaml(tmp_path):
    path = numbers_in(tmp_path, ["NAMA", "TK L", "TK P"], ["A", 1, 2], ["B", None, 4],
                      ["Tenun", None, None], ["D", 1, "dua"])
    rows, faults = mapped(path, "{business_name: NAMA, workers: {column: [TK L, TK P], sum: true}}")
    assert [row.workers for row in rows] == [3, 4, None, None]
    assert faults == {("workers", 5, 3): "number.unreadable"}


def test_units_stand_in_the_title(tmp_path):
    path = tmp_path / "ribuan.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "DATA IKM (dalam ribuan rupiah)")
        sheet.write_row("A2", ["NO", "NAMA USAHA", "OMZET", "INVESTASI (Rp juta)"])
        sheet.write_row("A3", [1, "Tenun Melati", 1500, 2])
    row = bina.map_rows(path, bina.guess_mapping(path, bina.SourceRecord)).first()
    assert (row.sales, row.investment) == (1_500_000, 2_000_000)


@pytest.mark.parametrize("headings, field", [
    (["Kerongkong", "Ketangga", "Sapit"], "village"),
    (["Aikmel", "Sikur", "Masbagik"], "district"),
    (["Pangan", "Sandang", "Kimia"], None),
])
def test_headings_are_places_where_their_names_are(tmp_path, headings, field):
    path = tmp_path / "judul.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["NO", "NAMA USAHA", "PRODUK", "TENAGA KERJA"])
        for n, heading in enumerate(headings):
            sheet.merge_range(1 + 2 * n, 0, 1 + 2 * n, 3, heading)
            sheet.write_row(2 + 2 * n, 0, [1, f"Usaha {n}", "tenun", 2])
    columns = bina.guess_mapping(path, bina.SourceRecord).columns
    assert {name: column for name, column in columns.items() if column == "#section"} == (
        {field: "#section"} if field else {})


def test_every_door_takes_a_workbook(villages, tmp_path):
    result = bina.link(villages)
    assert len(result.entities.to_list()) == 3
    assert len(bina.read_list(villages.read_bytes()).to_list()) == 3
    with pytest.raises(bina.SyntaxError):
        bina.read_list(b"").to_list()
