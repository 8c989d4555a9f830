/* The inside of a workbook being written. Only files that need libxlsxwriter include this. */
#ifndef BINA_SRC_EXCHANGE_WORKBOOK_H
#define BINA_SRC_EXCHANGE_WORKBOOK_H

#include <locale.h>
#include <xlsxwriter.h>
#include "base/error.h"
#include "exchange/output.h"
#include <bina/workbook.h>

/** How a cell looks; each once for what may be changed and once for what may not. */
enum bina_look {
    BINA_LOOK_TEXT,
    BINA_LOOK_WHOLE,
    BINA_LOOK_MONEY,
    BINA_LOOK_REAL,
    BINA_LOOK_DATE,
    BINA_LOOK_DATE_DMY,
    BINA_LOOK_TIME,
    BINA_LOOK_TIME_DMY,
    BINA_LOOK_BOOL,
    BINA_LOOK_HEADER,
    BINA_LOOK_TITLE,
    BINA_LOOK_LINE, /* below a title, and in sheets of text */
    BINA_LOOKS
};

/** A list to choose from that is too long for a cell's rule: a column of the sheet of choices. */
typedef struct bina_choice_list {
    char **items;
    size_t count;
} bina_choice_list;

struct bina_workbook {
    bina_output *output;
    lxw_workbook *xlsx;
    char *path;
    locale_t plain; /* libxlsxwriter prints numbers with the locale's point */
    bina_status status;
    bina_error failure; /* the first, told again by close */
    lxw_format *looks[BINA_LOOKS][2];
    bina_choice_list *lists;
    size_t list_count, list_room;
    char choices_name[32 * 4]; /* of the sheet of choices; "" while there is none */
};

/** The format of a look, made when first asked for; NULL when memory is out. */
lxw_format *bina_workbook_look(bina_workbook *book, enum bina_look look, bool editable);

/** Keeps why libxlsxwriter failed, by its own word or by errno, as the workbook's failure. */
bina_status bina_workbook_fail(bina_workbook *book, lxw_error why, int reason);

/** A new sheet; its name made good and unique. NULL when memory is out or there are too many. */
lxw_worksheet *bina_workbook_sheet(bina_workbook *book, const char *name);

/** Writes a name that Excel allows and no sheet has into `text`, which holds 32 * 4 bytes. */
void bina_workbook_name(const bina_workbook *book, const char *name, char *text);

/**
 * Lets the cells of a column, from a row on, be chosen from a list.
 *
 * @param items ended by NULL
 */
bina_status bina_workbook_offer(bina_workbook *book, lxw_worksheet *sheet, uint32_t row,
                                uint16_t column, const char *const *items, bina_language language);

/** Writes the hidden sheet of long lists, if there are any. */
bina_status bina_workbook_write_choices(bina_workbook *book);

/** Frees the lists. */
void bina_workbook_free_choices(bina_workbook *book);

/**
 * Makes a text fit for XML: bytes that are no UTF-8 become U+FFFD, control characters and what
 * looks like one escaped (_x0007_) are escaped as Excel does it. Whether that was needed; then
 * `*made` is yours, or NULL when memory is out.
 */
bool bina_workbook_text(const char *text, char **made);

/** Characters as a spreadsheet counts them: those beyond U+FFFF count twice. */
size_t bina_workbook_length(const char *text);

/** Whether every part of a finished file is whole; libxlsxwriter does not look. */
bool bina_workbook_whole(const char *path);

#endif
