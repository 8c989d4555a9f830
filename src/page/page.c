/* A page that is made: read it or write it. */
#include <stdlib.h>
#include "exchange/output.h"
#include "page/page.h"

struct bina_page {
    char *bytes;
    size_t length;
};

bina_page *
bina_page_take(char *bytes, size_t length)
{
    bina_page *page = malloc(sizeof *page);

    if (page == NULL)
        return NULL;
    page->bytes = bytes;
    page->length = length;
    return page;
}

const char *
bina_page_html(const bina_page *page)
{
    return page->bytes;
}

size_t
bina_page_length(const bina_page *page)
{
    return page->length;
}

bina_status
bina_page_write(const bina_page *page, const char *path, bina_error *error)
{
    bina_output *output = NULL;
    bina_status status = bina_output_open(path, error, &output);

    if (status != BINA_OK)
        return status;
    bina_output_write(output, page->bytes, page->length);
    return bina_output_finish(output, error);
}

void
bina_page_free(bina_page *page)
{
    if (page == NULL)
        return;
    free(page->bytes);
    free(page);
}
