/*
 * Report "topic_match": which training fits which district, from what the district has, what its
 * people asked for, and who makes such things already; with the reasons.
 *
 * Points of a hundred: up to 50 for the potential (ten for each grade of strength; three where the
 * source gave none; a declared flagship counts as strong), up to 30 for interest (one for each
 * grade of every interest stated), up to 20 for skill (two for each maker).
 */
#include "report/report.h"

static const bina_column columns[] = {
    {"region", BINA_TEXT, NULL, "wilayah",
     "Kemendagri code of the district, or as much of it as is known."},
    {"topic", BINA_REF, NULL, "materi", "The topic."},
    {"topic_name", BINA_TEXT, NULL, "nama materi", "Its name."},
    {"score", BINA_INT, NULL, "nilai", "Points of a hundred: potential, interest and skill."},
    {"potential", BINA_INT, NULL, "potensi", "Strength of the potential it builds on, 1 to 5."},
    {"interested", BINA_INT, NULL, "peminat", "People, enterprises and groups that asked for it."},
    {"makers", BINA_INT, NULL, "pelaku usaha",
     "Enterprises and groups at work in its class or with products of its commodity."},
    {"trained", BINA_INT, NULL, "sudah dilatih", "Participants who completed it before."},
    {"reason", BINA_TEXT, NULL, "reason", "The reasons, in English."},
    {"alasan", BINA_TEXT, NULL, "alasan", "The reasons, in Indonesian."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

#define UNDER_REGION   BINA_UNDER("region")
#define UNDER_O_REGION BINA_UNDER("o.region")

static const char sql[] =
    ", home(id, region) AS (SELECT id, region FROM persons WHERE merged_into IS NULL"
    "   AND died IS NULL AND " UNDER_REGION " UNION ALL SELECT id, region FROM at_work),"
    " wanted AS (SELECT substr(home.region, 1, 8) AS place, i.topic AS topic,"
    "   count(DISTINCT i.party) AS people, sum(coalesce(i.strength, 1)) AS strong"
    "   FROM interests AS i JOIN home ON home.id = i.party"
    "   WHERE coalesce(i.stated, '') <= ?3 AND home.region IS NOT NULL GROUP BY 1, 2),"
    " done AS (SELECT substr(home.region, 1, 8) AS place, b.topic AS topic, count(*) AS people"
    "   FROM batches AS b JOIN enrolments AS e ON e.batch = b.id AND +e.state = 'completed'"
    "   JOIN home ON home.id = e.participant"
    "   WHERE b.topic IS NOT NULL AND home.region IS NOT NULL GROUP BY 1, 2),"
    " classes AS (SELECT substr(region, 1, 8) AS place, activity, count(*) AS makers"
    "   FROM at_work WHERE region IS NOT NULL AND activity IS NOT NULL GROUP BY 1, 2),"
    " goods AS (SELECT substr(w.region, 1, 8) AS place, product.commodity AS commodity,"
    "   count(DISTINCT w.id) AS makers"
    "   FROM products AS product JOIN at_work AS w ON w.id = product.maker"
    "   WHERE w.region IS NOT NULL AND product.commodity IS NOT NULL GROUP BY 1, 2),"
    /* A maker may count by class and by product: the greater of the two is sure. */
    " skilled AS (SELECT place, topic, max(makers) AS makers FROM ("
    "   SELECT place, t.id AS topic, sum(makers) AS makers FROM topics AS t JOIN classes AS k"
    "     ON k.activity >= t.activity AND k.activity < t.activity || ':' GROUP BY 1, 2"
    "   UNION ALL SELECT place, t.id, makers FROM topics AS t"
    "     JOIN goods ON goods.commodity = t.commodity) GROUP BY 1, 2),"
    " lies AS (SELECT o.region AS place, t.id AS topic, k.name AS commodity, o.nature AS nature,"
    "   CASE WHEN o.nature = 'flagship' THEN max(coalesce(o.strength, 3), 4)"
    "     ELSE coalesce(o.strength, 3) END AS strength"
    "   FROM potentials AS o JOIN commodities AS k ON k.id = o.commodity"
    "   JOIN topics AS t ON t.commodity = o.commodity"
    "     OR (t.commodity IS NULL AND t.activity = k.activity)"
    "   WHERE " UNDER_O_REGION "),"
    " pairs AS (SELECT place, topic FROM wanted UNION SELECT place, topic FROM skilled"
    "   UNION SELECT substr(place, 1, 8), topic FROM lies),"
    " seen AS (SELECT pairs.place AS place, t.id AS topic, t.name AS name,"
    "   coalesce(wanted.people, 0) AS people, coalesce(wanted.strong, 0) AS strong,"
    "   coalesce(skilled.makers, 0) AS makers,"
    /* A potential of a regency is one of each of its districts. */
    "   (SELECT printf('%d|%s|%s', strength, commodity, nature) FROM lies"
    "     WHERE lies.topic = t.id"
    "       AND (substr(lies.place, 1, length(pairs.place)) = pairs.place"
    "         OR substr(pairs.place, 1, length(lies.place)) = lies.place)"
    "     ORDER BY strength DESC, nature = 'flagship' DESC, commodity LIMIT 1) AS best,"
    "   coalesce(done.people, 0) AS trained"
    "   FROM pairs JOIN topics AS t ON t.id = pairs.topic"
    "   LEFT JOIN wanted ON wanted.place = pairs.place AND wanted.topic = t.id"
    "   LEFT JOIN skilled ON skilled.place = pairs.place AND skilled.topic = t.id"
    "   LEFT JOIN done ON done.place = pairs.place AND done.topic = t.id),"
    " told AS (SELECT *, CAST(best AS INTEGER) AS strength,"
    "   substr(best, 3, instr(substr(best, 3), '|') - 1) AS commodity FROM seen)"
    "SELECT place, topic, name,"
    " min(50, 10 * coalesce(strength, 0)) + min(30, strong) + min(20, 2 * makers) AS score,"
    " strength, people, makers, trained,"
    " ltrim(CASE WHEN strength > 0 THEN"
    "    printf('; the area has %s (strength %d of 5%s)', commodity, strength,"
    "      CASE WHEN best LIKE '%|flagship' THEN ', declared flagship' ELSE '' END)"
    "    ELSE '' END"
    "  || CASE WHEN people > 0 THEN printf('; %d asked for it', people) ELSE '' END"
    "  || CASE WHEN makers > 0 THEN printf('; %d make such things already', makers)"
    "    ELSE '' END, '; '),"
    " ltrim(CASE WHEN strength > 0 THEN"
    "    printf('; daerah ini memiliki %s (kekuatan %d dari 5%s)', commodity, strength,"
    "      CASE WHEN best LIKE '%|flagship' THEN ', produk unggulan' ELSE '' END)"
    "    ELSE '' END"
    "  || CASE WHEN people > 0 THEN printf('; %d menyatakan minat', people) ELSE '' END"
    "  || CASE WHEN makers > 0 THEN printf('; %d sudah membuatnya', makers)"
    "    ELSE '' END, '; ')"
    " FROM told ORDER BY score DESC, place, name";

static const int kinds[] = {BINA_PERSON,    BINA_INTEREST,  BINA_TOPIC,
                            BINA_PRODUCT,   BINA_BATCH,     BINA_ENROLMENT,
                            BINA_COMMODITY, BINA_POTENTIAL, BINA_NO_KIND};

const bina_report bina_reports_matching[] = {
    {.name = "topic_match",
     .doc = {"Which training fits which district: its potential, the interest stated, the makers "
             "there are; with reasons.",
             "Pelatihan yang cocok bagi tiap kecamatan: potensi, minat yang dinyatakan, dan pelaku "
             "usaha yang ada; beserta alasannya."},
     .columns = columns,
     .sql = sql,
     .kinds = kinds},
    {.name = NULL},
};
