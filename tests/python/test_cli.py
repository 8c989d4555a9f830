"""Protects what people and programs see of the `bina` command: output, exit codes, two languages."""

import csv
import io
import json
import os
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
def people(tmp_path):
    """Two lists of people; rows 1 and 1, 3 and 2 are the same."""
    a, b = tmp_path / "a.csv", tmp_path / "b.csv"
    first = ["anna", "budi", "clara", "dewi", "eka", "fajar", "gita", "hasan", "intan", "joko"]
    last = ["lestari", "santoso", "wijaya", "putri", "nugroho", "hidayat", "permata", "saputra"]
    people = [(f"{f} {s}", f"{1950 + (7 * i + 3 * j) % 50}-0{1 + (i + j) % 9}-1{(i * j) % 9}",
               f"jalan {s[::-1]} {i + 10 * j}")
              for i, f in enumerate(first) for j, s in enumerate(last)]
    a.write_text("name,born,street\n" + "".join(",".join(p) + "\n" for p in people))
    changed = [(n.replace("a", "e", 1), d, s) for n, d, s in people[::2]]
    b.write_text("name,born,street\n" + "".join(",".join(p) + "\n" for p in changed))
    return a, b


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


def test_link_gives_one_line_for_every_row(people):
    said, _ = bina("link", *people)
    lines = rows(said)
    assert list(lines[0]) == ["file", "row", "entity"]
    assert [(line["file"], line["row"]) for line in lines] == (
        [(str(people[0]), str(n + 1)) for n in range(80)] +
        [(str(people[1]), str(n + 1)) for n in range(40)])
    entity = {(line["file"], int(line["row"])): line["entity"] for line in lines}
    found = sum(entity[str(people[0]), 2 * n + 1] == entity[str(people[1]), n + 1]
                for n in range(40))
    assert found >= 38


def test_link_settings_are_printed_and_used_again(people, tmp_path):
    settings, pairs = tmp_path / "s.yaml", tmp_path / "p.csv"
    first, _ = bina("link", *people, "--save-settings", settings, "--pairs", pairs)
    again, _ = bina("link", *people, "--settings", settings)
    assert first == again
    assert rows(pairs.read_text())[0].keys() >= {"list_a", "row_a", "list_b", "row_b", "weight"}
    settings.write_text(settings.read_text() + "\nfrobnication: 3\n")
    _, complaint = bina("link", *people, "--settings", settings, status=3)
    assert "s.yaml:" in complaint and "frobnication" in complaint


def test_link_saves_a_model_and_links_by_it(people, tmp_path):
    model, pairs, again = tmp_path / "m.yaml", tmp_path / "p.csv", tmp_path / "q.csv"
    first, told = bina("link", *people, "--save-model", model, "--pairs", pairs)
    second, _ = bina("link", *people, "--settings", model, "--pairs", again, "--threads", "2")
    assert first == second and pairs.read_text() == again.read_text()
    assert "120 rows are" in told and "Expected: " in told
    silent, told = bina("link", *people, "--settings", model, "--quiet")
    assert silent == first and told == ""
    model.write_text(model.read_text().replace("level: equal", "level: roughly", 1))
    _, complaint = bina("link", *people, "--settings", model, status=3)
    assert "m.yaml:" in complaint and "roughly" in complaint and "level" in complaint


def test_link_scores_given_pairs(people, tmp_path):
    pairs, scores = tmp_path / "p.csv", tmp_path / "s.csv"
    bina("link", *people, "--pairs", pairs)
    said, _ = bina("link", *people, "--score", pairs)
    assert [(line["row_a"], line["row_b"], line["weight"]) for line in rows(said)] == [
        (line["row_a"], line["row_b"], line["weight"]) for line in rows(pairs.read_text())]
    bina("link", *people, "--score", pairs, "--out", scores)
    assert scores.read_text() == said
    pairs.write_text("row_a,row_b\n81,1\n")
    _, complaint = bina("link", *people, "--score", pairs, status=4)
    assert "no row 81" in complaint


def test_link_asks_and_learns(people, tmp_path):
    questions, verdicts = tmp_path / "q.csv", tmp_path / "v.csv"
    bina("link", *people, "--questions", questions)
    assert questions.read_text().startswith("list_a,row_a,list_b,row_b,weight,probability,gain,alike")
    verdicts.write_text("list_a,row_a,list_b,row_b,same\n" + "".join(
        f"{people[0]},{a},{people[1]},{b},{same}\n"
        for a, b, same in ((1, 1, "tidak"), (3, 40, "Yes"), (5, 3, ""))))
    said, _ = bina("link", *people, "--verdicts", verdicts)
    entity = {(line["file"], line["row"]): line["entity"] for line in rows(said)}
    assert entity[str(people[0]), "1"] != entity[str(people[1]), "1"]
    assert entity[str(people[0]), "3"] == entity[str(people[1]), "40"]
    verdicts.write_text("list_a,row_a,list_b,row_b,same\n%s,1,%s,1,maybe\n" % tuple(people))
    _, complaint = bina("link", *people, "--verdicts", verdicts, status=3)
    assert "v.csv" in complaint and "yes or no" in complaint


def test_link_explains_two_rows(people):
    where = f"{people[0]}:1,{people[1]}:1"
    said, _ = bina("link", *people, "--explain", where)
    assert "linked" in said.split("\n")[-2]
    indonesian, _ = bina("link", *people, "--explain", where, lang="id")
    assert "ditautkan" in indonesian.split("\n")[-2]
    listed, _ = bina("link", *people, "--explain", where, "--csv")
    total = sum(float(row["weight"]) for row in rows(listed))
    assert float(said.split("\n")[-2].split()[0]) == pytest.approx(total, abs=0.006)
    one, _ = bina("link", people[0], "--explain", "1,3")
    assert "two" in one.split("\n")[-2]
    _, complaint = bina("link", *people, "--explain", "1,3", status=2)
    assert "a.csv:12,b.csv:40" in complaint
    bina("link", *people, "--explain", f"{people[0]}:1,{people[1]}:4000", status=4)


def test_link_thresholds_and_estimates(people, tmp_path):
    files = {name: tmp_path / f"{name}.csv" for name in ("pairs", "expected", "histogram", "unlinkable")}
    bina("link", *people, "--link", "0.99", "--review", "0.9",
         *(part for name, path in files.items() for part in (f"--{name}", path)))
    assert min(float(row["probability"]) for row in rows(files["pairs"].read_text())) >= 0.9
    expected = rows(files["expected"].read_text())
    assert {"threshold", "precision", "recall"} <= expected[0].keys()
    assert "0.99" in [row["threshold"] for row in expected]
    assert {"from", "to", "pairs", "matches"} == rows(files["histogram"].read_text())[0].keys()
    assert files["unlinkable"].read_text().startswith("file,row,weight,probability,missing")
    for wrong in (("--link", "7"), ("--review", "x"), ("--threads", "-2"), ("--threads", "two")):
        bina("link", *people, *wrong, status=2)


def test_link_reads_standard_input_and_names_missing_files(people):
    said, _ = bina("link", "-", stdin=people[0].read_text())
    assert len(rows(said)) == 80
    _, complaint = bina("link", "/nowhere/list.csv", status=3)
    assert "/nowhere/list.csv" in complaint


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


def test_export_writes_a_whole_file(store, tmp_path):
    out = tmp_path / "out.csv"
    bina("export", store, "enterprises", "--out", out)
    assert [row["name"] for row in rows(out.read_text())] == ["Tenun Ikat Lestari", "Kios Maju"]


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
