/*
 * How values cross between the library and Python: typemaps and what they call.
 *
 * Errors become exceptions that bina/_errors.py makes; the GIL is let go only where %thread says so
 * (link, import, bulk), because letting it go costs more than a small call.
 */
%begin %{
#define PY_SSIZE_T_CLEAN
%}

%include <constraints.i>
%apply Pointer NONNULL {
    bina_description *, bina_record *, bina_cursor *, bina_rows *, bina_faults *, bina_reading *,
    bina_task *, bina_linkage_settings *, bina_linkage *, bina_matcher *, bina_query *, bina_store *,
    bina_document *, bina_mapping *, bina_survivorship *, bina_page *,
    bina_workbook *, bina_texts *
};
%typemap(check) bina_faults *OR_NONE, bina_store *OR_NONE, const bina_linkage_settings *OR_NONE,
    const bina_description *OR_NONE, const bina_mapping *OR_NONE,
    const bina_survivorship *OR_NONE, const bina_record *OR_NONE "";

/* What may take long lets other threads run meanwhile; bina/ holds a lock on the handle. */
%nothread;
%thread bina_task::step;
%thread bina_task::run;
%thread bina_linkage::add_list;
%thread bina_linkage::run;
%thread bina_matcher_open;
%thread bina_linkage::fit;
%thread open_store;
%thread bina_store::add_all;
%thread bina_store::verify;
%thread load;
%thread bina_statement_issue;
%thread bina_statement_page;
%thread card_page;
%thread import_list;
%thread reconcile;
%thread bina_register_explain;
%thread run_report;
%thread write_csv;
%thread write_json;
%thread workbook_add;
%thread confirm_send;
%thread confirm_receive;
%thread confirm_apply;
%thread feedback_write;
%thread bina_workbook_close;

%{
#include <datetime.h>
#include <math.h>
#include <string.h>

#define MS_PER_DAY INT64_C(86400000)

/* ---- errors ---- */

/* Makes the exception of a complaint from its status, severity, message, pesan, kind, field, rule,
   file, line and column; given by bina/_errors.py. */
static PyObject *error_maker;

static PyObject *
python_text(const char *text)
{
    if (text == NULL)
        Py_RETURN_NONE;
    return PyUnicode_DecodeUTF8(text, (Py_ssize_t)strlen(text), "replace");
}

static void
raise_made(PyObject *made)
{
    if (made == NULL)
        return;
    PyErr_SetObject((PyObject *)Py_TYPE(made), made);
    Py_DecRef(made);
}

/* The exception of a complaint, or of the bare status when there is none. */
static PyObject *
made_error(bina_status status, const bina_error *error)
{
    bool told = error != NULL && bina_error_status(error) == status;

    if (error_maker == NULL) {
        PyErr_SetString(PyExc_RuntimeError, bina_status_text(status, BINA_ENGLISH));
        return NULL;
    }
    return PyObject_CallFunction(
        error_maker, "iiNNNNNNNLL", (int)status,
        (int)(told ? bina_error_severity(error) : BINA_ERROR),
        python_text(told ? bina_error_message(error, BINA_ENGLISH)
                         : bina_status_text(status, BINA_ENGLISH)),
        python_text(told ? bina_error_message(error, BINA_INDONESIAN)
                         : bina_status_text(status, BINA_INDONESIAN)),
        python_text(told ? bina_error_kind(error) : NULL),
        python_text(told ? bina_error_field(error) : NULL),
        python_text(told ? bina_error_rule(error) : NULL),
        python_text(told ? bina_error_file(error) : NULL),
        python_text(told ? bina_error_sheet(error) : NULL),
        (long long)(told ? bina_error_line(error) : 0),
        (long long)(told ? bina_error_column(error) : 0));
}

static void
raise_error(bina_status status, const bina_error *error)
{
    raise_made(made_error(status, error));
}

/* Refuses a value on its way to a field: both sentences name the field, never the value. */
static void
refuse(bina_status status, const bina_description *description, const bina_field *field,
       const char *wanted, const char *wanted_indonesian, PyObject *given)
{
    const char *name = bina_field_name(field);

    if (error_maker == NULL) {
        PyErr_SetString(PyExc_TypeError, name);
        return;
    }
    raise_made(PyObject_CallFunction(
        error_maker, "iiNNNNOOOLL", (int)status, (int)BINA_ERROR,
        PyUnicode_FromFormat("%s must be %s, not %s", name, wanted, Py_TYPE(given)->tp_name),
        PyUnicode_FromFormat("%s harus %s, bukan %s", name, wanted_indonesian,
                             Py_TYPE(given)->tp_name),
        python_text(bina_description_name(description)), python_text(name), Py_None, Py_None, Py_None,
        0LL, 0LL));
}

/* ---- values ---- */

static PyObject *
python_date(int64_t day)
{
    char iso[32];
    int year = 0, month = 0, day_of_month = 0;

    if (day < -719162 || day > 2932896) /* years 1 to 9999 are all that datetime knows */
        return PyUnicode_FromString(bina_date_format(day, iso));
    bina_date_to_civil(day, &year, &month, &day_of_month);
    return PyDate_FromDate(year, month, day_of_month);
}

static PyObject *
python_time(int64_t time)
{
    int64_t day = time / MS_PER_DAY, rest = time % MS_PER_DAY;
    int year = 0, month = 0, day_of_month = 0;
    char iso[32];

    if (rest < 0) {
        rest += MS_PER_DAY;
        day--;
    }
    if (day < -719162 || day > 2932896)
        return PyUnicode_FromString(bina_time_format(time, iso));
    bina_date_to_civil(day, &year, &month, &day_of_month);
    return PyDateTimeAPI->DateTime_FromDateAndTime(
        year, month, day_of_month, (int)(rest / 3600000), (int)(rest / 60000 % 60),
        (int)(rest / 1000 % 60), (int)(rest % 1000) * 1000, PyDateTime_TimeZone_UTC,
        PyDateTimeAPI->DateTimeType);
}

static PyObject *
python_value(bina_value value)
{
    switch (value.type) {
    case BINA_INT:
    case BINA_MONEY:
    case BINA_REF:
        return PyLong_FromLongLong(value.as.integer);
    case BINA_BOOL:
        return PyBool_FromLong(value.as.integer != 0);
    case BINA_REAL:
        return PyFloat_FromDouble(value.as.real);
    case BINA_DATE:
        return python_date(value.as.integer);
    case BINA_TIME:
        return python_time(value.as.integer);
    case BINA_TEXT:
    case BINA_CODE:
        return python_text(value.as.text);
    case BINA_NULL:
        break;
    }
    Py_RETURN_NONE;
}

/* An aware datetime in milliseconds since 1970 UTC; false without an exception if it is naive. */
static bool
time_from_python(PyObject *given, int64_t *time)
{
    PyObject *offset = PyObject_CallMethod(given, "utcoffset", NULL);
    int64_t day = 0;
    bool aware;

    if (offset == NULL)
        return false;
    aware = PyDelta_Check(offset) &&
            bina_date_from_civil(PyDateTime_GET_YEAR(given), PyDateTime_GET_MONTH(given),
                                 PyDateTime_GET_DAY(given), &day);
    if (aware)
        *time = day * MS_PER_DAY + PyDateTime_DATE_GET_HOUR(given) * INT64_C(3600000) +
                PyDateTime_DATE_GET_MINUTE(given) * INT64_C(60000) +
                PyDateTime_DATE_GET_SECOND(given) * INT64_C(1000) +
                PyDateTime_DATE_GET_MICROSECOND(given) / 1000 -
                PyDateTime_DELTA_GET_DAYS(offset) * MS_PER_DAY -
                PyDateTime_DELTA_GET_SECONDS(offset) * INT64_C(1000);
    Py_DecRef(offset);
    return aware;
}

/* A whole number, also numpy's; or a record, which stands for its id. */
static bool
integer_from_python(PyObject *given, bool is_ref, int64_t *integer)
{
    PyObject *number, *holder = NULL;

    if (is_ref && !PyIndex_Check(given) && PyObject_HasAttrString(given, "id")) {
        holder = PyObject_GetAttrString(given, "id");
        if (holder == NULL)
            return false;
        given = holder;
    }
    number = PyIndex_Check(given) ? PyNumber_Index(given) : NULL;
    Py_XDECREF(holder);
    if (number == NULL)
        return false;
    *integer = PyLong_AsLongLong(number);
    Py_DecRef(number);
    return !PyErr_Occurred();
}

/* The bytes of a str, borrowed from it; false with the exception set. */
static bool
text_from_python(PyObject *given, const char **text)
{
    Py_ssize_t length = 0;

    *text = PyUnicode_AsUTF8AndSize(given, &length);
    if (*text == NULL)
        return false;
    if (strlen(*text) == (size_t)length)
        return true;
    PyErr_SetString(PyExc_ValueError, "a text may not contain the character NUL");
    return false;
}

/* A date or an ISO text; false, with or without an exception set, for anything else. */
static bool
day_from_python(PyObject *given, int64_t *day)
{
    const char *iso;

    if (PyUnicode_Check(given))
        return text_from_python(given, &iso) && bina_date_parse(iso, day);
    if (!PyDate_Check(given))
        return false;
    /* A moment is not a day, unless it is the day's first (as pandas gives days). */
    if (PyDateTime_Check(given) &&
        (PyDateTime_DATE_GET_HOUR(given) != 0 || PyDateTime_DATE_GET_MINUTE(given) != 0 ||
         PyDateTime_DATE_GET_SECOND(given) != 0 || PyDateTime_DATE_GET_MICROSECOND(given) != 0))
        return false;
    return bina_date_from_civil(PyDateTime_GET_YEAR(given), PyDateTime_GET_MONTH(given),
                                PyDateTime_GET_DAY(given), day);
}

/* Reads a Python value for a field. Text is borrowed from `given`. False with an exception set. */
static bool
value_from_python(PyObject *given, const bina_description *description, int slot,
                  bina_value *value)
{
    const bina_field *field =
        description != NULL ? bina_description_field(description, slot) : NULL;
    bool done = true;

    *value = bina_null();
    if (field == NULL) {
        PyErr_SetString(PyExc_IndexError, "there is no field in this slot");
        return false;
    }
    if (given == Py_None)
        return true;
    value->type = bina_field_type(field);
    switch (value->type) {
    case BINA_TEXT:
    case BINA_CODE:
        if (PyUnicode_Check(given))
            return text_from_python(given, &value->as.text);
        refuse(BINA_ERR_TYPE, description, field, "str", "teks (str)", given);
        return false;
    case BINA_REAL:
        value->as.real = PyFloat_AsDouble(given);
        if (!PyErr_Occurred() && isfinite(value->as.real))
            return true;
        PyErr_Clear();
        refuse(BINA_ERR_TYPE, description, field, "a finite number", "bilangan berhingga", given);
        return false;
    case BINA_DATE:
        if (!PyUnicode_Check(given) && !PyDate_Check(given)) {
            refuse(BINA_ERR_TYPE, description, field, "datetime.date or 'YYYY-MM-DD'",
                   "datetime.date atau 'YYYY-MM-DD'", given);
            return false;
        }
        done = day_from_python(given, &value->as.integer);
        if (PyErr_Occurred())
            return false;
        if (!done)
            refuse(BINA_ERR_INVALID, description, field, "a day that exists, as 'YYYY-MM-DD'",
                   "hari yang ada, 'YYYY-MM-DD'", given);
        return done;
    case BINA_TIME:
        if (PyUnicode_Check(given)) {
            const char *iso;
            if (!text_from_python(given, &iso))
                return false;
            done = bina_time_parse(iso, &value->as.integer);
        } else if (PyDateTime_Check(given)) {
            done = time_from_python(given, &value->as.integer);
        } else {
            refuse(BINA_ERR_TYPE, description, field, "datetime.datetime", "datetime.datetime",
                   given);
            return false;
        }
        if (!done && !PyErr_Occurred())
            refuse(BINA_ERR_INVALID, description, field, "a time with its zone (tzinfo)",
                   "waktu dengan zona (tzinfo)", given);
        return done;
    case BINA_BOOL:
        done = integer_from_python(given, false, &value->as.integer) &&
               (value->as.integer == 0 || value->as.integer == 1);
        if (!done) {
            PyErr_Clear();
            refuse(BINA_ERR_TYPE, description, field, "bool", "bool", given);
        }
        return done;
    default:
        done = integer_from_python(given, value->type == BINA_REF, &value->as.integer);
        if (!done) {
            PyErr_Clear();
            refuse(BINA_ERR_TYPE, description, field,
                   value->type == BINA_MONEY ? "int (whole rupiah)"
                   : value->type == BINA_REF ? "int (an id) or a stored record"
                                             : "int of at most 64 bits",
                   value->type == BINA_MONEY ? "int (rupiah bulat)"
                   : value->type == BINA_REF ? "int (id) atau data yang tersimpan"
                                             : "int paling besar 64 bit",
                   given);
        }
        return done;
    }
}
%}

%init %{
    PyDateTime_IMPORT;
    if (PyDateTimeAPI == NULL)
        return NULL;
%}

/* ---- plain arguments and results ---- */

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

%typemap(in) bina_rows *LET_GO = SWIGTYPE *DISOWN;
%typemap(in) bina_store *LET_GO = SWIGTYPE *DISOWN;
%typemap(in) bina_cursor *LET_GO = SWIGTYPE *DISOWN;
%typemap(in) bina_task *LET_GO = SWIGTYPE *DISOWN;
%typemap(in) bina_workbook *LET_GO = SWIGTYPE *DISOWN;

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

/* ---- for bina/ alone ---- */

%inline %{
/* Says who makes exceptions. */
void
set_error_maker(PyObject *maker)
{
    Py_IncRef(maker);
    Py_XDECREF(error_maker);
    error_maker = maker;
}
%}

/* ---- columns ---- */

%{
static PyObject *
python_bytes(const void *bytes, size_t size)
{
    if (bytes == NULL)
        Py_RETURN_NONE;
    return PyBytes_FromStringAndSize(bytes, (Py_ssize_t)size);
}

static PyObject *
python_texts(const bina_batch *batch, int column)
{
    size_t rows = bina_batch_rows(batch);
    const uint8_t *validity = bina_batch_validity(batch, column);
    const int32_t *offsets = NULL;
    const char *bytes = NULL;
    PyObject *list = NULL, *text;

    if (!bina_batch_texts(batch, column, &offsets, &bytes))
        Py_RETURN_NONE;
    list = PyList_New((Py_ssize_t)rows);
    for (size_t row = 0; list != NULL && row < rows; row++) {
        if (validity != NULL && !(validity[row >> 3] >> (row & 7) & 1)) {
            text = Py_None;
            Py_IncRef(text);
        } else {
            text = PyUnicode_DecodeUTF8(bytes + offsets[row], offsets[row + 1] - offsets[row],
                                        "replace");
        }
        if (text == NULL)
            Py_CLEAR(list);
        else
            PyList_SetItem(list, (Py_ssize_t)row, text);
    }
    return list;
}

/* A column as (type, validity bits or None, bytes of 8 a row) or (type, None, list of str). */
static PyObject *
python_column(const bina_batch *batch, int column)
{
    size_t rows = bina_batch_rows(batch);
    int type = (int)bina_field_type(bina_description_field(bina_batch_description(batch), column));
    PyObject *validity = python_bytes(bina_batch_validity(batch, column), (rows + 7) / 8), *data;

    switch (bina_type_held_as((bina_type)type)) {
    case BINA_INT:
        data = python_bytes(bina_batch_integers(batch, column), rows * sizeof(int64_t));
        break;
    case BINA_REAL:
        data = python_bytes(bina_batch_reals(batch, column), rows * sizeof(double));
        break;
    default:
        data = python_texts(batch, column);
        break;
    }
    return Py_BuildValue("iNN", type, validity, data);
}
%}

%extend bina_record {
    /* The fields that are set, by name. */
    PyObject *fields()
    {
        const bina_description *description = bina_record_description($self);
        PyObject *fields = PyDict_New(), *value;
        int count = bina_description_count(description), done = 0;

        for (int slot = 0; fields != NULL && slot < count; slot++) {
            if (!bina_record_is_set($self, slot))
                continue;
            value = python_value(bina_record_get($self, slot));
            done = value == NULL ? -1 : PyDict_SetItemString(
                fields, bina_field_name(bina_description_field(description, slot)), value);
            Py_XDECREF(value);
            if (done < 0)
                Py_CLEAR(fields);
        }
        return fields;
    }
}

%extend bina_cursor {
    /* The next rows as (number, [column, ...]); None after the last. */
    PyObject *next_columns()
    {
        const bina_batch *batch = NULL;
        bina_status status = bina_cursor_next_batch($self, &batch);
        PyObject *columns, *column;
        int count;

        if (status == BINA_DONE)
            Py_RETURN_NONE;
        if (status < 0) {
            raise_error(status, bina_cursor_error($self));
            return NULL;
        }
        count = bina_description_count(bina_batch_description(batch));
        columns = PyList_New(count);
        for (int i = 0; columns != NULL && i < count; i++) {
            column = python_column(batch, i);
            if (column == NULL)
                Py_CLEAR(columns);
            else
                PyList_SetItem(columns, i, column);
        }
        if (columns == NULL)
            return NULL;
        return Py_BuildValue("nN", (Py_ssize_t)bina_batch_rows(batch), columns);
    }
}

/* ---- Arrow ---- */

%{
/* A stream nobody took is released with its capsule. */
static void
drop_stream(PyObject *capsule)
{
    struct ArrowArrayStream *stream = PyCapsule_GetPointer(capsule, "arrow_array_stream");

    if (stream == NULL) {
        PyErr_Clear();
        return;
    }
    if (stream->release != NULL)
        stream->release(stream);
    PyMem_Free(stream);
}

/* All rows of a cursor in memory, as a cursor that needs no other handle; frees the given one. */
static bina_status
take_off(bina_cursor **cursor, PyObject **error)
{
    bina_rows *rows = bina_rows_new(bina_cursor_description(*cursor));
    const bina_record *record = NULL;
    bina_status status = rows != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    Py_BEGIN_ALLOW_THREADS
    while (status == BINA_OK && (status = bina_cursor_next(*cursor, &record)) == BINA_OK)
        status = bina_rows_add(rows, record);
    Py_END_ALLOW_THREADS
    if (status == BINA_DONE) {
        bina_cursor_free(*cursor);
        *cursor = bina_rows_to_cursor(rows);
        return *cursor != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;
    }
    *error = made_error(status, bina_cursor_error(*cursor));
    bina_rows_free(rows);
    bina_cursor_free(*cursor);
    *cursor = NULL;
    return status;
}

/*
 * The capsule of __arrow_c_stream__, which owns the cursor from now on. A consumer reads its stream
 * whenever and in whatever thread it likes, so rows of a handle that others use are taken off it.
 */
static PyObject *
arrow_stream(bina_cursor *cursor, bool shared)
{
    struct ArrowArrayStream *stream = NULL;
    PyObject *capsule, *error = NULL;
    bina_status status = shared ? take_off(&cursor, &error) : BINA_OK;

    if (status != BINA_OK) {
        if (error != NULL)
            raise_made(error);
        else
            raise_error(status, NULL);
        return NULL;
    }
    stream = PyMem_Calloc(1, sizeof *stream);
    if (stream == NULL) {
        bina_cursor_free(cursor);
        return PyErr_NoMemory();
    }
    if (bina_arrow_export(cursor, stream) != BINA_OK) {
        PyMem_Free(stream);
        return PyErr_NoMemory();
    }
    capsule = PyCapsule_New(stream, "arrow_array_stream", drop_stream);
    if (capsule == NULL) {
        stream->release(stream);
        PyMem_Free(stream);
    }
    return capsule;
}
%}

PyObject *arrow_stream(bina_cursor *LET_GO, bool shared);

%{
/* A cursor over the stream in a capsule of __arrow_c_stream__, which is taken out of it. */
static bina_status
arrow_cursor(PyObject *capsule, bina_cursor **cursor, bina_error *error)
{
    struct ArrowArrayStream *stream = PyCapsule_GetPointer(capsule, "arrow_array_stream");

    *cursor = NULL;
    if (stream == NULL) {
        PyErr_Clear();
        return BINA_ERR_USAGE;
    }
    return bina_arrow_import(stream, cursor, error);
}

/* A buffer of `count` items of 8 bytes; false with an exception when it is none. */
static bool
take_buffer(PyObject *from, Py_buffer *buffer, bool write, Py_ssize_t count)
{
    if (PyObject_GetBuffer(from, buffer, write ? PyBUF_CONTIG : PyBUF_CONTIG_RO) != 0)
        return false;
    if (buffer->itemsize == 8 && (count < 0 || buffer->len == 8 * count))
        return true;
    PyBuffer_Release(buffer);
    PyErr_SetString(PyExc_ValueError, "rows are arrays of 64-bit integers, one as long as the other");
    return false;
}

/* Scores pairs of arrays; other threads run meanwhile. */
static PyObject *
linkage_score_rows(bina_linkage *linkage, const char *list_a, PyObject *row_a, const char *list_b,
                   PyObject *row_b, PyObject *weight, PyObject *levels)
{
    PyObject *given[4] = {row_a, row_b, weight, levels};
    Py_buffer buffer[4];
    Py_ssize_t count = -1;
    bina_status status;
    int taken = 0;

    for (; taken < 4; taken++) {
        if (!take_buffer(given[taken], &buffer[taken], taken >= 2, count))
            goto out;
        count = buffer[taken].len / 8;
    }
    Py_BEGIN_ALLOW_THREADS
    status = bina_linkage_score_rows(linkage, list_a, buffer[0].buf, list_b, buffer[1].buf,
                                     (size_t)count, buffer[2].buf, buffer[3].buf);
    Py_END_ALLOW_THREADS
    if (status != BINA_OK)
        raise_error(status, bina_linkage_error(linkage));
out:
    for (int i = 0; i < taken; i++)
        PyBuffer_Release(&buffer[i]);
    if (PyErr_Occurred())
        return NULL;
    Py_RETURN_NONE;
}
%}

error_status arrow_cursor(PyObject *capsule, bina_cursor **cursor, bina_error *error);
PyObject *linkage_score_rows(bina_linkage *linkage, const char *list_a, PyObject *row_a,
                             const char *list_b, PyObject *row_b, PyObject *weight,
                             PyObject *levels);
