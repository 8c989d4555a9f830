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


def rows_of(start, stop, spelling, product="tenun ikat"):
    for n in range(start, stop):
        yield (EVIL if n == 0 else f"Tenun Ikat {n:03}", spelling(f"Inaq Sari{chr(97 + n % 26)}{n}"),
               f"520301410180{n:04}", VILLAGES[n % 5], f"0818053{n:05}", product, 1 + n % 9)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def register(folder):
    """Two lists of made-up people that share some, reconciled."""
    list_file(folder / "dinas.csv", rows_of(0, 60, str))
    list_file(folder / "diskop.csv", rows_of(40, 90, str.upper, "kain tenun"))
    path = folder / "register.db"
    with bina.open(path, office="52.03/1", actor="L. Alwan Wijaya", clock=CLOCK) as reg:
        reg.import_csv(folder / "dinas.csv", list="dinas", title="Dinas Perindustrian",
                       list_date="2026-10-31")
        reg.import_csv(folder / "diskop.csv", list="diskop", title="Dinas Koperasi & UMKM",
                       list_date="2026-09-30")
        reg.reconcile()
        agency = reg.organisations.add(name="Dinas Perdagangan", nature="agency")
        for n, shop in enumerate(reg.enterprises.order_by("name")[:3]):
            answer = {"answered": "2026-11-15", "answer": "exists"} if n == 0 else {}
            reg.confirmations.add(agency=agency, enterprise=shop, asked="2026-11-01", due="2026-11-30", **answer)
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
        assert [figures(cell) for cell in line[2:]] == [row.at_least, row.agreed, row.most_likely, row.at_most]
    for line, row in zip(lists[1:], register.report("lists", known=known)):
        assert line[0].startswith(row["list"])
        assert [figures(cell) for cell in line[2:]] == [row.rows, row.twins, row.registrants, row.only_here]
    matrix = iter(register.report("overlap_matrix", known=known))
    for line in page.tables[2][1:]:
        for cell in line[1:]:
            assert figures(cell) == next(matrix).registrants
    (line,), (row,) = page.tables[3][1:], register.report("confirmations", known=known)
    assert line[0] == row.agency == "Dinas Perdagangan"
    assert [figures(cell) for cell in line[1:]] == [
        row.asked, row.exists, row.closed, row.moved, row.not_ours, row.twin_of, row.cannot_tell,
        row.asked - row.answered] == [3, 1, 0, 0, 0, 0, 0, 2]
    for line, row in zip(page.tables[4][1:], register.report("unresolved", known=known), strict=True):
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
    list_file(folder / "newer.csv", rows_of(5, 55, str, "selendang"))
    register.import_csv(folder / "newer.csv", list="dinas", list_date="2026-11-21")
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


# ---- cards ----

@pytest.fixture(scope="module")
def shop(register):
    """The enterprise both lists name, with all a card can tell."""
    shop = register.enterprises.where(name="Tenun Ikat 045").first()
    register.enterprises.update(shop.id, nib="9120001234567")
    register.enterprises.set_dated(shop.id, "2019-01-01", workers=2)
    register.enterprises.set_dated(shop.id, "2024-07-01", workers=7)
    register.licences.add(holder=shop, nature="halal", number="ID52110001234560324", state="valid",
                          issued="2024-03-02")
    agency = register.organisations.where(name="Dinas Perdagangan").first()
    register.confirmations.add(agency=agency, enterprise=shop, asked="2026-11-01", answered="2026-11-15",
                               answer="exists", answered_by="Baiq Nur", letter="500/77")
    group = register.groups.add(name="KUB Sari", nature="kub", region="52.03.05.2001")
    register.memberships.add(member_of=group, member=shop, role="chair")
    return register.enterprises[shop.id]


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_card_tells_everything_with_its_source(register, shop, language):
    page = read_page(register.card(shop, language=language).html)
    words = page.text
    for said in ("Tenun Ikat 045", shop.number, "9120001234567", "ID52110001234560324", "Dinas Perdagangan",
                 "500/77", "KUB Sari", "Kabupaten Lombok Timur" if language == "id" else "Regency of Lombok Timur",
                 "1 Januari 2019" if language == "id" else "1 January 2019",
                 "1 Juli 2024" if language == "id" else "1 July 2024",
                 "dinas", "diskop"):
        assert said in words, said
    # Which value of which row was taken, and by which rule: as provenance has it.
    sources = {row.field: row for row in register.provenances.where(subject=shop.id)}
    taken = sources["product"]
    compared = next(table for table in page.tables
                    if table[0][-1] == ("Aturan" if language == "id" else "Rule"))
    column = [n for n, head in enumerate(compared[0]) if head.startswith(
        register.source_registers[register.source_records[taken.source].register].name)][0]
    line = next(line for line in compared if line[0] in ("Produk", "Product"))
    assert line[column].endswith("✓") and sum(cell.endswith("✓") for cell in line) == 1
    assert line[-1] == ("yang terbaru" if language == "id" else "the latest")


def test_a_card_shows_no_personal_number_without_a_purpose(register, shop):
    nik, phone = "5203014101800045", "+62818053"
    commit = register.last_commit
    masked = register.card(shop.number).html
    assert nik not in masked and phone not in masked and "•••\u00a0045" in masked
    assert register.last_commit == commit
    shown = register.card("9120001234567", purpose="verifikasi bantuan <alat>").html
    assert nik in shown and phone in shown
    assert "verifikasi bantuan &lt;alat&gt;" in shown and "L. Alwan Wijaya" in shown
    note = register.commits.where(number=register.last_commit).first()
    assert note.rule == "card.open" and shop.number in note.why and "verifikasi" in note.why
    assert not register.verify().to_list()


def test_cards_of_persons_groups_and_the_merged(register, shop):
    owner = register.ownerships.where(enterprise=shop.id).first()
    person = read_page(register.card(owner.party).html)
    assert "Tenun Ikat 045" in person.text
    assert "KUB" in read_page(register.card(register.groups.first()).html).text
    merged = register.enterprises.where(merged_into__null=False).first()
    successor = register.standing(merged)
    card = read_page(register.card(merged).html)
    assert successor.number in card.text and "penggabungan" in card.text
    with pytest.raises(bina.UsageError):
        register.card(register.organisations.first())


def test_evil_names_do_no_harm(register):
    evil = register.enterprises.where(name=EVIL).first()
    page = register.card(evil)
    assert EVIL in read_page(page.html).text
    assert "<script" not in page.html


@pytest.mark.parametrize("width", [1200, 400])
def test_a_browser_shows_the_card(register, shop, folder, width):
    path = folder / "card.html"
    register.card(shop).write(path)
    look_at(path, width, folder / f"card-{width}.png")
    assert print_to_pdf(path, folder / "card.pdf") <= 2


def test_the_command_writes_the_same_card(register, shop, folder):
    out = folder / "command.html"
    tool = pathlib.Path(os.environ["BINA_BUILD"]) / "bin" / "bina"
    subprocess.run([tool, "card", register.path, "9120001234567", "--lang", "id", "--out", out], check=True)
    text = read_page(out.read_text()).text
    assert shop.number in text and "ID52110001234560324" in text
