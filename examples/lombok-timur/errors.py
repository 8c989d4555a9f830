"""How clerks spoil a value: typing slips, spellings, spaced letters, spreadsheets.

Every function takes the generator's random source and a clean value and gives the spoiled one.
Nothing here knows how the library repairs such things; the tables were written from the
field (lists of several offices), not from the library's.
"""

import re

KEYS = {"q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij",
        "i": "uok", "o": "ipl", "p": "ol", "a": "qsz", "s": "adwx", "d": "sfec", "f": "dgrv",
        "g": "fhtb", "h": "gjyn", "j": "hkum", "k": "jlim", "l": "kop", "z": "xa", "x": "zcs",
        "c": "xvd", "v": "cbf", "b": "vgn", "n": "bmh", "m": "nk"}

WORDS = {
    "muhammad": ("Muhamad", "Mohammad", "Mohamad", "Moh.", "Muh.", "Moh", "Muh", "M.", "Mochamad",
                 "Mukhamad", "Md."),
    "ahmad": ("Akhmad", "Achmad", "Ahmat", "Ah.", "Akh."),
    "abdul": ("Abd.", "Abd", "Abdoel", "Abdu"),
    "siti": ("St.", "Sitti", "Sity", "St"),
    "nur": ("Noer", "Nor", "Noor"),
    "amaq": ("Amak", "A.", "Amaq."),
    "inaq": ("Inak", "I.", "Inaq."),
}

# (what to find, what a clerk writes instead)
SPELLINGS = tuple((re.compile(pattern), written) for pattern, written in (
    (r"u(?=[^aeiou])", "oe"), (r"^Su", "Soe"), (r"sy", "s"), (r"^Sy", "S"), (r"^Sya", "Sja"),
    (r"^Sa(?=[mfr])", "Sya"), (r"ai(?=[dlnr])", "ae"), (r"ae(?=[dlnr])", "ai"), (r"f", "p"),
    (r"^F", "P"), (r"^P(?=a)", "F"), (r"p(?=[aiu])", "f"), (r"^Z", "J"), (r"z", "j"),
    (r"udin$", "uddin"), (r"udin$", "udien"), (r"ah$", "a"), (r"(?<=[aiu])h$", ""),
    (r"(?<=[^aeiou])iah$", "iyah"), (r"iyah$", "iah"), (r"h(?=m)", "ch"), (r"^Kh", "H"),
    (r"^H(?=a)", "Kh"), (r"i$", "y"), (r"y(?=an)", "i"), (r"q$", "k"), (r"k$", "q"),
    (r"d$", "t"), (r"(?<=[aiu])n(?=[aiu])", "nn"), (r"ss", "s"), (r"mm", "m"), (r"rr", "r"),
    (r"ll", "l"), (r"'", ""), (r"'", "`"), (r"^J", "Dj"), (r"j", "dj"), (r"c", "tj"),
    (r"e(?=[lr])", "ai"), (r"o", "u"),
))

HAMLET_WORDS = {"Timuk": ("Timur", "Tmr"), "Bat": ("Barat", "Brt", "Baret"),
                "Lauk": ("Lauq", "Selatan"), "Daya": ("Daye", "Utara"),
                "Tengak": ("Tengah", "Tgh"), "Gubuk": ("Gb.", "Gubug"), "Dasan": ("Ds.", "Dsn"),
                "Karang": ("Kr.", "Kr"), "Montong": ("Mt.", "Montong"), "Kampung": ("Kp.", "Kp"),
                "Bagek": ("Bagik", "Bage"), "Aik": ("Aiq", "Air")}
VILLAGE_WORDS = {"Utara": ("Utr", "Ut."), "Selatan": ("Sel.", "Slt"), "Timur": ("Tim.", "Tmr"),
                 "Barat": ("Brt", "Bar."), "Labuhan": ("Lab.", "Labuan"),
                 "Montong": ("Mtg.", "Mt."), "Tanjung": ("Tj.", "Tanjong"),
                 "Lendang": ("Ld.", "Lendng"), "Kembang": ("Kb.", "Kmbg")}


def typo(rng, text):
    """One slip of the fingers inside a word; the first letter is nearly always right."""
    places = [i for i, c in enumerate(text) if c.isalpha()]
    if len(places) < 3:
        return text + text[-1:]
    for _ in range(20):
        at = rng.choice(places if rng.random() < .08 else places[1:])
        letter = text[at]
        near = rng.choice(KEYS.get(letter.lower(), "aeiou"))
        kind = rng.choices("idst", (2, 3, 3, 2))[0]
        if kind == "i":
            made = text[:at] + rng.choice((letter.lower(), near)) + text[at:]
        elif kind == "d":
            made = text[:at] + text[at + 1:]
        elif kind == "s":
            made = text[:at] + near + text[at + 1:]
        else:
            if at + 1 >= len(text) or not text[at + 1].isalpha():
                continue
            made = text[:at] + text[at + 1] + letter + text[at + 2:]
        if made.lower() != text.lower():
            return made
    return text + text[-1]


def respell(rng, tokens):
    """Another usual way to write the name, or None when there is none."""
    ways = []
    for i, token in enumerate(tokens):
        for written in WORDS.get(token.lower(), ()):
            ways += [(i, written)] * 2
        if token.lower() in WORDS:
            continue
        for pattern, written in SPELLINGS:
            made = pattern.sub(written, token, count=1)
            if made != token and len(made) > 2:
                ways.append((i, made[0].upper() + made[1:]))
    if len(tokens) > 1:
        if tokens[0] == "Abdul":
            ways += [(-1, ["Abdul" + tokens[1].lower()] + tokens[2:])] * 4
        elif tokens[0] == "Nur":
            ways += [(-1, ["Nur" + tokens[1].lower()] + tokens[2:])] * 4
    if not ways:
        return None
    at, made = rng.choice(ways)
    if at < 0:
        return made
    return tokens[:at] + [made] + tokens[at + 1:]


def space_letters(tokens):
    return "  ".join(" ".join(token) for token in tokens)


def reword(rng, text, words):
    """Replace one known word by an abbreviation or a neighbour's spelling."""
    parts = text.split(" ")
    spots = [i for i, part in enumerate(parts) if part in words]
    if not spots:
        return None
    at = rng.choice(spots)
    parts[at] = rng.choice(words[parts[at]])
    return " ".join(parts)


def respell_village(rng, name):
    """Villages are written joined or apart, abbreviated, or with another vowel."""
    made = reword(rng, name, VILLAGE_WORDS)
    if made and rng.random() < .6:
        return made
    if " " in name and rng.random() < .5:
        first, _, rest = name.partition(" ")
        return first + rest.lower()
    for find, written in (("ai", "ae"), ("ik", "iq"), ("ng", "n"), ("u", "o"), ("e", "a"), ("k", "q")):
        if find in name[1:]:
            return name[0] + name[1:].replace(find, written, 1)
    return typo(rng, name)


def spreadsheet_number(digits, places):
    """What a spreadsheet leaves of a long number stored as a number: 8.52E+10."""
    return ("%.*E" % (places, int(digits))).replace("E+0", "E+")


def mistype_digit(rng, digits):
    at = rng.randrange(6, len(digits))
    if rng.random() < .3 and at + 1 < len(digits) and digits[at] != digits[at + 1]:
        return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2:]
    return digits[:at] + rng.choice([d for d in "0123456789" if d != digits[at]]) + digits[at + 1:]
