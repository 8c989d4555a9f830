"""Workbooks in: what XlsxWriter and openpyxl write, held against openpyxl's reading of the same file."""

import datetime
import io
import os
import re
import shutil
import subprocess
import zipfile

import pytest

import bina

openpyxl = pytest.importorskip("openpyxl")
xlsxwriter = pytest.importorskip("xlsxwriter")

HEADERS = ["Nama", "NIK", "Lahir", "Omzet", "Lintang", "Aktif", "Jam", "Terdaftar"]
ROWS = [
    ["Tenun Ikat", "0203010101900001", datetime.date(1990, 7, 1), 1500000, -8.5653, True,
     datetime.time(10, 15), datetime.datetime(2020, 11, 9, 13, 45, 10)],
    ["  anyaman  ", None, datetime.date(1900, 1, 1), 0.1 + 0.2, 1e-7, False, None,
     datetime.datetime(1999, 12, 31, 23, 59, 59)],
    ["dua\nbaris", "5203016502890004", datetime.date(1900, 3, 1), 12345678901, 116.5, None,
     datetime.time(23, 59, 59), None],
    ["<&>\"' é 織物 \U0001f9f5", "x", datetime.date(2099, 12, 31), 5.2e14, -0.5, True, None, None],
]


def as_read(value):
    """How a person reads a value of openpyxl's."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.isoformat() if value.time() != datetime.time() else value.date().isoformat()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, float):
        text = f"{value:.15g}"  # Excel's precision
        return f"{float(text):.20f}".rstrip("0").rstrip(".") if "e" in text else text
    return str(value)


def with_xlsxwriter(path, rows, **options):
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet("IKM")
    looks = {datetime.date: book.add_format({"num_format": "dd/mm/yyyy"}),
             datetime.time: book.add_format({"num_format": "hh:mm:ss"}),
             datetime.datetime: book.add_format({"num_format": "d mmmm yyyy hh:mm:ss"})}
    for r, row in enumerate([HEADERS, *rows]):
        for c, value in enumerate(row):
            if type(value) in looks:
                sheet.write_datetime(r, c, value, looks[type(value)])
            elif isinstance(value, str):
                sheet.write_string(r, c, value)
            else:
                sheet.write(r, c, value)
    book.close()


def with_openpyxl(path, rows, write_only=False):
    book = openpyxl.Workbook(write_only=write_only)
    sheet = book.create_sheet("IKM") if write_only else book.active
    sheet.title = "IKM"
    for row in [HEADERS, *rows]:
        sheet.append(row)
    book.save(path)


WRITERS = {
    "xlsxwriter": with_xlsxwriter,
    "xlsxwriter-inline": lambda path, rows: with_xlsxwriter(path, rows, constant_memory=True),
    "xlsxwriter-1904": lambda path, rows: with_xlsxwriter(path, rows, date_1904=True),
    "openpyxl": with_openpyxl,
    "openpyxl-stream": lambda path, rows: with_openpyxl(path, rows, write_only=True),
}


@pytest.mark.parametrize("writer", WRITERS)
def test_reads_what_openpyxl_reads(tmp_path, writer):
    path = tmp_path / "a.xlsx"
    # 1900 is counted as Lotus 1-2-3 did: no program agrees on what stands before March then.
    rows = [[None if writer != "xlsxwriter" and isinstance(value, datetime.date) and value.year == 1900
             else value for value in row] for row in ROWS]
    WRITERS[writer](path, rows)
    sheet = openpyxl.load_workbook(path, data_only=True)["IKM"]
    wanted = [[as_read(cell) for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)]
    read = [[row[name] for name in HEADERS] for row in bina.read_list(path)]
    assert read == wanted


def test_identifiers_that_are_numbers(tmp_path):
    """Excel keeps 15 digits, and where it did nobody is to take the zero for a digit; what another
    program wrote whole comes whole."""
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    padded = book.add_format({"num_format": "0000000000000"})
    phone = book.add_format({"num_format": "\"0\"###########"})
    for c, header in enumerate(["Nama", "NIK", "NIB", "HP"]):
        sheet.write(0, c, header)
    for r, (name, nik) in enumerate([("utuh", 5203014107900001), ("terpotong", 5203014107900000)], 1):
        sheet.write(r, 0, name)
        sheet.write_number(r, 1, nik)
        sheet.write_number(r, 2, 220001234567, padded)
        sheet.write_number(r, 3, 81234567890, phone)
    book.close()
    rows = list(bina.read_list(path))
    assert [row["NIK"] for row in rows] == ["5203014107900001", "5.20301410790000E+15"]
    assert rows[0]["NIB"] == "0220001234567" and rows[0]["HP"] == "081234567890"


def strict(data):
    """The same workbook in ISO 29500 Strict: other namespaces, and prefixes as some writers put them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            text = text.replace("http://schemas.openxmlformats.org/officeDocument/2006",
                                "http://purl.oclc.org/ooxml/officeDocument")
            if name.startswith("xl/worksheets/sheet"):
                text = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", text).replace("xmlns=", "xmlns:x=")
            new.writestr(name, text)
    return out.getvalue()


def test_strict_workbooks_and_bytes():
    data = io.BytesIO()
    with_openpyxl(data, [row[:6] for row in ROWS])
    usual = [dict(row) for row in bina.read_list(data.getvalue())]
    assert usual[0]["NIK"] == "0203010101900001" and len(usual) == 4
    assert [dict(row) for row in bina.read_list(strict(data.getvalue()))] == usual


def test_standard_input_may_be_a_workbook(tmp_path):
    with_openpyxl(tmp_path / "a.xlsx", ROWS)
    command = shutil.which("bina") or os.path.join(os.environ["BINA_BUILD"], "bin", "bina")
    store = tmp_path / "a.db"
    subprocess.run([command, "init", store, "--office", "52.03/1"], check=True, capture_output=True)
    with open(tmp_path / "a.xlsx", "rb") as file:
        done = subprocess.run([command, "import", store, "-", "--list", "dagang"], stdin=file,
                              capture_output=True, text=True)
    assert "4 kept" in done.stdout + done.stderr, done.stderr


@pytest.mark.parametrize("what, told", [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024), ".xls"),
    (b"%PDF-1.4 ...", "PDF"),
    (b"<html><table><tr><td>NIK</td></tr></table></html>", "web"),
    (b"PK\x03\x04 cut off", "damaged"),
    (b'[\n  {"nama": "Sari"}]', "JSON"),
    (b'{ "nama": ["Sari"]}', "JSON"),
    (b"PAR1" + bytes(64), "Parquet"),
])
def test_what_is_no_workbook_is_refused_in_words(tmp_path, what, told):
    (tmp_path / "a.xls").write_bytes(what)
    with pytest.raises(bina.Error) as caught:
        list(bina.read_list(tmp_path / "a.xls"))
    message = str(caught.value)
    assert told in message or (told == "PDF" and "document" in message), message


def test_other_archives_are_told_apart(tmp_path):
    for member, told in [("content.xml", ".ods"), ("word/document.xml", "Word"), ("foto.jpg", "zip")]:
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(member, "<x/>")
        with pytest.raises(bina.Error, match=re.escape(told)):
            list(bina.read_list(path))


def test_a_bomb_is_refused(tmp_path):
    """A small file that unpacks to much more than any list."""
    path = tmp_path / "bom.xlsx"
    with_openpyxl(path, ROWS)
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in members.items():
            if name != "xl/worksheets/sheet1.xml":
                new.writestr(name, data)
        with new.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(100):
                sheet.write(b" " * 1000000)
    assert path.stat().st_size < 200000
    with pytest.raises(bina.Error, match="unpacks"):
        list(bina.read_list(path))
