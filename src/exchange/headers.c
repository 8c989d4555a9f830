#include "exchange/headers.h"
#include <string.h>
#include "exchange/mapping.h"

/*
 * What a field is called at the top of lists, Indonesian and English, by the field's name. Sources:
 * the headers of open data portals and of district lists; every form is in the key form (small
 * letters, one blank between words), forms are parted by |.
 */
static const struct {
    const char *field, *forms;
} known[] = {
    {"business_name",
     "nama usaha|nama perusahaan|perusahaan|nama ikm|nama umkm|nama industri|nama toko|"
     "nama badan usaha|nama unit usaha|nama dagang|nama merek usaha|nama kub|nama kelompok usaha|"
     "ikm|umkm|business name|company name|company|trade name|enterprise|business"},
    {"owner_name",
     "nama pemilik|pemilik|nama pengusaha|pengusaha|nama pelaku usaha|pelaku usaha|"
     "nama penanggung jawab|penanggung jawab|nama pengelola|pengelola|pimpinan|nama pimpinan|"
     "nama lengkap|nama pemilik usaha|nama ktp|nama sesuai ktp|nama pengrajin|pengrajin|"
     "nama perajin|perajin|nama ketua|nama orang|owner|owner name|full name|contact person|cp|"
     "nama kontak|nama"},
    {"nik", "nik|no ktp|nomor ktp|ktp|nik pemilik|no nik|nomor nik|nik ktp|no nik ktp|"
            "nomor induk kependudukan|nik pemilik usaha"},
    {"nib", "nib|no nib|nomor nib|nomor induk berusaha|nib oss|no induk berusaha"},
    {"npwp", "npwp|no npwp|nomor npwp"},
    {"sex", "jenis kelamin|jk|kelamin|l p|lp|sex|gender|jns kelamin|j k"},
    {"born", "tanggal lahir|tgl lahir|tgl lhr|date of birth|birth date|dob|born"},
    {"phone", "telepon|telp|tlp|telpon|no telp|no telepon|no telpon|nomor telepon|nomor telp|hp|"
              "no hp|nomor hp|no wa|nomor wa|wa|whatsapp|handphone|no handphone|phone|"
              "phone number|mobile|no kontak|nomor kontak|kontak hp|no hp wa|no telp hp|"
              "telp hp|hp wa|no telepon hp"},
    {"address", "alamat|alamat usaha|alamat lengkap|alamat perusahaan|alamat pemilik|alamat rumah|"
                "alamat tempat usaha|alamat produksi|jalan|nama jalan|address|street"},
    {"hamlet", "dusun|lingkungan|kampung|banjar|dusun lingkungan|nama dusun|hamlet"},
    {"rt", "rt|no rt|nomor rt"},
    {"rw", "rw|no rw|nomor rw"},
    {"village", "desa|kelurahan|desa kelurahan|kelurahan desa|desa kel|kel desa|nama desa|"
                "nama kelurahan|kel|kelurahan desa usaha|desa lurah|village"},
    {"district", "kecamatan|kec|nama kecamatan|kecamatan usaha|district|subdistrict"},
    {"regency", "kabupaten|kabupaten kota|kab kota|kota kabupaten|kab|nama kabupaten kota|"
                "nama kabupaten|kota|regency|city"},
    {"region", "kode wilayah|kode desa|kode kelurahan|kode kemendagri|kode desa kelurahan|"
               "region code|region"},
    {"activity", "kbli|kode kbli|no kbli|kbli 2020|kbli utama|nomor kbli"},
    {"product", "produk|jenis produk|nama produk|produk utama|jenis usaha|bidang usaha|komoditi|"
                "komoditas|jenis komoditi|jenis industri|hasil produksi|jenis produksi|"
                "usaha|kategori usaha|judul kbli|uraian kbli|nama kbli|product|products|trade"},
    {"workers", "tenaga kerja|jumlah tenaga kerja|jml tenaga kerja|tk|jumlah tk|jml tk|karyawan|"
                "jumlah karyawan|jumlah pekerja|pekerja|total tenaga kerja|tki|jumlah tki|naker|"
                "jumlah naker|workers|employees"},
    {"investment", "investasi|nilai investasi|jumlah investasi|modal investasi|investment"},
    {"capital", "modal|modal usaha|modal awal|jumlah modal|capital"},
    {"sales", "omzet|omset|omzet per tahun|omset per tahun|omzet setahun|omset setahun|"
              "penjualan|nilai penjualan|nilai penjualan per tahun|pendapatan per tahun|sales|"
              "turnover|revenue"},
    {"founded", "tahun berdiri|thn berdiri|tahun mulai|tahun mulai usaha|tahun pendirian|"
                "mulai usaha|thn mulai|thn mulai usaha|tahun mulai produksi|mulai "
                "produksi|founded|year founded"},
    {"row_key", "no registrasi|nomor registrasi|no register|nomor induk usaha|kode usaha|id usaha"},
    {"surveyed", "tanggal pendataan|tgl pendataan|tanggal data|tgl data|tanggal input|tgl input|"
                 "tanggal survei|tgl survei|tanggal survey|tgl survey|tanggal pendaftaran|"
                 "survey date|surveyed"},
    {"latitude", "lat|latitude|lintang|garis lintang"},
    {"longitude", "lng|lon|long|longitude|bujur|garis bujur"},
    {"scope", "cakupan|scope"},
    {"stage", "tahap|tahap industri rumahan"},
    {"status", "status|status usaha|keadaan"},
};

/* Fields that a kind calls otherwise. */
static const struct {
    int kind;
    const char *field, *means;
} aliases[] = {
    {BINA_ENTERPRISE, "name", "business_name"},
    {BINA_PERSON, "name", "owner_name"},
};

static const char *
meaning(const bina_description *target, const char *field)
{
    size_t i;

    for (i = 0; i < sizeof(aliases) / sizeof(aliases[0]); i++)
        if (bina_description_kind(target) == aliases[i].kind &&
            strcmp(aliases[i].field, field) == 0)
            return aliases[i].means;
    return field;
}

/* Whether the words of a form stand in a header one after the other. */
static bool
contains(const char *key, const char *form, size_t length)
{
    const char *at;

    for (at = key; *at != '\0'; at++)
        if ((at == key || at[-1] == ' ') && strncmp(at, form, length) == 0 &&
            (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

static int
count_words(const char *text, size_t length)
{
    int words = 1;

    while (length-- > 0)
        words += *text++ == ' ';
    return words;
}

/* "Omzet per bulan" is no year's sales: such words change what the header means. */
static bool
means_otherwise(const char *key)
{
    static const char *const words[] = {"bulan", "hari",  "minggu", "kode",  "tanggal",
                                        "tgl",   "month", "status", "jenis", "kab",
                                        "kota",  "skala", NULL};
    const char *const *word;

    for (word = words; *word != NULL; word++)
        if (contains(key, *word, strlen(*word)))
            return true;
    return false;
}

static int
score_form(const char *key, const char *form, size_t length)
{
    int words, extra;

    if (strlen(key) == length && memcmp(key, form, length) == 0)
        return 100;
    if (length < 3 || !contains(key, form, length))
        return 0;
    words = count_words(form, length);
    extra = count_words(key, strlen(key)) - words;
    if (extra > 4 || means_otherwise(key))
        return 0;
    return 50 + 10 * (words < 4 ? words : 4) - 5 * extra;
}

static int
score_forms(const char *key, const char *forms)
{
    int best = 0, score;
    size_t length;

    while (*forms != '\0') {
        length = strcspn(forms, "|");
        score = score_form(key, forms, length);
        if (score > best)
            best = score;
        forms += length + (forms[length] == '|');
    }
    return best;
}

int
bina_header_score(const char *key, const bina_description *target, int slot)
{
    const bina_field *field = bina_description_field(target, slot);
    const char *name = bina_field_name(field), *label;
    char own[BINA_HEADER_KEY];
    int score = 0, language;
    size_t i;

    if (strcmp(bina_header_key(name, own, sizeof(own)), key) == 0)
        return 100;
    for (language = BINA_ENGLISH; language <= BINA_INDONESIAN; language++) {
        label = bina_field_label(field, (bina_language)language);
        if (label != NULL && strcmp(bina_header_key(label, own, sizeof(own)), key) == 0)
            score = 95;
    }
    name = meaning(target, name);
    for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        if (strcmp(known[i].field, name) == 0) {
            int form = score_forms(key, known[i].forms);
            /* "Nama" alone may mean anybody: a surer column goes first. */
            if (form == 100 && strcmp(key, "nama") == 0)
                form = 60;
            return form > score ? form : score;
        }
    return score;
}

int64_t
bina_header_unit(const char *key)
{
    static const struct {
        const char *word;
        int64_t unit;
    } units[] = {{"ribu", 1000},      {"ribuan", 1000},  {"000", 1000},
                 {"1000", 1000},      {"juta", 1000000}, {"jutaan", 1000000},
                 {"000000", 1000000}, {"rb", 1000},      {"jt", 1000000}};
    size_t i;

    if (contains(key, "000 000", 7))
        return 1000000;
    for (i = 0; i < sizeof(units) / sizeof(units[0]); i++)
        if (contains(key, units[i].word, strlen(units[i].word)))
            return units[i].unit;
    return 1;
}

int64_t
bina_title_unit(const char *key)
{
    static const struct {
        const char *words;
        int64_t unit;
    } units[] = {{"rp 000 000", 1000000},   {"juta rupiah", 1000000}, {"jutaan rupiah", 1000000},
                 {"dalam jutaan", 1000000}, {"rp juta", 1000000},     {"dalam juta", 1000000},
                 {"ribu rupiah", 1000},     {"ribuan rupiah", 1000},  {"dalam ribuan", 1000},
                 {"rp 000", 1000},          {"rp 1 000", 1000},       {"rp ribu", 1000},
                 {"dalam ribu", 1000},      {"rp ribuan", 1000}};
    size_t i;

    for (i = 0; i < sizeof(units) / sizeof(units[0]); i++)
        if (contains(key, units[i].words, strlen(units[i].words)))
            return units[i].unit;
    return 1;
}

bina_header_part
bina_header_part_of(const char *key, size_t *length)
{
    static const struct {
        const char *words;
        bina_header_part part;
    } parts[] = {
        {"l", BINA_PART_MALE},           {"lk", BINA_PART_MALE},
        {"laki laki", BINA_PART_MALE},   {"laki", BINA_PART_MALE},
        {"pria", BINA_PART_MALE},        {"lk2", BINA_PART_MALE},
        {"male", BINA_PART_MALE},        {"p", BINA_PART_FEMALE},
        {"pr", BINA_PART_FEMALE},        {"perempuan", BINA_PART_FEMALE},
        {"wanita", BINA_PART_FEMALE},    {"w", BINA_PART_FEMALE},
        {"female", BINA_PART_FEMALE},    {"tidak tetap", BINA_PART_CASUAL},
        {"tdk tetap", BINA_PART_CASUAL}, {"kontrak", BINA_PART_CASUAL},
        {"musiman", BINA_PART_CASUAL},   {"tetap", BINA_PART_PERMANENT},
        {"jumlah", BINA_PART_TOTAL},     {"jml", BINA_PART_TOTAL},
        {"total", BINA_PART_TOTAL},      {"jlh", BINA_PART_TOTAL},
        {"l p", BINA_PART_TOTAL},
    };
    size_t whole = strlen(key), n, best = 0, i;
    bina_header_part found = BINA_PART_NONE;

    *length = 0;
    for (i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        n = strlen(parts[i].words);
        if (n <= best || n > whole || strcmp(key + whole - n, parts[i].words) != 0 ||
            (n < whole && key[whole - n - 1] != ' '))
            continue;
        best = n;
        found = parts[i].part;
        *length = n < whole ? whole - n - 1 : 0;
    }
    return found;
}
