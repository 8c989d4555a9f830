"""Makes the office's papers of one year: who was registered in November 2019, and what was learnt until
November 2020. Everything in them is made up (see README.md); the same numbers come out every time.

    python3 generate.py regions.csv OUT

regions.csv is the list of villages (data/regions.csv). Into the folder OUT go register.csv, later.csv, events.csv,
turnover.csv and tailors.csv.
"""

import csv
import datetime
import pathlib
import random
import sys

HERE = pathlib.Path(__file__).parent
FIRST, LAST = datetime.date(2019, 11, 9), datetime.date(2020, 11, 9)
KBLI = {"gula aren": "10722", "kacang mete": "10393", "tenun": "13122", "anyaman": "16291", "garam": "10774",
        "rumput laut": "10298", "kakao": "10732", "menjahit": "14111"}
WORDS = ["Sinar", "Karya", "Usaha", "Tunas", "Mekar", "Putra", "Sumber", "Cahaya", "Bina", "Mutiara"]
NAMES = ["Contoh", "Umpama", "Misal", "Andai", "Ibarat", "Rekaan", "Karangan", "Tiruan"]
QUARTERS = ["2019-Q4", "2020-Q1", "2020-Q2", "2020-Q3"]


class Papers:
    def __init__(self, villages):
        self.draw = random.Random(20201109)
        self.villages = villages
        self.rows, self.later, self.events = [], [], []

    def chance(self, per_thousand):
        return self.draw.random() * 1000 < per_thousand

    def one_of(self, many):
        return many[int(self.draw.random() * len(many))]

    def day(self, first=FIRST, last=LAST):
        """A day after the first and up to the last."""
        return first + datetime.timedelta(days=1 + int(self.draw.random() * (last - first).days))

    def enterprise(self, regency, began=""):
        row = len(self.rows) + len(self.later) + 1
        product = regency["product"] if self.chance(400) else self.one_of(sorted(KBLI))
        workers = 1 + int(self.draw.random() ** 3 * 24)
        return {"row": row, "name": f"{self.one_of(WORDS)} {self.one_of(NAMES)} {row}",
                "village": self.one_of(self.villages[regency["region"]]), "kbli": KBLI[product], "product": product,
                "status": "seasonal_rest" if self.chance(int(regency["resting"])) else
                          "paused" if not began and self.chance(20) else "active",
                "workers": workers, "sales": workers * 1_000_000 * (12 + int(self.draw.random() * 60)), "began": began}

    def happens(self, row, event, value="", reason="", day=None):
        """Something that began on a day and came to the office within two months, in this year at the latest."""
        day = day or self.day()
        known = min(LAST, max(FIRST + datetime.timedelta(days=1), day) + datetime.timedelta(days=int(self.draw.random() * 60)))
        self.events.append({"recorded": known, "day": day, "row": row["row"], "event": event, "value": value,
                            "reason": reason})

    def learnt_late(self, row):
        """It had stopped before the year began, and nobody had said so."""
        self.happens(row, "status", "closed", "other_work", self.day(datetime.date(2019, 3, 1), FIRST))

    def year(self, regency, row, regencies):
        """What becomes of one registered enterprise."""
        if row["status"] == "active" and self.chance(int(regency["paused"])):
            stops = self.day(datetime.date(2020, 3, 15), datetime.date(2020, 8, 31))
            self.happens(row, "status", "paused", "pandemic", stops)
            if self.chance(150):  # some take up work again
                self.happens(row, "status", "active", "", self.day(stops, LAST))
        elif row["status"] == "paused":
            if self.chance(300):
                self.happens(row, "status", "active")
        elif self.chance(int(regency["closed"])):
            self.happens(row, "status", "closed", self.one_of(["material", "death", "debt", "market"]))
        elif self.chance(6):
            to = self.one_of([other for other in regencies if other is not regency])
            self.happens(row, "region", self.one_of(self.villages[to["region"]]))
        elif self.chance(2):
            self.happens(row, "status", "moved_away", "moved")
        elif self.chance(3):
            self.happens(row, "scope", "trade")
        elif self.chance(4):
            self.learnt_late(row)


def villages_of(path):
    """The villages of 2020 by regency."""
    found = {}
    with open(path, newline="", encoding="utf-8") as file:
        for code, _, first, last in csv.reader(line for line in file if not line.startswith("#")):
            if len(code) == 13 and code.startswith("74.") and int(first) <= 2018 and int(last) >= 2020:
                found.setdefault(code[:5], []).append(code)
    return found


def turnover(papers, regencies):
    """Two hundred that report every quarter, unless they stopped: made up, falling with the pandemic."""
    lines = []
    stopped = {event["row"]: event["day"] for event in papers.events if event["value"] in ("paused", "closed")}
    for row in papers.rows[:: len(papers.rows) // 200]:
        usual = row["sales"] // 4
        for number, quarter in enumerate(QUARTERS):
            ended = datetime.date(2019, 12, 31) + datetime.timedelta(days=91 * number)
            if row["row"] in stopped and stopped[row["row"]] < ended:
                break
            part = [1.0, 0.95, 0.6, 0.75][number] * (0.8 + 0.4 * papers.draw.random())
            lines.append({"period": quarter, "row": row["row"], "turnover": int(usual * part / 1000) * 1000,
                          "grade": "documented" if papers.chance(300) else "declared"})
    return lines


def tailors(papers):
    """Who learnt to sew masks in Kendari: more than twenty; two of those who began did not finish."""
    found = [row for row in papers.rows if row["village"].startswith("74.71") and row["product"] == "menjahit"
             and row["status"] == "active"][:24]
    return [{"row": row["row"], "state": "withdrawn" if number in (7, 15) else "completed"}
            for number, row in enumerate(found)]


def write(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def main(regions, out):
    out = pathlib.Path(out)
    papers = Papers(villages_of(regions))
    with open(HERE / "regencies.csv", newline="", encoding="utf-8") as file:
        regencies = list(csv.DictReader(file))
    for regency in regencies:
        here = []
        for _ in range(int(regency["enterprises"])):
            papers.rows.append(papers.enterprise(regency))
            here.append(papers.rows[-1])
        for _ in range(int(regency["duplicates"])):  # the same one under another row
            one = papers.one_of(here)
            twin = dict(one, row=len(papers.rows) + len(papers.later) + 1, name=one["name"].upper())
            papers.rows.append(twin)
            papers.happens(twin, "twin", one["row"])
        for row in here:
            papers.year(regency, row, regencies)
        for _ in range(int(regency["enterprises"]) * int(regency["new"]) // 1000):
            papers.later.append(papers.enterprise(regency, papers.day()))
        for _ in range(int(regency["discovered"])):
            papers.later.append(papers.enterprise(regency, papers.day(datetime.date(2012, 1, 1), FIRST)))
    later = [dict(row, recorded=papers.day(max(FIRST, row["began"]), LAST)
                  if row["began"] < LAST else LAST) for row in papers.later]
    papers.events.sort(key=lambda event: (event["recorded"], event["day"], event["row"]))
    write(out / "register.csv", papers.rows)
    write(out / "later.csv", sorted(later, key=lambda row: (row["recorded"], row["row"])))
    write(out / "events.csv", papers.events)
    write(out / "turnover.csv", turnover(papers, regencies))
    write(out / "tailors.csv", tailors(papers))


if __name__ == "__main__":
    main(*sys.argv[1:])
