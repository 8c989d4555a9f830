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

%include "values.i"
%include "arguments.i"
%include "results.i"

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

%include "columns.i"
