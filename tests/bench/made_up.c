/* How people, places and businesses are made up, and how what clerks write of them is spoiled. */
#include "made_up.h"
#include "made_up_names.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) ((unsigned)(sizeof(array) / sizeof((array)[0])))

/* ---- chance ---------------------------------------------------------------------------- */

static uint64_t
mixed(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

uint64_t
made_next(made_chance *chance)
{
    return mixed(chance->state += 0x9e3779b97f4a7c15U);
}

unsigned
made_below(made_chance *chance, unsigned count)
{
    return (unsigned)(((made_next(chance) >> 32) * count) >> 32);
}

static double
share(made_chance *chance)
{
    return (double)(made_next(chance) >> 11) * 0x1p-53;
}

bool
made_hit(made_chance *chance, double probability)
{
    return share(chance) < probability;
}

/* Of names in order, the n-th is borne about as 1 / (n + 6). */
static unsigned
skewed(made_chance *chance, unsigned count)
{
    const double flat = 6;
    double at = flat * pow(((double)count + flat) / flat, share(chance)) - flat;

    return at >= count ? count - 1 : (unsigned)at;
}

/* Copies a short text and gives its end, where more may follow. */
static char *
copied(char *to, const char *from)
{
    size_t length = strlen(from);

    memcpy(to, from, length + 1);
    return to + length;
}

/* ---- people ---------------------------------------------------------------------------- */

static void
rare_name(made_chance *chance, bool woman, char *out)
{
    out = copied(out, rare_head[made_below(chance, COUNT(rare_head))]);
    if (made_hit(chance, .6))
        out = copied(out, rare_middle[made_below(chance, COUNT(rare_middle))]);
    copied(out, woman ? rare_woman[made_below(chance, COUNT(rare_woman))]
                      : rare_man[made_below(chance, COUNT(rare_man))]);
}

/* In each regency some names are borne more than elsewhere. */
static void
own_name(made_chance *chance, unsigned regency, bool woman, char *out)
{
    unsigned count = woman ? COUNT(women) : COUNT(men);
    unsigned at = skewed(chance, count);

    if (made_hit(chance, .3)) {
        rare_name(chance, woman, out);
        return;
    }
    if (made_hit(chance, .5))
        at = (at + regency * 17) % count;
    copied(out, woman ? women[at] : men[at]);
}

static void
second_name(made_chance *chance, bool woman, char *out)
{
    copied(out, woman ? women_second[skewed(chance, COUNT(women_second))]
                      : men_second[skewed(chance, COUNT(men_second))]);
}

bool
made_stands_alone(const char *name)
{
    static const char *const never[] = {"Muhammad", "Ahmad", "Abdul", "Siti", "Nur", "Sri"};

    for (unsigned i = 0; i < COUNT(never); i++)
        if (strcmp(name, never[i]) == 0)
            return false;
    return true;
}

static void
phone_of(made_chance *chance, char *out)
{
    static const char *const prefixes[] = {"0824", "0825", "0826", "0829", "0834",
                                           "0836", "0841", "0844", "0861", "0866"};

    snprintf(out, 14, "%s%08u", prefixes[made_below(chance, COUNT(prefixes))],
             made_below(chance, 100000000));
}

void
made_person_of(made_chance *chance, unsigned regency, unsigned district, bool woman, int year,
               made_person *person)
{
    /* Provinces as numbered today; a regency is one of nine of its province, or a town. */
    static const unsigned provinces[] = {11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33,
                                         34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65, 71, 72,
                                         73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96};
    unsigned home = regency;
    double kind = share(chance);

    memset(person, 0, sizeof(*person));
    person->woman = woman;
    person->year = year;
    person->month = 1 + (int)made_below(chance, 12);
    person->day = 1 + (int)made_below(chance, 28);
    /* Many of the elderly were registered with a stock date. */
    if (made_hit(chance, year < 1970 ? .3 : .05)) {
        person->month = made_hit(chance, .7) ? 12 : 7;
        person->day = person->month == 12 ? 31 : 1;
    }
    own_name(chance, regency, woman, person->token[0]);
    person->tokens = 1;
    if (kind > .5 || !made_stands_alone(person->token[0])) {
        second_name(chance, woman, person->token[1]);
        person->tokens = strcmp(person->token[0], person->token[1]) != 0 ? 2 : 1;
    }
    if (kind > .92 && person->tokens == 2) {
        second_name(chance, woman, person->token[2]);
        person->tokens = strcmp(person->token[1], person->token[2]) != 0 ? 3 : 2;
    }
    own_name(chance, regency, false, person->father);
    person->hajj = made_hit(chance, year > 1980 ? .03 : .16);
    /* The number tells where one was first registered, which is not always here. */
    if (made_hit(chance, .07))
        home = made_below(chance, 514), district = made_below(chance, 14);
    snprintf(person->nik, sizeof(person->nik), "%02u%02u%02u%02u%02u%02u%04u",
             provinces[home % COUNT(provinces)] % 100U, (1 + home / COUNT(provinces)) % 100U,
             (1 + district) % 100U, ((unsigned)person->day + (woman ? 40 : 0)) % 100U,
             (unsigned)person->month % 100U, (unsigned)year % 100U,
             7001 + made_below(chance, 2899));
    phone_of(chance, person->phone);
    phone_of(chance, person->old_phone);
}

/* ---- places ---------------------------------------------------------------------------- */

static void
place_name(uint64_t number, char *out)
{
    uint64_t x = mixed(number * 0x9e3779b97f4a7c15U + 1);
    bool apart = x % 4 == 0;
    const char *tail = place_tail[(x >> 16) % COUNT(place_tail)];
    char *end = copied(out, place_head[(x >> 8) % COUNT(place_head)]);

    if (apart) {
        end = copied(end, " ");
        copied(end, tail);
        *end = (char)toupper((unsigned char)*tail);
        end += strlen(tail);
    } else {
        end = copied(end, tail);
    }
    if ((x >> 24) % 6 == 0)
        copied(end, side[(x >> 32) % COUNT(side)]);
}

void
made_regency_name(unsigned regency, char *out)
{
    place_name(regency + 1U, out);
}

void
made_district_name(unsigned regency, unsigned district, char *out)
{
    place_name((regency + 1U) * 1000ULL + district, out);
}

void
made_village_name(unsigned regency, unsigned district, unsigned village, char *out)
{
    place_name(((regency + 1U) * 1000ULL + district) * 1000ULL + village, out);
}

void
made_hamlet_name(unsigned regency, unsigned village, unsigned hamlet, char *out)
{
    uint64_t x = mixed(((regency + 1ULL) << 24) + ((uint64_t)village << 8) + hamlet + 77);

    out = copied(out, hamlet_head[x % COUNT(hamlet_head)]);
    copied(out, hamlet_tail[(x >> 16) % COUNT(hamlet_tail)]);
}

const char *
made_street(made_chance *chance)
{
    return streets[skewed(chance, COUNT(streets))];
}

/* ---- businesses ------------------------------------------------------------------------ */

unsigned
made_products(void)
{
    return COUNT(products);
}

const char *
made_product_short(unsigned product)
{
    return products[product].name;
}

const char *
made_product_term(unsigned product, unsigned which)
{
    return products[product].term[which];
}

unsigned
made_product_women(unsigned product)
{
    return products[product].women;
}

void
made_business_name(made_chance *chance, unsigned product, const made_person *owner, char *out)
{
    static const char *const before[] = {"", "", "Usaha ", "Industri ", "Kerajinan "};
    const char *what = products[product].name;
    const char *called = owner->token[owner->tokens - 1];
    const char *brand = brands[skewed(chance, COUNT(brands))];
    double kind = share(chance);
    unsigned form = made_below(chance, 4);

    out[0] = 0;
    if (kind < .20)
        return;
    if (kind < .40)
        snprintf(out, MADE_TEXT, "%s%s", before[made_below(chance, COUNT(before))], what);
    else if (kind < .62)
        snprintf(out, MADE_TEXT, "%s%s %s", form == 0 ? "UD" : what,
                 form < 2       ? ""
                 : owner->woman ? " Bu"
                                : " Pak",
                 called);
    else
        snprintf(out, MADE_TEXT, "%s%s%s",
                 form == 0   ? "UD "
                 : form == 1 ? "CV "
                 : form == 2 ? what
                             : "",
                 form == 2 ? " " : "", brand);
}

/* ---- spoiling -------------------------------------------------------------------------- */

static char
beside(made_chance *chance, char letter)
{
    static const char *const keys[26] = {"qsz",  "vgn", "xvd",  "sfec", "wrd",  "dgrv", "fhtb",
                                         "gjyn", "uok", "hkum", "jlim", "kop",  "nk",   "bmh",
                                         "ipl",  "ol",  "wa",   "etf",  "adwx", "ryg",  "yij",
                                         "cbf",  "qes", "zcs",  "tuh",  "xa"};
    const char *near = keys[tolower((unsigned char)letter) - 'a'];

    return near[made_below(chance, (unsigned)strlen(near))];
}

/* One slip of the fingers; the first letter is nearly always right. */
void
made_typo(made_chance *chance, char *text, size_t room)
{
    size_t length = strlen(text), at = 0;
    unsigned tries = 0;

    if (length < 3 || length + 2 > room)
        return;
    do {
        at = made_below(chance, (unsigned)length);
    } while ((!isalpha((unsigned char)text[at]) || (at == 0 && !made_hit(chance, .08))) &&
             ++tries < 50);
    if (!isalpha((unsigned char)text[at]))
        return;
    switch (made_below(chance, 10)) {
    case 0:
    case 1: /* one too many */
        memmove(text + at + 1, text + at, length - at + 1);
        if (made_hit(chance, .5))
            text[at + 1] = beside(chance, text[at]);
        break;
    case 2:
    case 3:
    case 4: /* one too few */
        memmove(text + at, text + at + 1, length - at);
        break;
    case 5:
    case 6:
    case 7:
        text[at] = beside(chance, text[at]);
        break;
    default:
        if (isalpha((unsigned char)text[at + 1])) {
            char kept = text[at];
            text[at] = text[at + 1];
            text[at + 1] = kept;
        } else {
            memmove(text + at, text + at + 1, length - at);
        }
    }
}

/* Replaces the n-th occurrence of what is found by what is written; false where there is none. */
static bool
swap_in(char *text, size_t room, const char *found, const char *written, char *place)
{
    size_t old = strlen(found), new = strlen(written), length = strlen(text);

    if (!place || length - old + new + 1 > room)
        return false;
    memmove(place + new, place + old, strlen(place + old) + 1);
    memcpy(place, written, new);
    return true;
}

void
made_respell(made_chance *chance, char *word, size_t room)
{
    static const struct {
        const char *name, *ways[6];
    } whole[] = {{"Muhammad", {"Muhamad", "Mohammad", "Moh.", "Muh.", "M.", "Mohamad"}},
                 {"Ahmad", {"Akhmad", "Achmad", "Ahmat", "Akhmad", "Ach.", "Ahmed"}},
                 {"Abdul", {"Abd.", "Abd", "Abdoel", "Abdu", "Abd.", "Abdull"}},
                 {"Siti", {"St.", "Sitti", "Sity", "St", "Siti.", "Shiti"}},
                 {"Nur", {"Noer", "Nor", "Noor", "Nur.", "Nuur", "Noer"}}};
    static const char *const ways[][2] = {
        {"u", "oe"},     {"sy", "s"},      {"Sy", "S"},       {"f", "p"},        {"F", "P"},
        {"z", "j"},      {"Z", "J"},       {"udin", "uddin"}, {"uddin", "udin"}, {"iah", "iyah"},
        {"iyah", "iah"}, {"j", "dj"},      {"J", "Dj"},       {"c", "tj"},       {"kh", "h"},
        {"Kh", "H"},     {"ai", "ae"},     {"ae", "ai"},      {"mm", "m"},       {"ss", "s"},
        {"nn", "n"},     {"aini", "ainy"}, {"ti", "ty"},      {"di", "dy"},      {"ya", "ia"},
        {"o", "u"},      {"d", "t"},       {"ah", "a"},       {"q", "k"},        {"y", "i"}};
    unsigned start = made_below(chance, COUNT(ways));

    for (unsigned i = 0; i < COUNT(whole); i++) {
        if (strcmp(word, whole[i].name) == 0) {
            snprintf(word, room, "%s", whole[i].ways[made_below(chance, 6)]);
            return;
        }
    }
    for (unsigned i = 0; i < COUNT(ways); i++) {
        const char *const *way = ways[(start + i) % COUNT(ways)];
        if (swap_in(word, room, way[0], way[1], strstr(word, way[0])))
            return;
    }
}

/* Places are written joined or apart, abbreviated, or with another vowel. */
void
made_respell_place(made_chance *chance, char *text, size_t room)
{
    static const char *const ways[][2] = {{" Utara", " Utr"},  {" Selatan", " Sel."},
                                          {" Timur", " Tmr"},  {" Barat", " Brt"},
                                          {"Labuhan", "Lab."}, {"Tanjung", "Tj."},
                                          {"Gunung", "Gn."},   {"Kampung", "Kp."},
                                          {"Sungai", "Sei "},  {" ", ""},
                                          {"u", "o"},          {"e", "a"},
                                          {"ng", "n"},         {"k", "q"}};

    for (unsigned i = 0; i < COUNT(ways); i++) {
        if (made_hit(chance, i < 9 ? .6 : .5) &&
            swap_in(text, room, ways[i][0], ways[i][1], strstr(text, ways[i][0])))
            return;
    }
    made_typo(chance, text, room);
}

void
made_digit_typo(made_chance *chance, char *digits, size_t from)
{
    size_t length = strlen(digits);
    size_t at = 0;

    if (length < from + 2)
        return;
    at = from + made_below(chance, (unsigned)(length - from - 1));
    if (made_hit(chance, .3) && digits[at] != digits[at + 1]) {
        char kept = digits[at];
        digits[at] = digits[at + 1];
        digits[at + 1] = kept;
    } else {
        digits[at] = (char)('0' + (digits[at] - '0' + 1 + (int)made_below(chance, 9)) % 10);
    }
}
