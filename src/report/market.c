/* Products on their way to the shelf, on it, and what is still asked of them. */
#include "report/report.h"

/*
 * The products made in the region and scope asked for, with their makers. A product that another
 * one replaces is told as long as it stands.
 */
#define GOODS                                                                                      \
    ", made AS (SELECT one.id, one.name, one.brand, one.gtin, one.shelf_life, one.replaces,"       \
    "   one.maker, coalesce(e.name, g.name) AS maker_name, e.nib, e.id IS NOT NULL AS by_firm,"    \
    "   coalesce(" BINA_DATED_ON(                                                                  \
        "e", "region") ", g.region) AS region,"                                                    \
                       "   coalesce(e.activity, g.activity) AS activity,"                          \
                       "   coalesce(e.scope, iif(g.id IS NULL, 'unknown', 'industry')) AS scope"   \
                       "  FROM products AS one LEFT JOIN enterprises AS e ON e.id = "              \
                       "one.maker__enterprise"                                                     \
                       "  LEFT JOIN \"groups\" AS g ON g.id = one.maker__group),"                  \
                       " goods AS (SELECT * FROM made WHERE (?2 IS NULL OR scope = ?2) "           \
                       "AND " BINA_UNDER("region") ")"

/* The places on shelves on the day, and since when each stands there. */
#define SHELVES                                                                                    \
    ", placed AS (SELECT place.id, place.listing, place.outlet, place.began,"                      \
    "   " BINA_STATE_ON(                                                                           \
        "place",                                                                                   \
        "state") " AS state FROM placements AS place),"                                            \
                 " shelves AS (SELECT placed.id, placed.outlet, listing.product, "                 \
                 "listing.retailer,"                                                               \
                 "   listing.agreement, max(coalesce(placed.began, '0001-01-01'), coalesce("       \
                 "    (SELECT max(valid_from) FROM dated_values WHERE record = placed.id AND "     \
                 "field = 'state'"                                                                 \
                 "     AND superseded IS NULL AND valid_from <= ?3), '0001-01-01')) AS since"      \
                 "  FROM placed JOIN listings AS listing ON listing.id = placed.listing"           \
                 "  WHERE placed.state = 'on_shelf')"

/* What a product on a shelf counts as: itself, or the last one that replaces it and stands, too. */
#define STANDING                                                                                   \
    ", heirs(product, heir, steps) AS (SELECT DISTINCT product, product, 0 FROM shelves"           \
    "   UNION SELECT heirs.product, next.id, steps + 1 FROM heirs"                                 \
    "    JOIN products AS next ON next.replaces = heirs.heir WHERE steps < 100),"                  \
    " counted(product, root) AS (SELECT product, heir FROM (SELECT product, heir,"                 \
    "    row_number() OVER (PARTITION BY product ORDER BY steps DESC, heir) AS place"              \
    "   FROM heirs WHERE heir IN (SELECT product FROM shelves)) WHERE place = 1)"

static const int market_kinds[] = {BINA_PRODUCT,  BINA_LISTING, BINA_PLACEMENT, BINA_OUTLET,
                                   BINA_CURATION, BINA_LICENCE, BINA_AGREEMENT, BINA_NO_KIND};

/* ---- placements ---- */

static const bina_column placements_columns[] = {
    {"product", BINA_INT, NULL, "nomor data produk", "Id of the product."},
    {"name", BINA_TEXT, NULL, "produk", "Name on the label."},
    {"brand", BINA_TEXT, NULL, "merek", "Brand on the label."},
    {"maker", BINA_TEXT, NULL, "pembuat", "Who makes it."},
    {"region", BINA_TEXT, NULL, "wilayah", "Where the maker is, on the day."},
    {"retailers", BINA_TEXT, NULL, "ritel", "The chains on whose shelves it stands."},
    {"chains", BINA_INT, NULL, "jumlah ritel", "How many chains those are."},
    {"outlets", BINA_INT, NULL, "gerai", "In how many named shops; 0: the shops are not told."},
    {"since", BINA_DATE, NULL, "sejak", "The first day of those places that stand on the day."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char placements_sql[] = GOODS SHELVES STANDING
    ", stood AS (SELECT counted.root, shelves.* FROM shelves"
    "   JOIN counted ON counted.product = shelves.product),"
    " chains AS (SELECT DISTINCT stood.root, coalesce(chain.short_name, chain.name) AS name"
    "   FROM stood JOIN organisations AS chain ON chain.id = stood.retailer ORDER BY 1, 2),"
    " named AS (SELECT root, group_concat(name, ', ') AS names FROM chains GROUP BY root),"
    " places AS (SELECT root, count(DISTINCT retailer) AS chains, count(DISTINCT outlet) AS "
    "outlets,"
    "   min(since) AS since FROM stood GROUP BY root)"
    " SELECT goods.id, goods.name, goods.brand, goods.maker_name, goods.region, named.names,"
    "  places.chains, places.outlets, places.since"
    " FROM places JOIN named ON named.root = places.root JOIN goods ON goods.id = places.root"
    " ORDER BY goods.name, goods.id";

/* ---- placements_by_retailer ---- */

static const bina_column retailers_columns[] = {
    {"retailer", BINA_TEXT, NULL, "ritel", "The chain."},
    {"products", BINA_INT, NULL, "produk",
     "Products on its shelves; one that stands in two chains is told by both, so these do not "
     "add."},
    {"outlets", BINA_INT, NULL, "gerai", "Named shops in which any stands."},
    {"places", BINA_INT, NULL, "tempat", "Places on shelves: product and shop."},
    {"listed", BINA_INT, NULL, "terdaftar", "Products it lists, on a shelf or not."},
    {"makers", BINA_INT, NULL, "pembuat", "Makers of the products on its shelves."},
    {"quota", BINA_INT, NULL, "kuota", "Quotas of its agreements in force; none: not said."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char retailers_sql[] = GOODS SHELVES STANDING
    ", found AS (SELECT shelves.retailer, count(DISTINCT counted.root) AS products,"
    "   count(DISTINCT shelves.outlet) AS outlets, count(*) AS places,"
    "   count(DISTINCT goods.maker) AS makers"
    "  FROM shelves JOIN counted ON counted.product = shelves.product"
    "  JOIN goods ON goods.id = counted.root GROUP BY shelves.retailer),"
    " lists AS (SELECT retailer, count(*) AS listed FROM"
    "   (SELECT retailer, product, " BINA_STATE_ON(
        "listing",
        "state") " AS state"
                 "     FROM listings AS listing) AS on_day JOIN goods ON goods.id = on_day.product"
                 "   WHERE state = 'listed' GROUP BY retailer),"
                 " deals AS (SELECT retailer, sum(quota) AS quota FROM"
                 "   (SELECT retailer, quota, " BINA_STATE_ON(
                     "deal", "state") " AS state"
                                      "     FROM agreements AS deal) WHERE state = 'in_force' "
                                      "GROUP BY retailer)"
                                      " SELECT chain.name, coalesce(found.products, 0), "
                                      "coalesce(found.outlets, 0),"
                                      "  coalesce(found.places, 0), coalesce(lists.listed, 0), "
                                      "coalesce(found.makers, 0), deals.quota"
                                      " FROM organisations AS chain LEFT JOIN found ON "
                                      "found.retailer = chain.id"
                                      "  LEFT JOIN lists ON lists.retailer = chain.id LEFT JOIN "
                                      "deals ON deals.retailer = chain.id"
                                      " WHERE found.retailer IS NOT NULL OR lists.retailer IS NOT "
                                      "NULL OR deals.retailer IS NOT NULL"
                                      " ORDER BY chain.name";

/* ---- pipeline ---- */

static const bina_column pipeline_columns[] = {
    {"listing", BINA_INT, NULL, "nomor data", "Id of the listing."},
    {"product", BINA_TEXT, NULL, "produk", "Name of the product."},
    {"maker", BINA_TEXT, NULL, "pembuat", "Who makes it."},
    {"retailer", BINA_TEXT, NULL, "ritel", "For which chain."},
    {"stage", BINA_CODE, "listing_state", "tahap", "How far it is on the day."},
    {"since", BINA_DATE, NULL, "sejak", "The day it came there."},
    {"days", BINA_INT, NULL, "hari", "Days since then."},
    {"curation", BINA_CODE, "curation_result", "kurasi",
     "What its last curation for the chain said; none yet: empty."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char pipeline_sql[] = GOODS
    ", stages AS (SELECT listing.id, listing.product, listing.retailer,"
    "   " BINA_STATE_ON(
        "listing",
        "state") " AS stage,"
                 "   nullif(max(coalesce(listing.began, '0001-01-01'), coalesce((SELECT "
                 "max(valid_from)"
                 "     FROM dated_values WHERE record = listing.id AND field = 'state' AND "
                 "superseded IS NULL"
                 "     AND valid_from <= ?3), '0001-01-01')), '0001-01-01') AS since"
                 "  FROM listings AS listing)"
                 " SELECT stages.id, goods.name, goods.maker_name, chain.name, stages.stage, "
                 "stages.since,"
                 "  CAST(julianday(?3) - julianday(stages.since) AS INTEGER),"
                 "  (SELECT result FROM curations WHERE product = stages.product"
                 "    AND coalesce(retailer = stages.retailer, 1) AND decided <= ?3"
                 "    ORDER BY decided DESC, id DESC LIMIT 1)"
                 " FROM stages JOIN goods ON goods.id = stages.product"
                 "  JOIN organisations AS chain ON chain.id = stages.retailer"
                 " WHERE stages.stage NOT IN ('delisted', 'rejected')"
                 " ORDER BY CASE stages.stage WHEN 'proposed' THEN 1 WHEN 'in_curation' THEN 2"
                 "   WHEN 'returned' THEN 3 WHEN 'accepted' THEN 4 WHEN 'listed' THEN 5 ELSE 6 END,"
                 "  stages.since, goods.name, stages.id";

/* ---- readiness ---- */

static const bina_column readiness_columns[] = {
    {"product", BINA_INT, NULL, "nomor data produk", "Id of the product."},
    {"name", BINA_TEXT, NULL, "produk", "Name of the product."},
    {"maker", BINA_TEXT, NULL, "pembuat", "Who makes it."},
    {"condition", BINA_TEXT, NULL, "syarat",
     "What is asked: nib (of an enterprise), gtin, and of food also food_permit (PIRT or BPOM MD), "
     "halal, shelf_life."},
    {"met", BINA_BOOL, NULL, "dipenuhi", "Whether it is met on the day."},
    {"until", BINA_DATE, NULL, "sampai",
     "The last day of the permit; empty: no end, or no permit."},
    {"days", BINA_INT, NULL, "sisa hari", "Days until then."},
    {"warning", BINA_BOOL, NULL, "peringatan",
     "Whether the permit ends within the days that the policy \"licence.warn_days\" says, as "
     "shipped 90."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/*
 * The last day of a permit in force on the day, of a row of `asked` or of its maker. The plus keeps
 * the look-up to the holders' indexes: half of all permits are of one nature.
 */
#define UNTIL(natures)                                                                             \
    "(SELECT max(coalesce(expires, '9999-12-31')) FROM licences AS permit"                         \
    "  WHERE (holder__product = asked.id OR holder__enterprise = asked.maker"                      \
    "      OR holder__group = asked.maker) AND +nature IN (" natures ")"                           \
    "   AND coalesce(issued <= ?3, 1) AND coalesce(expires >= ?3, 1)"                              \
    "   AND " BINA_DATED_ON("permit", "state") " = 'valid')"

/* Each product with each thing that is asked of it; not what another one has replaced. */
#define ANSWERED                                                                                   \
    ", asked AS (SELECT goods.*, conditions.column1 AS condition, conditions.column2 AS number"    \
    "   FROM goods, (VALUES ('nib', 1), ('food_permit', 2), ('halal', 3), ('gtin', 4),"            \
    "     ('shelf_life', 5)) AS conditions"                                                        \
    "   WHERE CASE conditions.column1 WHEN 'nib' THEN by_firm WHEN 'gtin' THEN 1"                  \
    "     ELSE coalesce(substr(activity, 1, 2) IN ('10', '11'), 1) END"                            \
    "    AND NOT EXISTS (SELECT 1 FROM products AS next"                                           \
    "      JOIN listings ON listings.product = next.id"                                            \
    "      WHERE next.replaces = goods.id AND +listings.state = 'listed')),"                       \
    " answered AS (SELECT asked.*, CASE condition WHEN 'nib' THEN nib IS NOT NULL"                 \
    "    WHEN 'gtin' THEN gtin IS NOT NULL WHEN 'shelf_life' THEN shelf_life IS NOT NULL END"      \
    "   AS plain, CASE condition WHEN 'food_permit' THEN " UNTIL(                                  \
        "'pirt', 'bpom_md'") "    WHEN 'halal' THEN " UNTIL("'halal'") " END AS until FROM asked)"

static const char readiness_sql[] =
    GOODS ANSWERED " SELECT id, name, maker_name, condition, coalesce(plain, until IS NOT NULL),"
                   "  nullif(until, '9999-12-31'),"
                   "  CAST(julianday(nullif(until, '9999-12-31')) - julianday(?3) AS INTEGER),"
                   "  coalesce(julianday(nullif(until, '9999-12-31')) - julianday(?3) <= ?9, 0)"
                   " FROM answered ORDER BY name, id, number";

static const int readiness_kinds[] = {BINA_PRODUCT, BINA_LISTING, BINA_LICENCE, BINA_NO_KIND};
static const char *const readiness_thresholds[] = {"licence.warn_days", NULL};

const bina_report bina_reports_market[] = {
    {.name = "placements",
     .doc =
         {"Products on the shelf on a day, one row each, however many chains and shops it stands "
          "in.",
          "Produk yang tayang di rak pada suatu hari, satu baris per produk, di ritel dan gerai "
          "mana pun."},
     .columns = placements_columns,
     .sql = placements_sql,
     .kinds = market_kinds,
     .as_of = true},
    {.name = "placements_by_retailer",
     .doc = {"Products on the shelf on a day by chain, with the shops and the agreed quota.",
             "Produk yang tayang pada suatu hari menurut ritel, dengan gerai dan kuotanya."},
     .columns = retailers_columns,
     .sql = retailers_sql,
     .kinds = market_kinds,
     .as_of = true},
    {.name = "pipeline",
     .doc = {"Products on their way to a chain: how far each is on a day, and for how long.",
             "Produk menuju ritel: sampai tahap mana pada suatu hari, dan sudah berapa lama."},
     .columns = pipeline_columns,
     .sql = pipeline_sql,
     .kinds = market_kinds,
     .as_of = true},
    {.name = "readiness",
     .doc = {"What a chain asks of each product, the five conditions as shipped: what is met on a "
             "day, and which permit ends soon. What may be listed follows the office's policy "
             "\"readiness\".",
             "Apa yang diminta ritel dari tiap produk, lima syarat bawaan: mana yang dipenuhi pada "
             "suatu hari, dan izin mana yang segera berakhir. Pendaftaran mengikuti kebijakan "
             "\"readiness\" kantor."},
     .columns = readiness_columns,
     .sql = readiness_sql,
     .kinds = readiness_kinds,
     .thresholds = readiness_thresholds,
     .as_of = true},
    {.name = NULL},
};
