#include "register/note.h"
#include "base/error.h"
#include "store/sql.h"

bina_status
bina_register_note(bina_store *store, bina_id subject, const char *words)
{
    bina_record *note;
    bina_status status;

    if (words == NULL || words[0] == '\0')
        return BINA_OK;
    note = bina_record_new(BINA_DOCUMENT);
    if (note == NULL)
        return bina_error_plain(bina_store_complaint(store), BINA_ERR_NO_MEMORY);
    bina_set_int(note, BINA_DOCUMENT_SUBJECT, subject);
    bina_set_text(note, BINA_DOCUMENT_NATURE, "note");
    bina_set_int(note, BINA_DOCUMENT_DATED_ON, bina_store_today(store));
    bina_set_text(note, BINA_DOCUMENT_TITLE, words);
    status = bina_store_add(store, note, NULL);
    bina_record_free(note);
    return status;
}
