"""Steps of lifecycles: what they take, and that a refusal names every reason."""

import datetime

import pytest

import bina


@pytest.fixture
def reg(tmp_path):
    with bina.open(tmp_path / "r.db", actor="Petugas Contoh") as reg:
        yield reg


@pytest.fixture
def visit(reg):
    person = reg.persons.add(name="Rahmi Contoh")
    return reg.visits.add(party=person.id, due="2020-11-01", began="2020-10-01")


def test_a_step_moves_the_record_and_is_kept(reg, visit):
    assert visit.state == "scheduled"
    after = reg.advance(visit, "hold", on="2020-11-02", findings="alat lengkap")
    assert after.state == "held" and after.findings == "alat lengkap"
    step = reg.steps.where(subject=visit.id).first()
    assert (step.verb, step.left, step.entered) == ("hold", "scheduled", "held")
    assert step.taken == datetime.date(2020, 11, 2) and step.actor == "Petugas Contoh"
    assert reg.visits.where(state="scheduled").as_of("2020-11-01").count() == 1
    assert reg.visits.where(state="held").as_of("2020-11-02").count() == 1


def test_a_record_that_was_read_is_advanced_by_itself(reg, visit):
    read = reg.visits.where(state="scheduled").first()
    read.advance("skip", "illness", on="2020-11-03")
    assert read.state == "skipped"
    assert reg[visit.id].state == "skipped"
    assert reg[visit.id].advance("reschedule", due="2020-12-01").state == "scheduled"


def test_a_refusal_names_every_condition(reg, visit):
    with pytest.raises(bina.RefusedError) as caught:
        reg.advance(visit, "skip", on="2020-09-01")
    refusals = caught.value.refusals
    assert [r.rule for r in refusals] == ["lifecycle.order", "lifecycle.reason"]
    assert all(r.message and r.pesan and r.record == visit.id for r in refusals)
    assert reg[visit.id].state == "scheduled"


def test_states_do_not_change_by_update(reg, visit):
    with pytest.raises(bina.RefusedError) as caught:
        reg.visits.update(visit.id, state="held")
    assert [r.rule for r in caught.value.refusals] == ["lifecycle.update"]


def test_the_possible_steps_and_those_of_a_kind(reg, visit):
    assert [s.verb for s in reg.steps_possible(visit)][:2] == ["hold", "skip"]
    verbs = {s.verb for s in bina.steps_of("visit")}
    assert {"add", "hold", "skip"} <= verbs


def test_a_dry_run_changes_nothing(reg, visit):
    before = reg.last_commit
    reg.advance(visit, "skip", "illness", dry_run=True)
    assert reg.last_commit == before and reg[visit.id].state == "scheduled"


def test_what_is_due_is_a_list(reg):
    assert reg.advance_due("2020-11-09") == []


def test_a_record_made_by_hand_has_no_register():
    with pytest.raises(bina.UsageError):
        bina.Visit(due="2020-11-01").advance("hold")
