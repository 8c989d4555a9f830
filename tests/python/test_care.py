"""After-care and production in Python; and every block of their two pages runs, in the order it is read."""

import pytest

import bina
from doc_pages import BINA, run_page


def test_the_page_on_after_care_runs(tmp_path, monkeypatch):
    if BINA is None:
        pytest.skip("the bina command is not on the PATH")
    monkeypatch.chdir(tmp_path)
    printed = run_page("docs/after-care.md", tmp_path, "alat.yaml", BINA_ACTOR="Baiq Contoh")
    assert len([line for line in printed if line.startswith("confirm_custodian")]) == 2
    assert printed[-2:] == ["2 1 100.0 1 1", "missing"]


def test_the_page_on_production_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    printed = run_page("docs/production.md", tmp_path, BINA_ACTOR="Baiq Contoh")
    assert printed[0].startswith("production.store ") and '"short":1' in printed[0]
    assert printed[1] == "masker kain 24 4 4 bought are still in store"


@pytest.fixture
def reg(tmp_path):
    with bina.open(tmp_path / "r.db", actor="Petugas Contoh") as reg:
        yield reg


def test_a_group_that_holds_tools_does_not_split(reg):
    group = reg.groups.add(name="KUB Melati")
    chair = reg.persons.add(name="Rahmi Contoh")
    tool = reg.assets.add(name="Mesin jahit", tag="MJ-01", began="2025-03-01")
    reg.custodies.add(asset=tool, holder=group, custodian=chair, valid_from="2025-03-01", nature="granted")
    with pytest.raises(bina.RefusedError) as caught:
        reg.advance(group, "dissolve", "agreed")
    assert [r.rule for r in caught.value.refusals] == ["group.assets"]
    assert caught.value.refusals[0].message.startswith("1 tools still lie with the group")
    reg.custodies.add(asset=tool, holder=chair, valid_from="2026-01-01", nature="passed_on")
    assert reg[tool.id].state == "transferred" and reg[tool.id].holder == chair.id
    assert reg.advance(group, "dissolve", "agreed").state == "dissolved"


def test_an_outcome_needs_a_second_officer(reg, tmp_path):
    shop = reg.enterprises.add(name="Tenun Ikat Lestari")
    outcome = reg.outcomes.add(party=shop, nature="sales_rose", claimed="2026-03-01", began="2026-03-01",
                               claimed_by="Petugas Contoh")
    with pytest.raises(bina.RefusedError) as caught:
        reg.advance(outcome, "verify")
    assert [r.rule for r in caught.value.refusals] == ["outcome.officer"]
    with bina.open(tmp_path / "r.db", actor="Petugas Lain") as other:
        assert other.advance(outcome.id, "verify").verified_by == "Petugas Lain"
