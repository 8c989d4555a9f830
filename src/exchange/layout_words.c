#include "exchange/layout_words.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "exchange/headers.h"
#include "exchange/mapping.h"
#include "exchange/words.h"

#define WORD_ROOM 48

bina_cell_look
bina_look_at(const char *text, size_t length)
{
    bool digits = false, marks = false;
    size_t i;

    for (i = 0; i < length; i++) {
        char c = text[i];
        if (bina_look_is_letter(c))
            return BINA_LOOK_WORDS;
        digits = digits || (c >= '0' && c <= '9');
        marks = marks || (c > ' ' && (unsigned char)c < 0x80);
    }
    return digits ? BINA_LOOK_NUMBER : marks ? BINA_LOOK_MARKS : BINA_LOOK_BLANK;
}

/* A text in small letters with one blank between words, marks left out; cut to the room. */
static void
make_key(const char *text, size_t length, char key[BINA_HEADER_KEY])
{
    char copy[BINA_HEADER_KEY];

    if (length >= sizeof(copy))
        length = sizeof(copy) - 1;
    memcpy(copy, text, length);
    copy[length] = '\0';
    bina_header_key(copy, key, BINA_HEADER_KEY);
}

long
bina_look_numbering(const char *text, size_t length)
{
    char copy[WORD_ROOM], *at = copy, *end;
    long number;

    if (length == 0 || length >= sizeof(copy))
        return 0;
    memcpy(copy, text, length);
    copy[length] = '\0';
    at += strspn(at, " ([");
    if (islower((unsigned char)*at) && strspn(at + 1, " )].") == strlen(at + 1))
        return *at - 'a' + 1;
    if (!isdigit((unsigned char)*at))
        return 0;
    number = strtol(at, &end, 10);
    /* "(5)", "5.", and "5 = 3 + 4" where a column adds up others. */
    if (number > 999 || strspn(end, " )].=+-:x/(0123456789") != strlen(end) ||
        isdigit((unsigned char)*end) || (*end == '.' && isdigit((unsigned char)end[1])))
        return 0;
    return number;
}

/* Whether a word stands in a list "|word|word|". */
static bool
is_listed(const char *list, const char *word, size_t length)
{
    const char *at = list;

    while ((at = strchr(at, '|')) != NULL) {
        at++;
        if (strncmp(at, word, length) == 0 && at[length] == '|')
            return true;
    }
    return false;
}

bool
bina_word_of_header(const char *text, size_t length)
{
    static const char words[] =
        "|no|nomor|nama|alamat|jalan|desa|kelurahan|kel|kecamatan|kec|kabupaten|kab|kota|provinsi|"
        "dusun|lingkungan|rt|rw|telp|telepon|telpon|tlp|hp|wa|whatsapp|kontak|nik|ktp|kk|nib|npwp|"
        "kbli|jenis|produk|komoditi|komoditas|usaha|pemilik|pengusaha|perusahaan|pimpinan|ikm|"
        "umkm|tenaga|kerja|karyawan|jumlah|jml|total|omzet|omset|investasi|modal|nilai|tahun|thn|"
        "tanggal|tgl|tempat|lahir|umur|usia|kelamin|jk|lk|pr|pria|wanita|laki|perempuan|"
        "keterangan|ket|satuan|kapasitas|produksi|bahan|baku|pemasaran|sentra|kelompok|anggota|"
        "ketua|status|email|izin|ijin|legalitas|sertifikat|halal|pirt|merek|merk|lat|lng|long|"
        "latitude|longitude|id|kode|name|address|phone|owner|business|village|district|workers|"
        "type|category|kategori|date|year|unit|price|harga|bantuan|pelatihan|peserta|volume|"
        "uraian|wilayah|badan|hukum|bentuk|sektor|bidang|skala|bank|plafon|debitur|realisasi|";
    char key[BINA_HEADER_KEY];
    const char *word;
    size_t n;

    make_key(text, length, key);
    for (word = key; *word != '\0'; word += n + (word[n] == ' ')) {
        n = strcspn(word, " ");
        if (is_listed(words, word, n))
            return true;
    }
    return false;
}

bool
bina_word_is_header(const char *text, size_t length)
{
    const bina_description *rows = bina_kind_description(BINA_SOURCE_RECORD);
    char key[BINA_HEADER_KEY];
    int slot;

    make_key(text, length, key);
    for (slot = 0; slot < bina_description_count(rows); slot++)
        if (bina_header_score(key, rows, slot) >= 95)
            return true;
    return false;
}

bool
bina_word_stands_alone(const char *text, size_t length)
{
    static const char words[] =
        "|no|nomor|nama|alamat|jalan|desa|kelurahan|kecamatan|kec|kabupaten|dusun|telp|telepon|hp|"
        "wa|nik|nib|npwp|kbli|jenis|produk|komoditi|omzet|omset|investasi|modal|keterangan|ket|"
        "pemilik|usaha|perusahaan|status|email|merek|legalitas|izin|pemasaran|";
    char key[BINA_HEADER_KEY];

    make_key(text, length, key);
    return is_listed(words, key, strcspn(key, " "));
}

bool
bina_word_number_header(const char *text, size_t length)
{
    char key[BINA_HEADER_KEY];

    make_key(text, length, key);
    if (key[0] == '\0')
        return length == 1 && text[0] == '#';
    return is_listed("|no|nomor|nomer|no urut|nomor urut|nr|num|urut|no urt|no absen|", key,
                     strlen(key));
}

bool
bina_word_total(const char *text, size_t length)
{
    static const char *const labels[] = {"jumlah",       "total",        "sub total", "subtotal",
                                         "sub jumlah",   "grand total",  "rata rata", "jml",
                                         "jumlah total", "total jumlah", NULL};
    /* What may stand behind: that of which it is the sum. */
    static const char behind[] =
        "|total|jumlah|keseluruhan|seluruhnya|seluruh|semua|umum|besar|akhir|kecamatan|kec|desa|ds|"
        "kelurahan|kel|kabupaten|kab|kota|provinsi|ikm|umkm|halaman|dipindahkan|pindahan|ini|per|"
        "i|ii|iii|iv|v|vi|a|b|c|d|e|rp|orang|unit|unit usaha|usaha|industri|rata|s|sampai|";
    char key[BINA_HEADER_KEY];
    size_t i, n;

    make_key(text, length, key);
    for (i = 0; labels[i] != NULL; i++) {
        n = strlen(labels[i]);
        if (strncmp(key, labels[i], n) != 0 || (key[n] != '\0' && key[n] != ' '))
            continue;
        if (key[n] == '\0' || (is_listed(behind, key + n + 1, strcspn(key + n + 1, " "))) ||
            isdigit((unsigned char)key[n + 1]))
            return true;
    }
    return false;
}

/* Whether a key is one of these, or begins with one and goes on with a further word. */
static bool
begins_with(const char *key, const char *const *starts)
{
    size_t n;

    for (; *starts != NULL; starts++) {
        n = strlen(*starts);
        if (strncmp(key, *starts, n) == 0 && (key[n] == '\0' || key[n] == ' '))
            return true;
    }
    return false;
}

bool
bina_word_footer(const char *text, size_t length)
{
    static const char *const starts[] = {"mengetahui",
                                         "menyetujui",
                                         "disetujui",
                                         "diketahui",
                                         "kepala dinas",
                                         "kepala bidang",
                                         "kepala seksi",
                                         "kepala desa",
                                         "kepala bagian",
                                         "kepala badan",
                                         "kepala uptd",
                                         "kabid",
                                         "kasi",
                                         "lurah",
                                         "camat",
                                         "nip",
                                         "pembina tk",
                                         "pembina tingkat",
                                         "pembina utama",
                                         "penata tk",
                                         "penata tingkat",
                                         "penata muda",
                                         "dibuat oleh",
                                         "diperiksa oleh",
                                         "disahkan",
                                         "ditetapkan",
                                         "sekretaris",
                                         "a n kepala",
                                         "an kepala",
                                         "plt",
                                         "plh",
                                         "petugas pendata",
                                         "tanda tangan",
                                         "ttd",
                                         "yang membuat",
                                         "pendata",
                                         "bupati",
                                         "walikota",
                                         "wali kota",
                                         NULL};
    char key[BINA_HEADER_KEY];

    make_key(text, length, key);
    return begins_with(key, starts);
}

bool
bina_word_dateline(const char *text, size_t length)
{
    char copy[WORD_ROOM], *comma, *at;
    size_t n;

    if (length == 0 || length >= sizeof(copy))
        return false;
    memcpy(copy, text, length);
    copy[length] = '\0';
    comma = strchr(copy, ',');
    if (comma == NULL || comma == copy)
        return false;
    /* A month's name behind the comma; dots stand where the day is written in by hand. Without
     * either it may be a name: "Ramos, Marta". */
    if (strpbrk(comma + 1, "0123456789._") == NULL)
        return false;
    for (at = comma + 1; *at != '\0'; at += n + (at[n] != '\0')) {
        for (n = 0; isalpha((unsigned char)at[n]); n++)
            ;
        if (n > 0)
            return bina_words_month(at, n) > 0;
    }
    return strspn(comma + 1, " ._\t") == strlen(comma + 1) && strlen(comma + 1) > 3;
}

bool
bina_word_note(const char *text, size_t length)
{
    static const char *const starts[] = {"sumber", "keterangan", "catatan",    "ket",
                                         "note",   "nb",         "source",     "halaman",
                                         "page",   "lanjutan",   "bersambung", NULL};
    char key[BINA_HEADER_KEY];

    if (length >= 2 && text[0] == '*')
        return true;
    make_key(text, length, key);
    return begins_with(key, starts);
}

bool
bina_word_outline(const char *text, size_t length)
{
    size_t n = 0;

    while (length > 0 &&
           (text[length - 1] == ' ' || text[length - 1] == '.' || text[length - 1] == ')'))
        length--;
    while (n < length && strchr("IVX", text[n]) != NULL)
        n++;
    return (n == length && length > 0 && length <= 5) ||
           (length == 1 && isupper((unsigned char)text[0]));
}
