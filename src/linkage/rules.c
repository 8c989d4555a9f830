#include "linkage/rules.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vector.h"
#include "linkage/rules_sure.h"

#define BUDGET       60.0   /* candidates a row that all rules together may make */
#define DEAR         12.0   /* that one rule may make */
#define SAMPLE       65536u /* rows a rule's cost is told by */
#define EVERY        64.0   /* one row in so many times fewer than the root of all is of it */
#define WORTH        2e-4   /* share of the sure matches a rule must find that no other did */
#define LEAST_WORTH  6e-4   /* of that for every candidate a row */
#define PRICE        7.5e-5 /* of a candidate a row that a trait more would save, in long lists */
#define CHEAP        2.0    /* candidates a row of such a way */
#define MATCHES      1500u  /* pairs looked at for each, more or less */
#define PART_MATCHES 30000u /* the same where a part of a value finds them, mostly in vain */
#define MOST_COST    500.0  /* candidates a row of such a part */

/* A rule that might be. */
typedef struct option {
    bina_link_rule rule;
    double cost; /* candidates a row; guessed until measured */
    double gain; /* when last looked at; it never grows, as more and more is found */
    bool measured, taken;
} option;

typedef struct choosing {
    bina_link_plan *plan;
    bina_link_keyring *ring;
    uint32_t rows, every;      /* one row in so many is of the sample */
    double least_worth, price; /* of a candidate a row, in what it must find */
    bina_link_trait cut[BINA_LINK_CUTS];
    size_t cuts;
    double single[BINA_LINK_FIELDS][BINA_LINK_PARTS]; /* cost of a part alone; < 0: of no use */
    option *option;
    size_t options, option_room;
    bina_link_tally seen;
    bina_link_sure sure;
} choosing;

/* The chance that two rows with a value agree on a field. */
static double
chance_of(const bina_link_field *field)
{
    double pairs = 0, filled = (double)field->filled;

    for (uint32_t c = 1; c < field->values.count; c++)
        pairs += (double)field->count[c] * (field->count[c] - 1.0);
    return filled > 1 ? pairs / (filled * (filled - 1)) : 0;
}

size_t
bina_link_rules_cuts(const bina_link_plan *plan, const bina_link_field *field, uint32_t rows,
                     bina_link_trait *cut)
{
    double chance[BINA_LINK_FIELDS];
    bool taken[BINA_LINK_FIELDS] = {false};
    size_t cuts = 0;

    for (int f = 0; f < plan->count; f++)
        chance[f] = chance_of(&field[f]);
    /* What nearly every row has, and is neither nearly always the same nor nearly never. */
    while (cuts < BINA_LINK_CUTS) {
        int best = -1;
        for (int f = 0; f < plan->count; f++)
            if (!taken[f] && (double)field[f].filled > 0.8 * rows && chance[f] < 0.3 &&
                chance[f] > 3e-4 && (best < 0 || chance[f] > chance[best]))
                best = f;
        if (best < 0)
            break;
        taken[best] = true;
        cut[cuts++] = (bina_link_trait){best, BINA_LINK_WHOLE};
    }
    return cuts;
}

static bina_status
measure(choosing *all, const bina_link_rule *rule, double *cost)
{
    return bina_link_rule_cost(&all->seen, all->ring, rule, all->rows, all->every, cost);
}

static bina_status
add_option(choosing *all, bina_link_rule rule, double cost, bool measured)
{
    if (!bina_vector_reserve(&all->option, &all->option_room, all->options + 1,
                             sizeof(*all->option)))
        return BINA_ERR_NO_MEMORY;
    all->option[all->options++] = (option){rule, cost, INFINITY, measured, false};
    return BINA_OK;
}

/* Single parts that are not dear, and two parts of two fields that are too dear alone. */
static bina_status
list_options(choosing *all)
{
    double most = (double)all->rows / 2;
    bina_status status = BINA_OK;

    for (int f = 0; f < all->plan->count; f++)
        for (bina_link_part p = BINA_LINK_WHOLE; p < BINA_LINK_PARTS && status == BINA_OK; p++) {
            double cost = all->single[f][p];
            bina_link_rule rule = {{{f, p}}, 1};
            if (cost < 0)
                continue;
            if (cost <= DEAR)
                status = add_option(all, rule, cost, true);
            for (int g = 0; g < all->plan->count && cost > 0.5; g++)
                for (bina_link_part q = BINA_LINK_WHOLE; q < BINA_LINK_WORD && status == BINA_OK;
                     q++) {
                    double other = all->single[g][q];
                    /* Of two like parts the pair is looked at once. */
                    bool twice = g < f && q == BINA_LINK_WHOLE && p == BINA_LINK_WHOLE;
                    if (g == f || other <= 0.5 || twice || (q != BINA_LINK_WHOLE && p != q))
                        continue;
                    if (cost * other / most > 4 * DEAR)
                        continue;
                    rule = (bina_link_rule){{{f, p}, {g, q}}, 2};
                    status = add_option(all, rule, cost * other / most, false);
                }
        }
    return status;
}

/* Finds sure matches by whole values, single ones first: they leave most fields to be judged. */
static bina_status
find_matches(choosing *all)
{
    bina_status status = BINA_OK;

    for (int pass = 0; pass < 2; pass++)
        for (size_t o = 0; o < all->options && status == BINA_OK; o++) {
            option *one = &all->option[o];
            if ((one->rule.traits > 1) != (pass == 1) || !bina_link_rule_is_whole(&one->rule) ||
                one->cost > CHEAP || bina_link_sure_is_full(&all->sure))
                continue;
            if (!one->measured)
                status = measure(all, &one->rule, &one->cost);
            one->measured = true;
            if (status == BINA_OK && one->cost <= CHEAP && one->cost > 1e-3)
                status = bina_link_sure_look(&all->sure, &one->rule, one->cost, MATCHES);
        }
    return status;
}

/* Adds what a part of a value finds to the sources. */
static bina_status
look_at_part(choosing *all, const bina_link_rule *rule, double cost)
{
    if (bina_link_rule_is_whole(rule) || cost < 1e-3 || cost > MOST_COST ||
        bina_link_sure_is_full(&all->sure))
        return BINA_OK;
    return bina_link_sure_look(&all->sure, rule, cost, PART_MATCHES);
}

/* A rule too dear for some large blocks; these will be cut. */
static bina_status
add_cut(choosing *all, bina_link_rule rule)
{
    double cost;
    bina_status status;

    all->seen.most = BINA_LINK_LARGEST / all->every + 1;
    status = measure(all, &rule, &cost);
    all->seen.most = 0;
    return status == BINA_OK && cost <= DEAR ? add_option(all, rule, cost, true) : status;
}

/*
 * Where one field says most (the titles of products), its whole values find only what is written
 * alike. Rows that share another part of it tell what each of its parts would find.
 */
static bina_status
find_by_parts(choosing *all)
{
    unsigned whole = all->sure.sources;
    bina_status status = BINA_OK;

    for (int f = 0; f < all->plan->count && status == BINA_OK; f++) {
        if (!bina_link_sure_all_use(&all->sure, whole, f))
            continue;
        for (bina_link_part p = BINA_LINK_WHOLE; p < BINA_LINK_PARTS && status == BINA_OK; p++) {
            bina_link_rule rule = {{{f, p}}, 1};
            status = look_at_part(all, &rule, all->single[f][p]);
            if (status == BINA_OK && all->single[f][p] > DEAR)
                status = add_cut(all, rule);
        }
        for (size_t o = 0; o < all->options && status == BINA_OK; o++) {
            const option *one = &all->option[o];
            if (one->rule.traits > 1 && bina_link_rule_uses(&one->rule, f))
                status = look_at_part(all, &one->rule, one->cost);
        }
    }
    return status;
}

static bina_status
take(choosing *all, const bina_link_rule *rule)
{
    bina_status status = bina_link_sure_take(&all->sure, rule);

    return status == BINA_OK ? bina_link_plan_add_rule(all->plan, rule) : status;
}

static double
worth_of(const option *one)
{
    return one->gain / (one->cost + 0.3);
}

/* Whether an option is worth it, by its gain as far as known, and more than another is. */
static bool
is_better(const choosing *all, const option *one, double most)
{
    return one->gain >= WORTH && worth_of(one) >= all->least_worth && worth_of(one) > most;
}

/* The option that finds most for what it costs; NULL when none is worth it. */
static bina_status
best_option(choosing *all, double left, option **best)
{
    for (;;) {
        double most = 0;
        *best = NULL;
        for (size_t o = 0; o < all->options; o++) {
            option *one = &all->option[o];
            bina_status status;
            if (one->taken || one->cost > DEAR || one->cost > left || !is_better(all, one, most))
                continue;
            status = bina_link_sure_gain(&all->sure, &one->rule, &one->rule, &one->gain);
            if (status != BINA_OK)
                return status;
            if (is_better(all, one, most)) {
                most = worth_of(one);
                *best = one;
            }
        }
        if (*best == NULL || (*best)->measured)
            return BINA_OK;
        (*best)->measured = true;
        {
            bina_status status = measure(all, &(*best)->rule, &(*best)->cost);
            if (status != BINA_OK)
                return status;
        }
    }
}

/* What a rule leaves out of what another with a trait less finds. */
static bina_status
measure_loss(choosing *all, const bina_link_rule *rule, const bina_link_rule *finer, double *loss)
{
    double found, kept = 0;
    bina_status status = bina_link_sure_gain(&all->sure, rule, finer, &found);

    if (status == BINA_OK)
        status = bina_link_sure_gain(&all->sure, finer, finer, &kept);
    *loss = found - kept;
    return status;
}

/*
 * The same rule, or with one trait more if what that leaves out is not worth its candidates. The
 * traits that large blocks are cut by tell what lies far apart: in the lists of a country people of
 * one name live in villages of one name.
 */
static bina_status
find_finer(choosing *all, const option *one, option *finer)
{
    bina_link_rule rule[BINA_LINK_CUTS] = {{{{0}}, 0}};
    double cost[BINA_LINK_CUTS], most = 0;
    size_t rules = 0;
    bina_status status;

    *finer = *one;
    for (size_t c = 0; c < all->cuts && all->price > 0; c++)
        if (one->rule.traits < BINA_LINK_TRAITS &&
            !bina_link_rule_uses(&one->rule, all->cut[c].field)) {
            rule[rules] = one->rule;
            rule[rules].trait[rule[rules].traits++] = all->cut[c];
            rules++;
        }
    status = bina_link_rules_cost(all->ring, rule, rules, all->rows, all->every, cost);
    for (size_t r = 0; r < rules && status == BINA_OK; r++) {
        double loss;
        status = measure_loss(all, &one->rule, &rule[r], &loss);
        if (status != BINA_OK || all->price * (one->cost - cost[r]) - loss <= most)
            continue;
        most = all->price * (one->cost - cost[r]) - loss;
        finer->rule = rule[r];
        finer->cost = cost[r];
    }
    return status;
}

static bina_status
choose(choosing *all)
{
    double left = BUDGET;
    bina_status status = BINA_OK;

    /* What is as good as a number of one's own is never wrong. */
    for (size_t o = 0; o < all->options && status == BINA_OK && all->plan->rules < BINA_LINK_RULES;
         o++) {
        option *one = &all->option[o];
        if (one->rule.traits > 1 || !bina_link_rule_is_whole(&one->rule) || one->cost > CHEAP)
            continue;
        status = take(all, &one->rule);
        one->taken = true;
        left -= one->cost;
    }
    while (status == BINA_OK && all->plan->rules < BINA_LINK_RULES) {
        option *best, finer;
        status = best_option(all, left, &best);
        if (status != BINA_OK || best == NULL)
            break;
        status = find_finer(all, best, &finer);
        best->taken = true;
        left -= finer.cost;
        if (status == BINA_OK)
            status = take(all, &finer.rule);
    }
    return status;
}

bina_status
bina_link_rules_propose(bina_link_plan *plan, bina_link_keyring *ring, uint32_t rows,
                        const bina_link_judge *judge, const bina_link_rows *packed)
{
    choosing *all = calloc(1, sizeof(*all));
    bina_status status;

    if (all == NULL)
        return BINA_ERR_NO_MEMORY;
    all->plan = plan;
    all->ring = ring;
    all->rows = rows;
    /* Of shorter lists fewer rows tell as much: as many pairs are met as in those of a million. */
    all->every = (uint32_t)fmax(rows / SAMPLE, sqrt(rows) / EVERY) + 1;
    /* The longer the lists, the more time a candidate a row is. */
    all->least_worth = LEAST_WORTH * fmax(1, fmin(4, rows / 1e5));
    all->cuts = bina_link_rules_cuts(plan, ring->field, rows, all->cut);
    all->price = PRICE * fmax(0, fmin(3, rows / 1e5 - 2));
    all->sure.ring = ring;
    all->sure.rows = rows;
    all->sure.judge = judge;
    all->sure.packed = packed;
    status = bina_link_parts_cost(ring, plan->count, rows, all->every, all->single);
    if (status == BINA_OK)
        status = list_options(all);
    if (status == BINA_OK)
        status = find_matches(all);
    if (status == BINA_OK)
        status = find_by_parts(all);
    if (status == BINA_OK)
        status = choose(all);
    bina_link_sure_drop(&all->sure);
    free(all->option);
    bina_link_tally_drop(&all->seen);
    free(all);
    return status;
}
