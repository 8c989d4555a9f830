/* A person's name without the titles around it, as it was written. */
#ifndef BINA_SRC_REGISTER_PERSON_NAME_H
#define BINA_SRC_REGISTER_PERSON_NAME_H

#define BINA_NAME_ROOM 256

typedef struct bina_person_name {
    char name[BINA_NAME_ROOM];   /* never empty when the text was not */
    char titles[BINA_NAME_ROOM]; /* as written: "H., Lalu, S.Pd."; empty if none */
} bina_person_name;

/** Takes titles off both ends: of hajj, of nobility, of learning, of politeness. Never fails. */
void bina_person_name_split(const char *text, bina_person_name *result);

#endif
