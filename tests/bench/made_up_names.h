/*
 * Words from which made_up.c makes names, the most borne first. Given names of many parts of
 * Indonesia; no family of this world bears a combination of them on purpose.
 */
#ifndef MADE_UP_NAMES_H
#define MADE_UP_NAMES_H

static const char *const men[] = {
    "Muhammad",  "Ahmad",      "Abdul",     "Agus",      "Budi",      "Slamet",     "Suparman",
    "Sutrisno",  "Mulyadi",    "Supriyadi", "Hendra",    "Iwan",      "Andi",       "Bambang",
    "Eko",       "Joko",       "Sugeng",    "Suyanto",   "Wahyudi",   "Heri",       "Dedi",
    "Rudi",      "Arif",       "Hasan",     "Usman",     "Ismail",    "Ibrahim",    "Yusuf",
    "Zainuddin", "Syamsuddin", "Syahrul",   "Sudirman",  "Saharudin", "Jamaludin",  "Nasrudin",
    "Kamarudin", "Baharudin",  "Mahmud",    "Mustafa",   "Ridwan",    "Rahman",     "Hamzah",
    "Idris",     "Junaidi",    "Khairul",   "Lukman",    "Mansur",    "Marzuki",    "Rusdi",
    "Sahrul",    "Samsul",     "Taufik",    "Umar",      "Wawan",     "Yanto",      "Zulkifli",
    "Asep",      "Ujang",      "Dadang",    "Cecep",     "Endang",    "Komarudin",  "Made",
    "Wayan",     "Nyoman",     "Ketut",     "Gede",      "Putu",      "Kadek",      "Lalu",
    "Yohanes",   "Petrus",     "Paulus",    "Markus",    "Antonius",  "Fransiskus", "Dominikus",
    "Aloysius",  "Daeng",      "Baso",      "Ambo",      "Amiruddin", "Anwar",      "Arifin",
    "Asrul",     "Basri",      "Burhan",    "Darwis",    "Efendi",    "Fadli",      "Fahrul",
    "Faisal",    "Farid",      "Fauzi",     "Gunawan",   "Hadi",      "Hairul",     "Halim",
    "Hamid",     "Hariyanto",  "Haris",     "Hartono",   "Helmi",     "Herman",     "Hidayat",
    "Ilham",     "Imam",       "Irfan",     "Irwan",     "Jumadi",    "Jumat",      "Kasim",
    "Kusnadi",   "Latif",      "Mahsun",    "Makmur",    "Masrur",    "Misbah",     "Mukhlis",
    "Munir",     "Musa",       "Mustakim",  "Muzakir",   "Nasir",     "Nurdin",     "Nurhadi",
    "Ponidi",    "Purwanto",   "Rahmat",    "Ramli",     "Rasyid",    "Rizal",      "Rohman",
    "Rosyid",    "Sabri",      "Safrudin",  "Sahabudin", "Said",      "Saleh",      "Salim",
    "Sanusi",    "Sarjono",    "Satria",    "Sirajudin", "Subhan",    "Sudarmo",    "Sugiarto",
    "Suhardi",   "Suherman",   "Sukardi",   "Sulaiman",  "Sumarno",   "Sumardi",    "Sunardi",
    "Supardi",   "Surya",      "Susanto",   "Suwandi",   "Syafii",    "Syaiful",    "Syarif",
    "Tarmizi",   "Teguh",      "Untung",    "Wahab",     "Wahid",     "Wardi",      "Warsito",
    "Yasin",     "Yudi",       "Yunus",     "Zaenal",    "Zainal",    "Zakaria"};

static const char *const women[] = {
    "Siti",       "Nur",        "Sri",       "Dewi",      "Sumiati",   "Nurhayati", "Aminah",
    "Fatimah",    "Aisyah",     "Khadijah",  "Rohani",    "Sulastri",  "Suryani",   "Wati",
    "Yuliana",    "Kartini",    "Marlina",   "Mariani",   "Ratna",     "Rina",      "Rini",
    "Lina",       "Nina",       "Tuti",      "Yanti",     "Endang",    "Eni",       "Erna",
    "Evi",        "Fitri",      "Halimah",   "Hartati",   "Hasnah",    "Hayati",    "Herlina",
    "Ida",        "Indah",      "Irma",      "Jamilah",   "Juariah",   "Jumiati",   "Kasmawati",
    "Khasanah",   "Laila",      "Lestari",   "Lilis",     "Maimunah",  "Marhamah",  "Marwah",
    "Maryam",     "Maryati",    "Masitah",   "Mawar",     "Megawati",  "Misnah",    "Mulyani",
    "Munawarah",  "Murni",      "Muslimah",  "Nafisah",   "Nani",      "Ningsih",   "Nining",
    "Nuraini",    "Nurhasanah", "Nurjanah",  "Nurlaila",  "Nurmala",   "Nurul",     "Patimah",
    "Ponirah",    "Purwanti",   "Rahayu",    "Rahmawati", "Ramlah",    "Raudah",    "Rohana",
    "Rohayati",   "Rosita",     "Rosmiati",  "Rukiyah",   "Rukmini",   "Rusmini",   "Sahni",
    "Saidah",     "Salamah",    "Salmah",    "Samsiah",   "Sarinah",   "Saripah",   "Satimah",
    "Sawiyah",    "Solihah",    "Suharti",   "Sukarti",   "Sukmawati", "Sulasmi",   "Sumarni",
    "Sumiyati",   "Sunarti",    "Suparmi",   "Supiah",    "Supriyati", "Surati",    "Susanti",
    "Susilawati", "Syamsiah",   "Syarifah",  "Titik",     "Umi",       "Uswatun",   "Wahyuni",
    "Waginem",    "Wiwik",      "Yuni",      "Yusnita",   "Zaenab",    "Zahra",     "Zainab",
    "Zubaidah",   "Zulaikha",   "Ni Made",   "Ni Wayan",  "Ni Ketut",  "Baiq",      "Maria",
    "Yuliana",    "Theresia",   "Magdalena", "Kristina",  "Paulina",   "Dorkas",    "Besse",
    "Andi",       "Euis",       "Neneng",    "Iis",       "Imas",      "Cucu",      "Dedeh",
    "Enok",       "Mimin"};

static const char *const men_second[] = {
    "Rahman",   "Hidayat",   "Saputra",   "Setiawan", "Santoso",  "Kurniawan", "Wijaya",
    "Susanto",  "Halim",     "Aziz",      "Karim",    "Malik",    "Rahim",     "Salam",
    "Wahab",    "Hakim",     "Hamid",     "Majid",    "Ghani",    "Kadir",     "Jalil",
    "Latif",    "Basri",     "Gunawan",   "Nugroho",  "Prasetyo", "Purnomo",   "Raharjo",
    "Riyadi",   "Rohim",     "Rosyidi",   "Sanjaya",  "Sasmita",  "Siregar",   "Subagyo",
    "Sudrajat", "Suganda",   "Suhendra",  "Sujana",   "Sukmana",  "Sunarya",   "Supriatna",
    "Suryadi",  "Sutisna",   "Syahputra", "Utomo",    "Wibowo",   "Widodo",    "Winarto",
    "Wirawan",  "Yahya",     "Yani",      "Zaini",    "Zuhri",    "Hamdani",   "Hamdi",
    "Hanafi",   "Harun",     "Hasyim",    "Husni",    "Ihsan",    "Ikhsan",    "Jafar",
    "Jaelani",  "Kholik",    "Mahendra",  "Maulana",  "Mubarok",  "Mujahid",   "Mukhtar",
    "Muttaqin", "Nasution",  "Pratama",   "Putra",    "Ramadan",  "Ridho",     "Rosadi",
    "Safii",    "Satriawan", "Sholeh",    "Sofyan",   "Suardi",   "Suhaimi",   "Syukur",
    "Tamrin",   "Tohir",     "Wardana",   "Wirya",    "Yusup",    "Zamroni"};

static const char *const women_second[] = {
    "Wati",     "Sari",      "Lestari",    "Rahayu",    "Astuti",    "Handayani",   "Hasanah",
    "Aminah",   "Fatimah",   "Zahra",      "Aisyah",    "Khotimah",  "Rohmah",      "Maryam",
    "Marlina",  "Komariah",  "Solihah",    "Juwariyah", "Kulsum",    "Latifah",     "Mutmainah",
    "Nadhiroh", "Ningrum",   "Ningsih",    "Nurjanah",  "Oktaviani", "Permatasari", "Puspita",
    "Rahmah",   "Ramadhani", "Rohaniah",   "Rosidah",   "Saadah",    "Safitri",     "Saidah",
    "Sakinah",  "Salamah",   "Setyowati",  "Suciati",   "Sulastri",  "Suryani",     "Utami",
    "Wahidah",  "Wahyuni",   "Widiastuti", "Wulandari", "Yuliani",   "Yuniarti",    "Zakiyah",
    "Zubaidah", "Anggraini", "Apriani",    "Asih",      "Aulia",     "Fauziah",     "Fitriani",
    "Hafsah",   "Hidayati",  "Indrawati",  "Isnaini",   "Julaiha",   "Kartika",     "Kurniasih",
    "Kusuma",   "Mahmudah",  "Masruroh",   "Mawaddah",  "Muslihah",  "Nikmah",      "Pertiwi",
    "Pratiwi",  "Purnama",   "Rahmi",      "Rodiah",    "Susanti",   "Trisnawati",  "Uswah",
    "Winarti",  "Yulianti",  "Zuhriah"};

/* The rarer names of villages are made of such parts. */
static const char *const rare_head[] = {"Su", "Wa", "Sa", "Nga", "Po",  "Tu",  "Mu",  "Ka",
                                        "Da", "Ra", "Ju", "Mar", "Har", "Wi",  "Se",  "Pa",
                                        "La", "Ma", "Ri", "Jo",  "Ba",  "Kar", "Sar", "Tar"};
static const char *const rare_middle[] = {"di", "ma", "mi",  "na",  "ni",  "par", "ki", "gi",
                                          "ti", "ro", "si",  "ri",  "ra",  "wi",  "yu", "ji",
                                          "ko", "li", "har", "tri", "lak", "san"};
static const char *const rare_man[] = {"man", "no",  "yo",  "to",  "jo",  "din", "di",  "yanto",
                                       "min", "wan", "rin", "mat", "sun", "dar", "kum", "jan"};
static const char *const rare_woman[] = {"nah", "ti",   "yem", "yah",    "ni",  "nem",
                                         "tun", "wati", "sih", "mah",    "rah", "mi",
                                         "lah", "jah",  "kem", "ningsih"};

static const char *const place_head[] = {
    "Suka",   "Karang", "Tanjung", "Sumber", "Banjar", "Sido",  "Purwo", "Marga", "Kota",
    "Muara",  "Pulau",  "Batu",    "Gunung", "Rawa",   "Teluk", "Lubuk", "Air",   "Kampung",
    "Padang", "Sungai", "Labuhan", "Bukit",  "Kedung", "Kebon", "Ranca", "Ci",    "Wono",
    "Kali",   "Tegal",  "Jati",    "Mekar",  "Panca",  "Tri",   "Giri"};
static const char *const place_tail[] = {
    "maju",  "rejo",    "sari",   "jaya",   "mulya",   "agung",  "anyar",   "asri",  "baru",
    "dadi",  "harjo",   "indah",  "kerta",  "lestari", "makmur", "mukti",   "raja",  "raya",
    "sakti", "setia",   "tani",   "tengah", "wangi",   "lor",    "kidul",   "putih", "merah",
    "hilir", "mas",     "bening", "tirta",  "waras",   "gede",   "panjang", "datar", "naga",
    "labu",  "kencana", "pinang", "nangka", "jambu",   "bambu",  "waru",    "salam"};
static const char *const hamlet_head[] = {
    "Krajan", "Timur", "Barat", "Tengah",    "Pasar", "Masjid", "Kulon",   "Wetan",
    "Lor",    "Kidul", "Baru",  "Lama",      "Dalam", "Atas",   "Bawah",   "Muara",
    "Ujung",  "Sawah", "Kebun", "Bendungan", "Dasan", "Gubuk",  "Montong", "Karang"};
static const char *const hamlet_tail[] = {"",      "",      "",      " Satu", " Dua",
                                          " Lauk", " Daya", " Sari", " Jaya", " Indah"};
static const char *const side[] = {" Utara", " Selatan", " Timur", " Barat", " Tengah"};

static const char *const streets[] = {"Raya",          "Pahlawan",
                                      "Diponegoro",    "Sudirman",
                                      "Ahmad Yani",    "Merdeka",
                                      "Pasar Baru",    "Masjid Agung",
                                      "Veteran",       "Kartini",
                                      "Gajah Mada",    "Hayam Wuruk",
                                      "Pemuda",        "Melati",
                                      "Mawar",         "Anggrek",
                                      "Kenanga",       "Cempaka",
                                      "Flamboyan",     "Pendidikan",
                                      "Pelabuhan",     "Pertanian",
                                      "Koperasi",      "Industri",
                                      "Imam Bonjol",   "Teuku Umar",
                                      "Hasanuddin",    "Pattimura",
                                      "Sultan Agung",  "Wahid Hasyim",
                                      "Sriwijaya",     "Majapahit",
                                      "Cut Nyak Dien", "Cipto Mangunkusumo"};

static const char *const brands[] = {
    "Berkah",      "Barokah",    "Maju Jaya",    "Sumber Rezeki", "Karya Mandiri",
    "Cahaya",      "Harapan",    "Mutiara",      "Dua Putri",     "Putra Daerah",
    "Al Ikhlas",   "Sinar Baru", "Sehati",       "Karya Bersama", "Lestari",
    "Bunga Mawar", "Melati",     "Sukses",       "Usaha Baru",    "Doa Ibu",
    "Rizki",       "Mekar",      "Tunas Muda",   "Anugerah",      "Sumber Hidup",
    "Jaya Abadi",  "Bintang",    "Pelangi",      "Sederhana",     "Mandiri",
    "Sejahtera",   "Nurul Huda", "Tiga Saudara", "Kembar",        "Cempaka",
    "Kamboja",     "Serumpun",   "Amanah",       "Istiqomah",     "Assalam",
    "An Nur",      "Hidayah",    "Ridho Ilahi",  "Sumber Alam",   "Sari Rasa",
    "Citra Rasa",  "Raja Rasa",  "Ibu Kita",     "Karya Utama",   "Mitra Abadi",
    "Setia Kawan", "Rukun Jaya", "Makmur",       "Sari Bumi",     "Bumi Asri",
    "Cita Rasa",   "Dapur Ibu",  "Putri Ayu",    "Sang Surya",    "Mulya Jaya"};

static const struct {
    const char *name, *term[3];
    unsigned women, weight;
} products[] = {{"Tenun", {"tenun", "kain tenun", "tenun songket"}, 95, 7},
                {"Kerupuk", {"kerupuk", "keripik singkong", "kerupuk kulit"}, 80, 9},
                {"Tempe", {"tempe", "tempe kedelai", "tahu tempe"}, 45, 7},
                {"Tahu", {"tahu", "tahu putih", "tahu kedelai"}, 40, 6},
                {"Kue", {"kue basah", "aneka kue", "jajan tradisional"}, 92, 10},
                {"Roti", {"roti", "roti dan kue", "kue kering"}, 70, 4},
                {"Mebel", {"mebel", "mebel kayu", "perabot rumah tangga"}, 5, 6},
                {"Las", {"bengkel las", "las", "pagar besi"}, 1, 4},
                {"Batu Bata", {"batu bata", "bata merah", "bata"}, 25, 6},
                {"Batako", {"batako", "paving blok", "batako dan paving"}, 4, 2},
                {"Genteng", {"genteng", "genteng tanah liat", "genteng beton"}, 20, 2},
                {"Gerabah", {"gerabah", "tembikar", "kerajinan tanah liat"}, 75, 3},
                {"Anyaman", {"anyaman bambu", "kerajinan bambu", "anyaman"}, 55, 7},
                {"Pandan", {"anyaman pandan", "tikar pandan", "tikar"}, 92, 3},
                {"Konveksi", {"konveksi", "pakaian jadi", "menjahit pakaian"}, 65, 6},
                {"Penjahit", {"penjahit", "jahit", "menjahit"}, 70, 6},
                {"Bordir", {"bordir", "sulaman", "bordir dan sulam"}, 90, 2},
                {"Batik", {"batik", "kain batik", "batik tulis"}, 80, 4},
                {"Gula Merah", {"gula merah", "gula aren", "gula kelapa"}, 45, 4},
                {"Minyak Kelapa", {"minyak kelapa", "minyak goreng kelapa", "vco"}, 85, 2},
                {"Ikan Asin", {"ikan asin", "ikan kering", "pengeringan ikan"}, 70, 4},
                {"Abon", {"abon", "abon ikan", "abon sapi"}, 85, 1},
                {"Terasi", {"terasi", "terasi udang", "petis"}, 80, 1},
                {"Kopi", {"kopi bubuk", "kopi", "kopi giling"}, 50, 3},
                {"Garam", {"garam", "garam rakyat", "garam yodium"}, 35, 1},
                {"Kecap", {"kecap", "saus dan kecap", "sambal"}, 55, 1},
                {"Mie", {"mie basah", "mie", "mi kering"}, 40, 2},
                {"Es", {"es batu", "es lilin", "es krim"}, 60, 2},
                {"Penggilingan", {"penggilingan padi", "penggilingan", "huller"}, 10, 3},
                {"Pandai Besi", {"pandai besi", "parang", "alat pertanian"}, 2, 2},
                {"Sepatu", {"sepatu", "sandal", "alas kaki"}, 35, 1},
                {"Percetakan", {"percetakan", "sablon", "cetak"}, 20, 2},
                {"Kusen", {"kusen", "kusen pintu", "pintu dan jendela"}, 4, 3},
                {"Perahu", {"perahu", "perahu kayu", "kapal kayu"}, 1, 1},
                {"Tembakau", {"tembakau rajangan", "tembakau", "rokok klobot"}, 20, 2},
                {"Jamu", {"jamu", "jamu gendong", "minuman herbal"}, 90, 2},
                {"Telur Asin", {"telur asin", "telur bebek asin", "telur"}, 75, 1},
                {"Dodol", {"dodol", "dodol nangka", "wajik"}, 85, 2},
                {"Arang", {"arang", "arang kayu", "arang batok"}, 25, 1},
                {"Sapu", {"sapu", "sapu ijuk", "sapu lidi"}, 45, 1}};

#endif
