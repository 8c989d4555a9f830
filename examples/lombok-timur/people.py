"""Made-up people: names as they are borne in Lombok, households, and identity numbers.

Nobody in here exists.  An identity number (NIK) is right in its structure -- six digits of the
district of first registration, the birth date with 40 added to a woman's day, a serial -- but the
serial is at least 7001, far above what any district issues for one day, so that no number made
here can be somebody's.  For the same reason phones use prefixes that no operator has.
"""

import csv
import datetime
import itertools

# Districts outside Lombok Timur in which some people were first registered.
ELSEWHERE = ("520101", "520108", "520201", "520203", "520208", "520402", "527101", "527103")
# 08xx prefixes that are not assigned to any operator.
PHONE_PREFIXES = ("0824", "0825", "0826", "0829", "0834", "0836", "0841", "0844", "0861", "0866")
DEGREES = (", S.Pd", ", S.Pd.I", ", SE", ", S.Sos", ", SH", ", S.Ag", ", A.Md", ", ST")


class Person:
    """One made-up person; `tokens` is the name without titles, as on the identity card."""

    __slots__ = ("id", "sex", "birth", "nik", "tokens", "noble", "hajj", "degree", "father",
                 "child", "spouse", "phone", "old_phone", "home")

    def __init__(self):
        self.spouse = None
        self.phone = self.old_phone = ""


class Weighted:
    """Draws from a list with weights, quickly."""

    def __init__(self, items, weights):
        self.items = list(items)
        self.cumulative = list(itertools.accumulate(weights))

    def draw(self, rng):
        return rng.choices(self.items, cum_weights=self.cumulative)[0]


class People:
    def __init__(self, folder, rng):
        self.rng = rng
        self.all = []
        self.niks = set()
        self.phones = set()
        table = {}
        with open(folder / "names.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                table.setdefault((row["use"], row["sex"]), []).append(
                    (row["name"], int(row["weight"])))
        self.names = {key: Weighted(*zip(*rows)) for key, rows in table.items()}

    def own_name(self, sex):
        """Two thirds bear one name only; nobody has a family name."""
        rng = self.rng
        own = self.names["own", sex].draw(rng)
        second = self.names["second", sex].draw(rng)
        chance = rng.random()
        if chance < .64:
            return [own]
        if sex == "m":
            if chance < .78:
                return ["Muhammad", own if rng.random() < .6 else second]
            if chance < .82:
                return ["Ahmad", own if rng.random() < .5 else second]
            if chance < .86:
                return ["Abdul", second]
            if chance < .87:
                return ["Muhammad", own, second]
            return [own, second] if own != second else [own]
        if chance < .74:
            return ["Siti", own if own != "Siti" else second]
        if chance < .80:
            return ["Nur", second]
        return [own, second] if own != second else [own]

    def birth_date(self, low, high):
        rng = self.rng
        year = rng.randint(low, high)
        # Many elderly villagers were registered with a stock date.
        if rng.random() < (.35 if year < 1970 else .06):
            return datetime.date(year, *rng.choice(((12, 31), (12, 31), (7, 1))))
        return datetime.date(year, 1, 1) + datetime.timedelta(days=rng.randrange(365))

    def make_nik(self, person, district):
        rng = self.rng
        chance = rng.random()
        if chance < .76:
            head = district.replace(".", "")
            # Lenek was cut from Aikmel in 2018-2019: the numbers of its adults still say Aikmel.
            if head == "520321" and rng.random() < .9:
                head = "520309"
        elif chance < .93:
            head = "5203%02d" % rng.randint(1, 20)
        else:
            head = rng.choice(ELSEWHERE)
        day = person.birth.day + (40 if person.sex == "f" else 0)
        while True:
            nik = "%s%02d%02d%02d%04d" % (head, day, person.birth.month, person.birth.year % 100,
                                          rng.randint(7001, 9899))
            if nik not in self.niks:
                self.niks.add(nik)
                return nik

    def make_phone(self):
        rng = self.rng
        while True:
            digits = rng.choices((7, 8, 6), (.12, .82, .06))[0]
            phone = rng.choice(PHONE_PREFIXES) + "%0*d" % (digits, rng.randrange(10 ** digits))
            if phone not in self.phones:
                self.phones.add(phone)
                return phone

    def make(self, sex, district, years=(1948, 2001)):
        rng = self.rng
        person = Person()
        person.id = "P%06d" % (len(self.all) + 1)
        self.all.append(person)
        person.sex = sex
        person.birth = self.birth_date(*years)
        person.nik = self.make_nik(person, district)
        person.tokens = self.own_name(sex)
        person.noble = ""
        if rng.random() < .07:
            person.noble = "Lalu" if sex == "m" else "Baiq"
        age = 2021 - person.birth.year
        person.hajj = rng.random() < (.03 if age < 40 else .17)
        person.degree = rng.choice(DEGREES) if age < 60 and rng.random() < .04 else ""
        person.father = self.names["own", "m"].draw(rng)
        person.child = self.names["child", rng.choice("mfx")].draw(rng)
        # The old are Amaq or Inaq (father, mother of) so-and-so even on the identity card.
        if age > 55 and not person.noble and rng.random() < .12:
            person.tokens = ["Amaq" if sex == "m" else "Inaq", person.child]
        return person

    def make_couple(self, sex, district):
        """An owner of the given sex and, nearly always, a spouse in the same house."""
        owner = self.make(sex, district)
        if self.rng.random() < .88:
            year = owner.birth.year
            spouse = self.make("f" if sex == "m" else "m", district,
                               (max(1945, year - 7), min(2002, year + 7)))
            owner.spouse, spouse.spouse = spouse, owner
            spouse.child = owner.child
        owner.phone = self.make_phone()
        owner.old_phone = self.make_phone()
        return owner
