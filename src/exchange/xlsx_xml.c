#include "exchange/xlsx_xml.h"
#include "base/hash.h"
#include <stdlib.h>
#include <string.h>
#include <expat.h>
#include "base/error.h"

#define PIECE 65536

struct bina_xml {
    XML_Parser parser;
    bina_package *package;
    const bina_xml_handler *handler;
    void *self;
    bina_error *error; /* of the call under way */
    bina_status failed;
    bool paused, enough, at_end;
    size_t depth;
    uint64_t fed;                             /* bytes given to the parser */
    uint64_t seen[2 * BINA_XML_NAMES], names; /* hashes of names, since the parser keeps each */
};

static bina_status
unusual(const bina_xml *xml, bina_error *error)
{
    bina_error_set(
        error, BINA_ERR_SYNTAX,
        "The workbook holds what no spreadsheet program writes; it was not read. Open it "
        "in Excel or LibreOffice and save it anew.",
        "Berkas Excel memuat isi yang tidak ditulis program lembar kerja; tidak dibaca. "
        "Buka di Excel atau LibreOffice lalu simpan kembali.");
    bina_error_at(error, NULL, NULL, "xlsx.unusual");
    bina_error_in_file(error, bina_package_name(xml->package), 0, 0);
    return BINA_ERR_SYNTAX;
}

void
bina_xml_fail(bina_xml *xml, bina_status status)
{
    if (xml->failed != BINA_OK)
        return;
    xml->failed = status;
    XML_StopParser(xml->parser, XML_FALSE);
}

/* Counts different names; those of one letter are few anyway, and the commonest. */
static void
count_name(bina_xml *xml, const char *name)
{
    uint64_t hash;
    size_t at;

    if (name[0] == '\0' || name[1] == '\0' || xml->names > BINA_XML_NAMES)
        return;
    hash = bina_hash_text(BINA_HASH_START, name) | 1; /* 0 is a free place */
    for (at = (hash >> 32) % (2 * BINA_XML_NAMES); xml->seen[at] != 0;
         at = (at + 1) % (2 * BINA_XML_NAMES))
        if (xml->seen[at] == hash)
            return;
    xml->seen[at] = hash;
    if (++xml->names > BINA_XML_NAMES)
        bina_xml_fail(xml, unusual(xml, xml->error));
}

static const char *
local(const char *name)
{
    const char *colon = strchr(name, ':');

    return colon != NULL ? colon + 1 : name;
}

static void XMLCALL
begin_element(void *self, const char *name, const char **attributes)
{
    bina_xml *xml = self;
    const char **attribute;

    count_name(xml, name);
    for (attribute = attributes; *attribute != NULL; attribute += 2)
        count_name(xml, *attribute);
    if (++xml->depth > BINA_XML_DEPTH)
        bina_xml_fail(xml, unusual(xml, xml->error));
    if (xml->failed == BINA_OK && !xml->enough)
        xml->handler->begin(xml->self, xml, local(name), attributes);
}

static void XMLCALL
end_element(void *self, const char *name)
{
    bina_xml *xml = self;

    xml->depth--;
    if (xml->failed == BINA_OK && !xml->enough)
        xml->handler->end(xml->self, xml, local(name));
}

static void XMLCALL
take_text(void *self, const char *text, int length)
{
    bina_xml *xml = self;

    if (xml->failed == BINA_OK && !xml->enough)
        xml->handler->text(xml->self, text, (size_t)length);
}

/* Document types bring entities, and with them everything that is dangerous in XML. */
static void XMLCALL
refuse_type(void *self, const char *name, const char *system, const char *public, int inner)
{
    bina_xml *xml = self;

    (void)name;
    (void)system;
    (void)public;
    (void)inner;
    bina_xml_fail(xml, unusual(xml, xml->error));
}

bina_xml *
bina_xml_new(bina_package *package, const bina_xml_handler *handler, void *self)
{
    static const XML_Memory_Handling_Suite memory = {malloc, realloc, free};
    bina_xml *made = calloc(1, sizeof(*made));

    if (made == NULL)
        return NULL;
    made->parser = XML_ParserCreate_MM(NULL, &memory, NULL);
    if (made->parser == NULL) {
        free(made);
        return NULL;
    }
    made->package = package;
    made->handler = handler;
    made->self = self;
    XML_SetUserData(made->parser, made);
    XML_SetElementHandler(made->parser, begin_element, end_element);
    XML_SetStartDoctypeDeclHandler(made->parser, refuse_type);
    if (handler->text != NULL)
        XML_SetCharacterDataHandler(made->parser, take_text);
    return made;
}

void
bina_xml_free(bina_xml *xml)
{
    if (xml == NULL)
        return;
    XML_ParserFree(xml->parser);
    free(xml);
}

void
bina_xml_pause(bina_xml *xml)
{
    if (xml->failed != BINA_OK || xml->paused)
        return;
    xml->paused = true;
    XML_StopParser(xml->parser, XML_TRUE);
}

void
bina_xml_enough(bina_xml *xml)
{
    xml->enough = true;
    bina_xml_pause(xml);
}

bina_error *
bina_xml_error(const bina_xml *xml)
{
    return xml->error;
}

/* What the parser stopped for. */
static bina_status
told_by_parser(bina_xml *xml, enum XML_Status status)
{
    XML_Index at;

    if (xml->failed != BINA_OK)
        return xml->failed;
    if (status == XML_STATUS_ERROR) {
        if (XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY)
            return bina_error_plain(xml->error, BINA_ERR_NO_MEMORY);
        return bina_package_damaged(xml->package, xml->error);
    }
    /* A tag that does not end is kept whole, and looked at again with every piece. */
    at = XML_GetCurrentByteIndex(xml->parser);
    if (status == XML_STATUS_OK && at >= 0 && xml->fed - (uint64_t)at > BINA_XML_TOKEN + PIECE)
        return unusual(xml, xml->error);
    return BINA_OK;
}

static bina_status
feed(bina_xml *xml)
{
    void *piece = XML_GetBuffer(xml->parser, PIECE);
    size_t got;
    bina_status status;

    if (piece == NULL)
        return bina_error_plain(xml->error, BINA_ERR_NO_MEMORY);
    status = bina_package_read(xml->package, piece, PIECE, &got, xml->error);
    if (status != BINA_OK)
        return status;
    xml->at_end = got == 0;
    xml->fed += got;
    return told_by_parser(xml, XML_ParseBuffer(xml->parser, (int)got, xml->at_end));
}

/* Reads what nobody wants any more, for the checksum at its end. */
static bina_status
drain(bina_xml *xml)
{
    char piece[4096];
    size_t got = 1;
    bina_status status = BINA_OK;

    while (status == BINA_OK && got > 0)
        status = bina_package_read(xml->package, piece, sizeof(piece), &got, xml->error);
    xml->at_end = true;
    return status;
}

bina_status
bina_xml_run(bina_xml *xml, bina_error *error)
{
    bina_status status = xml->failed;

    xml->error = error;
    if (status == BINA_OK && xml->paused && !xml->enough) {
        xml->paused = false;
        status = told_by_parser(xml, XML_ResumeParser(xml->parser));
    }
    while (status == BINA_OK && !xml->paused && !xml->at_end)
        status = feed(xml);
    if (status == BINA_OK && xml->enough && !xml->at_end)
        status = drain(xml);
    xml->error = NULL;
    xml->failed = status;
    if (status != BINA_OK)
        return status;
    return xml->paused && !xml->enough ? BINA_OK : BINA_DONE;
}

const char *
bina_xml_attribute(const char *const *attributes, const char *name)
{
    for (; *attributes != NULL; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}

const char *
bina_xml_prefixed(const char *const *attributes, const char *name)
{
    const char *colon;

    for (; *attributes != NULL; attributes += 2) {
        colon = strchr(attributes[0], ':');
        if (colon != NULL && strcmp(colon + 1, name) == 0 &&
            strncmp(attributes[0], "xmlns:", 6) != 0)
            return attributes[1];
    }
    return NULL;
}

bool
bina_xml_true(const char *value)
{
    return value != NULL &&
           (strcmp(value, "1") == 0 || strcmp(value, "true") == 0 || strcmp(value, "on") == 0);
}

bina_status
bina_xml_read_part(bina_package *package, const char *part, uint64_t limit,
                   const bina_xml_handler *handler, void *self, bina_error *error)
{
    bina_xml *xml;
    bina_status status = bina_package_begin(package, part, limit, error);

    if (status != BINA_OK)
        return status;
    xml = bina_xml_new(package, handler, self);
    if (xml == NULL)
        return bina_error_plain(error, BINA_ERR_NO_MEMORY);
    do
        status = bina_xml_run(xml, error);
    while (status == BINA_OK);
    bina_xml_free(xml);
    return status == BINA_DONE ? BINA_OK : status;
}
