/* What was delivered to retailers, sold, owed and paid; and what is late. */
#include "report/report.h"

/*
 * The sales of products made in the region and scope asked for, whose period ended by the day and
 * began not before the day asked from; with what was paid for each by the day.
 */
#define SALES                                                                                      \
    ", sold AS (SELECT one.*, goods.name AS product_name, listing.agreement,"                      \
    "   coalesce(e.name, g.name) AS maker_name,"                                                   \
    "   coalesce(listing.retailer, (SELECT retailer FROM outlets WHERE id = one.outlet))"          \
    "     AS retailer, coalesce(e.scope, iif(g.id IS NULL, 'unknown', 'industry')) AS scope,"      \
    "   coalesce(" BINA_DATED_ON(                                                                  \
        "e",                                                                                       \
        "region") ", g.region) AS region,"                                                         \
                  "   coalesce((SELECT sum(amount) FROM settlements WHERE sale = one.id AND "      \
                  "paid <= ?3), 0)"                                                                \
                  "     AS settled"                                                                \
                  "  FROM sales AS one JOIN products AS goods ON goods.id = one.product"           \
                  "  LEFT JOIN listings AS listing ON listing.id = one.listing"                    \
                  "  LEFT JOIN enterprises AS e ON e.id = goods.maker__enterprise"                 \
                  "  LEFT JOIN \"groups\" AS g ON g.id = goods.maker__group"                       \
                  "  WHERE one.day_to <= ?3 AND (?5 IS NULL OR one.day_from >= ?5)),"              \
                  " told AS (SELECT * FROM sold WHERE (?2 IS NULL OR scope = ?2) AND " BINA_UNDER( \
                      "region") ")"

static const int sales_kinds[] = {BINA_PRODUCT,    BINA_LISTING,   BINA_OUTLET, BINA_SALE,
                                  BINA_SETTLEMENT, BINA_AGREEMENT, BINA_NO_KIND};

static const bina_column sales_columns[] = {
    {"product", BINA_TEXT, NULL, "produk", "Name of the product."},
    {"maker", BINA_TEXT, NULL, "pembuat", "Who makes it."},
    {"retailer", BINA_TEXT, NULL, "ritel", "The chain; empty: sold outside retail."},
    {"periods", BINA_INT, NULL, "masa", "Sales told, each of a period."},
    {"delivered", BINA_INT, NULL, "dikirim", "Units delivered."},
    {"sold", BINA_INT, NULL, "terjual", "Units sold to shoppers."},
    {"returned", BINA_INT, NULL, "dikembalikan", "Units sent back."},
    {"sell_through", BINA_INT, NULL, "laku", "Sold of delivered, in percent, rounded down."},
    {"owed", BINA_MONEY, NULL, "tagihan", "What the maker earned by it, in rupiah."},
    {"paid", BINA_MONEY, NULL, "dibayar", "What was paid of it by the day, in rupiah."},
    {"open", BINA_MONEY, NULL, "belum dibayar", "What is still owed, due or not, in rupiah."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

static const char sales_sql[] = SALES
    " SELECT told.product_name, told.maker_name, chain.name, count(*), sum(told.delivered),"
    "  sum(told.sold), sum(told.returned), 100 * sum(told.sold) / nullif(sum(told.delivered), 0),"
    "  coalesce(sum(told.amount), 0), sum(told.settled),"
    "  coalesce(sum(told.amount), 0) - sum(told.settled)"
    " FROM told LEFT JOIN organisations AS chain ON chain.id = told.retailer"
    " GROUP BY told.product, told.retailer ORDER BY told.product_name, told.product, chain.name";

static const bina_column arrears_columns[] = {
    {"retailer", BINA_TEXT, NULL, "ritel", "The chain; empty: sold outside retail."},
    {"sales", BINA_INT, NULL, "penjualan", "Sales not wholly paid though due."},
    {"makers", BINA_INT, NULL, "pembuat", "Makers who wait for their money."},
    {"owed", BINA_MONEY, NULL, "tagihan", "What was earned by them, in rupiah."},
    {"paid", BINA_MONEY, NULL, "dibayar", "What was paid of it, in rupiah."},
    {"unpaid", BINA_MONEY, NULL, "tunggakan", "What is late, in rupiah."},
    {"due", BINA_DATE, NULL, "jatuh tempo", "When the oldest was due."},
    {"days_late", BINA_INT, NULL, "hari terlambat", "Days since then."},
    {"days_to_pay", BINA_INT, NULL, "tempo bayar",
     "Days to pay by the agreement of the oldest; empty: not said."},
    {NULL, BINA_NULL, NULL, NULL, NULL},
};

/* What is due on no day, neither by itself nor by an agreement, is not late. */
static const char arrears_sql[] =
    SALES ", late AS (SELECT told.*, deal.days_to_pay,"
          "   coalesce(told.due, date(told.day_to, '+' || deal.days_to_pay || ' days')) AS due_on"
          "  FROM told LEFT JOIN agreements AS deal ON deal.id = told.agreement)"
          " SELECT chain.name, count(*), count(DISTINCT goods.maker), sum(late.amount), "
          "sum(late.settled),"
          "  sum(late.amount - late.settled), min(late.due_on),"
          "  CAST(julianday(?3) - julianday(min(late.due_on)) AS INTEGER), late.days_to_pay"
          " FROM late JOIN products AS goods ON goods.id = late.product"
          "  LEFT JOIN organisations AS chain ON chain.id = late.retailer"
          " WHERE late.due_on < ?3 AND late.amount > late.settled"
          " GROUP BY late.retailer ORDER BY min(late.due_on), chain.name";

const bina_report bina_reports_sales[] = {
    {.name = "sales",
     .doc =
         {"What was delivered, sold, sent back, owed and paid, by product and chain, until a day.",
          "Yang dikirim, terjual, dikembalikan, ditagih, dan dibayar, menurut produk dan ritel, "
          "sampai suatu hari."},
     .columns = sales_columns,
     .sql = sales_sql,
     .kinds = sales_kinds,
     .as_of = true},
    {.name = "arrears",
     .doc = {"What chains owe makers past its day, and for how long.",
             "Tunggakan ritel kepada pembuat, dan sudah berapa lama."},
     .columns = arrears_columns,
     .sql = arrears_sql,
     .kinds = sales_kinds,
     .as_of = true},
    {.name = NULL},
};
