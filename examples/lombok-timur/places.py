"""Villages of Kabupaten Lombok Timur (52.03), and made-up hamlets, neighbourhoods and streets."""

import csv

from people import Weighted

HEADS = ("Gubuk", "Dasan", "Karang", "Montong", "Lendang", "Bagek", "Otak", "Repok", "Tibu",
         "Pancor", "Kebon", "Gunung", "Batu", "Bilok", "Aik", "Timba", "Penyaong", "Kampung")
TAILS = ("Baru", "Timuk", "Bat", "Lauk", "Daya", "Tengak", "Sari", "Desa", "Masjid", "Anyar",
         "Polak", "Bangket", "Santri", "Motong", "Longgek", "Nangka", "Nyaka", "Ampel", "Puntik",
         "Geres", "Sukun", "Borok", "Tinggi", "Pedek", "Kemong", "Mundung", "Re'ban", "Jaran",
         "Ketapang", "Bembek", "Paok", "Mas", "Rebak", "Sundil", "Gading", "Telaga")
PLAIN = ("Mekar Sari", "Sukamaju", "Sukatani", "Permata", "Mujur", "Pejarakan", "Sempol", "Renteng",
         "Jorong", "Penakak", "Peneda", "Tunjang", "Dames", "Seruni", "Kemalik", "Embuk", "Ladon")
STREETS = ("Raya Mataram Labuhan Lombok", "TGH Zainuddin Abdul Madjid", "Pejanggik", "Pahlawan",
           "Diponegoro", "Ahmad Yani", "Cut Nyak Dien", "TGH Umar", "Gajah Mada", "Sudirman",
           "Imam Bonjol", "Hasanuddin", "Pendidikan", "Rinjani", "Prof. M. Yamin", "Sutomo",
           "KH Ahmad Dahlan", "Pariwisata", "Raya Sikur", "Raya Pringgabaya", "Pasar Lama")


class Hamlet:
    __slots__ = ("name", "households")

    def __init__(self, name, households):
        self.name = name
        self.households = households     # how many RT (neighbourhoods) it has


class Village:
    __slots__ = ("code", "name", "district_code", "district", "former_name", "former_code",
                 "former_district", "urban", "hamlets", "draw", "crafts", "weight")

    def hamlet(self, rng):
        return self.draw.draw(rng)


def load(folder, rng):
    villages = []
    with open(folder / "villages.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            village = Village()
            for field in ("code", "name", "district_code", "district", "former_name",
                          "former_code", "former_district"):
                setattr(village, field, row[field])
            village.urban = village.code.split(".")[3].startswith("1")
            names = set()
            wanted = rng.randint(4, 9)
            while len(names) < wanted:
                if rng.random() < .2:
                    names.add(rng.choice(PLAIN))
                else:
                    names.add(rng.choice(HEADS) + " " + rng.choice(TAILS))
            village.hamlets = [Hamlet(name, rng.randint(3, 9)) for name in sorted(names)]
            village.draw = Weighted(village.hamlets, [rng.uniform(.5, 2) for _ in village.hamlets])
            village.weight = rng.lognormvariate(0, .45)
            village.crafts = None
            villages.append(village)
    return villages
