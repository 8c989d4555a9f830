/* What a script gives: numbers, texts, days, lists, and values by the type of their field. */

%typemap(in) int64_t, bina_id {
    int64_t integer = 0;
    if (!integer_from_python($input, false, &integer)) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "expected an int");
        SWIG_fail;
    }
    $1 = integer;
}
%typemap(out) int64_t, bina_id "$result = PyLong_FromLongLong((long long)$1);"

%typemap(in) const char * {
    if ($input == Py_None) {
        $1 = NULL;
    } else {
        const char *text = NULL;
        if (!PyUnicode_Check($input)) {
            PyErr_Format(PyExc_TypeError, "expected str, not %s", Py_TYPE($input)->tp_name);
            SWIG_fail;
        }
        if (!text_from_python($input, &text))
            SWIG_fail;
        $1 = ($1_ltype)text;
    }
}
%typemap(freearg) const char * ""
%typemap(out) const char * "$result = python_text($1);"

%typemap(in) (const char *BYTES, size_t LENGTH) {
    char *bytes = NULL;
    Py_ssize_t length = 0;
    if (PyBytes_AsStringAndSize($input, &bytes, &length) < 0)
        SWIG_fail;
    $1 = bytes;
    $2 = (size_t)length;
}

/* Any text, with its length: NUL is a character like another. */
%typemap(in) (const char *A, size_t A_LENGTH) {
    Py_ssize_t length = 0;
    $1 = (char *)PyUnicode_AsUTF8AndSize($input, &length);
    if ($1 == NULL)
        SWIG_fail;
    $2 = (size_t)length;
}
%apply (const char *A, size_t A_LENGTH) { (const char *B, size_t B_LENGTH) };

/* Texts are borrowed from the list. */
%typemap(in) (const char *const *TEXTS, const size_t *LENGTHS, size_t COUNT)
    (const char **texts = NULL, size_t *lengths = NULL) {
    size_t count;
    if (!PyList_Check($input)) {
        PyErr_SetString(PyExc_TypeError, "expected texts in a list");
        SWIG_fail;
    }
    count = (size_t)PyList_Size($input);
    texts = PyMem_Calloc(count + 1, sizeof *texts);
    lengths = PyMem_Calloc(count + 1, sizeof *lengths);
    if (texts == NULL || lengths == NULL) {
        PyErr_NoMemory();
        SWIG_fail;
    }
    for (size_t i = 0; i < count; i++) {
        Py_ssize_t length = 0;
        texts[i] = PyUnicode_AsUTF8AndSize(PyList_GetItem($input, (Py_ssize_t)i), &length);
        if (texts[i] == NULL)
            SWIG_fail;
        lengths[i] = (size_t)length;
    }
    $1 = ($1_ltype)texts;
    $2 = lengths;
    $3 = count;
}
%typemap(freearg) (const char *const *TEXTS, const size_t *LENGTHS, size_t COUNT) {
    PyMem_Free(texts$argnum);
    PyMem_Free(lengths$argnum);
}

/* A negative number is no limit. */
%typemap(in) size_t MOST {
    int64_t most;
    if (!integer_from_python($input, false, &most)) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "expected a whole number");
        SWIG_fail;
    }
    $1 = most < 0 ? SIZE_MAX : (size_t)most;
}

/* A number for each text, as bytes: Python looks at them as it likes. */
%define %bina_number_each(TYPE, NAME)
%typemap(in, numinputs=0) TYPE *NAME (PyObject *bytes = NULL) "$1 = NULL;"
%typemap(check) TYPE *NAME {
    bytes$argnum = PyByteArray_FromStringAndSize(NULL,
                                         (Py_ssize_t)(bina_texts_count(arg1) * sizeof *$1));
    if (bytes$argnum == NULL)
        SWIG_fail;
    $1 = (TYPE *)PyByteArray_AsString(bytes$argnum);
}
%typemap(argout) TYPE *NAME {
    Py_XDECREF($result);
    $result = bytes$argnum;
}
%enddef
%bina_number_each(double, similarity)
%bina_number_each(uint32_t, distance)

/* A datetime.date or an ISO text; None is no day. */
%typemap(in) (bool HAS_DAY, int64_t DAY) {
    int64_t day = 0;
    $1 = $input != Py_None;
    if ($1 && !day_from_python($input, &day)) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "expected a datetime.date or 'YYYY-MM-DD'");
        SWIG_fail;
    }
    $2 = day;
}

%typemap(in) bina_value OF_RECORD {
    if (!value_from_python($input, bina_record_description(arg1), arg2, &$1))
        SWIG_fail;
}
%typemap(in) bina_value OF_STORED {
    if (!value_from_python($input, bina_store_description(arg1, bina_id_kind(arg2)), arg3, &$1))
        SWIG_fail;
}
%typemap(in) bina_value OF_QUERY {
    if (!value_from_python($input, bina_query_description(arg1), arg2, &$1))
        SWIG_fail;
}
/* Texts are borrowed from the list's items, which the call keeps alive. */
%typemap(in) (const bina_value *VALUES, size_t COUNT) (bina_value *values = NULL) {
    Py_ssize_t count;
    if (!PyList_Check($input)) {
        PyErr_SetString(PyExc_TypeError, "expected a list");
        SWIG_fail;
    }
    count = PyList_Size($input);
    values = PyMem_Calloc((size_t)count + 1, sizeof *values);
    if (values == NULL) {
        PyErr_NoMemory();
        SWIG_fail;
    }
    for (Py_ssize_t i = 0; i < count; i++)
        if (!value_from_python(PyList_GetItem($input, i), bina_query_description(arg1), arg2,
                               &values[i]))
            SWIG_fail;
    $1 = values;
    $2 = (size_t)count;
}
%typemap(freearg) (const bina_value *VALUES, size_t COUNT) "PyMem_Free(values$argnum);"
%typemap(in) (const void *IDS, size_t COUNT) (bina_id *list = NULL) {
    Py_ssize_t count;
    if (!PyList_Check($input)) {
        PyErr_SetString(PyExc_TypeError, "expected ids in a list");
        SWIG_fail;
    }
    count = PyList_Size($input);
    list = PyMem_Calloc((size_t)count + 1, sizeof *list);
    if (list == NULL) {
        PyErr_NoMemory();
        SWIG_fail;
    }
    for (Py_ssize_t i = 0; i < count; i++)
        if (!integer_from_python(PyList_GetItem($input, i), false, &list[i])) {
            if (!PyErr_Occurred())
                PyErr_SetString(PyExc_TypeError, "expected a whole number");
            SWIG_fail;
        }
    $1 = list;
    $2 = (size_t)count;
}
%typemap(freearg) (const void *IDS, size_t COUNT) "PyMem_Free(list$argnum);"
%typemap(out) bina_value "$result = python_value($1);"

%typemap(in) int64_t ON_DAY {
    int64_t day = 0;
    if (!day_from_python($input, &day)) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "expected a datetime.date or 'YYYY-MM-DD'");
        SWIG_fail;
    }
    $1 = day;
}
/* 0 stands for no day (and for 1970-01-01, which no register speaks of). */
%typemap(in) int64_t DAY_OR_0 {
    int64_t day = 0;
    if ($input != Py_None && !day_from_python($input, &day)) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "expected a datetime.date or 'YYYY-MM-DD'");
        SWIG_fail;
    }
    $1 = day;
}
%typemap(in) int64_t AT_TIME {
    const char *iso = NULL;
    int64_t time = 0;
    bool known;
    if (PyDateTime_Check($input))
        known = time_from_python($input, &time);
    else
        known = PyUnicode_Check($input) && text_from_python($input, &iso) &&
                bina_time_parse(iso, &time);
    if (!known) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_ValueError, "expected a datetime with its zone (tzinfo)");
        SWIG_fail;
    }
    $1 = time;
}

%typemap(check) int slot {
    if ($1 < 0 || $1 >= bina_description_count(arg1)) {
        PyErr_SetString(PyExc_IndexError, "there is no field in this slot");
        SWIG_fail;
    }
}
