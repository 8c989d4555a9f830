/* YAML from anywhere, as records of the kinds, as settings and as a mapping: what is accepted
   prints as YAML that reads back and prints the same. */
#include <bina/mapping.h>
#include "exchange/document.h"
#include "exchange/mapping.h"

#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

static void
hold(bool promise)
{
    if (!promise)
        abort();
}

static void
try_document(const char *bytes, size_t length, const bina_description *const *descriptions,
             size_t n)
{
    bina_document *document, *again;
    bina_faults *faults = bina_faults_new(16);
    char *first, *second;

    if (bina_yaml_read_bytes(bytes, length, descriptions, n, faults, NULL, &document) == BINA_OK) {
        hold(bina_faults_count(faults, BINA_ERROR) == 0);
        hold(bina_yaml_print(document, NULL, &first) == BINA_OK);
        hold(bina_yaml_read_bytes(first, strlen(first), descriptions, n, NULL, NULL, &again) ==
             BINA_OK);
        hold(bina_document_count(document) == bina_document_count(again));
        hold(bina_yaml_print(again, NULL, &second) == BINA_OK);
        hold(strcmp(first, second) == 0);
        free(first);
        free(second);
        bina_document_free(document);
        bina_document_free(again);
    }
    bina_faults_free(faults);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    bina_description *made[3];
    bina_document *document;
    bina_mapping *mapping;

    if (!bina_mapping_descriptions(made))
        return 0;
    try_document((const char *)bytes, length, (const bina_description *const *)made, 3);
    bina_mapping_descriptions_free(made);
    if (bina_yaml_read_bytes((const char *)bytes, length, NULL, 0, NULL, NULL, &document) ==
        BINA_OK)
        bina_document_free(document);
    if (bina_mapping_read_bytes((const char *)bytes, length,
                                bina_kind_description(BINA_SOURCE_RECORD), NULL, NULL,
                                &mapping) == BINA_OK)
        bina_mapping_free(mapping);
    return 0;
}
