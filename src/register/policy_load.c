/* Storing policies from a file: whole, in one commit, and the same file again changes nothing. */
#include <bina/policy.h>

#include <stdlib.h>
#include <string.h>
#include "base/digest.h"
#include "base/error.h"
#include "register/policy_file.h"
#include "store/sql.h"

typedef struct loading {
    bina_store *store;
    const bina_document *document;
    bina_faults *faults;
    char hash[BINA_DIGEST_HEX];
    bina_loaded loaded;
} loading;

/* Whether the stored record has every value that is set in the new one. */
static bool
has_all(const bina_record *stored, const bina_record *record)
{
    const bina_description *kind = bina_record_description(record);

    for (int slot = 2; slot < bina_description_count(kind); slot++) {
        bina_value old = bina_record_get(stored, slot), new = bina_record_get(record, slot);
        if (!bina_record_is_set(record, slot))
            continue;
        if ((old.type == BINA_NULL) != (new.type == BINA_NULL) ||
            (new.type != BINA_NULL &&
             (bina_type_held_as(new.type) == BINA_TEXT ? strcmp(old.as.text, new.as.text) != 0
                                                       : old.as.integer != new.as.integer)))
            return false;
    }
    return true;
}

/* Adds a record, or gives the one stored under `*id` its values where they differ. */
static bina_status
put(loading *self, bina_record *record, bina_id *id)
{
    bina_record *stored = NULL;
    bina_status status;

    if (*id == 0) {
        status = bina_store_add(self->store, record, id);
        self->loaded.added += status == BINA_OK;
        return status;
    }
    status = bina_store_get(self->store, *id, &stored);
    if (status == BINA_OK && !has_all(stored, record)) {
        bina_set_int(record, 0, *id);
        status = bina_store_update(self->store, record);
        self->loaded.updated += status == BINA_OK;
    }
    bina_record_free(stored);
    return status;
}

/* The programme that a policy names; 0 for the office's. */
static bina_status
find_programme(loading *self, int64_t n, bina_id *programme)
{
    static const char by_name[] = "SELECT id FROM programmes WHERE name = ?1";
    int64_t record, target, column;
    const bina_record *key;
    bina_value value =
        bina_record_get(bina_document_record(self->document, n), BINA_POLICY_PROGRAMME);
    bina_error *error = bina_store_complaint(self->store);
    bina_status status;
    int field;

    *programme = value.type != BINA_NULL ? value.as.integer : 0;
    for (size_t i = 0; bina_document_reference(self->document, i, &record, &field, &target, &key);
         i++) {
        if (record != n || field != BINA_POLICY_PROGRAMME || key == NULL)
            continue;
        value = bina_record_get(key, BINA_PROGRAMME_NAME);
        status = bina_sql_integer(self->store, by_name, &value, 1, programme);
        if (status != BINA_OK)
            return status;
        if (*programme != 0)
            return BINA_OK;
        record = bina_document_line(self->document, n, field, &column);
        (void)bina_error_set(error, BINA_ERR_NOT_FOUND,
                             "the register has no programme of this name; add it, or leave "
                             "programme out for the whole office",
                             "register tidak mempunyai program bernama ini; tambahkan, atau hapus "
                             "programme untuk seluruh dinas");
        bina_error_at(error, "policy", "programme", "policy.programme");
        bina_error_in_file(error, bina_document_file(self->document), record, column);
        if (self->faults != NULL)
            bina_faults_add(self->faults, error);
        return BINA_ERR_NOT_FOUND;
    }
    return BINA_OK;
}

static bina_status
put_rule(loading *self, int64_t n, bina_id policy, int64_t number)
{
    static const char twin[] = "SELECT id FROM policy_rules WHERE policy = ?1 AND number = ?2";
    const bina_value key[] = {bina_int(policy), bina_int(number)};
    bina_record *record = bina_record_copy(bina_document_record(self->document, n));
    bina_id id = 0;
    bina_status status;

    if (record == NULL)
        return bina_error_plain(bina_store_complaint(self->store), BINA_ERR_NO_MEMORY);
    bina_set_int(record, BINA_POLICY_RULE_POLICY, policy);
    bina_set_int(record, BINA_POLICY_RULE_NUMBER, number);
    if (bina_record_text(record, BINA_POLICY_RULE_FACT) == NULL)
        bina_set_text(record, BINA_POLICY_RULE_COMPARE, "threshold");
    /* What an edited file no longer says is forgotten, too. */
    for (int slot = 2; slot < bina_description_count(bina_record_description(record)); slot++)
        if (!bina_record_is_set(record, slot))
            bina_set_null(record, slot);
    status = bina_sql_integer(self->store, twin, key, 2, &id);
    if (status == BINA_OK)
        status = put(self, record, &id);
    bina_record_free(record);
    return status;
}

/* Rules that an edited file has no more. */
static bina_status
drop_after(loading *self, bina_id policy, int64_t last)
{
    static const char next[] = "SELECT min(id) FROM policy_rules WHERE policy = ?1 AND number > ?2";
    const bina_value key[] = {bina_int(policy), bina_int(last)};
    bina_id id = 0;
    bina_status status;

    while ((status = bina_sql_integer(self->store, next, key, 2, &id)) == BINA_OK && id != 0)
        if ((status = bina_store_remove(self->store, id)) != BINA_OK)
            return status;
    return status;
}

static bina_status
put_policy(loading *self, int64_t n)
{
    static const char twin[] = "SELECT id FROM policies WHERE name = ?1 AND version = ?2"
                               " AND valid_from = ?3 AND coalesce(programme, 0) = ?4";
    bina_record *record = bina_record_copy(bina_document_record(self->document, n));
    bina_id programme, id = 0;
    bina_value key[4];
    int64_t number = 0;
    bina_status status;

    if (record == NULL)
        return bina_error_plain(bina_store_complaint(self->store), BINA_ERR_NO_MEMORY);
    status = find_programme(self, n, &programme);
    if (status != BINA_OK)
        goto out;
    if (programme != 0)
        bina_set_int(record, BINA_POLICY_PROGRAMME, programme);
    bina_set_text(record, BINA_POLICY_FILE_HASH, self->hash);
    key[0] = bina_record_get(record, BINA_POLICY_NAME);
    key[1] = bina_record_get(record, BINA_POLICY_VERSION);
    key[2] = bina_record_get(record, BINA_POLICY_VALID_FROM);
    key[3] = bina_int(programme);
    for (int slot = 2; slot < bina_description_count(bina_record_description(record)); slot++)
        if (!bina_record_is_set(record, slot))
            bina_set_null(record, slot);
    status = bina_sql_integer(self->store, twin, key, 4, &id);
    if (status == BINA_OK)
        status = put(self, record, &id);
    for (int64_t rule = bina_document_find(self->document, "policy_rule", n, BINA_NO_RECORD);
         status == BINA_OK && rule != BINA_NO_RECORD;
         rule = bina_document_find(self->document, "policy_rule", n, rule))
        status = put_rule(self, rule, id, ++number);
    if (status == BINA_OK)
        status = drop_after(self, id, number);
out:
    bina_record_free(record);
    return status;
}

bina_status
bina_policy_load(bina_store *store, const char *path, bina_faults *faults, bina_loaded *loaded)
{
    loading self = {.store = store, .faults = faults};
    bina_error *complaint = bina_store_complaint(store);
    bina_document *document;
    bina_error worst;
    bina_status status = bina_policy_read(path, faults, complaint, &document);

    if (loaded != NULL)
        *loaded = self.loaded;
    if (status != BINA_OK)
        return status;
    self.document = document;
    /* A file that can be read only once, such as standard input, has no digest. */
    if (bina_digest_file(path, self.hash) != BINA_OK)
        self.hash[0] = '\0';
    status = bina_store_begin(store, "policies");
    for (int64_t n = bina_document_find(document, "policy", BINA_NO_RECORD, BINA_NO_RECORD);
         status == BINA_OK && n != BINA_NO_RECORD;
         n = bina_document_find(document, "policy", BINA_NO_RECORD, n))
        status = put_policy(&self, n);
    if (status == BINA_OK) {
        status = bina_store_commit(store);
    } else {
        bina_error_copy(&worst, complaint);
        (void)bina_store_rollback(store);
        bina_error_copy(complaint, &worst);
    }
    if (status == BINA_OK && loaded != NULL)
        *loaded = self.loaded;
    bina_document_free(document);
    return status;
}
