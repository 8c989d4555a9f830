/* bina review: the pairs people must look at, and what they decide. */
#include <stdlib.h>
#include <string.h>
#include "store.h"

static const cli_option options[] = {
    {"limit", "N", {"at most N pairs (20)", "paling banyak N pasangan (20)"}},
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
    if (bina_register_decide(store, (bina_id)id, verdict, cli_option_value(self, "reason")) !=
        BINA_OK)
        ended = cli_fail_store(self, store);
    else
        cli_remark(self, "noted; `bina reconcile` applies it",
                   "dicatat; `bina reconcile` menerapkannya");
    bina_store_close(store);
    return ended;
}

/* One pair as a block, its two rows side by side, differences marked. */
static void
print_line(const cli *self, const bina_record *line, bina_id *pair)
{
    const char *first = bina_record_text(line, BINA_REVIEW_FIRST);
    const char *second = bina_record_text(line, BINA_REVIEW_SECOND);
    const char *name = bina_record_text(line, BINA_REVIEW_FIELD);
    const bina_description *rows = bina_kind_description(BINA_SOURCE_RECORD);
    int slot = bina_description_find(rows, name);
    bool same = bina_record_int(line, BINA_REVIEW_SAME) != 0;

    if (bina_record_int(line, BINA_REVIEW_PAIR) != *pair) {
        *pair = bina_record_int(line, BINA_REVIEW_PAIR);
        printf("\n%s %lld   %s %.2f   %s %.0f%%\n", cli_text(self, "pair", "pasangan"),
               (long long)*pair, cli_text(self, "weight", "bobot"),
               bina_record_real(line, BINA_REVIEW_WEIGHT), cli_text(self, "probability", "peluang"),
               100 * bina_record_real(line, BINA_REVIEW_PROBABILITY));
    }
    printf(" %s %-18.18s  %-34.34s  %s\n", same || first == NULL || second == NULL ? " " : "*",
           slot >= 0 ? bina_field_label(bina_description_field(rows, slot), self->language) : name,
           first != NULL ? first : "-", second != NULL ? second : "-");
}

static int
run(cli *self)
{
    bina_store *store;
    bina_cursor *cursor = NULL;
    const bina_record *line;
    bina_status status;
    bina_id pair = 0;
    int64_t limit = 20;
    int ended;

    if (cli_option_value(self, "decide") != NULL)
        return decide(self, cli_option_value(self, "decide"));
    if (!cli_option_number(self, "limit", &limit))
        return CLI_USAGE;
    ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);
    if (ended != CLI_OK)
        return ended;
    if (bina_register_review(store, limit, &cursor) != BINA_OK) {
        ended = cli_fail_store(self, store);
    } else if (self->format != CLI_TABLE) {
        ended = cli_print_cursor(self, cursor);
        cursor = NULL;
    } else {
        while ((status = bina_cursor_next(cursor, &line)) == BINA_OK)
            print_line(self, line, &pair);
        if (status != BINA_DONE)
            ended = cli_fail(self, bina_cursor_error(cursor));
        else if (pair == 0)
            cli_remark(self, "no pair is open", "tidak ada pasangan yang terbuka");
        else
            cli_remark(self, "\nbina review %s --decide PAIR --verdict same|different|...",
                       "\nbina review %s --decide PASANGAN --verdict same|different|...",
                       self->arguments[0]);
    }
    bina_cursor_free(cursor);
    bina_store_close(store);
    return ended;
}

const cli_command cli_review = {
    .name = "review",
    .arguments = "STORE",
    .summary = {"show the pairs people must decide, and note what they decide",
                "tampilkan pasangan yang harus diputuskan, dan catat putusannya"},
    .detail =
        {"Both rows side by side, * where they differ; the pairs that teach most first.\n\n"
         "  bina review lotim.db --limit 5\n"
         "  bina review lotim.db --decide 7301444403201 --verdict same --reason \"same stall\"",
         "Kedua baris bersebelahan, * bila berbeda; yang paling mengajar lebih dulu.\n\n"
         "  bina review lotim.db --limit 5\n"
         "  bina review lotim.db --decide 7301444403201 --verdict same --reason \"satu kios\""},
    .options = options,
    .least = 1,
    .most = 1,
    .run = run,
};
