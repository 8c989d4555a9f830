/*
 * Calls whose options are a struct, as functions of plain arguments: a script writes names, and the facades of
 * python/bina/ and lua/bina/ give what was not said its default.
 */
%{
/* The handle comes back on failure too: it is asked why, and closed, by the typemap of `opened`. */
static bina_status
open_store(const char *path, int mode, const char *office, const char *actor, const char *purpose,
           int store_number, int busy_timeout_ms, int language, int64_t clock, bina_store **opened)
{
    bina_store_options options = BINA_STORE_OPTIONS_INIT;

    options.mode = (bina_store_mode)mode;
    options.office = office;
    options.actor = actor;
    options.purpose = purpose;
    options.store_number = store_number;
    options.busy_timeout_ms = busy_timeout_ms;
    options.language = (bina_language)language;
    options.clock = clock;
    options.threads = -1; /* what comes out is the same */
    return bina_store_open(path, &options, opened);
}

static bina_status
advance(bina_store *store, bina_id id, const char *verb, int64_t on, const char *reason,
        const char *note, bina_id paper, const bina_record *values, bool dry_run)
{
    bina_advance_options options = BINA_ADVANCE_OPTIONS_INIT;

    options.on = on;
    options.reason = reason;
    options.note = note;
    options.paper = paper;
    options.values = values;
    options.dry_run = dry_run;
    return bina_advance(store, id, verb, &options);
}

/* Ids come as a list: an array of them, which SWIG must not take for one of another integer type. */
static bina_status
figures_add(bina_store *store, const void *ids, size_t count, bina_record **record)
{
    return bina_figures_add(store, ids, count, record);
}

static bina_status
batch_propose(bina_store *store, bina_id batch, int64_t seats, bina_cursor **cursor)
{
    bina_propose_options options = BINA_PROPOSE_OPTIONS_INIT;

    options.seats = seats;
    return bina_batch_propose(store, batch, &options, cursor);
}

static bina_status
certificate_standing(bina_store *store, const char *code, int64_t *number)
{
    bina_certificate_standing standing;
    bina_status status = bina_certificate_find(store, code, &standing, NULL);

    *number = standing;
    return status;
}

static bina_status
certificate_record(bina_store *store, const char *code, bina_record **record)
{
    bina_certificate_standing standing;

    return bina_certificate_find(store, code, &standing, record);
}

static bina_status
run_report(bina_store *store, const char *name, const char *region, const char *scope,
           int64_t true_on, int64_t known_at, int language, int64_t from, bina_id programme,
           bina_id fund, const char *system, bool public_figures, bina_cursor **cursor)
{
    bina_report_options options = BINA_REPORT_OPTIONS_INIT;

    options.region = region;
    options.scope = scope;
    options.true_on = true_on;
    options.known_at = known_at;
    options.language = (bina_language)language;
    options.from = from;
    options.programme = programme;
    options.fund = fund;
    options.system = system;
    options.public_figures = public_figures;
    return bina_report_run(store, name, &options, cursor);
}

static bina_status
import_list(bina_store *store, const char *path, const char *list, const char *title,
            const char *sheet, const char *region, const char *agency, int64_t list_date,
            const bina_mapping *mapping, bool whole, bool dry_run, bina_faults *faults, bina_task **task)
{
    bina_import_options options = BINA_IMPORT_OPTIONS_INIT;

    options.list = list;
    options.title = title;
    options.sheet = sheet;
    options.region = region;
    options.agency = agency;
    options.list_date = list_date;
    options.mapping = mapping;
    options.whole = whole;
    options.dry_run = dry_run;
    options.faults = faults;
    return bina_register_import(store, path, &options, task);
}

static bina_status
receive_submission(bina_store *store, const char *region, const char *period, const char *path,
                   const char *nature, const char *list, const char *letter, const char *sent_by,
                   int64_t received, const bina_mapping *mapping, bool whole, bool anywhere,
                   bina_faults *faults, bina_task **task)
{
    bina_submission_options options = BINA_SUBMISSION_OPTIONS_INIT;

    options.nature = nature;
    options.list = list;
    options.letter = letter;
    options.sent_by = sent_by;
    options.received = received;
    options.mapping = mapping;
    options.whole = whole;
    options.anywhere = anywhere;
    options.faults = faults;
    return bina_submission_receive(store, region, period, path, &options, task);
}

static bina_status
confirm_send(bina_store *store, const char *agency, const char *path, int language,
             const char *letter, int64_t asked, int64_t due, const char *region, const char *list,
             bool everybody, bina_record **round)
{
    bina_confirm_send_options options = BINA_CONFIRM_SEND_OPTIONS_INIT;

    options.language = (bina_language)language;
    options.letter = letter;
    options.asked = asked;
    options.due = due;
    options.region = region;
    options.list = list;
    options.everybody = everybody;
    return bina_confirm_send(store, agency, &options, path, round);
}

static bina_status
confirm_receive(bina_store *store, const char *path, const char *answered_by, const char *letter,
                int64_t answered, bool dry_run, bina_faults *faults, bina_record **receipt)
{
    bina_confirm_receive_options options = BINA_CONFIRM_RECEIVE_OPTIONS_INIT;

    options.answered_by = answered_by;
    options.letter = letter;
    options.answered = answered;
    options.dry_run = dry_run;
    options.faults = faults;
    return bina_confirm_receive(store, path, &options, receipt);
}

static bina_status
feedback_write(bina_store *store, const char *agency, const char *path, int language,
               const char *list, int64_t *count)
{
    bina_feedback_options options = BINA_FEEDBACK_OPTIONS_INIT;

    options.language = (bina_language)language;
    options.list = list;
    return bina_feedback_write(store, agency, &options, path, count);
}

/* How many answers asked for something to be done: 1 or 0. */
static bina_status
confirm_apply(bina_store *store, bina_id confirmation, const char *reason, int64_t *count)
{
    bina_status status = bina_confirm_apply(store, confirmation, reason);

    *count = status == BINA_OK;
    return status == BINA_DONE ? BINA_OK : status;
}

static bina_status
reconcile(bina_store *store, const bina_linkage_settings *settings,
          const bina_survivorship *survivorship, bool dry_run, bina_task **task)
{
    bina_reconcile_options options = BINA_RECONCILE_OPTIONS_INIT;

    options.settings = settings;
    options.survivorship = survivorship;
    options.dry_run = dry_run;
    return bina_register_reconcile(store, &options, task);
}

static bina_status
review_pairs(bina_store *store, const char *reviewer, const char *region, int64_t limit,
             bool second, bool disputed, bool sample, bina_cursor **cursor)
{
    bina_review_options options = BINA_REVIEW_OPTIONS_INIT;

    options.reviewer = reviewer;
    options.region = region;
    options.limit = limit;
    options.second = second;
    options.disputed = disputed;
    options.sample = sample;
    return bina_review_pairs(store, &options, cursor);
}

static bina_status
review_export(bina_store *store, const char *path, const char *reviewer, const char *region,
              int64_t limit, bool second, bool disputed, bool sample, int language, const char *purpose,
              int64_t *number)
{
    bina_review_options options = BINA_REVIEW_OPTIONS_INIT;

    options.reviewer = reviewer;
    options.region = region;
    options.limit = limit;
    options.second = second;
    options.disputed = disputed;
    options.sample = sample;
    options.purpose = purpose;
    return bina_review_export(store, path, &options, (bina_language)language, number);
}

static bina_judging
judging_of(const char *verdict, const char *reason, const char *reviewer, bool settles,
           bina_id subject)
{
    bina_judging judging = BINA_JUDGING_INIT;

    judging.verdict = verdict;
    judging.reason = reason;
    judging.reviewer = reviewer;
    judging.settles = settles;
    judging.subject = subject;
    return judging;
}

static bina_status
review_judge(bina_store *store, bina_id pair, const char *verdict, const char *reason,
             const char *reviewer, bool settles, bina_id subject, int64_t *number)
{
    bina_judging judging = judging_of(verdict, reason, reviewer, settles, subject);

    return bina_review_judge(store, pair, &judging, number);
}

static bina_status
review_judge_rows(bina_store *store, bina_id first, bina_id second, const char *verdict,
                  const char *reason, const char *reviewer, bool settles, bina_id subject,
                  int64_t *number)
{
    bina_judging judging = judging_of(verdict, reason, reviewer, settles, subject);

    return bina_review_judge_rows(store, first, second, &judging, number);
}

static bina_status
look(const char *const *paths, int language, const char *out, const char *region,
     bina_faults *faults, int examples, int places, int64_t clock, bina_error *error,
     bina_task **task)
{
    bina_look_options options = BINA_LOOK_OPTIONS_INIT;
    size_t count = 0;

    while (paths != NULL && paths[count] != NULL)
        count++;
    options.language = (bina_language)language;
    options.out = out;
    options.region = region;
    options.faults = faults;
    options.examples = examples;
    options.places = places;
    options.clock = clock;
    return bina_look(paths, count, &options, error, task);
}

static bina_csv_options
csv_options(const char *delimiter, int encoding, int skip, bool header, const char *name,
            const char *line_column, const char *extra_column, bina_faults *faults)
{
    bina_csv_options options = BINA_CSV_OPTIONS_INIT;

    options.delimiter = delimiter != NULL ? delimiter[0] : 0;
    options.encoding = (bina_encoding)encoding;
    options.skip = skip;
    options.no_header = !header;
    options.name = name;
    options.line_column = line_column;
    options.extra_column = extra_column;
    options.faults = faults;
    return options;
}

static bina_status
read_csv(const char *path, const char *delimiter, int encoding, int skip, bool header,
         const char *name, const char *line_column, const char *extra_column,
         bina_faults *faults, bina_error *error, bina_cursor **cursor)
{
    bina_csv_options options =
        csv_options(delimiter, encoding, skip, header, name, line_column, extra_column, faults);

    return bina_csv_open(path, &options, error, cursor);
}

static bina_status
read_csv_bytes(const char *bytes, size_t length, const char *delimiter, int encoding, int skip,
               bool header, const char *name, const char *line_column, const char *extra_column,
               bina_faults *faults, bina_error *error, bina_cursor **cursor)
{
    bina_csv_options options =
        csv_options(delimiter, encoding, skip, header, name, line_column, extra_column, faults);

    return bina_csv_open_bytes(bytes, length, &options, error, cursor);
}

/* `context`: with the columns "#line", "#sheet" and so on that a mapping may ask for. */
static bina_list_options
list_options(const char *sheet, bool context, const char *delimiter, int encoding, int skip,
             const char *name, const char *row_column, bina_faults *faults)
{
    bina_list_options options = BINA_LIST_OPTIONS_INIT;
    bina_list_options mapping = BINA_LIST_OPTIONS_MAPPING;

    if (context)
        options = mapping;
    options.sheet = sheet;
    options.delimiter = delimiter != NULL ? delimiter[0] : 0;
    options.encoding = (bina_encoding)encoding;
    options.skip = skip;
    options.name = name;
    options.row_column = row_column;
    options.faults = faults;
    return options;
}

static bina_status
read_list(const char *path, const char *sheet, bool context, const char *delimiter, int encoding,
          int skip, const char *name, const char *row_column, bina_faults *faults,
          bina_error *error, bina_cursor **cursor)
{
    bina_list_options options =
        list_options(sheet, context, delimiter, encoding, skip, name, row_column, faults);

    return bina_list_open(path, &options, error, cursor);
}

static bina_status
read_list_bytes(const char *bytes, size_t length, const char *sheet, bool context,
                const char *delimiter, int encoding, int skip, const char *name,
                const char *row_column, bina_faults *faults, bina_error *error, bina_cursor **cursor)
{
    bina_list_options options =
        list_options(sheet, context, delimiter, encoding, skip, name, row_column, faults);

    return bina_list_open_bytes(bytes, length, &options, error, cursor);
}

static bina_status
map_rows(const bina_mapping *mapping, bina_cursor *rows, const char *file, bina_faults *faults,
         bool strict, bool has_today, int64_t today, bina_error *error, bina_cursor **cursor)
{
    bina_mapping_options options = BINA_MAPPING_OPTIONS_INIT;

    options.file = file;
    options.faults = faults;
    options.strict = strict;
    options.has_today = has_today;
    options.today = today;
    return bina_mapping_open(mapping, rows, &options, error, cursor);
}

static bina_status
write_csv(bina_cursor *cursor, const char *path, const char *delimiter, bool mark, bool header,
          bool line_feed, bool safe, bina_error *error)
{
    bina_csv_write_options options = BINA_CSV_WRITE_OPTIONS_INIT;

    options.delimiter = delimiter != NULL ? delimiter[0] : 0;
    options.mark = mark;
    options.no_header = !header;
    options.line_feed = line_feed;
    options.safe = safe;
    return bina_csv_write(cursor, path, &options, error);
}

static bina_status
write_json(bina_cursor *cursor, const char *path, bool lines, bool leave_out, bina_error *error)
{
    bina_json_write_options options = BINA_JSON_WRITE_OPTIONS_INIT;

    options.lines = lines;
    options.leave_out = leave_out;
    return bina_json_write(cursor, path, &options, error);
}

static bina_status
workbook_add(bina_workbook *book, const char *name, bina_cursor *cursor, int language,
             const char *const *titles, const char *const *columns, const char *const *headers,
             const char *const *choices, const char *const *editable, bool names, bool hidden,
             int64_t most_rows, bina_error *error)
{
    bina_sheet_options options = BINA_SHEET_OPTIONS_INIT;

    options.language = (bina_language)language;
    options.titles = titles;
    options.columns = columns;
    options.headers = headers;
    options.choices = choices;
    options.editable = editable;
    options.names = names;
    options.hidden = hidden;
    options.most_rows = most_rows;
    return bina_workbook_add(book, name, cursor, &options, error);
}

static bina_status
load(bina_store *store, const char *path, bina_faults *faults, int64_t *added, int64_t *updated)
{
    bina_loaded loaded = {0, 0};
    bina_status status = bina_store_load(store, path, faults, &loaded);

    *added = loaded.added;
    *updated = loaded.updated;
    return status;
}

static bina_status
policy_load(bina_store *store, const char *path, bina_faults *faults, int64_t *added,
            int64_t *updated)
{
    bina_loaded loaded = {0, 0};
    bina_status status = bina_policy_load(store, path, faults, &loaded);

    *added = loaded.added;
    *updated = loaded.updated;
    return status;
}

static bina_status
card_page(bina_store *store, bina_id id, int language, const char *purpose, bina_page **page)
{
    bina_card_options options = BINA_CARD_OPTIONS_INIT;

    options.language = (bina_language)language;
    options.purpose = purpose;
    return bina_card_page(store, id, &options, page);
}

static bina_status
check(const char *what, const char *text, bool has_today, int64_t today, bina_reading **reading)
{
    bina_check_options options = {.struct_size = sizeof options};

    options.has_today = has_today;
    options.today = today;
    return bina_check(what, text, &options, reading);
}
%}
