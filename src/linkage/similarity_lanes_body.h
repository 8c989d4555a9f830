/*
 * The kernels over lanes, written once for every set of instructions. A file that includes this
 * has given the words they are written in:
 *
 *   TARGET                   the attribute of functions
 *   NAME(x)                  the name of a function
 *   wide                     a vector of lanes of 16 bits: each lane is another text
 *   WIDES                    how many of them make a block
 *   ZERO, ALL(x)             all lanes 0, or x
 *   AND, OR, XOR, ADD        of two, NOT_AND(a, b) is ~a & b, DOUBLE(a) is a << 1
 *   LOWEST(a)                the lowest bit of each lane
 *   chosen                   of each lane: yes or no
 *   SOME(a)                  where a is not 0
 *   BOTH(a, b)               where a & b is not 0
 *   ADD_ONE(a, c)            a + 1 where c; TAKE_ONE: a - 1
 *   ADD_MISS(a, b, m, c)     a + 1 where c and b & m is 0
 *   WHERE(a, c)              a where c, else 0
 *   match(probe, column, m)  fills WIDES vectors: the places of the probe's text, as bits, that
 *                            hold the character of each lane
 *   narrow(v, bytes)         writes the lanes of WIDES vectors as 64 bytes, in the texts' order
 *   prefixes(...)            how many of the first four characters are equal
 *   scores(...)              similarities from counts
 *   COUNT(...)               what Jaro counts: a file with a better way of its own needs no LOWEST,
 *                            SOME, ADD_MISS and WHERE
 *
 * Bits of a lane are places in the probe's text, as in similarity_edit.c, where the kernels are
 * explained.
 */

#ifndef COUNT
#define COUNT NAME(count)
/* Counts what Jaro counts: characters in common, and those of them that are misplaced. */
TARGET static void
NAME(count)(const bina_lanes_probe *probe, const uint8_t *block, unsigned length,
            uint8_t common[BINA_MANY_BLOCK], uint8_t misplaced[BINA_MANY_BLOCK])
{
    unsigned longer = probe->length > length ? probe->length : length;
    unsigned window = longer < 4 ? 0 : longer / 2 - 1;
    wide at[BINA_MANY_LENGTH][WIDES], total[WIDES], wrong[WIDES];

    for (unsigned j = 0; j < length; j++)
        match(probe, block + j * BINA_MANY_BLOCK, at[j]);
    for (unsigned v = 0; v < WIDES; v++) {
        chosen took[BINA_MANY_LENGTH];
        wide taken = ZERO, left;
        total[v] = ZERO;
        wrong[v] = ZERO;
        for (unsigned j = 0; j < length; j++) {
            unsigned reach =
                ((2u << (j + window)) - 1) & ~((1u << (j > window ? j - window : 0)) - 1);
            wide free_bits = NOT_AND(taken, AND(at[j][v], ALL((short)reach)));
            took[j] = SOME(free_bits);
            total[v] = ADD_ONE(total[v], took[j]);
            taken = OR(taken, LOWEST(free_bits));
        }
        left = taken;
        for (unsigned j = 0; j < length; j++) {
            wide lowest = LOWEST(left);
            wrong[v] = ADD_MISS(wrong[v], lowest, at[j][v], took[j]);
            left = XOR(left, WHERE(lowest, took[j]));
        }
    }
    narrow(total, common);
    narrow(wrong, misplaced);
}
#endif

TARGET void
NAME(winkler)(const bina_lanes_probe *probe, const uint8_t *block, unsigned length,
              const double *straight, double similarity[BINA_MANY_BLOCK])
{
    uint8_t common[BINA_MANY_BLOCK], misplaced[BINA_MANY_BLOCK], prefix[BINA_MANY_BLOCK];

    COUNT(probe, block, length, common, misplaced);
    prefixes(probe, block, length, prefix);
    scores(probe->length, length, common, misplaced, prefix, straight, similarity);
}

TARGET void
NAME(levenshtein)(const bina_lanes_probe *probe, const uint8_t *block, unsigned length,
                  uint8_t distance[BINA_MANY_BLOCK])
{
    wide last = ALL((short)(1u << (probe->length - 1))), plus[WIDES], minus[WIDES], edits[WIDES];

    for (unsigned v = 0; v < WIDES; v++) {
        plus[v] = ALL(-1);
        minus[v] = ZERO;
        edits[v] = ALL((short)probe->length);
    }
    for (unsigned j = 0; j < length; j++) {
        wide at[WIDES];
        match(probe, block + j * BINA_MANY_BLOCK, at);
        for (unsigned v = 0; v < WIDES; v++) {
            wide diagonal =
                OR(OR(XOR(ADD(AND(at[v], plus[v]), plus[v]), plus[v]), at[v]), minus[v]);
            wide up = OR(minus[v], NOT_AND(OR(diagonal, plus[v]), ALL(-1)));
            wide down = AND(diagonal, plus[v]);
            edits[v] = ADD_ONE(edits[v], BOTH(up, last));
            edits[v] = TAKE_ONE(edits[v], BOTH(down, last));
            up = OR(DOUBLE(up), ALL(1));
            down = DOUBLE(down);
            plus[v] = OR(down, NOT_AND(OR(diagonal, up), ALL(-1)));
            minus[v] = AND(up, diagonal);
        }
    }
    narrow(edits, distance);
}

TARGET void
NAME(osa)(const bina_lanes_probe *probe, const uint8_t *block, unsigned length,
          uint8_t distance[BINA_MANY_BLOCK])
{
    wide last = ALL((short)(1u << (probe->length - 1))), plus[WIDES], minus[WIDES], edits[WIDES];
    wide before[WIDES], diagonal[WIDES];

    for (unsigned v = 0; v < WIDES; v++) {
        plus[v] = ALL(-1);
        minus[v] = before[v] = diagonal[v] = ZERO;
        edits[v] = ALL((short)probe->length);
    }
    for (unsigned j = 0; j < length; j++) {
        wide at[WIDES];
        match(probe, block + j * BINA_MANY_BLOCK, at);
        for (unsigned v = 0; v < WIDES; v++) {
            wide swap = AND(DOUBLE(NOT_AND(diagonal[v], at[v])), before[v]);
            wide up, down;
            diagonal[v] =
                OR(OR(XOR(ADD(AND(at[v], plus[v]), plus[v]), plus[v]), at[v]), OR(minus[v], swap));
            up = OR(minus[v], NOT_AND(OR(diagonal[v], plus[v]), ALL(-1)));
            down = AND(diagonal[v], plus[v]);
            edits[v] = ADD_ONE(edits[v], BOTH(up, last));
            edits[v] = TAKE_ONE(edits[v], BOTH(down, last));
            up = OR(DOUBLE(up), ALL(1));
            down = DOUBLE(down);
            plus[v] = OR(down, NOT_AND(OR(diagonal[v], up), ALL(-1)));
            minus[v] = AND(up, diagonal[v]);
            before[v] = at[v];
        }
    }
    narrow(edits, distance);
}
