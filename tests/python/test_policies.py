"""Policies in Python and on the command line: the file of docs/policies.md, checked, tried and loaded."""

import json
import os
import pathlib
import shutil
import subprocess

import pytest

import bina

FILE = pathlib.Path(__file__).parent.parent / "data" / "policies.yaml"
BINA = os.environ.get("BINA") or shutil.which("bina")


@pytest.fixture
def reg(tmp_path):
    with bina.open(tmp_path / "r.db", office="52.03/1", actor="Petugas Contoh") as reg:
        reg.programmes.add(name="Peralatan untuk kelompok")
        reg.programmes.add(name="Masker dan kelor")
        yield reg


@pytest.fixture
def group(reg):
    group = reg.groups.add(name="KUB Contoh", region="52.03.05.2001")
    for n in range(5):
        person = reg.persons.add(name="Rahmi Contoh", born="2002-06-01")
        reg.memberships.add(member_of=group.id, member=person.id, valid_from=f"2021-03-0{n + 1}")
    return group


def test_tried_from_the_file_and_then_loaded(reg, group):
    bina.check_policy(FILE)
    # The fifth member came on 5 March 2021; before that the group was too small.
    met = {row.rule: row.met for row in reg.try_policy(FILE, group, on="2021-03-04")}
    assert met == {"eligibility.kind": True, "eligibility.members": False, "eligibility.region": True}
    tried = list(reg.try_policy(FILE, group, on="2021-03-05"))
    assert [row.met for row in tried] == [True, True, True]
    assert [row.saw for row in tried] == ["group", "5", "52.03.05.2001"]
    loaded = reg.load_policy(FILE)
    assert (loaded.added, loaded.updated) == (10, 0)
    assert reg.load_policy(FILE) == (0, 0)
    assert reg.policies.count() == 3


def test_persons_in_one_programme_groups_in_the_other(reg, group):
    young = reg.persons.add(name="Sari Contoh", born="2002-07-02")
    old = reg.persons.add(name="Siti Contoh", born="2002-07-01")
    on = "2020-07-01"
    assert [row.met for row in reg.try_policy(FILE, old, on=on)] == [True, True, True]
    assert [row.met for row in reg.try_policy(FILE, young, on=on)] == [True, False, True]
    assert list(reg.try_policy(FILE, group, on=on))[0].met is False
    # Somebody else of the household was helped in 2019: one fiscal year ago, and two are asked for.
    home = reg.households.add(region="53.04.22.1004")
    sister = reg.persons.add(name="Sinta Contoh", born="1990-01-01", household=home.id)
    mother = reg.persons.add(name="Sumi Contoh", born="1970-01-01", household=home.id)
    reg.grants.add(programme=reg.programmes.where(name="Masker dan kelor").first().id,
                   recipient=mother.id, nature="equipment", object="mesin jahit", fiscal_year=2019,
                   began="2019-05-01", state="handed_over", evidence="list of 2019")
    helped = list(reg.try_policy(FILE, sister, on=on))[2]
    assert (helped.saw, helped.met) == ("1", False)


def test_faults_have_lines_and_advice(tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_text(FILE.read_text().replace("recipient.members", "recipient.memberz"))
    with pytest.raises(bina.InvalidError) as caught:
        bina.check_policy(path)
    fault = caught.value.faults.first()
    line = 1 + path.read_text().split("\n").index("        fact: recipient.memberz")
    assert (fault.line, fault.rule) == (line, "policy.fact")
    assert "policy facts" in fault.message and "fakta" in fault.pesan


def test_written_policies_read_back(reg, tmp_path):
    bina.write_policies(tmp_path / "shipped.yaml")
    bina.check_policy(tmp_path / "shipped.yaml")
    reg.load_policy(FILE)
    reg.write_policies(tmp_path / "own.yaml", "eligibility")
    bina.check_policy(tmp_path / "own.yaml")
    assert "Masker dan kelor" in (tmp_path / "own.yaml").read_text()
    with pytest.raises(bina.NotFoundError):
        reg.write_policies(tmp_path / "none.yaml", "nothing")


def test_what_is_shipped_and_the_vocabulary(reg):
    fees = {row.rule: row.value for row in bina.shipped_policies(on="2021-04-01")
            if row.policy == "retail"}
    assert fees["retail.listing_fee.minimarket.store"] == "50000"
    assert not [row for row in bina.shipped_policies(on="2021-03-31") if row.policy == "retail"]
    names = {row.name: row for row in bina.policy_facts()}
    assert names["recipient.kind"].words == "beneficiary_kind"
    assert "at_least" in names["person.age"].compares
    reg.load_policy(FILE)
    own = [row for row in reg.policy_rules_in_force(on="2021-06-01") if row.origin == "programme"]
    assert {row.programme for row in own} == {"Peralatan untuk kelompok"}
    with pytest.raises(bina.NotFoundError):
        list(reg.try_policy("nothing", reg.persons.add(name="Rahmi Contoh")))


@pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")
def test_the_command(reg, group, tmp_path):
    def run(*arguments, status=0, lang="en"):
        done = subprocess.run([BINA, "--lang", lang, "policy", *map(str, arguments)],
                              env=dict(os.environ, LC_ALL="C.UTF-8", BINA_ACTOR="test"),
                              capture_output=True, text=True, timeout=120)
        assert done.returncode == status, (arguments, done.returncode, done.stderr)
        return done.stdout, done.stderr

    register = tmp_path / "r.db"
    run("check", FILE)
    run("load", register, FILE)
    rows = json.loads(run("try", FILE, register, "--on", group.id, "--day", "2021-03-04", "--json",
                          status=1)[0])
    assert [row["met"] for row in rows] == [True, False, True]
    assert "kurang dari 5" in run("try", FILE, register, "--on", group.number, "--day", "2021-03-04",
                                  status=1, lang="id")[0]
    run("try", FILE, register, "--on", group.id, "--day", "2021-03-05")
    bad = tmp_path / "bad.yaml"
    bad.write_text("policies:\n  - name: a\n    version: '1'\n")
    complaint = run("check", bad, status=1)[1]
    assert f"{bad}:2:" in complaint and "regulation" not in complaint.split("\n")[0]
    assert "kur.micro.ceiling" in run("list", "--day", "2023-01-01")[0]
    assert "programme" in run("list", register, "--csv")[0]
    assert "recipient.kind" in run("facts")[0]
    assert run("show", "sentra")[0].startswith("policies:")
    assert "eligibility.members" in run("show", "eligibility", "--store", register)[0]
    run("show", "nothing", status=4)
    run("judge", status=2)
