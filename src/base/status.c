#include <stddef.h>
#include <bina/status.h>

static const struct {
    bina_status status;
    const char *name;
    const char *text[2];
} statuses[] = {
#define BINA_STATUS_ROW(name, number, english, indonesian)                                         \
    {BINA_##name, #name, {english, indonesian}},
    BINA_STATUS_MAP(BINA_STATUS_ROW)
#undef BINA_STATUS_ROW
};

static const int status_count = (int)(sizeof statuses / sizeof *statuses);

const char *
bina_status_name(bina_status status)
{
    for (int i = 0; i < status_count; i++)
        if (statuses[i].status == status)
            return statuses[i].name;
    return "UNKNOWN";
}

const char *
bina_status_text(bina_status status, bina_language language)
{
    for (int i = 0; i < status_count; i++)
        if (statuses[i].status == status)
            return statuses[i].text[language == BINA_INDONESIAN];
    return language == BINA_INDONESIAN ? "status tidak dikenal" : "unknown status";
}

bool
bina_status_at(int n, bina_status *status)
{
    if (n < 0 || n >= status_count)
        return false;
    *status = statuses[n].status;
    return true;
}
