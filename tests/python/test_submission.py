"""Protects what a province sees of its regencies' submissions, in Python and on the command line.

Nusa Tenggara Barat (52) has eight regencies and two cities (Kepmendagri 300.2.2-2430/2025).
"""

import csv
import datetime
import io
import os
import shutil
import sqlite3
import subprocess

import bina
import pytest

COUNTS = "satuan;cakupan;jumlah\nusaha;industri;1.250\nkelompok;industri;50-60\n"
ROWS = "NAMA USAHA,NAMA PEMILIK,DESA,KECAMATAN,PRODUK\nTenun A,Aminah,Pancor,Selong,tenun\n"
CLOCK = datetime.datetime(2026, 7, 5, 2, tzinfo=datetime.timezone.utc)


@pytest.fixture
def province(tmp_path):
    with bina.open(tmp_path / "ntb.db", office="52/1", actor="Bq. Nurhayati", clock=CLOCK) as reg:
        yield reg


def file(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text)
    return path


def test_a_submission_goes_its_way(province, tmp_path):
    assert province.submission_due("52", "2026 semester 1", on="2026-07-15") == 10
    came = province.submission_receive("52.03", "2026-H1", file(tmp_path, "c.csv", COUNTS),
                                       sent_by="Lalu Ahmad", letter="500/1/2026")
    assert (came.submission.state, came.submission.nature, came.submission.rows) == (
        "received", "counts", 2)
    assert not list(came.faults)
    with pytest.raises(bina.InvalidError, match="no reason"):
        province.submission_return("52.03", "2026-H1", "")
    province.submission_return("52.03", "2026-H1", "jumlah kelompok diragukan")
    again = province.submission_receive("52.03", "2026-H1", file(tmp_path, "r.csv", ROWS))
    assert (again.submission.nature, again.submission.times) == ("rows", 2)
    province.submission_accept("52.03", "2026-H1")
    state = province.submissions.where(region="52.03").first()
    assert (state.state, state.decided_by) == ("accepted", "Bq. Nurhayati")
    (complete,) = province.report("completeness")
    assert (complete.expected, complete.accepted, complete.missing) == (10, 1, 9)
    assert complete.complete == pytest.approx(0.1)


def test_faults_come_with_their_lines(province, tmp_path):
    came = province.submission_receive(
        "52.03", "2026-H1", file(tmp_path, "c.csv", "satuan,jumlah\nusaha,1\nusaha,banyak\n"),
        whole=True)
    assert came.submission.state == "returned"
    (fault,) = came.faults
    assert (fault.line, fault.rule) == (3, "count.number")


def test_counts_come_as_offices_print_them(province, tmp_path):
    """A workbook with a title above, a sum below, and words for what is not exact."""
    xlsxwriter = pytest.importorskip("xlsxwriter")
    path = tmp_path / "rekap.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Rekap")
    for line, cells in enumerate((
            ["REKAPITULASI IKM KABUPATEN LOMBOK TIMUR"], [],
            ["No", "Kecamatan", "Satuan", "Jumlah"],
            [1, "Selong", "usaha", 812], [2, "Sikur", "usaha", "kurang lebih 400"],
            [3, "Masbagik", "usaha", 1250], ["", "Jumlah", "", 2462])):
        sheet.write_row(line, 0, cells)
    book.close()
    came = province.submission_receive("52.03", "2026-H1", path)
    assert (came.submission.nature, came.submission.rows, came.submission.faults) == ("counts", 3, 0)
    figures = {figure.region: figure for figure in province.figures}
    assert set(figures) == {"52.03.04", "52.03.05", "52.03.07"}
    assert figures["52.03.04"].qualifier == "about"
    (row,) = [row for row in province.report("province", region="52.03") if row.region]
    assert (row.declared_low, row.proved) == (2462, None)


def test_the_province_keeps_two_sums(province, tmp_path):
    province.submission_receive("52.03", "2026-H1", file(tmp_path, "r.csv", ROWS))
    province.submission_receive("52.01", "2026-H1", file(tmp_path, "c.csv", COUNTS))
    province.reconcile()
    report = list(province.report("province", region="52"))
    sums = {(row.unit, row.scope): row for row in report if row.region is None}
    assert (sums["enterprise", "industry"].proved,
            sums["enterprise", "industry"].declared_low) == (1, 1250)
    assert (sums["group", "industry"].declared_low, sums["group", "industry"].declared_high) == (
        50, 60)
    assert {row.region for row in report if row.basis == "none"} == {
        "52.02", "52.04", "52.05", "52.06", "52.07", "52.08", "52.71", "52.72"}


def test_an_older_file_that_is_only_read_says_so(tmp_path):
    """Files of before submissions have no table of them until they are opened for writing."""
    path = tmp_path / "old.db"
    bina.open(path, office="52/1").close()
    with sqlite3.connect(path) as file:
        file.executescript("DROP TABLE figures; DROP TABLE submissions; PRAGMA user_version = 1")
    with bina.open(path, mode="read") as reg, pytest.raises(bina.VersionError, match="older library"):
        list(reg.report("province"))
    with bina.open(path) as reg:
        assert list(reg.report("province")) == []


BINA = os.environ.get("BINA") or shutil.which("bina")


def command(*arguments, status=0):
    env = dict(os.environ, LC_ALL="C.UTF-8", BINA_ACTOR="test")
    done = subprocess.run([BINA, "--lang", "en", *map(str, arguments)], env=env,
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == status, (arguments, done.returncode, done.stderr)
    return done.stdout, done.stderr


@pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")
def test_the_command_line_does_the_same(tmp_path):
    store = tmp_path / "ntb.db"
    command("init", store, "--office", "52/1")
    _, told = command("submission", "due", store, "52", "2021-H1", "--due", "2021-07-15")
    assert "10" in told
    faulty = file(tmp_path, "faulty.csv", "satuan,jumlah\nusaha,1\nusaha,2\n")
    back = tmp_path / "back.csv"
    out, _ = command("submission", "receive", store, "52.03", "2021-H1", faulty, "--whole",
                     "--faults", back, status=1)
    assert "returned" in out
    assert "count.twice" in back.read_text()
    _, told = command("submission", "accept", store, "52.03", "2021-H1", status=4)
    assert "not received" in told
    command("submission", "receive", store, "52.03", "2021-H1", file(tmp_path, "c.csv", COUNTS))
    command("submission", "accept", store, "52.03", "2021-H1")
    out, _ = command("submission", "list", store, "--region", "52.03", "--csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["state"], row["due"]) == ("accepted", "2021-07-15")
    command("submission", "accept", store, "52.03", status=2)
    command("submission", "reject", store, "52.03", "2021-H1", status=2)


@pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")
def test_the_same_file_again_leaves_the_told_faults(tmp_path):
    """The file of faults is what goes back to the regency: a second receive must not empty it."""
    store, back = tmp_path / "ntb.db", tmp_path / "back.csv"
    command("init", store, "--office", "52/1")
    faulty = file(tmp_path, "faulty.csv", "satuan,jumlah\nusaha,1\nusaha,2\n")
    command("submission", "receive", store, "52.03", "2021-H1", faulty, "--faults", back, status=1)
    told = back.read_text()
    assert "count.twice" in told
    _, said = command("submission", "receive", store, "52.03", "2021-H1", faulty, "--faults", back, status=1)
    assert "read before" in said
    assert back.read_text() == told
    broken = file(tmp_path, "disperin.csv", ROWS.replace("PRODUK", "NIK").replace("tenun", "12"))
    command("import", store, broken, "--faults", back)
    told = back.read_text()
    command("import", store, broken, "--faults", back)
    assert back.read_text() == told != ""


@pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")
def test_the_list_of_another_regency_is_refused(tmp_path, province):
    rows = file(tmp_path, "lotim.csv", ROWS)
    with pytest.raises(bina.InvalidError, match="another regency"):
        province.submission_receive("52.01", "2026-H1", rows)
    assert province.submissions.count() == province.source_records.count() == 0
    assert province.submission_receive("52.01", "2026-H1", rows, anywhere=True).submission.rows == 1
    store = tmp_path / "cli.db"
    command("init", store, "--office", "52/1")
    _, said = command("submission", "receive", store, "52.01", "2021-H1", rows, status=4)
    assert "another regency" in said
    command("submission", "receive", store, "52.01", "2021-H1", rows, "--anywhere")
