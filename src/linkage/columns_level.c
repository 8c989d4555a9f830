/* What columns say of where things are in Indonesia: which of them is the village. */
#include "linkage/columns.h"
#include "linkage/role_header.h"

bina_link_level
bina_link_level_of(const char *name)
{
    static const char *const rt[] = {"rt", "no_rt", NULL};
    static const char *const hamlet[] = {"dusun", "nama_dusun", "lingkungan", "hamlet",
                                         "gubuk", "banjar",     "kampung",    "dusun/lingkungan",
                                         NULL};
    static const char *const village[] = {"desa",           "kelurahan", "desa/kelurahan",
                                          "nama_desa",      "village",   "desa_kelurahan",
                                          "kelurahan/desa", "des/kel",   "desa/kel",
                                          "nama_kelurahan", "kel/desa",  NULL};
    static const char *const district[] = {"kecamatan", "kec", "nama_kecamatan", "district", NULL};

    if (bina_link_is_named(name, rt))
        return BINA_LINK_RT;
    if (bina_link_is_named(name, hamlet))
        return BINA_LINK_HAMLET;
    if (bina_link_is_named(name, village))
        return BINA_LINK_VILLAGE;
    return bina_link_is_named(name, district) ? BINA_LINK_DISTRICT : BINA_LINK_NOWHERE;
}

/*
 * "Asal Desa", "kelurahan_usaha", "Alamat Kecamatan": the one place of a list that says a level,
 * where no column is called just so.
 */
static void
find_level(const bina_link_table *table, bina_link_candidate *candidates, size_t count,
           uint32_t list, bina_link_level level, const char *const *words)
{
    bina_link_candidate *only = NULL;
    bina_writer header;

    for (size_t i = 0; i < count; i++) {
        bina_link_candidate *candidate = &candidates[i];
        const char *name = table->lists[candidate->list]->columns[candidate->column].name;
        bool says = false;
        if (candidate->list != list)
            continue;
        if (candidate->level == level)
            return;
        bina_header_read(name, &header);
        for (const char *const *word = words; *word != NULL; word++)
            says = says || bina_header_says(&header, *word);
        if (!says || candidate->role != BINA_ROLE_PLACE || candidate->level != BINA_LINK_NOWHERE ||
            candidate->field != NULL || bina_header_is_birth(name))
            continue;
        if (only != NULL)
            return;
        only = candidate;
    }
    if (only != NULL)
        only->level = level;
}

void
bina_link_find_levels(const bina_link_table *table, bina_link_candidate *candidates, size_t count,
                      uint32_t list)
{
    static const char *const hamlet[] = {"dusun", "lingkungan", "kampung", "hamlet", NULL};
    static const char *const village[] = {"desa",      "kelurahan", "kel",     "nagari", "pekon",
                                          "kalurahan", "gampong",   "village", NULL};
    static const char *const district[] = {"kecamatan", "kec",       "distrik",
                                           "district",  "kapanewon", NULL};

    find_level(table, candidates, count, list, BINA_LINK_VILLAGE, village);
    find_level(table, candidates, count, list, BINA_LINK_DISTRICT, district);
    find_level(table, candidates, count, list, BINA_LINK_HAMLET, hamlet);
}
