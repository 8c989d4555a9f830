-- Cursors as Lua sees them: views, read afresh each time.

local native = require "bina.native"
local options_of = require "bina.options"
local row = require "bina.row"

local CURSOR, SLOTS = row.CURSOR, row.SLOTS

local M = {}

local csv_options = options_of"delimiter header excel"
local json_options = options_of"lines"

-- Views are read afresh each time:  for row in view do ... end
-- `for` calls the view with the row before; the cursor travels from row to row, so that loops over the
-- same view may stand inside one another.

local view_methods = {}
M.methods = view_methods
local view_metatable = {__index = view_methods}

--- A view of the cursors that open_cursor() gives; `fields` are more methods of it.
function M.new(open_cursor, fields)
  fields = fields or {}
  fields.open_cursor = open_cursor
  return setmetatable(fields, view_metatable)
end

--- The next row of a cursor; nil at the end.
function M.next_row(cursor, slots)
  local record = cursor:next()
  return record and row.wrap(record, slots)
end

--- The rows of a cursor that are left, as a list.
function M.rest(cursor)
  local rows = {}
  local found = M.next_row(cursor)
  while found do
    rows[#rows + 1] = found
    found = M.next_row(cursor)
  end
  return rows
end

--- What `for` calls.
function M.step(self, _, before)
  local cursor = before and rawget(before, CURSOR) or self:open_cursor()
  local found = M.next_row(cursor, before and rawget(before, SLOTS))
  if before then rawset(before, CURSOR, nil) end
  if found then rawset(found, CURSOR, cursor) end
  return found
end
view_metatable.__call = M.step

function view_metatable.__tostring(self)
  return "bina view: " .. table.concat(self:columns(), ", ")
end

--- The first row; nil when there is none.
function view_methods:first()
  return M.next_row(self:open_cursor())
end

--- All rows as a list.
function view_methods:all()
  return M.rest(self:open_cursor())
end

--- The names of the fields, in order.
function view_methods:columns()
  local names, description = {}, self:open_cursor():description()
  for slot = 0, description:count() - 1 do names[#names + 1] = description:field_name(slot) end
  return names
end

--- Writes all rows as CSV in UTF-8. options: delimiter, header (true), excel (a byte-order mark, and
-- an apostrophe before what a spreadsheet would run as a formula).
function view_methods:write_csv(path, options)
  options = csv_options(options)
  local excel = options.excel or false
  native.write_csv(self:open_cursor(), path, options.delimiter, excel, options.header ~= false,
                   false, excel)
end

--- Writes all rows as a JSON array of objects, or with options.lines one object a line.
function view_methods:write_json(path, options)
  native.write_json(self:open_cursor(), path, json_options(options).lines or false, false)
end

return M
