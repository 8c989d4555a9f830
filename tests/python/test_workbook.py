"""Workbooks out, as another program (openpyxl) reads them: types, drop-downs, locks, headers."""

import datetime
import shutil
import subprocess

import pytest

import bina

openpyxl = pytest.importorskip("openpyxl")

SHOPS = [
    {"nik": "0203010101900001", "nama": "Tenun Sari", "omzet": 1500000, "lintang": -8.5,
     "berdiri": datetime.date(2015, 3, 1), "aktif": True},
    {"nik": "5203016502890004", "nama": "=HYPERLINK(\"http://x\")", "omzet": None, "lintang": None,
     "berdiri": None, "aktif": False},
    {"nik": None, "nama": "@SUM(1+1)*cmd|' /C calc'!A0", "omzet": -5, "lintang": 0.1,
     "berdiri": datetime.date(1899, 12, 31), "aktif": None},
]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "usaha.xlsx"


def read(path, name=None):
    book = openpyxl.load_workbook(path)
    return book[name] if name else book.worksheets[0]


def test_identifiers_stay_texts_and_nothing_becomes_a_formula(path):
    with bina.Workbook(path) as book:
        book.add("Usaha", SHOPS)
    sheet = read(path)
    assert [cell.value for cell in sheet["A"]] == ["nik", "0203010101900001", "5203016502890004", None]
    assert all(cell.data_type == "s" and cell.number_format == "@"
               for column in "AB" for cell in sheet[column] if cell.value)
    assert sheet["B3"].value == "=HYPERLINK(\"http://x\")" and sheet["B3"].data_type == "s"
    assert sheet["B4"].value.startswith("@SUM") and sheet["B4"].data_type == "s"
    # What somebody types into an empty cell of the column keeps its zeros, too.
    assert openpyxl.load_workbook(path).worksheets[0].column_dimensions["A"].number_format == "@"


def test_numbers_days_and_truth_are_typed(path):
    with bina.Workbook(path, language="id") as book:
        book.add("Usaha", SHOPS)
    first, _, last = list(read(path).iter_rows(min_row=2))
    assert first[2].value == 1500000 and first[2].number_format == "0"
    assert first[3].value == -8.5 and last[3].value == 0.1
    assert first[4].value == datetime.datetime(2015, 3, 1) and first[4].number_format == "dd/mm/yyyy"
    assert last[4].value == "1899-12-31", "spreadsheets know no such day"
    assert first[5].value is True and first[5].data_type == "b" and last[5].value is None


def test_money_and_codes_of_a_register(tmp_path, path):
    with bina.open(tmp_path / "a.db", office="52.03/1", actor="Test") as reg:
        reg.enterprises.add(name="Kerupuk Ikan", sales=12500000, status="moved_away",
                            nib="0220001234567")
        reg.enterprises.write_xlsx(path, language="id", titles=["Usaha", "per 1 Maret 2022"])
    sheet = read(path)
    assert sheet["A1"].value == "Usaha" and sheet["A2"].value == "per 1 Maret 2022"
    header = {cell.value: cell.column_letter for cell in sheet[4]}
    assert sheet[header["omzet setahun"] + "5"].number_format == "#,##0"
    assert sheet[header["NIB"] + "5"].value == "0220001234567"
    assert sheet[header["keadaan"] + "5"].value == "pindah"
    assert sheet.freeze_panes == "A5" and sheet.auto_filter.ref.startswith("A4:")
    assert sheet.print_title_rows == "$4:$4"
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    rule = rules[f"{header['keadaan']}5:{header['keadaan']}1048576"]
    assert "istirahat musiman" in rule.formula1 and rule.showErrorMessage


def test_only_what_may_be_edited_is_unlocked(path):
    with bina.Workbook(path, language="id") as book:
        book.add("Jawaban", SHOPS, columns=["nama", "nik"], headers={"nik": "Jawaban Anda"},
                 choices={"nik": ["masih ada", "tutup"]}, editable=["nik"])
    sheet = read(path)
    assert sheet.protection.sheet and not sheet.protection.autoFilter
    assert [cell.value for cell in sheet[1]] == ["nama", "Jawaban Anda"]
    assert all(cell.protection.locked for cell in sheet["A"]) and sheet["B1"].protection.locked
    assert not any(cell.protection.locked for cell in sheet["B"][1:]), "also the empty ones"
    assert [rule.formula1 for rule in sheet.data_validations.dataValidation] == \
        ['"masih ada,tutup"']


def test_long_lists_stand_on_a_hidden_sheet(path):
    villages = [f"Desa Nomor {n}" for n in range(254)]
    with bina.Workbook(path, language="id") as book:
        book.add_text("Petunjuk", ["Cara mengisi", "Isi yang kuning."])
        book.add("Satu", SHOPS, choices={"nama": villages})
        book.add("Dua", SHOPS, choices={"nama": villages})
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Petunjuk", "Satu", "Dua", "pilihan"]
    assert [book[name].sheet_state for name in book.sheetnames] == ["visible"] * 3 + ["hidden"]
    assert [cell.value for cell in book["pilihan"]["A"]] == villages
    assert book["pilihan"].max_column == 1, "the same list once"
    rules = [rule for rule in book["Dua"].data_validations.dataValidation if str(rule.sqref).startswith("B")]
    assert rules[0].formula1 == "'pilihan'!$A$1:$A$254"
    assert [cell.value for cell in book["Petunjuk"]["A"]] == ["Cara mengisi", "Isi yang kuning."]


def test_what_is_more_than_a_sheet_holds_continues(path):
    with bina.Workbook(path) as book:
        book.add("Usaha", [{"n": n} for n in range(25)], most_rows=10)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Usaha", "Usaha (2)", "Usaha (3)"]
    assert [sheet.max_row for sheet in book] == [11, 11, 6]
    assert book["Usaha (3)"]["A6"].value == 24


def test_refusals_leave_the_file_alone(path):
    bina.read_csv(b"nama\nTenun\n").write_xlsx(path)
    before = path.read_bytes()
    with pytest.raises(bina.UnsupportedError) as caught:
        bina.read_csv(b"nama\n" + b"x" * 32768 + b"\n").write_xlsx(path)
    assert caught.value.line == 2 and caught.value.pesan
    with pytest.raises(bina.UsageError):
        bina.read_csv(b"nama\nTenun\n").write_xlsx(path, columns=["alamat"])
    with pytest.raises(KeyError):
        with bina.Workbook(path) as book:
            book.add("Usaha", SHOPS)
            raise KeyError
    with pytest.raises(ValueError):
        book.add("Usaha", SHOPS)
    with pytest.raises(bina.UsageError):
        bina.Workbook(path, language="fr")
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_the_same_content_gives_the_same_bytes(tmp_path):
    written = []
    for name in ("a.xlsx", "b.xlsx"):
        bina.read_csv(b"nama;desa\nTenun;Loyok\n").write_xlsx(tmp_path / name)
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]
    with bina.Workbook(tmp_path / "c.xlsx", title="Daftar", author="Dinas",
                       created=datetime.datetime(2022, 3, 1, tzinfo=datetime.timezone.utc)) as book:
        book.add("a", SHOPS)
    properties = openpyxl.load_workbook(tmp_path / "c.xlsx").properties
    assert (properties.title, properties.creator) == ("Daftar", "Dinas")
    assert properties.created.date() == datetime.date(2022, 3, 1)


@pytest.mark.parametrize("language", ["en", "id"])
def test_what_is_written_is_read_back_the_same(tmp_path, path, language):
    """Labels, days and amounts go out for people, and come back as what they were."""
    columns = ["business_name", "owner_name", "nik", "sex", "born", "phone", "village", "district",
               "product", "sales", "founded"]
    (tmp_path / "a.csv").write_text(
        "NAMA USAHA,NAMA PEMILIK,NIK,JK,TGL LAHIR,HP,DESA,KECAMATAN,PRODUK,OMZET,TAHUN BERDIRI\n"
        "Tenun Sari,Siti Aminah,5203016502890004,P,25/02/1989,081907654321,Loyok,Sikur,kain tenun,"
        "1500000,2001\n"
        "Bambu Jaya,Lalu Darmawan,5203011203850002,L,12/03/1985,,Loyok,Sikur,anyaman bambu,,1999\n")
    kept = []
    for name, source in (("a.db", tmp_path / "a.csv"), ("b.db", path)):
        with bina.open(tmp_path / name, office="52.03/1") as reg:
            assert reg.import_list(source).faults.to_list() == []
            rows = reg.source_records.order_by("row")
            rows.write_xlsx(path, language=language, columns=columns)
            kept.append([[row[column] for column in columns] for row in rows])
    assert kept[0] == kept[1] and kept[0][0][columns.index("sex")] == "female"


def test_the_commands_write_workbooks_by_their_ending(tmp_path, bina_command):
    bina_command("init", "a.db", "--office", "52.03/1")
    (tmp_path / "a.csv").write_text("NAMA USAHA,NIK\nTenun Sari,5203016502890004\n")
    bina_command("import", "a.db", "a.csv", "--list", "a")
    bina_command("export", "a.db", "source_records", "--out", "rows.xlsx", "--lang", "id")
    bina_command("list", "a.db", "source_records", "--out", "few.xlsx", "--columns", "business_name,nik")
    bina_command("report", "a.db", "lists", "--out", "lists.XLSX")
    bina_command("link", "a.csv", "--out", "entities.xlsx")
    bina_command("export", "a.db", "source_records", "--out", "rows.json")
    bina_command("export", "a.db", "source_records", "--out", "rows.csv")
    assert "5203016502890004" in [cell.value for cell in read(tmp_path / "rows.xlsx")[2]]
    assert [cell.value for cell in read(tmp_path / "few.xlsx")[2]] == ["Tenun Sari", "5203016502890004"]
    assert read(tmp_path / "lists.XLSX").max_row == 2
    assert [cell.value for cell in read(tmp_path / "entities.xlsx")[1]] == ["file", "row", "entity"]
    assert (tmp_path / "rows.json").read_text().startswith("[")
    assert (tmp_path / "rows.csv").read_text().startswith("id,")


@pytest.fixture
def bina_command(tmp_path):
    if shutil.which("bina") is None:
        pytest.skip("the bina command is not on the PATH")

    def run(*arguments):
        done = subprocess.run(["bina", *arguments, "--quiet"], cwd=tmp_path, capture_output=True,
                              text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout
    return run
