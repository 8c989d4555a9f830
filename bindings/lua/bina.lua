--- Bina: one accountable register of small enterprises out of several agencies' lists.
--
--   local bina = require "bina"
--   local shop = bina.Enterprise{name = "Tenun Ikat Lestari", region = "52.03.05.2001", workers = 3}
--
-- Kinds of record are built from the library's descriptions: bina.Enterprise.doc, .fields. Reading a
-- field gives nil where there is no value; setting nil or bina.null clears it; a field that is not
-- named is left alone. Dates are "YYYY-MM-DD", times are ISO 8601 UTC, money is whole rupiah, ids are
-- integers. What the library refuses is raised as a table {code, name, kind, field, rule, file, line,
-- column, message, pesan}; tostring gives the sentence.

local native = require "bina.native"

local bina = {version = native.version()}

-- ---------------------------------------------------------------- errors

local error_metatable = native.error_metatable()

function error_metatable.__tostring(self)
  if not self.file then return self.message end
  return self.file .. (self.line and ":" .. self.line or "") .. ": " .. self.message
end

--- Whether something that was caught is a complaint of the library.
function bina.is_error(caught)
  return type(caught) == "table" and getmetatable(caught) == error_metatable
end

--- The number of every status by its name: bina.status.ERR_NOT_FOUND.
bina.status = {}
do
  local n = 0
  local status = native.status_at(n)
  while status do
    bina.status[native.status_name(status)] = status
    n = n + 1
    status = native.status_at(n)
  end
end

local function complain(name, message, pesan, more)
  local complaint = more or {}
  complaint.code, complaint.name = bina.status[name], name
  complaint.message, complaint.pesan = message, pesan
  error(setmetatable(complaint, error_metatable), 0)
end

-- ---------------------------------------------------------------- rows

--- No value: clears a field in a table of fields, where nil cannot stand.
bina.null = setmetatable({}, {__tostring = function() return "bina.null" end})

-- A row is a table with its record and its slots (number by name) under keys of their own.
local RECORD, SLOTS, CURSOR = {}, {}, {}

local slots_of_kind = {}

local function slots_of(description)
  local kind, count = description:kind(), description:count()
  local known = slots_of_kind[kind]
  if known and known.count == count then return known.slots end
  local slots = {}
  for slot = 0, count - 1 do slots[description:field_name(slot)] = slot end
  if kind ~= native.NO_KIND and not known then
    slots_of_kind[kind] = {count = count, slots = slots}
  end
  return slots
end

-- The methods of a native record, looked up once.
local record_get, record_set, record_unset, record_is_set
do
  local record = native.Record(native.kind_description(native.kind_at(0)))
  record_get, record_set = record.get, record.set
  record_unset, record_is_set = record.unset, record.is_set
end

local function slot_of(row, name)
  local slot = rawget(row, SLOTS)[name]
  if slot then return slot end
  local kind = rawget(row, RECORD):description():name()
  complain("ERR_USAGE", kind .. " has no field '" .. tostring(name) .. "'",
           kind .. " tidak punya isian '" .. tostring(name) .. "'",
           {kind = kind, field = tostring(name)})
end

local row_methods = {}

--- Says nothing about a field any more: an update leaves it alone.
function row_methods:unset(name)
  record_unset(self[RECORD], slot_of(self, name))
end

--- Whether a field was set, to a value or to null.
function row_methods:is_set(name)
  return record_is_set(self[RECORD], slot_of(self, name))
end

--- What may be shown of a field this reader may not see; nil if it is not masked.
function row_methods:display(name)
  return self[RECORD]:display(slot_of(self, name))
end

--- The fields with a value, as a plain table.
function row_methods:fields()
  local fields = {}
  for name, value in pairs(self) do fields[name] = value end
  return fields
end

local row_metatable = {}

function row_metatable.__index(row, name)
  local slot = rawget(row, SLOTS)[name]
  if slot then return record_get(rawget(row, RECORD), slot) end
  local method = row_methods[name]
  if method then return method end
  if type(name) == "table" then return nil end
  slot_of(row, name)
end

function row_metatable.__newindex(row, name, value)
  if value == bina.null then value = nil end
  record_set(rawget(row, RECORD), slot_of(row, name), value)
end

-- In the order of the slots, fields without value left out.
function row_metatable.__pairs(row)
  local record, description = rawget(row, RECORD), rawget(row, RECORD):description()
  local slot, count = -1, description:count()
  return function()
    while slot + 1 < count do
      slot = slot + 1
      local value = record_get(record, slot)
      if value ~= nil then return description:field_name(slot), value end
    end
  end
end

-- A NIK, a family card, a phone number: nine digits or more, also with blanks or dashes between.
local function masked(text)
  return (text:gsub("%d[%d %-]+%d", function(digits)
    if select(2, digits:gsub("%d", "")) >= 9 then return "***" end
  end))
end

-- Shows no personal data: what the description calls personal, and in files without description what
-- looks like a number that names a person.
function row_metatable.__tostring(row)
  local description = rawget(row, RECORD):description()
  local described = description:kind() ~= native.NO_KIND
  local parts = {}
  for name, value in pairs(row) do
    local slot = rawget(row, SLOTS)[name]
    if description:field_flags(slot) & native.FIELD_PERSONAL ~= 0 then
      value = "***"
    elseif type(value) == "string" and not described then
      value = masked(value)
    end
    parts[#parts + 1] = name .. "=" .. (math.type(value) and tostring(value) or ("%q"):format(value))
  end
  return description:name() .. "{" .. table.concat(parts, ", ") .. "}"
end

local function wrap(record, slots)
  return setmetatable({[RECORD] = record, [SLOTS] = slots or slots_of(record:description())},
                      row_metatable)
end

local function is_row(value)
  return type(value) == "table" and getmetatable(value) == row_metatable
end

local function fill(row, fields)
  for name, value in pairs(fields) do row[name] = value end
  return row
end

-- ---------------------------------------------------------------- kinds

--- The kinds by class name ("Enterprise"), plural ("enterprises") and number.
bina.kinds = {}

local kind_metatable = {}

function kind_metatable.__call(kind, fields)
  return fill(wrap(native.Record(kind.description)), fields or {})
end

function kind_metatable.__tostring(kind) return "bina." .. kind.class end

local function fields_of(description)
  local fields = {}
  for slot = 0, description:count() - 1 do
    fields[#fields + 1] = {
      name = description:field_name(slot),
      type = native.type_name(description:field_type(slot)),
      doc = description:field_doc(slot),
      label = description:field_label(slot, native.INDONESIAN),
      format = description:field_format(slot),
      personal = description:field_flags(slot) & native.FIELD_PERSONAL ~= 0,
    }
  end
  return fields
end

do
  local n = 0
  local number = native.kind_at(n)
  while number ~= native.NO_KIND do
    local description = native.kind_description(number)
    local class = description:name():gsub("%f[%a]%l", string.upper):gsub("_(%a)", string.upper)
    local kind = setmetatable({
      number = number, class = class, name = description:name(), plural = description:plural(),
      doc = description:doc(), fields = fields_of(description), description = description,
    }, kind_metatable)
    bina[class], bina.kinds[class] = kind, kind
    bina.kinds[kind.plural], bina.kinds[number] = kind, kind
    n = n + 1
    number = native.kind_at(n)
  end
end

-- ---------------------------------------------------------------- views

-- Views are read afresh each time:  for row in view do ... end
-- `for` calls the view with the row before; the cursor travels from row to row, so that loops over the
-- same view may stand inside one another.

local view_methods = {}
local view_metatable = {__index = view_methods}

local function view(open_cursor, fields)
  fields = fields or {}
  fields.open_cursor = open_cursor
  return setmetatable(fields, view_metatable)
end

-- The next row of a cursor; nil at the end.
local function next_row(cursor, slots)
  local record = cursor:next()
  return record and wrap(record, slots)
end

local function step(self, _, before)
  local cursor = before and rawget(before, CURSOR) or self:open_cursor()
  local row = next_row(cursor, before and rawget(before, SLOTS))
  if before then rawset(before, CURSOR, nil) end
  if row then rawset(row, CURSOR, cursor) end
  return row
end
view_metatable.__call = step

--- The first row; nil when there is none.
function view_methods:first()
  return next_row(self:open_cursor())
end

--- All rows as a list.
function view_methods:all()
  local rows = {}
  for row in self do rows[#rows + 1] = row end
  return rows
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
  options = options or {}
  local excel = options.excel or false
  native.write_csv(self:open_cursor(), path, options.delimiter, excel, options.header ~= false,
                   false, excel)
end

--- Writes all rows as a JSON array of objects, or with options.lines one object a line.
function view_methods:write_json(path, options)
  native.write_json(self:open_cursor(), path, options and options.lines or false, false)
end

-- ---------------------------------------------------------------- files

local encodings = {
  ["utf-8"] = native.ENCODING_UTF_8, ["windows-1252"] = native.ENCODING_WINDOWS_1252,
  ["utf-16-le"] = native.ENCODING_UTF_16_LE, ["utf-16-be"] = native.ENCODING_UTF_16_BE,
}

local function csv_cursor(path, options, faults)
  local encoding = native.ENCODING_FIND
  if options.encoding then
    encoding = encodings[options.encoding]
    if not encoding then
      complain("ERR_USAGE", "there is no encoding '" .. tostring(options.encoding) .. "'",
               "tidak ada pengodean '" .. tostring(options.encoding) .. "'")
    end
  end
  return native.read_csv(path, options.delimiter, encoding, options.skip or 0,
                         options.header ~= false, options.name or "row", options.line_column, faults)
end

--- A CSV file as a view of rows of text. Delimiter, byte-order mark and encoding are found out unless
-- options (delimiter, encoding, skip, header, name, line_column) say them. What is wrong in the file
-- never stops the reading; view:faults() tells it.
function bina.read_csv(path, options)
  options = options or {}
  local file = view(function() return csv_cursor(path, options) end)
  function file.faults()
    local faults = native.Faults(0)
    local cursor = csv_cursor(path, options, faults)
    while cursor:next() do end
    return view(function() return faults:cursor() end)
  end
  return file
end

-- ---------------------------------------------------------------- rows of a program's own

local function type_of(rows, name)
  local found
  for _, row in ipairs(rows) do
    local value = row[name]
    local this
    if math.type(value) == "integer" then this = native.TYPE_INT
    elseif math.type(value) == "float" then this = native.TYPE_REAL
    elseif type(value) == "boolean" then this = native.TYPE_BOOL
    elseif value ~= nil and value ~= bina.null then return native.TYPE_TEXT end
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
  local seen, names = {}, {}
  for _, row in ipairs(given) do
    if type(row) ~= "table" then
      complain("ERR_USAGE", "a row must be a table, not " .. type(row),
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
      if value ~= nil and value ~= bina.null then
        record_set(record, slot - 1, types[slot] == native.TYPE_TEXT and tostring(value) or value)
      end
    end
    rows:add(record)
  end
  return native.rows_to_cursor(rows)
end

-- A cursor over a file's path, a view, or a list of tables or rows.
local function cursor_of(source)
  if type(source) == "string" then return csv_cursor(source, {}) end
  if type(source) == "table" and source.open_cursor then return source:open_cursor() end
  if type(source) == "table" and not is_row(source) then return rows_cursor(source) end
  complain("ERR_USAGE", "rows come as a path, a view or a list of tables; not as " .. type(source),
           "baris diberikan sebagai berkas, view, atau daftar table; bukan " .. type(source))
end

-- ---------------------------------------------------------------- checks

--- Reads the text of a cell as a number of some paper: bina.check("nik", cell). Gives a table: ok, normal
-- (the form in which two spellings are equal), facts (what it says: a row), complaints (a list of error
-- tables with severity, none of them raised). options.today is the day to reason by.
function bina.check(what, text, options)
  local reading = native.check(what, text, options and options.today)
  local complaints = {}
  for n = 0, reading:count() - 1 do complaints[n + 1] = reading:complaint(n) end
  return {what = what, ok = reading:ok(), normal = reading:normal(), facts = wrap(reading:facts()),
          complaints = complaints}
end

--- What can be checked: a sentence by name.
function bina.validators()
  local found, n = {}, 0
  local name = native.check_at(n)
  while name do
    found[name] = native.check_doc(name, native.ENGLISH)
    n = n + 1
    name = native.check_at(n)
  end
  return found
end

--- The rules of a validator by id: {severity, message, pesan}.
function bina.rules(what)
  local found, n = {}, 0
  local rule = native.check_rule_at(what, n)
  while rule do
    found[rule] = {
      severity = native.check_rule_severity(what, n) == native.SEVERITY_WARNING and "warning" or "error",
      message = native.check_rule_text(what, n, native.ENGLISH),
      pesan = native.check_rule_text(what, n, native.INDONESIAN),
    }
    n = n + 1
    rule = native.check_rule_at(what, n)
  end
  return found
end

-- ---------------------------------------------------------------- linking

local sections = {options = "options", list = "list", lists = "list", column = "column",
                  columns = "column", comparison = "comparison", comparisons = "comparison",
                  blocking = "blocking"}

local function settings_of(given)
  if not given then return nil end
  local settings = native.LinkageSettings()
  for name, items in pairs(given) do
    local section = sections[name]
    if not section then
      complain("ERR_USAGE", "settings have no part '" .. tostring(name) .. "'",
               "setelan tidak punya bagian '" .. tostring(name) .. "'")
    end
    if #items == 0 and next(items) ~= nil then items = {items} end
    for _, item in ipairs(items) do
      local row = fill(wrap(native.Record(settings:description(section))), item)
      settings:add(row[RECORD], nil, 0)
    end
  end
  return settings
end

local linkage_methods = {}
local linkage_metatable = {__index = linkage_methods}

local function result_view(linkage, method, ...)
  local arguments = table.pack(...)
  return view(function()
    return linkage[method](linkage, table.unpack(arguments, 1, arguments.n))
  end)
end

--- Every row of every list with its entity: file, row (from 1), entity.
function linkage_methods:entities() return result_view(self.linkage, "entities") end

--- Pairs from the review threshold on: list_a, row_a, list_b, row_b, weight, probability, verdict.
function linkage_methods:pairs() return result_view(self.linkage, "pairs") end

--- The fitted model: for each level of each field m, u and the weight.
function linkage_methods:parameters() return result_view(self.linkage, "parameters") end

--- Why two rows have the weight they have, field by field.
function linkage_methods:explain(list_a, row_a, list_b, row_b)
  self.linkage:explain(list_a, row_a, list_b, row_b) -- refuses now what is not there
  return result_view(self.linkage, "explain", list_a, row_a, list_b, row_b)
end

--- The settings as they were applied, proposals included; they can be given to the next run.
function linkage_methods:settings()
  local settings = {}
  for _, name in ipairs{"options", "list", "column", "comparison", "blocking"} do
    settings[name] = {}
    for row in result_view(self.linkage, "effective", name) do
      table.insert(settings[name], row:fields())
    end
  end
  return settings
end

local reserved = {settings = true, verdicts = true, progress = true}

--- Links lists: bina.link{"dinas.csv", "koperasi.csv"} or bina.link{dinas = view, koperasi = {{nama = ...}}}.
--
-- A file is called by its path, other sources by their key or "list 1", "list 2", ... Without settings
-- everything is decided from the data. verdicts are what people decided: {{list, row, list, row, same}}.
-- progress(stage, done, total) is called as it goes.
function bina.link(given)
  local linkage = native.Linkage(settings_of(given.settings))
  local names = {}
  for n, source in ipairs(given) do
    linkage:add_list(type(source) == "string" and source or "list " .. n, cursor_of(source))
  end
  for name in pairs(given) do
    if type(name) == "string" and not reserved[name] then names[#names + 1] = name end
  end
  table.sort(names)
  for _, name in ipairs(names) do linkage:add_list(name, cursor_of(given[name])) end
  if #given + #names == 0 then
    complain("ERR_USAGE", "there is nothing to link", "tidak ada yang bisa dipadankan")
  end
  for _, verdict in ipairs(given.verdicts or {}) do linkage:add_verdict(table.unpack(verdict, 1, 5)) end
  local task = linkage:start()
  local done, total = task:step()
  while done do
    if given.progress then given.progress(task:stage(native.ENGLISH), done, total) end
    done, total = task:step()
  end
  return setmetatable({linkage = linkage}, linkage_metatable)
end

return bina
