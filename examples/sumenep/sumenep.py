"""Sumenep: two agencies train by interest and local crop, then bring products onto the shelves of two chains.

python3 examples/sumenep/sumenep.py REGISTER [FOLDER FOR PICTURES]
"""

import csv
import datetime
import pathlib
import sys

import bina

HERE = pathlib.Path(__file__).parent
DAY = "2022-10-15"  # a Saturday
ENDS = "2022-12-01"  # the journey goes on after it
# Events of the journey that are steps of a listing and of a placement.
LISTING = {"list": "list", "replace": "take_over", "curate": "curate", "return": "return", "accept": "accept",
           "reject": "reject", "suspend": "suspend", "resume": "resume", "delist": "delist"}
SHELF = {"end": "end", "put_back": "return"}


def rows(name):
    with open(HERE / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def train(reg):
    """Twenty seats for those who stated an interest; who attended enough is certified and mentored."""
    programme = reg.programmes.where(name="Wirausaha Sumenep").first()
    reg.advance(programme, "open", on="2021-12-20")
    reg.advance(programme, "start", on="2022-01-03")
    batch = reg.batches.where(programme=programme).first()
    reg.advance(batch, "open", on="2022-01-03")
    lessons = list(reg.lessons.where(batch=batch).order_by("number"))
    enrolments = []
    with reg.transaction("Peserta angkatan 1"):
        for row in rows("trainees.csv"):
            person = reg.persons.add(name=row["name"], sex=row["sex"], region="35.29.14.2008")
            reg.interests.add(party=person, topic=batch.topic, strength=4, stated="2021-12-15", source="survei desa")
            state = "enrolled" if len(enrolments) < batch.seats else "waitlisted"
            enrolment = reg.enrolments.add(batch=batch, participant=person, state=state, began="2022-01-05")
            enrolments.append((enrolment, row["absent"].split()))
    reg.advance(batch, "start", on="2022-01-17")
    seated = [one for one in enrolments if reg[one[0].id].state in ("enrolled", "active")]
    with reg.transaction("Daftar hadir"):
        for enrolment, absent in seated:
            for lesson in lessons:
                missed = str(lesson.number) in absent
                reg.attendances.add(enrolment=enrolment, lesson=lesson, presence="absent" if missed else "present",
                                    hours=0 if missed else lesson.hours)
    for enrolment, _ in seated:
        try:
            reg.advance(enrolment, "complete", on="2022-01-21")
        except bina.RefusedError as refused:
            print(f"  not completed: {refused.refusals[0].message}")
            reg.advance(enrolment, "end_below", on="2022-01-21")
    completed = list(reg.enrolments.where(batch=batch, state="completed"))
    for number, enrolment in enumerate(completed, 1):
        reg.certificates.add(enrolment=enrolment, nature="completion", serial=f"SRT/{number}/2022",
                             issued="2022-01-24", began="2022-01-24")
        visit = reg.visits.add(party=enrolment.participant, officer="pendamping", programme=programme,
                               nature="coaching", due="2022-02-14", began="2022-01-24")
        reg.advance(visit, "hold", on="2022-02-14", held_on="2022-02-14", findings="produksi berjalan")
    reg.advance(batch, "complete", on="2022-01-24", ended="2022-01-20")
    print(f"Training: {batch.seats} seats, {len(enrolments)} applied, {len(completed)} completed; "
          f"{len(lessons)} lessons of theory and practice.")


class Market:
    """Replays journey.csv, each event as a step of the lifecycle it belongs to."""

    def __init__(self, reg):
        self.reg = reg
        self.chain = {one.name: one for one in reg.organisations.where(nature="retailer")}
        self.outlet = {one.code: one for one in reg.outlets}
        self.agreement = {}
        for one in reg.agreements:
            reg.advance(one, "sign", on=one.starts, signed_on=one.starts)
            self.agreement[one.retailer] = one
        self.maker, self.product, self.permit, self.listing, self.place, self.submitted = {}, {}, {}, {}, {}, {}
        with reg.transaction("Produk, pembuat, dan izinnya"):
            self.add_goods()

    def add_goods(self):
        for row in rows("makers.csv"):
            self.maker[row["maker"]] = self.reg.enterprises.add(
                name=row["name"], region=row["village"], activity=row["kbli"], nib=row["nib"], status="active",
                scope="industry", latitude=float(row["latitude"]), longitude=float(row["longitude"]))
        for row in rows("products.csv"):
            self.product[row["product"]] = self.reg.products.add(
                maker=self.maker[row["maker"]], name=row["name"], unit=row["unit"], price=int(row["price"]),
                gtin=row["gtin"], shelf_life=int(row["shelf_life"]),
                replaces=self.product[row["replaces"]] if row["replaces"] else None)
        for row in rows("permits.csv"):
            self.permit[row["number"]] = self.reg.licences.add(
                holder=self.product.get(row["holder"]) or self.maker[row["holder"]], nature=row["nature"],
                number=row["number"], state="valid", issued=row["issued"], expires=row["expires"] or None)

    def replay(self):
        today = None
        for row in rows("journey.csv"):
            if row["day"] != today:
                today = row["day"]
                self.reg.advance_due(today)  # what ran out by its date
            self.take(today, row)
        self.reg.advance_due(ENDS)

    def take(self, day, row):
        """One event of the journey."""
        event, why, shelf = row["event"], row["detail"] or None, (row["product"], row["chain"], row["outlet"])
        if event == "propose":
            self.listing[shelf[:2]] = self.reg.listings.add(
                product=self.product[row["product"]], retailer=self.chain[row["chain"]], began=day)
        elif event == "curation":
            self.reg.curations.add(product=self.product[row["product"]], retailer=self.chain[row["chain"]],
                                   submitted=self.submitted[shelf[:2]], decided=day, curator="kurator ritel", result=why)
        elif event in ("list", "replace"):
            self.reg.advance(self.listing[shelf[:2]], LISTING[event], on=day,
                             agreement=self.agreement[self.chain[row["chain"]].id])
        elif event in LISTING:
            if event == "curate":
                self.submitted[shelf[:2]] = day
            self.reg.advance(self.listing[shelf[:2]], LISTING[event], why, on=day)
        elif event in ("plan", "place"):
            self.place[shelf] = self.reg.placements.add(
                listing=self.listing[shelf[:2]], outlet=self.outlet[row["outlet"]], began=day,
                state="planned" if event == "plan" else "on_shelf")
        elif event in SHELF:
            self.reg.advance(self.place[shelf], SHELF[event], why, on=day)
        elif event == "close_outlet":
            self.reg.advance(self.outlet[row["outlet"]], "close", why, on=day)
        elif event == "suspend_permit":
            self.reg.advance(self.permit[why], "suspend", "quality", on=day)
        elif event == "reinstate_permit":
            self.reg.advance(self.permit[why], "reinstate", on=day)
        else:
            raise ValueError(f"journey.csv has an event {event}")

    def sell(self):
        for row in rows("sales.csv"):
            sale = self.reg.sales.add(
                listing=self.listing[row["product"], row["chain"]], product=self.product[row["product"]],
                day_from=row["from"], day_to=row["to"], delivered=int(row["delivered"]), sold=int(row["sold"]),
                returned=int(row["returned"]), amount=int(row["amount"]), grade="declared")
            if row["paid_on"]:
                self.reg.settlements.add(sale=sale, amount=int(row["paid"]), paid=row["paid_on"])


def tell(reg, folder):
    """What a head of office wants to see."""
    shelf = list(reg.report("placements", on=DAY))
    print(f"\n{len(shelf)} products on the shelf on {datetime.date.fromisoformat(DAY):%A} {DAY}:")
    for row in shelf:
        print(f"  {row.name:24} {row.maker:22} {row.retailers:20} {row.outlets} shops since {row.since}")
    print("\nBy chain (a product in both is told by both):")
    for row in reg.report("placements_by_retailer", on=DAY):
        print(f"  {row.retailer:12} {row.products:3} products, {row.outlets} shops, {row.places} places, quota {row.quota}")
    pipeline = list(reg.report("pipeline", on=DAY))
    print("\nOn their way (product and chain):")
    for stage in dict.fromkeys(row.stage for row in pipeline):
        days = [row.days for row in pipeline if row.stage == stage]
        print(f"  {stage:12} {len(days):3}, for {max(days)} days at most")
    print("\nPermits that end within 90 days:")
    for row in reg.report("readiness", on=DAY):
        if row.warning:
            print(f"  {row.name:24} {row.condition} ends {row.until}, in {row.days} days")
    print("\nWhat chains owe past its day:")
    for row in reg.report("arrears", on=DAY):
        print(f"  {row.retailer:12} Rp{row.unpaid:,} of {row.sales} sales, {row.days_late} days late")
    if folder:
        draw(reg, shelf, pathlib.Path(folder))


def draw(reg, shelf, folder):
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        print("\nWithout matplotlib there is no picture.")
        return
    from bina import pictures
    makers = {}
    for row in shelf:
        makers.setdefault(row.maker, []).append(row)
    counted = [{"pembuat": name, "produk": len(products)} for name, products in makers.items()]
    pictures.save(pictures.bars(counted, "pembuat", "produk", unit="produk", on=DAY,
                                title=f"{len(shelf)} produk di rak ritel modern", subtitle="menurut pembuat",
                                source="contoh buatan"), folder / "rak.svg")
    print(f"\nThe picture: {folder / 'rak.svg'}")


def main():
    path, folder = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    with bina.open(path, office="35.29/1", actor="Petugas contoh") as reg:
        reg.load(HERE / "programme.yaml")
        train(reg)
        market = Market(reg)
        market.replay()
        market.sell()
        tell(reg, folder)


if __name__ == "__main__":
    main()
