"""Proposing the next batch with reasons, the programme reports, and certificates by their code."""

import datetime
import os
import pathlib
import re
import shutil
import subprocess

import pytest

import bina

TOP = pathlib.Path(__file__).parent.parent.parent
CLOCK = datetime.datetime(2026, 6, 30, tzinfo=datetime.timezone.utc)


@pytest.fixture
def reg(tmp_path):
    with bina.open(tmp_path / "r.db", actor="Petugas Contoh", clock=CLOCK) as reg:
        yield reg


@pytest.fixture
def cashew(reg):
    """Two batches on roasting cashew in Dasuk: the first full, with one waiting."""
    thing = reg.commodities.add(name="mete", activity="10399")
    reg.potentials.add(region="35.29.14", commodity=thing.id, nature="natural", strength=4)
    topic = reg.topics.add(name="Olah mete", commodity=thing.id, activity="10399")
    programme = reg.programmes.add(name="Program Uji", beneficiary="person", began="2026-01-05")
    reg.advance(programme, "open", on="2026-01-05")
    batches = []
    for number in (1, 2):
        batch = reg.batches.add(programme=programme.id, number=number, activity="training",
                                topic=topic.id, seats=1, region="35.29", began="2026-01-06",
                                planned_start=f"2026-0{number + 1}-02")
        batches.append(reg.advance(batch, "open", on="2026-01-10"))
    return topic, batches


def person(reg, region="35.29.14.2008"):
    return reg.persons.add(name="Peserta Contoh", region=region)


def test_the_next_batch_is_proposed_with_reasons(reg, cashew):
    topic, (first, second) = cashew
    seated, waiting, asked, far, owner, eager = (person(reg) for _ in range(6))
    reg.persons.update(far, region="52.03.05.2001")
    reg.enrolments.add(batch=first.id, participant=seated.id, state="enrolled", began="2026-01-11")
    reg.enrolments.add(batch=first.id, participant=waiting.id, state="waitlisted",
                       began="2026-01-11")
    for who, strength in ((seated, 5), (asked, 2), (far, 5), (eager, 5)):
        reg.interests.add(party=who.id, topic=topic.id, strength=strength, stated="2026-01-02")
    shop = reg.enterprises.add(name="Mete Contoh", activity="10399", region="35.29.14.2008",
                               status="active")
    reg.ownerships.add(party=owner.id, enterprise=shop.id, role="owner")

    proposed = reg.propose(second, seats=20)
    # 40+8+10, 30+8+10, 12+8+10, 10+8+10; the seated one and the one of another regency are left out.
    assert [(one.candidate, one.score) for one in proposed] == [
        (waiting.id, 58), (eager.id, 48), (asked.id, 30), (owner.id, 28)]
    assert [one.rank for one in proposed] == [1, 2, 3, 4]
    assert proposed[0].reason.startswith("on the waitlist of batch 1; the place has the potential")
    assert proposed[1].alasan == ("menyatakan minat (5 dari 5); daerahnya berpotensi (4 dari 5); "
                                  "belum pernah mengikuti angkatan")
    # As many as there are seats, the same every time, and in place of the earlier ones.
    assert [one.candidate for one in reg.propose(second)] == [waiting.id]
    assert reg.nominations.where(batch=second.id).count() == 1
    funnel = {row.batch: row for row in reg.report("programme_funnel")}
    assert funnel[second.id].proposed == 1 and funnel[first.id].waitlisted == 1


def test_the_merged_and_the_dead_are_not_proposed(reg, cashew):
    topic, (_, second) = cashew
    dead, twin, stands = person(reg), person(reg), person(reg)
    for who in (dead, twin):
        reg.interests.add(party=who.id, topic=topic.id, strength=3)
    reg.persons.update(dead, died="2026-01-01")
    reg.persons.update(twin, merged_into=stands.id)
    assert [one.candidate for one in reg.propose(second, seats=20)] == [stands.id]


def test_nothing_is_proposed_for_what_has_ended(reg, cashew):
    _, (_, second) = cashew
    reg.advance(second, "cancel", "no_budget", on="2026-02-01")
    with pytest.raises(bina.UsageError):
        reg.propose(second)


def test_topics_match_places(reg, cashew):
    topic, _ = cashew
    who = person(reg)
    reg.interests.add(party=who.id, topic=topic.id, strength=5)
    reg.enterprises.add(name="Mete Contoh", activity="10399", region="35.29.14.2008",
                        status="active")
    (row,) = reg.report("topic_match")
    assert (row.region, row.topic_name, row.potential, row.interested, row.makers) == (
        "35.29.14", "Olah mete", 4, 1, 1)
    assert row.score == 40 + 5 + 2
    assert row.reason == ("the area has mete (strength 4 of 5); 1 asked for it; "
                          "1 make such things already")


def test_a_certificate_is_told_by_its_code(reg):
    programme = reg.programmes.add(name="Program Uji")
    batch = reg.batches.add(programme=programme.id, number=1, activity="training", seats=20,
                            state="completed", evidence="laporan 2025")
    done = reg.enrolments.add(batch=batch.id, participant=person(reg).id, state="completed",
                              evidence="daftar hadir 2025")
    paper = reg.certificates.add(enrolment=done.id, nature="completion", serial="UJI/1",
                                 issued="2026-06-01", began="2026-06-01")
    code = reg[paper.id].verify_code
    found = reg.certificate(code.lower().replace("-", " "))
    assert found.standing == "genuine" and found.certificate.serial == "UJI/1"
    assert reg.certificate("0000-0000-0000") == ("unknown", None)
    reg.advance(paper, "revoke", "mistake", on="2026-06-02")
    assert reg.certificate(code).standing == "revoked"
    assert reg[done.id].state == "below_threshold"


def test_the_page_runs(tmp_path, monkeypatch, capsys):
    """docs/programmes.md as a reader would type it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "programmes.yaml").write_bytes((TOP / "tests/docs/programmes.yaml").read_bytes())
    scope = {}
    for block in re.findall(r"^```python\n(.*?)^```", (TOP / "docs/programmes.md").read_text(),
                            re.M | re.S):
        exec(compile(block, "programmes.md", "exec"), scope)
    scope["reg"].close()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == ("1 48 asked for it (5 of 5); the place has the potential (4 of 5); "
                        "was in no batch before")
    assert lines[2].startswith("batch.seats") and '"taken":2' in lines[2].replace(" ", "")
    assert lines[3:5] == ["enrolled", "genuine"]
    assert lines[5] == "completed 16 16 100.0 True"


BINA = os.environ.get("BINA") or shutil.which("bina")


def run(*arguments, status=0, lang="en"):
    done = subprocess.run([BINA, "--lang", lang, *map(str, arguments)], capture_output=True,
                          text=True, env=dict(os.environ, LC_ALL="C.UTF-8", BINA_ACTOR="test"))
    assert done.returncode == status, (arguments, done.returncode, done.stderr)
    return done.stdout + done.stderr


@pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")
def test_the_command_proposes_and_tells_certificates(tmp_path):
    path = tmp_path / "r.db"
    with bina.open(path, actor="Petugas Contoh") as reg:
        reg.load(TOP / "tests/docs/programmes.yaml")
        batch = reg.batches.first().id
        past = reg.batches.add(programme=reg.programmes.first().id, number=9, activity="fair",
                               seats=1, state="completed", evidence="laporan")
        done = reg.enrolments.add(batch=past.id, participant=person(reg).id, state="completed",
                                  evidence="laporan")
        paper = reg.certificates.add(enrolment=done.id, nature="completion", serial="UJI/1",
                                     issued="2022-06-01")
        code = reg[paper.id].verify_code
    assert "asked for it (5 of 5)" in run("propose", path, batch)
    told = run("propose", path, batch, "--seats", "1", lang="id")
    assert "menyatakan minat (5 dari 5)" in told and "(4 dari 5); daerah" not in told
    run("propose", path, batch, "--seats", "0", status=2)
    assert "genuine" in run("certificate", path, code.lower())
    assert "unknown" in run("certificate", path, "0000-0000-0000", status=1)
    run("advance", path, paper.id, "revoke", "--reason", "mistake")
    assert "dicabut" in run("certificate", path, code, status=1, lang="id")
