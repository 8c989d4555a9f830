/* Telling whether a certificate is genuine, by the code printed on it. */
#include <bina/programme.h>

#include <string.h>
#include "base/error.h"
#include "base/secret.h"
#include "store/sql.h"

/* The certificate of a code as it stands in the table; 0 when there is none. */
static bina_status
find_code(bina_store *store, const char *code, bina_id *id)
{
    const bina_value value = bina_text(code);

    return bina_sql_integer(store, "SELECT id FROM certificates WHERE verify_code = ?1", &value, 1,
                            id);
}

bina_status
bina_certificate_find(bina_store *store, const char *code, bina_certificate_standing *standing,
                      bina_record **certificate)
{
    char drawn[BINA_SECRET_SIZE];
    bina_record *found = NULL;
    const char *state;
    bina_status status;
    bina_id id = 0;

    *standing = BINA_CERTIFICATE_UNKNOWN;
    if (certificate != NULL)
        *certificate = NULL;
    bina_error_clear(bina_store_complaint(store));
    if (code == NULL)
        return bina_error_plain(bina_store_complaint(store), BINA_ERR_USAGE);
    status = find_code(store, code, &id);
    if (status == BINA_OK && id == 0 && bina_secret_read(code, drawn))
        status = find_code(store, drawn, &id);
    if (status != BINA_OK || id == 0)
        return status;
    status = bina_store_get(store, id, &found);
    if (status != BINA_OK)
        return status;
    state = bina_record_text(found, BINA_CERTIFICATE_STATE);
    if (state != NULL && strcmp(state, "revoked") == 0)
        *standing = BINA_CERTIFICATE_REVOKED;
    else if (bina_record_get(found, BINA_CERTIFICATE_EXPIRES).type == BINA_DATE &&
             bina_record_int(found, BINA_CERTIFICATE_EXPIRES) < bina_store_today(store))
        *standing = BINA_CERTIFICATE_EXPIRED;
    else
        *standing = BINA_CERTIFICATE_GENUINE;
    if (certificate != NULL)
        *certificate = found;
    else
        bina_record_free(found);
    return BINA_OK;
}
