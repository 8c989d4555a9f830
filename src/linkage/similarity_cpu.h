/* What the machine can do, for kernels that are written more than once. */
#ifndef BINA_SRC_LINKAGE_SIMILARITY_CPU_H
#define BINA_SRC_LINKAGE_SIMILARITY_CPU_H

/* Forms with wider words are compiled in for x86-64; the machine that runs them chooses. */
#if defined(__x86_64__) && defined(__GNUC__)
#define BINA_CPU_X86 1
#endif

/** Sets of instructions, each with those before it. */
typedef enum bina_cpu {
    BINA_CPU_PLAIN, /**< words of 64 bits */
    BINA_CPU_SSE2,  /**< every x86-64 has it */
    BINA_CPU_AVX2,
    BINA_CPU_AVX512, /**< F, BW, VL and VBMI */
    BINA_CPUS,
} bina_cpu;

/** The widest set that this machine has. Cheap, but not to be asked for every pair. */
static inline bina_cpu
bina_cpu_best(void)
{
#ifdef BINA_CPU_X86
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi"))
        return BINA_CPU_AVX512;
    if (__builtin_cpu_supports("avx2"))
        return BINA_CPU_AVX2;
    return BINA_CPU_SSE2;
#else
    return BINA_CPU_PLAIN;
#endif
}

#endif
