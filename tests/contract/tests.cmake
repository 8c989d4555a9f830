# What every kind may count on; and the same once more with a kind that only this test knows.
set(contract ${CMAKE_CURRENT_LIST_DIR})
set(samples ${contract}/sample.c ${contract}/sample_market.c ${contract}/sense.c)
bina_check_test(test_every_kind contract ${contract}/test_every_kind.c ${samples})
bina_check_test(test_every_kind_and_trial contract ${contract}/test_every_kind.c ${samples}
    ${PROJECT_SOURCE_DIR}/src/model/kinds.c)
target_compile_definitions(test_every_kind_and_trial PRIVATE
    BINA_EXTRA_KINDS="contract/trial.def" BINA_TRIAL=126)
bina_check_test(test_every_lifecycle contract ${contract}/test_every_lifecycle.c ${samples})
