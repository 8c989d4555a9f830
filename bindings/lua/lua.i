/*
 * How values cross between the library and Lua: typemaps and what they call.
 *
 * Integers cross as Lua integers (SWIG's own typemaps would make floats of them), dates and times as
 * ISO 8601 texts, errors as tables that lua/bina/errors.lua dresses. nil is no value.
 */
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

%include "values.i"
%include "arguments.i"
%include "results.i"

/* ---- for bina.lua alone ---- */

%{
/* The metatable of error tables, to be given its __tostring. */
static int
error_metatable(lua_State *L)
{
    luaL_newmetatable(L, ERROR_METATABLE);
    return 1;
}
%}
%native(error_metatable) int error_metatable(lua_State *L);
