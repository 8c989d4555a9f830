/*
 * How many stand on no list at all: estimates from how lists overlap (capture-recapture). Pure
 * numbers here, nothing of stores and reports.
 *
 * Cells: how many stand on exactly which lists. Bit i of an index is list i, so 1 << lists cells;
 * the first, of those on no list, is not looked at.
 */
#ifndef BINA_SRC_REPORT_UNSEEN_H
#define BINA_SRC_REPORT_UNSEEN_H

#include <stdbool.h>
#include <stdint.h>

/** More lists than that are too many cells; BINA_UNSEEN_SEARCHED are few enough for every model. */
#define BINA_UNSEEN_LISTS    8
#define BINA_UNSEEN_SEARCHED 4

/** Fewer than 7 on both lists, and Chapman's estimate is biased (Robson and Regier 1964). */
#define BINA_UNSEEN_OVERLAP 7

/** Why there is no estimate. */
typedef enum bina_unseen_refusal {
    BINA_UNSEEN_NONE,       /* there is one */
    BINA_UNSEEN_ONE_LIST,   /* one list tells nothing of what it lacks */
    BINA_UNSEEN_NO_OVERLAP, /* too few on two lists at once */
    BINA_UNSEEN_COPIED,     /* one list is a part of another */
    BINA_UNSEEN_UNSTABLE,   /* empty cells leave the model without an answer, or without a bound */
    BINA_UNSEEN_TOO_MANY,   /* lists */
} bina_unseen_refusal;

typedef struct bina_unseen {
    bina_unseen_refusal refusal;
    double estimate;  /* of all, on lists or not */
    double error;     /* standard error */
    double low, high; /* 95 %; high may be INFINITY */
    double deviance;  /* of the log-linear model */
    int freedom;      /* its degrees */
    int parameters;
    uint32_t terms; /* dependences in the model: see bina_unseen_term */
} bina_unseen;

/** The bit of the dependence between lists i and j, i < j. */
uint32_t bina_unseen_term(int i, int j);

/** Every dependence between two of so many lists. */
uint32_t bina_unseen_all_terms(int lists);

/** Chapman's estimate from two lists: their sizes and how many are on both. */
void bina_unseen_chapman(double first, double second, double both, bina_unseen *result);

/** A log-linear model with these dependences; its interval is that of the profile likelihood. */
void bina_unseen_loglinear(const double *cells, int lists, uint32_t terms, bina_unseen *result);

/** The log-linear model with the least AIC among those with an answer. */
void bina_unseen_best(const double *cells, int lists, bina_unseen *result);

/**
 * Chao's lower bound: what those on one and on two lists say, whatever the dependence of meeting
 * some more often than others.
 */
void bina_unseen_lower_bound(const double *cells, int lists, bina_unseen *result);

/** The sample coverage estimates of Chao and Tsay, for three lists and more. */
typedef struct bina_unseen_coverage {
    double coverage;           /* share of the overlap information on hand */
    bina_unseen independent;   /* N-hat 0: lists independent */
    bina_unseen high_coverage; /* N-hat: where coverage is at least 0.55 */
    bina_unseen one_step;      /* N-hat 1: where it is less */
} bina_unseen_coverage;

void bina_unseen_sample_coverage(const double *cells, int lists, bina_unseen_coverage *result);

/** Whether hardly any of a list is not on another, bigger one: the index of the other, or -1. */
int bina_unseen_copied_from(const double *cells, int lists, int list);

/** An interval that never goes below `seen` (Chao 1987), from the standard error. */
void bina_unseen_interval(double seen, bina_unseen *result);

#endif
