/* Headings between the rows of a table, and the places they, the sheet's name and the title tell.
 */
#include <stdio.h>
#include <string.h>
#include "exchange/layout.h"

#define PLAIN 100 /* the rank of a heading that names no place */

static void
put(char to[BINA_SECTION_TEXT + 1], const char *text, size_t length)
{
    if (length > BINA_SECTION_TEXT)
        length = BINA_SECTION_TEXT;
    memcpy(to, text, length);
    to[length] = '\0';
}

/* Takes the places named in a text; a place ends what was known below it. */
static void
take_places(char places[BINA_PLACE_LEVELS][BINA_SECTION_TEXT + 1], const char *text)
{
    size_t at = 0, name, name_length, length = strlen(text);
    char found[BINA_PLACE_LEVELS][BINA_SECTION_TEXT + 1] = {""};
    bina_place_level level, highest = BINA_PLACE_LEVELS;
    int i;

    while ((level = bina_word_place_within(text, length, &at, &name, &name_length)) !=
           BINA_PLACE_NONE) {
        put(found[level], text + name, name_length);
        if (level < highest)
            highest = level;
    }
    for (i = (int)highest; i < BINA_PLACE_LEVELS; i++)
        memcpy(places[i], found[i], sizeof(found[i]));
}

void
bina_layout_note_places(bina_layout *layout)
{
    if (layout->title != NULL)
        take_places(layout->above_places, layout->title);
    take_places(layout->above_places, layout->sheet);
    memcpy(layout->places, layout->above_places, sizeof(layout->places));
}

/* Where a heading of a place goes: it ends those of its level and below. */
static void
make_room_for_place(bina_layout *layout, int rank)
{
    size_t i;

    for (i = 0; i < layout->depth; i++)
        if (layout->sections[i].rank != PLAIN && layout->sections[i].rank >= rank) {
            layout->depth = i;
            return;
        }
    while (!layout->section_last && layout->depth > 0 &&
           layout->sections[layout->depth - 1].rank == PLAIN)
        layout->depth--;
}

/*
 * Where a heading that names no place goes: in the place of the one before; but when nothing stands
 * between them, the one before was the heading of this one.
 */
static void
make_room_for_plain(bina_layout *layout)
{
    bina_layout_section *top = layout->depth > 0 ? &layout->sections[layout->depth - 1] : NULL;

    if (top == NULL || top->rank != PLAIN)
        return;
    if (!layout->section_last) {
        layout->depth--;
    } else if (layout->depth > 1 && layout->sections[layout->depth - 2].rank == PLAIN) {
        layout->sections[layout->depth - 2] = *top;
        layout->depth--;
    }
}

void
bina_layout_enter_section(bina_layout *layout, const char *text, size_t length)
{
    size_t name, i;
    bina_place_level level = bina_word_place(text, length, &name);

    if (level != BINA_PLACE_NONE)
        make_room_for_place(layout, (int)level);
    else
        make_room_for_plain(layout);
    if (layout->depth == BINA_SECTION_DEPTH) {
        memmove(layout->sections, layout->sections + 1,
                (BINA_SECTION_DEPTH - 1) * sizeof(*layout->sections));
        layout->depth--;
    }
    put(layout->sections[layout->depth].text, text, length);
    layout->sections[layout->depth++].rank = level != BINA_PLACE_NONE ? (int)level : PLAIN;
    memcpy(layout->places, layout->above_places, sizeof(layout->places));
    for (i = 0; i < layout->depth; i++)
        if (layout->sections[i].rank != PLAIN)
            take_places(layout->places, layout->sections[i].text);
}
