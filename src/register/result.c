#include "model/field.h"
#include "register/result.h"

bina_description *
bina_result_describe(const char *name, const char *doc, const bina_result_column *columns,
                     size_t count)
{
    bina_description *description = bina_description_new(name, doc);

    for (size_t i = 0; description != NULL && i < count; i++)
        if (bina_description_add_field(description, columns[i].name, columns[i].type,
                                       columns[i].codes, columns[i].doc, 0) < 0 ||
            bina_description_label_field(description, columns[i].label) != BINA_OK) {
            bina_description_free(description);
            description = NULL;
        }
    return description;
}

bina_description *
bina_reconciliation_description(void)
{
    static const bina_result_column columns[] = {
        {"rows", "baris", BINA_INT, "Source records linked.", NULL},
        {"enterprises", "usaha", BINA_INT, "Registrants they stand for, groups among them.", NULL},
        {"new", "baru", BINA_INT, "Registrants that are new.", NULL},
        {"merged", "digabung", BINA_INT, "Registrants merged into another.", NULL},
        {"split", "dipisah", BINA_INT, "Registrants made by taking rows apart.", NULL},
        {"review", "perlu ditinjau", BINA_INT, "Pairs left to people.", NULL},
    };

    return bina_result_describe("reconciliation", "What came of a reconciling.", columns,
                                sizeof columns / sizeof columns[0]);
}

bina_description *
bina_review_description(void)
{
    static const bina_result_column columns[] = {
        {"pair", "pasangan", BINA_INT, "The pair.", NULL},
        {"weight", "bobot", BINA_REAL, "Log2 of the odds that they are one.", NULL},
        {"probability", "peluang", BINA_REAL, "Probability that they are one, by the model.", NULL},
        {"field", "isian", BINA_TEXT, "A field of the rows.", NULL},
        {"first", "pertama", BINA_TEXT, "Its value in the first row.", NULL},
        {"second", "kedua", BINA_TEXT, "Its value in the second row.", NULL},
        {"same", "sama", BINA_BOOL, "Whether they are equal, but for upper and lower case.", NULL},
        {"first_marks", "tanda pertama", BINA_TEXT, "* for each letter that differs, else .", NULL},
        {"second_marks", "tanda kedua", BINA_TEXT, "The same of the second value.", NULL},
        {"adds", "menambah", BINA_REAL, "What the field adds to the weight.", NULL},
        {"reason", "alasan (Inggris)", BINA_TEXT, "The same in words, in English.", NULL},
        {"alasan", "alasan", BINA_TEXT, "The same in words, in Indonesian.", NULL},
    };

    return bina_result_describe("review", "Open pairs, field by field.", columns,
                                sizeof columns / sizeof columns[0]);
}

bina_description *
bina_review_pair_description(void)
{
    static const bina_result_column columns[] = {
        {"pair", "pasangan", BINA_INT, "The pair.", NULL},
        {"first", "baris pertama", BINA_INT, "Its rows.", NULL},
        {"second", "baris kedua", BINA_INT, "Its rows.", NULL},
        {"weight", "bobot", BINA_REAL, "Log2 of the odds that they are one.", NULL},
        {"probability", "peluang", BINA_REAL, "Probability that they are one, by the model.", NULL},
        {"state", "keadaan", BINA_CODE, "How it stands.", "review_state"},
        {"gain", "manfaat", BINA_REAL, "Chance that the answer changes the register.", NULL},
        {"judgements", "penilaian", BINA_INT, "How many people judged it already.", NULL},
    };

    return bina_result_describe("review_pair", "Pairs in the order to ask.", columns,
                                sizeof columns / sizeof columns[0]);
}

bina_description *
bina_review_import_description(void)
{
    static const bina_result_column columns[] = {
        {"pairs", "pasangan", BINA_INT, "Pairs in the workbook.", NULL},
        {"judged", "dinilai", BINA_INT, "Judgements that are new, or changed.", NULL},
        {"unchanged", "tetap", BINA_INT, "Judgements that were known.", NULL},
        {"unanswered", "belum diisi", BINA_INT, "Pairs without a verdict.", NULL},
        {"refused", "ditolak", BINA_INT, "Answers that were not taken.", NULL},
    };

    return bina_result_describe("review_import", "What came of a workbook of pairs.", columns,
                                sizeof columns / sizeof columns[0]);
}

bina_description *
bina_disagreement_description(void)
{
    static const bina_result_column columns[] = {
        {"pair", "pasangan", BINA_INT, "The pair.", NULL},
        {"first", "baris pertama", BINA_INT, "Its rows.", NULL},
        {"second", "baris kedua", BINA_INT, "Its rows.", NULL},
        {"outcome", "hasil", BINA_CODE, "What it came to; none: disputed.", "verdict"},
        {"reviewer", "peninjau", BINA_TEXT, "Who.", NULL},
        {"verdict", "putusan", BINA_CODE, "What this reviewer said.", "verdict"},
        {"decided", "waktu", BINA_TIME, "When.", NULL},
        {"settles", "menyelesaikan", BINA_BOOL, "Whether to settle the pair.", NULL},
        {"reason", "alasan", BINA_TEXT, "Why.", NULL},
        {"subject", "yang dimaksud", BINA_INT, "The row that is the member or successor.", NULL},
    };

    return bina_result_describe("disagreement", "What people did not say alike.", columns,
                                sizeof columns / sizeof columns[0]);
}

bina_description *
bina_confirm_round_description(void)
{
    static const bina_result_column columns[] = {
        {"round", "putaran", BINA_INT, "Its number in this register.", NULL},
        {"agency", "instansi", BINA_TEXT, "Who is asked.", NULL},
        {"letter", "nomor surat", BINA_TEXT, "Number of the letter of asking.", NULL},
        {"asked", "ditanyakan", BINA_DATE, "Day of asking.", NULL},
        {"due", "batas waktu", BINA_DATE, "Day by which an answer is asked for.", NULL},
        {"enterprises", "usaha", BINA_INT, "Asked about; of what came back, rows read.", NULL},
        {"new", "baru", BINA_INT, "Asked about, or answered, for the first time.", NULL},
        {"changed", "berubah", BINA_INT, "Answered otherwise than before.", NULL},
        {"unchanged", "tetap", BINA_INT, "Answered as before.", NULL},
        {"silent", "tanpa jawaban", BINA_INT, "Rows without an answer.", NULL},
        {"refused", "ditolak", BINA_INT, "Rows that could not be taken.", NULL},
    };

    return bina_result_describe("confirmation_round", "What was sent to an agency, or came back.",
                                columns, sizeof columns / sizeof columns[0]);
}

bina_description *
bina_explanation_description(void)
{
    static const bina_result_column columns[] = {
        {"first", "pertama", BINA_INT, "The source record explained.", NULL},
        {"second", "kedua", BINA_INT, "The one it is compared with; none: of one row.", NULL},
        {"field", "isian", BINA_TEXT, "What is compared, or prior, nature, scope.", NULL},
        {"first_value", "nilai pertama", BINA_TEXT, "As standardised.", NULL},
        {"second_value", "nilai kedua", BINA_TEXT, "As standardised.", NULL},
        {"level", "tingkat", BINA_TEXT, "Equal, different and so on.", NULL},
        {"weight", "bobot", BINA_REAL, "What it adds to the weight of the pair.", NULL},
        {"reason", "alasan (Inggris)", BINA_TEXT, "A sentence in English.", NULL},
        {"alasan", "alasan", BINA_TEXT, "The same in Indonesian.", NULL},
    };

    return bina_result_describe("explanation", "Why rows are held to be one.", columns,
                                sizeof columns / sizeof columns[0]);
}
