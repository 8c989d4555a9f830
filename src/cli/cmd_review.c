/* bina review: the pairs people must look at, and what they decide. */
#include <stdlib.h>
#include <string.h>
#include "review.h"
#include "terminal.h"

static const cli_option options[] = {
    {"limit",
     "N",
     {"at most N pairs (20 when printing)", "paling banyak N pasangan (20 bila dicetak)"}},
    {"region",
     "CODE",
     {"only pairs with a row under this region", "hanya pasangan dengan baris di wilayah ini"}},
    {"by",
     "NAME",
     {"who judges (else BINA_ACTOR or the login)",
      "siapa yang menilai (bila tidak, BINA_ACTOR atau nama login)"}},
    {"second",
     NULL,
     {"those that others decided, to be judged a second time",
      "yang sudah diputuskan orang lain, untuk dinilai kedua kali"}},
    {"disputed", NULL, {"only those that people disagree on", "hanya yang pendapatnya berbeda"}},
    {"sample",
     NULL,
     {"by lot: the first 20 or more make the most likely count of `bina report STORE count`",
      "menurut undian: 20 yang pertama atau lebih menjadi dasar jumlah yang paling mungkin"}},
    {"settle",
     NULL,
     {"verdicts settle the pair, whatever others said",
      "putusan menyelesaikan pasangan, apa pun kata yang lain"}},
    {"disagreements",
     NULL,
     {"tell who said what where people do not agree",
      "tampilkan siapa berpendapat apa bila tidak sepakat"}},
    {"out",
     "FILE.xlsx",
     {"write the pairs as a workbook to be filled in",
      "tulis pasangan sebagai buku kerja untuk diisi"}},
    {"in", "FILE.xlsx", {"read such a workbook back", "baca kembali buku kerja itu"}},
    {"purpose",
     "TEXT",
     {"with --out: write NIK and phones whole, for this purpose; it goes into the log",
      "dengan --out: tulis NIK dan telepon utuh, untuk tujuan ini; masuk ke catatan"}},
    {"decide",
     "PAIR",
     {"write down a verdict on this pair, with --verdict",
      "catat putusan untuk pasangan ini, dengan --verdict"}},
    {"verdict",
     "WORD",
     {"same, same_owner, same_household, member_of, successor_of, different, cannot_tell",
      "same, same_owner, same_household, member_of, successor_of, different, cannot_tell"}},
    {"reason", "TEXT", {"why", "alasannya"}},
    {NULL, NULL, {NULL, NULL}},
};

static int
decide(const cli *self, const char *pair)
{
    const char *asked = cli_option_value(self, "verdict");
    const char *verdict = bina_codes_find("verdict", asked != NULL ? asked : "");
    bina_judging judging = BINA_JUDGING_INIT;
    bina_store *store;
    char *end;
    long long id = strtoll(pair, &end, 10);
    int ended;

    if (verdict == NULL || *end != '\0') {
        cli_complain(self, "--decide takes the number of a pair, and --verdict one of:",
                     "--decide memerlukan nomor pasangan, dan --verdict salah satu dari:");
        for (int n = 0; bina_codes_word("verdict", n) != NULL; n++)
            fprintf(stderr, "  %-16s %s\n", bina_codes_word("verdict", n),
                    bina_codes_label("verdict", bina_codes_word("verdict", n), self->language));
        return CLI_USAGE;
    }
    ended = cli_open_store(self, BINA_STORE_MUST_EXIST, &store);
    if (ended != CLI_OK)
        return ended;
    judging.verdict = verdict;
    judging.reason = cli_option_value(self, "reason");
    judging.reviewer = cli_option_value(self, "by");
    judging.settles = cli_option_value(self, "settle") != NULL;
    if (bina_review_judge(store, (bina_id)id, &judging, NULL) != BINA_OK)
        ended = cli_fail_store(self, store);
    else
        cli_remark(self, "noted; `bina reconcile` applies it",
                   "dicatat; `bina reconcile` menerapkannya");
    bina_store_close(store);
    return ended;
}

/* One pair as a block, its two rows side by side, differences marked; then the reasons. */
static void
print_line(const cli *self, const bina_record *line, bina_id *pair)
{
    const char *name = bina_record_text(line, BINA_REVIEW_FIELD);
    const char *first = cli_row_value(self, name, bina_record_text(line, BINA_REVIEW_FIRST));
    const char *second = cli_row_value(self, name, bina_record_text(line, BINA_REVIEW_SECOND));
    const char *words = bina_record_text(
        line, self->language == BINA_INDONESIAN ? BINA_REVIEW_ALASAN : BINA_REVIEW_REASON);
    bool same = bina_record_int(line, BINA_REVIEW_SAME) != 0;
    char label[64];

    if (bina_record_int(line, BINA_REVIEW_PAIR) != *pair) {
        *pair = bina_record_int(line, BINA_REVIEW_PAIR);
        printf("\n%s %lld   %s %.2f   %s %.0f%%\n", cli_text(self, "pair", "pasangan"),
               (long long)*pair, cli_text(self, "weight", "bobot"),
               bina_record_real(line, BINA_REVIEW_WEIGHT), cli_text(self, "probability", "peluang"),
               100 * bina_record_real(line, BINA_REVIEW_PROBABILITY));
    }
    cli_field_label(self, name, label, sizeof label);
    if (first != NULL || second != NULL)
        printf(" %s %-18.18s  %-34.34s  %-34.34s  %s\n",
               same || first == NULL || second == NULL ? " " : "*", label,
               first != NULL ? first : "-", second != NULL ? second : "-",
               words != NULL ? words : "");
    else if (words != NULL)
        printf("   %s\n", words);
}

/* Keeps a line in a table that has the columns of the first one. */
static bina_status
keep_line(bina_rows **table, bina_record **copy, const bina_record *line)
{
    const bina_description *columns = bina_record_description(line);

    if (*table == NULL) {
        *table = bina_rows_new(columns);
        *copy = bina_record_new_of(columns);
    }
    if (*table == NULL || *copy == NULL)
        return BINA_ERR_NO_MEMORY;
    for (int slot = 0; slot < bina_description_count(columns); slot++)
        bina_record_set(*copy, slot, bina_record_get(line, slot));
    return bina_rows_add(*table, *copy);
}

/* The lines of all pairs, one after another: printed for people, or else kept in `table`. */
static int
each_line(const cli *self, bina_store *store, const bina_review_options *wanted, bina_rows **table,
          bina_id *shown)
{
    bina_cursor *pairs = NULL, *lines = NULL;
    bina_record *copy = NULL;
    const bina_record *pair, *line;
    bina_status status = bina_review_pairs(store, wanted, &pairs);

    while (status == BINA_OK && (status = bina_cursor_next(pairs, &pair)) == BINA_OK) {
        status =
            bina_review_lines(store, bina_record_int(pair, BINA_REVIEW_PAIR_ID), false, &lines);
        while (status == BINA_OK && (status = bina_cursor_next(lines, &line)) == BINA_OK) {
            if (self->format == CLI_TABLE)
                print_line(self, line, shown);
            else
                status = keep_line(table, &copy, line);
        }
        bina_cursor_free(lines);
        lines = NULL;
        if (status == BINA_DONE)
            status = BINA_OK;
    }
    bina_cursor_free(pairs);
    bina_record_free(copy);
    if (status == BINA_ERR_NO_MEMORY)
        return cli_fail_status(self, status);
    return status == BINA_DONE ? CLI_OK : cli_fail_store(self, store);
}

static int
print_pairs(const cli *self, bina_store *store, const bina_review_options *wanted)
{
    bina_rows *table = NULL;
    bina_cursor *cursor;
    bina_id shown = 0;
    int ended = each_line(self, store, wanted, &table, &shown);

    if (ended != CLI_OK) {
        bina_rows_free(table);
        return ended;
    }
    if (self->format != CLI_TABLE) {
        cursor = table != NULL ? bina_rows_to_cursor(table) : NULL;
        if (table == NULL && bina_register_review(store, 0, &cursor) != BINA_OK) /* the columns */
            return cli_fail_store(self, store);
        return cursor != NULL ? cli_print_cursor(self, cursor)
                              : cli_fail_status(self, BINA_ERR_NO_MEMORY);
    }
    if (shown == 0)
        cli_remark(self, "no pair is open", "tidak ada pasangan yang terbuka");
    else
        cli_remark(self, "\nbina review %s --decide PAIR --verdict same|different|...",
                   "\nbina review %s --decide PASANGAN --verdict same|different|...",
                   self->arguments[0]);
    return CLI_OK;
}

static int
print_disagreements(const cli *self, bina_store *store)
{
    bina_cursor *cursor = NULL;

    return bina_review_disagreements(store, &cursor) == BINA_OK ? cli_print_cursor(self, cursor)
                                                                : cli_fail_store(self, store);
}

static int
run(cli *self)
{
    bina_review_options wanted = BINA_REVIEW_OPTIONS_INIT;
    bool disagreements = cli_option_value(self, "disagreements") != NULL;
    bool out = cli_option_value(self, "out") != NULL, in = cli_option_value(self, "in") != NULL;
    bool walk =
        self->format == CLI_TABLE && !disagreements && !out && !in && cli_terminal_is_there();
    bina_store *store;
    int ended;

    if (cli_option_value(self, "decide") != NULL)
        return decide(self, cli_option_value(self, "decide"));
    wanted.limit = walk || out ? -1 : 20;
    if (!cli_option_number(self, "limit", &wanted.limit))
        return CLI_USAGE;
    wanted.reviewer = cli_option_value(self, "by");
    wanted.region = cli_option_value(self, "region");
    wanted.purpose = cli_option_value(self, "purpose");
    wanted.second = cli_option_value(self, "second") != NULL;
    wanted.disputed = cli_option_value(self, "disputed") != NULL;
    wanted.sample = cli_option_value(self, "sample") != NULL;
    ended = cli_open_store(
        self, walk || in || wanted.purpose != NULL ? BINA_STORE_MUST_EXIST : BINA_STORE_READ_ONLY,
        &store);
    if (ended != CLI_OK)
        return ended;
    if (disagreements)
        ended = print_disagreements(self, store);
    else if (out)
        ended = cli_review_export(self, store, &wanted);
    else if (in)
        ended = cli_review_import(self, store);
    else if (walk)
        ended = cli_review_walk(self, store, &wanted, cli_option_value(self, "settle") != NULL);
    else
        ended = print_pairs(self, store, &wanted);
    bina_store_close(store);
    return ended;
}

const cli_command cli_review = {
    .name = "review",
    .arguments = "STORE",
    .summary = {"show the pairs people must decide, and note what they decide",
                "tampilkan pasangan yang harus diputuskan, dan catat putusannya"},
    .detail =
        {"On a terminal: one pair a screen, decided by single keys; each verdict is kept at once.\n"
         "Else the pairs are printed: both rows side by side, * where they differ. Those whose\n"
         "answer most likely changes the register come first. A pair gets the verdict most\n"
         "people gave; where as many say otherwise it stays open until one more judges.\n\n"
         "  bina review lotim.db\n"
         "  bina review lotim.db --out sakra.xlsx --region 52.03.02\n"
         "  bina review lotim.db --in sakra.xlsx --by \"Sri Wahyuni\"\n"
         "  bina review lotim.db --decide 7301444403201 --verdict same --reason \"same stall\"",
         "Di terminal: satu pasangan satu layar, diputuskan dengan satu tombol; setiap putusan\n"
         "langsung tersimpan. Selain itu pasangan dicetak: kedua baris bersebelahan, * bila\n"
         "berbeda. Yang jawabannya paling mungkin mengubah register lebih dulu. Pasangan mendapat\n"
         "putusan terbanyak; bila sama banyak, tetap terbuka sampai satu orang lagi menilai.\n\n"
         "  bina review lotim.db\n"
         "  bina review lotim.db --out sakra.xlsx --region 52.03.02\n"
         "  bina review lotim.db --in sakra.xlsx --by \"Sri Wahyuni\"\n"
         "  bina review lotim.db --decide 7301444403201 --verdict same --reason \"satu kios\""},
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
