#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include "register/classify.h"

/*
 * Words are compared in lower case without dots ("K.U.B." is "kub"); a phrase may hold a blank.
 * An entry ending in "-" is the beginning of a word.
 */
typedef struct lexicon {
    const char *group;
    const char *words;
} lexicon;

static const lexicon groups[] = {
    {"kub", "|kub|kelompok usaha bersama|"},
    {"kube", "|kube|"},
    {"kwt", "|kwt|kelompok wanita tani|"},
    {"poklahsar", "|poklahsar|poklahsar-|"},
    {"cooperative", "|koperasi|kopwan|kop|ksu|"},
    {"other", "|kelompok|klp|kel|klpk|poktan|gapoktan|uppka|uppks|kelompok-|paguyuban|dasawisma|"
              "perkumpulan|himpunan|tim penggerak pkk|tp pkk|pkk|karang taruna|"},
};

static const char totals[] = "|total|jumlah|sub total|subtotal|grand total|rata-rata|rata rata|";
static const char chains[] = "|alfamart|alfamidi|indomaret|gerai-|outlet|cabang|";

/* Whoever sells what others make. */
static const char selling[] =
    "|jual|jualan|menjual|dagang|dagangan|pedagang|perdagangan|pengecer|eceran|grosir|agen|"
    "distributor|toko|tk|kios|konter|counter|pangkalan|minimarket|swalayan|supermarket|kelontong|"
    "sembako|pulsa|artshop|art shop|bahan bangunan|barang campuran|jual beli|pracangan|"
    "pangkalan gas|pengepul|pengumpul|";

/* What is made; the verbs of making. */
static const char making[] =
    "|industri|pembuatan|membuat|pengolahan|olahan|produksi|kerajinan|pengrajin|perajin|tenun-|"
    "songket|ikat|batik|membatik|bordir|sulam-|jahit-|penjahit|menjahit|konveksi|konfeksi|garmen|"
    "pakaian jadi|mukena|kebaya|anyam-|ketak|bambu|rotan|pandan|tikar|bakul|besek|gerabah|keramik|"
    "tembikar|genteng|bata|batako|paving|beton|cetak-|mebel-|meubel-|meubeler|furnitur-|furniture|"
    "kusen|pintu|ukir-|cukli|kerupuk|krupuk|keripik|kripik|opak-|rengginang|emping|peyek|rempeyek|"
    "tahu|tempe|oncom|kecap|tauco|terasi|petis|rambak|abon|dendeng|bakso|nugget|sosis|otak-otak|"
    "pindang|pemindangan|ikan asin|ikan asap|ikan kering|pengeringan|teri|kue|roti|jajan|jajanan|"
    "jaje|dodol|wajik|gula|kopi|teh|sirup|sirop|jamu|minyak|garam|rumput laut|mie|mi|bihun|tepung|"
    "penggilingan|penyosohan|huller|tembakau|rajang-|sabun|lilin|las|teralis|kanopi|pagar|"
    "pande besi|pandai besi|parang|pisau|logam|alat pertanian|perhiasan|perak|emas|sapu|ijuk|"
    "sabut|keset|tali|vco|virgin coconut|es|air minum|isi ulang|depot air|air galon|percetakan|"
    "sablon|sepatu|sandal|tas|boneka|souvenir|cinderamata|sambal|bumbu|susu|yoghurt|yogurt|nata|"
    "manisan|selai|asinan|aksesoris|kayu|batu-|pupuk|pakan|stik|amplang|pempek|siomay|bandeng|";

/* What is done for others. */
static const char serving[] =
    "|bengkel|servis|service|reparasi|salon|laundry|rental|sewa|katering|catering|rumah makan|"
    "warung makan|warung nasi|warteg|cafe|kafe|kedai|fotokopi|fotocopy|cukur|pangkas|jasa|ojek|"
    "angkutan|travel|cuci motor|tambal ban|warnet|";

static const struct {
    const char *why, *sentence[2];
} reasons[] = {
    {"kbli.industry",
     {"The KBLI class is one of manufacturing (section C).",
      "KBLI-nya golongan industri pengolahan (C)."}},
    {"kbli.trade",
     {"The KBLI class is one of trade (section G).", "KBLI-nya golongan perdagangan (G)."}},
    {"kbli.service",
     {"The KBLI class is neither manufacturing nor trade.",
      "KBLI-nya bukan industri atau dagang."}},
    {"words.trade", {"The words say that it sells.", "Kata-katanya menunjukkan usaha berjualan."}},
    {"words.industry",
     {"The words name something made.", "Kata-katanya menyebut barang yang dibuat."}},
    {"words.service", {"The words name a service.", "Kata-katanya menyebut jasa."}},
    {"unknown", {"Nothing on the row tells.", "Tidak ada keterangan pada baris ini."}},
    {"name.group", {"The name is one of a group.", "Namanya nama kelompok."}},
    {"name.chain", {"The name is one of an outlet.", "Namanya nama gerai."}},
    {"row.total", {"The row adds up others.", "Baris ini baris jumlah."}},
    {"list.persons",
     {"The list has people and nothing of a business.", "Daftarnya berisi orang, bukan usaha."}},
    {"list.products",
     {"The list has products without owners.", "Daftarnya berisi produk tanpa pemilik."}},
    {"list.title", {"The title of the list says so.", "Judul daftarnya menyatakan demikian."}},
    {"list.groups",
     {"The names of the list are those of groups.", "Nama dalam daftarnya nama kelompok."}},
    {"list.section",
     {"The heading above says so.", "Judul bagian di atasnya menyatakan demikian."}},
    {"row.declared",
     {"The list says so of the row.", "Daftarnya menyatakan demikian pada baris ini."}},
    {"row.members", {"The row counts members.", "Barisnya menghitung anggota."}},
    {"default", {"As most rows of such lists.", "Seperti umumnya baris daftar semacam ini."}},
};

const char *
bina_row_reason(const char *why, bina_language language)
{
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
        if (strcmp(reasons[i].why, why) == 0)
            return reasons[i].sentence[language == BINA_INDONESIAN];
    return bina_row_reason("unknown", language);
}

/* A text as " word word " in lower case, marks dropped or turned to blanks. */
typedef struct folded {
    char text[256];
    uint32_t initials; /* which letters its words begin with, a bit each */
} folded;

static uint32_t
initial(char c)
{
    return UINT32_C(1) << ((unsigned char)c % 32);
}

static void
fold(const char *text, folded *out)
{
    size_t n = 0;

    out->initials = 0;
    out->text[n++] = ' ';
    for (const char *p = text != NULL ? text : ""; *p != '\0' && n < sizeof out->text - 2; p++) {
        unsigned char c = (unsigned char)*p;
        if (c == '.' && isalpha((unsigned char)p[1]) && p[2] != '\0' && p > text &&
            isalpha((unsigned char)p[-1]) && (p[2] == '.' || p - text < 3 || p[-2] == '.'))
            continue; /* between the letters of K.U.B. */
        if (isalnum(c) || c >= 128 || c == '-' || c == '\'')
            out->text[n++] = (char)tolower(c);
        else if (out->text[n - 1] != ' ')
            out->text[n++] = ' ';
    }
    if (out->text[n - 1] != ' ')
        out->text[n++] = ' ';
    out->text[n] = '\0';
    for (size_t i = 1; i < n; i++)
        if (out->text[i - 1] == ' ')
            out->initials |= initial(out->text[i]);
}

/* Whether a word, or with `open` one that begins so, stands in the text. */
static bool
stands(const folded *in, const char *word, size_t length, bool open, bool first)
{
    for (const char *at = in->text; at != NULL && at[1] != '\0'; at = strchr(at + 1, ' ')) {
        if (strncmp(at + 1, word, length) == 0 && (open || at[1 + length] == ' '))
            return true;
        if (first)
            return false;
    }
    return false;
}

/* Whether one of the "|words|" stands in the text; with `first`, at its beginning. The lists are
   long and asked for every row: few words begin as one of the text does. */
static bool
has_word(const folded *in, const char *words, bool first)
{
    for (const char *word = words + 1; *word != '\0';) {
        size_t length = (size_t)(strchr(word, '|') - word);
        bool open = length > 1 && word[length - 1] == '-';
        if ((in->initials & initial(word[0])) != 0 && stands(in, word, length - open, open, first))
            return true;
        word += length + 1;
    }
    return false;
}

/* The first word is "kelompok" with one slip of the fingers. */
static bool
is_misspelt_group(const folded *in)
{
    static const char word[] = "kelompok";
    const char *text = in->text + 1;
    size_t length = strcspn(text, " "), same = 0, tail = 0;

    if (length < 7 || length > 9)
        return false;
    while (same < length && same < 8 && text[same] == word[same])
        same++;
    while (tail < length - same && tail < 8 - same && text[length - 1 - tail] == word[7 - tail])
        tail++;
    return same >= 1 && same + tail >= (length > 8 ? 8u : length - 1) - (length == 8 ? 1u : 0u);
}

static const char *
group_of(const folded *name)
{
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
        if (has_word(name, groups[i].words, true))
            return groups[i].group;
    return is_misspelt_group(name) ? "other" : NULL;
}

static void
find_nature(const bina_record *row, const bina_list_traits *traits, const bina_row_beside *beside,
            const folded *business, bina_row_class *result)
{
    const char *given = bina_record_text(row, BINA_SOURCE_RECORD_NATURE), *sheet, *ignored;
    const char *group = group_of(business), *titled = traits->nature;
    folded owner;

    fold(bina_record_text(row, BINA_SOURCE_RECORD_OWNER_NAME), &owner);
    bina_title_classify(beside->sheet, &sheet, &ignored);
    if (sheet != NULL)
        titled = sheet;
    result->why[0] = "default";
    result->nature = "enterprise";
    if (has_word(business, totals, true) || has_word(&owner, totals, true)) {
        result->nature = "total";
        result->why[0] = "row.total";
    } else if (given != NULL || beside->declared != NULL) {
        result->nature = given != NULL ? given : beside->declared;
        result->why[0] = "row.declared";
    } else if (group != NULL) {
        result->nature = "group";
        result->why[0] = "name.group";
    } else if (beside->members) {
        result->nature = "group";
        result->why[0] = "row.members";
    } else if (traits->has_groups && business->text[1] != '\0') {
        result->nature = "group";
        result->why[0] = "list.groups";
    } else if (has_word(business, chains, true)) {
        result->nature = "outlet";
        result->why[0] = "name.chain";
    } else if (titled != NULL && !(strcmp(titled, "person") == 0 && business->text[1] != '\0')) {
        /* Of people with businesses of their own, the businesses are what is counted. */
        result->nature = titled;
        result->why[0] = "list.title";
    } else if (traits->has_owner && !traits->has_business) {
        result->nature = "person";
        result->why[0] = "list.persons";
    } else if (!traits->has_owner && owner.text[1] == '\0' && business->text[1] == '\0') {
        result->nature = "product";
        result->why[0] = "list.products";
    }
    result->group = NULL;
    if (strcmp(result->nature, "group") == 0)
        result->group = group != NULL ? group : "other";
}

/* What the digits of a KBLI class say: NULL when there are none. */
static const char *
scope_of_kbli(const char *code)
{
    int division;

    while (code != NULL && *code != '\0' && !isdigit((unsigned char)*code))
        code++;
    if (code == NULL || !isdigit((unsigned char)code[0]) || !isdigit((unsigned char)code[1]))
        return NULL;
    division = (code[0] - '0') * 10 + (code[1] - '0');
    if (division >= 10 && division <= 33)
        return "industry";
    if (division >= 45 && division <= 47)
        return "trade";
    return "service";
}

/* What words say: selling outranks what is sold, and what is made outranks "jasa". */
static const char *
scope_of_words(const folded *text)
{
    if (has_word(text, selling, false))
        return "trade";
    if (has_word(text, making, false))
        return "industry";
    if (has_word(text, serving, false))
        return "service";
    return NULL;
}

static const char *
reason_of(bool kbli, const char *scope)
{
    if (strcmp(scope, "industry") == 0)
        return kbli ? "kbli.industry" : "words.industry";
    if (strcmp(scope, "trade") == 0)
        return kbli ? "kbli.trade" : "words.trade";
    return kbli ? "kbli.service" : "words.service";
}

void
bina_row_classify(const bina_record *row, const bina_list_traits *traits,
                  const bina_row_beside *beside, bina_row_class *result)
{
    const char *kbli = scope_of_kbli(bina_record_text(row, BINA_SOURCE_RECORD_ACTIVITY));
    const char *given = bina_record_text(row, BINA_SOURCE_RECORD_SCOPE);
    const char *product, *name, *section;
    folded business, thing, heading;

    fold(bina_record_text(row, BINA_SOURCE_RECORD_BUSINESS_NAME), &business);
    fold(bina_record_text(row, BINA_SOURCE_RECORD_PRODUCT), &thing);
    fold(beside->section, &heading);
    find_nature(row, traits, beside, &business, result);
    product = scope_of_words(&thing);
    name = scope_of_words(&business);
    section = scope_of_words(&heading);
    result->scope = "unknown";
    result->why[1] = "unknown";
    if (given != NULL) {
        result->scope = given;
        result->why[1] = "row.declared";
    } else if (product != NULL && strcmp(product, "trade") == 0) {
        /* A class is easily picked wrong from a long list; "jual" is not written by mistake. */
        result->scope = product;
        result->why[1] = reason_of(false, product);
    } else if (kbli != NULL) {
        result->scope = kbli;
        result->why[1] = reason_of(true, kbli);
    } else if (product != NULL || name != NULL) {
        result->scope = product != NULL ? product : name;
        result->why[1] = reason_of(false, result->scope);
    } else if (section != NULL) {
        result->scope = section;
        result->why[1] = "list.section";
    } else if (traits->scope != NULL) {
        result->scope = traits->scope;
        result->why[1] = "list.title";
    }
}

const char *
bina_row_group(const bina_record *row)
{
    const char *group;
    folded business;

    fold(bina_record_text(row, BINA_SOURCE_RECORD_BUSINESS_NAME), &business);
    group = group_of(&business);
    return group != NULL ? group : "other";
}

/* ---- titles ---- */

static const struct titled {
    const char *nature, *words;
} titled_natures[] = {
    {"person", "|peserta|debitur|penerima kur|calon penerima kur|daftar hadir|wirausaha baru|"
               "calon wirausaha|daftar pengrajin|daftar perajin|data pengrajin|data perajin|"},
    {"product", "|daftar produk|data produk|katalog produk|daftar merek|daftar merk|daftar harga|"},
    {"group", "|daftar kelompok|data kelompok|daftar kub|data kub|kelompok usaha bersama|"
              "daftar kwt|data kwt|daftar koperasi|data koperasi|daftar poklahsar|"
              "data poklahsar|"},
    {"outlet", "|daftar gerai|data gerai|daftar outlet|data outlet|daftar minimarket|"
               "data minimarket|"},
};

static const struct titled titled_scopes[] = {
    {"industry",
     "|ikm|industri kecil|industri rumah-|industri rumahan|home industri|sentra industri|"
     "unit industri|pengrajin|perajin|"},
    {"trade", "|pedagang|daftar toko|data toko|daftar kios|data kios|daftar warung|data warung|"},
    {"service", "|usaha jasa|daftar bengkel|data bengkel|daftar salon|data salon|"},
};

void
bina_title_classify(const char *title, const char **nature, const char **scope)
{
    folded text;

    *nature = *scope = NULL;
    fold(title, &text);
    for (size_t i = 0; i < sizeof titled_natures / sizeof titled_natures[0] && *nature == NULL; i++)
        if (has_word(&text, titled_natures[i].words, false))
            *nature = titled_natures[i].nature;
    /* A title that speaks of two scopes tells none. */
    for (size_t i = 0; i < sizeof titled_scopes / sizeof titled_scopes[0]; i++)
        if (has_word(&text, titled_scopes[i].words, false)) {
            if (*scope != NULL) {
                *scope = NULL;
                return;
            }
            *scope = titled_scopes[i].nature;
        }
}

const char *
bina_word_nature(const char *cell)
{
    static const struct titled words[] = {
        {"group", "|kelompok|kelompok usaha|kub|kube|kwt|poklahsar|koperasi|kelompok usaha bersama|"
                  "kelompok wanita tani|poktan|gapoktan|"},
        {"product", "|produk|"},
        {"outlet", "|gerai|outlet|cabang|"},
    };
    folded text;
    char pattern[64];

    fold(cell, &text);
    if (strlen(text.text) < 3 || strlen(text.text) >= sizeof pattern)
        return NULL;
    /* The whole cell: " kelompok " is "|kelompok|" on the list. */
    memcpy(pattern, text.text, strlen(text.text) + 1);
    pattern[0] = pattern[strlen(pattern) - 1] = '|';
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strstr(words[i].words, pattern) != NULL)
            return words[i].nature;
    return NULL;
}
