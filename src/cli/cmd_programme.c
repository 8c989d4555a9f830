/* bina propose and certificate: the next batch's participants, and whether a paper is genuine. */
#include <stdlib.h>
#include "store.h"

static const cli_option propose_options[] = {
    {"seats",
     "N",
     {"how many to propose (the batch's free seats)", "berapa yang diusulkan (kursi yang kosong)"}},
    {NULL, NULL, {NULL, NULL}},
};

static const cli_option certificate_options[] = {
    {NULL, NULL, {NULL, NULL}},
};

static int
run_propose(cli *self)
{
    static const char *const english[] = {"rank", "candidate", "score", "reason", NULL};
    static const char *const indonesian[] = {"rank", "candidate", "score", "alasan", NULL};
    bina_propose_options options = BINA_PROPOSE_OPTIONS_INIT;
    const char *seats = cli_option_value(self, "seats");
    bina_record *batch = NULL;
    bina_cursor *cursor;
    bina_store *store;
    char *end = NULL;
    int ended;

    if (seats != NULL && ((options.seats = strtoll(seats, &end, 10)) < 1 || *end != '\0')) {
        cli_complain(self, "--seats is a number from 1", "--seats itu bilangan mulai 1");
        return CLI_USAGE;
    }
    ended = cli_open_store(self, BINA_STORE_MUST_EXIST, &store);
    if (ended != CLI_OK)
        return ended;
    ended = cli_find_record(self, store, self->arguments[1], &batch);
    if (ended == CLI_OK)
        ended = bina_batch_propose(store, bina_record_id(batch), &options, &cursor) == BINA_OK
                    ? cli_print_columns(self, cursor,
                                        self->language == BINA_INDONESIAN ? indonesian : english)
                    : cli_fail_store(self, store);
    bina_record_free(batch);
    bina_store_close(store);
    return ended;
}

static int
run_certificate(cli *self)
{
    bina_certificate_standing standing;
    bina_record *certificate = NULL;
    bina_store *store;
    int ended = cli_open_store(self, BINA_STORE_READ_ONLY, &store);

    if (ended != CLI_OK)
        return ended;
    if (bina_certificate_find(store, self->arguments[1], &standing, &certificate) != BINA_OK)
        ended = cli_fail_store(self, store);
    else if (standing == BINA_CERTIFICATE_UNKNOWN)
        cli_remark(self, "unknown: no certificate has this code",
                   "tidak dikenal: tidak ada sertifikat dengan kode ini");
    else if (standing == BINA_CERTIFICATE_REVOKED)
        cli_remark(self, "revoked", "dicabut");
    else if (standing == BINA_CERTIFICATE_EXPIRED)
        cli_remark(self, "genuine, but expired", "asli, tetapi sudah berakhir masa berlakunya");
    else
        cli_remark(self, "genuine", "asli");
    if (ended == CLI_OK && certificate != NULL)
        ended = cli_print_record(self, certificate);
    if (ended == CLI_OK && standing != BINA_CERTIFICATE_GENUINE)
        ended = CLI_FOUND;
    bina_record_free(certificate);
    bina_store_close(store);
    return ended;
}

const cli_command cli_propose = {
    .name = "propose",
    .arguments = "STORE BATCH",
    .summary = {"propose who takes part in a batch, with reasons",
                "usulkan peserta suatu angkatan, beserta alasannya"},
    .detail = {"Those who applied, wait, asked for the topic or work in the trade, by points; kept "
               "as\nthe batch's nominations in place of earlier ones. BATCH is the id of a "
               "batch.\n\n"
               "  bina propose lotim.db 20674310799361\n"
               "  bina propose lotim.db 20674310799361 --seats 20",
               "Yang mendaftar, menunggu, berminat, atau bergerak di bidangnya, menurut nilai; "
               "disimpan\nsebagai usulan angkatan itu menggantikan yang lama. BATCH ialah nomor "
               "data angkatan.\n\n"
               "  bina propose lotim.db 20674310799361\n"
               "  bina propose lotim.db 20674310799361 --seats 20"},
    .options = propose_options,
    .least = 2,
    .most = 2,
    .run = run_propose,
};

const cli_command cli_certificate = {
    .name = "certificate",
    .arguments = "STORE CODE",
    .summary = {"tell whether a certificate is genuine, by its code",
                "periksa keaslian sertifikat menurut kodenya"},
    .detail = {"Ends with 0 when it is genuine, with 1 when it is revoked, expired or unknown.\n\n"
               "  bina certificate lotim.db 7K3M-Q2XW-9TBA",
               "Berakhir dengan 0 bila asli, dengan 1 bila dicabut, kedaluwarsa, atau tidak "
               "dikenal.\n\n"
               "  bina certificate lotim.db 7K3M-Q2XW-9TBA"},
    .options = certificate_options,
    .least = 2,
    .most = 2,
    .run = run_certificate,
};
