/* Keeping who is proposed for a batch, with the points and the reasons in both languages. */
#include "register/nominate.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "base/error.h"
#include "store/sql.h"

BINA_PRINTF(3, 4)
static void
say(char *text, size_t size, const char *format, ...)
{
    size_t used = strlen(text);
    va_list arguments;

    if (used > 0 && used + 2 < size) {
        strcpy(text + used, "; ");
        used += 2;
    }
    va_start(arguments, format);
    vsnprintf(text + used, size - used, format, arguments);
    va_end(arguments);
}

static int64_t
points(const bina_record *candidate)
{
    bool waits = bina_record_int(candidate, BINA_CANDIDATE_HERE) != 0 ||
                 bina_record_int(candidate, BINA_CANDIDATE_WAITS) != 0;

    return 40 * waits + 6 * bina_record_int(candidate, BINA_CANDIDATE_STRENGTH) +
           10 * bina_record_int(candidate, BINA_CANDIDATE_MAKES) +
           2 * bina_record_int(candidate, BINA_CANDIDATE_POTENTIAL) +
           10 * (bina_record_int(candidate, BINA_CANDIDATE_BEFORE) == 0);
}

static void
reasons(const bina_record *candidate, char english[400], char indonesian[400])
{
    int64_t waits = bina_record_int(candidate, BINA_CANDIDATE_WAITS);
    int64_t strength = bina_record_int(candidate, BINA_CANDIDATE_STRENGTH);
    int64_t potential = bina_record_int(candidate, BINA_CANDIDATE_POTENTIAL);

    english[0] = indonesian[0] = '\0';
    if (bina_record_int(candidate, BINA_CANDIDATE_HERE) != 0) {
        say(english, 400, "applied to this batch");
        say(indonesian, 400, "mendaftar ke angkatan ini");
    }
    if (waits != 0) {
        say(english, 400, "on the waitlist of batch %lld", (long long)waits);
        say(indonesian, 400, "pada daftar tunggu angkatan %lld", (long long)waits);
    }
    if (strength != 0) {
        say(english, 400, "asked for it (%lld of 5)", (long long)strength);
        say(indonesian, 400, "menyatakan minat (%lld dari 5)", (long long)strength);
    }
    if (bina_record_int(candidate, BINA_CANDIDATE_MAKES) != 0) {
        say(english, 400, "works in this trade");
        say(indonesian, 400, "bergerak di bidang ini");
    }
    if (potential != 0) {
        say(english, 400, "the place has the potential (%lld of 5)", (long long)potential);
        say(indonesian, 400, "daerahnya berpotensi (%lld dari 5)", (long long)potential);
    }
    if (bina_record_int(candidate, BINA_CANDIDATE_BEFORE) == 0) {
        say(english, 400, "was in no batch before");
        say(indonesian, 400, "belum pernah mengikuti angkatan");
    }
}

bina_status
bina_nominate(bina_store *store, bina_id batch, const bina_record *candidate, int64_t rank)
{
    bina_record *nomination = bina_record_new(BINA_NOMINATION);
    char english[400], indonesian[400];
    bina_status status;
    bina_id id;

    if (nomination == NULL)
        return bina_error_plain(bina_store_complaint(store), BINA_ERR_NO_MEMORY);
    reasons(candidate, english, indonesian);
    bina_set_int(nomination, BINA_NOMINATION_BATCH, batch);
    bina_set_int(nomination, BINA_NOMINATION_CANDIDATE,
                 bina_record_int(candidate, BINA_CANDIDATE_PARTY));
    bina_set_int(nomination, BINA_NOMINATION_RANK, rank);
    bina_set_int(nomination, BINA_NOMINATION_SCORE, points(candidate));
    bina_set_text(nomination, BINA_NOMINATION_REASON, english);
    bina_set_text(nomination, BINA_NOMINATION_ALASAN, indonesian);
    bina_set_int(nomination, BINA_NOMINATION_MADE, bina_store_today(store));
    status = bina_store_add(store, nomination, &id);
    bina_record_free(nomination);
    return status;
}

bina_status
bina_nominations_forget(bina_store *store, bina_id batch)
{
    static const char first[] = "SELECT id FROM nominations WHERE batch = ?1 LIMIT 1";
    const bina_value its = bina_int(batch);
    bina_id id = 0;
    bina_status status;

    while ((status = bina_sql_integer(store, first, &its, 1, &id)) == BINA_OK && id != 0)
        if ((status = bina_store_remove(store, id)) != BINA_OK)
            break;
    return status;
}
