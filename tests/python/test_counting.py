"""Protects the most likely count: a sample by lot tells what the whole review will come to.

The lists are those of examples/lombok-timur, made small, with the truth beside them.
"""

import csv
import pathlib
import subprocess
import sys

import bina
import pytest

GENERATE = pathlib.Path(__file__).parents[2] / "examples" / "lombok-timur" / "generate.py"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A register of three lists, and whom every row is about in truth."""
    out = tmp_path_factory.mktemp("world")
    subprocess.run([sys.executable, GENERATE, "--out", out, "--seed", "7", "--enterprises", "1500"],
                   check=True, capture_output=True, timeout=120)
    with open(out / "truth.csv", encoding="utf-8-sig", newline="") as file:
        truth = {(pathlib.Path(row["file"]).stem, int(row["row"])): row["entity"]
                 for row in csv.DictReader(file)}
    with bina.open(out / "small.db", office="52.03/1", actor="uji", store_number=7) as reg:
        for name in ("disperin", "diskop", "disdag"):
            reg.import_list(out / f"{name}.csv", list=name)
        reg.reconcile()
        lists = {register.id: register.name for register in reg.source_registers}
        rows = {row.id: truth[lists[row.register], row.row] for row in reg.source_records}
        yield reg, rows


def total(reg, column):
    return sum(getattr(line, column) for line in reg.report("count"))


def decide(reg, rows, pairs):
    with reg.transaction("verdicts"):
        for pair in pairs:
            same = rows[pair.first] == rows[pair.second]
            reg.decide(pair, "same" if same else "different")


def test_the_sample_is_always_the_same_and_no_order_of_gain(world):
    reg, _ = world
    first = [pair.pair for pair in reg.review(limit=30, sample=True)]
    assert first == [pair.pair for pair in reg.review(limit=30, sample=True)]
    assert first != [pair.pair for pair in reg.review(limit=30)]


def test_a_sample_tells_what_the_whole_review_will_come_to(world):
    reg, rows = world
    agreed = total(reg, "agreed")
    assert total(reg, "most_likely") == agreed
    decide(reg, rows, reg.review(limit=5))  # the five that change most: no sample
    assert {line.verdicts for line in reg.report("count")} == {0}
    decide(reg, rows, reg.review(limit=50, sample=True))
    assert min(line.verdicts for line in reg.report("count")) >= 50
    likely, low, high = (total(reg, name) for name in ("most_likely", "at_least", "at_most"))
    assert low <= likely <= high
    while reg.review(limit=1):
        decide(reg, rows, reg.review())
        reg.reconcile()
    # Fifty verdicts cannot beat a count that is already right to a few; the range must hold.
    truth = total(reg, "agreed")
    assert low <= truth <= high
    assert abs(likely - truth) <= 0.01 * truth
    assert total(reg, "most_likely") == total(reg, "agreed")


def test_the_unseen_are_told_with_what_they_rest_on(world):
    reg, _ = world
    lines = list(reg.report("unseen", scope="industry"))
    (chosen,) = [line for line in lines if line.chosen and line.unit == "enterprise"]
    assert chosen.low <= chosen.estimate <= chosen.high
    assert chosen.beyond == chosen.estimate - chosen.on_lists
    assert all(line.assumptions and line.asumsi for line in lines)
