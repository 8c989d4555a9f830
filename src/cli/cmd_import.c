/* bina import: an agency's list, or YAML records, into a register. */
#include <inttypes.h>
#include <string.h>
#include "faults.h"
#include "settings.h"
#include "store.h"

static const cli_option options[] = {
    {"list",
     "NAME",
     {"the list's short name; without it, the file's name",
      "nama singkat daftar; tanpa ini, nama berkas"}},
    {"title", "TEXT", {"what the agency calls the list", "sebutan instansi untuk daftar ini"}},
    {"agency", "NAME", {"who keeps the list", "instansi pengelola daftar"}},
    {"date",
     "DATE",
     {"the day the list speaks of; without it, today", "tanggal daftar; tanpa ini, hari ini"}},
    {"mapping",
     "M.yaml",
     {"which column means what; without it, guessed", "arti tiap kolom; tanpa ini, ditebak"}},
    {"sheet",
     "NAME",
     {"of a workbook, the only sheet to read; without it, all that hold the list",
      "dari buku kerja, satu-satunya lembar yang dibaca; tanpa ini, semua yang memuat daftar"}},
    {"region",
     "CODE",
     {"the regency or province of rows that name none; without it, the office's",
      "kabupaten/kota atau provinsi baris yang tidak menyebutnya; tanpa ini, wilayah kantor"}},
    {"show-mapping",
     NULL,
     {"print the guessed mapping as YAML and import nothing",
      "cetak tebakan pemetaan sebagai YAML tanpa mengimpor"}},
    {"faults", "F.csv", {"write every fault here", "tulis semua kesalahan di sini"}},
    {"whole",
     NULL,
     {"all or nothing: one faulty row refuses the file",
      "semua atau tidak sama sekali: satu baris salah menolak berkas"}},
    {"dry-run",
     NULL,
     {"tell what would happen, store nothing", "uji coba, tidak menyimpan apa pun"}},
    {NULL, NULL, {NULL, NULL}},
};

/* "20 enterprises, 3 groups; passed over: 1 total, 5 other rows" */
static void
tell_natures(const cli *self, const bina_record *intake)
{
    static const struct {
        int field;
        const char *before[2], *names[3];
    } natures[] = {
        {BINA_INTAKE_ENTERPRISES, {", ", ", "}, {"enterprise", "enterprises", "usaha"}},
        {BINA_INTAKE_PERSONS, {", ", ", "}, {"person", "persons", "orang"}},
        {BINA_INTAKE_GROUPS, {", ", ", "}, {"group", "groups", "kelompok"}},
        {BINA_INTAKE_PRODUCTS, {", ", ", "}, {"product", "products", "produk"}},
        {BINA_INTAKE_OUTLETS, {", ", ", "}, {"outlet", "outlets", "gerai"}},
        {BINA_INTAKE_TOTALS,
         {"; totals, which are not counted: ", "; baris jumlah, tidak dihitung: "},
         {"", "", ""}},
        {BINA_INTAKE_PASSED,
         {"; titles, headers and the like: ", "; judul, tanda tangan dan sejenisnya: "},
         {"", "", ""}},
    };
    bool any = false;

    for (size_t i = 0; i < sizeof natures / sizeof natures[0]; i++) {
        int64_t count = bina_record_int(intake, natures[i].field);
        const char *name =
            cli_word(self, count, natures[i].names[0], natures[i].names[1], natures[i].names[2]);
        const char *before = cli_text(self, natures[i].before[0], natures[i].before[1]);
        if (count == 0)
            continue;
        /* The first has nothing to be set apart from. */
        printf("%s%s%" PRId64 "%s%s", any ? "" : "  ", any ? before : before + 2, count,
               name[0] != '\0' ? " " : "", name);
        any = true;
    }
    if (any)
        printf("\n");
}

static void
tell_intake(const cli *self, const bina_record *intake)
{
    if (intake == NULL)
        return;
    if (self->format != CLI_TABLE) {
        cli_print_record(self, intake);
        return;
    }
    printf(cli_text(self,
                    "%s: %" PRId64 " %s, %" PRId64 " kept: %" PRId64 " new, %" PRId64
                    " changed, %" PRId64 " unchanged, %" PRId64 " missing, %" PRId64
                    " suspicious; %" PRId64 " %s\n",
                    "%s: %" PRId64 " %s, %" PRId64 " diterima: %" PRId64 " baru, %" PRId64
                    " berubah, %" PRId64 " tetap, %" PRId64 " tidak tercantum lagi, %" PRId64
                    " meragukan; %" PRId64 " %s\n"),
           bina_record_text(intake, BINA_INTAKE_FILE_NAME),
           bina_record_int(intake, BINA_INTAKE_ROWS),
           cli_word(self, bina_record_int(intake, BINA_INTAKE_ROWS), "row", "rows", "baris"),
           bina_record_int(intake, BINA_INTAKE_KEPT), bina_record_int(intake, BINA_INTAKE_NEW),
           bina_record_int(intake, BINA_INTAKE_CHANGED),
           bina_record_int(intake, BINA_INTAKE_UNCHANGED),
           bina_record_int(intake, BINA_INTAKE_MISSING),
           bina_record_int(intake, BINA_INTAKE_SUSPICIOUS),
           bina_record_int(intake, BINA_INTAKE_FAULTS),
           cli_word(self, bina_record_int(intake, BINA_INTAKE_FAULTS), "fault", "faults",
                    "kesalahan"));
    tell_natures(self, intake);
}

static int
import_list(cli *self, bina_store *store, bina_import_options *import)
{
    const char *faults = cli_option_value(self, "faults");
    bina_task *task = NULL;
    int64_t before = 0;
    bool again;
    int ended = CLI_OK;

    (void)bina_store_last_commit(store, &before);
    import->faults = bina_faults_new(0);
    if (import->faults == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    ended = bina_register_import(store, self->arguments[1], import, &task) == BINA_OK
                ? cli_run_task(self, task)
                : cli_fail_store(self, store);
    cli_tell_faults(self, import->faults, 10);
    if (ended == CLI_OK)
        tell_intake(self, bina_task_result(task));
    again = ended == CLI_OK && !import->dry_run && cli_tell_same(self, store, before);
    if (faults != NULL && !again) {
        int written = cli_write_faults(self, import->faults, faults);
        ended = ended == CLI_OK ? written : ended;
    }
    bina_task_free(task);
    bina_faults_free(import->faults);
    return ended;
}

static bool
has_ending(const char *path, const char *ending)
{
    size_t length = strlen(path), tail = strlen(ending);

    return length >= tail && strcmp(path + length - tail, ending) == 0;
}

/* The mapping of --mapping, or with --show-mapping the one guessed, printed. */
static int
find_mapping(const cli *self, bina_mapping **mapping)
{
    const bina_description *target = bina_kind_description(BINA_SOURCE_RECORD);
    const char *path = cli_option_value(self, "mapping");
    bina_list_options how = BINA_LIST_OPTIONS_MAPPING;
    bina_error *error = bina_error_new();
    bina_cursor *rows = NULL;
    int ended = CLI_OK;

    how.sheet = cli_option_value(self, "sheet");
    if (error == NULL) {
        ended = cli_fail_status(self, BINA_ERR_NO_MEMORY);
    } else if (path != NULL) {
        ended = cli_read_mapping(self, path, mapping);
    } else if (bina_list_open(self->arguments[1], &how, error, &rows) != BINA_OK ||
               bina_mapping_guess(target, rows, error, mapping) != BINA_OK) {
        ended = cli_fail(self, error);
    }
    if (ended == CLI_OK && cli_option_value(self, "show-mapping") != NULL &&
        bina_mapping_write(*mapping, "-", error) != BINA_OK)
        ended = cli_fail(self, error);
    bina_cursor_free(rows);
    bina_error_free(error);
    return ended;
}

static int
run(cli *self)
{
    bina_import_options import = BINA_IMPORT_OPTIONS_INIT;
    const char *date = cli_option_value(self, "date"), *path = self->arguments[1];
    bool records = has_ending(path, ".yaml") || has_ending(path, ".yml");
    bool show = cli_option_value(self, "show-mapping") != NULL;
    bina_store *store = NULL;
    bina_mapping *mapping = NULL;
    int ended = CLI_OK;

    import.list = cli_option_value(self, "list");
    import.sheet = cli_option_value(self, "sheet");
    import.title = cli_option_value(self, "title");
    import.region = cli_option_value(self, "region");
    import.agency = cli_option_value(self, "agency");
    import.whole = cli_option_value(self, "whole") != NULL;
    import.dry_run = cli_option_value(self, "dry-run") != NULL;
    if (date != NULL && !bina_date_parse(date, &import.list_date)) {
        cli_complain(self, "--date is a day as 2021-12-31", "--date itu hari seperti 2021-12-31");
        return CLI_USAGE;
    }
    if (show || cli_option_value(self, "mapping") != NULL)
        ended = find_mapping(self, &mapping);
    if (ended == CLI_OK && !show) {
        import.mapping = mapping;
        ended = cli_open_store(self, BINA_STORE_MUST_EXIST, &store);
        if (ended == CLI_OK)
            ended =
                records ? cli_load_records(self, store, path) : import_list(self, store, &import);
    }
    bina_mapping_free(mapping);
    bina_store_close(store);
    return ended;
}

const cli_command cli_import = {
    .name = "import",
    .arguments = "STORE FILE",
    .summary = {"import an agency's list (workbook or CSV), or records (YAML)",
                "impor daftar instansi (buku kerja atau CSV), atau data (YAML)"},
    .detail =
        {"A list is any workbook (.xlsx) or CSV file, whatever titles, totals and signatures "
         "stand\n"
         "around it: its columns are guessed, or told by --mapping. Rows are matched to the "
         "list's\n"
         "last reading; the same file twice changes nothing. Faults name file, sheet, line and\n"
         "column; good rows are kept unless --whole.\n\n"
         "  bina import lotim.db disperin.xlsx --date 2021-12-31\n"
         "  bina import lotim.db disperin.csv --show-mapping > disperin.yaml\n"
         "  bina import lotim.db disperin.csv --mapping disperin.yaml\n"
         "  bina import lotim.db records.yaml",
         "Daftar boleh buku kerja (.xlsx) atau CSV apa saja, dengan judul, jumlah dan tanda "
         "tangan\n"
         "di sekitarnya: kolomnya ditebak, atau diberitahukan dengan --mapping. Baris dicocokkan\n"
         "dengan bacaan terakhir; berkas yang sama dua kali tidak mengubah apa pun. Kesalahan\n"
         "menyebut berkas, lembar, baris dan kolom; baris yang baik diterima kecuali --whole.\n\n"
         "  bina import lotim.db disperin.xlsx --date 2021-12-31\n"
         "  bina import lotim.db disperin.csv --show-mapping > disperin.yaml\n"
         "  bina import lotim.db disperin.csv --mapping disperin.yaml\n"
         "  bina import lotim.db data.yaml"},
    .options = options,
    .least = 2,
    .most = 2,
    .run = run,
};
