"""After the register: batch four as it was told, the next twenty, tools for groups, coaching, and a survey.

    python3 after.py REGISTER OUT

Reads after.yaml, tools.csv, visits.csv and survey.csv of this folder; writes OUT/figures.csv and pictures.
"""

import csv
import pathlib
import sys
from collections import Counter

import bina
from bina import pictures, reference

here = pathlib.Path(__file__).resolve().parent
path, out = sys.argv[1], pathlib.Path(sys.argv[2])
figures = {}


def read(name):
    with open(here / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def refused(attempt):
    """Prints every reason why something is refused, and gives the first rule."""
    try:
        attempt()
    except bina.RefusedError as error:
        for why in error.refusals:
            print(f"  refused ({why.rule}): {why.message}")
        return error.refusals[0].rule
    raise SystemExit("this was to be refused")


def batch_four(reg, training):
    print("\n1. Batch four: eighty people, of whom only the number is known")
    four = reg.batches.where(programme=training.id, number=4).first()
    said = reg.figures.where(subject=four.id).first()
    figures["batch_four_declared"] = said.low
    figures["batch_four_people"] = reg.enrolments.where(batch=four.id).count()
    print(f"  declared: {said.as_stated} ({said.day_from} to {said.day_to}); people in the register: "
          f"{figures['batch_four_people']}")


def next_twenty(reg, training):
    print("\n2. The next batch: who is proposed, and why")
    five = reg.batches.where(programme=training.id, number=5).first()
    topic = reg.topics.first()
    weavers = list(reg.enterprises.where(activity="13121", status="active").order_by("number"))[:45]
    with reg.transaction("minat"):
        for at, shop in enumerate(weavers):
            if at % 3:  # two of three were asked, and said how much they would like it
                reg.interests.add(party=shop.id, topic=topic.id, strength=1 + at % 5, stated="2023-05-10",
                                  source="formulir minat (rekaan)")
    proposed = list(reg.propose(five))
    figures["proposed"] = len(proposed)
    figures["proposed_with_reason"] = sum(bool(one.reason and one.alasan) for one in proposed)
    for one in proposed[:4]:
        shop = reg[one.candidate]
        print(f"  {one.rank:2}. {shop.name or shop.number}: {one.reason}")
    print(f"  ... and {len(proposed) - 4} more")


def paper(reg, grant, nature, number, day):
    return reg.documents.add(subject=grant.id, nature=nature, number=number, dated_on=day)


def tools_for_groups(reg):
    print("\n3. Tools go to groups")
    programme = reg.programmes.where(name="Alat untuk kelompok").first()
    fund = reg.funds.where(name="APBD 2023 alat kelompok").first()
    reg.advance(programme, "open", on="2023-01-16")
    person = reg.persons.order_by("number").first()
    print("  A sewing machine for one person:")
    figures["person_refused_for"] = refused(lambda: reg.grants.add(
        programme=programme.id, recipient=person.id, nature="equipment", object="mesin jahit", fiscal_year=2023,
        requested=3_500_000, began="2023-01-23"))

    chairs = {}
    for member in reg.memberships.where():
        chairs.setdefault(member.member_of, member.member)
    groups = [group for group in reg.groups.where(state="active").order_by("number") if group.id in chairs][:6]
    rows = read("tools.csv")
    for at, group in enumerate(groups, 1):
        mine = [row for row in rows if row["group"] == str(at)]
        total = sum(int(row["quantity"]) * int(row["unit_price"]) for row in mine)
        grant = reg.grants.add(programme=programme.id, recipient=group.id, nature="equipment",
                               object=", ".join(row["item"] for row in mine), fiscal_year=2023, requested=total,
                               began="2023-01-23")
        reg.commitments.add(fund=fund.id, subject=grant.id, amount=total, began="2023-01-23")
        items = [reg.grant_items.add(grant=grant.id, item=row["item"], quantity=int(row["quantity"]), unit="buah",
                                     unit_price=int(row["unit_price"]), fund=fund.id) for row in mine]
        reg.advance(grant, "verify", on="2023-02-06")
        reg.advance(grant, "approve", on="2023-03-06", approved=total,
                    paper=paper(reg, grant, "decree", f"188.4/{at}/2023", "2023-03-06"))
        reg.advance(grant, "procure", on="2023-06-05")
        bast = paper(reg, grant, "handover", f"BAST/{at}/2023", "2023-07-10")
        for row, item in zip(mine, items):
            handover = reg.handovers.add(item=item.id, quantity=item.quantity, handed_on="2023-07-10", bast=bast.id)
            short = "".join(word[0] for word in row["item"].split()).upper()
            for n in range(1, item.quantity + 1):
                tool = reg.assets.add(name=row["item"], tag=f"{at}-{short}-{n:02}", grant=grant.id,
                                      handover=handover.id, value=int(row["unit_price"]), began="2023-07-10",
                                      condition="good")
                reg.custodies.add(asset=tool.id, holder=group.id, custodian=chairs[group.id],
                                  valid_from="2023-07-10", nature="granted", paper=bast.id)
        if reg[grant.id].state != "handed_over":
            reg.advance(grant, "hand_over", on="2023-07-10", paper=bast)
    figures["groups_helped"] = reg.grants.where(programme=programme.id, state="handed_over").count()
    figures["tools"] = reg.assets.where().count()
    figures["granted"] = sum(grant.delivered for grant in reg.grants.where(programme=programme.id))
    print(f"  {figures['groups_helped']} groups received {figures['tools']} tools worth "
          f"Rp{pictures.number(figures['granted'])}, each on its minutes (BAST).")
    print("  The same once more for the first of them, in the same year:")
    again = reg.grants.add(programme=programme.id, recipient=groups[0].id, nature="equipment",
                           object="mesin jahit, meja potong", fiscal_year=2023, requested=5_300_000, began="2023-09-04")
    reg.grant_items.add(grant=again.id, item="mesin jahit", quantity=1, unit="buah", unit_price=5_300_000, fund=fund.id)
    reg.commitments.add(fund=fund.id, subject=again.id, amount=5_300_000, began="2023-09-04")
    reg.advance(again, "verify", on="2023-09-11")
    decree = paper(reg, again, "decree", "188.4/7/2023", "2023-10-02")
    figures["twice_refused_for"] = refused(lambda: reg.advance(again, "approve", on="2023-10-02", paper=decree,
                                                               approved=5_300_000))
    reg.advance(again, "reject", "duplicate", on="2023-10-02")
    return programme, groups


def coaching(reg, programme, groups):
    print("\n4. Coaching afterwards")
    for row in read("visits.csv"):
        visit = reg.visits.add(party=groups[int(row["group"]) - 1].id, officer="Petugas lapangan", due=row["due"],
                               programme=programme.id, nature="coaching", began="2023-07-17")
        if row["step"] == "hold":
            reg.advance(visit, "hold", on=row["held_on"], held_on=row["held_on"], findings=row["findings"])
        else:
            reg.advance(visit, "skip", "season", on=row["due"], note=row["findings"])
    figures.update({f"visits_{word}": reg.visits.where(state=word).count() for word in ("held", "skipped")})
    print(f"  {figures['visits_held']} visits held, {figures['visits_skipped']} skipped.")


def survey(reg, programme):
    print("\n5. Are the tools still there? Wear is normal, loss is not")
    round_ = reg.surveys.first()
    reg.advance(round_, "open", on="2024-06-03", issued_until="2024-05-31", starts="2024-06-03")
    tagged = {tool.tag: tool.id for tool in reg.assets.where()}
    for row in read("survey.csv"):
        reg.inspections.add(survey=round_.id, asset=tagged[row["tag"]], visited="2024-06-10", inspector="Petugas survei",
                            **{name: row[name] or None for name in ("presence", "condition", "cause", "use", "note")})
    reg.advance(round_, "close", on="2024-06-28", ends="2024-06-28")
    columns = ("issued", "seen", "absent", "not_visited", "good", "minor_damage", "major_damage", "wear", "lost")
    print("  " + "".join(f"{name.replace('_', ' '):>14}" for name in columns))
    for row in reg.report("asset_survey", programme=programme):
        print("  " + "".join(f"{row[name]:14}" for name in columns), " ", row.name or "all of them")
    found = Counter()
    for seen in reg.inspections.where(survey=round_.id):
        found[seen.presence] += 1
        found[seen.condition] += seen.condition is not None
        found["worn"] += seen.cause == "wear"
        found["lost"] += seen.presence == "absent" and seen.use is None
    figures.update({f"survey_{word}": found[word] for word in (
        "seen", "absent", "not_visited", "good", "minor_damage", "major_damage", "worn", "lost")})
    figures["tools_missing"] = reg.assets.where(state="missing").count()
    return found


def draw(reg, found):
    words = [("Baik", "good"), ("Rusak ringan", "minor_damage"), ("Rusak berat", "major_damage"),
             ("Tidak ada", "absent"), ("Tidak dikunjungi", "not_visited")]
    figure = pictures.bars([{"kondisi": name, "alat": found[word]} for name, word in words], "kondisi", "alat",
                           sort=False, unit="alat", title="Alat bantuan setahun kemudian",
                           subtitle=f"{figures['tools']} alat pada {figures['groups_helped']} kelompok. Dari yang "
                                    f"rusak, {found['worn']} aus karena dipakai; {found['lost']} hilang.",
                           source="Survei alat 2024 (rekaan)", on="2024-06-28")
    pictures.save(figure, out / "tools.png")
    districts = [{"kecamatan": reference.region(row.region).name, "usaha": row.enterprises}
                 for row in reg.report("regions", region="52.03", scope="industry") if row.region]
    figure = pictures.bars(districts, "kecamatan", "usaha", unit="usaha", source="Satu data Lombok Timur (rekaan)",
                           title="Usaha industri yang disepakati, menurut kecamatan")
    pictures.save(figure, out / "districts.png")
    print(f"\nPictures: {out}/tools.png, {out}/districts.png")


with bina.open(path, actor="Petugas contoh", mode="existing") as reg:
    reg.load(here / "after.yaml")
    training = reg.programmes.where(name="Pelatihan industri rumah tangga").first()
    reg.advance(training, "open", on="2021-01-11")
    batch_four(reg, training)
    next_twenty(reg, training)
    programme, groups = tools_for_groups(reg)
    coaching(reg, programme, groups)
    found = survey(reg, programme)
    draw(reg, found)
(out / "figures.csv").write_text("".join(f"{name},{figures[name]}\n" for name in sorted(figures)), encoding="utf-8")
