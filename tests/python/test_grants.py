"""Grants from Python: the blocks of docs/grants.md run as a reader would type them, and what they
leave adds up."""

import pathlib
import re
import shutil

import pytest

import bina

TOP = pathlib.Path(__file__).parent.parent.parent


@pytest.fixture
def scope(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    shutil.copy(TOP / "tests/docs/grants.yaml", tmp_path)
    scope = {}
    for block in re.findall(r"^```python\n(.*?)^```", (TOP / "docs/grants.md").read_text(),
                            re.M | re.S):
        exec(compile(block, "grants.md", "exec"), scope)
    scope["printed"] = capsys.readouterr().out
    yield scope
    scope["reg"].close()


def test_the_page_on_grants_runs(scope):
    assert scope["printed"].splitlines() == [
        "fund.ceiling the fund APBD 2021 has a ceiling of Rp 25.000.000; Rp 0 is committed, "
        "Rp 30.000.000 is asked, Rp 25.000.000 is left; ask for less, release something, or use "
        "another fund",
        "partly_handed_over 10000000",
        "handed_over 30000000"]


def test_funds_and_grants_are_told_as_of_a_day(scope):
    reg = scope["reg"]
    row, = reg.report("grants_by_fund", on="2021-04-30")
    assert (row.ceiling, row.committed, row.spent, row.left) == (40_000_000, 30_000_000, 0,
                                                                 10_000_000)
    row, = reg.report("grants_by_fund")
    assert (row.spent, row.delivered) == (30_000_000, 30_000_000)
    row, = reg.report("grants", on="2021-06-30")
    assert (row.state, row.delivered, row.decree) == ("partly_handed_over", 10_000_000,
                                                      "SK/12/2021")


def test_the_group_is_not_helped_twice_in_a_year(scope):
    reg = scope["reg"]
    first = reg.grants.where(code="HB/2021/7").first()
    again = reg.grants.add(programme=first.programme, recipient=first.recipient,
                           nature="equipment", object="Alat Tenun", fiscal_year=2021,
                           began="2021-08-01")
    reg.commitments.add(fund=reg.funds.where(name="APBD 2021").first().id, subject=again.id,
                        amount=1_000_000, began="2021-08-01")
    again.advance("verify", on="2021-08-02")
    with pytest.raises(bina.RefusedError) as refused:
        again.advance("approve", on="2021-08-03", paper=scope["decree"], approved=1_000_000)
    refusal, = refused.value.refusals
    assert refusal.rule == "grant.double_help" and first.number in refusal.message
    assert refusal.policy == "double_help"
    assert reg[again.id].state == "verified"


def test_a_file_that_would_lower_a_ceiling_is_refused_whole(scope):
    reg = scope["reg"]
    with pytest.raises(bina.RefusedError):
        reg.load("grants.yaml")
    file = pathlib.Path("grants.yaml")
    file.write_text(file.read_text().replace("ceiling: 25000000", "ceiling: 40000000"))
    assert reg.load("grants.yaml").added == 0
    assert reg.grants.where(code="HB/2021/7").first().state == "handed_over"
