-- Whatever rows a program has, as a cursor.

local native = require "bina.native"
local errors = require "bina.errors"
local files = require "bina.files"
local rows_of = require "bina.row"

local RECORD, null, is_row, set = rows_of.RECORD, rows_of.null, rows_of.is_row, rows_of.set

local M = {}

local function type_of(rows, name)
  local found
  for _, row in ipairs(rows) do
    local value = row[name]
    local this
    if math.type(value) == "integer" then this = native.TYPE_INT
    elseif math.type(value) == "float" then this = native.TYPE_REAL
    elseif type(value) == "boolean" then this = native.TYPE_BOOL
    elseif value ~= nil and value ~= null then return native.TYPE_TEXT end
    if this and found and this ~= found then return native.TYPE_TEXT end
    found = found or this
  end
  return found or native.TYPE_TEXT
end

local function rows_cursor(given)
  if is_row(given[1]) then
    local rows = native.Rows(given[1][RECORD]:description())
    for _, row in ipairs(given) do rows:add(row[RECORD]) end
    return native.rows_to_cursor(rows)
  end
  local field = next(given)
  if #given == 0 and field ~= nil then
    errors.complain("ERR_USAGE", "a list of rows is {{...}, {...}}; '" .. tostring(field) .. "' is no row",
                    "daftar baris itu {{...}, {...}}; '" .. tostring(field) .. "' bukan baris")
  end
  local seen, names = {}, {}
  for _, row in ipairs(given) do
    if type(row) == "string" then
      errors.complain("ERR_USAGE", "a row must be a table, not string; files are given one by one",
                      "baris harus table, bukan string; berkas diberikan satu per satu")
    elseif type(row) ~= "table" then
      errors.complain("ERR_USAGE", "a row must be a table, not " .. type(row),
               "baris harus table, bukan " .. type(row))
    end
    for name in pairs(row) do
      if not seen[name] then
        seen[name], names[#names + 1] = true, name
      end
    end
  end
  table.sort(names)
  local description = native.Description("row", "")
  local types = {}
  for slot, name in ipairs(names) do
    types[slot] = type_of(given, name)
    description:add_field(name, types[slot], nil, nil, 0)
  end
  local rows, record = native.Rows(description), native.Record(description)
  for _, row in ipairs(given) do
    record:clear()
    for slot, name in ipairs(names) do
      local value = row[name]
      if value ~= nil and value ~= null then
        set(record, slot - 1, types[slot] == native.TYPE_TEXT and tostring(value) or value)
      end
    end
    rows:add(record)
  end
  return native.rows_to_cursor(rows)
end

--- A cursor over a list's path (a workbook or CSV), a view, or a list of tables or rows. places: of a path, with
-- "#line", "#sheet" and the like; row_column: of a path, with each row's number below the header.
function M.cursor_of(source, places, row_column)
  if type(source) == "string" then
    return files.list_cursor(source, {places = places, row_column = row_column})
  end
  if type(source) == "table" and source.open_cursor then return source:open_cursor() end
  if type(source) == "table" and not is_row(source) then return rows_cursor(source) end
  errors.complain("ERR_USAGE", "rows come as a path, a view or a list of tables; not as " .. type(source),
           "baris diberikan sebagai berkas, view, atau daftar table; bukan " .. type(source))
end

return M
