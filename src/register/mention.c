#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "base/text.h"
#include "linkage/similarity.h"
#include "linkage/standardise.h"
#include "register/mention.h"
#include "register/view.h"
#include "register/village.h"

/* Names of one owner below this are those of two people. */
#define SAME_OWNER 0.6
/* Names of people not known to have anything in common are one from this on. */
#define SAME_NAME 0.92

/* How often a name is borne where the lists are too small to tell: of one word, and of more. */
static const double usual_share[2] = {1.0 / 300, 1.0 / 5000};
#define USUAL_WEIGHT 1000 /* persons that the usual shares count as */

/* Fewer are never looked at: a list that names three people of a village has not asked the rest. */
#define LEAST_NEARBY  60
#define LEAST_PERSONS 2000

static int32_t
day_of(bina_value value)
{
    char text[16];
    int32_t day = 0;

    if (value.type == BINA_NULL || bina_date_format(value.as.integer, text) == NULL)
        return 0;
    for (const char *p = text; *p != '\0'; p++)
        if (*p >= '0' && *p <= '9')
            day = day * 10 + (*p - '0');
    return day;
}

/* What the number tells of sex and birth, where nothing else does. */
static void
read_nik(bina_mention *self)
{
    bina_standard nik;

    if (self->nik == NULL || strlen(self->nik) != 16)
        return;
    bina_standardise(BINA_PROFILE_INDONESIA, BINA_ROLE_NIK, self->nik, 16, &nik);
    if (nik.missing || (nik.flags & BINA_STANDARD_SUSPICIOUS) != 0)
        return;
    if (self->born == 0)
        self->born = nik.date;
    if (self->sex == 0)
        self->sex = self->nik[6] >= '4' ? 'f' : 'm';
}

static bool
read_name(bina_mention *self, const char *text)
{
    bina_standard name;

    bina_standardise(BINA_PROFILE_INDONESIA, BINA_ROLE_PERSON, text,
                     text != NULL ? strlen(text) : 0, &name);
    self->name = bina_text_copy(name.text);
    self->words = bina_text_copy(name.words);
    self->flags = name.flags;
    self->sound = name.key_count > 0 ? name.keys[0] : 0;
    self->word_count = name.key_count;
    if (self->sex == 0) {
        bool man = (name.flags & BINA_STANDARD_MALE) != 0;
        bool woman = (name.flags & BINA_STANDARD_FEMALE) != 0;
        if (man != woman)
            self->sex = man ? 'm' : 'f';
    }
    return self->name != NULL && self->words != NULL;
}

static char
sex_in(const bina_record *record, int slot)
{
    const char *sex = bina_record_text(record, slot);

    return sex == NULL ? '\0' : sex[0];
}

bool
bina_mention_read(bina_mention *self, const bina_source_rows *rows, size_t row)
{
    const bina_record *record = rows->rows[row].record;

    memset(self, 0, sizeof *self);
    self->row = row;
    self->nik = bina_record_text(record, BINA_SOURCE_RECORD_NIK);
    self->phone = bina_record_text(record, BINA_SOURCE_RECORD_PHONE);
    (void)bina_village_now(bina_record_text(record, BINA_SOURCE_RECORD_REGION), self->village);
    self->born = day_of(bina_record_get(record, BINA_SOURCE_RECORD_BORN));
    self->sex = sex_in(record, BINA_SOURCE_RECORD_SEX);
    self->rt = bina_view_hamlet(record, self->hamlet, sizeof self->hamlet);
    if (!read_name(self, bina_record_text(record, BINA_SOURCE_RECORD_OWNER_NAME)))
        return false;
    read_nik(self);
    return true;
}

bool
bina_mention_of_person(bina_mention *self, const bina_record *person)
{
    memset(self, 0, sizeof *self);
    self->row = SIZE_MAX;
    self->nik = bina_record_text(person, BINA_PERSON_NIK);
    self->born = day_of(bina_record_get(person, BINA_PERSON_BORN));
    self->sex = sex_in(person, BINA_PERSON_SEX);
    if (!read_name(self, bina_record_text(person, BINA_PERSON_NAME)))
        return false;
    read_nik(self);
    return true;
}

void
bina_mention_drop(bina_mention *self)
{
    free(self->name);
    free(self->words);
    self->name = self->words = NULL;
}

bina_nik_match
bina_mention_niks(const bina_mention *a, const bina_mention *b)
{
    if (a->nik == NULL || b->nik == NULL)
        return BINA_NIK_UNKNOWN;
    if (strcmp(a->nik, b->nik) == 0)
        return BINA_NIK_SAME;
    return bina_distance_osa_within(a->nik, strlen(a->nik), b->nik, strlen(b->nik), 1) <= 1
               ? BINA_NIK_SLIP
               : BINA_NIK_OTHER;
}

double
bina_mention_likeness(const bina_mention *a, const bina_mention *b)
{
    if (strcmp(a->name, b->name) == 0)
        return 1;
    return bina_similarity_names(a->words, strlen(a->words), b->words, strlen(b->words));
}

/* Days that one slip of the fingers makes of each other. */
static bool
may_be_one_day(int32_t a, int32_t b)
{
    bina_date_match match = bina_compare_dates(a, b);

    return match <= BINA_DATE_ONE_DIGIT;
}

static bool
sexes_differ(const bina_mention *a, const bina_mention *b)
{
    return a->sex != 0 && b->sex != 0 && a->sex != b->sex;
}

bool
bina_mention_conflict(const bina_mention *a, const bina_mention *b)
{
    bina_nik_match niks = bina_mention_niks(a, b);

    if (niks == BINA_NIK_SAME || niks == BINA_NIK_SLIP)
        return false;
    /* Ages tell father and son of one name apart. */
    if (niks == BINA_NIK_OTHER ||
        (a->born != 0 && b->born != 0 && !may_be_one_day(a->born, b->born)))
        return true;
    /* Sexes are now and then ticked wrong; and one list may not have heard of a death. */
    return (sexes_differ(a, b) || ((a->flags ^ b->flags) & BINA_STANDARD_DECEASED) != 0) &&
           bina_mention_likeness(a, b) < SAME_NAME;
}

bool
bina_mention_same_owner(const bina_mention *a, const bina_mention *b)
{
    return bina_mention_niks(a, b) == BINA_NIK_SAME ||
           (!bina_mention_conflict(a, b) && bina_mention_likeness(a, b) >= SAME_OWNER);
}

static double
name_weight(const bina_mention *a, const bina_mention *b, double likeness,
            const bina_mention_setting *setting)
{
    bool several = a->word_count > 1 && b->word_count > 1;
    double share = ((double)setting->bearers + USUAL_WEIGHT * usual_share[several]) /
                   ((double)setting->persons + USUAL_WEIGHT);
    double weight = -log2(share);

    if (likeness < 1)
        weight = weight * 0.8 - 2;
    if (((a->flags | b->flags) & BINA_STANDARD_TEKNONYM) != 0)
        weight -= 4;
    return weight;
}

static double
phone_weight(const bina_mention *a, const bina_mention *b, size_t sharers)
{
    double weight;

    if (a->phone == NULL || b->phone == NULL)
        return 0;
    if (strcmp(a->phone, b->phone) != 0)
        return -1;
    /* The number of a coordinator stands behind the names of many. */
    weight = 9 - 2.5 * log2(sharers > 2 ? (double)sharers - 1 : 1);
    return weight > 0 ? weight : 0;
}

static double
address_weight(const bina_mention *a, const bina_mention *b)
{
    bool hamlets = a->hamlet[0] != '\0' && b->hamlet[0] != '\0';
    bool one = hamlets && bina_text_equal_nocase(a->hamlet, b->hamlet);
    double weight = hamlets ? (one ? 2.5 : -1.5) : 0;

    if (a->rt != 0 && b->rt != 0)
        weight += a->rt != b->rt ? -1.5 : one || !hamlets ? 2 : 0;
    return weight;
}

double
bina_mention_weight(const bina_mention *a, const bina_mention *b,
                    const bina_mention_setting *setting)
{
    double likeness = bina_mention_likeness(a, b), weight;
    bina_nik_match niks = bina_mention_niks(a, b);
    size_t among = setting->nearby;

    if (likeness < SAME_NAME || sexes_differ(a, b) || bina_mention_conflict(a, b))
        return -INFINITY;
    if (setting->nearby > 0)
        among = among < LEAST_NEARBY ? LEAST_NEARBY : among;
    else
        among = setting->persons < LEAST_PERSONS ? LEAST_PERSONS : setting->persons;
    weight = log2(setting->expected / (double)among) + name_weight(a, b, likeness, setting) +
             phone_weight(a, b, setting->sharers);
    if (setting->nearby > 0)
        weight += address_weight(a, b);
    if (niks == BINA_NIK_SLIP)
        weight += 14;
    else if (a->born != 0 && b->born != 0)
        weight += a->born == b->born ? 10 : 5; /* other days are a conflict */
    return weight;
}
