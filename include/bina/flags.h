/**
 * @file bina/flags.h
 * What fields and kinds are, beyond their types.
 */
#ifndef BINA_FLAGS_H
#define BINA_FLAGS_H

/** What a field is, beyond its type. Append only. */
enum bina_field_flag {
    BINA_FIELD_REQUIRED = 1 << 0,   /**< a record without it is refused */
    BINA_FIELD_UNIQUE = 1 << 1,     /**< no two records of the kind share a value */
    BINA_FIELD_KEY = 1 << 2,        /**< part of the natural key by which YAML and people name it */
    BINA_FIELD_INDEXED = 1 << 3,    /**< the store keeps an index */
    BINA_FIELD_DATED = 1 << 4,      /**< its valid-from history is kept */
    BINA_FIELD_DERIVED = 1 << 5,    /**< computed by a rule, never stored */
    BINA_FIELD_PERSONAL = 1 << 6,   /**< personal data: masked where the purpose does not need it */
    BINA_FIELD_STORE_SET = 1 << 7,  /**< the store sets it: id, revision, human number */
    BINA_FIELD_RETIRED = 1 << 8,    /**< no longer in use; its number is never given again */
    BINA_FIELD_OWN = 1 << 9,        /**< an office's own field, declared in its store */
    BINA_FIELD_LIFECYCLE = 1 << 10, /**< a state: only bina_advance changes it */
};

/** What a kind is, beyond its fields. Append only. */
enum bina_kind_flag {
    BINA_KIND_REFERENCE = 1 << 0, /**< served by the reference tables, not kept in the store */
    BINA_KIND_NUMBERED = 1 << 1,  /**< gets a short human number with a check character */
    BINA_KIND_JOURNAL = 1 << 2,   /**< written by the store about itself; users only read it */
    BINA_KIND_WRITTEN = 1 << 3,   /**< written by the store alone, by what users do */
};

#endif
