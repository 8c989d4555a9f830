/**
 * @file bina.h
 * Bina: one accountable register of small enterprises out of several agencies' lists.
 *
 * A tour, from simple to advanced. Three ideas carry everything:
 *
 *   a description  says what fields a record has          bina/description.h, bina/model.h
 *   a record       holds the values of one description    bina/record.h
 *   a cursor       is a stream of records                 bina/cursor.h
 *
 * A store keeps records in one SQLite file with a log of every change:
 *
 *     bina_store *store;
 *     bina_record *shop = bina_record_new(BINA_ENTERPRISE);
 *     bina_id id;
 *
 *     if (bina_store_open("lotim.db", NULL, &store) != BINA_OK)
 *         fputs(bina_error_message(bina_store_error(store), BINA_ENGLISH), stderr);
 *     bina_set(shop, BINA_ENTERPRISE_NAME, "Tenun Ikat Lestari");
 *     bina_set(shop, BINA_ENTERPRISE_WORKERS, 12);
 *     status = bina_store_add(store, shop, &id);
 *     bina_record_free(shop);
 *     bina_store_close(store);
 *
 * A query is a cursor, a CSV file is a cursor, a report is a cursor:
 *
 *     bina_query *query = bina_query_new(BINA_ENTERPRISE);
 *     bina_query_where_text(query, BINA_ENTERPRISE_REGION, BINA_UNDER, "52.03");
 *     bina_store_list(store, query, &cursor);
 *     while (bina_cursor_next(cursor, &row) == BINA_OK)
 *         puts(bina_record_text(row, BINA_ENTERPRISE_NAME));
 *
 * Every fallible call returns a bina_status: 0, good news (BINA_DONE), or a negative error whose
 * detail is on the handle. What returns `const T *` is borrowed, what comes through `T **` is
 * yours, what returns through `const T **` is borrowed until the next call. Nothing is printed,
 * nothing is global; no thread is started but by a linkage that is allowed more than one.
 */
#ifndef BINA_H
#define BINA_H

#include <bina/version.h>
#include <bina/status.h>
#include <bina/error.h>
#include <bina/value.h>
#include <bina/model.h>
#include <bina/codes.h>
#include <bina/description.h>
#include <bina/record.h>
#include <bina/cursor.h>
#include <bina/rows.h>
#include <bina/task.h>
#include <bina/reference.h>
#include <bina/check.h>
#include <bina/arrow.h>
#include <bina/faults.h>
#include <bina/exchange.h>
#include <bina/document.h>
#include <bina/mapping.h>
#include <bina/workbook.h>
#include <bina/list.h>
#include <bina/linkage.h>
#include <bina/linkage_index.h>
#include <bina/match.h>
#include <bina/score.h>
#include <bina/similarity.h>
#include <bina/questions.h>
#include <bina/estimates.h>
#include <bina/query.h>
#include <bina/store.h>
#include <bina/advance.h>
#include <bina/submission.h>
#include <bina/load.h>
#include <bina/programme.h>
#include <bina/review.h>
#include <bina/register.h>
#include <bina/confirm.h>
#include <bina/feedback.h>
#include <bina/report.h>
#include <bina/figures.h>
#include <bina/page.h>
#include <bina/policy.h>
#include <bina/look.h>

#endif
