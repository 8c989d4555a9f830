"""The market and credit in Python; and every block of their two pages runs, in the order it is read."""

import subprocess
import sys

import pytest

import bina
from doc_pages import BINA, TOP, run_page

SUMENEP = TOP / "examples" / "sumenep"


@pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")
def test_the_page_on_the_market_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run_page("docs/market.md", tmp_path, "pasar.yaml") == [
        "listing_fee is 50001; at most 50000 is allowed (Permendag 23/2021 Art. 11)", 
        "2023-02-09 0", "2023-02-10 1", "Toko Contoh 420000 5"]


@pytest.mark.skipif(BINA is None, reason="the bina command is not on the PATH")
def test_the_page_on_credit_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run_page("docs/credit.md", tmp_path) == ["loan.ceiling", "2023-05-21"]


def test_the_23_products_are_those_of_the_input(tmp_path):
    """The article's figure, out of 47 products; and which they are, by a count that does not use Bina."""
    sys.path.insert(0, str(SUMENEP))
    try:
        import expected
    finally:
        sys.path.remove(str(SUMENEP))
    names = {row["product"]: row["name"] for row in expected.rows("products.csv")}
    assert len(names) >= 40
    path = tmp_path / "sumenep.db"
    told = subprocess.run([sys.executable, str(SUMENEP / "sumenep.py"), str(path)], check=True, timeout=300,
                          capture_output=True, text=True).stdout
    assert "23 products on the shelf on Saturday 2022-10-15" in told
    with bina.open(path) as reg:
        for day in ("2022-04-14", "2022-07-01", "2022-08-20", "2022-10-14", "2022-10-15", "2022-10-16", "2022-11-30"):
            shelf = [row.name for row in reg.report("placements", on=day)]
            assert sorted(shelf) == sorted(names[code] for code in expected.on_shelf(day)), day
        shelf = list(reg.report("placements", on="2022-10-15"))
        both = [row for row in shelf if row.chains == 2]
        assert len(shelf) == 23
        chains = {row.retailer: row.products for row in reg.report("placements_by_retailer", on="2022-10-15")}
        assert len(both) > 0 and sum(chains.values()) == 23 + len(both)  # those of the chains do not add


def test_a_permit_that_expires_ends_a_placement(tmp_path):
    with bina.open(tmp_path / "r.db", actor="Petugas Contoh") as reg:
        chain = reg.organisations.add(name="Toko Contoh", nature="retailer")
        maker = reg.enterprises.add(name="Mete Contoh", activity="10399")
        product = reg.products.add(maker=maker, name="Mete oven")
        permit = reg.licences.add(holder=product, nature="pirt", number="2053529010001-23", state="valid",
                                  issued="2018-01-10", expires="2023-01-09")
        listing = reg.listings.add(product=product, retailer=chain, state="listed", began="2022-01-01",
                                   evidence="surat ritel")
        placement = reg.placements.add(listing=listing, state="on_shelf", began="2022-02-01")
        warned = [row.condition for row in reg.report("readiness", on="2022-12-01") if row.warning]
        assert warned == ["food_permit"]
        assert [row.verb for row in reg.advance_due("2023-02-01")] == ["expire"]
        assert reg[permit.id].state == "expired"
        assert reg[placement.id].state == "ended" and reg[listing.id].state == "suspended"
        ended = reg.steps.where(subject=placement, verb="end").first()
        assert ended.reason == "licence_ended" and ended.taken.isoformat() == "2023-01-10"


def test_one_running_kur_in_a_household(tmp_path):
    """From January 2026: a husband's business and his wife's are one household."""
    with bina.open(tmp_path / "r.db", actor="Petugas Contoh") as reg:
        bank = reg.organisations.add(name="Bank Contoh", nature="bank")
        home = reg.households.add(region="53.04")
        shops = []
        for name in ("Yosef Contoh", "Maria Contoh"):
            person = reg.persons.add(name=name, household=home, born="1980-01-01")
            shops.append(reg.enterprises.add(name=f"Tenun {name}", began="2015-01-01"))
            reg.ownerships.add(party=person, enterprise=shops[-1], role="owner")

        def approve(borrower):
            loan = reg.loans.add(borrower=borrower, bank=bank, scheme="kur", requested=20_000_000, began="2026-02-02",
                                 sector="industry", kur_class="micro")
            loan.advance("review", on="2026-02-03")
            return loan.advance("approve", on="2026-02-06", approved=20_000_000)

        first = approve(shops[0])
        first.advance("disburse", on="2026-02-06", contract="AKAD/1", disbursed_on="2026-02-06", outstanding=20_000_000)
        with pytest.raises(bina.RefusedError) as caught:
            approve(shops[1])
        assert [r.rule for r in caught.value.refusals] == ["loan.household"]
        first.advance("repay", on="2026-02-06", outstanding=0)
        assert approve(shops[1]).state == "approved"
