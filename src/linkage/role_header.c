#include "linkage/role_header.h"

#include <string.h>

void
bina_header_read(const char *name, bina_writer *out)
{
    bina_writer folded;
    bina_writer parted;
    bina_words words;
    bina_writer_clear(out);
    bina_writer_clear(&parted);
    /* namaPemilik is two words. */
    size_t length = name != NULL ? strlen(name) : 0;
    for (size_t i = 0; i < length && parted.length + 2 < BINA_STANDARD_TEXT; i++) {
        bool upper = name[i] >= 'A' && name[i] <= 'Z';
        if (upper && i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z')
            parted.text[parted.length++] = ' ';
        parted.text[parted.length++] = name[i];
    }
    bina_fold(parted.text, parted.length, &folded);
    bina_split(&folded, true, &words);
    for (size_t i = 0; i < words.count; i++)
        bina_writer_word(out, words.at[i].text, words.at[i].length);
}

bool
bina_header_says(const bina_writer *header, const char *words)
{
    size_t length = strlen(words);
    for (const char *at = header->text; (at = strstr(at, words)) != NULL; at++) {
        bool starts = at == header->text || at[-1] == ' ';
        if (starts && (at[length] == ' ' || at[length] == '\0'))
            return true;
    }
    return false;
}

/*
 * Whether a rule goes before another of its weight: the longer, but "usaha" and "company" say whose
 * it is where another word says what: "desa usaha", "ketua kelompok", "business owner".
 */
static bool
goes_before(const bina_role_rule *rule, const bina_role_rule *other)
{
    bool whose = rule->role == BINA_ROLE_BUSINESS;

    if (whose != (other->role == BINA_ROLE_BUSINESS) && rule->weight == 2)
        return !whose;
    return strlen(rule->words) > strlen(other->words);
}

/* The better of a rule and those of a table that apply. */
static const bina_role_rule *
better_rule(const bina_writer *header, const bina_role_rule *rules, size_t count,
            const bina_role_rule *best)
{
    for (size_t i = 0; i < count; i++) {
        if (!bina_header_says(header, rules[i].words))
            continue;
        bool heavier = best == NULL || rules[i].weight > best->weight;
        bool first =
            best != NULL && rules[i].weight == best->weight && goes_before(&rules[i], best);
        if (heavier || first)
            best = &rules[i];
    }
    return best;
}

const bina_role_rule *
bina_header_rule(const bina_writer *header)
{
    size_t count = 0, abroad = 0;
    const bina_role_rule *rules = bina_role_rules(&count),
                         *others = bina_role_rules_abroad(&abroad);

    return better_rule(header, others, abroad, better_rule(header, rules, count, NULL));
}

bool
bina_header_says_place(const bina_writer *header)
{
    size_t count = 0, abroad = 0;
    const bina_role_rule *rules = bina_role_rules(&count),
                         *others = bina_role_rules_abroad(&abroad);

    for (size_t i = 0; i < count + abroad; i++) {
        const bina_role_rule *rule = i < count ? &rules[i] : &others[i - count];
        if (rule->role == BINA_ROLE_PLACE && bina_header_says(header, rule->words))
            return true;
    }
    return false;
}

bool
bina_header_says_name(const bina_writer *header)
{
    static const char *const words[] = {"nama", "name", "nombre", "nome", "nom", "naam", "navn"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (bina_header_says(header, words[i]))
            return true;
    return false;
}

bool
bina_header_is_birth(const char *name)
{
    static const char *const words[] = {"lahir",      "ttl",      "born",         "birth",
                                        "birthdate",  "birthday", "dob",          "yob",
                                        "nacimiento", "nac",      "nascimento",   "nascita",
                                        "naissance",  "geboren",  "geburtsdatum", "geboortedatum"};
    bina_writer header;

    bina_header_read(name, &header);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (bina_header_says(&header, words[i]))
            return true;
    return false;
}

bool
bina_header_is_indonesian(const char *name)
{
    static const char *const words[] = {
        "nama",    "alamat",  "desa",       "kelurahan", "kecamatan", "kabupaten", "provinsi",
        "pemilik", "usaha",   "perusahaan", "nik",       "telepon",   "telp",      "tanggal",
        "jenis",   "kelamin", "tahun",      "jumlah",    "nib",       "kbli",      "produk",
        "kota",    "lahir",   "jalan",      "kec",       "kab",       "dusun",     "pekerjaan",
    };
    bina_writer header;

    bina_header_read(name, &header);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (bina_header_says(&header, words[i]))
            return true;
    return false;
}
