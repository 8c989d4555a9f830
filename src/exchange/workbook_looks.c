/* How cells look: number formats, what is locked, what is coloured. */
#include "exchange/workbook.h"

/* "@" keeps a text a text also when somebody edits the cell. */
static const char *const number_formats[BINA_LOOKS] = {
    [BINA_LOOK_TEXT] = "@",
    [BINA_LOOK_WHOLE] = "0",
    [BINA_LOOK_MONEY] = "#,##0",
    [BINA_LOOK_REAL] = "General",
    [BINA_LOOK_DATE] = "yyyy-mm-dd",
    [BINA_LOOK_DATE_DMY] = "dd/mm/yyyy",
    [BINA_LOOK_TIME] = "yyyy-mm-dd hh:mm:ss",
    [BINA_LOOK_TIME_DMY] = "dd/mm/yyyy hh:mm:ss",
    [BINA_LOOK_BOOL] = "General",
    [BINA_LOOK_HEADER] = "@",
    [BINA_LOOK_TITLE] = "@",
    [BINA_LOOK_LINE] = "@",
};

enum { HEADER_COLOUR = 0xD9E2EC, EDITABLE_COLOUR = 0xFFF8DC, TITLE_SIZE = 14 };

lxw_format *
bina_workbook_look(bina_workbook *book, enum bina_look look, bool editable)
{
    lxw_format **made = &book->looks[look][editable];

    if (*made != NULL)
        return *made;
    *made = workbook_add_format(book->xlsx);
    if (*made == NULL)
        return NULL;
    format_set_num_format(*made, number_formats[look]);
    format_set_align(*made, LXW_ALIGN_VERTICAL_TOP);
    if (look == BINA_LOOK_TEXT || look == BINA_LOOK_HEADER)
        format_set_text_wrap(*made);
    if (look == BINA_LOOK_HEADER || look == BINA_LOOK_TITLE)
        format_set_bold(*made);
    if (look == BINA_LOOK_TITLE)
        format_set_font_size(*made, TITLE_SIZE);
    if (look == BINA_LOOK_HEADER) {
        format_set_bg_color(*made, HEADER_COLOUR);
        format_set_bottom(*made, LXW_BORDER_THIN);
    }
    if (editable) {
        format_set_unlocked(*made);
        format_set_bg_color(*made, EDITABLE_COLOUR);
        format_set_border(*made, LXW_BORDER_HAIR);
    }
    return *made;
}
