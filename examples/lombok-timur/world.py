"""The true world: who owns what, where, and which office has heard of it."""

import csv

import places
from people import People, Weighted

OFFICES = ("disperin", "diskop", "disdag")
# Chance to be on each office's list, for the half that officers meet often and for the rest.
# Averages are 55, 45 and 35 %; the two halves make the lists overlap more than by chance.
COVERAGE = ((.75, .63, .50), (.35, .27, .20))
SHOP_COVERAGE = (.04, .60, .60)
SHOPS_PER_ENTERPRISE = .12
TWO_BUSINESSES = .05
GROUPS = .02

WOMEN = {"tenun": .95, "tenun ikat": .95, "anyaman ketak": .9, "jajan": .92, "kue kering": .9,
         "kerupuk": .8, "bordir": .9, "terasi": .8, "gerabah": .75, "ikan asin": .7, "pindang": .75,
         "minyak kelapa": .85, "las": .01, "pandai besi": .02, "mebel": .05, "kusen": .04,
         "batako": .05, "penggilingan": .1, "batu bata": .25, "tembakau": .2, "gula aren": .4}

BRANDS = ("Berkah", "Barokah", "Maju Jaya", "Sumber Rezeki", "Karya Mandiri", "Rinjani", "Cahaya",
          "Harapan", "Mutiara", "Dua Putri", "Putra Sasak", "Al Ikhlas", "Sinar Baru", "Sehati",
          "Karya Bersama", "Lestari", "Bunga Mawar", "Melati", "Sukses", "Usaha Baru", "Doa Ibu",
          "Rizki", "Mekar", "Selaparang", "Patuh Karya", "Beriuk Maju", "Tunas Muda", "Anugerah",
          "Sumber Hidup", "Jaya Abadi", "Bintang", "Pelangi", "Sederhana", "Mandiri", "Sejahtera",
          "Nurul Huda", "Tiga Saudara", "Kembar", "Gumi Sasak", "Paer Timuk", "Sasak Lestari",
          "Mandalika", "Segara Anak", "Bale Sasak", "Cempaka", "Kamboja", "Serumpun", "Amanah",
          "Istiqomah", "Assalam", "An Nur", "Hidayah", "Ridho Ilahi", "Sumber Alam", "Sari Rasa",
          "Citra Rasa", "Raja Rasa", "Ibu Kita", "Bina Karya", "Bina Usaha", "Karya Utama")


class Product:
    __slots__ = ("key", "kbli", "scope", "weight", "home", "short", "terms", "villages")


class Enterprise:
    __slots__ = ("id", "kind", "scope", "product", "term", "name", "owner", "village", "hamlet",
                 "rt", "rw", "street", "phone", "has_phone", "start", "workers", "capital",
                 "lists", "often_met")


def load_products(folder):
    products = []
    with open(folder / "products.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            product = Product()
            for field in ("key", "kbli", "scope", "short"):
                setattr(product, field, row[field])
            product.weight = float(row["weight"])
            product.home = row["home"] == "1"
            product.terms = row["terms"].split("|")
            product.villages = set(row["homes"].split("|")) - {""}
            products.append(product)
    return products


class World:
    def __init__(self, folder, rng, wanted):
        self.rng = rng
        self.villages = places.load(folder, rng)
        self.people = People(folder, rng)
        self.products = load_products(folder)
        self.enterprises = []
        self.in_scope = 0
        self.serial = 0
        self.two_businesses = self.owners = 0
        industry = [p for p in self.products if p.scope == "industry"]
        shops = [p for p in self.products if p.scope == "trade"]
        self.shop_kind = Weighted(shops, [p.weight for p in shops])
        for village in self.villages:
            # Crafts cluster: a pottery village is full of potters.
            village.crafts = Weighted(industry, [
                p.weight * (14 if village.name in p.villages else rng.choice((.3, .8, 1, 1.6)))
                for p in industry])
        self.where = Weighted(self.villages, [
            v.weight * (1.8 if any(v.name in p.villages for p in industry) else 1)
            for v in self.villages])
        self.fill(wanted)

    def fill(self, wanted):
        """Add owners until exactly `wanted` enterprises in scope stand on at least one list."""
        rng = self.rng
        while self.in_scope < wanted:
            village = self.where.draw(rng)
            product = village.crafts.draw(rng)
            if rng.random() < GROUPS:
                self.add_group(village, product, wanted)
            else:
                self.add_owner(village, product, wanted)
            if rng.random() < SHOPS_PER_ENTERPRISE:
                village = self.where.draw(rng)
                self.add_owner(village, self.shop_kind.draw(rng), wanted)

    def add_owner(self, village, product, wanted):
        rng = self.rng
        sex = "f" if rng.random() < WOMEN.get(product.key, .55) else "m"
        owner = self.people.make_couple(sex, village.district_code)
        self.owners += 1
        first = self.add(owner, village, product)
        if rng.random() < TWO_BUSINESSES and self.in_scope < wanted:
            self.two_businesses += 1
            while True:
                other = village.crafts.draw(rng) if rng.random() < .8 else self.shop_kind.draw(rng)
                if other.kbli[:4] != product.kbli[:4]:
                    break
            self.add(owner, village, other, beside=first)
        return owner

    def add_group(self, village, product, wanted):
        rng = self.rng
        sex = "f" if rng.random() < WOMEN.get(product.key, .55) else "m"
        leader = self.people.make_couple(sex, village.district_code)
        self.owners += 1
        group = self.add(leader, village, product, kind="group")
        # The leader's own workshop is another enterprise, often of the same craft.
        if rng.random() < .3 and self.in_scope < wanted:
            self.add(leader, village, product, beside=group)

    def business_name(self, enterprise):
        rng = self.rng
        product, owner = enterprise.product, enterprise.owner
        called = next((t for t in owner.tokens if t not in (
            "Muhammad", "Ahmad", "Siti", "Nur", "Abdul", "Amaq", "Inaq")), owner.tokens[-1])
        brand = rng.choice(BRANDS)
        if enterprise.kind == "group":
            return rng.choice(("KUB %s %s", "Kelompok %s %s", "KUB %s %s", "Kelompok Pengrajin %s %s",
                               "Kelompok Wanita %s %s")) % (product.short, brand)
        chance = rng.random()
        if enterprise.scope == "trade":
            polite = "Kios Bu %s" if owner.sex == "f" else "Kios Pak %s"
            if chance < .5:
                return rng.choice(("Kios %s", "Toko %s", "UD %s", polite)) % called
            return rng.choice(("Kios %s", "Toko %s", "UD %s")) % brand if chance < .93 else ""
        if chance < .20:
            return ""
        if chance < .42:
            return rng.choice((product.short, product.short, "Usaha " + product.short,
                               "Industri " + product.short, "Kerajinan " + product.short))
        if chance < .64:
            return rng.choice((product.short + " %s", "UD %s", product.short + " Bu %s"
                               if owner.sex == "f" else product.short + " Pak %s",
                               "Warung Bu %s" if owner.sex == "f" else "UD %s")) % called
        return rng.choice(("UD %s", "UD %s", product.short + " %s", product.short + " %s",
                           "CV %s", "Usaha %s", "%s")) % brand

    def add(self, owner, village, product, kind="enterprise", beside=None):
        rng = self.rng
        new = Enterprise()
        self.serial += 1
        new.kind, new.scope, new.product = kind, product.scope, product
        new.owner, new.village = owner, village
        new.term = rng.choice(product.terms)
        if beside is not None and rng.random() < .9:
            new.hamlet, new.rt, new.rw, new.street = (beside.hamlet, beside.rt, beside.rw,
                                                      beside.street)
        else:
            new.hamlet = village.hamlet(rng)
            new.rt = rng.randint(1, new.hamlet.households)
            new.rw = rng.randint(1, 3) if rng.random() < (.5 if village.urban else .12) else 0
            new.street = rng.choice(places.STREETS) if rng.random() < (
                .5 if village.urban else .1) else ""
            if new.street and rng.random() < .4:
                new.street += " No. %d" % rng.randint(1, 150)
        new.name = self.business_name(new)
        new.has_phone = beside.has_phone if beside is not None else rng.random() < .75
        new.phone = owner.phone
        new.start = min(2018, max(1972, owner.birth.year + 20 + int(rng.expovariate(1 / 14))))
        new.workers = rng.randint(8, 30) if kind == "group" else min(
            19, 1 + int(rng.expovariate(1 / (1.3 if product.home else 2.6))))
        new.capital = int(rng.lognormvariate(14.6 if product.home else 16.4, .9))
        new.often_met = beside.often_met if beside is not None else rng.random() < .5
        chances = SHOP_COVERAGE if new.scope == "trade" else COVERAGE[0 if new.often_met else 1]
        new.lists = tuple(i for i in range(3) if rng.random() < chances[i])
        if new.scope == "industry" and new.lists:
            self.in_scope += 1
        self.enterprises.append(new)
        return new

    def number(self):
        """Give opaque ids in an order that says nothing about who belongs together."""
        order = list(range(1, len(self.enterprises) + 1))
        self.rng.shuffle(order)
        for new, at in zip(self.enterprises, order):
            new.id = "E%06d" % at
