"""The three lists as the offices really send them: workbooks that people made to be printed.

The industry office prints one long sheet under a letterhead, the cooperatives office keeps a sheet
for every district with the villages as lines between the rows, and the trade office exports a table
of its database whose numbers a spreadsheet took for numbers.
"""

import datetime
import random
import re

import xlsxwriter

# A workbook carries the time it was made; the same seed gives the same bytes.
MADE = datetime.datetime(2022, 1, 3, 8, 0, 0)

DISPERIN_HEADER = (
    ("NO", None), ("NAMA PERUSAHAAN", None), ("NAMA PEMILIK", None), ("NIK", None),
    ("ALAMAT", None), ("DESA/KELURAHAN", None), ("KECAMATAN", None), ("NO TELP", None),
    ("KBLI", None), ("JENIS PRODUK", None), ("TAHUN BERDIRI", None),
    ("TENAGA KERJA", ("L", "P")), ("NILAI INVESTASI (Rp. 000)", None), ("TGL DATA", None))


def digits(text):
    return int(re.sub(r"\D", "", text) or 0)


class Book:
    """A workbook with the formats that all three offices use."""

    def __init__(self, path):
        self.book = xlsxwriter.Workbook(str(path), {"strings_to_numbers": False,
                                                    "strings_to_formulas": False})
        self.book.set_properties({"created": MADE})
        make = self.book.add_format
        self.title = make({"bold": True, "align": "center", "font_size": 13})
        self.header = make({"bold": True, "border": 1, "align": "center", "valign": "vcenter",
                            "text_wrap": True})
        self.cell = make({"border": 1})
        self.money = make({"border": 1, "num_format": "#,##0"})
        self.date = make({"border": 1, "num_format": "dd/mm/yyyy"})
        self.bold = make({"bold": True, "border": 1})

    def sheet(self, name):
        return self.book.add_worksheet(name)

    def close(self):
        self.book.close()


def write_row(sheet, at, values, book):
    for column, value in enumerate(values):
        if value == "" or value is None:
            sheet.write_blank(at, column, None, book.cell)
        elif isinstance(value, datetime.date):
            sheet.write_datetime(at, column, datetime.datetime(value.year, value.month, value.day),
                                 book.date)
        elif isinstance(value, (int, float)):
            sheet.write_number(at, column, value, book.money if value > 9999 else book.cell)
        else:
            sheet.write_string(at, column, value, book.cell)


def disperin(path, rows, style, rng):
    """Letterhead, a header of two lines, the columns' numbers, thousands of rupiah, a total."""
    book = Book(path)
    sheet = book.sheet("DATA IKM 2019")
    columns = sum(len(below) if below else 1 for _, below in DISPERIN_HEADER)
    for at, text in enumerate(("PEMERINTAH KABUPATEN LOMBOK TIMUR", "DINAS PERINDUSTRIAN",
                               "DAFTAR INDUSTRI KECIL DAN MENENGAH TAHUN 2019")):
        sheet.merge_range(at, 0, at, columns - 1, text, book.title)
    column = 0
    for text, below in DISPERIN_HEADER:
        if below:
            sheet.merge_range(4, column, 4, column + len(below) - 1, text, book.header)
            for word in below:
                sheet.write_string(5, column, word, book.header)
                column += 1
        else:
            sheet.merge_range(4, column, 5, column, text, book.header)
            column += 1
    for column in range(columns):
        sheet.write_number(6, column, column + 1, book.header)
    workers = investment = 0
    at = 7
    for row in rows:
        cells = style(row)
        men = women = ""
        if cells[11]:
            women = rng.randint(0, cells[11])
            men = cells[11] - women
        capital = digits(cells[12]) // 1000 or ""
        when = datetime.datetime.strptime(cells[13], "%d/%m/%Y").date()
        write_row(sheet, at, cells[:11] + [men, women, capital, when], book)
        workers += cells[11] or 0
        investment += capital or 0
        at += 1
    sheet.merge_range(at, 0, at, 10, "JUMLAH", book.bold)
    sheet.merge_range(at, 11, at, 12, workers, book.bold)
    sheet.write_number(at, 13, investment, book.bold)
    for down, text in ((2, "Selong, 31 Desember 2019"), (3, "Kepala Dinas Perindustrian"),
                       (7, "NIP. -")):
        sheet.write_string(at + down, 11, text)
    sheet.freeze_panes(7, 0)
    book.close()


def diskop(path, rows, style, header):
    """A sheet a district, a line a village; neither has a column of its own."""
    book = Book(path)
    village, district = header.index("Desa"), header.index("Kecamatan")
    columns = [at for at in range(len(header)) if at not in (village, district)]
    sheet, here, there = None, None, None
    at = number = 0

    def end():
        sheet.write_string(at, 0, "Jumlah", book.bold)
        sheet.write_number(at, 1, number, book.bold)

    for row in rows:
        cells = style(row)
        if cells[district] != here:
            if sheet is not None:
                end()
            here, there, number = cells[district], None, 0
            sheet = book.sheet("Kec. " + here)
            sheet.write_string(0, 0, "DATA UMKM KECAMATAN " + here.upper(), book.title)
            sheet.write_string(1, 0, "Dinas Koperasi dan UKM Kabupaten Lombok Timur")
            for column, origin in enumerate(columns):
                sheet.write_string(3, column, header[origin], book.header)
            at = 4
        if row.section != there:
            there = row.section
            if there:
                sheet.merge_range(at, 0, at, len(columns) - 1, there, book.bold)
                at += 1
        number += 1
        cells[0] = number
        write_row(sheet, at, [cells[column] for column in columns], book)
        at += 1
    if sheet is not None:
        end()
    book.close()


def disdag(path, rows, style, header):
    """What a database gave: phones and some NIKs are numbers, dates are dates."""
    book = Book(path)
    sheet = book.sheet("export")
    for column, text in enumerate(header):
        sheet.write_string(0, column, text)
    nik, phone, when = header.index("nik"), header.index("telepon"), header.index("tgl_input")
    numbers = [header.index(name) for name in ("kbli", "tk", "modal", "thn_mulai")]
    for at, row in enumerate(rows, 1):
        cells = style(row)
        if re.fullmatch(r"0?8\d{8,11}", cells[phone]):
            cells[phone] = int(cells[phone])
        if "nik_rounded" in row.errors and cells[nik].isdigit():
            cells[nik] = int(cells[nik])
        for column in numbers:
            if str(cells[column]).isdigit():
                cells[column] = int(cells[column])
        cells[when] = datetime.date.fromisoformat(cells[when])
        write_row(sheet, at, cells, book)
    book.close()


def in_sections(lists, rows):
    """By district and village as the rows name them; who names no village stands first."""
    placed = []
    for row in rows:
        e, befell = row.enterprise, row.errors
        name, district = e.village.name, e.village.district
        code = e.village.code
        if "former_village" in befell:
            name, district, code = (e.village.former_name, e.village.former_district,
                                    e.village.former_code)
        if "wrong_district" in befell:
            number = int(e.village.district_code[6:])
            district = lists.district_names["52.03.%02d" % (number + 1 if number < 20 else number - 1)]
        kind = "Kelurahan " if code[9:10] == "1" else "Desa "
        row.section = "" if "no_village" in befell else kind + name
        placed.append((district, row.section, row))
    placed.sort(key=lambda p: p[:2])
    return [row for _, _, row in placed]


def write(lists, styles, out, seed):
    """Write the three workbooks and number the rows as they stand there, sheet after sheet."""
    rng = random.Random("workbooks %d" % seed)
    lists.by_office["diskop"] = in_sections(lists, lists.by_office["diskop"])
    for office, rows in lists.by_office.items():
        for at, row in enumerate(rows, 1):
            row.at = at
        style, _, _, header = styles[office]
        path = out / (office + ".xlsx")

        def cells(row, style=style):
            return style(lists, row)

        if office == "disperin":
            disperin(path, rows, cells, rng)
        elif office == "diskop":
            diskop(path, rows, cells, header)
        else:
            disdag(path, rows, cells, header)
