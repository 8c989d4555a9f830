/* Who said what of the pairs on which people did not say the same. */
#include <bina/review.h>
#include "base/error.h"
#include "register/result.h"
#include "store/sql.h"

static const char sql[] =
    "SELECT pair.id, pair.first, pair.second, pair.verdict, j.reviewer, j.verdict, j.decided,"
    "  j.settles, j.reason, j.subject"
    "  FROM pairs AS pair JOIN judgements AS j ON j.pair = pair.id"
    " WHERE pair.judgements > 1 AND 1 < (SELECT count(DISTINCT other.verdict) FROM judgements AS"
    "   other WHERE other.pair = pair.id AND other.verdict <> 'cannot_tell')"
    " ORDER BY coalesce(pair.disputed, 0) DESC, pair.id, j.decided, j.id";

bina_status
bina_review_disagreements(bina_store *store, bina_cursor **cursor)
{
    const bina_sql select = {.text = sql, .known_at = -1};
    bina_description *columns = bina_disagreement_description();
    bina_status status = columns != NULL
                             ? bina_sql_list(store, columns, &select, cursor)
                             : bina_error_plain(bina_store_complaint(store), BINA_ERR_NO_MEMORY);

    bina_description_free(columns);
    return status;
}
