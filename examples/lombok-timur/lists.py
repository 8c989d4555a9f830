"""Plan the rows of the three lists, hand out the errors at their rates, and write each office's style.

Errors are handed out by quota: of all rows that could suffer an error, exactly as many are drawn as
its rate over all rows asks for.  So the rates hold for small worlds too.
"""

import datetime

import errors
from world import OFFICES

# Rates over all rows of the three lists.
RATES = {
    "twin": .04,              # the same enterprise again on the same list
    "no_nik": .60,
    "no_business_name": .30,
    "no_phone": .45,
    "spouse": .03,            # listed under the husband or wife
    "former_village": .03,    # name (and code) from before a split
    "no_village": .02,        # only the district is known
    "wrong_district": .005,
    "village_spelling": .05,
    "name_typo": .06,
    "name_spelling": .15,
    "letter_spaced": .04,
    "token_order": .02,
    "token_dropped": .04,
    "initial": .03,
    "teknonym": .012,         # as father or mother of the child
    "father_named": .02,      # "bin", "binti"
    "nickname": .01,          # a second name in brackets
    "honorific": .03,
    "phone_damaged": .006,    # 8.52E+10
    "nik_damaged": .008,      # 5.20305E+15
    "nik_rounded": .006,      # the sixteenth digit turned to 0
    "nik_typo": .006,
    "hamlet_wrong": .03,
    "hamlet_spelling": .08,
    "no_hamlet": .10,
    "no_rt": .22,
    "no_product": .02,
    "business_typo": .03,
    "old_phone": .03,
}
SHARED_PHONES = .25           # of the enterprises that show a phone, those whose phone others show too
NIK_MIX = {"disperin": 1.10, "diskop": .70, "disdag": 1.25}    # about the mean of 60 %
KBLI_SHOWN = {"disperin": .70, "diskop": .15, "disdag": .30}
SURVEYS = {"disperin": (2018, 2019), "diskop": (2020, 2021), "disdag": (2018, 2022)}
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
          "Oktober", "November", "Desember")


class Row:
    """One planned row; `errors` is the set of names from RATES that befell it."""

    __slots__ = ("enterprise", "office", "twin", "errors", "person", "at", "section")

    def __init__(self, enterprise, office, twin):
        self.enterprise, self.office, self.twin = enterprise, office, twin
        self.errors = {"twin"} if twin else set()
        self.person = enterprise.owner


class Lists:
    def __init__(self, world, rng):
        self.rng = rng
        rows = [Row(e, OFFICES[i], False) for e in world.enterprises for i in e.lists]
        extra = round(len(rows) * RATES["twin"] / (1 - RATES["twin"]))
        rows += [Row(r.enterprise, r.office, True) for r in rng.sample(rows, extra)]
        self.rows = rows
        self.district_names = {v.district_code: v.district for v in world.villages}
        self.codes = sorted({p.kbli for p in world.products})
        self.befall()
        self.share_phones()
        self.by_office = {office: self.order([r for r in rows if r.office == office])
                          for office in OFFICES}

    # -- errors by quota -------------------------------------------------------------------

    def hit(self, name, able, rate=None, already=0):
        """Let exactly rate x rows (less those that have it already) suffer `name`."""
        count = round((RATES[name] if rate is None else rate) * len(self.rows)) - already
        able = [row for row in self.rows if able(row)]
        for row in self.rng.sample(able, max(0, min(count, len(able)))):
            row.errors.add(name)

    def befall(self):
        def free(row, *names):
            return row.errors.isdisjoint(names)

        def long_name(row):
            return len(row.person.tokens) > 1 and row.person.tokens[0] not in ("Amaq", "Inaq")

        self.hit("spouse", lambda r: r.person.spouse and r.enterprise.kind == "enterprise")
        for row in self.rows:
            if "spouse" in row.errors:
                row.person = row.person.spouse
        self.hit("teknonym", lambda r: free(r, "spouse") and r.person.birth.year < 1985
                 and r.person.tokens[0] not in ("Amaq", "Inaq"))
        own = ("spouse", "teknonym")
        self.hit("father_named", lambda r: free(r, *own) and r.person.tokens[0] not in (
            "Amaq", "Inaq"))
        self.hit("nickname", lambda r: free(r, *own, "father_named"))
        self.hit("token_dropped", lambda r: long_name(r) and free(r, *own, "father_named"))
        self.hit("initial", lambda r: long_name(r) and free(r, *own, "token_dropped"))
        self.hit("token_order", lambda r: long_name(r) and r.person.tokens[0] not in (
            "Abdul", "Siti") and free(r, *own, "token_dropped", "initial", "father_named"))
        self.hit("name_typo", lambda r: free(r, "teknonym"))
        self.hit("name_spelling", lambda r: free(r, "initial")
                 and errors.respell(self.rng, r.person.tokens) is not None)
        self.hit("letter_spaced", lambda r: free(r, "nickname", "father_named"))
        self.hit("honorific", lambda r: free(r, "teknonym", "letter_spaced"))

        self.hit("no_village", lambda r: True)
        self.hit("former_village", lambda r: free(r, "no_village") and r.enterprise.village.former_name)
        placed = ("no_village", "former_village")
        self.hit("wrong_district", lambda r: free(r, *placed))
        self.hit("village_spelling", lambda r: free(r, *placed))
        # Who is listed under another name keeps what a human would recognise him by.
        known = own + ("no_village",)
        self.hit("no_hamlet", lambda r: free(r, *known))
        self.hit("no_rt", lambda r: free(r, *own))
        self.hit("hamlet_wrong", lambda r: free(r, "no_hamlet", *own))
        self.hit("hamlet_spelling", lambda r: free(r, "no_hamlet", "hamlet_wrong"))
        self.hit("no_product", lambda r: r.enterprise.scope == "industry" and free(r, *own))

        nameless = [r for r in self.rows if not r.enterprise.name]
        for row in nameless:
            row.errors.add("no_business_name")
        self.hit("no_business_name", lambda r: free(r, "no_business_name", *own)
                 and r.enterprise.kind != "group", already=len(nameless))
        self.hit("business_typo", lambda r: free(r, "no_business_name"))

        phoneless = [r for r in self.rows if not r.enterprise.has_phone]
        for row in phoneless:
            row.errors.add("no_phone")
        self.hit("no_phone", lambda r: free(r, "no_phone", *own), already=len(phoneless))
        self.hit("phone_damaged", lambda r: free(r, "no_phone", *own))
        self.hit("old_phone", lambda r: free(r, "no_phone", "phone_damaged", *own))

        mixed = sum(NIK_MIX[r.office] for r in self.rows) / len(self.rows)
        for office in OFFICES:
            here = [r for r in self.rows if r.office == office]
            share = RATES["no_nik"] * NIK_MIX[office] / mixed
            for row in self.rng.sample(here, round(share * len(here))):
                row.errors.add("no_nik")
        self.hit("nik_damaged", lambda r: free(r, "no_nik"))
        self.hit("nik_rounded", lambda r: free(r, "no_nik", "nik_damaged")
                 and not r.person.nik.endswith("0"))
        self.hit("nik_typo", lambda r: free(r, "no_nik", "nik_damaged", "nik_rounded"))

    def share_phones(self):
        """Coordinators and neighbours lend their numbers until a quarter of those seen are shared."""
        rng = self.rng
        seen = []
        for row in self.rows:
            e = row.enterprise
            if row.errors.isdisjoint(("no_phone", "phone_damaged", "old_phone")):
                seen.append(e)
        seen = list({e.id: e for e in seen}.values())
        holders = {}
        for e in seen:
            holders.setdefault(e.phone, []).append(e)
        shared = sum(len(es) for es in holders.values() if len(es) > 1)
        wanted = round(SHARED_PHONES * len(seen))
        around = {}
        for e in seen:
            if len(holders[e.phone]) == 1:
                around.setdefault((e.village.code, e.product.key), []).append(e)
                around.setdefault((e.village.code, e.hamlet.name), []).append(e)
        circles = [es for _, es in sorted(around.items()) if len(es) > 1]
        rng.shuffle(circles)
        taken = set()
        for circle in circles:
            if shared >= wanted:
                break
            able = [e for e in circle if e.id not in taken]
            size = min(len(able), rng.choices((2, 3, 4, 5, 7), (50, 24, 12, 8, 6))[0])
            if size < 2:
                continue
            members = rng.sample(able, size)
            for e in members:
                e.phone = members[0].phone
                taken.add(e.id)
            shared += size

    def order(self, rows):
        rng = self.rng
        rng.shuffle(rows)
        if rows and rows[0].office == "disperin":
            rows.sort(key=lambda r: (r.enterprise.village.district_code, r.enterprise.village.code))
        elif rows and rows[0].office == "disdag":
            rows.sort(key=lambda r: r.enterprise.village.district_code)
        for at, row in enumerate(rows, 1):
            row.at = at
        return rows

    # -- values shared by the three styles --------------------------------------------------

    def owner_name(self, row):
        rng, person, befell = self.rng, row.person, row.errors
        tokens = list(person.tokens)
        front = []
        if "teknonym" in befell:
            tokens = ["Amaq" if person.sex == "m" else "Inaq", person.child]
            if rng.random() < .15:
                tokens[0] = "Papuq"
        else:
            if person.noble and rng.random() < .85:
                short = "L." if person.noble == "Lalu" else "Bq."
                front.append(short if rng.random() < .35 else person.noble)
            if "token_dropped" in befell:
                keep = rng.choice((0, -1)) if tokens[0] not in (
                    "Muhammad", "Siti", "Nur", "Abdul", "Ahmad") else -1
                tokens = [tokens[keep]] if len(tokens) == 2 else tokens[:-1]
        if "name_spelling" in befell:
            tokens = errors.respell(rng, tokens) or tokens
        if "initial" in befell:
            at = 0 if rng.random() < .7 else len(tokens) - 1
            tokens[at] = tokens[at][0] + "."
        if "token_order" in befell:
            tokens = tokens[1:] + tokens[:1]
        if "name_typo" in befell:
            at = max(range(len(tokens)), key=lambda i: (len(tokens[i]), rng.random()))
            tokens[at] = errors.typo(rng, tokens[at])
        if "father_named" in befell:
            tokens += ["bin" if person.sex == "m" else "binti", person.father]
        if "nickname" in befell:
            tokens.append("(%s)" % (person.child if rng.random() < .3 else
                                    person.tokens[-1][-4:].lower().strip("'").capitalize()))
        if "honorific" in befell:
            front.insert(0, rng.choice(("Bpk.", "Bapak", "Pak", "Sdr.", "Amaq", "Loq", "Bpk")
                                       if person.sex == "m" else
                                       ("Ibu", "Bu", "Ny.", "Inaq", "La", "Ibu", "Sdri.")))
        if person.hajj and rng.random() < .78:
            titles = ("H.", "H", "Haji", "H.") if person.sex == "m" else ("Hj.", "Hj", "Hajjah")
            front.insert(0, "TGH." if person.sex == "m" and rng.random() < .02 else
                         rng.choice(titles))
        if "letter_spaced" in befell:
            name = errors.space_letters(tokens)
            name = "  ".join(front + [name])
        else:
            name = " ".join(front + tokens)
        if person.degree and rng.random() < .5:
            degree = person.degree
            if rng.random() < .3:
                degree = degree.replace(".", "").replace(",", "", rng.randint(0, 1))
            name += degree
        if rng.random() < .003:
            name += " (Alm)" if person.sex == "m" else " (Almh)"
        if rng.random() < .01 and "letter_spaced" not in befell:
            name = name.replace(" ", "  ") + " "
        return name

    def business_name(self, row):
        rng, enterprise = self.rng, row.enterprise
        if "no_business_name" in row.errors:
            return ""
        name = enterprise.name
        head, _, tail = name.partition(" ")
        if head in ("UD", "CV") and tail:
            chance = rng.random()
            if chance < .15:
                name = tail
            elif chance < .45:
                name = ("%s. %s" if chance < .3 else "%s.%s") % (head, tail)
            elif chance < .5:
                name = ".".join(head) + ". " + tail
        elif head in ("KUB", "Kelompok"):
            chance = rng.random()
            if chance < .25:
                name = "KUB. " + tail if head == "KUB" else "Klp. " + tail
            elif chance < .35:
                name = "Kelompok Usaha Bersama " + tail if head == "KUB" else "Kel. " + tail
        elif head in ("Usaha", "Industri", "Kerajinan"):
            if rng.random() < .4:
                name = tail
        elif enterprise.kind == "enterprise" and enterprise.scope == "industry":
            chance = rng.random()
            if chance < .08:
                name = enterprise.product.short            # only what it makes
            elif chance < .14:
                name = "UD " + name
            elif chance < .2:
                name = "Usaha " + name
        for good, bad in (("Kerupuk", "Krupuk"), ("Mebel", "Meubel"), ("Konveksi", "Konfeksi"),
                          ("Rezeki", "Rejeki"), ("Barokah", "Berkah"), ("Rizki", "Rizky")):
            if good in name and rng.random() < .3:
                name = name.replace(good, bad)
        if "business_typo" in row.errors:
            name = errors.typo(rng, name)
        return name

    def place(self, row):
        """Village name and code, district name and code, hamlet, RT, RW, street as this row says."""
        rng, e, befell = self.rng, row.enterprise, row.errors
        village = e.village
        name, code = village.name, village.code
        district, district_code = village.district, village.district_code
        if "former_village" in befell:
            name, code, district = village.former_name, village.former_code, village.former_district
            district_code = code[:8]
        elif "village_spelling" in befell:
            name = errors.respell_village(rng, name)
        if "wrong_district" in befell:
            # The neighbouring line of the drop-down list.
            number = int(village.district_code[6:])
            district_code = "52.03.%02d" % (number + 1 if number < 20 else number - 1)
            district = self.district_names[district_code]
            code = district_code
        if "no_village" in befell:
            name, code = "", district_code
        hamlet = e.hamlet.name
        if "hamlet_wrong" in befell:
            hamlet = rng.choice(village.hamlets).name
        elif "hamlet_spelling" in befell:
            hamlet = errors.reword(rng, hamlet, errors.HAMLET_WORDS) or errors.typo(rng, hamlet)
        elif "no_hamlet" in befell:
            hamlet = ""
        rt = 0 if "no_rt" in befell else e.rt
        if rt and rng.random() < .04:
            rt = rng.randint(1, e.hamlet.households)
        rw = e.rw if rng.random() < .6 else 0
        street = e.street if rng.random() < .6 else ""
        return name, code, district, hamlet, rt, rw, street

    def nik(self, row):
        rng, nik = self.rng, row.person.nik
        if "no_nik" in row.errors:
            return ""
        if "nik_damaged" in row.errors:
            return errors.spreadsheet_number(nik, rng.choice((5, 5, 4)))
        if "nik_rounded" in row.errors:
            return nik[:15] + "0"
        if "nik_typo" in row.errors:
            return errors.mistype_digit(rng, nik)
        return nik

    def phone(self, row):
        rng = self.rng
        if "no_phone" in row.errors:
            return ""
        phone = row.enterprise.owner.old_phone if "old_phone" in row.errors else row.enterprise.phone
        if "phone_damaged" in row.errors:
            return errors.spreadsheet_number("62" + phone[1:], rng.choice((2, 4, 5)))
        chance = rng.random()
        if row.office == "disperin":
            return phone if chance < .7 else "%s-%s-%s" % (phone[:4], phone[4:8], phone[8:])
        if row.office == "diskop":
            if chance < .5:
                return phone
            return ("%s %s %s" if chance < .8 else "%s.%s.%s") % (phone[:4], phone[4:8], phone[8:])
        if chance < .5:
            return "62" + phone[1:]
        return "+62 " + phone[1:4] + "-" + phone[4:8] + "-" + phone[8:] if chance < .8 else phone[1:]

    def product(self, row):
        rng, e = self.rng, row.enterprise
        if "no_product" in row.errors:
            return ""
        chance = rng.random()
        if chance < .5:
            return e.term
        if chance < .85:
            return e.product.terms[0]
        return rng.choice(e.product.terms)

    def kbli(self, row):
        rng, code = self.rng, row.enterprise.product.kbli
        if rng.random() >= KBLI_SHOWN[row.office]:
            return ""
        chance = rng.random()
        if chance < .04:
            return code[:4]
        if chance < .07:
            return rng.choice(self.codes)
        return code

    def workers(self, row):
        if self.rng.random() < .08:
            return 0
        return max(1, row.enterprise.workers + self.rng.choice((-1, 0, 0, 0, 1, 1, 2)))

    def capital(self, row):
        rng = self.rng
        if rng.random() < .15:
            return 0
        value = row.enterprise.capital * rng.lognormvariate(0, .45)
        step = 100_000 if value < 5_000_000 else 500_000
        return max(step, round(value / step) * step)

    def start(self, row):
        rng = self.rng
        if rng.random() < .15:
            return 0
        return row.enterprise.start + rng.choice((0, 0, 0, 0, 0, 0, 1, -1, -2, 3))

    def surveyed(self, row):
        first, last = SURVEYS[row.office]
        return datetime.date(first, 1, 1) + datetime.timedelta(
            days=self.rng.randrange(365 * (last - first + 1)))
