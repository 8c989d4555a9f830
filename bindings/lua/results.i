/* What comes back: statuses as errors, and what is given through pointers as results. */

/* ---- statuses: good news that there is no more is nil ---- */

%define %bina_status_of(TYPE, ERROR)
%typemap(out) TYPE {
    if ($1 < 0) {
        push_error(L, (bina_status)$1, ERROR);
        SWIG_fail;
    }
    if ($1 == BINA_DONE) {
        lua_pushnil(L);
        return 1;
    }
}
%enddef
%bina_status_of(plain_status, NULL)
%bina_status_of(cursor_status, bina_cursor_error(arg1))
%bina_status_of(task_status, bina_task_error(arg1))
%bina_status_of(settings_status, bina_linkage_settings_error(arg1))
%bina_status_of(linkage_status, bina_linkage_error(arg1))
%bina_status_of(matcher_status, bina_matcher_error(arg1))
%bina_status_of(store_status, bina_store_error(arg1))

%typemap(in, numinputs=0) bina_error *error {
    $1 = bina_error_new();
    if ($1 == NULL) {
        push_error(L, BINA_ERR_NO_MEMORY, NULL);
        SWIG_fail;
    }
}
%typemap(out) error_status ""
%typemap(argout) bina_error *error {
    if (result < 0) {
        push_error(L, (bina_status)result, $1);
        SWIG_fail;
    }
}
%typemap(freearg) bina_error *error "bina_error_free($1);"

%typemap(out) reading_status {
    if ($1 < 0 && $1 != BINA_ERR_INVALID) {
        push_error(L, (bina_status)$1, NULL);
        SWIG_fail;
    }
}

%typemap(out) number_or_status {
    if ($1 < 0) {
        push_error(L, (bina_status)$1, NULL);
        SWIG_fail;
    }
    lua_pushinteger(L, (lua_Integer)$1);
    SWIG_arg++;
}

/* ---- what comes back through pointers ---- */

%typemap(in, numinputs=0) bina_status *status (bina_status temp) "$1 = &temp;"
%typemap(argout) bina_status *status {
    lua_pop(L, SWIG_arg);
    if (result)
        lua_pushinteger(L, (lua_Integer)*$1);
    else
        lua_pushnil(L);
    SWIG_arg = 1;
}

%typemap(in, numinputs=0) (int *slot, const char **column) (int temp_slot = 0, const char *temp_column = NULL) {
    $1 = &temp_slot;
    $2 = ($2_ltype)&temp_column;
}
%typemap(argout) (int *slot, const char **column) {
    lua_pop(L, SWIG_arg);
    SWIG_arg = 0;
    if (result) {
        lua_pushinteger(L, (lua_Integer)*$1);
        lua_pushstring(L, *$2);
        SWIG_arg = 2;
    }
}

%typemap(in, numinputs=0) (int64_t *least, int64_t *greatest) (int64_t temp_least, int64_t temp_greatest) {
    $1 = &temp_least;
    $2 = &temp_greatest;
}
%typemap(argout) (int64_t *least, int64_t *greatest) {
    lua_pop(L, SWIG_arg);
    SWIG_arg = 0;
    if (result) {
        lua_pushinteger(L, (lua_Integer)*$1);
        lua_pushinteger(L, (lua_Integer)*$2);
        SWIG_arg = 2;
    }
}

%define %bina_result_integer(PARAMETER)
%typemap(in, numinputs=0) PARAMETER (int64_t temp = 0) "$1 = &temp;"
%typemap(argout) PARAMETER %{ lua_pushinteger(L, (lua_Integer)*$1); SWIG_arg++; %}
%enddef

%typemap(in, numinputs=0) bina_progress *progress (bina_progress temp = {0, 0}) "$1 = &temp;"
%typemap(argout) bina_progress *progress {
    lua_pushinteger(L, (lua_Integer)$1->done);
    lua_pushinteger(L, (lua_Integer)$1->total);
    SWIG_arg += 2;
}

%bina_result_integer(bina_id *id)
%bina_result_integer(bina_id *standing)
%bina_result_integer(int64_t *added)
%bina_result_integer(int64_t *count)
%bina_result_integer(int64_t *number)

%typemap(in, numinputs=0) (int64_t *ADDED, int64_t *UPDATED)
    (int64_t temp_added = 0, int64_t temp_updated = 0) {
    $1 = &temp_added;
    $2 = &temp_updated;
}
%typemap(argout) (int64_t *ADDED, int64_t *UPDATED) {
    lua_pushinteger(L, (lua_Integer)*$1);
    lua_pushinteger(L, (lua_Integer)*$2);
    SWIG_arg += 2;
}
%typemap(in, numinputs=0) int64_t *COLUMN (int64_t temp = 0) "$1 = &temp;"
%typemap(argout) int64_t *COLUMN %{ lua_pushinteger(L, (lua_Integer)*$1); SWIG_arg++; %}

/* A list of descriptions, which keeps them alive during the call; nil is NULL. */
%typemap(in) (const bina_description *const *DESCRIPTIONS, size_t N) {
    $1 = NULL;
    $2 = 0;
    if (!lua_isnoneornil(L, $input)) {
        size_t count;
        const bina_description **descriptions;
        if (!lua_istable(L, $input)) { /* luaL_checktype would leap past what is freed at the end */
            lua_pushstring(L, "expected a list of descriptions");
            SWIG_fail;
        }
        count = lua_rawlen(L, $input);
        descriptions = lua_newuserdatauv(L, (count + 1) * sizeof *descriptions, 0);
        for (size_t i = 0; i < count; i++) {
            void *pointer = NULL;
            lua_rawgeti(L, $input, (lua_Integer)i + 1);
            if (!SWIG_IsOK(SWIG_ConvertPtr(L, lua_gettop(L), &pointer,
                                           SWIGTYPE_p_bina_description, 0)) || pointer == NULL) {
                lua_pushstring(L, "expected a list of descriptions");
                SWIG_fail;
            }
            descriptions[i] = pointer;
            lua_pop(L, 1);
        }
        $1 = ($1_ltype)descriptions;
        $2 = count;
    }
}

/* A list of texts, ended by NULL, which keeps them alive during the call; nil is NULL. */
%typemap(in) const char *const *TEXTS {
    $1 = NULL;
    if (!lua_isnoneornil(L, $input)) {
        size_t count;
        const char **texts;
        if (!lua_istable(L, $input)) {
            lua_pushstring(L, "expected a list of texts");
            SWIG_fail;
        }
        count = lua_rawlen(L, $input);
        texts = lua_newuserdatauv(L, (count + 1) * sizeof *texts, 0);
        for (size_t i = 0; i < count; i++) {
            lua_rawgeti(L, $input, (lua_Integer)i + 1);
            if (lua_type(L, -1) != LUA_TSTRING) {
                lua_pushstring(L, "expected a list of texts");
                SWIG_fail;
            }
            texts[i] = lua_tostring(L, -1);
            lua_pop(L, 1);
        }
        texts[count] = NULL;
        $1 = ($1_ltype)texts;
    }
}

%typemap(in, numinputs=0) char *CODE (char temp[8] = {0}) "$1 = temp;"
%typemap(out) char *bina_region_from_bps, char *bina_region_to_bps %{
    lua_pushstring(L, result[0] != 0 ? result : NULL);
    SWIG_arg++;
%}

%typemap(in, numinputs=0) bina_store **opened (bina_store *temp = NULL) "$1 = &temp;"
%typemap(out) plain_status open_store ""
%typemap(argout) bina_store **opened {
    if (result < 0) {
        push_error(L, (bina_status)result, *$1 != NULL ? bina_store_error(*$1) : NULL);
        bina_store_close(*$1);
        SWIG_fail;
    }
    SWIG_NewPointerObj(L, *$1, $*1_descriptor, 1);
    SWIG_arg++;
}

/* T **: the caller's. */
%define %bina_result_owned(TYPE, NAME)
%typemap(in, numinputs=0) TYPE **NAME (TYPE *temp = NULL) "$1 = &temp;"
%typemap(argout) TYPE **NAME %{ SWIG_NewPointerObj(L, *$1, $*1_descriptor, 1); SWIG_arg++; %}
%enddef
%bina_result_owned(bina_record, record)
%bina_result_owned(bina_cursor, cursor)
%bina_result_owned(bina_reading, reading)
%bina_result_owned(bina_task, task)
%bina_result_owned(bina_matcher, matcher)
%bina_result_owned(bina_document, document)
%bina_result_owned(bina_mapping, mapping)
%bina_result_owned(bina_workbook, book)
%bina_result_owned(bina_survivorship, policy)
%bina_result_owned(bina_page, page)

/* const T **: borrowed until the next call, so scripts get a copy. */
%typemap(in, numinputs=0) const bina_record **record (const bina_record *temp = NULL)
    "$1 = ($1_ltype)&temp;"
%typemap(argout) const bina_record **record {
    bina_record *copy = bina_record_copy(*$1);
    if (copy == NULL) {
        push_error(L, BINA_ERR_NO_MEMORY, NULL);
        SWIG_fail;
    }
    SWIG_NewPointerObj(L, copy, SWIGTYPE_p_bina_record, 1);
    SWIG_arg++;
}

%typemap(out) const bina_record * {
    bina_record *copy = $1 != NULL ? bina_record_copy($1) : NULL;
    if ($1 != NULL && copy == NULL) {
        push_error(L, BINA_ERR_NO_MEMORY, NULL);
        SWIG_fail;
    }
    if (copy == NULL)
        lua_pushnil(L);
    else
        SWIG_NewPointerObj(L, copy, SWIGTYPE_p_bina_record, 1);
    SWIG_arg++;
}

/* A complaint that is told, not raised. */
%typemap(out) const bina_error * {
    if ($1 == NULL)
        lua_pushnil(L);
    else
        push_error(L, bina_error_status($1), $1);
    SWIG_arg++;
}

%typemap(out) const bina_description *bina_report_columns {
    if ($1 == NULL)
        lua_pushnil(L);
    else
        SWIG_NewPointerObj(L, (void *)$1, SWIGTYPE_p_bina_description, 1);
    SWIG_arg++;
}

/* What is handed over is handed over once: the script's object is empty from then on. */
%define %bina_let_go(TYPE)
%typemap(in) TYPE *LET_GO {
    int res = SWIG_ConvertPtr(L, $input, (void **)&$1, $descriptor, SWIG_POINTER_RELEASE);
    if (res == SWIG_ERROR_RELEASE_NOT_OWNED) {
        push_error(L, BINA_ERR_USAGE, NULL);
        SWIG_fail;
    }
    if (!SWIG_IsOK(res))
        SWIG_fail_ptr("$symname", $argnum, $descriptor);
}
%enddef
%bina_let_go(bina_rows)
%bina_let_go(bina_store)
%bina_let_go(bina_cursor)
%bina_let_go(bina_task)
%bina_let_go(bina_workbook)

%typemap(out) const bina_description * {
    if ($1 == NULL)
        lua_pushnil(L);
    else
        SWIG_NewPointerObj(L, (void *)bina_description_hold($1), SWIGTYPE_p_bina_description, 1);
    SWIG_arg++;
}

/* What makes something finds no memory. */
%define %bina_makes(FUNCTION)
%exception FUNCTION {
    $action
    if (result == NULL) {
        push_error(L, BINA_ERR_NO_MEMORY, NULL);
        SWIG_fail;
    }
}
%enddef
%bina_makes(bina_description::bina_description)
%bina_makes(bina_record::bina_record)
%bina_makes(bina_record::copy)
%bina_makes(bina_rows::bina_rows)
%bina_makes(bina_rows_to_cursor)
%bina_makes(bina_faults::bina_faults)
%bina_makes(bina_linkage_settings::bina_linkage_settings)
%bina_makes(bina_linkage::bina_linkage)
%bina_makes(bina_query::bina_query)
%bina_makes(bina_texts::bina_texts)
%bina_makes(bina_document::bina_document)
