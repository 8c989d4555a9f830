/* What every way of estimating the unseen takes for granted, in words. */
#include "report/unseen_methods.h"

#define ALWAYS                                                                                     \
    "Nobody came or went between the days of the lists, and rows were linked without error: "      \
    "links missed make the estimate too high. "
#define SELALU                                                                                     \
    "Tidak ada yang datang atau pergi di antara tanggal daftar, dan pemadanan baris tanpa salah: " \
    "pasangan yang terlewat membuat perkiraan terlalu tinggi. "

const bina_unseen_method bina_unseen_methods[] = {
    [BINA_UNSEEN_BY_TWO_LISTS] =
        {"two_lists",
         ALWAYS "The two lists know nothing of each other, and each meets all alike. Where "
                "both meet the same ones, the true number is higher.",
         SELALU "Kedua daftar saling bebas, dan masing-masing menjangkau semua secara sama. "
                "Bila keduanya menjangkau yang itu-itu juga, jumlah sebenarnya lebih besar."},
    [BINA_UNSEEN_BY_INDEPENDENT] =
        {"independent",
         ALWAYS "No list depends on another, and each meets all alike. Where some are "
                "met more easily by all, the true number is higher.",
         SELALU "Tidak ada daftar yang terkait dengan daftar lain, dan masing-masing "
                "menjangkau semua secara sama. Bila sebagian lebih mudah dijangkau semua "
                "instansi, jumlah sebenarnya lebih besar."},
    [BINA_UNSEEN_BY_DEPENDENT] =
        {"dependent",
         ALWAYS "Lists depend on each other two by two, in any strength, but not beyond.",
         SELALU "Daftar saling terkait dua-dua, seberapa pun kuatnya, tetapi tidak lebih "
                "dari itu."},
    [BINA_UNSEEN_BY_BEST] =
        {"best",
         ALWAYS "Lists depend on each other two by two where named, and not beyond; chosen "
                "among all such models by AIC, which weighs fit against the number of "
                "dependences.",
         SELALU "Daftar saling terkait dua-dua seperti disebut, tidak lebih; dipilih di antara "
                "semua model seperti itu menurut AIC, yang menimbang kecocokan terhadap "
                "banyaknya keterkaitan."},
    [BINA_UNSEEN_BY_COVERAGE] =
        {"coverage",
         ALWAYS "Lists may depend on each other and some be met more easily than others; "
                "what that adds is read from the share of each list found on another.",
         SELALU "Daftar boleh saling terkait dan sebagian lebih mudah dijangkau; "
                "pengaruhnya dibaca dari bagian tiap daftar yang ada di daftar lain."},
    [BINA_UNSEEN_BY_LOWER_BOUND] =
        {"lower_bound",
         ALWAYS "Some are met more easily than others, by all lists alike: there are "
                "then at least about so many.",
         SELALU "Sebagian lebih mudah dijangkau oleh semua daftar: maka jumlahnya "
                "sekurang-kurangnya sekitar sekian."},
};
