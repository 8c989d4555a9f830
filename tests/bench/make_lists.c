/*
 * Makes lists of small enterprises for the linkage benches, with the truth beside them.
 *
 *     make_lists ROWS SEED FOLDER [one]
 *
 * writes the lists of three agencies (disperin.csv, diskop.csv, disdag.csv; with `one` a single
 * lists.csv) and truth.csv: list, row (from 1), entity, owner, in the order of the rows. Rows are
 * spread over regencies of about 20,000 rows each, so that more rows do not make a place denser.
 * The same numbers give the same files.
 */
#include "made_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of enterprises: on each list, for the half that officers meet often and for the rest. */
static const double coverage[2][3] = {{.75, .63, .50}, {.35, .27, .20}};
static const double twin = .04;             /* of rows: the enterprise stands on this list again */
static const double two_businesses = .008;  /* of owners */
static const double spouse_business = .015; /* of owners: the spouse has one of his or her own */
static const double shared_phone = .10;     /* of enterprises: the phone of one nearby */

enum { ROWS_OF_REGENCY = 20000, LISTS = 3 };

static const char *const list_name[LISTS] = {"disperin", "diskop", "disdag"};

/* ---- the world ------------------------------------------------------------------------- */

static void
settle(made_regency *r, made_enterprise *e)
{
    made_chance *c = &r->chance;

    e->district = made_below(c, MADE_DISTRICTS);
    e->village = made_below(c, MADE_VILLAGES);
    e->hamlet = made_below(c, MADE_HAMLETS);
    e->rt = 1 + made_below(c, 8);
    e->rw = made_hit(c, .25) ? 1 + made_below(c, 4) : 0;
    e->street = made_hit(c, .25) ? made_street(c) : NULL;
    e->house = made_hit(c, .4) ? 1 + made_below(c, 150) : 0;
}

/* A village makes a few things more than others do. */
static unsigned
craft(made_regency *r, const made_enterprise *e)
{
    unsigned own = (r->regency * 131 + e->district * 17 + e->village * 7) % made_products();

    return made_hit(&r->chance, .35) ? (own + made_below(&r->chance, 3)) % made_products()
                                     : made_below(&r->chance, made_products());
}

static bool
open_business(made_regency *r, made_enterprise *e, bool often_met, unsigned regencies)
{
    made_chance *c = &r->chance;
    char *near = r->village_phone[e->district * MADE_VILLAGES + e->village];
    bool good = true;

    e->id = r->next_id++;
    e->term = made_below(c, 3);
    e->workers = 1 + (int)(made_below(c, 5) * made_below(c, 5) / 3);
    made_business_name(c, e->product, &e->owner, e->business);
    e->phone[0] = 0;
    if (made_hit(c, MADE_WITH_PHONE))
        memcpy(e->phone, *near && made_hit(c, shared_phone) ? near : e->owner.phone,
               sizeof(e->phone));
    if (e->phone[0])
        memcpy(near, e->phone, sizeof(e->phone));
    for (unsigned list = 0; good && list < LISTS; list++) {
        if (!made_hit(c, coverage[often_met ? 0 : 1][list]))
            continue;
        good = made_row_add(r, e, list, regencies);
        if (good && made_hit(c, twin))
            good = made_row_add(r, e, list, regencies);
    }
    return good;
}

static bool
populate(made_regency *r, unsigned regencies)
{
    made_chance *c = &r->chance;

    while (r->count < r->wanted) {
        made_enterprise e = {.owner_id = r->next_owner++};
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
        fputs(MADE_HEADER, f->list[i]);
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
write_regency(made_regency *r, files *f)
{
    for (size_t i = r->count; i > 1; i--) {
        size_t other = made_below(&r->chance, (unsigned)i);
        made_row kept = r->rows[i - 1];
        r->rows[i - 1] = r->rows[other];
        r->rows[other] = kept;
    }
    for (size_t i = 0; i < r->count; i++) {
        const made_row *it = &r->rows[i];
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
    made_regency r = {.next_id = 1, .next_owner = 1};
    files f = {0};
    int failed = 1;

    if (argc < 4 || argc > 5 || rows < 1 || rows > 100000000 ||
        (argc == 5 && strcmp(argv[4], "one") != 0)) {
        fprintf(stderr, "make_lists ROWS SEED FOLDER [one]   (ROWS from 1 to 100000000)\n");
        return 2;
    }
    r.rows = calloc(rows / regencies + 1, sizeof(*r.rows));
    r.village_phone = calloc(MADE_DISTRICTS * MADE_VILLAGES, sizeof(*r.village_phone));
    if (!r.rows || !r.village_phone || !start_files(&f, argv[3], argc == 5))
        goto out;
    for (unsigned i = 0; i < regencies; i++) {
        r.chance.state = seed * 0x2545f4914f6cdd1dU + i;
        r.regency = i;
        r.used = r.count = 0;
        r.wanted = rows / regencies + (i < rows % regencies ? 1 : 0);
        memset(r.village_phone, 0, MADE_DISTRICTS * MADE_VILLAGES * sizeof(*r.village_phone));
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
