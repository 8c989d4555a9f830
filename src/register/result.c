#include "register/result.h"

#include "model/columns.h"

bina_description *
bina_reconciliation_description(void)
{
    static const bina_column columns[] = {
        {"rows", BINA_INT, NULL, "baris", "Source records linked."},
        {"enterprises", BINA_INT, NULL, "usaha", "Registrants they stand for, groups among them."},
        {"new", BINA_INT, NULL, "baru", "Registrants that are new."},
        {"merged", BINA_INT, NULL, "digabung", "Registrants merged into another."},
        {"split", BINA_INT, NULL, "dipisah", "Registrants made by taking rows apart."},
        {"review", BINA_INT, NULL, "perlu ditinjau", "Pairs left to people."},
    };

    return bina_columns_describe("reconciliation", "What came of a reconciling.", columns,
                                 sizeof columns / sizeof columns[0]);
}

bina_description *
bina_review_description(void)
{
    static const bina_column columns[] = {
        {"pair", BINA_INT, NULL, "pasangan", "The pair."},
        {"weight", BINA_REAL, NULL, "bobot", "Log2 of the odds that they are one."},
        {"probability", BINA_REAL, NULL, "peluang", "Probability that they are one, by the model."},
        {"field", BINA_TEXT, NULL, "isian", "A field of the rows."},
        {"first", BINA_TEXT, NULL, "pertama", "Its value in the first row."},
        {"second", BINA_TEXT, NULL, "kedua", "Its value in the second row."},
        {"same", BINA_BOOL, NULL, "sama", "Whether they are equal, but for upper and lower case."},
        {"first_marks", BINA_TEXT, NULL, "tanda pertama", "* for each letter that differs, else ."},
        {"second_marks", BINA_TEXT, NULL, "tanda kedua", "The same of the second value."},
        {"adds", BINA_REAL, NULL, "menambah", "What the field adds to the weight."},
        {"reason", BINA_TEXT, NULL, "alasan (Inggris)", "The same in words, in English."},
        {"alasan", BINA_TEXT, NULL, "alasan", "The same in words, in Indonesian."},
    };

    return bina_columns_describe("review", "Open pairs, field by field.", columns,
                                 sizeof columns / sizeof columns[0]);
}

bina_description *
bina_review_pair_description(void)
{
    static const bina_column columns[] = {
        {"pair", BINA_INT, NULL, "pasangan", "The pair."},
        {"first", BINA_INT, NULL, "baris pertama", "Its rows."},
        {"second", BINA_INT, NULL, "baris kedua", "Its rows."},
        {"weight", BINA_REAL, NULL, "bobot", "Log2 of the odds that they are one."},
        {"probability", BINA_REAL, NULL, "peluang", "Probability that they are one, by the model."},
        {"state", BINA_CODE, "review_state", "keadaan", "How it stands."},
        {"gain", BINA_REAL, NULL, "manfaat", "Chance that the answer changes the register."},
        {"judgements", BINA_INT, NULL, "penilaian", "How many people judged it already."},
    };

    return bina_columns_describe("review_pair", "Pairs in the order to ask.", columns,
                                 sizeof columns / sizeof columns[0]);
}

bina_description *
bina_review_import_description(void)
{
    static const bina_column columns[] = {
        {"pairs", BINA_INT, NULL, "pasangan", "Pairs in the workbook."},
        {"judged", BINA_INT, NULL, "dinilai", "Judgements that are new, or changed."},
        {"unchanged", BINA_INT, NULL, "tetap", "Judgements that were known."},
        {"unanswered", BINA_INT, NULL, "belum diisi", "Pairs without a verdict."},
        {"refused", BINA_INT, NULL, "ditolak", "Answers that were not taken."},
    };

    return bina_columns_describe("review_import", "What came of a workbook of pairs.", columns,
                                 sizeof columns / sizeof columns[0]);
}

bina_description *
bina_disagreement_description(void)
{
    static const bina_column columns[] = {
        {"pair", BINA_INT, NULL, "pasangan", "The pair."},
        {"first", BINA_INT, NULL, "baris pertama", "Its rows."},
        {"second", BINA_INT, NULL, "baris kedua", "Its rows."},
        {"outcome", BINA_CODE, "verdict", "hasil", "What it came to; none: disputed."},
        {"reviewer", BINA_TEXT, NULL, "peninjau", "Who."},
        {"verdict", BINA_CODE, "verdict", "putusan", "What this reviewer said."},
        {"decided", BINA_TIME, NULL, "waktu", "When."},
        {"settles", BINA_BOOL, NULL, "menyelesaikan", "Whether to settle the pair."},
        {"reason", BINA_TEXT, NULL, "alasan", "Why."},
        {"subject", BINA_INT, NULL, "yang dimaksud", "The row that is the member or successor."},
    };

    return bina_columns_describe("disagreement", "What people did not say alike.", columns,
                                 sizeof columns / sizeof columns[0]);
}

bina_description *
bina_confirm_round_description(void)
{
    static const bina_column columns[] = {
        {"round", BINA_INT, NULL, "putaran", "Its number in this register."},
        {"agency", BINA_TEXT, NULL, "instansi", "Who is asked."},
        {"letter", BINA_TEXT, NULL, "nomor surat", "Number of the letter of asking."},
        {"asked", BINA_DATE, NULL, "ditanyakan", "Day of asking."},
        {"due", BINA_DATE, NULL, "batas waktu", "Day by which an answer is asked for."},
        {"enterprises", BINA_INT, NULL, "usaha", "Asked about; of what came back, rows read."},
        {"new", BINA_INT, NULL, "baru", "Asked about, or answered, for the first time."},
        {"changed", BINA_INT, NULL, "berubah", "Answered otherwise than before."},
        {"unchanged", BINA_INT, NULL, "tetap", "Answered as before."},
        {"silent", BINA_INT, NULL, "tanpa jawaban", "Rows without an answer."},
        {"refused", BINA_INT, NULL, "ditolak", "Rows that could not be taken."},
    };

    return bina_columns_describe("confirmation_round", "What was sent to an agency, or came back.",
                                 columns, sizeof columns / sizeof columns[0]);
}

bina_description *
bina_explanation_description(void)
{
    static const bina_column columns[] = {
        {"first", BINA_INT, NULL, "pertama", "The source record explained."},
        {"second", BINA_INT, NULL, "kedua", "The one it is compared with; none: of one row."},
        {"field", BINA_TEXT, NULL, "isian", "What is compared, or prior, nature, scope."},
        {"first_value", BINA_TEXT, NULL, "nilai pertama", "As standardised."},
        {"second_value", BINA_TEXT, NULL, "nilai kedua", "As standardised."},
        {"level", BINA_TEXT, NULL, "tingkat", "Equal, different and so on."},
        {"weight", BINA_REAL, NULL, "bobot", "What it adds to the weight of the pair."},
        {"reason", BINA_TEXT, NULL, "alasan (Inggris)", "A sentence in English."},
        {"alasan", BINA_TEXT, NULL, "alasan", "The same in Indonesian."},
    };

    return bina_columns_describe("explanation", "Why rows are held to be one.", columns,
                                 sizeof columns / sizeof columns[0]);
}
