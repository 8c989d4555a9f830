/* Where a page goes. */
#include <string.h>
#include "cli.h"

void
cli_tell_file(const cli *self, const char *path)
{
    if (path != NULL && strcmp(path, "-") != 0)
        cli_remark(self, "%s is written", "%s sudah ditulis", path);
}

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
    else
        cli_tell_file(self, path);
    bina_error_free(error);
    return ended;
}
