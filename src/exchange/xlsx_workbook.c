#include "exchange/xlsx_workbook.h"
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/text.h"
#include "base/vector.h"
#include "exchange/xlsx.h"
#include "exchange/xlsx_relations.h"
#include "exchange/xlsx_xml.h"

#define SHEETS_LIMIT 4096

typedef struct reading {
    bina_xlsx_workbook *workbook;
    bina_package *package;
    const bina_relations *relations;
    const char *part;
    size_t depth, told; /* told: sheets, of whatever kind, also such as there are not */
    bool in_sheets, is_workbook;
} reading;

static void
out_of_memory(bina_xml *xml)
{
    bina_xml_fail(xml, bina_error_plain(bina_xml_error(xml), BINA_ERR_NO_MEMORY));
}

/* Whether an earlier sheet is the same part: each would be read anew, however many there are. */
static bool
is_named(const bina_xlsx_workbook *workbook, const char *part)
{
    size_t i;

    for (i = 0; i < workbook->count; i++)
        if (bina_text_equal_nocase(workbook->sheets[i].part, part))
            return true;
    return false;
}

/* Charts and macro sheets have no rows, so only worksheets count. */
static void
add_sheet(reading *in, bina_xml *xml, const char *const *attributes)
{
    bina_xlsx_workbook *workbook = in->workbook;
    const char *id = bina_xml_prefixed(attributes, "id");
    const char *name = bina_xml_attribute(attributes, "name");
    const char *state = bina_xml_attribute(attributes, "state");
    const bina_relation *relation;
    bina_xlsx_sheet *made;

    if (in->told++ == SHEETS_LIMIT) {
        bina_xml_fail(xml, bina_package_too_large(in->package, bina_xml_error(xml)));
        return;
    }
    relation = bina_relations_find(in->relations, id);
    if (relation == NULL || strcmp(relation->type, "worksheet") != 0)
        return;
    if (is_named(workbook, relation->part)) {
        bina_xml_fail(xml, bina_package_damaged(in->package, bina_xml_error(xml)));
        return;
    }
    if (!bina_vector_reserve(&workbook->sheets, &workbook->room, workbook->count + 1,
                             sizeof(*workbook->sheets))) {
        out_of_memory(xml);
        return;
    }
    made = &workbook->sheets[workbook->count++];
    made->name = bina_text_copy(name != NULL ? name : "");
    made->part = bina_text_copy(relation->part);
    made->state = state == NULL || strcmp(state, "visible") == 0 ? BINA_SHEET_VISIBLE
                  : strcmp(state, "veryHidden") == 0             ? BINA_SHEET_VERY_HIDDEN
                                                                 : BINA_SHEET_HIDDEN;
    if (made->name == NULL || made->part == NULL)
        out_of_memory(xml);
}

static void
begin(void *self, bina_xml *xml, const char *name, const char *const *attributes)
{
    reading *in = self;

    in->depth++;
    if (in->depth == 1)
        in->is_workbook = strcmp(name, "workbook") == 0;
    else if (in->depth == 2 && strcmp(name, "workbookPr") == 0)
        in->workbook->y1904 = bina_xml_true(bina_xml_attribute(attributes, "date1904"));
    else if (in->depth == 2)
        in->in_sheets = strcmp(name, "sheets") == 0;
    else if (in->depth == 3 && in->in_sheets && strcmp(name, "sheet") == 0)
        add_sheet(in, xml, attributes);
}

static void
end(void *self, bina_xml *xml, const char *name)
{
    reading *in = self;

    (void)xml;
    (void)name;
    in->depth--;
}

/* The first part of a type, if there is one; false when memory is out. */
static bool
copy_part(const bina_relations *relations, const char *type, char **part)
{
    const bina_relation *relation = bina_relations_typed(relations, type);

    if (relation == NULL)
        return true;
    *part = bina_text_copy(relation->part);
    return *part != NULL;
}

/* What a zip without a readable workbook is. */
static bina_status
refuse(const bina_package *package, const char *part, bina_error *error)
{
    size_t length = part != NULL ? strlen(part) : 0;

    if (length > 4 && strcmp(part + length - 4, ".bin") == 0)
        bina_error_set(error, BINA_ERR_UNSUPPORTED,
                       "This is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.",
                       "Ini berkas Excel biner (.xlsb). Buka di Excel lalu simpan sebagai .xlsx.");
    else if (bina_package_has(package, "content.xml"))
        bina_error_set(error, BINA_ERR_UNSUPPORTED,
                       "This is an OpenDocument file (.ods). Open it in LibreOffice and save it as "
                       ".xlsx or .csv.",
                       "Ini berkas OpenDocument (.ods). Buka di LibreOffice lalu simpan sebagai "
                       ".xlsx atau .csv.");
    else if (bina_package_has(package, "word/document.xml") ||
             bina_package_has(package, "ppt/presentation.xml"))
        bina_error_set(error, BINA_ERR_UNSUPPORTED,
                       "This is a Word or PowerPoint file, not a workbook. Copy its table into "
                       "Excel and save it as .xlsx.",
                       "Ini berkas Word atau PowerPoint, bukan Excel. Salin tabelnya ke Excel lalu "
                       "simpan sebagai .xlsx.");
    else
        bina_error_set(error, BINA_ERR_UNSUPPORTED,
                       "This is a zip archive without a workbook's sheets. Unpack it and read the "
                       "list in it.",
                       "Ini arsip zip tanpa lembar Excel. Buka arsipnya lalu baca daftar di "
                       "dalamnya.");
    bina_error_at(error, NULL, NULL, "xlsx.format");
    bina_error_in_file(error, bina_package_name(package), 0, 0);
    return BINA_ERR_UNSUPPORTED;
}

static bina_status
read_workbook(reading *in, bina_error *error)
{
    static const bina_xml_handler handler = {begin, end, NULL};
    bina_relations relations;
    bina_xlsx_workbook *workbook = in->workbook;
    bina_status status = bina_relations_read(&relations, in->package, in->part, error);

    if (status != BINA_OK)
        return status;
    in->relations = &relations;
    status = bina_xml_read_part(in->package, in->part, BINA_XLSX_PART, &handler, in, error);
    if (status == BINA_ERR_NOT_FOUND || (status == BINA_OK && (!in->is_workbook || //
                                                               workbook->count == 0)))
        status = refuse(in->package, in->part, error);
    else if (status == BINA_OK && (!copy_part(&relations, "sharedStrings", &workbook->strings) ||
                                   !copy_part(&relations, "styles", &workbook->styles)))
        status = bina_error_plain(error, BINA_ERR_NO_MEMORY);
    bina_relations_clear(&relations);
    return status;
}

bina_status
bina_xlsx_workbook_read(bina_xlsx_workbook *workbook, bina_package *package, bina_error *error)
{
    bina_relations top;
    const bina_relation *main_part;
    reading in;
    bina_status status;

    memset(workbook, 0, sizeof(*workbook));
    memset(&in, 0, sizeof(in));
    in.workbook = workbook;
    in.package = package;
    status = bina_relations_read(&top, package, "", error);
    if (status != BINA_OK)
        return status;
    main_part = bina_relations_typed(&top, "officeDocument");
    in.part = main_part != NULL ? main_part->part : "xl/workbook.xml";
    if (strlen(in.part) > 4 && strcmp(in.part + strlen(in.part) - 4, ".bin") == 0)
        status = refuse(package, in.part, error);
    else if (!bina_package_has(package, in.part))
        status = refuse(package, NULL, error);
    else
        status = read_workbook(&in, error);
    bina_relations_clear(&top);
    if (status != BINA_OK)
        bina_xlsx_workbook_clear(workbook);
    return status;
}

void
bina_xlsx_workbook_clear(bina_xlsx_workbook *workbook)
{
    size_t i;

    for (i = 0; i < workbook->count; i++) {
        free(workbook->sheets[i].name);
        free(workbook->sheets[i].part);
    }
    free(workbook->sheets);
    free(workbook->strings);
    free(workbook->styles);
    memset(workbook, 0, sizeof(*workbook));
}
