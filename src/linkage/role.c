#include "linkage/role.h"

#include <string.h>
#include "base/hash.h"
#include "linkage/role_header.h"
#include "linkage/role_shapes.h"

enum { SAMPLES = 1024, SHAPES = 200, SLOTS = 4096 };

bool
bina_role_find(const char *name, bina_role *role)
{
    for (int i = 0; i < BINA_ROLE_COUNT; i++) {
        if (strcmp(bina_role_name((bina_role)i), name) == 0) {
            *role = (bina_role)i;
            return true;
        }
    }
    return false;
}

const char *
bina_role_name(bina_role role)
{
    switch (role) {
    case BINA_ROLE_TEXT:
        return "text";
    case BINA_ROLE_IGNORE:
        return "ignore";
    case BINA_ROLE_KEY:
        return "key";
    case BINA_ROLE_PERSON:
        return "person";
    case BINA_ROLE_GIVEN_NAME:
        return "given_name";
    case BINA_ROLE_SURNAME:
        return "surname";
    case BINA_ROLE_BUSINESS:
        return "business";
    case BINA_ROLE_ADDRESS:
        return "address";
    case BINA_ROLE_PLACE:
        return "place";
    case BINA_ROLE_POSTCODE:
        return "postcode";
    case BINA_ROLE_PHONE:
        return "phone";
    case BINA_ROLE_EMAIL:
        return "email";
    case BINA_ROLE_NIK:
        return "nik";
    case BINA_ROLE_IDENTIFIER:
        return "identifier";
    case BINA_ROLE_DATE:
        return "date";
    case BINA_ROLE_NUMBER:
        return "number";
    case BINA_ROLE_CATEGORY:
        return "category";
    case BINA_ROLE_COUNT:
        break;
    }
    return "unknown";
}

static uint64_t
hash_of(const bina_sample *sample)
{
    uint64_t hash = bina_hash_bytes(BINA_HASH_START, sample->text, sample->length);

    hash ^= hash >> 29;
    return (hash * UINT64_C(0x9e3779b97f4a7c15)) | 1;
}

/* Counts what is there, what differs, how long it is. */
static size_t
measure(const bina_sample *samples, size_t count, bina_role_guess *guess)
{
    uint64_t seen[SLOTS];
    size_t present = 0, distinct = 0, bytes = 0;
    memset(seen, 0, sizeof seen);
    for (size_t i = 0; i < count; i++) {
        if (samples[i].text == NULL || bina_is_missing(samples[i].text, samples[i].length))
            continue;
        present++;
        bytes += samples[i].length;
        uint64_t hash = hash_of(&samples[i]);
        size_t slot = (size_t)(hash >> 40) % SLOTS;
        while (seen[slot] != 0 && seen[slot] != hash)
            slot = (slot + 1) % SLOTS;
        distinct += seen[slot] == 0;
        seen[slot] = hash;
    }
    if (count > 0)
        guess->missing_share = (double)(count - present) / (double)count;
    if (present > 0) {
        guess->distinct_share = (double)distinct / (double)present;
        guess->mean_length = (double)bytes / (double)present;
    }
    return present;
}

static double
share(size_t part, const bina_role_shapes *found)
{
    return found->looked > 0 ? (double)part / (double)found->looked : 0.0;
}

/* The role that the values alone speak for; TEXT when they do not say. */
static bina_role
role_of_values(const bina_role_shapes *found, const bina_role_guess *guess, size_t present)
{
    size_t figures = found->numbers + found->dates + found->phones + found->niks + found->damaged;
    if (present == 0)
        return BINA_ROLE_TEXT;
    if (share(found->emails, found) > 0.8)
        return BINA_ROLE_EMAIL;
    if (share(found->niks, found) > 0.5)
        return BINA_ROLE_NIK;
    if (share(found->phones + found->damaged, found) > 0.6)
        return BINA_ROLE_PHONE;
    if (share(found->dates, found) > 0.8)
        return BINA_ROLE_DATE;
    if (share(found->years, found) > 0.95)
        return BINA_ROLE_DATE;
    if (share(figures, found) > 0.9) {
        bool whole = share(found->digits, found) > 0.95;
        bool few = present >= 30 && guess->distinct_share < 0.1;
        bool unique = present >= 30 && guess->distinct_share > 0.98;
        if (few)
            return BINA_ROLE_CATEGORY;
        /* So many digits that are not rounded count nothing: they are dialled or looked up. */
        bool code = whole && guess->mean_length >= 8 && share(found->round, found) < 0.1;
        return whole && unique && guess->mean_length >= 7 ? BINA_ROLE_IDENTIFIER
               : whole && unique                          ? BINA_ROLE_KEY
               : code                                     ? BINA_ROLE_PHONE
                                                          : BINA_ROLE_NUMBER;
    }
    if (share(found->coded, found) > 0.8 && share(found->streets, found) < 0.3 &&
        guess->distinct_share > 0.5)
        return BINA_ROLE_IDENTIFIER;
    /* Prose about roads is no address: an address is short, or has numbers in it. */
    bool prose = (double)found->words > 6.0 * (double)found->looked;
    if (share(found->streets, found) > 0.3 && (!prose || share(found->figures, found) > 0.5))
        return BINA_ROLE_ADDRESS;
    if (present >= 30 && guess->distinct_share < 0.05)
        return BINA_ROLE_CATEGORY;
    if (prose)
        return BINA_ROLE_TEXT;
    if (share(found->firms, found) > 0.3 && found->firms >= found->people)
        return BINA_ROLE_BUSINESS;
    if (share(found->people, found) > 0.25)
        return BINA_ROLE_PERSON;
    return BINA_ROLE_TEXT;
}

/* Whether values can be what the header says; by shape only, where shape says anything. */
static bool
contradicts(bina_role role, const bina_role_shapes *found, const bina_role_guess *guess)
{
    size_t figures = found->numbers + found->dates + found->phones + found->niks + found->damaged;
    bool person =
        role == BINA_ROLE_PERSON || role == BINA_ROLE_GIVEN_NAME || role == BINA_ROLE_SURNAME;
    /* A number is nobody's name, be it the only one; what else is odd may be a slip. */
    if (person)
        return share(figures, found) > 0.8;
    if (found->looked < 5)
        return false;
    switch (role) {
    case BINA_ROLE_PHONE:
    case BINA_ROLE_NUMBER:
    case BINA_ROLE_NIK:
        return share(figures + found->digits, found) < 0.2;
    case BINA_ROLE_DATE:
        return share(found->dates, found) < 0.2 &&
               !(share(found->digits, found) > 0.5 && guess->mean_length <= 4.5);
    case BINA_ROLE_KEY:
        return guess->distinct_share < 0.5 && found->looked >= 30;
    default:
        return false;
    }
}

/* "nama", "name": of whom or what, the values tell. */
static bina_role
name_of_what(const bina_writer *header, const bina_role_shapes *found)
{
    static const char *const whose[] = {
        "full",    "person",   "customer", "client",  "patient",     "member",    "employee",
        "student", "mother",   "father",   "maiden",  "spouse",      "teacher",   "citizen",
        "voter",   "complete", "legal",    "elector", "beneficiary", "applicant", "passenger",
        "guest",   "child",    "resident", "donor",   "participant", "attendee",  "guardian",
        "parent",  "wife",     "husband",  "worker",  "staff",       "pupil",     "deceased"};
    bool alone = strchr(header->text, ' ') == NULL, of_person = false;
    if ((double)found->words > 6.0 * (double)found->looked || share(found->figures, found) > 0.5)
        return BINA_ROLE_TEXT;
    bool firm = share(found->firms, found) > 0.15 && found->firms >= found->people;
    if (firm)
        return BINA_ROLE_BUSINESS;
    for (size_t i = 0; i < sizeof whose / sizeof whose[0]; i++)
        of_person = of_person || bina_header_says(header, whose[i]);
    /* The name of a song or a drug is not one of a person. */
    return alone || of_person || share(found->people, found) > 0.25 ? BINA_ROLE_PERSON
                                                                    : BINA_ROLE_TEXT;
}

void
bina_guess_role(const char *name, const bina_sample *samples, size_t count, bina_role_guess *guess)
{
    bina_writer header;
    bina_role_shapes found;
    memset(guess, 0, sizeof *guess);
    memset(&found, 0, sizeof found);
    guess->role = BINA_ROLE_TEXT;
    guess->declared_stable = true;
    if (samples == NULL)
        count = 0;
    if (count > SAMPLES)
        count = SAMPLES;
    size_t present = measure(samples, count, guess);
    size_t step = count > SHAPES ? count / SHAPES : 1;
    for (size_t i = 0; i < count; i += step) {
        if (samples[i].text != NULL && !bina_is_missing(samples[i].text, samples[i].length))
            bina_role_look_at(&samples[i], &found);
    }
    bina_role spoken = role_of_values(&found, guess, present);

    bina_header_read(name, &header);
    bool row = strcmp(header.text, "no") == 0 || strcmp(header.text, "nomor") == 0 ||
               strcmp(header.text, "index") == 0;
    bool named = bina_header_says_name(&header);
    const bina_role_rule *rule = bina_header_rule(&header);
    /* "Alamat" over two columns, "Desa" and "Kecamatan": names of places, without a road. */
    bool part = rule != NULL && rule->role == BINA_ROLE_ADDRESS &&
                bina_header_says_place(&header) && share(found.streets, &found) < 0.1 &&
                share(found.figures, &found) < 0.1 && found.words < 3 * found.looked;
    if (row) {
        guess->role = BINA_ROLE_KEY;
        guess->by_header = true;
        guess->declared_stable = false;
    } else if (rule != NULL && !contradicts(rule->role, &found, guess)) {
        guess->role = part ? BINA_ROLE_PLACE : rule->role;
        guess->by_header = true;
        guess->declared_stable = rule->stable;
    } else if (rule == NULL && named) {
        guess->role = name_of_what(&header, &found);
        guess->by_header = true;
        guess->by_values = present > 0;
    } else {
        guess->role = spoken;
        guess->by_values = present > 0;
        guess->declared_stable = rule == NULL || rule->stable;
    }
    bool agree = present > 0 && spoken == guess->role;
    if (guess->by_header)
        guess->confidence = agree ? 0.95 : rule != NULL && rule->weight >= 3 ? 0.85 : 0.7;
    else
        guess->confidence = guess->role == BINA_ROLE_TEXT ? 0.0 : 0.6;
}
