/*
 * Makes lists of small enterprises for the linkage benches, with the truth beside them.
 *
 *     make_lists ROWS SEED FOLDER [one]
 *
 * writes the lists of three agencies (disperin.csv, diskop.csv, disdag.csv; with `one` a single
 * lists.csv) and truth.csv: list, row (from 1), entity, owner, in the order of the rows. Rows are
 * spread over regencies of about 20,000 rows each, so that more rows do not make a place denser.
 * The same numbers give the same files. The rates below are ours, taken from what offices' lists
 * were seen to suffer; no real register was measured against them.
 */
#include "made_up.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of all rows, those that ... */
static const struct {
    double twin;                       /* are of an enterprise that this list has already */
    double no_nik, nik_typo;           /* have no NIK, a slip in it, ... */
    double nik_rounded;                /* ... or a last digit that a spreadsheet turned to 0 */
    double no_phone, old_phone;        /* have no phone, or one given up since */
    double no_born, born_typo;         /* have no date of birth, or a slip in it */
    double no_business, business_typo; /* lack the business name although it has one */
    double spouse;                     /* stand under the husband or the wife */
    double name_typo,
        name_respelled; /* owner's name: a slip; another spelling (oe, dj, Moh., ...) */
    double token_dropped, initial, token_order, letter_spaced, father, honorific, nickname;
    double no_village, village_respelled, wrong_district;
    double next_regency; /* stand in the neighbouring regency's part */
    double no_hamlet, hamlet_wrong, hamlet_respelled, no_rt, rt_wrong;
    double no_product, other_term; /* have no product, or another word for it */
    double no_workers;
} rate = {.twin = .04,
          .no_nik = .45,
          .nik_typo = .01,
          .nik_rounded = .006,
          .no_phone = .40,
          .old_phone = .03,
          .no_born = .35,
          .born_typo = .015,
          .no_business = .10,
          .business_typo = .03,
          .spouse = .02,
          .name_typo = .06,
          .name_respelled = .15,
          .token_dropped = .04,
          .initial = .03,
          .token_order = .02,
          .letter_spaced = .03,
          .father = .02,
          .honorific = .05,
          .nickname = .01,
          .no_village = .02,
          .village_respelled = .05,
          .wrong_district = .005,
          .next_regency = .003,
          .no_hamlet = .10,
          .hamlet_wrong = .03,
          .hamlet_respelled = .08,
          .no_rt = .22,
          .rt_wrong = .04,
          .no_product = .02,
          .other_term = .4,
          .no_workers = .08};

/* Of enterprises: on each list, for the half that officers meet often and for the rest. */
static const double coverage[2][3] = {{.75, .63, .50}, {.35, .27, .20}};
static const double two_businesses = .03;  /* of owners */
static const double spouse_business = .03; /* of owners: the spouse has one of his or her own */
static const double shared_phone = .18;    /* of enterprises: the phone of one nearby */
static const double with_phone = .80;      /* of enterprises */

enum { DISTRICTS = 14, VILLAGES = 12, HAMLETS = 6, ROWS_OF_REGENCY = 20000, LISTS = 3 };

static const char *const list_name[LISTS] = {"disperin", "diskop", "disdag"};
static const char header[] =
    "owner,business,nik,phone,address,village,district,regency,product,born,workers\n";

typedef struct {
    made_person owner, spouse;
    uint64_t id, owner_id;
    unsigned product, term, district, village, hamlet, rt, rw, house;
    const char *street; /* NULL: none */
    char business[MADE_TEXT], phone[14];
    int workers;
} enterprise;

typedef struct {
    size_t at; /* in the text of the regency */
    uint32_t length, list;
    uint64_t entity, owner;
} row;

/* One regency's rows, before they are shuffled and written. */
typedef struct {
    made_chance chance;
    unsigned regency;
    uint64_t next_id, next_owner;
    char *text;
    size_t used, room;
    row *rows;
    size_t count, wanted;
    char (*village_phone)[14]; /* the last one given in each village */
} regency;

/* ---- writing values -------------------------------------------------------------------- */

enum { UPPER, TITLE, AS_IS };

static void
put(regency *r, const char *text, int style)
{
    bool quoted = strchr(text, ',') != NULL;

    if (quoted)
        r->text[r->used++] = '"';
    for (; *text; text++)
        r->text[r->used++] = style == UPPER ? (char)toupper((unsigned char)*text) : *text;
    if (quoted)
        r->text[r->used++] = '"';
    r->text[r->used++] = ',';
}

static void
join(char *out, const char *text)
{
    size_t length = strlen(out), more = strlen(text);

    if (length + more + 2 > MADE_TEXT)
        return;
    if (length > 0)
        out[length++] = ' ';
    memcpy(out + length, text, more + 1);
}

static void
put_owner(regency *r, const made_person *who, int style)
{
    static const char *const polite[2][4] = {{"Bpk.", "Bapak", "Pak", "Sdr."},
                                             {"Ibu", "Bu", "Ny.", "Sdri."}};
    static const char *const pilgrim[2][4] = {{"H.", "H", "Haji", "H."},
                                              {"Hj.", "Hj", "Hajjah", "Hj."}};
    made_chance *c = &r->chance;
    made_person p = *who;
    char name[MADE_TEXT] = "";

    if (p.tokens > 1 && made_hit(c, rate.token_dropped)) {
        p.tokens--;
        if (p.tokens == 1 && !made_stands_alone(p.token[0]))
            memcpy(p.token[0], p.token[1], MADE_WORD);
    }
    if (p.tokens > 1 && made_hit(c, rate.initial))
        p.token[0][1] = '.', p.token[0][2] = 0;
    if (made_hit(c, rate.name_respelled))
        made_respell(c, p.token[made_below(c, p.tokens)], MADE_WORD);
    if (made_hit(c, rate.name_typo))
        made_typo(c, p.token[made_below(c, p.tokens)], MADE_WORD);
    if (p.hajj && made_hit(c, .78))
        join(name, pilgrim[p.woman][made_below(c, 4)]);
    else if (made_hit(c, rate.honorific))
        join(name, polite[p.woman][made_below(c, 4)]);
    if (p.tokens > 1 && made_hit(c, rate.token_order)) {
        char first[MADE_WORD];
        memcpy(first, p.token[0], MADE_WORD);
        memcpy(p.token[0], p.token[1], MADE_WORD);
        memcpy(p.token[1], first, MADE_WORD);
    }
    for (unsigned i = 0; i < p.tokens; i++)
        join(name, p.token[i]);
    if (made_hit(c, rate.father))
        join(name, p.woman ? "binti" : "bin"), join(name, p.father);
    if (made_hit(c, rate.nickname)) {
        char nick[8];
        const char *from = p.token[p.tokens - 1];
        snprintf(nick, sizeof(nick), "(%.4s)", strlen(from) > 4 ? from + strlen(from) - 4 : from);
        join(name, nick);
    }
    if (made_hit(c, rate.letter_spaced)) {
        char spaced[2 * MADE_TEXT] = "";
        size_t used = 0;
        for (const char *at = name; *at && used < MADE_TEXT - 3; at++) {
            spaced[used++] = *at;
            spaced[used++] = ' ';
        }
        spaced[used > 0 ? used - 1 : 0] = 0;
        put(r, spaced, style);
        return;
    }
    put(r, name, style);
}

static void
put_business(regency *r, const enterprise *e, int style)
{
    made_chance *c = &r->chance;
    char name[MADE_TEXT] = "";

    if (e->business[0] && !made_hit(c, rate.no_business)) {
        snprintf(name, sizeof(name), "%s", e->business);
        /* The legal form comes and goes. */
        if ((strncmp(name, "UD ", 3) == 0 || strncmp(name, "CV ", 3) == 0)) {
            if (made_hit(c, .15))
                memmove(name, name + 3, strlen(name + 3) + 1);
            else if (made_hit(c, .3))
                memmove(name + 3, name + 2, strlen(name + 2) + 1), name[2] = '.';
        } else if (made_hit(c, .06)) {
            memcpy(name, "UD", 3);
            join(name, e->business);
        }
        if (made_hit(c, rate.business_typo))
            made_typo(c, name, sizeof(name));
    }
    put(r, name, style);
}

static void
put_address(regency *r, const enterprise *e, unsigned at_regency, unsigned village, int style)
{
    static const char *const road[] = {"Jl.", "Jl.", "Jln.", "Jalan"};
    static const char *const rt_form[] = {"RT.%02u/RW.%02u", "RT %02u RW %02u", "RT %u/%u",
                                          "RT%02u/%02u"};
    static const char *const rt_alone[] = {"RT.%02u", "RT %02u", "RT %u", "Rt. %02u"};
    made_chance *c = &r->chance;
    char text[MADE_TEXT] = "", part[MADE_TEXT];

    if (e->street && made_hit(c, .6)) {
        join(text, road[made_below(c, 4)]);
        join(text, e->street);
        if (e->house > 0 && made_hit(c, .7)) {
            snprintf(part, sizeof(part), "No. %u", e->house);
            join(text, part);
        }
    }
    if (!made_hit(c, rate.no_hamlet)) {
        unsigned hamlet = made_hit(c, rate.hamlet_wrong) ? made_below(c, HAMLETS) : e->hamlet;
        made_hamlet_name(at_regency, village, hamlet, part);
        if (made_hit(c, rate.hamlet_respelled))
            made_respell_place(c, part, sizeof(part));
        if (made_hit(c, .85))
            join(text, made_hit(c, .6) ? "Dusun" : "Dsn.");
        join(text, part);
    }
    if (!made_hit(c, rate.no_rt)) {
        unsigned rt = made_hit(c, rate.rt_wrong) ? 1 + made_below(c, 9) : e->rt;
        if (e->rw > 0 && made_hit(c, .6))
            snprintf(part, sizeof(part), rt_form[made_below(c, 4)], rt, e->rw);
        else
            snprintf(part, sizeof(part), rt_alone[made_below(c, 4)], rt);
        join(text, part);
    }
    put(r, text, style);
}

static void
put_place(regency *r, const enterprise *e, unsigned at_regency, int style)
{
    made_chance *c = &r->chance;
    unsigned district =
        made_hit(c, rate.wrong_district) ? (e->district + 1) % DISTRICTS : e->district;
    char name[MADE_TEXT] = "";

    if (!made_hit(c, rate.no_village)) {
        made_village_name(at_regency, e->district, e->village, name);
        if (made_hit(c, rate.village_respelled))
            made_respell_place(c, name, sizeof(name));
    }
    put(r, name, style);
    made_district_name(at_regency, district, name);
    put(r, name, style);
    made_regency_name(at_regency, name);
    put(r, name, style);
}

static void
put_numbers(regency *r, const enterprise *e, const made_person *p, unsigned list)
{
    made_chance *c = &r->chance;
    char nik[17] = "", phone[32] = "", digits[14];

    if (!made_hit(c, rate.no_nik)) {
        memcpy(nik, p->nik, sizeof(nik));
        if (made_hit(c, rate.nik_rounded))
            nik[15] = '0';
        else if (made_hit(c, rate.nik_typo))
            made_digit_typo(c, nik, 6);
    }
    put(r, nik, AS_IS);
    if (e->phone[0] && !made_hit(c, (rate.no_phone - (1 - with_phone)) / with_phone)) {
        memcpy(digits, made_hit(c, rate.old_phone) ? e->owner.old_phone : e->phone, sizeof(digits));
        if (list == 0 && made_hit(c, .3))
            snprintf(phone, sizeof(phone), "%.4s-%.4s-%s", digits, digits + 4, digits + 8);
        else if (list == 1 && made_hit(c, .4))
            snprintf(phone, sizeof(phone), "%.4s %.4s %s", digits, digits + 4, digits + 8);
        else if (list == 2 && made_hit(c, .5))
            snprintf(phone, sizeof(phone), "62%s", digits + 1);
        else
            snprintf(phone, sizeof(phone), "%s", digits);
    }
    put(r, phone, AS_IS);
}

static void
put_rest(regency *r, const enterprise *e, const made_person *p, int style)
{
    made_chance *c = &r->chance;
    char text[MADE_TEXT] = "";

    if (!made_hit(c, rate.no_product))
        snprintf(text, sizeof(text), "%s",
                 made_product_term(e->product,
                                   made_hit(c, rate.other_term) ? made_below(c, 3) : e->term));
    put(r, text, style);
    text[0] = 0;
    if (!made_hit(c, rate.no_born)) {
        int year = p->year, month = p->month, day = p->day;
        if (made_hit(c, rate.born_typo)) {
            if (made_hit(c, .5) && day <= 12)
                day = p->month, month = p->day;
            else if (made_hit(c, .5))
                year += made_hit(c, .5) ? 1 : -1;
            else
                day = 1 + (int)made_below(c, 28);
        }
        snprintf(text, sizeof(text), "%04d-%02d-%02d", year, month, day);
    }
    put(r, text, AS_IS);
    text[0] = 0;
    if (!made_hit(c, rate.no_workers)) {
        int workers = e->workers + (int)made_below(c, 4) - 1;
        snprintf(text, sizeof(text), "%d", workers < 1 ? 1 : workers);
    }
    put(r, text, AS_IS);
    r->text[r->used - 1] = '\n';
}

static bool
add_row(regency *r, const enterprise *e, unsigned list, unsigned regencies)
{
    const made_person *p = made_hit(&r->chance, rate.spouse) ? &e->spouse : &e->owner;
    int style = list == 0 ? UPPER : list == 1 || made_hit(&r->chance, .85) ? TITLE : UPPER;
    unsigned at = r->regency;
    row *new = NULL;

    if (r->count == r->wanted)
        return true;
    if (r->room - r->used < 16 * MADE_TEXT) {
        size_t room = r->room ? r->room * 2 : (size_t)1 << 22;
        char *text = realloc(r->text, room);
        if (!text)
            return false;
        r->text = text;
        r->room = room;
    }
    if (made_hit(&r->chance, rate.next_regency))
        at = (at + 1) % regencies;
    new = &r->rows[r->count++];
    *new = (row){.at = r->used, .list = list, .entity = e->id, .owner = e->owner_id};
    put_owner(r, p, style);
    put_business(r, e, style);
    put_numbers(r, e, p, list);
    put_address(r, e, at, e->district * VILLAGES + e->village, style);
    put_place(r, e, at, style);
    put_rest(r, e, p, style);
    new->length = (uint32_t)(r->used - new->at);
    return true;
}

/* ---- the world ------------------------------------------------------------------------- */

static void
settle(regency *r, enterprise *e)
{
    made_chance *c = &r->chance;

    e->district = made_below(c, DISTRICTS);
    e->village = made_below(c, VILLAGES);
    e->hamlet = made_below(c, HAMLETS);
    e->rt = 1 + made_below(c, 8);
    e->rw = made_hit(c, .25) ? 1 + made_below(c, 4) : 0;
    e->street = made_hit(c, .25) ? made_street(c) : NULL;
    e->house = made_hit(c, .4) ? 1 + made_below(c, 150) : 0;
}

/* A village makes a few things more than others do. */
static unsigned
craft(regency *r, const enterprise *e)
{
    unsigned own = (r->regency * 131 + e->district * 17 + e->village * 7) % made_products();

    return made_hit(&r->chance, .35) ? (own + made_below(&r->chance, 3)) % made_products()
                                     : made_below(&r->chance, made_products());
}

static bool
open_business(regency *r, enterprise *e, bool often_met, unsigned regencies)
{
    made_chance *c = &r->chance;
    char *near = r->village_phone[e->district * VILLAGES + e->village];
    bool good = true;

    e->id = r->next_id++;
    e->term = made_below(c, 3);
    e->workers = 1 + (int)(made_below(c, 5) * made_below(c, 5) / 3);
    made_business_name(c, e->product, &e->owner, e->business);
    e->phone[0] = 0;
    if (made_hit(c, with_phone))
        memcpy(e->phone, *near && made_hit(c, shared_phone) ? near : e->owner.phone,
               sizeof(e->phone));
    if (e->phone[0])
        memcpy(near, e->phone, sizeof(e->phone));
    for (unsigned list = 0; good && list < LISTS; list++) {
        if (!made_hit(c, coverage[often_met ? 0 : 1][list]))
            continue;
        good = add_row(r, e, list, regencies);
        if (good && made_hit(c, rate.twin))
            good = add_row(r, e, list, regencies);
    }
    return good;
}

static bool
populate(regency *r, unsigned regencies)
{
    made_chance *c = &r->chance;

    while (r->count < r->wanted) {
        enterprise e = {.owner_id = r->next_owner++};
        bool often_met = made_hit(c, .5), woman = false;
        int year = 1948 + (int)made_below(c, 52);

        settle(r, &e);
        e.product = craft(r, &e);
        woman = made_below(c, 100) < made_product_women(e.product);
        made_person_of(c, r->regency, e.district, woman, year, &e.owner);
        made_person_of(c, r->regency, e.district, !woman, year + (int)made_below(c, 11) - 5,
                       &e.spouse);
        if (!open_business(r, &e, often_met, regencies))
            return false;
        if (made_hit(c, two_businesses)) {
            e.product = (e.product + 1 + made_below(c, made_products() - 1)) % made_products();
            if (!open_business(r, &e, often_met, regencies))
                return false;
        }
        if (made_hit(c, spouse_business)) {
            made_person owner = e.owner;
            e.owner = e.spouse;
            e.spouse = owner;
            memcpy(e.owner.phone, owner.phone, sizeof(owner.phone));
            e.owner_id = r->next_owner++;
            e.product = craft(r, &e);
            if (!open_business(r, &e, often_met, regencies))
                return false;
        }
    }
    return true;
}

/* ---- files ----------------------------------------------------------------------------- */

typedef struct {
    FILE *list[LISTS], *truth;
    bool one;
    uint64_t written[LISTS];
} files;

static FILE *
opened(const char *folder, const char *name)
{
    char path[4096];
    FILE *file = NULL;

    if ((size_t)snprintf(path, sizeof(path), "%s/%s.csv", folder, name) < sizeof(path))
        file = fopen(path, "w");
    if (!file)
        fprintf(stderr, "make_lists: cannot write %s/%s.csv\n", folder, name);
    else
        setvbuf(file, NULL, _IOFBF, (size_t)1 << 20);
    return file;
}

static bool
start_files(files *f, const char *folder, bool one)
{
    f->one = one;
    for (unsigned i = 0; i < (one ? 1 : LISTS); i++) {
        f->list[i] = opened(folder, one ? "lists" : list_name[i]);
        if (!f->list[i])
            return false;
        fputs(header, f->list[i]);
    }
    f->truth = opened(folder, "truth");
    if (f->truth)
        fputs("list,row,entity,owner\n", f->truth);
    return f->truth != NULL;
}

static bool
finish_files(files *f)
{
    bool good = true;

    for (unsigned i = 0; i < LISTS; i++)
        if (f->list[i] && fclose(f->list[i]) != 0)
            good = false;
    if (f->truth && fclose(f->truth) != 0)
        good = false;
    return good;
}

static void
write_regency(regency *r, files *f)
{
    for (size_t i = r->count; i > 1; i--) {
        size_t other = made_below(&r->chance, (unsigned)i);
        row kept = r->rows[i - 1];
        r->rows[i - 1] = r->rows[other];
        r->rows[other] = kept;
    }
    for (size_t i = 0; i < r->count; i++) {
        const row *it = &r->rows[i];
        unsigned file = f->one ? 0 : it->list;
        fwrite(r->text + it->at, 1, it->length, f->list[file]);
        fprintf(f->truth, "%s,%llu,%llu,%llu\n", list_name[it->list],
                (unsigned long long)++f->written[file], (unsigned long long)it->entity,
                (unsigned long long)it->owner);
    }
}

int
main(int argc, char **argv)
{
    unsigned long long rows = argc > 2 ? strtoull(argv[1], NULL, 10) : 0;
    unsigned long long seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 0;
    unsigned regencies = rows < 2 * ROWS_OF_REGENCY ? 1 : (unsigned)(rows / ROWS_OF_REGENCY);
    regency r = {.next_id = 1, .next_owner = 1};
    files f = {0};
    int failed = 1;

    if (argc < 4 || argc > 5 || rows < 1 || rows > 100000000 ||
        (argc == 5 && strcmp(argv[4], "one") != 0)) {
        fprintf(stderr, "make_lists ROWS SEED FOLDER [one]   (ROWS from 1 to 100000000)\n");
        return 2;
    }
    r.rows = calloc(rows / regencies + 1, sizeof(*r.rows));
    r.village_phone = calloc(DISTRICTS * VILLAGES, sizeof(*r.village_phone));
    if (!r.rows || !r.village_phone || !start_files(&f, argv[3], argc == 5))
        goto out;
    for (unsigned i = 0; i < regencies; i++) {
        r.chance.state = seed * 0x2545f4914f6cdd1dU + i;
        r.regency = i;
        r.used = r.count = 0;
        r.wanted = rows / regencies + (i < rows % regencies ? 1 : 0);
        memset(r.village_phone, 0, DISTRICTS * VILLAGES * sizeof(*r.village_phone));
        if (!populate(&r, regencies)) {
            fprintf(stderr, "make_lists: out of memory\n");
            goto out;
        }
        write_regency(&r, &f);
    }
    failed = 0;
out:
    if (!finish_files(&f)) {
        fprintf(stderr, "make_lists: the files could not be written whole\n");
        failed = 1;
    }
    free(r.rows);
    free(r.village_phone);
    free(r.text);
    return failed;
}
