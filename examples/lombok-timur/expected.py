"""What must come out of after.py, counted from its input alone: no line of Bina is used."""

import csv
import pathlib
import sys
from collections import Counter

here = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
here = here if here.is_dir() else here.parent


def read(name):
    with open(here / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


tools, visits, survey = read("tools.csv"), read("visits.csv"), read("survey.csv")
steps = Counter(row["step"] for row in visits)
seen = Counter(row["presence"] for row in survey)
condition = Counter(row["condition"] for row in survey if row["condition"])
lost = [row for row in survey if row["presence"] == "absent" and not row["use"]]
assert len(survey) == sum(int(row["quantity"]) for row in tools), "every tool is in the survey, seen or not"
assert {row["group"] for row in tools} == set("123456")

figures = {
    # The article: eighty people trained, the fourth batch; equipment to groups and not to persons.
    "batch_four_declared": 80, "batch_four_people": 0,
    "proposed": 20, "proposed_with_reason": 20,
    "person_refused_for": "grant.beneficiary", "twice_refused_for": "grant.double_help",
    "groups_helped": len({row["group"] for row in tools}),
    "tools": len(survey), "granted": sum(int(row["quantity"]) * int(row["unit_price"]) for row in tools),
    "visits_held": steps["hold"], "visits_skipped": steps["skip"],
    **{f"survey_{word}": seen[word] for word in ("seen", "absent", "not_visited")},
    **{f"survey_{word}": condition[word] for word in ("good", "minor_damage", "major_damage")},
    "survey_worn": sum(row["cause"] == "wear" for row in survey), "survey_lost": len(lost),
    "tools_missing": len(lost),
}
for name in sorted(figures):
    print(f"{name},{figures[name]}")
