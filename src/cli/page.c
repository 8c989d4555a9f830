/* Where a page goes. */
#include "cli.h"

int
cli_write_page(const cli *self, const bina_page *page)
{
    const char *path = cli_option_value(self, "out");
    bina_error *error = bina_error_new();
    int ended = CLI_OK;

    if (error == NULL)
        return cli_fail_status(self, BINA_ERR_NO_MEMORY);
    if (bina_page_write(page, path != NULL ? path : "-", error) != BINA_OK)
        ended = cli_fail(self, error);
    bina_error_free(error);
    return ended;
}
