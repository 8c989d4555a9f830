#include "exchange/xlsx_styles.h"
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/vector.h"
#include "exchange/xlsx_xml.h"

/* More cell styles than Excel itself allows (65,490) are no list's. */
#define STYLES_LIMIT 131072

/* A format code the workbook brings along. */
typedef struct own_format {
    long id;
    bina_number_form form;
} own_format;

typedef enum { OUTSIDE, SHEET, FORMATS, FONTS, FONT, CELLS } place;

typedef struct reading {
    bina_styles *styles;
    own_format *formats;
    size_t formats_count, formats_room;
    bool *bold; /* of each font */
    size_t fonts, fonts_room;
    place at;
    size_t skip;
    bina_package *package;
} reading;

static long
number_of(const char *text)
{
    return text != NULL ? strtol(text, NULL, 10) : 0;
}

static void
fail(const reading *in, bina_xml *xml, bool memory)
{
    bina_xml_fail(xml, memory ? bina_error_plain(bina_xml_error(xml), BINA_ERR_NO_MEMORY)
                              : bina_package_too_large(in->package, bina_xml_error(xml)));
}

static void
add_format(reading *in, bina_xml *xml, const char *const *attributes)
{
    const char *code = bina_xml_attribute(attributes, "formatCode");

    if (code == NULL)
        return;
    if (in->formats_count == STYLES_LIMIT ||
        !bina_vector_reserve(&in->formats, &in->formats_room, in->formats_count + 1,
                             sizeof(*in->formats))) {
        fail(in, xml, in->formats_count < STYLES_LIMIT);
        return;
    }
    in->formats[in->formats_count].id = number_of(bina_xml_attribute(attributes, "numFmtId"));
    bina_number_form_read(code, &in->formats[in->formats_count++].form);
}

static void
add_font(reading *in, bina_xml *xml)
{
    if (in->fonts == STYLES_LIMIT ||
        !bina_vector_reserve(&in->bold, &in->fonts_room, in->fonts + 1, sizeof(*in->bold))) {
        fail(in, xml, in->fonts < STYLES_LIMIT);
        return;
    }
    in->bold[in->fonts++] = false;
}

static void
add_style(reading *in, bina_xml *xml, const char *const *attributes)
{
    bina_styles *styles = in->styles;
    bina_cell_style *made;
    long format = number_of(bina_xml_attribute(attributes, "numFmtId"));
    long font = number_of(bina_xml_attribute(attributes, "fontId"));
    size_t i;

    if (styles->count == STYLES_LIMIT ||
        !bina_vector_reserve(&styles->styles, &styles->room, styles->count + 1,
                             sizeof(*styles->styles))) {
        fail(in, xml, styles->count < STYLES_LIMIT);
        return;
    }
    made = &styles->styles[styles->count++];
    bina_number_form_known(format, &made->form);
    /* An office's own code wins over what its number usually means. */
    for (i = 0; i < in->formats_count && i < 4096; i++)
        if (in->formats[i].id == format)
            made->form = in->formats[i].form;
    made->bold = font >= 0 && (size_t)font < in->fonts && in->bold[font];
}

static void
begin(void *self, bina_xml *xml, const char *name, const char *const *attributes)
{
    reading *in = self;
    const char *value;

    if (in->skip > 0) {
        in->skip++;
        return;
    }
    if (in->at == OUTSIDE && strcmp(name, "styleSheet") == 0) {
        in->at = SHEET;
        return;
    }
    if (in->at == SHEET) {
        in->at = strcmp(name, "numFmts") == 0   ? FORMATS
                 : strcmp(name, "fonts") == 0   ? FONTS
                 : strcmp(name, "cellXfs") == 0 ? CELLS
                                                : SHEET;
        if (in->at != SHEET)
            return;
    } else if (in->at == FORMATS && strcmp(name, "numFmt") == 0) {
        add_format(in, xml, attributes);
    } else if (in->at == FONTS && strcmp(name, "font") == 0) {
        add_font(in, xml);
        in->at = FONT;
        return;
    } else if (in->at == FONT && strcmp(name, "b") == 0 && in->fonts > 0) {
        value = bina_xml_attribute(attributes, "val");
        in->bold[in->fonts - 1] = value == NULL || bina_xml_true(value);
    } else if (in->at == CELLS && strcmp(name, "xf") == 0) {
        add_style(in, xml, attributes);
    }
    in->skip = 1;
}

static void
end(void *self, bina_xml *xml, const char *name)
{
    reading *in = self;

    (void)xml;
    (void)name;
    if (in->skip > 0)
        in->skip--;
    else if (in->at == FONT)
        in->at = FONTS;
    else
        in->at = in->at == SHEET ? OUTSIDE : SHEET;
}

bina_status
bina_styles_read(bina_styles *styles, bina_package *package, const char *part, bina_error *error)
{
    static const bina_xml_handler handler = {begin, end, NULL};
    reading in;
    bina_status status;

    memset(styles, 0, sizeof(*styles));
    memset(&in, 0, sizeof(in));
    in.styles = styles;
    in.package = package;
    if (part == NULL)
        return BINA_OK;
    status = bina_xml_read_part(package, part, BINA_XLSX_PART, &handler, &in, error);
    free(in.formats);
    free(in.bold);
    if (status != BINA_OK)
        bina_styles_clear(styles);
    return status == BINA_ERR_NOT_FOUND ? BINA_OK : status;
}

void
bina_styles_clear(bina_styles *styles)
{
    free(styles->styles);
    memset(styles, 0, sizeof(*styles));
}
