"""Agencies that will not run Bina: openpyxl plays the officer who fills in the workbook."""

import datetime
import os
import shutil
import subprocess

import pytest

import bina

openpyxl = pytest.importorskip("openpyxl")

DISKOP = """NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,PRODUK,TENAGA KERJA
Tenun Sari,Siti Aminah,5203016502890004,Loyok,Sikur,kain tenun,3
Bambu Jaya,Lalu Darmawan,5203011203850002,Loyok,Sikur,anyaman bambu,2
Kerupuk Barokah,Baiq Nurhayati,5203014409780003,Pringgasela,Pringgasela,kerupuk kulit,4
Gerabah Mandiri,Amaq Sahnun,5203010107700001,Masbagik Timur,Masbagik,gerabah,1
Tenun Pringgo,Inaq Rumisah,5203015505660002,Pringgasela,Pringgasela,kain tenun,2
"""
DISPERIN = """NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,PRODUK
Tenun Sari,Siti Aminah,5203016502890004,Loyok,Sikur,kain tenun
Dodol Manis,Haji Mahsun,5203010202600001,Kembang Kerang,Aikmel,dodol
"""
CLOCK = datetime.datetime(2022, 4, 1, 1, tzinfo=datetime.timezone.utc)


@pytest.fixture
def reg(tmp_path):
    (tmp_path / "diskop.csv").write_text(DISKOP)
    (tmp_path / "disperin.csv").write_text(DISPERIN)
    with bina.open(tmp_path / "a.db", office="52.03/1", actor="Petugas", clock=CLOCK) as reg:
        reg.import_csv(tmp_path / "diskop.csv", agency="Dinas Koperasi")
        reg.import_csv(tmp_path / "disperin.csv")
        reg.reconcile()
        yield reg


@pytest.fixture
def asked(reg, tmp_path):
    path = tmp_path / "tanya.xlsx"
    reg.confirm.send("Dinas Koperasi", path, letter="510/12", asked="2022-03-01", due="2022-03-31")
    return path


class Sheet:
    """The sheet of answers, by header and by name of the enterprise."""

    def __init__(self, path):
        self.path, self.book = path, openpyxl.load_workbook(path)
        self.sheet = self.book["Konfirmasi"]
        self.top = next(row for row in range(1, 20) if self.sheet.cell(row, 1).value == "kode")
        self.columns = {cell.value: cell.column for cell in self.sheet[self.top]}

    def rows(self):
        return range(self.top + 1, self.sheet.max_row + 1)

    def row(self, name):
        return next(row for row in self.rows()
                    if self.sheet.cell(row, self.columns["nama usaha"]).value == name)

    def cell(self, name, column):
        return self.sheet.cell(self.row(name), self.columns[column])

    def number(self, name):
        return self.cell(name, "nomor usaha").value

    def answer(self, name, answer, **more):
        self.cell(name, "jawaban").value = answer
        for column, value in more.items():
            self.cell(name, column.replace("_", " ")).value = value

    def save(self, path=None):
        self.book.save(path or self.path)
        return path or self.path


def confirmation(reg, name):
    shop = reg.enterprises.where(name=name).first()
    return reg.confirmations.where(enterprise=shop.id).first()


def test_what_goes_out_can_only_be_answered(reg, asked):
    sheet = Sheet(asked)
    assert sheet.book.sheetnames == ["Petunjuk", "Konfirmasi"]
    assert sheet.sheet.protection.sheet and sheet.sheet.freeze_panes == f"A{sheet.top + 1}"
    head = [sheet.sheet.cell(row, 1).value for row in range(1, 4)]
    assert "Dinas Koperasi" in head[0] and "510/12" in head[1] and "2022-03-31" in head[1]
    assert {sheet.sheet.cell(row, sheet.columns["nama usaha"]).value for row in sheet.rows()} == {
        "Tenun Sari", "Bambu Jaya", "Kerupuk Barokah", "Gerabah Mandiri", "Tenun Pringgo"}
    open_to_change = {name for name, column in sheet.columns.items()
                      if not sheet.sheet.cell(sheet.top + 1, column).protection.locked}
    assert open_to_change == {"jawaban", "tutup sejak", "pindah ke", "ganda dengan nomor",
                              "keterangan"}
    choices = sheet.sheet.data_validations.dataValidation
    assert [rule.formula1 for rule in choices] == \
        ['"ada,tutup,pindah,bukan binaan kami,ganda dengan yang lain"']
    assert sheet.cell("Bambu Jaya", "baris di daftar Anda").value == "diskop 3"
    assert sheet.cell("Bambu Jaya", "pemilik").value.endswith("Darmawan"), "their own list has it"
    text = str([[cell.value for cell in row] for row in sheet.sheet.iter_rows()])
    assert "5203016502890004" not in text, "no NIK leaves the office"


def test_of_others_lists_owners_are_only_hinted_at(reg, tmp_path):
    path = tmp_path / "semua.xlsx"
    sent = reg.confirm.send("disperin", path, everybody=True)
    assert (sent.agency, sent.enterprises, sent.new) == ("disperin", 6, 6)
    sheet = Sheet(path)
    assert sheet.cell("Tenun Sari", "pemilik").value == "Siti Aminah"
    assert sheet.cell("Gerabah Mandiri", "pemilik").value == "A••• S•••"
    assert reg.source_registers.where(name="disperin").first().agency == \
        reg.organisations.where(name="disperin").first().id


def test_answers_are_written_down_and_change_nothing_by_themselves(reg, asked, tmp_path):
    sheet = Sheet(asked)
    sheet.answer("Tenun Sari", "ada")
    sheet.answer("Bambu Jaya", "tutup", tutup_sejak="17/8/2021", keterangan="pemilik merantau")
    sheet.answer("Kerupuk Barokah", "pindah", pindah_ke="Masbagik Utara, Masbagik")
    sheet.answer("Tenun Pringgo", "ganda dengan yang lain",
                 ganda_dengan_nomor=sheet.number("Tenun Sari"))
    back = sheet.save(tmp_path / "balasan final (2).xlsx")
    before = [dict(shop) for shop in reg.enterprises.order_by("id")]
    receipt, faults = reg.confirm.receive(back, answered_by="H. Sahabudin", letter="518/40",
                                          answered="2022-03-20")
    assert faults.to_list() == []
    assert (receipt.round, receipt.agency, receipt.letter) == (1, "Dinas Koperasi", "510/12")
    assert (receipt.enterprises, receipt.new, receipt.silent, receipt.refused) == (5, 4, 1, 0)
    closed = confirmation(reg, "Bambu Jaya")
    assert (closed.answer, closed.closed_on, closed.remarks, closed.answered_by,
            closed.answer_letter, closed.answered) == (
        "closed", datetime.date(2021, 8, 17), "pemilik merantau", "H. Sahabudin", "518/40",
        datetime.date(2022, 3, 20))
    silent = confirmation(reg, "Gerabah Mandiri")
    assert silent.answer is None and silent.answered is None and silent.due == datetime.date(2022, 3, 31)
    assert [dict(shop) for shop in reg.enterprises.order_by("id")] == before
    assert sorted((row.name, row.answer) for row in reg.confirm.answers) == [
        ("Bambu Jaya", "closed"), ("Kerupuk Barokah", "moved"), ("Tenun Pringgo", "twin_of")]
    rounds = reg.confirm.rounds.to_list()
    assert len(rounds) == 1 and rounds[0].overdue
    assert (rounds[0].enterprises, rounds[0].answered, rounds[0].silent, rounds[0].exists,
            rounds[0].closed, rounds[0].moved, rounds[0].twin_of) == (5, 4, 1, 1, 1, 1, 1)


def test_received_twice_nothing_changes(reg, asked):
    sheet = Sheet(asked)
    sheet.answer("Tenun Sari", "ada")
    sheet.answer("Bambu Jaya", "tutup")
    back = sheet.save()
    reg.confirm.receive(back)
    commits = reg.commits.count()
    receipt, _ = reg.confirm.receive(back, answered="2022-03-30", answered_by="orang lain")
    assert (receipt.new, receipt.changed, receipt.unchanged) == (0, 0, 2)
    assert reg.commits.count() == commits
    assert not reg.verify().to_list()


def test_a_later_answer_supersedes_and_history_keeps_the_first(reg, asked):
    sheet = Sheet(asked)
    sheet.answer("Bambu Jaya", "tutup", tutup_sejak=datetime.datetime(2021, 8, 17))
    reg.confirm.receive(sheet.save(), letter="518/40")
    reg.confirm.dismiss(confirmation(reg, "Bambu Jaya"), "masih buka waktu dikunjungi")
    note = reg.documents.where(nature="note").first()
    assert note.title == "masih buka waktu dikunjungi"
    assert all("dikunjungi" not in (commit.why or "") for commit in reg.commits), "the chain cannot be erased"
    assert reg.confirm.answers.to_list() == []
    sheet = Sheet(asked)
    sheet.answer("Bambu Jaya", "pindah", tutup_sejak=None, pindah_ke="Aikmel")
    receipt, _ = reg.confirm.receive(sheet.save(), letter="518/77")
    assert (receipt.new, receipt.changed) == (0, 1)
    now = confirmation(reg, "Bambu Jaya")
    assert (now.answer, now.closed_on, now.answer_letter) == ("moved", None, "518/77")
    assert [row.answer for row in reg.confirm.answers] == ["moved"], "open again"
    assert any('"closed"' in (step.new or "") for step in reg.confirmations.history(now.id))


def test_an_empty_answer_takes_nothing_back(reg, asked):
    sheet = Sheet(asked)
    sheet.answer("Tenun Sari", "ada")
    reg.confirm.receive(sheet.save())
    sheet.answer("Tenun Sari", None)
    receipt, faults = reg.confirm.receive(sheet.save())
    assert (receipt.silent, receipt.changed) == (5, 0) and faults.to_list() == []
    assert confirmation(reg, "Tenun Sari").answer == "exists"


def test_sorted_cut_and_copied_rows_are_known(reg, asked, tmp_path):
    """The officer copies three rows into a workbook of her own, with columns of her own in front, in
    another order, under headers in her own letters."""
    sheet = Sheet(asked)
    own = openpyxl.Workbook()
    page = own.active
    page.append(["Rekap Bidang UMKM"])
    page.append([])
    page.append(["NO", "NAMA  USAHA", "Keterangan", "JAWABAN", "Nomor Usaha", "Kode", "diperiksa"])
    for n, (name, answer) in enumerate([("Tenun Pringgo", "Masih ada"), ("Bambu Jaya", "TUTUP "),
                                        ("Gerabah Mandiri", "bukan binaan")], 1):
        page.append([n, name, "ok", answer, sheet.number(name), sheet.cell(name, "kode").value.lower(),
                     "ya"])
    own.create_sheet("Catatan").append(["lain-lain"])
    back = tmp_path / "rekap.xlsx"
    own.save(back)
    receipt, faults = reg.confirm.receive(back)
    assert faults.to_list() == [] and (receipt.enterprises, receipt.new) == (3, 3)
    assert [confirmation(reg, name).answer for name in
            ("Tenun Pringgo", "Bambu Jaya", "Gerabah Mandiri")] == ["exists", "closed", "not_ours"]


def test_a_sheet_saved_as_csv_is_known_too(reg, asked, tmp_path):
    sheet = Sheet(asked)
    back = tmp_path / "balasan.csv"
    back.write_text("Konfirmasi usaha;;;\n;;;\nkode;nomor usaha;jawaban;tutup sejak\n"
                    f"{sheet.cell('Bambu Jaya', 'kode').value};;tutup;17-08-2021\n")
    receipt, faults = reg.confirm.receive(back)
    assert receipt.new == 1 and faults.to_list() == []
    assert confirmation(reg, "Bambu Jaya").closed_on == datetime.date(2021, 8, 17)


def test_every_fault_has_its_cell_and_stops_no_other_row(reg, asked, tmp_path):
    sheet = Sheet(asked)
    sheet.answer("Tenun Sari", "mungkin")
    sheet.answer("Bambu Jaya", "tutup", tutup_sejak="kapan-kapan")
    sheet.cell("Kerupuk Barokah", "kode").value = "K-0000-0000-0"
    sheet.answer("Kerupuk Barokah", "ada")
    sheet.answer("Gerabah Mandiri", "ganda dengan yang lain",
                 ganda_dengan_nomor=sheet.number("Gerabah Mandiri"))
    sheet.answer("Tenun Pringgo", None, pindah_ke="Aikmel")
    sheet.sheet.cell(sheet.sheet.max_row + 1, sheet.columns["jawaban"]).value = "ada"
    receipt, faults = reg.confirm.receive(sheet.save())
    told = {fault.rule: fault for fault in faults}
    assert set(told) == {"confirm.answer", "confirm.day", "confirm.code", "confirm.twin",
                         "confirm.no-answer", "confirm.no-code"}
    fault = told["confirm.answer"]
    assert (fault.sheet, fault.line, fault.column) == (
        "Konfirmasi", sheet.row("Tenun Sari"), sheet.columns["jawaban"])
    assert told["confirm.day"].severity == "warning" and "mungkin" not in fault.message
    assert (receipt.new, receipt.refused) == (2, 4)
    assert confirmation(reg, "Bambu Jaya").closed_on is None
    assert confirmation(reg, "Gerabah Mandiri").twin is None


def test_columns_sorted_apart_are_noticed(reg, asked):
    sheet = Sheet(asked)
    numbers = [sheet.sheet.cell(row, sheet.columns["nomor usaha"]).value for row in sheet.rows()]
    for row, number in zip(sheet.rows(), reversed(numbers)):
        sheet.sheet.cell(row, sheet.columns["nomor usaha"]).value = number
        sheet.sheet.cell(row, sheet.columns["jawaban"]).value = "tutup"
    receipt, faults = reg.confirm.receive(sheet.save())
    assert receipt.refused == 4 and {fault.rule for fault in faults} == {"confirm.mixed"}


def test_the_number_names_a_row_whose_code_is_gone(reg, asked):
    sheet = Sheet(asked)
    sheet.cell("Bambu Jaya", "kode").value = None
    sheet.answer("Bambu Jaya", "tutup")
    receipt, faults = reg.confirm.receive(sheet.save())
    assert receipt.new == 1 and faults.to_list() == []
    assert confirmation(reg, "Bambu Jaya").answer == "closed"


def test_answered_twice_in_one_file_the_first_answer_stands(reg, asked):
    sheet = Sheet(asked)
    sheet.answer("Bambu Jaya", "ada")
    end = sheet.sheet.max_row + 1
    for column in ("kode", "nomor usaha"):
        sheet.sheet.cell(end, sheet.columns[column]).value = sheet.cell("Bambu Jaya", column).value
    sheet.sheet.cell(end, sheet.columns["jawaban"]).value = "tutup"
    receipt, faults = reg.confirm.receive(sheet.save())
    assert [fault.rule for fault in faults] == ["confirm.twice"] and receipt.new == 1
    assert confirmation(reg, "Bambu Jaya").answer == "exists"


def test_files_that_are_not_ours_are_refused(reg, asked, tmp_path):
    other = tmp_path / "lain.xlsx"
    bina.read_csv(DISKOP.encode()).write_xlsx(other)
    with pytest.raises(bina.Error) as caught:
        reg.confirm.receive(other)
    assert caught.value.rule == "confirm.no-sheet"
    with bina.open(tmp_path / "b.db", office="52.04/1") as elsewhere:
        with pytest.raises(bina.Error) as caught:
            elsewhere.confirm.receive(asked)
        assert caught.value.rule == "confirm.foreign"
    with pytest.raises(bina.UsageError):
        reg.confirm.receive(asked, answered="2022-04-02")
    (tmp_path / "x.xlsx").write_text("bukan buku kerja")
    with pytest.raises(bina.Error):
        reg.confirm.receive(tmp_path / "x.xlsx")


def test_the_same_day_and_letter_are_the_same_round(reg, asked, tmp_path):
    before = asked.read_bytes()
    again = reg.confirm.send("dinas koperasi", asked, letter="510/12", asked="2022-03-01",
                             due="2022-03-31")
    assert (again.round, again.new, again.enterprises) == (1, 0, 5)
    assert asked.read_bytes() == before
    later = reg.confirm.send("Dinas Koperasi", tmp_path / "b.xlsx", letter="510/12",
                             asked="2022-04-05")
    assert (later.round, later.new) == (2, 5), "asked again, a reminder"
    with pytest.raises(bina.NotFoundError) as caught:
        reg.confirm.send("Dinas Antah Berantah", tmp_path / "c.xlsx")
    assert caught.value.rule == "confirm.agency"
    with pytest.raises(bina.UsageError):
        reg.confirm.send("Dinas Koperasi", tmp_path / "c.xlsx", due="2022-01-01")
    with pytest.raises(bina.Error):
        reg.confirm.send("Dinas Koperasi", tmp_path / "tidak" / "ada.xlsx", asked="2022-06-01")
    assert reg.confirmations.where(asked="2022-06-01").count() == 0, "nothing was asked"


def test_only_a_region_is_asked_about(reg, tmp_path):
    sent = reg.confirm.send("Dinas Koperasi", tmp_path / "a.xlsx",
                            region=reg.enterprises.where(name="Bambu Jaya").first().region[:8])
    assert sent.enterprises == 2, "Loyok lies in Sikur"


def test_applying_does_what_the_answer_proposes_and_says_why(reg, asked):
    sheet = Sheet(asked)
    sheet.answer("Bambu Jaya", "tutup", tutup_sejak="17/8/2021")
    sheet.answer("Kerupuk Barokah", "pindah", pindah_ke="Desa Masbagik Utara, Kec. Masbagik")
    sheet.answer("Gerabah Mandiri", "pindah", pindah_ke="Praya, Praya, Lombok Tengah")
    sheet.answer("Tenun Pringgo", "ganda", ganda_dengan_nomor=sheet.number("Tenun Sari"))
    sheet.answer("Tenun Sari", "ada")
    receipt, faults = reg.confirm.receive(sheet.save(), letter="518/40", answered="2022-03-20")
    assert receipt.new == 5 and faults.to_list() == []
    for answer in reg.confirm.answers.to_list():
        assert reg.confirm.apply(answer.confirmation)
    assert reg.confirm.answers.to_list() == []

    def shop(name):
        return reg.enterprises.where(name=name).first()

    assert shop("Bambu Jaya").status == "closed"
    assert reg.enterprises.where(name="Bambu Jaya").as_of("2021-08-16").first().status == "active"
    assert reg.enterprises.where(name="Bambu Jaya").as_of("2021-08-17").first().status == "closed"
    assert "518/40" in reg.enterprises.history(shop("Bambu Jaya").id).to_list()[-1].why
    assert bina.reference.region(shop("Kerupuk Barokah").region).name == "Masbagik Utara"
    assert shop("Kerupuk Barokah").status == "active"
    assert shop("Gerabah Mandiri").region.startswith("52.02")
    assert shop("Gerabah Mandiri").status == "moved_away", "others look after it now"
    assert shop("Tenun Pringgo").merged_into == shop("Tenun Sari").id
    assert reg.confirm.apply(confirmation(reg, "Bambu Jaya")) is False, "nothing is left to do"
    reg.reconcile()
    assert shop("Bambu Jaya").status == "closed", "what people decided outlives reconciling"
    assert shop("Gerabah Mandiri").status == "moved_away"


def test_what_cannot_be_told_is_not_applied(reg, asked):
    sheet = Sheet(asked)
    sheet.answer("Kerupuk Barokah", "pindah", pindah_ke="ke rumah mertua")
    sheet.answer("Bambu Jaya", "ganda dengan yang lain")
    reg.confirm.receive(sheet.save())
    for name, rule in (("Kerupuk Barokah", "confirm.place"), ("Bambu Jaya", "confirm.twin")):
        with pytest.raises(bina.InvalidError) as caught:
            reg.confirm.apply(confirmation(reg, name))
        assert caught.value.rule == rule and caught.value.pesan
    with pytest.raises(bina.UsageError):
        reg.confirm.apply(confirmation(reg, "Tenun Sari"))
    assert len(reg.confirm.answers.to_list()) == 2


def test_agencies_that_differ_are_told(reg, asked, tmp_path):
    other = tmp_path / "lain.xlsx"
    reg.confirm.send("disperin", other)
    for path, answer in ((asked, "tutup"), (other, "ada")):
        sheet = Sheet(path)
        sheet.answer("Tenun Sari", answer)
        reg.confirm.receive(sheet.save())
    answers = reg.confirm.answers.to_list()
    assert [(row.agency, row.answer, row.others) for row in answers] == [
        ("Dinas Koperasi", "closed", "exists")]


@pytest.mark.skipif(shutil.which("bina") is None, reason="the bina command is not on the PATH")
def test_the_command_asks_receives_and_applies(tmp_path):
    def run(*arguments, status=0):
        done = subprocess.run(["bina", *arguments], cwd=tmp_path, capture_output=True, text=True,
                              env=dict(os.environ, LC_ALL="C.UTF-8", BINA_ACTOR="test"))
        assert done.returncode == status, done.stderr
        return done.stdout

    (tmp_path / "diskop.csv").write_text(DISKOP)
    run("init", "a.db", "--office", "52.03/1")
    run("import", "a.db", "diskop.csv")
    run("import", "a.db", "diskop.csv", "--agency", "Dinas Koperasi")
    run("reconcile", "a.db")
    told = run("confirm", "send", "a.db", "--to", "Dinas Koperasi", "--out", "tanya.xlsx", "--letter",
               "510/12", "--asked", "2022-03-01", "--due", "2022-03-31", "--lang", "id")
    assert told.startswith("putaran 1: Dinas Koperasi ditanya tentang 5 usaha")
    sheet = Sheet(tmp_path / "tanya.xlsx")
    sheet.answer("Bambu Jaya", "tutup")
    sheet.answer("Tenun Sari", "entah")
    sheet.save()
    told = run("confirm", "receive", "a.db", "tanya.xlsx", "--faults", "f.csv", status=1)
    assert "1 new," in told and "1 refused" in told
    assert "confirm.answer" in (tmp_path / "f.csv").read_text()
    assert "yes" in run("confirm", "list", "a.db"), "long past due"
    answers = run("confirm", "answers", "a.db", "--csv").splitlines()
    assert len(answers) == 2
    run("confirm", "apply", "a.db", answers[1].split(",")[0], "--reason", "dilihat")
    assert len(run("confirm", "answers", "a.db", "--csv").splitlines()) == 1
    assert " to mend" in run("feedback", "a.db", "Dinas Koperasi", "--out", "mend.xlsx")
    run("feedback", "a.db", "Dinas Koperasi", status=2)
    run("confirm", "sing", "a.db", status=2)
    run("confirm", "send", "a.db", status=2)
