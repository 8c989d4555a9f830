/*
 * Standard values: what officials write in different ways comes out alike, and what differs
 * stays apart. Forms are those seen in public registers; the persons are made up.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include "linkage/lexicon.h"
#include "linkage/similarity.h"
#include "linkage/standardise.h"

static bina_standard
standard(bina_role role, const char *text)
{
    bina_standard out;
    bina_standardise(BINA_PROFILE_INDONESIA, role, text, strlen(text), &out);
    return out;
}

static bina_standard
generic(bina_role role, const char *text)
{
    bina_standard out;
    bina_standardise(BINA_PROFILE_GENERIC, role, text, strlen(text), &out);
    return out;
}

static void
becomes(bina_role role, const char *text, const char *wanted)
{
    bina_standard out = standard(role, text);
    ck_assert_str_eq(out.text, wanted);
    ck_assert_uint_eq(out.length, strlen(wanted));
    ck_assert(!out.missing);
}

static void
same(bina_role role, const char *a, const char *b)
{
    bina_standard left = standard(role, a), right = standard(role, b);
    ck_assert_msg(strcmp(left.text, right.text) == 0, "%s: %s; %s: %s", a, left.text, b,
                  right.text);
    ck_assert_uint_gt(left.length, 0);
}

static void
has(bina_role role, const char *text, uint32_t flags)
{
    bina_standard out = standard(role, text);
    ck_assert_msg((out.flags & flags) == flags, "%s has %x", text, out.flags);
}

static double
alike(bina_role role, const char *a, const char *b)
{
    bina_standard left = standard(role, a), right = standard(role, b);
    return bina_similarity_names(left.words, left.words_length, right.words, right.words_length);
}

/* Where a reader can tell by how often a number is there, one that fills a box is kept, unless the
 * cell has another. */
START_TEST(test_fillers)
{
    static const struct {
        const char *cell, *text;
    } phones[] = {{"0812-3456-7890", "081234567890"},
                  {"08111111111 / 0335-803735", "0335803735"},
                  {"0335-803735 / 08111111111", "0335803735"},
                  {"0000000000", ""}};
    bina_standard out;

    for (size_t i = 0; i < BINA_LEXICON_COUNT(phones); i++) {
        bina_standardise_brief(BINA_PROFILE_INDONESIA, BINA_ROLE_PHONE, phones[i].cell,
                               strlen(phones[i].cell), NULL, &out);
        ck_assert_str_eq(out.text, phones[i].text);
    }
    ck_assert(bina_is_filler(BINA_ROLE_PHONE, "081234567890", 12));
    ck_assert(!bina_is_filler(BINA_ROLE_PHONE, "081230001111", 12));
    ck_assert(bina_is_filler(BINA_ROLE_NIK, "1111111111111111", 16));
    ck_assert(!bina_is_filler(BINA_ROLE_PERSON, "1111111111111111", 16));
}
END_TEST

/* Shops and exports write a number and its unit together or apart, short or long. */
START_TEST(test_measures)
{
    same(BINA_ROLE_TEXT, "Mie goreng 85 gr", "mie goreng 85g");
    same(BINA_ROLE_TEXT, "iPhone 12 (64 GB)", "iphone 12 64gb");
    same(BINA_ROLE_TEXT, "Kecap 1.5 liter", "kecap 1.5L");
    same(BINA_ROLE_TEXT, "Bor 18-V", "bor 18 volt");
    same(BINA_ROLE_TEXT, "layar 17 inch", "layar 17in");
    becomes(BINA_ROLE_TEXT, "sampo 2 in 1", "sampo 2 in 1");
    becomes(BINA_ROLE_TEXT, "mouse m185 grey", "mouse m185 grey");
    becomes(BINA_ROLE_TEXT, "7 gram", "7g");
    becomes(BINA_ROLE_TEXT, "7 gramofon", "7 gramofon");
    becomes(BINA_ROLE_TEXT, "9", "9");
}
END_TEST

/* Bisection needs order, and order is easily broken by whoever adds a word. */
START_TEST(test_lexicons_are_in_order)
{
    const bina_lexicon *const all[] = {
        &bina_lexicon_titles_before,   &bina_lexicon_titles_after,     &bina_lexicon_names,
        &bina_lexicon_business,        &bina_lexicon_business_generic, &bina_lexicon_address,
        &bina_lexicon_address_generic,
    };
    for (size_t n = 0; n < BINA_LEXICON_COUNT(all); n++) {
        ck_assert_uint_gt(all[n]->count, 30);
        for (size_t i = 0; i < all[n]->count; i++) {
            const bina_lexeme *entry = &all[n]->entries[i];
            ck_assert_uint_gt(strlen(entry->canonical), 0);
            ck_assert_int_eq(entry->form[BINA_LEXEME_FORM_SIZE - 1], '\0');
            size_t used = 0;
            bina_word word = {entry->form, (uint16_t)strlen(entry->form), 0};
            if (strchr(entry->form, ' ') == NULL)
                ck_assert_ptr_eq(bina_lexicon_find(all[n], &word, 1, &used), entry);
            ck_assert_uint_ne(entry->kind, BINA_LEXEME_NONE);
            ck_assert_uint_eq(strspn(entry->form, "abcdefghijklmnopqrstuvwxyz "),
                              strlen(entry->form));
            if (i > 0)
                ck_assert_msg(strcmp(all[n]->entries[i - 1].form, entry->form) < 0,
                              "%s is out of order", entry->form);
        }
    }
}
END_TEST

/* The longest form wins; words that only begin alike, or are very long, are not found. */
START_TEST(test_lexicon_find)
{
    size_t used = 0;
    const bina_word ode[] = {{"la", 2, 0}, {"ode", 3, 0}, {"rusdin", 6, 0}};
    const bina_lexeme *found = bina_lexicon_find(&bina_lexicon_titles_before, ode, 3, &used);
    ck_assert_ptr_nonnull(found);
    ck_assert_str_eq(found->canonical, "la ode");
    ck_assert_uint_eq(used, 2);
    const bina_word long_form[] = {
        {"kelompok", 8, 0}, {"pengolah", 8, 0}, {"dan", 3, 0}, {"pemasar", 7, 0}, {"x", 1, 0}};
    found = bina_lexicon_find(&bina_lexicon_business, long_form, 5, &used);
    ck_assert_str_eq(found->canonical, "poklahsar");
    ck_assert_uint_eq(used, 4);
    found = bina_lexicon_find(&bina_lexicon_business, long_form, 3, &used);
    ck_assert_str_eq(found->canonical, "kelompok");
    ck_assert_uint_eq(used, 1);
    static const char *const unknown[] = {"hajah x",
                                          "haja",
                                          "hajahx",
                                          "muhammadin",
                                          "a",
                                          "zzzzzzzzz",
                                          "muhammadmuhammadmuhammadmuhammadmuhammad"};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(unknown); i++) {
        size_t length = strlen(unknown[i]);
        ck_assert(bina_lexicon_word(&bina_lexicon_titles_before, unknown[i], length) == NULL);
        ck_assert(bina_lexicon_word(&bina_lexicon_names, unknown[i], length) == NULL);
    }
}
END_TEST

/* What a form becomes must not become something else again. */
START_TEST(test_canonical_names_stay)
{
    for (size_t i = 0; i < bina_lexicon_names.count; i++) {
        const bina_lexeme *entry = &bina_lexicon_names.entries[i];
        if (strchr(entry->canonical, ' ') != NULL)
            continue;
        const bina_lexeme *again =
            bina_lexicon_word(&bina_lexicon_names, entry->canonical, strlen(entry->canonical));
        ck_assert_msg(again != NULL && strcmp(again->canonical, entry->canonical) == 0,
                      "%s becomes %s, which becomes another", entry->form, entry->canonical);
    }
}
END_TEST

START_TEST(test_name_titles)
{
    same(BINA_ROLE_PERSON, "La Ode Muh. Rusdin Jaya", "La Ode Muhammad Rusdin Jaya");
    same(BINA_ROLE_PERSON, "L.O. Moh Rusdin Jaya", "LD. Mochamad Rusdin Jaya");
    same(BINA_ROLE_PERSON, "Drs. H. Moch. Ali, S.Pd., M.M", "Muhammad Ali");
    same(BINA_ROLE_PERSON, "Dr. Ir. Siti Nurbaya SE MM", "St. Nurbaya");
    same(BINA_ROLE_PERSON, "K.H. Zaenal Arifin", "KH Zainal Arifin");
    same(BINA_ROLE_PERSON, "TGH. Hasan", "Hassan");
    same(BINA_ROLE_PERSON, "Baiq Dewi, S.Tr.Keb", "Bq Dewi");
    same(BINA_ROLE_PERSON, "Alwan Wijaya A.Md", "Alwan Wijaya, Amd.");
    same(BINA_ROLE_PERSON, "Bpk. Amir", "Pak Amir");
    becomes(BINA_ROLE_PERSON, "Lalu Alwan Wijaya, SPd", "alwan wijaya");
    has(BINA_ROLE_PERSON, "Lalu Alwan Wijaya, SPd",
        BINA_STANDARD_MALE | BINA_STANDARD_NOBLE | BINA_STANDARD_ACADEMIC);
    has(BINA_ROLE_PERSON, "Wa Ode Dewi", BINA_STANDARD_FEMALE | BINA_STANDARD_NOBLE);
    has(BINA_ROLE_PERSON, "Hj. Aminah", BINA_STANDARD_FEMALE | BINA_STANDARD_HAJJ);
    has(BINA_ROLE_PERSON, "Amaq Sahnun", BINA_STANDARD_MALE | BINA_STANDARD_TEKNONYM);
    has(BINA_ROLE_PERSON, "Ahmad ( Alm )", BINA_STANDARD_DECEASED);
    has(BINA_ROLE_PERSON, "Hasan, Alm.", BINA_STANDARD_DECEASED);
    /* The two spellings of one officer in the news: L. is Lalu. */
    ck_assert_double_eq(
        alike(BINA_ROLE_PERSON, "Lalu Alwan Wijaya, SPd", "L. Alwan Wijaya, SPd, M.Pd."), 1.0);
    /* A name that is nothing but a title stays a name. */
    becomes(BINA_ROLE_PERSON, "Haji", "haji");
    becomes(BINA_ROLE_PERSON, "Mas", "mas");
}
END_TEST

START_TEST(test_name_spellings)
{
    static const char *const muhammad[] = {"Muhamad",  "Mohammad", "Mohamad",  "Mochammad",
                                           "Mochamad", "Mokhamad", "Mukhamad", "Muh.",
                                           "Moh.",     "Moch.",    "Mhd."};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(muhammad); i++)
        becomes(BINA_ROLE_PERSON, muhammad[i], "muhammad");
    static const char *const abdul[] = {"abdurrahman", "abd. rahman",  "abdul rahman", "Abdurahman",
                                        "abdurrohman", "ABDUL ROHMAN", "abdulrahman"};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(abdul); i++)
        becomes(BINA_ROLE_PERSON, abdul[i], "abdul rahman");
    becomes(BINA_ROLE_PERSON, "Abdullah", "abdullah");
    becomes(BINA_ROLE_PERSON, "Abdulloh", "abdullah");
    same(BINA_ROLE_PERSON, "Achmad Joesoef", "Ahmat Yusuf");
    same(BINA_ROLE_PERSON, "Soeharto", "Suharto");
    same(BINA_ROLE_PERSON, "Djoko Widjaja", "Joko Wijaya");
    same(BINA_ROLE_PERSON, "Tjahja", "Cahya");
    same(BINA_ROLE_PERSON, "Soeparman", "Suparman");
    same(BINA_ROLE_PERSON, "Oktavianus Lenggu", "Oktovianus Lenggu");
    same(BINA_ROLE_PERSON, "Bernad Haning", "Bernardus Haning");
    same(BINA_ROLE_PERSON, "Ma'ruf", "Makruf");
    same(BINA_ROLE_PERSON, "JOS\xC3\x89", "jose");
    /* Written by ear: one name, however it is spelt; another stays another. */
    same(BINA_ROLE_PERSON, "Johary", "Johari");
    same(BINA_ROLE_PERSON, "Sumiaty", "Sumiyati");
    same(BINA_ROLE_PERSON, "Badarudien", "Badarudin");
    same(BINA_ROLE_PERSON, "Syafarudin", "Saffarudin");
    same(BINA_ROLE_PERSON, "Juairiah", "Djuairia");
    same(BINA_ROLE_PERSON, "Taufiq", "Taufik");
    same(BINA_ROLE_PERSON, "Dharmawan", "Darmawan");
    same(BINA_ROLE_PERSON, "Hairiah", "Haeriah");
    same(BINA_ROLE_PERSON,
         "Jum\xE2\x80\x99"
         "at",
         "J U M ' A T");
    ck_assert_str_ne(standard(BINA_ROLE_PERSON, "Marlina").text,
                     standard(BINA_ROLE_PERSON, "Marlini").text);
    ck_assert_str_ne(standard(BINA_ROLE_PERSON, "Fitri").text,
                     standard(BINA_ROLE_PERSON, "Putri").text);
    /* A modern j is not an old y, and Noel is not Nul. */
    becomes(BINA_ROLE_PERSON, "Jaya", "jaya");
    becomes(BINA_ROLE_PERSON, "Noel Anjani", "noel anjani");
    /* Clan last or first: the same words. */
    ck_assert_str_eq(standard(BINA_ROLE_PERSON, "Lenggu Oktovianus").core,
                     standard(BINA_ROLE_PERSON, "Oktovianus Lenggu").core);
}
END_TEST

START_TEST(test_names_letter_spaced)
{
    becomes(BINA_ROLE_PERSON, "B U D I", "budi");
    becomes(BINA_ROLE_PERSON, "H. B U D I", "budi");
    becomes(BINA_ROLE_PERSON, "H B U D I   S A N T O S O", "budi santoso");
    becomes(BINA_ROLE_PERSON, "H A S A N", "hasan");
    becomes(BINA_ROLE_PERSON, "IBU S I T I", "siti");
    has(BINA_ROLE_PERSON, "IBU S I T I", BINA_STANDARD_SPACED | BINA_STANDARD_TEKNONYM);
    has(BINA_ROLE_PERSON, "H J   S I T I", BINA_STANDARD_FEMALE | BINA_STANDARD_HAJJ);
    becomes(BINA_ROLE_PERSON, "M. A. Rahman", "m a rahman"); /* initials, not spacing */
    becomes(BINA_ROLE_PLACE, "J a w a", "jawa");
}
END_TEST

START_TEST(test_names_of_regions)
{
    /* Bali: birth order says little, I and Ni give the sex. */
    same(BINA_ROLE_PERSON, "I Md. Sudarta", "I Made Sudarta");
    ck_assert_str_eq(standard(BINA_ROLE_PERSON, "I Made Sudarta").core, "sudarta");
    ck_assert_str_eq(standard(BINA_ROLE_PERSON, "Ni Nym. Sari").words, "~nyoman sari");
    has(BINA_ROLE_PERSON, "Ni Made Sari", BINA_STANDARD_FEMALE);
    has(BINA_ROLE_PERSON, "I Wayan Sudarta", BINA_STANDARD_MALE);
    ck_assert_double_gt(alike(BINA_ROLE_PERSON, "I Wayan Sudarta", "Sudarta"), 0.8);
    /* Buton: La and Wa mark the sex and may be left out. */
    has(BINA_ROLE_PERSON, "La Dani", BINA_STANDARD_MALE);
    has(BINA_ROLE_PERSON, "Wa Ija", BINA_STANDARD_FEMALE);
    ck_assert_str_eq(standard(BINA_ROLE_PERSON, "La Dani").core, "dani");
    /* One-word names are whole names. */
    becomes(BINA_ROLE_PERSON, "Sri", "sri");
    ck_assert_str_eq(standard(BINA_ROLE_PERSON, "Muh.").core, "muhammad");
    /* The father's name is not the person's. */
    bina_standard aminah = standard(BINA_ROLE_PERSON, "Aminah binti Hasan");
    ck_assert_str_eq(aminah.core, "aminah");
    ck_assert_uint_eq(aminah.flags, BINA_STANDARD_FEMALE | BINA_STANDARD_PATRONYM);
    bina_standard two = standard(BINA_ROLE_PERSON, "Muhammad Fulan (NAMA KECIL)");
    ck_assert_str_eq(two.text, "muhammad fulan");
    ck_assert_str_eq(two.extra, "nama kecil");
    ck_assert_str_eq(standard(BINA_ROLE_PERSON, "Aris / Dian").extra, "dian");
    ck_assert_str_eq(standard(BINA_ROLE_PERSON, "Yosef alias Ocep").extra, "ocep");
}
END_TEST

START_TEST(test_sound_keys)
{
    static const char *const alike_words[][2] = {
        {"jusuf", "jusup"},      {"fauzi", "pauji"},     {"syarifuddin", "saripudin"},
        {"samsul", "syamsul"},   {"zainab", "jaenab"},   {"ahmad", "akhmat"},
        {"ramadhan", "ramadan"}, {"hasanah", "hasana"},  {"mukhtar", "muhtar"},
        {"tjipto", "cipto"},     {"wahyudi", "wahiudi"}, {"soleman", "sulaiman"},
    };
    for (size_t i = 0; i < BINA_LEXICON_COUNT(alike_words); i++) {
        const char *a = alike_words[i][0], *b = alike_words[i][1];
        ck_assert_msg(bina_sound_key(BINA_PROFILE_INDONESIA, a, strlen(a)) ==
                          bina_sound_key(BINA_PROFILE_INDONESIA, b, strlen(b)),
                      "%s does not sound like %s", a, b);
    }
    ck_assert(bina_sound_key(BINA_PROFILE_INDONESIA, "budi", 4) !=
              bina_sound_key(BINA_PROFILE_INDONESIA, "siti", 4));
    ck_assert(bina_sound_key(BINA_PROFILE_GENERIC, "knight", 6) ==
              bina_sound_key(BINA_PROFILE_GENERIC, "nite", 4));
    ck_assert(bina_sound_key(BINA_PROFILE_GENERIC, "philip", 6) ==
              bina_sound_key(BINA_PROFILE_GENERIC, "filipp", 6));
    ck_assert(bina_sound_key(BINA_PROFILE_GENERIC, "12", 2) !=
              bina_sound_key(BINA_PROFILE_GENERIC, "13", 2));
    ck_assert(bina_sound_key(BINA_PROFILE_GENERIC, "", 0) == 0);
}
END_TEST

START_TEST(test_businesses)
{
    same(BINA_ROLE_BUSINESS, "P.T. Maju Jaya", "Maju Djaya, PT");
    same(BINA_ROLE_BUSINESS, "C.V. Sumber Rejeki & Anak", "CV Sumber Rejeki dan Anak");
    same(BINA_ROLE_BUSINESS, "Kripik Singkong \"Lestari\"", "keripik singkong lestari");
    same(BINA_ROLE_BUSINESS, "Meubeler Sinar", "Mebel Sinar");
    same(BINA_ROLE_BUSINESS, "Telor Asin X1", "telur asin x1");
    same(BINA_ROLE_BUSINESS, "Krupuk Merungga", "Kerupuk Kelor");
    same(BINA_ROLE_BUSINESS, "Kel. Gula Aren Mawar", "Kelompok Gula Aren Mawar");
    same(BINA_ROLE_BUSINESS, "RM Sederhana", "Rumah Makan Sederhana");
    ck_assert_str_eq(standard(BINA_ROLE_BUSINESS, "U.D. Pancaran Kasih").extra, "ud");
    ck_assert_str_eq(standard(BINA_ROLE_BUSINESS, "Kelompok Usaha Bersama Mawar").extra, "kub");
    ck_assert_str_eq(standard(BINA_ROLE_BUSINESS, "KUB Tenun Ikat Mawar").core, "mawar");
    /* Names that say nothing: so many share them. */
    static const char *const say_nothing[] = {"Tenun", "BENGKEL MOTOR", "Penjahit", "Home Industri",
                                              "UD",    "warung",        "Kios"};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(say_nothing); i++) {
        bina_standard out = standard(BINA_ROLE_BUSINESS, say_nothing[i]);
        ck_assert_msg(out.flags & BINA_STANDARD_GENERIC, "%s", say_nothing[i]);
        ck_assert_uint_eq(out.core_length, 0);
        ck_assert(!out.missing);
    }
    has(BINA_ROLE_BUSINESS, "Home Industry Abon", BINA_STANDARD_HOME);

    bina_standard bengkel = standard(BINA_ROLE_BUSINESS, "Bengkel Agus");
    ck_assert_int_eq(bengkel.owner.length, 4);
    ck_assert_int_eq(memcmp(bengkel.text + bengkel.owner.start, "agus", 4), 0);
    bina_standard warung = standard(BINA_ROLE_BUSINESS, "Warung Bu Sri");
    ck_assert_int_eq(memcmp(warung.text + warung.owner.start, "sri", 3), 0);
    ck_assert_int_eq(warung.owner.length, 3);
    ck_assert_str_eq(warung.core, "sri");
    bina_standard abon = standard(BINA_ROLE_BUSINESS, "UD Abon Ikan Mawar");
    ck_assert_int_eq(memcmp(abon.text + abon.product.start, "abon", abon.product.length), 0);
    ck_assert_int_eq(standard(BINA_ROLE_BUSINESS, "KUB Tenun Lestari").owner.length, 0);
}
END_TEST

static void
units(const char *text, int rt, int rw)
{
    bina_standard out = standard(BINA_ROLE_ADDRESS, text);
    ck_assert_msg(out.rt == rt && out.rw == rw, "%s: rt %d rw %d", text, out.rt, out.rw);
}

START_TEST(test_addresses)
{
    units("RT 02", 2, -1);
    units("RT.02", 2, -1);
    units("Rt. 26", 26, -1);
    units("RT02", 2, -1);
    units("Rt1rw1", 1, 1);
    units("RT 03/RW 02", 3, 2);
    units("Rt.04/07", 4, 7);
    units("RT 2 ,rw 5", 2, 5);
    units("001/002", 1, 2);
    units("JL. SUNAN KALIJOGO I/94 RT/RW : 1/8", 1, 8);
    units("Jl. Mawar", -1, -1);

    same(BINA_ROLE_ADDRESS, "Jl. Mawar No. 10 B RT 02", "jalan mawar nomor 10B, Rt.2");
    same(BINA_ROLE_ADDRESS, "jln mawar 56", "JALAN MAWAR NO.56");
    same(BINA_ROLE_ADDRESS, "Jl.A.M.Sangaji", "Jalan Raya A.M. Sangaji");
    same(BINA_ROLE_ADDRESS, "Jl. M.T. Haryono", "Jl MT Haryono");
    same(BINA_ROLE_ADDRESS, "Jl. A.W. Syahrani", "Jl. Aw Syahrani");
    same(BINA_ROLE_ADDRESS, "Jl HOS Tjokroaminoto", "Jl. H.O.S. Cokroaminoto");
    same(BINA_ROLE_ADDRESS, "Jl. Jend. Sudirman", "Jl. Sudirman");
    same(BINA_ROLE_ADDRESS, "Gg. Melati 3", "gang melati 3");
    same(BINA_ROLE_ADDRESS, "Ds. Korleko RT 02 Dsn. Baru", "Dusun Baru RT.2, Desa Korleko");
    same(BINA_ROLE_ADDRESS, "Kel. Pancor Kec. Selong Kab. Lotim",
         "Kelurahan Pancor, Kecamatan Selong, Lombok Timur");
    becomes(BINA_ROLE_ADDRESS, "Jl. 17 Agustus No 3", "jalan 17 agustus no 3");

    bina_standard all =
        standard(BINA_ROLE_ADDRESS, "Jl. Sei Mahakam No.7, Lingk. Utara, Desa Gelang");
    ck_assert_int_eq(all.house, 7);
    ck_assert_int_eq(memcmp(all.text + all.street.start, "jalan sungai mahakam", all.street.length),
                     0);
    ck_assert_int_eq(memcmp(all.text + all.hamlet.start, "lingkungan utara", all.hamlet.length), 0);
    ck_assert_int_eq(memcmp(all.text + all.place.start, "gelang", all.place.length), 0);
    ck_assert_int_eq(standard(BINA_ROLE_ADDRESS, "Jl. Mawar 12c").house_letter, 'c');
    /* A village that no word announces, behind a comma or behind numbers, is in no hamlet's name.
     */
    static const char *const unannounced[] = {"Br. Eat, Panji Anom",
                                              "Jl. Mawar RT 02 RW 1 Panji Anom",
                                              "Dusun Krajan RT.02/RW.01 Panji Anom"};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(unannounced); i++) {
        bina_standard out = standard(BINA_ROLE_ADDRESS, unannounced[i]);
        ck_assert_msg(out.place.length == strlen("panji anom") &&
                          memcmp(out.text + out.place.start, "panji anom", out.place.length) == 0,
                      "%s: %s", unannounced[i], out.text);
    }
    /* The same street, once with an initial. */
    ck_assert_double_gt(alike(BINA_ROLE_ADDRESS, "Jl. C.Mangunkusumo", "Jl. Cipto Mangunkusumo"),
                        0.8);
    ck_assert_double_lt(alike(BINA_ROLE_ADDRESS, "Jl. Cipto Mangunkusumo", "Jl. Sudirman"), 0.5);
}
END_TEST

/* Schools and groups as two agencies write them; stalls of a market. */
START_TEST(test_shortened_names)
{
    same(BINA_ROLE_BUSINESS, "SDN 3 Lenek", "SD NEGERI 3 LENEK");
    same(BINA_ROLE_BUSINESS, "SMP N 1 Selong", "Sekolah Menengah Pertama Negeri 1 Selong");
    same(BINA_ROLE_BUSINESS, "Madrasah Tsanawiyah Nurul Huda", "MTs Nurul Huda");
    same(BINA_ROLE_BUSINESS, "Posyandu Melati II", "POSY. MELATI 2");
    same(BINA_ROLE_BUSINESS, "KSP Sumber Rejeki", "Koperasi Simpan Pinjam Sumber Rejeki");
    same(BINA_ROLE_BUSINESS, "Poktan Maju Bersama III", "Kelompok Tani Maju Bersama 3");
    ck_assert_str_ne(standard(BINA_ROLE_BUSINESS, "SDN 3 Lenek").text,
                     standard(BINA_ROLE_BUSINESS, "SDN 1 Lenek").text);
    becomes(BINA_ROLE_TEXT, "Blok C No. 04", "c4");
    becomes(BINA_ROLE_TEXT, "C-4", "c4");
    becomes(BINA_ROLE_TEXT, "C/04", "c4");
    becomes(BINA_ROLE_TEXT, "C04", "c4");
    becomes(BINA_ROLE_TEXT, "Blok C", "blok c");
}
END_TEST

START_TEST(test_places)
{
    same(BINA_ROLE_PLACE, "Kab. Lombok Timur", "Lotim");
    same(BINA_ROLE_PLACE, "LOMBOK TIM.", "lombok timur");
    same(BINA_ROLE_PLACE, "Sei Siring", "Sungai Siring");
    same(BINA_ROLE_PLACE, "Konsel", "Konawe Selatan");
    same(BINA_ROLE_PLACE, "NTB", "Prov. Nusa Tenggara Barat");
    same(BINA_ROLE_PLACE, "Soerabaja", "Surabaya");
    becomes(BINA_ROLE_PLACE, "Desa Fatukbot", "fatukbot");
    becomes(BINA_ROLE_PLACE, "Dasuk Laok", "dasuk laok");
    becomes(BINA_ROLE_PLACE, "Lok Buah (Loa Buah?)", "lok buah");
    ck_assert_str_eq(standard(BINA_ROLE_PLACE, "Kota Kupang").extra, "kota");
}
END_TEST

START_TEST(test_numbers)
{
    static const char *const one_phone[] = {"0812 3000 1111",    "+6281230001111",
                                            "+62 812-3000-1111", "62 812 3000 1111",
                                            "81230001111",       "0812.3000.1111"};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(one_phone); i++)
        becomes(BINA_ROLE_PHONE, one_phone[i], "081230001111");
    becomes(BINA_ROLE_PHONE, "(0335) 803735", "0335803735");
    ck_assert_str_eq(standard(BINA_ROLE_PHONE, "081230001111 / 0335-803735").core, "0335803735");
    static const char *const no_phone[] = {"8.52E+10",     "8.52348e+010", "-",           "0",
                                           "081234567890", "0000000000",   "08111111111", "123"};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(no_phone); i++)
        ck_assert_msg(standard(BINA_ROLE_PHONE, no_phone[i]).missing, "%s", no_phone[i]);

    becomes(BINA_ROLE_NIK, "5203.0541.0780.0001", "5203054107800001");
    has(BINA_ROLE_NIK, "5203054107800001", BINA_STANDARD_FEMALE); /* day + 40 */
    ck_assert_int_eq(standard(BINA_ROLE_NIK, "5203054107800001").date, 19800701);
    has(BINA_ROLE_NIK, "5203050107800001", BINA_STANDARD_MALE);
    has(BINA_ROLE_NIK, "5203053513800012", BINA_STANDARD_SUSPICIOUS); /* day 35 */
    static const char *const no_nik[] = {"5.203054E+15",     "5203050107800000", "520305", "0",
                                         "1111111111111111", "52030501078000123"};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(no_nik); i++)
        ck_assert_msg(standard(BINA_ROLE_NIK, no_nik[i]).missing, "%s", no_nik[i]);

    ck_assert_double_eq(standard(BINA_ROLE_NUMBER, "21 ribu").number, 21000);
    ck_assert_double_eq(standard(BINA_ROLE_NUMBER, "Rp 1.500.000").number, 1500000);
    ck_assert_double_eq(standard(BINA_ROLE_NUMBER, "Rp 2,5 juta").number, 2500000);
    ck_assert_double_eq(standard(BINA_ROLE_NUMBER, "5 M").number, 5e9);
    ck_assert_double_eq(standard(BINA_ROLE_NUMBER, "1.500").number, 1500);
    ck_assert_double_eq(generic(BINA_ROLE_NUMBER, "1.500").number, 1.5);
    ck_assert_double_eq(generic(BINA_ROLE_NUMBER, "1,500.25").number, 1500.25);
    ck_assert_double_eq(standard(BINA_ROLE_NUMBER, "-7.73906").number, -7.73906);
    ck_assert(!standard(BINA_ROLE_NUMBER, "0").missing);
}
END_TEST

START_TEST(test_dates)
{
    static const char *const one_day[] = {
        "1971-06-24", "19710624", "24/06/71",    "24 Juni 1971",        "Selong, 24-06-1971",
        "06/24/1971", "24061971", "24 jun 1971", "1971-06-24T00:00:00", "24.6.1971"};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(one_day); i++) {
        becomes(BINA_ROLE_DATE, one_day[i], "1971-06-24");
        ck_assert_int_eq(standard(BINA_ROLE_DATE, one_day[i]).date, 19710624);
    }
    becomes(BINA_ROLE_DATE, "1971", "1971");
    becomes(BINA_ROLE_DATE, "Juni 1971", "1971-06");
    ck_assert(standard(BINA_ROLE_DATE, "kemarin").missing);
    ck_assert(standard(BINA_ROLE_DATE, "99/99/1971").missing);
}
END_TEST

/* A power that no number has is no number; it once was 1. */
START_TEST(test_powers)
{
    becomes(BINA_ROLE_NUMBER, "1,5e3", "1500");
    becomes(BINA_ROLE_NUMBER, "25e-1", "2.5");
    becomes(BINA_ROLE_NUMBER, "1e-500", "0");
    ck_assert(standard(BINA_ROLE_NUMBER, "1e500").missing);
    ck_assert(standard(BINA_ROLE_NUMBER, "1e99999999999999999999").missing);
}
END_TEST

START_TEST(test_missing)
{
    static const char *const missing[] = {
        "",    " ",         "-",         "--",
        "0",   "tidak ada", "TIDAK ADA", "n/a",
        "N/A", "belum ada", ".",         "...",
        "(-)", "null",      "\xC2\xA0",  "---------------------------------------------------"};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(missing); i++) {
        ck_assert_msg(bina_is_missing(missing[i], strlen(missing[i])), "%s", missing[i]);
        ck_assert(standard(BINA_ROLE_PERSON, missing[i]).missing);
        ck_assert(standard(BINA_ROLE_BUSINESS, missing[i]).missing);
    }
    static const char *const there[] = {
        "Tidak", "Ada", "Nano", "Nah", "A", "10", "tidak ada yang lain seperti ini di sini"};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(there); i++)
        ck_assert_msg(!bina_is_missing(there[i], strlen(there[i])), "%s", there[i]);
    ck_assert(bina_is_missing(NULL, 0));
}
END_TEST

/* Unicode's compatibility forms, case and marks go; other scripts stay. */
START_TEST(test_folding)
{
    ck_assert_str_eq(generic(BINA_ROLE_TEXT, "\xEF\xAC\x81n \xEF\xBC\xA1\xEF\xBC\x91").text,
                     "fin a1");
    ck_assert_str_eq(generic(BINA_ROLE_TEXT, "Stra\xC3\x9F"
                                             "e \xC3\x98re \xC5\x81\xC3\xB3"
                                             "d\xC5\xBA")
                         .text,
                     "strasse ore lodz");
    ck_assert_str_eq(generic(BINA_ROLE_TEXT, "O\xE2\x80\x99"
                                             "Brien\xC2\xA0x")
                         .text,
                     "obrien x");
    ck_assert_str_eq(generic(BINA_ROLE_TEXT, "\xE6\x97\xA5\xE6\x9C\xAC").text,
                     "\xE6\x97\xA5 \xE6\x9C\xAC");
    ck_assert_str_eq(generic(BINA_ROLE_TEXT, "a\xFF\xC3"
                                             "b")
                         .text,
                     "ab");
}
END_TEST

/* The same person as lists outside Indonesia write them; titles by everyday use. */
START_TEST(test_turned_names)
{
    static const char *const john[] = {
        "John Smith",        "Smith, John",        "Mr. John Smith", "Smith, Mr John",
        "John Smith, Ph.D.", "Smith, John, MD",    "Dr. John Smith", "Prof. Dr. John Smith",
        "SMITH , JOHN",      "Dr.-Ing. John Smith"};

    for (size_t i = 0; i < sizeof(john) / sizeof(john[0]); i++)
        ck_assert_str_eq(generic(BINA_ROLE_PERSON, john[i]).text, "john smith");
    ck_assert_str_eq(generic(BINA_ROLE_PERSON, "de la Cruz, Ana Maria").text,
                     "ana maria de la cruz");
    /* Two people, a list of people, a name that is a title elsewhere, a title and nothing else. */
    ck_assert_str_eq(generic(BINA_ROLE_PERSON, "J. Gray, B. Date").text, "j gray b date");
    ck_assert_str_eq(generic(BINA_ROLE_PERSON, "Gray, Date, Codd").text, "gray date codd");
    ck_assert_str_eq(generic(BINA_ROLE_PERSON, "Ing Ma").text, "ing ma");
    ck_assert_str_eq(generic(BINA_ROLE_PERSON, "Dr.").text, "dr");
    ck_assert_str_eq(generic(BINA_ROLE_SURNAME, "Smith, John").text, "smith john");
    ck_assert_str_eq(generic(BINA_ROLE_TEXT, "Smith, Dr John").text, "smith dr john");
}
END_TEST

/* English and other lists: no Indonesian custom creeps in. */
START_TEST(test_generic)
{
    ck_assert_str_eq(generic(BINA_ROLE_PERSON, "Mary-Ann  O'Brien").text, "mary ann obrien");
    ck_assert_str_eq(generic(BINA_ROLE_PERSON, "joel hart").text, "joel hart");
    ck_assert_str_eq(generic(BINA_ROLE_PERSON, "Johannes Djokic").text, "johannes djokic");
    ck_assert_str_eq(generic(BINA_ROLE_PERSON, "Mr. J Smith").core, "smith");
    ck_assert_str_eq(generic(BINA_ROLE_ADDRESS, "12 Forbes St").text, "12 forbes street");
    ck_assert_str_eq(generic(BINA_ROLE_ADDRESS, "stanley street").core, "stanley");
    ck_assert_str_eq(generic(BINA_ROLE_ADDRESS, "435 S. La Cienega Blvd.").text,
                     "435 south la cienega boulevard");
    ck_assert_int_eq(generic(BINA_ROLE_ADDRESS, "435 S. La Cienega Blvd.").house, 435);
    ck_assert_str_eq(generic(BINA_ROLE_PLACE, "St James").text, "saint james");
    ck_assert_str_eq(generic(BINA_ROLE_BUSINESS, "Acme Holdings, Inc.").text, "acme holdings");
    ck_assert_str_eq(generic(BINA_ROLE_BUSINESS, "Acme Holdings, Inc.").extra, "inc");
    ck_assert_str_eq(generic(BINA_ROLE_TEXT, "The Design of Databases").core, "databases design");
    ck_assert_str_eq(generic(BINA_ROLE_PHONE, "310/246-1501").text, "3102461501");
    /* Chinese characters are words, which kana and letters beside them keep. */
    ck_assert_str_eq(generic(BINA_ROLE_TEXT, "尼崎製鋼所").text, "尼 崎 製 鋼 所");
    ck_assert_str_eq(generic(BINA_ROLE_BUSINESS, "ABC自動車ホテル").text, "abc 自 動 車 ホテル");
    /* With the code of a country, with the nought, without either: calling codes by ITU-T E.164. */
    ck_assert_str_eq(generic(BINA_ROLE_PHONE, "+44 20 7946 0958").text, "2079460958");
    ck_assert_str_eq(generic(BINA_ROLE_PHONE, "0044 20 7946 0958").text, "2079460958");
    ck_assert_str_eq(generic(BINA_ROLE_PHONE, "(020) 7946 0958").text, "2079460958");
    ck_assert_str_eq(generic(BINA_ROLE_PHONE, "+353 1 496 0123").text, "14960123");
    ck_assert_str_eq(generic(BINA_ROLE_PHONE, "+1 202-555-0143").text, "2025550143");
    ck_assert_str_eq(generic(BINA_ROLE_IDENTIFIER, "1804974").text, "1804974");
    ck_assert_str_eq(generic(BINA_ROLE_POSTCODE, "TQ13 8DF").text, "tq138df");
    ck_assert_str_eq(generic(BINA_ROLE_POSTCODE, "2222").text, "2222");
}
END_TEST

/* Whatever comes in: texts end, keep their bounds, and standardising again changes nothing bad. */
static void
check_shape(const bina_standard *out)
{
    ck_assert_uint_eq(strlen(out->text), out->length);
    ck_assert_uint_eq(strlen(out->core), out->core_length);
    ck_assert_uint_eq(strlen(out->words), out->words_length);
    ck_assert_uint_lt(out->length, BINA_STANDARD_TEXT);
    ck_assert_uint_le(out->key_count, BINA_STANDARD_KEYS);
    ck_assert(out->missing == (out->length == 0));
    const bina_span spans[] = {out->owner, out->product, out->street, out->hamlet, out->place};
    for (size_t i = 0; i < BINA_LEXICON_COUNT(spans); i++)
        ck_assert_uint_le((size_t)spans[i].start + spans[i].length, out->length);
    ck_assert_uint_lt(strlen(out->extra), sizeof out->extra);
}

START_TEST(test_any_bytes)
{
    static const char *const pieces[] = {
        "Jl.",      " RT ",
        "0",        "9",
        "/",        "(",
        ")",        "'",
        "\"",       ",",
        ".",        " ",
        "H",        "Drs",
        "abdu",     "l",
        "binti ",   "alias ",
        "\xC3\xA9", "\xEF\xAC\x81",
        "\xFF",     "\xE2\x80\x99",
        "e+10",     "-",
        "oe",       "PT ",
        "Bu ",      "juta",
        "i ",       "md ",
        "gang ",    "no ",
        "kec.",     "\xF0\x9F\x98\x80",
        "a b c d ",
    };
    uint64_t state = UINT64_C(88172645463325252);
    static bina_standard out;
    for (int n = 0; n < 4000; n++) {
        char text[2600];
        size_t length = 0, most = n % 50 == 0 ? 2500 : 60;
        while (length < most) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            if (state % 5 == 0) {
                text[length++] = (char)(state >> 32);
                continue;
            }
            const char *piece = pieces[(state >> 8) % BINA_LEXICON_COUNT(pieces)];
            memcpy(text + length, piece, strlen(piece));
            length += strlen(piece);
        }
        bina_role role = (bina_role)(n % BINA_ROLE_COUNT);
        /* An exact heap copy, so that reading past the end is seen. */
        char *copy = malloc(length);
        ck_assert_ptr_nonnull(copy);
        memcpy(copy, text, length);
        bina_standardise((bina_profile)(n / BINA_ROLE_COUNT % 2), role, copy, length, &out);
        check_shape(&out);
        free(copy);
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("linkage standardise");
    TCase *all = tcase_create("values");
    tcase_set_timeout(all, 60);
    tcase_add_test(all, test_measures);
    tcase_add_test(all, test_lexicons_are_in_order);
    tcase_add_test(all, test_lexicon_find);
    tcase_add_test(all, test_canonical_names_stay);
    tcase_add_test(all, test_name_titles);
    tcase_add_test(all, test_name_spellings);
    tcase_add_test(all, test_names_letter_spaced);
    tcase_add_test(all, test_names_of_regions);
    tcase_add_test(all, test_sound_keys);
    tcase_add_test(all, test_businesses);
    tcase_add_test(all, test_addresses);
    tcase_add_test(all, test_shortened_names);
    tcase_add_test(all, test_places);
    tcase_add_test(all, test_numbers);
    tcase_add_test(all, test_fillers);
    tcase_add_test(all, test_dates);
    tcase_add_test(all, test_powers);
    tcase_add_test(all, test_missing);
    tcase_add_test(all, test_folding);
    tcase_add_test(all, test_generic);
    tcase_add_test(all, test_turned_names);
    tcase_add_test(all, test_any_bytes);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
