/* Whole columns at once: batches, Arrow streams, arrays of rows to score. */

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
    bina_status status = rows != NULL ? BINA_OK : BINA_ERR_NO_MEMORY;

    Py_BEGIN_ALLOW_THREADS
    if (status == BINA_OK)
        status = bina_rows_add_all(rows, *cursor);
    Py_END_ALLOW_THREADS
    if (status == BINA_OK) {
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
