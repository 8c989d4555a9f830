/* Prints every named report in Markdown: what it tells, of which days, and its columns. */
#include <stdio.h>
#include <stdlib.h>
#include <bina/report.h>

static void
print_report(const char *name)
{
    const bina_description *columns = bina_report_columns(name);

    if (columns == NULL)
        exit(EXIT_FAILURE);
    printf("\n## %s\n\n%s%s\n\n*%s*\n\n", name, bina_report_doc(name, BINA_ENGLISH),
           bina_report_as_of(name) ? " As of any day." : "",
           bina_report_doc(name, BINA_INDONESIAN));
    printf("| column | Indonesian | type | meaning |\n|---|---|---|---|\n");
    for (int slot = 0; slot < bina_description_count(columns); slot++) {
        const bina_field *field = bina_description_field(columns, slot);
        printf("| `%s` | %s | %s", bina_field_name(field), bina_field_label(field, BINA_INDONESIAN),
               bina_type_name(bina_field_type(field)));
        if (bina_field_type(field) == BINA_CODE)
            printf(" (%s)", bina_field_format(field));
        printf(" | %s |\n", bina_field_doc(field));
    }
    bina_description_free(columns);
}

int
main(void)
{
    printf("# The reports\n\n"
           "Printed from the library (`./run refresh`); the same as `bina report --list` and "
           "`bina report NAME --columns` tell.\n\n"
           "Each is a cursor in C (`bina_report_run`), a table on the command line "
           "(`bina report STORE NAME`), a view in Python\n"
           "(`register.report(name)`) and Lua (`register:report(name)`). All take a region and a "
           "scope, and tell what was known after a\n"
           "commit (`--known N`); those that say so tell of any day (`--on DATE`). "
           "[Monitoring](monitoring.md) shows them at work.\n");
    for (int n = 0; bina_report_at(n) != NULL; n++)
        print_report(bina_report_at(n));
    return 0;
}
