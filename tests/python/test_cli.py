"""Protects what people and programs see of the `bina` command: output, exit codes, two languages."""

import csv
import io
import json
import os
import re
import resource
import shutil
import subprocess

import pytest

BINA = os.environ.get("BINA") or shutil.which("bina")
pytestmark = pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")


def bina(*arguments, status=0, lang="en", stdin=None):
    """Runs the command; gives what it printed and complained."""
    env = dict(os.environ, LC_ALL="C.UTF-8", BINA_ACTOR="test")
    done = subprocess.run([BINA, "--lang", lang, *map(str, arguments)], env=env, input=stdin,
                          capture_output=True, text=True, timeout=120)
    assert done.returncode == status, (arguments, done.returncode, done.stderr)
    return done.stdout, done.stderr


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "office.db"
    bina("init", path, "--office", "52.03/1")
    records = tmp_path / "records.yaml"
    records.write_text(
        "enterprises:\n"
        "  - {name: Tenun Ikat Lestari, region: 52.03.05.2001, workers: 12, scope: industry}\n"
        "  - {name: Kios Maju, region: 52.04.01.2001, workers: 2, scope: trade}\n")
    bina("import", path, records)
    return path


def test_without_a_command_it_teaches_and_ends_with_2():
    _, complaint = bina(status=2)
    assert "reconcile" in complaint and "--help" in complaint
    _, complaint = bina("frobnicate", status=2)
    assert "frobnicate" in complaint


@pytest.mark.parametrize("command", ["init", "import", "reconcile", "review", "merge", "unmerge", "succeed", "undo", "explain", "report",
                                     "list", "show", "export", "verify", "backup", "link", "check"])
def test_every_command_teaches_in_two_languages(command):
    english, _ = bina(command, "--help")
    indonesian, _ = bina(command, "--help", lang="id")
    assert english != indonesian
    assert "Options:" in english and "Pilihan:" in indonesian
    assert bina(command, "--help", "--lang", "id")[0] == bina(command, "--lang", "id", "--help")[0] == indonesian


@pytest.mark.parametrize("typed", [["--help", "--lang", "id"], ["help", "--lang=id"], ["--lang", "id", "help"]])
def test_the_overview_speaks_the_language_that_is_said_after_it(typed):
    assert "Perintah:" in bina(*typed)[0]


def test_what_resembles_nothing_is_not_guessed():
    assert "did you mean" not in bina("nope", status=2)[1]


@pytest.mark.parametrize("typed, meant", [
    (["links"], "did you mean link?"), (["help", "lnik"], "did you mean link?"),
    (["dedupe"], "did you mean link?"), (["dedup"], "did you mean link?"),
    (["link", "--output", "x"], "--output is no option of this command; did you mean --out?"),
    (["link", "--outt=x"], "--outt is no option of this command; did you mean --out?"),
    (["link", "-out", "x"], "-out is no option of this command; did you mean --out?"),
    (["link", "-output=x"], "-output is no option of this command; did you mean --out?"),
    (["link", "-pairs", "x"], "-pairs is no option of this command; did you mean --pairs?"),
    (["link", "--thresold", ".8"], "did you mean --link?"),
    (["link", "--save", "x"], "did you mean --save-settings?"),
    (["link", "--memry=2G"], "--memry is no option of this command; did you mean --memory?"),
    (["link", "--quiet=1"], "--quiet takes no value"), (["link", "-o"], "-o needs a value"),
    (["link", "--out"], "--out needs a value"), (["check", "-o", "x"], "-o is no option"),
    (["links", "id"], "maksudnya link?"),
    (["link", "--lang", "id", "--outt", "x"], "bukan pilihan perintah ini; maksudnya --out?"),
])
def test_what_was_meant_is_said_of_a_slip(typed, meant):
    _, complaint = bina(*typed, status=2, lang="id" if "id" in typed else "en")
    assert meant in complaint


@pytest.mark.parametrize("typed", ["links", "--xyzzy", "-v", "a"])
def test_nothing_far_is_held_to_be_meant(typed):
    _, complaint = bina("check", typed, status=2)
    assert "did you mean" not in complaint


def test_a_file_in_place_of_a_command_is_told(tmp_path):
    (tmp_path / "a.csv").write_text("name\nA\n")
    _, complaint = bina(tmp_path / "a.csv", status=2)
    assert f"bina look {tmp_path / 'a.csv'}" in complaint


def test_o_is_out_wherever_that_is(tmp_path):
    (tmp_path / "a.csv").write_text("name\nTenun Lestari\nTENUN LESTARI\n")
    for typed in (["-o", tmp_path / "e.csv"], [f"-o{tmp_path / 'e.csv'}"]):
        bina("link", *typed, tmp_path / "a.csv")
        assert (tmp_path / "e.csv").read_text().startswith("file,row,entity\n")
        (tmp_path / "e.csv").unlink()
    for command in re.findall(r"^  ([a-z]+) ", bina("help")[0], re.M):
        help_text, _ = bina(command, "--help")
        assert ("--out, -o" in help_text) == ("--out" in help_text)


def test_the_version_is_told_however_it_is_asked_for():
    assert len({bina(word)[0] for word in ("--version", "-V", "version")}) == 1


def test_check_tells_what_a_nik_says_and_refuses_in_words():
    # 52.03.05 is Masbagik, and women add 40 to their day of birth.
    said, _ = bina("check", "nik", "5203054107800001", "--today", "2026-01-01")
    assert "Masbagik" in said and "female" in said and "1980-07-01" in said
    said, _ = bina("check", "phone", "8.52E+10", status=1)
    assert "refused" in said and "8.52" not in said
    said, _ = bina("check", "gtin", "4006381333931", "--json")  # a published EAN-13
    assert json.loads(said)[0]["ok"] is True
    said, _ = bina("check", "gtin", "4006381333932", "--csv", status=1)
    assert rows(said)[0]["ok"] == "false"
    bina("check", "shoe", "42", status=2)


def test_a_register_is_made_once(store):
    _, complaint = bina("init", store, status=4)
    assert complaint
    _, complaint = bina("list", store.parent / "none.db", "enterprises", status=3)
    assert "none.db" in complaint and "no register" in complaint and "bina init" in complaint
    _, complaint = bina("list", store.parent / "none.db", "enterprises", status=3, lang="id")
    assert "tidak ada register" in complaint and "bina init" in complaint
    text = store.parent / "text.db"
    text.write_text("nama;alamat\n" * 100)
    _, complaint = bina("list", text, "enterprises", status=3)
    assert "no register" in complaint and "damaged" not in complaint


def test_what_is_no_list_is_not_imported(store):
    other = store.parent / "other.db"
    bina("init", other, "--office", "52.03/2")
    _, complaint = bina("import", store, other, status=3)
    assert "no list" in complaint
    _, complaint = bina("import", store, BINA, status=3, lang="id")
    assert "bukan daftar" in complaint


def test_list_asks_by_conditions(store):
    said, _ = bina("list", store, "enterprises", "--where", "region@=52.03", "--csv")
    assert [row["name"] for row in rows(said)] == ["Tenun Ikat Lestari"]
    said, _ = bina("list", store, "enterprises", "--where", "workers>=2", "--order", "-workers",
                   "--json")
    assert [row["workers"] for row in json.loads(said)] == [12, 2]
    name = "Mebel Jati, Selong " + "x" * 600
    more = store.parent / "more.yaml"
    more.write_text("enterprises:\n  - name: '%s'\n" % name)
    bina("import", store, more)
    said, _ = bina("list", store, "enterprises", "--where", "name=" + name.replace(",", "\\,"),
                   "--json")
    assert [row["name"] for row in json.loads(said)] == [name]
    _, complaint = bina("list", store, "enterprises", "--where", "latitude<north", status=2)
    assert "north" in complaint
    _, complaint = bina("list", store, "enterprises", "--where", "wrkers>=2", status=2)
    assert "wrkers" in complaint
    said, _ = bina("list", store, "enterprises", "--columns", "workers,name", "--csv")
    assert said.splitlines()[:2] == ["workers,name", "12,Tenun Ikat Lestari"]
    said, _ = bina("list", store, "enterprises", "--columns", "workers", "--limit", "1", "--json")
    assert json.loads(said) == [{"workers": 12}]
    _, complaint = bina("list", store, "enterprises", "--columns", "wrkers", "--csv", status=2)
    assert "wrkers" in complaint
    _, complaint = bina("list", store, "shops", status=2)
    assert "enterprises" in complaint


def test_tables_are_for_people(store):
    said, _ = bina("list", store, "enterprises", "--columns", "name,workers,scope", lang="id")
    assert "perdagangan" in said and "Tenun Ikat Lestari" in said
    said, _ = bina("show", store, rows(bina("list", store, "enterprises", "--csv")[0])[0]["number"])
    assert "Tenun Ikat Lestari" in said


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_what_is_lost_on_the_way_out_is_told(store):
    """A list cut short by a full disk must not pass for the whole one."""
    for arguments in (["list", store, "enterprises"], ["list", store, "enterprises", "--fields"],
                      ["list", store, "enterprises", "--csv"], ["help"]):
        for lang, why in (("en", "disk is full"), ("id", "disk penuh")):
            with open("/dev/full", "w") as full:
                done = subprocess.run([BINA, "--lang", lang, *map(str, arguments)], stdout=full,
                                      stderr=subprocess.PIPE, text=True, timeout=60)
            assert done.returncode == 3 and why in done.stderr, arguments


def test_a_file_that_may_not_grow_is_told(store, tmp_path):
    """A limit of the shell (ulimit -f) must not kill without a word, nor leave half a file."""
    out = tmp_path / "out.csv"
    for lang, why in (("en", "too large"), ("id", "terlalu besar")):
        done = subprocess.run([BINA, "--lang", lang, "export", str(store), "enterprises", "--out", str(out)],
                              capture_output=True, text=True, timeout=60,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16)))
        assert done.returncode == 3 and why in done.stderr and not out.exists(), done


def test_export_writes_a_whole_file(store, tmp_path):
    out = tmp_path / "out.csv"
    bina("export", store, "enterprises", "--out", out)
    assert [row["name"] for row in rows(out.read_text())] == ["Tenun Ikat Lestari", "Kios Maju"]


def test_no_output_is_written_over_the_register(store, tmp_path):
    """A slip in a file's name must not cost an office its register."""
    before = store.read_bytes()
    _, complaint = bina("export", store, "enterprises", "--out", store, status=2)
    assert "--out" in complaint and str(store) in complaint
    bina("statement", store, "--out", tmp_path / ".." / tmp_path.name / store.name, status=2)
    assert store.read_bytes() == before


def test_verify_finds_a_changed_byte(store):
    bina("verify", store)
    import sqlite3
    with sqlite3.connect(store) as db:
        db.execute("UPDATE enterprises SET workers = 99 WHERE name = 'Kios Maju'")
    bina("verify", store, status=1)


def test_backup_is_a_register(store, tmp_path):
    copy = tmp_path / "copy.db"
    bina("backup", store, copy)
    assert bina("list", copy, "enterprises", "--csv") == bina("list", store, "enterprises", "--csv")


def test_faults_of_records_name_file_and_line(store, tmp_path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("enterprises:\n  - name: A\n    wrkers: 3\n")
    _, complaint = bina("import", store, wrong, status=3)
    assert "wrong.yaml:3" in complaint


def test_reports_are_listed_and_run(store):
    said, _ = bina("report", "--list")
    assert "\noverlap " in said and "statement " in said
    said, _ = bina("report", "regions", "--columns")
    assert "As of any day" in said and "\n    enterprises " in said
    said, _ = bina("report", store, "count", "--csv")
    assert [(row["scope"], row["agreed"]) for row in rows(said)] == [("industry", "1"), ("trade", "1")]
    said, _ = bina("report", store, "count", "--on", "2019-12-31", "--scope", "industry", "--csv")
    assert [row["agreed"] for row in rows(said)] == ["1"]
    said, _ = bina("report", store, "enterprises_by_class", "--public", "--csv")
    assert all(row["enterprises"] in ("", "0") for row in rows(said)) and "true" in said
    _, complaint = bina("report", store, "overlap", "--on", "2019-12-31", status=3)
    assert "known after a commit" in complaint
    _, complaint = bina("report", store, "count", "--on", "yesterday", status=2)
    assert "--on" in complaint
    _, complaint = bina("report", store, "overlapp", status=2)
    assert "overlap" in complaint


LISTS = {
    "perindag.csv": "NO;NAMA USAHA;PEMILIK;NIK;DESA;KECAMATAN;NO HP;PRODUK\n"
                    "1;Tenun Lestari;Inaq Contoh;5203054107807101;Lendang Nangka;Masbagik;082600000001;tenun\n"
                    "2;;Amaq Umpama;;Lendang Nangka;Masbagik;8.26E+10;gerabah\n"
                    "3;Kerupuk Maju;Loq Misal;5203051205807102;Danger;Masbagik;082600000003;kerupuk\n",
    "koperasi.csv": "Nama Pemilik,No KTP,Nama Usaha,Desa,Kecamatan,No HP,Bidang Usaha\n"
                    "INAQ CONTOH,5203054107807101,TENUN LESTARI,Lendang Nangka,Masbagik,082600000001,Tenun\n"
                    "Loq Misal,5203051205807102,Krupuk Maju,Danger,Masbagik,082600000003,Kerupuk\n"
                    "Baiq Seumpama,5203055708807103,,Paok Motong,Masbagik,,Kue\n",
}


@pytest.fixture
def register(tmp_path):
    path = tmp_path / "lists.db"
    bina("init", path, "--office", "52.03/1")
    for name, text in LISTS.items():
        (tmp_path / name).write_text(text)
        bina("import", path, tmp_path / name, "--date", "2021-12-31",
             "--faults", tmp_path / (name + ".faults"))
    return path


def test_import_tells_faults_and_the_same_file_changes_nothing(register, tmp_path):
    faults = rows((tmp_path / "perindag.csv.faults").read_text())
    lost = [f for f in faults if f["line"] == "3" and f["field"] == "phone"]
    assert lost and lost[0]["severity"] == "error" and "8.26" not in lost[0]["message"]
    before = bina("export", register, "commits")
    _, remark = bina("import", register, tmp_path / "perindag.csv", "--date", "2021-12-31")
    assert "nothing has changed" in remark
    assert bina("export", register, "commits") == before


def test_a_dry_run_stores_nothing(register, tmp_path):
    before = bina("export", register, "source_records")
    other = tmp_path / "other.csv"
    other.write_text(LISTS["koperasi.csv"].replace("Baiq Seumpama", "Baiq Lain"))
    bina("import", register, other, "--list", "koperasi", "--dry-run")
    assert bina("export", register, "source_records") == before


def test_a_mapping_is_guessed_printed_and_used(register, tmp_path):
    said, _ = bina("import", register, tmp_path / "koperasi.csv", "--show-mapping")
    assert "owner_name: Nama Pemilik" in said
    mapping = tmp_path / "m.yaml"
    mapping.write_text(said)
    bina("import", register, tmp_path / "koperasi.csv", "--mapping", mapping, "--list", "again")


def test_two_lists_become_one_register(register):
    said, _ = bina("reconcile", register, "--json")
    assert json.loads(said)[0]["rows"] == 6
    said, _ = bina("report", register, "lists", "--csv")
    assert [(row["list"], row["rows"]) for row in rows(said)] == [("koperasi", "3"), ("perindag", "3")]
    again, _ = bina("reconcile", register, "--json")
    assert json.loads(again)[0]["new"] == 0
    bina("verify", register)


def test_a_verdict_outranks_the_score(register):
    said, _ = bina("export", register, "source_records")
    by_owner = {}
    for row in rows(said):
        by_owner.setdefault(row["owner_name"].lower(), []).append(row["id"])
    first, second = by_owner["inaq contoh"]
    bina("reconcile", register)
    said, _ = bina("explain", register, first, second)
    assert "nik" in said
    said, _ = bina("review", register)
    assert said == "" or "pair" in said
    _, complaint = bina("review", register, "--decide", "12", "--verdict", "perhaps", status=2)
    assert "same_owner" in complaint


def test_nothing_ends_silently(register, tmp_path):
    """What was done is said in a line, on standard error, so that it never mixes with what is piped."""
    bina("reconcile", register)
    said, _ = bina("export", register, "enterprises")
    keep, drop = (row["number"] for row in rows(said)[:2])
    for words, told in (
            (("merge", register, keep, drop), f"{drop} is merged into {keep}"),
            (("unmerge", register, drop), f"{drop} stands for itself again"),
            (("backup", register, tmp_path / "copy.db"), "whole copy"),
            (("export", register, "persons", "--out", tmp_path / "p.csv"), "p.csv is written"),
            (("card", register, keep, "--out", tmp_path / "k.html"), "k.html is written")):
        said, remark = bina(*words)
        assert (said, told in remark) == ("", True), words
        assert bina(*words[:1], "--help")[0].startswith(f"bina {words[0]} "), words
    _, complaint = bina("show", register, "E-0", status=2)
    assert "number" in complaint


def test_load_tells_every_refusal_where_it_stands(tmp_path):
    path, file = tmp_path / "r.db", tmp_path / "p.yaml"
    bina("init", path)
    file.write_text("programmes:\n  - {name: Satu, state: running}\n  - {name: Dua, state: closed}\n")
    said, complaint = bina("load", path, file, status=4)
    assert said == ""
    assert f"{file}:2:" in complaint and f"{file}:3:" in complaint
    assert complaint.count("[lifecycle.declared]") == 2
    assert "tidak bermula" in bina("load", path, file, status=4, lang="id")[1]


def test_undo_takes_a_commit_back(tmp_path):
    path, file = tmp_path / "r.db", tmp_path / "p.yaml"
    bina("init", path)
    file.write_text("programmes: [{name: Satu}]\n")
    bina("load", path, file)
    record = rows(bina("list", path, "programmes", "--csv")[0])[0]["id"]
    bina("advance", path, record, "open")
    opened = int(rows(bina("list", path, "commits", "--order", "-number", "--limit", "1", "--csv")[0])[0]["number"])
    _, complaint = bina("undo", path, opened - 1, status=4)  # a later commit changed its programme
    assert record in complaint or "later" in complaint
    assert "undone" in bina("undo", path, opened, "--why", "keliru")[1]
    assert rows(bina("list", path, "programmes", "--csv")[0])[0]["state"] == "draft"
    last = rows(bina("list", path, "commits", "--order", "-number", "--limit", "1", "--csv")[0])[0]
    assert (last["why"], last["rule"]) == ("keliru", f"undo:{opened}")
    assert "commits" in bina("undo", path, "last", status=2)[1]
    bina("undo", path, "99", status=4)


def test_ids_are_trimmed_and_an_unknown_one_is_quoted(tmp_path):
    path, file = tmp_path / "r.db", tmp_path / "p.yaml"
    bina("init", path)
    file.write_text("programmes: [{name: Satu}]\n")
    bina("load", path, file)
    record = rows(bina("list", path, "programmes", "--csv")[0])[0]["id"]
    unknown = str(int(record) + 1)
    assert unknown in bina("advance", path, record, "open", "--paper", unknown + "\r", status=4)[1]
    bina("advance", path, f" {record}\r\n", "open")
    assert "E-52K7" in bina("show", path, " ", status=2)[1]


def test_what_programs_read_holds_data_alone(tmp_path):
    path, file = tmp_path / "r.db", tmp_path / "p.yaml"
    bina("init", path)
    file.write_text("programmes: [{name: Satu}]\n")
    for form in ("--json", "--csv"):
        assert bina("load", path, file, form)[0] == ""
        assert bina("certificate", path, "0000-0000-0000", form, status=1)[0] == ""


def test_match_heeds_every_column(register):
    """Also the first: it was passed over once."""
    bina("reconcile", register)
    some = next(row for row in rows(bina("list", register, "enterprises", "--csv")[0]) if row.get("name"))
    said, _ = bina("match", register, f"nama usaha={some['name']}", "--csv")
    assert some["name"] in {row["name"] for row in rows(said)}
    _, complaint = bina("match", register, "desa", status=2)
    assert "COLUMN=VALUE" in complaint
    _, complaint = bina("match", register, "warna=merah", status=2)
    assert '"warna"' in complaint
    bina("match", register, "desa=Suela", "--limit", "0", status=2)
