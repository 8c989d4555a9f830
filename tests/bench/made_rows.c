/*
 * How agencies write an enterprise down. The rates are ours, taken from what offices' lists were
 * seen to suffer; no real register was measured against them.
 */
#include "made_rows.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of all rows, those that ... */
static const struct {
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
} rate = {.no_nik = .30,
          .nik_typo = .01,
          .nik_rounded = .006,
          .no_phone = .35,
          .old_phone = .03,
          .no_born = .20,
          .born_typo = .015,
          .no_business = .08,
          .business_typo = .03,
          .spouse = .008,
          .name_typo = .06,
          .name_respelled = .15,
          .token_dropped = .03,
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
          .rt_wrong = .03,
          .no_product = .02,
          .other_term = .4,
          .no_workers = .08};

/* ---- writing values -------------------------------------------------------------------- */

enum { UPPER, TITLE, AS_IS };

static void
put(made_regency *r, const char *text, int style)
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
put_owner(made_regency *r, const made_person *who, int style)
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
put_business(made_regency *r, const made_enterprise *e, int style)
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
put_address(made_regency *r, const made_enterprise *e, unsigned at_regency, unsigned village,
            int style)
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
        unsigned hamlet = made_hit(c, rate.hamlet_wrong) ? made_below(c, MADE_HAMLETS) : e->hamlet;
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
put_place(made_regency *r, const made_enterprise *e, unsigned at_regency, int style)
{
    made_chance *c = &r->chance;
    unsigned district =
        made_hit(c, rate.wrong_district) ? (e->district + 1) % MADE_DISTRICTS : e->district;
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
put_numbers(made_regency *r, const made_enterprise *e, const made_person *p, unsigned list)
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
    if (e->phone[0] && !made_hit(c, (rate.no_phone - (1 - MADE_WITH_PHONE)) / MADE_WITH_PHONE)) {
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
put_rest(made_regency *r, const made_enterprise *e, const made_person *p, int style)
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

bool
made_row_add(made_regency *r, const made_enterprise *e, unsigned list, unsigned regencies)
{
    const made_person *p = made_hit(&r->chance, rate.spouse) ? &e->spouse : &e->owner;
    int style = list == 0 ? UPPER : list == 1 || made_hit(&r->chance, .85) ? TITLE : UPPER;
    unsigned at = r->regency;
    made_row *new = NULL;

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
    *new = (made_row){.at = r->used, .list = list, .entity = e->id, .owner = e->owner_id};
    put_owner(r, p, style);
    put_business(r, e, style);
    put_numbers(r, e, p, list);
    put_address(r, e, at, e->district * MADE_VILLAGES + e->village, style);
    put_place(r, e, at, style);
    put_rest(r, e, p, style);
    new->length = (uint32_t)(r->used - new->at);
    return true;
}
