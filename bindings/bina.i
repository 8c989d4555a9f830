/*
 * What Python and Lua see of the library. Every function is listed here by hand, so that none is
 * exposed by accident (tests/python/test_surface.py holds the list against what the library
 * exports). How values cross the border is said in python/python.i and lua/lua.i; what users
 * write is made from this by python/bina/ and lua/bina/.
 */
%module bina_native

%{
#include <bina.h>

/* A status by the place where its detail is told: the handle in the first argument, or an error
   that is passed along. */
typedef bina_status plain_status;
typedef bina_status cursor_status;
typedef bina_status task_status;
typedef bina_status settings_status;
typedef bina_status linkage_status;
typedef bina_status matcher_status;
typedef bina_status store_status;
typedef bina_status error_status;
/* An error, unless there is a reading: that a value is refused is an answer. */
typedef bina_status reading_status;
/* A number that is not negative, or else a status. */
typedef int number_or_status;
%}

%include "options.i"

/* Type names that SWIG must know; how they cross is the languages' affair. */
typedef long long int64_t;
typedef int64_t bina_id;
typedef int bina_status;
typedef int plain_status;
typedef int cursor_status;
typedef int task_status;
typedef int settings_status;
typedef int linkage_status;
typedef int matcher_status;
typedef int store_status;
typedef int error_status;
typedef int reading_status;
typedef int number_or_status;
typedef int bina_language;
typedef int bina_type;
typedef int bina_severity;
typedef int bina_compare;

#if defined(SWIGPYTHON)
%include "python/python.i"
#elif defined(SWIGLUA)
%include "lua/lua.i"
#endif

%nodefaultctor;
%nodefaultdtor;

/* ---- what the library says of itself ---- */

%rename("%(strip:[bina_])s") "";

const char *bina_version(void);
bool bina_status_at(int n, bina_status *status);
const char *bina_status_name(bina_status status);
const char *bina_status_text(bina_status status, bina_language language);
const char *bina_type_name(bina_type type);
int bina_id_kind(bina_id id);
int bina_id_store(bina_id id);

const char *bina_codes_at(int n);
const char *bina_codes_doc(const char *list);
const char *bina_codes_word(const char *list, int n);
const char *bina_codes_label(const char *list, const char *word, bina_language language);
const char *bina_linkage_level_label(const char *level, bina_language language);
const char *bina_codes_find(const char *list, const char *text);

int bina_kind_at(int n);
int bina_kind_find(const char *name);
const bina_description *bina_kind_description(int kind);

%constant int NO_KIND = BINA_NO_KIND;
%constant int ENGLISH = BINA_ENGLISH;
%constant int INDONESIAN = BINA_INDONESIAN;
%constant int TYPE_NULL = BINA_NULL;
%constant int TYPE_INT = BINA_INT;
%constant int TYPE_REAL = BINA_REAL;
%constant int TYPE_TEXT = BINA_TEXT;
%constant int TYPE_BOOL = BINA_BOOL;
%constant int TYPE_DATE = BINA_DATE;
%constant int TYPE_MONEY = BINA_MONEY;
%constant int TYPE_CODE = BINA_CODE;
%constant int TYPE_REF = BINA_REF;
%constant int TYPE_TIME = BINA_TIME;
%constant int FIELD_REQUIRED = BINA_FIELD_REQUIRED;
%constant int FIELD_DATED = BINA_FIELD_DATED;
%constant int FIELD_DERIVED = BINA_FIELD_DERIVED;
%constant int FIELD_INDEXED = BINA_FIELD_INDEXED;
%constant int FIELD_PERSONAL = BINA_FIELD_PERSONAL;
%constant int FIELD_STORE_SET = BINA_FIELD_STORE_SET;
%constant int FIELD_RETIRED = BINA_FIELD_RETIRED;
%constant int FIELD_OWN = BINA_FIELD_OWN;
%constant int ENCODING_FIND = BINA_ENCODING_FIND;
%constant int ENCODING_UTF_8 = BINA_ENCODING_UTF_8;
%constant int ENCODING_WINDOWS_1252 = BINA_ENCODING_WINDOWS_1252;
%constant int ENCODING_UTF_16_LE = BINA_ENCODING_UTF_16_LE;
%constant int ENCODING_UTF_16_BE = BINA_ENCODING_UTF_16_BE;
%constant int EQ = BINA_EQ;
%constant int NE = BINA_NE;
%constant int LT = BINA_LT;
%constant int LE = BINA_LE;
%constant int GT = BINA_GT;
%constant int GE = BINA_GE;
%constant int PREFIX = BINA_PREFIX;
%constant int UNDER = BINA_UNDER;
%constant int IS_NULL = BINA_IS_NULL;
%constant int NOT_NULL = BINA_NOT_NULL;
%constant int STORE_OPEN_OR_CREATE = BINA_STORE_OPEN_OR_CREATE;
%constant int STORE_MUST_EXIST = BINA_STORE_MUST_EXIST;
%constant int STORE_CREATE_NEW = BINA_STORE_CREATE_NEW;
%constant int STORE_READ_ONLY = BINA_STORE_READ_ONLY;
%constant int NO_RECORD = BINA_NO_RECORD;
%constant int EVERY_EDITION = BINA_EVERY_EDITION;
%constant int SEVERITY_ERROR = BINA_ERROR;
%constant int SEVERITY_WARNING = BINA_WARNING;
%constant int KIND_REFERENCE = BINA_KIND_REFERENCE;
%constant int KIND_JOURNAL = BINA_KIND_JOURNAL;

/* ---- handles ----
 * A method without a body is the library's function <struct>_<method>. A proxy owns what it
 * points to; a description is held, a record that a cursor lends is copied. */

%rename(Description) bina_description;
%rename(Record) bina_record;
%rename(Cursor) bina_cursor;
%rename(Rows) bina_rows;
%rename(Faults) bina_faults;
%rename(Reading) bina_reading;
%rename(Task) bina_task;
%rename(Query) bina_query;
%rename(Store) bina_store;
%rename(Document) bina_document;
%rename(Mapping) bina_mapping;
%rename(Workbook) bina_workbook;
%rename(Survivorship) bina_survivorship;
%rename(LinkageSettings) bina_linkage_settings;
%rename(Linkage) bina_linkage;
%rename(Matcher) bina_matcher;
%rename(Page) bina_page;
%rename(Texts) bina_texts;
typedef struct {} bina_description;
typedef struct {} bina_record;
typedef struct {} bina_cursor;
typedef struct {} bina_rows;
typedef struct {} bina_faults;
typedef struct {} bina_reading;
typedef struct {} bina_task;
typedef struct {} bina_query;
typedef struct {} bina_store;
typedef struct {} bina_document;
typedef struct {} bina_mapping;
typedef struct {} bina_workbook;
typedef struct {} bina_survivorship;
typedef struct {} bina_linkage_settings;
typedef struct {} bina_linkage;
typedef struct {} bina_matcher;
typedef struct {} bina_page;
typedef struct {} bina_texts;

%newobject bina_record::copy;
%newobject bina_rows_to_cursor;

%extend bina_description {
    bina_description(const char *name, const char *doc) { return bina_description_new(name, doc); }
    ~bina_description() { bina_description_free($self); }
    int kind() const;
    const char *name() const;
    const char *plural() const;
    const char *label(bina_language language) const;
    const char *doc() const;
    unsigned flags() const;
    int count() const;
    int find(const char *name) const;
    number_or_status add_field(const char *name, bina_type type, const char *format,
                               const char *doc, unsigned flags);
    /* A field is spoken of by its slot: no pointer into a description crosses the border. */
    const char *field_name(int slot) const
    {
        return bina_field_name(bina_description_field($self, slot));
    }
    const char *field_label(int slot, bina_language language) const
    {
        return bina_field_label(bina_description_field($self, slot), language);
    }
    const char *field_doc(int slot) const
    {
        return bina_field_doc(bina_description_field($self, slot));
    }
    int field_type(int slot) const
    {
        return (int)bina_field_type(bina_description_field($self, slot));
    }
    unsigned field_flags(int slot) const
    {
        return bina_field_flags(bina_description_field($self, slot));
    }
    const char *field_format(int slot) const
    {
        return bina_field_format(bina_description_field($self, slot));
    }
    int field_target(int slot, int n) const
    {
        return bina_field_target(bina_description_field($self, slot), n);
    }
    int field_since(int slot) const
    {
        return bina_field_since(bina_description_field($self, slot));
    }
    bool field_range(int slot, int64_t *least, int64_t *greatest) const
    {
        return bina_field_range(bina_description_field($self, slot), least, greatest);
    }
}

%extend bina_record {
    bina_record(const bina_description *description) { return bina_record_new_of(description); }
    ~bina_record() { bina_record_free($self); }
    const bina_description *description() const;
    bina_id id() const;
    bina_record *copy() const;
    void clear();
    void set(int field, bina_value OF_RECORD);
    void unset(int field) { bina_unset($self, field); }
    bina_value get(int field) const;
    bool is_set(int field) const;
    bool is_masked(int field) const;
    const char *display(int field) const;
    error_status check(bina_error *error) const;
}

%extend bina_cursor {
    ~bina_cursor() { bina_cursor_free($self); }
    const bina_description *description() const;
    cursor_status next(const bina_record **record);
}

%extend bina_rows {
    bina_rows(const bina_description *description) { return bina_rows_new(description); }
    ~bina_rows() { bina_rows_free($self); }
    plain_status add(const bina_record *record);
    plain_status add_all(bina_cursor *cursor);
    size_t count() const;
}
/* The table is let go of: its proxy must not be used any more. */
bina_cursor *bina_rows_to_cursor(bina_rows *LET_GO);

%extend bina_reading {
    ~bina_reading() { bina_reading_free($self); }
    const char *what() const;
    bool ok() const;
    const char *normal() const;
    const bina_record *facts() const;
    int count() const;
    const bina_error *complaint(int n) const;
}

%extend bina_faults {
    bina_faults(size_t keep) { return bina_faults_new(keep); }
    ~bina_faults() { bina_faults_free($self); }
    int64_t count(bina_severity severity) const;
    size_t kept() const;
    plain_status cursor(bina_cursor **cursor);
}

%extend bina_task {
    ~bina_task() { bina_task_free($self); }
    task_status step(bina_progress *progress);
    task_status run();
    const char *stage(bina_language language) const;
    const bina_record *result() const;
}

/* Work that is given up leaves nothing behind: its proxy must not be used any more. */
void bina_task_free(bina_task *LET_GO);

/* ---- how alike texts are ---- */

double bina_similarity_jaro_winkler(const char *A, size_t A_LENGTH, const char *B, size_t B_LENGTH);
size_t bina_distance_levenshtein(const char *A, size_t A_LENGTH, const char *B, size_t B_LENGTH);
size_t bina_distance_osa(const char *A, size_t A_LENGTH, const char *B, size_t B_LENGTH);

%extend bina_texts {
    bina_texts(const char *const *TEXTS, const size_t *LENGTHS, size_t COUNT)
    {
        return bina_texts_new(TEXTS, LENGTHS, COUNT);
    }
    ~bina_texts() { bina_texts_free($self); }
    size_t count() const;
    void jaro_winkler(const char *A, size_t A_LENGTH, double least, double *similarity) const;
    void levenshtein(const char *A, size_t A_LENGTH, size_t MOST, uint32_t *distance) const;
    void osa(const char *A, size_t A_LENGTH, size_t MOST, uint32_t *distance) const;
}

%extend bina_linkage_settings {
    bina_linkage_settings() { return bina_linkage_settings_new(); }
    ~bina_linkage_settings() { bina_linkage_settings_free($self); }
    const bina_description *description(const char *name) const;
    settings_status add(const bina_record *record, const char *file, int64_t line);
}

%extend bina_linkage {
    bina_linkage(const bina_linkage_settings *OR_NONE) { return bina_linkage_new(OR_NONE); }
    ~bina_linkage() { bina_linkage_free($self); }
    linkage_status add_list(const char *name, bina_cursor *cursor);
    linkage_status add_verdict(const char *list_a, int64_t row_a, const char *list_b, int64_t row_b,
                               bool same);
    linkage_status run();
    linkage_status start(bina_task **task);
    linkage_status pairs(bina_cursor **cursor);
    linkage_status entities(bina_cursor **cursor);
    linkage_status explain(const char *list_a, int64_t row_a, const char *list_b, int64_t row_b,
                           bina_cursor **cursor);
    linkage_status parameters(bina_cursor **cursor);
    linkage_status effective(const char *name, bina_cursor **cursor);
    linkage_status match(const char *list, const bina_record *record, int64_t most,
                         bina_cursor **cursor);
    linkage_status match_explain(const char *list, const bina_record *record, const char *list_b,
                                 int64_t row_b, bina_cursor **cursor);
    linkage_status insert(const char *list, const bina_record *record, int64_t *number);
    linkage_status change(const char *list, int64_t row, const bina_record *record);
    linkage_status remove(const char *list, int64_t row);
    linkage_status fit();
    linkage_status score(bina_cursor *LET_GO, bina_cursor **cursor);
    linkage_status questions(int64_t most, bina_cursor **cursor);
    linkage_status summary(bina_cursor **cursor);
    linkage_status expectations(double threshold, bina_cursor **cursor);
    linkage_status histogram(double width, bina_cursor **cursor);
    linkage_status unlinkable(bina_cursor **cursor);
    linkage_status gaps(bina_cursor **cursor);
}

%extend bina_query {
    bina_query(const bina_description *description) { return bina_query_new_of(description); }
    ~bina_query() { bina_query_free($self); }
    const bina_description *description() const;
    error_status check(bina_error *error) const;
    void where(int field, bina_compare compare, bina_value OF_QUERY);
    void where_in(int field, const bina_value *VALUES, size_t COUNT);
    void any();
    void all();
    %rename(close_group) end;
    void end();
    void order(int field, bool descending);
    void limit(int64_t limit);
    void select(int field);
    void true_on(int64_t ON_DAY);
    void known_at(int64_t commit_number);
    void known_by(int64_t AT_TIME);
    void after(const char *token);
    const char *token(const bina_record *record);
}

%extend bina_store {
    ~bina_store() { bina_store_close($self); }
    int number() const;
    const char *office() const;
    bool is_read_only() const;
    int64_t now() const;
    int64_t today() const;
    const bina_description *description(int kind) const;
    store_status add(bina_record *record, bina_id *id);
    store_status add_all(bina_cursor *cursor, int64_t *added);
    store_status get(bina_id id, bina_record **record);
    store_status get_numbered(const char *number, bina_record **record);
    store_status update(bina_record *record);
    store_status remove(bina_id id);
    store_status list(const bina_query *query, bina_cursor **cursor);
    store_status count(const bina_query *query, int64_t *count);
    store_status begin(const char *why);
    store_status commit();
    store_status rollback();
    int depth() const;
    store_status because(const char *why, const char *rule);
    store_status last_commit(int64_t *number);
    store_status set_dated(bina_id id, int field, bina_value OF_STORED, int64_t ON_DAY);
    store_status dated(bina_id id, int field, bina_cursor **cursor);
    store_status history(bina_id id, bina_cursor **cursor);
    store_status refusals(bina_cursor **cursor);
    store_status verify(bina_cursor **cursor);
    store_status undo(int64_t commit_number, const char *why);
    store_status erase(bina_id id, const char *why);
    store_status add_own_field(int kind, const char *name, bina_type type, const char *format,
                               const char *doc, unsigned flags);
    store_status backup(const char *path, bina_task **task);
}
store_status load(bina_store *store, const char *path, bina_faults *OR_NONE,
                  int64_t *ADDED, int64_t *UPDATED);
store_status policy_load(bina_store *store, const char *path, bina_faults *OR_NONE,
                         int64_t *ADDED, int64_t *UPDATED);
store_status bina_policy_try(bina_store *store, const char *policy, bina_id id, int64_t DAY_OR_0,
                             bina_faults *OR_NONE, bina_cursor **cursor);
error_status bina_policy_check(const char *path, bina_faults *OR_NONE, bina_error *error);
error_status bina_policy_list(bina_store *OR_NONE, int64_t DAY_OR_0, bina_error *error,
                              bina_cursor **cursor);
error_status bina_policy_write(bina_store *OR_NONE, const char *name, const char *path,
                               bina_error *error);
error_status bina_policy_facts(bina_error *error, bina_cursor **cursor);
plain_status open_store(const char *path, int mode, const char *office, const char *actor,
                        const char *purpose, int store_number, int busy_timeout_ms, int language,
                        int64_t clock, bina_store **opened);
/* A store is closed once, by name or by the collector: its proxy must not be used any more. */
void bina_store_close(bina_store *LET_GO);

%extend bina_document {
    bina_document() { return bina_document_new(); }
    ~bina_document() { bina_document_free($self); }
    plain_status add(const bina_record *record, int64_t parent, int64_t *number);
    int64_t count() const;
    const bina_record *record(int64_t n) const;
    int64_t parent(int64_t n) const;
    const char *file() const;
    int64_t line(int64_t n, int field, int64_t *COLUMN) const;
}

%extend bina_mapping {
    ~bina_mapping() { bina_mapping_free($self); }
    const bina_description *description() const;
    bool at(int n, int *slot, const char **column) const;
}

/* ---- workbooks out ---- */

%extend bina_workbook {
    ~bina_workbook() { bina_workbook_free($self); }
    plain_status describe(const char *title, const char *author, int64_t created);
}
error_status bina_workbook_open(const char *path, bina_error *error, bina_workbook **book);
error_status workbook_add(bina_workbook *book, const char *name, bina_cursor *cursor, int language,
                          const char *const *TEXTS, const char *const *TEXTS,
                          const char *const *TEXTS, const char *const *TEXTS,
                          const char *const *TEXTS, bool names, bool hidden, int64_t most_rows,
                          bina_error *error);
error_status bina_workbook_add_text(bina_workbook *book, const char *name,
                                    const char *const *TEXTS, bina_error *error);
/* The workbook is let go of, whatever happens: its proxy must not be used any more. */
void bina_workbook_free(bina_workbook *LET_GO);
error_status bina_workbook_close(bina_workbook *LET_GO, bina_error *error);

/* ---- one data ---- */

%extend bina_survivorship {
    ~bina_survivorship() { bina_survivorship_free($self); }
}
store_status import_list(bina_store *store, const char *path, const char *list, const char *title,
                         const char *sheet, const char *region, const char *agency, int64_t DAY_OR_0,
                         const bina_mapping *OR_NONE, bool whole, bool dry_run, bina_faults *OR_NONE, bina_task **task);
store_status reconcile(bina_store *store, const bina_linkage_settings *OR_NONE,
                       const bina_survivorship *OR_NONE, bool dry_run, bina_task **task);
store_status review_pairs(bina_store *store, const char *reviewer, const char *region, int64_t limit,
                          bool second, bool disputed, bool sample, bina_cursor **cursor);
store_status bina_review_lines(bina_store *store, bina_id pair, bool mask, bina_cursor **cursor);
store_status review_judge(bina_store *store, bina_id pair, const char *verdict, const char *reason,
                          const char *reviewer, bool settles, bina_id subject, int64_t *number);
store_status review_judge_rows(bina_store *store, bina_id first, bina_id second,
                               const char *verdict, const char *reason, const char *reviewer,
                               bool settles, bina_id subject, int64_t *number);
store_status bina_review_disagreements(bina_store *store, bina_cursor **cursor);
store_status review_export(bina_store *store, const char *path, const char *reviewer,
                           const char *region, int64_t limit, bool second, bool disputed,
                           bool sample, int language, const char *purpose, int64_t *number);
store_status bina_review_import(bina_store *store, const char *path, const char *reviewer,
                                bina_faults *OR_NONE, bina_record **record);
store_status advance(bina_store *store, bina_id id, const char *verb, int64_t DAY_OR_0,
                     const char *reason, const char *note, bina_id paper,
                     const bina_record *OR_NONE, bool dry_run);
store_status bina_steps_possible(bina_store *store, bina_id id, bina_cursor **cursor);
error_status bina_steps_of_kind(int kind, bina_error *error, bina_cursor **cursor);
store_status bina_advance_due(bina_store *store, int64_t DAY_OR_0, bool dry_run,
                              bina_cursor **cursor);

store_status batch_propose(bina_store *store, bina_id batch, int64_t seats, bina_cursor **cursor);
store_status certificate_standing(bina_store *store, const char *code, int64_t *number);
store_status certificate_record(bina_store *store, const char *code, bina_record **record);
store_status figures_add(bina_store *store, const void *IDS, size_t COUNT, bina_record **record);
store_status bina_register_merge(bina_store *store, bina_id keep, bina_id drop, const char *reason);
store_status bina_register_unmerge(bina_store *store, bina_id merged, const char *reason);
store_status bina_register_succeed(bina_store *store, bina_id enterprise, bina_id heir,
                                   int64_t DAY_OR_0, const char *reason);
store_status bina_register_resolve(bina_store *store, bina_id id, bina_id *standing);
store_status bina_matcher_open(bina_store *store, bina_matcher **matcher);
%extend bina_matcher {
    ~bina_matcher() { bina_matcher_close($self); }
    matcher_status match(const bina_record *typed, int64_t most, bina_cursor **cursor);
}
store_status bina_register_explain(bina_store *store, bina_id first, bina_id second,
                                   bina_cursor **cursor);
error_status bina_survivorship_read(const char *path, bina_faults *OR_NONE, bina_error *error,
                                    bina_survivorship **policy);

/* ---- a province and its regencies ---- */

store_status bina_submission_due(bina_store *store, const char *region, const char *period,
                                 int64_t DAY_OR_0, int64_t *added);
store_status receive_submission(bina_store *store, const char *region, const char *period,
                                const char *path, const char *nature, const char *list,
                                const char *letter, const char *sent_by, int64_t DAY_OR_0,
                                const bina_mapping *OR_NONE, bool whole, bool anywhere,
                                bina_faults *OR_NONE, bina_task **task);
store_status bina_submission_return(bina_store *store, const char *region, const char *period,
                                    const char *reason, const char *letter);
store_status bina_submission_accept(bina_store *store, const char *region, const char *period,
                                    const char *reason);

/* ---- asking agencies ---- */

store_status confirm_send(bina_store *store, const char *agency, const char *path, int language,
                          const char *letter, int64_t DAY_OR_0, int64_t DAY_OR_0,
                          const char *region, const char *list, bool everybody,
                          bina_record **record);
store_status confirm_receive(bina_store *store, const char *path, const char *answered_by,
                             const char *letter, int64_t DAY_OR_0, bool dry_run,
                             bina_faults *OR_NONE, bina_record **record);
store_status confirm_apply(bina_store *store, bina_id confirmation, const char *reason,
                           int64_t *count);
store_status bina_confirm_dismiss(bina_store *store, bina_id confirmation, const char *reason);
store_status feedback_write(bina_store *store, const char *agency, const char *path, int language,
                            const char *list, int64_t *count);

/* ---- reports ---- */

%newobject bina_report_columns;
const char *bina_report_at(int n);
const char *bina_report_doc(const char *name, bina_language language);
const bina_description *bina_report_columns(const char *name);
store_status run_report(bina_store *store, const char *name, const char *region, const char *scope,
                        int64_t DAY_OR_0, int64_t known_at, int language, int64_t DAY_OR_0,
                        bina_id programme, bina_id fund, const char *system, bool public_figures,
                        bina_cursor **cursor);
bool bina_report_as_of(const char *name);

/* ---- pages ---- */

%extend bina_page {
    ~bina_page() { bina_page_free($self); }
    const char *html() const;
    size_t length() const;
    error_status write(const char *path, bina_error *error) const;
}
store_status bina_statement_issue(bina_store *store, bina_record *statement, bina_id *id);
store_status bina_statement_find(bina_store *store, const char *number, bina_record **record);
store_status bina_statement_page(bina_store *store, const bina_record *statement,
                                 bina_language language, bina_page **page);
store_status card_page(bina_store *store, bina_id id, int language, const char *purpose,
                       bina_page **page);

error_status look(const char *const *TEXTS, int language, const char *out,
                  const char *region, bina_faults *OR_NONE, int examples, int places,
                  int64_t clock, bina_error *error, bina_task **task);

/* ---- reference tables ---- */

int bina_region_edition_at(int n);
const char *bina_region_edition_basis(int edition);
error_status bina_region_get(const char *code, int edition, bina_record **record,
                             bina_error *error);
plain_status bina_region_find(const char *village, const char *district, const char *regency,
                              const char *province, bina_cursor **cursor);
error_status bina_region_resolve(const char *village, const char *district, const char *regency,
                                 const char *province, bina_record **record, bina_error *error);
plain_status bina_region_successors(const char *code, int edition, bina_cursor **cursor);
bool bina_region_is_under(const char *code, const char *under, int edition);
plain_status bina_region_under(const char *code, int edition, bina_cursor **cursor);
char *bina_region_from_bps(const char *bps, char *CODE);
char *bina_region_to_bps(const char *code, char *CODE);
error_status bina_industry_get(const char *code, int edition, bina_record **record,
                               bina_error *error);
plain_status bina_reference_list(int kind, int edition, const char *under, bina_cursor **cursor);

/* ---- checks of papers' numbers ---- */

const char *bina_check_at(int n);
const char *bina_check_label(const char *what);
const char *bina_check_doc(const char *what, bina_language language);
const char *bina_check_rule_at(const char *what, int n);
const char *bina_check_rule_text(const char *what, int n, bina_language language);
bina_severity bina_check_rule_severity(const char *what, int n);
reading_status check(const char *what, const char *text, bool HAS_DAY, int64_t DAY,
                     bina_reading **reading);

/* ---- files ---- */

error_status read_csv(const char *path, const char *delimiter, int encoding, int skip, bool header,
                      const char *name, const char *line_column, const char *extra_column,
                      bina_faults *OR_NONE, bina_error *error, bina_cursor **cursor);
error_status read_csv_bytes(const char *BYTES, size_t LENGTH, const char *delimiter, int encoding,
                            int skip, bool header, const char *name, const char *line_column,
                            const char *extra_column, bina_faults *OR_NONE, bina_error *error,
                            bina_cursor **cursor);
error_status read_list(const char *path, const char *sheet, bool context, const char *delimiter,
                       int encoding, int skip, const char *name, const char *row_column,
                       bina_faults *OR_NONE, bina_error *error, bina_cursor **cursor);
error_status read_list_bytes(const char *BYTES, size_t LENGTH, const char *sheet, bool context,
                             const char *delimiter, int encoding, int skip, const char *name,
                             const char *row_column, bina_faults *OR_NONE, bina_error *error,
                             bina_cursor **cursor);
error_status bina_mapping_read(const char *path, const bina_description *OR_NONE,
                               bina_faults *OR_NONE, bina_error *error, bina_mapping **mapping);
error_status bina_mapping_read_bytes(const char *BYTES, size_t LENGTH,
                                     const bina_description *OR_NONE, bina_faults *OR_NONE,
                                     bina_error *error, bina_mapping **mapping);
error_status bina_mapping_guess(const bina_description *target, bina_cursor *rows,
                                bina_error *error, bina_mapping **mapping);
error_status bina_mapping_write(const bina_mapping *mapping, const char *path, bina_error *error);
/* The rows are taken over: their proxy must not be used any more. */
error_status map_rows(const bina_mapping *mapping, bina_cursor *LET_GO, const char *file,
                      bina_faults *OR_NONE, bool strict, bool HAS_DAY, int64_t DAY,
                      bina_error *error, bina_cursor **cursor);
error_status write_csv(bina_cursor *cursor, const char *path, const char *delimiter, bool mark,
                       bool header, bool line_feed, bool safe, bina_error *error);
error_status bina_yaml_read(const char *path, const bina_description *const *DESCRIPTIONS, size_t N,
                            bina_faults *OR_NONE, bina_error *error, bina_document **document);
error_status bina_yaml_read_bytes(const char *BYTES, size_t LENGTH,
                                  const bina_description *const *DESCRIPTIONS, size_t N,
                                  bina_faults *OR_NONE, bina_error *error,
                                  bina_document **document);
error_status bina_yaml_write(const bina_document *document, const char *path, bina_error *error);
error_status write_json(bina_cursor *cursor, const char *path, bool lines, bool leave_out,
                        bina_error *error);
