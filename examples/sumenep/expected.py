"""Products on the shelf on a day, counted from journey.csv and permits.csv alone, without Bina.

python3 expected.py [DAY]
"""

import csv
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
DAY = "2022-10-15"  # the Saturday of the story


def rows(name):
    with open(HERE / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def on_shelf(day):
    """The products that stand somewhere at the end of the day; a renamed one counts as its new self."""
    makers = {row["product"]: row["maker"] for row in rows("products.csv")}
    renamed = {row["replaces"]: row["product"] for row in rows("products.csv") if row["replaces"]}
    stands, paused, frozen, holders = set(), set(), set(), {}  # (product, chain, outlet); (product, chain)
    for permit in rows("permits.csv"):
        holders[permit["number"]] = permit["holder"]
    for row in rows("journey.csv"):
        if row["day"] > day:
            continue
        place = row["product"], row["chain"], row["outlet"]
        if row["event"] in ("place", "put_back"):
            stands.add(place)
        elif row["event"] == "end":
            stands.discard(place)
        elif row["event"] == "delist":
            stands = {one for one in stands if one[:2] != place[:2]}
        elif row["event"] == "close_outlet":
            stands = {one for one in stands if one[1:] != place[1:]}
        elif row["event"] == "suspend":
            paused.add(place[:2])
        elif row["event"] == "resume":
            paused.discard(place[:2])
        elif row["event"] == "suspend_permit":
            frozen.add(holders[row["detail"]])
        elif row["event"] == "reinstate_permit":
            frozen.discard(holders[row["detail"]])
        elif row["event"] == "replace":
            old = next(key for key, new in renamed.items() if new == row["product"])
            moved = {one for one in stands if one[:2] == (old, row["chain"])}
            stands = stands - moved | {(row["product"], one[1], one[2]) for one in moved}
    lapsed = {permit["holder"] for permit in rows("permits.csv")
              if permit["expires"] and permit["expires"] < day}
    standing = {product for product, chain, _ in stands
                if (product, chain) not in paused and product not in lapsed
                and makers[product] not in lapsed and product not in frozen
                and makers[product] not in frozen}
    return {renamed[product] if renamed.get(product) in standing else product for product in standing}


if __name__ == "__main__":
    print(len(on_shelf(sys.argv[1] if len(sys.argv) > 1 else DAY)))
