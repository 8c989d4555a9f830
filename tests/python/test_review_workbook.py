"""Protects reviewing by workbook: it goes to the village and comes back sorted, half filled, twice."""

import csv
import os
import random
import shutil
import subprocess

import openpyxl
import pytest

import bina
import doubtful


@pytest.fixture
def register(tmp_path):
    path = tmp_path / "office.db"
    pairs = doubtful.make(path)
    with bina.open(path, actor="Petugas") as reg:
        yield reg, pairs


def rows_of(book):
    """The header and the rows of the first sheet, as dicts of cells."""
    sheet = book.worksheets[0]
    rows = [row for row in sheet.iter_rows() if sum(cell.value is not None for cell in row) > 1]
    names = [cell.value for cell in rows[0]]
    return names, [dict(zip(names, row)) for row in rows[1:]]


def fill(path, answers):
    """Fills in the verdicts, {(number, row of the pair): {header: value}}, and shuffles the rows."""
    book = openpyxl.load_workbook(path)
    names, rows = rows_of(book)
    seen = {}
    for row in rows:
        number = row[names[0]].value
        seen[number] = seen.get(number, -1) + 1
        for name, value in answers.get((number, seen[number]), {}).items():
            row[name].value = value
    values = [[cell.value for cell in row.values()] for row in rows]
    random.Random(7).shuffle(values)
    for row, shuffled in zip(rows, values):
        for cell, value in zip(row.values(), shuffled):
            cell.value = value
    book.save(path)


def test_out_and_back_twice(register, tmp_path):
    reg, (first, second, third) = register
    path = tmp_path / "tinjau.xlsx"
    assert reg.export_review(path, language="id") == 3
    names, rows = rows_of(openpyxl.load_workbook(path))
    assert names[0] == "no" and names[-5:] == ["putusan", "alasan", "peninjau", "pasangan", "baris sumber"]
    assert len(rows) == 6 and [row["no"].value for row in rows] == [1, 1, 2, 2, 3, 3]
    assert rows[0]["nama pemilik"].value == "Inaq Sari"
    assert rows[0]["NIK"].value.endswith("001") and "5203" not in rows[0]["NIK"].value
    assert "desa/kelurahan sama: bukti kuat mendukung" in rows[0]["bukti"].value
    assert "menentang" in rows[1]["bukti"].value

    fill(path, {(1, 1): {"putusan": "usaha yang sama", "alasan": "satu rumah", "peninjau": "Kades"},
                (2, 0): {"putusan": "ANGGOTA DARI"}})
    done = reg.import_review(path, reviewer="Sri")
    assert done[:5] == (3, 2, 0, 1, 0) and done.faults.to_list() == []
    assert reg.pairs[first].verdict == "same" and reg.pairs[first].decided_by == "Kades"
    assert reg.pairs[first].reason == "satu rumah"
    pair = reg.pairs[second]
    assert (pair.verdict, pair.subject, pair.decided_by) == ("member_of", pair.first, "Sri")
    assert reg.pairs[third].verdict is None

    commits = reg.last_commit
    again = reg.import_review(path, reviewer="Sri")
    assert again[:5] == (3, 0, 2, 1, 0) and reg.last_commit == commits
    assert reg.verify().to_list() == []


def test_two_people_in_one_workbook(register, tmp_path):
    reg, (first, *_) = register
    path = tmp_path / "review.xlsx"
    reg.export_review(path, language="en")
    fill(path, {(1, 0): {"verdict": "same enterprise", "reviewed by": "Kades"},
                (1, 1): {"verdict": "different", "reviewed by": "Sekdes"}})
    assert reg.import_review(path).judged == 2
    assert reg.pairs[first].disputed


def test_faults_name_sheet_line_and_column(register, tmp_path):
    reg, (first, second, third) = register
    path = tmp_path / "tinjau.xlsx"
    reg.export_review(path)
    fill(path, {(1, 0): {"putusan": "mungkin sama"},
                (2, 0): {"putusan": "berbeda", "pasangan": "99"},
                (2, 1): {"pasangan": "99"},
                (3, 0): {"putusan": "berbeda"}, (3, 1): {"putusan": "usaha yang sama"}})
    names, rows = rows_of(openpyxl.load_workbook(path))
    done = reg.import_review(path, reviewer="Sri")
    faults = {fault.rule: fault for fault in done.faults}
    assert set(faults) == {"review.verdict", "review.pair", "review.two_verdicts"}
    assert done[:5] == (3, 0, 0, 0, 3)
    fault = faults["review.verdict"]
    wrong = next(row["putusan"] for row in rows if row["putusan"].value == "mungkin sama")
    assert (fault.sheet, fault.line, fault.column) == ("Pasangan", wrong.row, wrong.column)
    assert fault.message and fault.pesan
    assert reg.pairs[first].verdict is None and reg.pairs[third].verdict is None and len(reg.judgements) == 0


def test_what_is_no_workbook_of_pairs_is_refused(register, tmp_path):
    reg, _ = register
    other = tmp_path / "other.csv"
    with open(other, "w", newline="") as file:
        csv.writer(file).writerows([["nama", "desa", "usaha"], ["Sari", "Loyok", "Bambu"]])
    with pytest.raises(bina.Error) as caught:
        reg.import_review(other)
    assert "pair" in caught.value.message and "pasangan" in caught.value.pesan
    with pytest.raises(bina.Error):
        reg.import_review(tmp_path / "missing.xlsx")


BINA = os.environ.get("BINA") or shutil.which("bina")


@pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")
def test_from_the_command_line(register, tmp_path):
    reg, (first, *_) = register

    def run(*arguments):
        done = subprocess.run([BINA, "review", reg.path, *map(str, arguments)], text=True,
                              env=dict(os.environ, LC_ALL="C.UTF-8", BINA_ACTOR="test"),
                              capture_output=True, timeout=60)
        return done.returncode, done.stdout, done.stderr

    status, said, _ = run("--csv", "--limit", 2)
    lines = list(csv.DictReader(said.splitlines()))
    assert status == 0 and len({line["pair"] for line in lines}) == 2
    assert lines[1]["field"] == "owner_name" and lines[1]["first_marks"] == "...*....."
    assert run("--csv", "--region", "52.99")[1].startswith("pair,weight,")
    status, said, _ = run("--limit", 3)
    assert status == 0 and said.count("\npair ") == 3 and "very strong evidence for" in said
    path = tmp_path / "r.xlsx"
    assert run("--out", path, "--limit", 1, "--purpose", "tinjau lapangan")[0] == 0
    names, rows = rows_of(openpyxl.load_workbook(path))
    assert len(rows) == 2 and rows[0]["NIK"].value == "5203014101800001"
    assert reg.commits.where(rule="review.open").first().why == "1 pair: tinjau lapangan"
    fill(path, {(1, 0): {"verdict": "no idea"}})
    status, said, complaint = run("--in", path, "--by", "Sri")
    assert status == 1 and ":Pairs:" in complaint and "1 fault\n" in said
    fill(path, {(1, 0): {"verdict": "cannot tell"}, (1, 1): {"verdict": None}})
    status, said, complaint = run("--in", path, "--by", "Sri")
    assert status == 0 and "1 judged" in said and "bina reconcile" not in said, "hints stay off what is piped"
    assert "bina reconcile" in complaint
    assert reg.judgements.first().reviewer == "Sri"
