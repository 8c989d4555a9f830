"""Every report over a big office: seconds each, as of today and as of five years ago.

    bench_reports.py [enterprises]        (default 100000, with ten years of history)

BINA_KEEP=FILE keeps the office in that file, and uses the one that is there already.

The office is made up here: enterprises that open, pause, close and move, yearly observations, training,
grants with tools and surveys, loans, products on shelves.  Beside each report stands what SQLite's own
count(*) of the biggest table takes.
"""

import datetime
import itertools
import json
import os
import pathlib
import platform
import random
import sqlite3
import statistics
import sys
import tempfile
import time

import bina

TOP = pathlib.Path(__file__).resolve().parents[2]
YEARS = range(2012, 2022)
CLOCK = datetime.datetime(2021, 12, 31, 3, tzinfo=datetime.timezone.utc)


def day(year, at):
    return "%d-%02d-%02d" % (year, at % 12 + 1, at % 28 + 1)


def batches(rows, size=20000):
    rows = iter(rows)
    while part := [row for _, row in zip(range(size), rows)]:
        yield part


def fill(table, rows):
    """Adds the rows and gives their ids, in order."""
    before = table.order_by("-id").limit(1).first()
    for part in batches(rows):
        table.add_many(part)
    found = table if before is None else table.where(id__gt=before.id)
    return [row.id for row in found.order_by("id")]


def build(reg, count, chance):
    villages = ["52.03.%02d.%04d" % (1 + n % 20, 2001 + n % 8) for n in range(160)]
    region = lambda: villages[chance.randrange(len(villages))]  # noqa: E731
    declared = {"evidence": "arsip"}

    enterprises = fill(reg.enterprises, (
        {"name": "Usaha %d" % n, "region": region(), "scope": "industry", "workers": chance.randrange(1, 30),
         "status": "active", "activity": ("13122", "31001", "16291", "10793")[n % 4],
         "began": day(2005 + n % 15, n), "sales": chance.randrange(1, 900) * 1_000_000,
         "capital": chance.randrange(1, 300) * 1_000_000, "founded": 2005 + n % 15} for n in range(count)))
    persons = fill(reg.persons, ({"name": "Orang %d" % n, "region": region()} for n in range(count // 2)))
    with reg.transaction("history"):
        for n, one in enumerate(enterprises):
            if n % 3 == 0:
                reg.enterprises.set_dated(one, day(2013 + n % 8, n), status=("paused", "closed", "seasonal_rest")[n % 3])
            if n % 6 == 0:
                reg.enterprises.set_dated(one, day(2014 + n % 7, n + 3), status="active")
            if n % 20 == 0:
                reg.enterprises.set_dated(one, day(2012 + n % 9, n), region=region())
    periods = [reg.periods.add(name=str(year), day_from="%d-01-01" % year, day_to="%d-12-31" % year,
                               began="%d-01-01" % year).id for year in YEARS]
    fill(reg.observations, ({"enterprise": one, "period": period, "turnover": chance.randrange(1, 900) * 1_000_000,
                             "workers": chance.randrange(1, 30), "grade": "declared"}
                            for period in periods for one in enterprises[::2]))

    office = reg.organisations.add(name="Dinas Contoh", nature="agency").id
    bank = reg.organisations.add(name="Bank Contoh", nature="bank").id
    chain = reg.organisations.add(name="Ritel Contoh", nature="retailer").id
    people = itertools.cycle(persons)
    for year in YEARS:
        programme = reg.programmes.add(name="Program %d" % year, state="running", began="%d-01-01" % year,
                                       **declared).id
        reg.funds.add(name="APBD %d" % year, source="apbd", fiscal_year=year, ceiling=10**12, owner=office)
        for number in range(1, 51):
            batch = reg.batches.add(programme=programme, number=number, activity="training", seats=20, region="52.03",
                                    state="completed", began=day(year, number), **declared).id
            lesson = reg.lessons.add(batch=batch, number=1, nature="theory", hours=8, held_on=day(year, number)).id
            taken = fill(reg.enrolments, ({"batch": batch, "participant": next(people), "state": "completed",
                                           "began": day(year, number), **declared} for _ in range(20)))
            fill(reg.attendances, ({"enrolment": one, "lesson": lesson, "presence": "present"} for one in taken))
        groups = fill(reg.groups, ({"name": "Kelompok %d/%d" % (year, n), "region": region()} for n in range(200)))
        grants = fill(reg.grants, ({"programme": programme, "recipient": groups[n % 200], "nature": "equipment",
                                    "object": "alat %d" % (n % 9), "fiscal_year": year, "approved": 5_000_000,
                                    "delivered": 0, "state": "approved", "began": day(year, n), **declared}
                                   for n in range(500)))
        assets = fill(reg.assets, ({"name": "alat", "grant": grants[n % 500], "holder": groups[n % 200],
                                    "state": "in_use", "condition": "good", "began": day(year, n), **declared}
                                   for n in range(1000)))
        survey = reg.surveys.add(name="Survei %d" % year, programme=programme, state="open",
                                 began="%d-12-01" % year, issued_until="%d-12-31" % year, **declared).id
        fill(reg.inspections, ({"survey": survey, "asset": one, "visited": "%d-12-%02d" % (year, n % 28 + 1),
                                "presence": "seen" if n % 4 else "not_visited", "condition": "good" if n % 4 else None}
                               for n, one in enumerate(assets)))
        fill(reg.visits, ({"party": enterprises[(n * 37) % count], "due": day(year, n), "state": "held",
                           "findings": "baik", "officer": "Petugas %d" % (n % 30), "began": day(year, n), **declared}
                          for n in range(2000)))
        fill(reg.loans, ({"borrower": enterprises[(n * 53) % count], "bank": bank, "scheme": "kur",
                          "requested": 10_000_000, "approved": 9_000_000, "state": "disbursed", "contract": "K",
                          "began": day(year, n), **declared} for n in range(1000)))
    products = fill(reg.products, ({"maker": enterprises[n], "name": "Produk %d" % n} for n in range(min(count, 5000))))
    listings = fill(reg.listings, ({"product": one, "retailer": chain, "state": "listed", "began": "2019-01-01",
                                    **declared} for one in products))
    fill(reg.placements, ({"listing": one, "state": "on_shelf", "began": "2019-02-01", **declared}
                          for one in listings))
    fill(reg.sales, ({"listing": one, "product": product, "day_from": "2021-01-01", "day_to": "2021-01-31",
                      "delivered": 20, "sold": 12, "returned": 1, "amount": 120_000, "due": "2021-03-01"}
                     for one, product in zip(listings, products)))


def timed(work, times=3):
    seconds = []
    for _ in range(times):
        began = time.monotonic()
        rows = work()
        seconds.append(time.monotonic() - began)
    return statistics.median(seconds), rows


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    machine = "%s, %d cores, Python %s, SQLite %s" % (platform.machine(), os.cpu_count(), platform.python_version(),
                                                      sqlite3.sqlite_version)
    print("bina %s; %s" % (bina.__version__, machine))
    results, slow = [], []
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(os.environ.get("BINA_KEEP") or pathlib.Path(folder) / "office.db")
        made = path.exists()
        began = time.monotonic()
        if not made:
            with bina.open(path, office="52.03/1", clock=CLOCK) as reg:
                build(reg, count, random.Random(2021))
        print("%d enterprises with ten years of history: %.0f MB, %s" % (
            count, path.stat().st_size / 1e6,
            "made before" if made else "made in %.0f s" % (time.monotonic() - began)))
        raw = sqlite3.connect(path)
        seconds, _ = timed(lambda: raw.execute("SELECT count(turnover) FROM observations").fetchone())
        raw.close()
        print("%-26s %9s %9s %12s" % ("report", "rows", "seconds", "5 years ago"))
        print("%-26s %9s %9.3f" % ("(SQLite scans the biggest)", "", seconds))
        with bina.open(path, mode="read", clock=CLOCK) as reg:
            for name, _ in bina.reports().items():
                options = {"since": "2020-12-31"} if name == "flows" else {}
                now, rows = timed(lambda: sum(1 for _ in reg.report(name, **options)))
                try:
                    then, _ = timed(lambda: sum(1 for _ in reg.report(name, on="2016-12-31", **(
                        {"since": "2015-12-31"} if options else {}))))
                except bina.UnsupportedError:
                    then = None
                print("%-26s %9d %9.3f %12s" % (name, rows, now, "" if then is None else "%.3f" % then))
                results.append({"report": name, "rows": rows, "seconds": now, "seconds_past": then})
                slow += [name] if max(now, then or 0) >= 1 else []
    print("a second or more: " + (", ".join(slow) or "none"))
    folder = TOP / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "reports.json").write_text(json.dumps({"version": bina.__version__, "machine": machine,
                                                     "enterprises": count, "results": results}, indent=1) + "\n")


if __name__ == "__main__":
    main()
