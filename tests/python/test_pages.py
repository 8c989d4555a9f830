"""Pages to sign and hand around: their figures are those of the reports, they are sound HTML, and a real
browser shows and prints them."""

import datetime
import os
import pathlib
import subprocess

import pytest

import bina
from browser import look_at, print_to_pdf, read_page

CLOCK = datetime.datetime(2026, 11, 22, 1, 0, tzinfo=datetime.timezone.utc)
EVIL = "<script>alert('Tenun & \"Ikat\"')</script>"
VILLAGES = ["Pringgasela", "Loyok", "Sukadana", "Masbagik Utara", "Kembang Kuning"]


def list_file(path, rows):
    with open(path, "w") as file:
        file.write("NAMA USAHA;NAMA PEMILIK;NIK;DESA;KECAMATAN;KABUPATEN;NO HP;PRODUK;JUMLAH TENAGA KERJA\n")
        for name, owner, nik, village, phone, product, workers in rows:
            quoted = '"' + name.replace('"', '""') + '"'
            file.write(f"{quoted};{owner};{nik};{village};;Lombok Timur;{phone};{product};{workers}\n")


def rows_of(start, stop, spelling):
    for n in range(start, stop):
        yield (EVIL if n == 0 else f"Tenun Ikat {n:03}", spelling(f"Inaq Sari{chr(97 + n % 26)}{n}"),
               f"520301410180{n:04}", VILLAGES[n % 5], f"0818053{n:05}", "tenun ikat", 1 + n % 9)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def register(folder):
    """Two lists of made-up people that share some, reconciled."""
    list_file(folder / "dinas.csv", rows_of(0, 60, str))
    list_file(folder / "diskop.csv", rows_of(40, 90, str.upper))
    path = folder / "register.db"
    with bina.open(path, office="52.03/1", actor="L. Alwan Wijaya", clock=CLOCK) as reg:
        reg.import_csv(folder / "dinas.csv", list="dinas", title="Dinas Perindustrian",
                       list_date="2026-10-31")
        reg.import_csv(folder / "diskop.csv", list="diskop", title="Dinas Koperasi & UMKM",
                       list_date="2026-09-30")
        reg.reconcile()
        yield reg


@pytest.fixture(scope="module")
def issued(register):
    signatories = {"Kepala Dinas Perindustrian": "Hj. Siti Aminah, S.E. (NIP 19700101 199503 2 001)",
                   "Kepala Dinas Koperasi dan UMKM": "Lalu Amin"}
    return {language: register.statement(
        f"500.9/{language}/2026", issue=True, language=language, place="Selong",
        office="Dinas Perindustrian", signatories=signatories) for language in ("id", "en")}


def figures(text):
    """The whole numbers of a table's cells, whichever way they are grouped."""
    return int(text.split(" ")[0].replace(".", "").replace(",", ""))


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_figures_are_those_of_the_reports(register, issued, language):
    page = read_page(issued[language].html)
    known = register.statements.where(number=f"500.9/{language}/2026").first().known_at
    count, lists = page.tables[0], page.tables[1]
    for line, row in zip(count[1:], register.report("count", known=known), strict=True):
        assert [figures(cell) for cell in line[2:5]] == [row.at_least, row.agreed, row.at_most]
    for line, row in zip(lists[1:], register.report("lists", known=known)):
        assert line[0].startswith(row["list"])
        assert [figures(cell) for cell in line[2:]] == [row.rows, row.twins, row.registrants, row.only_here]
    matrix = iter(register.report("overlap_matrix", known=known))
    for line in page.tables[2][1:]:
        for cell in line[1:]:
            assert figures(cell) == next(matrix).registrants
    for line, row in zip(page.tables[3][1:], register.report("unresolved", known=known), strict=True):
        assert figures(line[1]) == row.number
    # Twenty enterprises stand on both lists, by the way the lists were made.
    assert figures(page.tables[2][1][2]) == 20


def test_a_statement_reads_as_such_papers_do(issued):
    text = read_page(issued["id"].html).text
    assert "Pemerintah Kabupaten Lombok Timur" in text
    assert "Nomor: 500.9/id/2026" in text
    assert ("Pada hari ini, Minggu, tanggal dua puluh dua bulan November tahun dua ribu dua puluh enam, "
            "bertempat di Selong") in text
    assert "90 usaha industri" in text
    assert "NIP 19700101 199503 2 001" in text
    assert "31 Oktober 2026" in text
    english = read_page(issued["en"].html).text
    assert "On Sunday, 22 November 2026, in Selong" in english
    assert "31 October 2026" in english


def test_it_is_the_same_to_the_letter_whatever_comes_after(register, issued, folder):
    before = {(number, language): str(register.statement(number, language=language))
              for number in ("500.9/id/2026", "500.9/en/2026") for language in ("id", "en")}
    assert before["500.9/id/2026", "id"] == issued["id"].html
    list_file(folder / "disdag.csv", rows_of(30, 120, str.title))
    register.import_csv(folder / "disdag.csv", list="disdag", list_date="2026-11-20")
    register.import_csv(folder / "diskop.csv", list="dinas", list_date="2026-11-21")
    for review in register.review():
        register.decide(review, "different", "looked at")
    register.reconcile()
    one, other = register.enterprises.where(merged_into__null=True)[:2]
    register.merge(one, other, "the same stall")
    assert register.report("count").first().agreed != 90
    again = {key: str(register.statement(key[0], language=key[1])) for key in before}
    assert again == before

    copy = folder / "copy.db"
    register.backup(copy)
    with bina.open(copy, mode="read") as reg:
        assert {key: str(reg.statement(key[0], language=key[1])) for key in before} == before
    # Another program, another clock, another actor.
    out = folder / "again.html"
    tool = pathlib.Path(os.environ["BINA_BUILD"]) / "bin" / "bina"
    subprocess.run([tool, "statement", copy, "--number", "500.9/id/2026", "--lang", "id", "--out", out],
                   check=True)
    assert out.read_text() == before["500.9/id/2026", "id"]


def test_a_draft_is_no_statement(register):
    commit = register.last_commit
    page = read_page(register.statement().html)
    assert "DRAF, belum diterbitkan" in page.text
    assert register.last_commit == commit
    with pytest.raises(bina.NotFoundError):
        register.statement("no such number")
    with pytest.raises(bina.DuplicateError):
        register.statement("500.9/id/2026", issue=True)


@pytest.mark.parametrize("width", [1200, 400])
def test_a_browser_shows_the_statement(issued, folder, width):
    path = folder / "statement.html"
    issued["id"].write(path)
    look_at(path, width, folder / f"statement-{width}.png")


def test_it_is_printed_on_two_sheets(issued, folder):
    path = folder / "statement.html"
    issued["id"].write(path)
    assert print_to_pdf(path, folder / "statement.pdf") <= 2
    assert issued["id"]._repr_html_().startswith("<iframe srcdoc=")
