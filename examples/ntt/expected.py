"""What must come out of the story, counted from its input alone: no line of Bina is used.

    python3 expected.py FOLDER > expected.csv
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


plan = (here / "plan.yaml").read_text(encoding="utf-8")
seats = [int(n) for n in re.findall(r"seats: (\d+)", plan)][:4]  # the fifth batch has no money
hours = [int(n) for n in re.findall(r"hours: (\d+), held_on", plan)][:3]
people, events = read("participants.csv"), read("events.csv")

# Seats by the order of application; then a seat left by one is taken by the next who waits.
inside, waiting = {}, {}
for person in people:
    batch = int(person["batch"])
    place = inside if len([b for b in inside.values() if b == batch]) < seats[batch - 1] else waiting
    place[person["no"]] = batch
ended = Counter()
for event in events:
    if event["event"] == "replaces":
        inside[event["no"]] = waiting.pop(event["no"])
        del inside[event["of"]]
        ended["replaced"] += 1
    elif event["event"] == "withdraw":
        batch = inside.pop(event["no"])
        first = next(no for no, b in waiting.items() if b == batch)
        inside[first] = waiting.pop(first)
        ended["withdrawn"] += 1

missed = Counter()
for row in read("absences.csv"):
    missed[row["no"]] += hours[int(row["lesson"]) - 1]
completed = [no for no in inside if 100 * (sum(hours) - missed[no]) >= 80 * sum(hours)]

made, given = read("production.csv"), read("distribution.csv")
total = lambda rows, *columns: sum(  # noqa: E731
    int(rows_[columns[0]]) * (int(rows_[columns[1]]) if len(columns) > 1 else 1) for rows_ in rows)
products = sorted({row["product"] for row in made})
figures = {
    "completed": len(completed), "below_threshold": len(inside) - len(completed),
    "waitlisted": len(waiting), "replaced": ended["replaced"], "withdrawn": ended["withdrawn"],
    "batches": len(seats), "served": len(inside),
    "material_cost": total(made, "cost"), "bought_for": total(made, "accepted", "price"),
    "left_in_store": total(made, "accepted") - total(given, "quantity"),
}
costs = [int(n) for n in re.findall(r"planned_cost: (\d+)", plan)][:4]
figures["fund_spent"] = sum(costs) + figures["material_cost"] + figures["bought_for"]
figures["fund_left"] = int(re.search(r"ceiling: (\d+)", plan)[1]) - figures["fund_spent"]
for product in products:
    mine = [row for row in made if row["product"] == product]
    gone = [row for row in given if row["product"] == product]
    name = product.replace(" ", "_")
    figures |= {f"{name}_expected": total(mine, "expected"), f"{name}_accepted": total(mine, "accepted"),
                f"{name}_rejected": total(mine, "rejected"), f"{name}_given": total(gone, "quantity")}
    assert figures[f"{name}_given"] == figures[f"{name}_accepted"], f"{product}: the chain does not balance"

# What the article says: four batches of twenty persons.
assert len(seats) == 4 and set(seats) == {20} and figures["served"] == 4 * 20 == 80
assert len(made) == 80 and {row["no"] for row in made} == set(inside), "each who was served made something"
for name in sorted(figures):
    print(f"{name},{figures[name]}")
