/*
 * Enterprises that rest, close and move with a reason; groups that split, merge and dissolve, which
 * they may only when no tool lies with them any more; clusters of at least five enterprises
 * (PP 29/2018 Art. 1).
 */
#include "test_domain_care.h"

static bina_id
add_group(bina_store *store, const char *name, bina_id split_from)
{
    bina_id group;

    if (split_from == 0)
        domain_add(store, group, BINA_GROUP, "name=%s nature=kub region=52.03.05.2001", name);
    else
        domain_add(store, group, BINA_GROUP, "name=%s nature=kub split_from=%lld", name,
                   (long long)split_from);
    return group;
}

static bina_id
add_member(bina_store *store, const char *name, bina_id group, const char *since)
{
    bina_id person = test_add_person(store, name);

    domain_plant(store, BINA_MEMBERSHIP, "member_of=%lld member=%lld valid_from=%s",
                 (long long)group, (long long)person, since);
    return person;
}

static bina_id
add_tool(bina_store *store, const char *tag, bina_id group, bina_id custodian)
{
    bina_id asset;

    domain_add(store, asset, BINA_ASSET, "name=Mesin_jahit tag=%s began=2025-03-01", tag);
    domain_plant(store, BINA_CUSTODY,
                 "asset=%lld holder=%lld custodian=%lld valid_from=2025-03-01 nature=granted",
                 (long long)asset, (long long)group, (long long)custodian);
    return asset;
}

static bina_id
holder_of(bina_store *store, bina_id asset)
{
    bina_record *record;
    bina_id holder;

    ck_ok(store, bina_store_get(store, asset, &record));
    holder = bina_record_int(record, BINA_ASSET_HOLDER);
    bina_record_free(record);
    return holder;
}

/* Named in the issue: each tool goes to one of the two, and only then does the group end. */
START_TEST(a_group_splits_with_its_assets)
{
    bina_store *store = domain_open();
    bina_id old = add_group(store, "KUB_Melati", 0), chair, tools[3], east, west, member;

    chair = add_member(store, "Rahmi Contoh", old, "2024-01-01");
    member = add_member(store, "Sahnun Contoh", old, "2024-01-01");
    for (int i = 0; i < 3; i++) {
        char tag[16];
        snprintf(tag, sizeof tag, "MJ-%d", i);
        tools[i] = add_tool(store, tag, old, chair);
        ck_assert_int_eq(holder_of(store, tools[i]), old);
    }
    ck_rules(store, domain_step(store, old, "split", "2026-05-01", "agreed", NULL),
             "group.successors group.assets");
    east = add_group(store, "KUB_Melati_Timur", old);
    west = add_group(store, "KUB_Melati_Barat", old);
    ck_rules(store, domain_step(store, old, "split", "2026-05-01", "agreed", NULL), "group.assets");
    for (int i = 0; i < 3; i++)
        domain_plant(store, BINA_CUSTODY,
                     "asset=%lld holder=%lld custodian=%lld valid_from=2026-05-01 nature=split",
                     (long long)tools[i], (long long)(i < 2 ? east : west),
                     (long long)(i < 2 ? chair : member));
    domain_do(store, old, "split", "2026-05-01", "agreed", NULL);
    ck_state(store, old, NULL, "split");
    ck_state(store, old, "2026-04-30", "active");
    ck_assert_int_eq(holder_of(store, tools[0]), east);
    ck_assert_int_eq(holder_of(store, tools[2]), west);
    /* The custody before ended the day before, and nobody is a member of what is no more. */
    ck_assert_int_eq(domain_count(store, BINA_CUSTODY, BINA_CUSTODY_VALID_TO,
                                  bina_integer_of(BINA_DATE, domain_day("2026-04-30"))),
                     3);
    ck_assert_int_eq(domain_count(store, BINA_MEMBERSHIP, BINA_MEMBERSHIP_VALID_TO,
                                  bina_integer_of(BINA_DATE, domain_day("2026-05-01"))),
                     2);
    domain_do(store, old, "revive", "2026-06-01", "mistake", NULL);
    bina_store_close(store);
}
END_TEST

/* A tool goes to a part of the group that split, not to just any group. */
START_TEST(a_split_names_its_own_parts)
{
    bina_store *store = domain_open();
    bina_id old = add_group(store, "KUB_Mawar", 0), other = add_group(store, "KUB_Lain", 0);
    bina_id chair = add_member(store, "Rahmi Contoh", old, "2024-01-01");
    bina_id tool = add_tool(store, "MJ-9", old, chair);
    bina_status status;

    domain_try_add(store, &status, BINA_CUSTODY,
                   "asset=%lld holder=%lld custodian=%lld valid_from=2026-05-01 nature=split",
                   (long long)tool, (long long)other, (long long)chair);
    ck_rules(store, status, "custody.split");
    bina_store_close(store);
}
END_TEST

START_TEST(a_group_joins_another)
{
    bina_store *store = domain_open();
    bina_id small = add_group(store, "KUB_Kecil", 0), large = add_group(store, "KUB_Besar", 0);
    bina_id chair = add_member(store, "Rahmi Contoh", small, "2024-01-01");
    bina_id tool = add_tool(store, "MJ-1", small, chair);
    char joined[32];

    snprintf(joined, sizeof joined, "joined=%lld", (long long)large);
    ck_rules(store, domain_step(store, small, "merge", "2026-05-01", "agreed", NULL),
             "lifecycle.value group.assets");
    domain_plant(store, BINA_CUSTODY,
                 "asset=%lld holder=%lld custodian=%lld valid_from=2026-05-01 nature=merged",
                 (long long)tool, (long long)large, (long long)chair);
    domain_do(store, small, "merge", "2026-05-01", "agreed", joined);
    /* Nobody joins what has ended. */
    snprintf(joined, sizeof joined, "joined=%lld", (long long)small);
    ck_rules(store, domain_step(store, large, "merge", "2026-05-02", "agreed", joined),
             "group.joined group.assets");
    bina_store_close(store);
}
END_TEST

START_TEST(a_group_with_tools_or_grants_is_not_dissolved)
{
    bina_store *store = domain_open();
    bina_id group = add_group(store, "KUB_Melati", 0), programme, tool;
    bina_id chair = add_member(store, "Rahmi Contoh", group, "2024-01-01");

    tool = add_tool(store, "MJ-1", group, chair);
    domain_add(store, programme, BINA_PROGRAMME,
               "name=Alat beneficiary=group state=running evidence=SK began=2025-01-01");
    domain_plant(store, BINA_GRANT,
                 "programme=%lld recipient=%lld nature=equipment state=approved evidence=SK"
                 " began=2025-01-01",
                 (long long)programme, (long long)group);
    ck_rules(store, domain_step(store, group, "dissolve", "2026-05-01", "agreed", NULL),
             "group.assets group.grants");
    domain_do(store, tool, "give_back", "2026-05-01", NULL, NULL);
    ck_rules(store, domain_step(store, group, "dissolve", "2026-05-01", "agreed", NULL),
             "group.grants");
    bina_store_close(store);
}
END_TEST

static const char *
status_of(bina_store *store, bina_id id, char text[32])
{
    bina_record *record;

    ck_ok(store, bina_store_get(store, id, &record));
    snprintf(text, 32, "%s",
             bina_record_text(record, BINA_ENTERPRISE_STATUS) != NULL
                 ? bina_record_text(record, BINA_ENTERPRISE_STATUS)
                 : "");
    bina_record_free(record);
    return text;
}

/* Lists write a status as they find it, none included; a step adds the day and the reason. */
START_TEST(an_enterprise_pauses_with_a_reason)
{
    bina_store *store = domain_open();
    bina_id shop, plain;
    char text[32];

    domain_add(store, shop, BINA_ENTERPRISE, "name=Kerupuk region=74.11.01.2001 status=active");
    domain_add(store, plain, BINA_ENTERPRISE, "name=Tahu region=74.11.01.2001");
    ck_assert_str_eq(status_of(store, plain, text), "");
    ck_rules(store, domain_step(store, shop, "pause", "2026-03-01", NULL, NULL),
             "lifecycle.reason");
    domain_do(store, shop, "pause", "2026-03-01", "material", NULL);
    domain_do(store, plain, "close", "2026-03-01", "death", NULL);
    ck_assert_str_eq(status_of(store, shop, text), "paused");
    domain_do(store, shop, "resume", "2026-04-01", NULL, NULL);
    ck_assert_str_eq(status_of(store, shop, text), "active");
    ck_assert_int_eq(domain_count(store, BINA_STEP, BINA_STEP_REASON, bina_text("material")), 1);
    ck_assert_str_eq(status_of(store, plain, text), "closed");
    domain_do(store, plain, "reopen", "2026-05-01", "mistake", NULL);
    bina_store_close(store);
}
END_TEST

/* PP 29/2018 Art. 1: five units at least. Four are refused, the fifth makes it one. */
START_TEST(a_cluster_needs_five_enterprises)
{
    bina_store *store = domain_open();
    bina_id sentra;

    domain_add(store, sentra, BINA_SENTRA, "name=Mebel region=53.04.12.1001 status=proposed");
    for (int i = 1; i <= 5; i++) {
        domain_plant(store, BINA_ENTERPRISE, "name=Mebel_%d sentra=%lld", i, (long long)sentra);
        if (i == 4)
            ck_rules(store, domain_step(store, sentra, "activate", "2026-03-01", NULL, NULL),
                     "sentra.members");
    }
    domain_do(store, sentra, "activate", "2026-03-01", NULL, NULL);
    bina_store_close(store);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("parties");
    TCase *all = tcase_create("parties");

    tcase_add_checked_fixture(all, test_begin, test_end);
    tcase_add_test(all, a_group_splits_with_its_assets);
    tcase_add_test(all, a_split_names_its_own_parts);
    tcase_add_test(all, a_group_joins_another);
    tcase_add_test(all, a_group_with_tools_or_grants_is_not_dissolved);
    tcase_add_test(all, an_enterprise_pauses_with_a_reason);
    tcase_add_test(all, a_cluster_needs_five_enterprises);
    suite_add_tcase(suite, all);
    return test_run(suite);
}
