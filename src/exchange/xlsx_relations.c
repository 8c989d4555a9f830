#include "exchange/xlsx_relations.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/text.h"
#include "base/vector.h"
#include "exchange/xlsx_xml.h"

#define RELATIONS_LIMIT 20000

typedef struct reading {
    bina_relations *relations;
    bina_package *package;
    const char *part;
} reading;

static void
begin(void *self, bina_xml *xml, const char *name, const char *const *attributes)
{
    reading *in = self;
    bina_relations *relations = in->relations;
    const char *id = bina_xml_attribute(attributes, "Id");
    const char *type = bina_xml_attribute(attributes, "Type");
    const char *target = bina_xml_attribute(attributes, "Target");
    const char *mode = bina_xml_attribute(attributes, "TargetMode");
    char part[BINA_XLSX_NAME];
    bina_relation *made;

    if (strcmp(name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL ||
        (mode != NULL && strcmp(mode, "External") == 0) ||
        !bina_package_resolve(in->part, target, part))
        return;
    if (relations->count == RELATIONS_LIMIT) {
        bina_xml_fail(xml, bina_package_too_large(in->package, bina_xml_error(xml)));
        return;
    }
    if (!bina_vector_reserve(&relations->items, &relations->room, relations->count + 1,
                             sizeof(*relations->items))) {
        bina_xml_fail(xml, bina_error_plain(bina_xml_error(xml), BINA_ERR_NO_MEMORY));
        return;
    }
    made = &relations->items[relations->count++];
    made->id = bina_text_copy(id);
    made->type = bina_text_copy(strrchr(type, '/') != NULL ? strrchr(type, '/') + 1 : type);
    made->part = bina_text_copy(part);
    if (made->id == NULL || made->type == NULL || made->part == NULL)
        bina_xml_fail(xml, bina_error_plain(bina_xml_error(xml), BINA_ERR_NO_MEMORY));
}

static void
end(void *self, bina_xml *xml, const char *name)
{
    (void)self;
    (void)xml;
    (void)name;
}

bina_status
bina_relations_read(bina_relations *relations, bina_package *package, const char *part,
                    bina_error *error)
{
    static const bina_xml_handler handler = {begin, end, NULL};
    const char *slash = strrchr(part, '/');
    const char *base = slash != NULL ? slash + 1 : part;
    char name[BINA_XLSX_NAME];
    reading in = {relations, package, part};
    bina_status status;

    memset(relations, 0, sizeof(*relations));
    if ((size_t)snprintf(name, sizeof(name), "%.*s_rels/%s.rels", (int)(base - part), part, base) >=
        sizeof(name))
        return BINA_OK;
    status = bina_xml_read_part(package, name, BINA_XLSX_PART, &handler, &in, error);
    if (status != BINA_OK)
        bina_relations_clear(relations);
    return status == BINA_ERR_NOT_FOUND ? BINA_OK : status;
}

void
bina_relations_clear(bina_relations *relations)
{
    size_t i;

    for (i = 0; i < relations->count; i++) {
        free(relations->items[i].id);
        free(relations->items[i].type);
        free(relations->items[i].part);
    }
    free(relations->items);
    memset(relations, 0, sizeof(*relations));
}

const bina_relation *
bina_relations_find(const bina_relations *relations, const char *id)
{
    size_t i;

    for (i = 0; id != NULL && i < relations->count; i++)
        if (strcmp(relations->items[i].id, id) == 0)
            return &relations->items[i];
    return NULL;
}

const bina_relation *
bina_relations_typed(const bina_relations *relations, const char *type)
{
    size_t i;

    for (i = 0; i < relations->count; i++)
        if (strcmp(relations->items[i].type, type) == 0)
            return &relations->items[i];
    return NULL;
}
