/* What comes back: statuses as exceptions, and what is given through pointers as the result. */

/* ---- statuses ---- */

%define %bina_status_of(TYPE, ERROR)
%typemap(out) TYPE {
    if ($1 < 0) {
        raise_error((bina_status)$1, ERROR);
        SWIG_fail;
    }
    if ($1 == BINA_DONE) {
        PyErr_SetNone(PyExc_StopIteration);
        SWIG_fail;
    }
    $result = SWIG_Py_Void();
}
%enddef
%bina_status_of(plain_status, NULL)
%bina_status_of(cursor_status, bina_cursor_error(arg1))
%bina_status_of(task_status, bina_task_error(arg1))
%bina_status_of(settings_status, bina_linkage_settings_error(arg1))
%bina_status_of(linkage_status, bina_linkage_error(arg1))
%bina_status_of(matcher_status, bina_matcher_error(arg1))
%bina_status_of(store_status, bina_store_error(arg1))

/* With an error passed along, which is there for this call only. */
%typemap(in, numinputs=0) bina_error *error {
    $1 = bina_error_new();
    if ($1 == NULL) {
        PyErr_NoMemory();
        SWIG_fail;
    }
}
%typemap(out) error_status "$result = SWIG_Py_Void();"
%typemap(argout) bina_error *error {
    if (result < 0) {
        Py_CLEAR($result);
        raise_error((bina_status)result, $1);
        SWIG_fail;
    }
}
%typemap(freearg) bina_error *error "bina_error_free($1);"

%typemap(out) reading_status {
    if ($1 < 0 && $1 != BINA_ERR_INVALID) {
        raise_error((bina_status)$1, NULL);
        SWIG_fail;
    }
    $result = SWIG_Py_Void();
}

%typemap(out) number_or_status {
    if ($1 < 0) {
        raise_error((bina_status)$1, NULL);
        SWIG_fail;
    }
    $result = PyLong_FromLong($1);
}

/* ---- what comes back through pointers: it replaces the nothing of the status ---- */

%typemap(in, numinputs=0) bina_status *status (bina_status temp) "$1 = &temp;"
%typemap(argout) bina_status *status {
    Py_DecRef($result);
    $result = result ? PyLong_FromLong((long)*$1) : SWIG_Py_Void();
}

%typemap(in, numinputs=0) (int *slot, const char **column) (int temp_slot = 0, const char *temp_column = NULL) {
    $1 = &temp_slot;
    $2 = ($2_ltype)&temp_column;
}
%typemap(argout) (int *slot, const char **column) {
    Py_DecRef($result);
    $result = result ? Py_BuildValue("iN", *$1, python_text(*$2)) : SWIG_Py_Void();
}

%typemap(in, numinputs=0) (int64_t *least, int64_t *greatest) (int64_t temp_least, int64_t temp_greatest) {
    $1 = &temp_least;
    $2 = &temp_greatest;
}
%typemap(argout) (int64_t *least, int64_t *greatest) {
    Py_DecRef($result);
    $result = result ? Py_BuildValue("LL", (long long)*$1, (long long)*$2) : SWIG_Py_Void();
}

%define %bina_result_integer(PARAMETER)
%typemap(in, numinputs=0) PARAMETER (int64_t temp = 0) "$1 = &temp;"
%typemap(argout) PARAMETER {
    Py_DecRef($result);
    $result = PyLong_FromLongLong((long long)*$1);
}
%enddef

%typemap(in, numinputs=0) bina_progress *progress (bina_progress temp = {0, 0}) "$1 = &temp;"
%typemap(argout) bina_progress *progress {
    Py_DecRef($result);
    $result = Py_BuildValue("LL", (long long)$1->done, (long long)$1->total);
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
    Py_DecRef($result);
    $result = Py_BuildValue("LL", (long long)*$1, (long long)*$2);
}
%typemap(in, numinputs=0) int64_t *COLUMN (int64_t temp = 0) "$1 = &temp;"
%typemap(argout) int64_t *COLUMN {
    Py_DecRef($result);
    $result = Py_BuildValue("LL", (long long)result, (long long)*$1);
}

/* A list of descriptions, which keeps them alive during the call; None is NULL. */
%typemap(in) (const bina_description *const *DESCRIPTIONS, size_t N) (void **list = NULL) {
    $1 = NULL;
    $2 = 0;
    if ($input != Py_None) {
        Py_ssize_t count = PyList_Check($input) ? PyList_Size($input) : -1;
        if (count < 0) {
            PyErr_SetString(PyExc_TypeError, "expected a list of descriptions or None");
            SWIG_fail;
        }
        list = PyMem_Calloc((size_t)count + 1, sizeof(void *));
        $1 = ($1_ltype)list;
        if (list == NULL) {
            PyErr_NoMemory();
            SWIG_fail;
        }
        for (Py_ssize_t i = 0; i < count; i++) {
            if (!SWIG_IsOK(SWIG_ConvertPtr(PyList_GetItem($input, i), &list[i],
                                           SWIGTYPE_p_bina_description, 0)) || list[i] == NULL) {
                PyErr_SetString(PyExc_TypeError, "expected a list of descriptions");
                SWIG_fail;
            }
        }
        $2 = (size_t)count;
    }
}
%typemap(freearg) (const bina_description *const *DESCRIPTIONS, size_t N) "PyMem_Free(list$argnum);"

/* A list of texts, ended by NULL; None is NULL. The texts are borrowed from the list. */
%typemap(in) const char *const *TEXTS (void **list = NULL) {
    $1 = NULL;
    if ($input != Py_None) {
        Py_ssize_t count = PyList_Check($input) ? PyList_Size($input) : -1;
        if (count < 0) {
            PyErr_SetString(PyExc_TypeError, "expected a list of texts or None");
            SWIG_fail;
        }
        list = PyMem_Calloc((size_t)count + 1, sizeof(void *));
        $1 = ($1_ltype)list;
        if (list == NULL) {
            PyErr_NoMemory();
            SWIG_fail;
        }
        for (Py_ssize_t i = 0; i < count; i++) {
            const char *text;
            if (!text_from_python(PyList_GetItem($input, i), &text))
                SWIG_fail;
            list[i] = (void *)(uintptr_t)text;
        }
    }
}
%typemap(freearg) const char *const *TEXTS "PyMem_Free(list$argnum);"

%typemap(in, numinputs=0) char *CODE (char temp[8] = {0}) "$1 = temp;"
%typemap(out) char *bina_region_from_bps, char *bina_region_to_bps
    "$result = result[0] != 0 ? python_text(result) : SWIG_Py_Void();"

%typemap(in, numinputs=0) bina_store **opened (bina_store *temp = NULL) "$1 = &temp;"
%typemap(out) plain_status open_store "$result = SWIG_Py_Void();"
%typemap(argout) bina_store **opened {
    Py_CLEAR($result);
    if (result < 0) {
        raise_error((bina_status)result, *$1 != NULL ? bina_store_error(*$1) : NULL);
        bina_store_close(*$1);
        SWIG_fail;
    }
    $result = SWIG_NewPointerObj(*$1, $*1_descriptor, SWIG_POINTER_OWN);
}

/* T **: the caller's. */
%define %bina_result_owned(TYPE, NAME)
%typemap(in, numinputs=0) TYPE **NAME (TYPE *temp = NULL) "$1 = &temp;"
%typemap(argout) TYPE **NAME {
    Py_DecRef($result);
    $result = SWIG_NewPointerObj(*$1, $*1_descriptor, SWIG_POINTER_OWN);
}
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
    Py_DecRef($result);
    if (copy == NULL) {
        $result = NULL;
        PyErr_NoMemory();
        SWIG_fail;
    }
    $result = SWIG_NewPointerObj(copy, SWIGTYPE_p_bina_record, SWIG_POINTER_OWN);
}

%typemap(out) const bina_record * {
    bina_record *copy = $1 != NULL ? bina_record_copy($1) : NULL;
    if ($1 != NULL && copy == NULL) {
        PyErr_NoMemory();
        SWIG_fail;
    }
    $result = copy == NULL ? SWIG_Py_Void()
                           : SWIG_NewPointerObj(copy, SWIGTYPE_p_bina_record, SWIG_POINTER_OWN);
}

/* A complaint that is told, not raised. */
%typemap(out) const bina_error * {
    $result = $1 == NULL ? SWIG_Py_Void() : made_error(bina_error_status($1), $1);
    if ($result == NULL)
        SWIG_fail;
}

%typemap(out) const bina_description *bina_report_columns {
    $result = $1 == NULL ? SWIG_Py_Void()
                         : SWIG_NewPointerObj((void *)$1, SWIGTYPE_p_bina_description,
                                              SWIG_POINTER_OWN);
}

/* What is handed over is handed over once: the script's object is empty from then on. */
%define %bina_let_go(TYPE)
%typemap(in) TYPE *LET_GO {
    int res = SWIG_ConvertPtr($input, (void **)&$1, $descriptor, SWIG_POINTER_RELEASE);
    if (res == SWIG_ERROR_RELEASE_NOT_OWNED) {
        raise_error(BINA_ERR_USAGE, NULL);
        SWIG_fail;
    }
    if (!SWIG_IsOK(res))
        SWIG_exception_fail(SWIG_ArgError(res), "in method '$symname', argument $argnum");
}
%enddef
%bina_let_go(bina_rows)
%bina_let_go(bina_store)
%bina_let_go(bina_cursor)
%bina_let_go(bina_task)
%bina_let_go(bina_workbook)

%typemap(out) const bina_description * {
    if ($1 == NULL)
        $result = SWIG_Py_Void();
    else
        $result = SWIG_NewPointerObj((void *)bina_description_hold($1),
                                     SWIGTYPE_p_bina_description, SWIG_POINTER_OWN);
}

/* What makes something finds no memory, or there is no such thing to be made. */
%define %bina_makes(FUNCTION)
%exception FUNCTION {
    $action
    if (result == NULL) {
        raise_error(BINA_ERR_NO_MEMORY, NULL);
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
