"""What must come out of the story, counted from its input alone: no line of Bina is used.

    python3 expected.py [FOLDER]
"""

import csv
import pathlib
import re
import sys
from collections import Counter

here = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
here = here if here.is_dir() else here.parent


def read(name):
    with open(here / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def there(row, day, began, ended):
    return row[began] <= day and (not row[ended] or row[ended] > day)


makers, groups, loans, grants = (read(f"{name}.csv") for name in ("makers", "groups", "loans", "grants"))
furniture = [row for row in makers if row["activity"] == "31001"]
outcomes = Counter(row["outcome"] for row in loans)
helped = {row["maker"] for row in grants}
figures = {
    "makers_2015": sum(there(row, "2015-04-08", "began", "closed") for row in furniture),
    "makers_2020": sum(there(row, "2020-04-08", "began", "closed") for row in furniture),
    "groups_2020": sum(there(row, "2020-04-08", "founded", "dissolved") for row in groups),
    "sentra_members": sum(row["sentra"] == "yes" for row in makers),
    "sum_refused_for_figure_unit": 1,
    **{f"loans_{word}": count for word, count in outcomes.items()},
    "loans_approved": sum(int(row["approved"] or 0) for row in loans),
    "loans_outstanding": sum(int(row["outstanding"] or 0) for row in loans),
    "loans_helped": sum(row["maker"] in helped for row in loans),
    "council_roles": (here / "belu.yaml").read_text(encoding="utf-8").count(
        "organisation: {name: Dewan Kerajinan Nasional Daerah Kabupaten Belu}"),
}

# What the article says: 85 makers of furniture, about 60 groups of weavers, a cluster at Fatukbot.
assert figures["makers_2020"] == 85
assert abs(figures["groups_2020"] - 60) <= 5
assert {row["region"] for row in makers if row["sentra"] == "yes"} == {"53.04.22.1004"}
assert figures["sentra_members"] >= 5  # PP 29/2018 Art. 1
assert re.search(r"low: 85, high: 85", (here / "belu.yaml").read_text(encoding="utf-8"))
for name in sorted(figures):
    print(f"{name},{figures[name]}")
