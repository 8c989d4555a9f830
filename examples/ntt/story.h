/* What the story knows, and what its two files share. */
#ifndef STORY_H
#define STORY_H

#include <bina.h>
#include <stdio.h>

enum { BATCHES = 5, PEOPLE = 100 };

typedef struct story {
    bina_store *store;
    const char *input;
    FILE *figures;
    bina_id programme, batch[BATCHES + 1], lesson[BATCHES + 1][4];
    bina_id person[PEOPLE], enrolment[PEOPLE];
    int64_t batch_of[PEOPLE];
    char absent[PEOPLE][4][12]; /* the presence of who was not there, by lesson */
} story;

/* Takes a step on a day; BINA_ERR_REFUSED is for the caller to judge. */
bina_status step(story *s, bina_id id, const char *verb, const char *day, const char *reason,
                 const bina_record *values);

/* What was bound is spent: each batch as planned, and what material and output really cost. */
void settle(story *s);

/* Prints the reports, and writes the figures that are held to the input. */
void tell(story *s);

#endif
