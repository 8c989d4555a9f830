/* Report "confirmations": what agencies that were asked have answered, and what they owe. */
#include "report/report.h"

static const bina_column confirmations_columns[] = {
    {"agency", BINA_TEXT, NULL, "instansi", "Who was asked."},
    {"asked", BINA_INT, NULL, "ditanyakan", "Enterprises asked about; of several times, the last."},
    {"answered", BINA_INT, NULL, "dijawab", "Of them, those answered."},
    {"waiting", BINA_INT, NULL, "ditunggu", "No answer yet, and none due yet."},
    {"overdue", BINA_INT, NULL, "lewat batas", "No answer, and the day it was due is past."},
    {"due", BINA_DATE, NULL, "batas waktu", "The last day on which an answer is due."},
    {"exists", BINA_INT, NULL, "ada", "Answered: it exists."},
    {"closed", BINA_INT, NULL, "tutup", "Answered: it is closed."},
    {"moved", BINA_INT, NULL, "pindah", "Answered: it moved."},
    {"not_ours", BINA_INT, NULL, "bukan binaan", "Answered: it is not the agency's."},
    {"twin_of", BINA_INT, NULL, "ganda", "Answered: it is a twin of another."},
    {"cannot_tell", BINA_INT, NULL, "tidak tahu", "Answered without saying which of these."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* An enterprise merged since it was asked about is asked about as what stands for it now. */
static const char confirmations_sql[] =
    ", numbered AS (SELECT asking.agency, asking.due, asking.answered, asking.answer,"
    "     row_number() OVER (PARTITION BY asking.agency, registrants.id"
    "                        ORDER BY asking.asked DESC, asking.id DESC) AS number"
    "   FROM confirmations AS asking JOIN standing ON standing.id = asking.enterprise"
    "   JOIN registrants ON registrants.id = standing.root),"
    " latest AS (SELECT * FROM numbered WHERE number = 1)"
    "SELECT agency.name, count(*), count(latest.answered),"
    "  sum(latest.answered IS NULL AND coalesce(latest.due >= ?3, 1)),"
    "  sum(latest.answered IS NULL AND coalesce(latest.due < ?3, 0)), max(latest.due),"
    "  count(nullif(latest.answer = 'exists', 0)), count(nullif(latest.answer = 'closed', 0)),"
    "  count(nullif(latest.answer = 'moved', 0)), count(nullif(latest.answer = 'not_ours', 0)),"
    "  count(nullif(latest.answer = 'twin_of', 0)),"
    "  sum(latest.answered IS NOT NULL AND coalesce(latest.answer, '') NOT IN"
    "      ('exists', 'closed', 'moved', 'not_ours', 'twin_of'))"
    " FROM latest JOIN organisations AS agency ON agency.id = latest.agency"
    " GROUP BY agency.id ORDER BY agency.name";

const bina_report bina_reports_confirmations[] = {
    {.name = "confirmations",
     .doc = {"What each agency was asked, what it answered, and what it owes.",
             "Apa yang ditanyakan kepada tiap instansi, apa jawabannya, dan apa yang ditunggu."},
     .columns = confirmations_columns,
     .sql = confirmations_sql},
    {.name = NULL},
};
