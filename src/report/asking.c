/* Reports on asking agencies: the rounds, and answers that ask for something to be done. */
#include "report/report.h"

static const bina_column rounds_columns[] = {
    {"round", BINA_INT, NULL, "putaran", "Its number in this register."},
    {"agency", BINA_TEXT, NULL, "instansi", "Who is asked."},
    {"letter", BINA_TEXT, NULL, "nomor surat", "Number of the letter of asking."},
    {"asked", BINA_DATE, NULL, "ditanyakan", "Day of asking."},
    {"due", BINA_DATE, NULL, "batas waktu", "Day by which an answer is asked for."},
    {"enterprises", BINA_INT, NULL, "usaha", "Enterprises asked about."},
    {"answered", BINA_INT, NULL, "dijawab", "Those with an answer."},
    {"silent", BINA_INT, NULL, "belum dijawab", "Those without; silence is no answer."},
    {"overdue", BINA_BOOL, NULL, "lewat batas",
     "Whether some are without an answer past the due day."},
    {"exists", BINA_INT, NULL, "ada", "Answered: exists."},
    {"closed", BINA_INT, NULL, "tutup", "Answered: closed."},
    {"moved", BINA_INT, NULL, "pindah", "Answered: moved."},
    {"not_ours", BINA_INT, NULL, "bukan binaan", "Answered: not ours."},
    {"twin_of", BINA_INT, NULL, "ganda", "Answered: twin of another."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char rounds_sql[] =
    "SELECT asked.round, agency.name, min(asked.letter), min(asked.asked), max(asked.due),"
    "  count(*), count(asked.answer), count(*) - count(asked.answer),"
    "  count(*) > count(asked.answer) AND max(asked.due) < ?3,"
    "  sum(asked.answer IS 'exists'), sum(asked.answer IS 'closed'),"
    "  sum(asked.answer IS 'moved'), sum(asked.answer IS 'not_ours'),"
    "  sum(asked.answer IS 'twin_of')"
    " FROM confirmations AS asked JOIN organisations AS agency ON agency.id = asked.agency"
    " LEFT JOIN standing ON standing.id = asked.enterprise"
    " LEFT JOIN registrants ON registrants.id = standing.root"
    " WHERE (?1 IS NULL AND ?2 IS NULL) OR registrants.id IS NOT NULL"
    " GROUP BY asked.round, asked.agency ORDER BY min(asked.asked), asked.round, agency.name";

static const bina_column answers_columns[] = {
    {"confirmation", BINA_INT, NULL, "konfirmasi", "The confirmation, to be applied or dismissed."},
    {"agency", BINA_TEXT, NULL, "instansi", "Who answered."},
    {"number", BINA_TEXT, NULL, "nomor", "The enterprise."},
    {"name", BINA_TEXT, NULL, "nama usaha", "Its name."},
    {"region", BINA_TEXT, NULL, "wilayah", "Where it is held to be."},
    {"answer", BINA_CODE, "confirmation_answer", "jawaban", "What was answered."},
    {"closed_on", BINA_DATE, NULL, "tutup sejak", "When it closed, as answered."},
    {"moved_to", BINA_TEXT, NULL, "pindah ke", "Where it moved to, as answered."},
    {"twin", BINA_TEXT, NULL, "ganda dengan", "Number of the enterprise it is a twin of."},
    {"answered", BINA_DATE, NULL, "dijawab", "Day of the answer."},
    {"letter", BINA_TEXT, NULL, "nomor surat", "Number of the letter of the answer."},
    {"others", BINA_TEXT, NULL, "jawaban lain",
     "What other agencies answered of the same enterprise, as words of confirmation_answer."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* Of several askings of one agency about one enterprise the last answer counts. */
static const char answers_sql[] =
    ", given AS (SELECT asked.*, standing.root,"
    "     row_number() OVER (PARTITION BY asked.agency, standing.root"
    "       ORDER BY asked.answered DESC, asked.id DESC) AS nth"
    "   FROM confirmations AS asked JOIN standing ON standing.id = asked.enterprise"
    "   WHERE asked.answer IS NOT NULL)"
    "SELECT given.id, agency.name, firm.number, firm.name, registrants.region, given.answer,"
    "  given.closed_on, given.moved_to, twin.number, given.answered, given.answer_letter,"
    "  (SELECT group_concat(answer, ' ') FROM (SELECT DISTINCT other.answer FROM given AS other"
    "     WHERE other.root = given.root AND other.agency <> given.agency AND other.nth = 1"
    "     ORDER BY other.answer))"
    " FROM given JOIN registrants ON registrants.id = given.root"
    " JOIN organisations AS agency ON agency.id = given.agency"
    " JOIN enterprises AS firm ON firm.id = given.enterprise"
    " LEFT JOIN enterprises AS twin ON twin.id = given.twin"
    " LEFT JOIN standing AS other ON other.id = given.twin"
    " WHERE given.nth = 1 AND given.settled IS NULL"
    "  AND CASE given.answer WHEN 'closed' THEN registrants.status IS NOT 'closed'"
    "       WHEN 'moved' THEN registrants.status IS NOT 'moved_away'"
    "       WHEN 'twin_of' THEN other.root IS NOT given.root ELSE 0 END"
    " ORDER BY given.answered, agency.name, registrants.region, firm.name, given.id";

const bina_report bina_reports_asking[] = {
    {.name = "rounds",
     .doc = {"The rounds of asking agencies: when, due, answered, silent.",
             "Putaran konfirmasi kepada instansi: kapan, batas waktu, dijawab, belum dijawab."},
     .columns = rounds_columns,
     .sql = rounds_sql},
    {.name = "answers",
     .doc =
         {"Answers of agencies that ask for something to be done here, and were not settled yet.",
          "Jawaban instansi yang perlu ditindaklanjuti di sini, dan belum diselesaikan."},
     .columns = answers_columns,
     .sql = answers_sql},
    {.name = NULL},
};
