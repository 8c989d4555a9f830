/* Errors of the library as exceptions, and values between the two, in C. */
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
