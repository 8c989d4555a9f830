/* Reports on the register itself: its lists, how they overlap, where its registrants are. */
#include "report/report.h"

static const bina_column lists_columns[] = {
    {"list", BINA_TEXT, NULL, "daftar", "Short name of the list."},
    {"title", BINA_TEXT, NULL, "judul", "What the agency calls it."},
    {"list_date", BINA_DATE, NULL, "tanggal daftar", "The day the last reading speaks of."},
    {"rows", BINA_INT, NULL, "baris", "Rows present in the last reading."},
    {"missing", BINA_INT, NULL, "tidak tercantum",
     "Rows of earlier readings that the last one lacks."},
    {"registrants", BINA_INT, NULL, "pelaku usaha", "Registrants those rows stand for."},
    {"twins", BINA_INT, NULL, "ganda", "Rows more than registrants: the same one listed again."},
    {"only_here", BINA_INT, NULL, "hanya di sini", "Registrants on no other list."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char lists_sql[] =
    ", held AS (SELECT register, sum(state = 'present') AS present,"
    "     sum(state = 'missing') AS missing FROM entries GROUP BY register),"
    " alone AS (SELECT root FROM listed GROUP BY root HAVING count(*) = 1)"
    "SELECT source.name, source.title,"
    "  (SELECT max(list_date) FROM intakes WHERE register = source.id),"
    "  coalesce(held.present, 0), coalesce(held.missing, 0),"
    "  count(listed.root), coalesce(sum(listed.rows), 0) - count(listed.root),"
    "  count(alone.root)"
    " FROM source_registers AS source LEFT JOIN held ON held.register = source.id"
    " LEFT JOIN listed ON listed.register = source.id"
    " LEFT JOIN alone ON alone.root = listed.root"
    " WHERE ?1 IS NULL OR held.register IS NOT NULL"
    " GROUP BY source.id ORDER BY source.name";

static const bina_column overlap_columns[] = {
    {"lists", BINA_TEXT, NULL, "daftar",
     "The lists, joined by +, that hold the registrants; none if no list does now."},
    {"number_of_lists", BINA_INT, NULL, "banyaknya daftar", "How many lists that is."},
    {"registrants", BINA_INT, NULL, "pelaku usaha", "Registrants on exactly these lists."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char overlap_sql[] =
    ", named AS (SELECT listed.root AS root, source.name AS name FROM listed"
    "   JOIN source_registers AS source ON source.id = listed.register"
    "   ORDER BY listed.root, source.name),"
    " held AS (SELECT root, group_concat(name, ' + ') AS lists, count(*) AS number"
    "   FROM named GROUP BY root)"
    "SELECT held.lists, coalesce(held.number, 0), count(*) FROM at_work"
    " LEFT JOIN held ON held.root = at_work.id"
    " GROUP BY held.lists ORDER BY 2, held.lists";

static const bina_column matrix_columns[] = {
    {"list", BINA_TEXT, NULL, "daftar", "A list."},
    {"other", BINA_TEXT, NULL, "daftar lain", "Another, or the same."},
    {"registrants", BINA_INT, NULL, "pelaku usaha", "Registrants on both."},
    {"share", BINA_REAL, NULL, "bagian",
     "Of those on the first list, the share on the other, 0 to 1."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char matrix_sql[] =
    ", whole AS (SELECT register, count(*) AS number FROM listed GROUP BY register)"
    "SELECT a.name, b.name,"
    "  count(y.root), round(1.0 * count(y.root) / max(whole.number), 4)"
    " FROM source_registers AS a JOIN source_registers AS b"
    " JOIN whole ON whole.register = a.id JOIN listed AS x ON x.register = a.id"
    " LEFT JOIN listed AS y ON y.root = x.root AND y.register = b.id"
    " GROUP BY a.id, b.id ORDER BY a.name, b.name";

static const bina_column regions_columns[] = {
    {"region", BINA_TEXT, NULL, "wilayah",
     "Kemendagri code of the district, or as much of it as is known."},
    {"enterprises", BINA_INT, NULL, "usaha", "Enterprises."},
    {"groups", BINA_INT, NULL, "kelompok",
     "Groups; they are not enterprises and do not add to them."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char regions_sql[] =
    "SELECT substr(region, 1, 8), sum(unit = 'enterprise'), sum(unit = 'group')"
    " FROM at_work GROUP BY 1 ORDER BY 1";

static const bina_column quality_columns[] = {
    {"list", BINA_TEXT, NULL, "daftar", "Short name of the list."},
    {"rows", BINA_INT, NULL, "baris", "Rows present in its last reading."},
    {"business_name", BINA_REAL, NULL, "nama usaha", "Share of rows with a business name, 0 to 1."},
    {"owner_name", BINA_REAL, NULL, "nama pemilik", "Share of rows with an owner's name."},
    {"nik", BINA_REAL, NULL, "NIK", "Share of rows with a whole NIK."},
    {"nib", BINA_REAL, NULL, "NIB", "Share of rows with a NIB."},
    {"phone", BINA_REAL, NULL, "telepon", "Share of rows with a whole phone number."},
    {"region", BINA_REAL, NULL, "wilayah", "Share of rows whose village is known by its code."},
    {"activity", BINA_REAL, NULL, "KBLI", "Share of rows with a KBLI class."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char quality_sql[] =
    "SELECT source.name, count(*), round(avg(row.business_name IS NOT NULL), 4),"
    "  round(avg(row.owner_name IS NOT NULL), 4), round(avg(row.nik IS NOT NULL), 4),"
    "  round(avg(row.nib IS NOT NULL), 4), round(avg(row.phone IS NOT NULL), 4),"
    "  round(avg(coalesce(length(row.region) = 13, 0)), 4), round(avg(row.activity IS NOT NULL), 4)"
    " FROM entries JOIN source_records AS row ON row.id = entries.id"
    " JOIN source_registers AS source ON source.id = entries.register"
    " WHERE entries.state = 'present' GROUP BY source.id ORDER BY source.name";

static const bina_column classes_columns[] = {
    {"list", BINA_TEXT, NULL, "daftar", "Short name of the list."},
    {"nature", BINA_CODE, "row_nature", "jenis", "What the rows are about."},
    {"scope", BINA_CODE, "scope", "cakupan", "Industry, trade, service, unknown."},
    {"reason", BINA_TEXT, NULL, "alasan",
     "By what nature and scope were told, two words; none: not kept."},
    {"rows", BINA_INT, NULL, "baris", "Rows present in the last reading."},
    {"standing", BINA_INT, NULL, "dipadankan", "Of them, those that stand for a registrant."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char classes_sql[] =
    "SELECT source.name, entries.nature, entries.scope, row.class_reason, count(*),"
    "  count(entries.party)"
    " FROM entries JOIN source_records AS row ON row.id = entries.id"
    " JOIN source_registers AS source ON source.id = entries.register"
    " WHERE entries.state = 'present'"
    " GROUP BY 1, 2, 3, 4 ORDER BY 1, 5 DESC, 2, 3, 4";

const bina_report bina_reports_register[] = {
    {.name = "lists",
     .doc = {"The lists behind the register: rows, registrants, twins.",
             "Daftar di balik register: baris, pelaku usaha, yang ganda."},
     .columns = lists_columns,
     .sql = lists_sql},
    {.name = "overlap",
     .doc = {"How many registrants stand on which combination of lists.",
             "Berapa pelaku usaha tercantum pada gabungan daftar yang mana."},
     .columns = overlap_columns,
     .sql = overlap_sql},
    {.name = "overlap_matrix",
     .doc = {"How many registrants every two lists share.",
             "Berapa pelaku usaha yang sama pada tiap dua daftar."},
     .columns = matrix_columns,
     .sql = matrix_sql},
    {.name = "regions",
     .doc = {"Registrants by district.", "Pelaku usaha menurut kecamatan."},
     .columns = regions_columns,
     .sql = regions_sql,
     .as_of = true},
    {.name = "quality",
     .doc = {"How complete the rows of each list are.", "Kelengkapan baris tiap daftar."},
     .columns = quality_columns,
     .sql = quality_sql},
    {.name = "classes",
     .doc = {"What the rows of each list are about, and what they count as.",
             "Jenis baris tiap daftar, dan cakupannya."},
     .columns = classes_columns,
     .sql = classes_sql},
    {.name = NULL},
};
