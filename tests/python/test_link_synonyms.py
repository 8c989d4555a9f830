"""Other words for the same are learnt from rows that otherwise agree; of numbers there are none."""

import random

import bina

SYLLABLES = "ba ko si ra mu te la do pe ni ga ho ju wi sa fe".split()
TIMES = [f"{minutes}:{seconds:02}" for minutes in range(2, 8) for seconds in range(3, 60, 4)]


def lists():
    """400 people in two lists; the second says bill for william, and 9:33 for 4:03."""
    chance = random.Random(3)
    name = lambda: "".join(chance.choice(SYLLABLES) for _ in range(4))
    given = [name() for _ in range(40)] + ["william"] * 6
    here = [{"first_name": chance.choice(given), "surname": name(), "town": name(), "song": f"{name()} {name()}",
             "time": chance.choice(TIMES + ["4:03"] * 12)} for _ in range(400)]
    there = [dict(row, first_name=row["first_name"].replace("william", "bill"), time=row["time"].replace("4:03", "9:33"))
             for row in here]
    return here, there


def said(result, row, field):
    return next(reason.reason for reason in result.explain("a", row, "b", row) if reason.field == field)


def test_a_word_has_others_and_a_number_has_none():
    here, there = lists()
    result = bina.link(a=here, b=there)
    called = next(n for n, row in enumerate(here, 1) if row["first_name"] == "william")
    timed = next(n for n, row in enumerate(here, 1) if row["time"] == "4:03")
    assert "another word" in said(result, called, "first_name")
    assert "another word" not in said(result, timed, "time")


def test_copies_of_brother_and_sister_do_not_make_their_names_one():
    chance = random.Random(7)
    name = lambda: "".join(chance.choice(SYLLABLES) for _ in range(4))
    slip = lambda text: text if chance.random() < 0.6 else text[:3] + chance.choice("0123456789") + text[4:]
    given = [name() for _ in range(60)]
    rows = []
    for house in range(1500):
        surname, street, town, phone = name(), f"{name()} {chance.randrange(1, 99)}", name(), f"{chance.randrange(10**9):09}"
        for called in ["jamie", "jordan"] if house == 0 else [chance.choice(given)]:
            born = f"{chance.randrange(1940, 2015)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            rows += [{"first_name": called, "surname": surname, "street": slip(street), "town": town,
                      "phone": slip(phone), "dob": born}
                     for _ in range(8 if house == 0 else 2)]
    result = bina.link(rows=rows)
    reasons = result.explain("rows", 1, "rows", 9)
    assert "another word" not in next(reason.reason for reason in reasons if reason.field == "first_name")
