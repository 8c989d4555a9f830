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

function view_metatable.__tostring(self)
  return "bina view: " .. table.concat(self:columns(), ", ")
end

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
                         options.header ~= false, options.name or "row", options.line_column,
                         options.extra_column, faults)
end

--- A CSV file as a view of rows of text. Delimiter, byte-order mark and encoding are found out unless
-- options (delimiter, encoding, skip, header, name, line_column, extra_column) say them. What is wrong in the file
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

-- Runs read(faults), and gives an error that it raises the faults as a view.
local function with_faults(read)
  local faults = native.Faults(0)
  local results = table.pack(pcall(read, faults))
  if results[1] then return table.unpack(results, 2, results.n) end
  if bina.is_error(results[2]) then
    results[2].faults = view(function() return faults:cursor() end)
  end
  error(results[2], 0)
end

--- The records of a YAML file as a list of rows, without storing them; register:load stores them. The error of
-- a file with faults has them all in .faults. kinds: a list such as {bina.Enterprise}; nil for all.
function bina.read_yaml(path, kinds)
  local descriptions = kinds and {}
  for n, kind in ipairs(kinds or {}) do descriptions[n] = kind.description end
  local document = with_faults(function(faults)
    return native.yaml_read(path, descriptions, faults)
  end)
  local rows = {}
  for n = 0, document:count() - 1 do rows[n + 1] = wrap(document:record(n)) end
  return rows
end

--- Writes rows (a list or a view) as YAML that reads back the same. What only the store sets is left out.
function bina.write_yaml(rows, path)
  local document = native.Document()
  if getmetatable(rows) then rows = rows:all() end
  for _, row in ipairs(rows) do document:add(row[RECORD], native.NO_RECORD) end
  native.yaml_write(document, path)
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

-- ---------------------------------------------------------------- mappings

local mapping_methods = {}
local mapping_metatable = {__index = mapping_methods}

--- The (first) column of every field it fills; false for a constant.
function mapping_methods:columns()
  local description, found, n = self.mapping:description(), {}, 0
  local slot, column = self.mapping:at(n)
  while slot do
    found[description:field_name(slot)] = column or false
    n = n + 1
    slot, column = self.mapping:at(n)
  end
  return found
end

--- Writes it as YAML that reads back the same.
function mapping_methods:write(path) native.mapping_write(self.mapping, path) end

--- How the columns of a list become fields of a kind, from YAML. kind: such as bina.SourceRecord; nil: as the
-- file says. The error of a file with faults has them all in .faults.
function bina.read_mapping(path, kind)
  return setmetatable({mapping = with_faults(function(faults)
    return native.mapping_read(path, kind and kind.description, faults)
  end)}, mapping_metatable)
end

--- A guess from the headers and first values of a CSV file, a view or a list of tables.
function bina.guess_mapping(source, kind)
  return setmetatable({mapping = native.mapping_guess(kind.description, cursor_of(source))},
                      mapping_metatable)
end

--- The rows of a CSV file, a view or a list of tables as records of a kind: a view with faults(). options:
-- strict (a row with any error is refused), today.
function bina.map_rows(source, mapping, options)
  options = options or {}
  local function open(faults)
    local rows, file
    if type(source) == "string" then
      rows, file = csv_cursor(source, {line_column = "#line", extra_column = "#extra"}, faults), source
    else
      rows = cursor_of(source)
    end
    return native.map_rows(mapping.mapping, rows, file, faults, options.strict or false, options.today)
  end
  local mapped = view(function() return open() end)
  function mapped.faults()
    local faults = native.Faults(0)
    local cursor = open(faults)
    while cursor:next() do end
    return view(function() return faults:cursor() end)
  end
  return mapped
end

-- ---------------------------------------------------------------- reference tables

--- The tables every office shares: regions of every list since 2016, what became of them, and KBLI. An
-- edition is the year of a list; 0 or nil is the newest.
bina.reference = {}

--- The lists of regions: year -> the regulation behind it (or false).
function bina.reference.editions()
  local found, n = {}, 0
  local year = native.region_edition_at(n)
  while year ~= 0 do
    found[year] = native.region_edition_basis(year) or false
    n = n + 1
    year = native.region_edition_at(n)
  end
  return found
end

--- A region by its code in any list.
function bina.reference.region(code, edition) return wrap(native.region_get(code, edition or 0)) end

--- All regions that may be meant by names {village, district, regency, province}, best first.
function bina.reference.find(names)
  return view(function()
    return native.region_find(names.village, names.district, names.regency, names.province)
  end)
end

--- The one region that is meant by names; an error when there is none or several.
function bina.reference.resolve(names)
  return wrap(native.region_resolve(names.village, names.district, names.regency, names.province))
end

--- What a region of any list is in an edition: itself, or what it became or came from.
function bina.reference.successors(code, edition)
  return view(function() return native.region_successors(code, edition or 0) end)
end

--- Whether a region of any list lies under (or is) another.
function bina.reference.is_under(code, under, edition)
  return native.region_is_under(code, under, edition or 0)
end

--- The codes of every list that lie under a region, as half-open ranges from, to.
function bina.reference.ranges_under(code, edition)
  return view(function() return native.region_under(code, edition or 0) end)
end

--- The Kemendagri code of a province or regency known by its BPS code of 2018, and the other way round.
bina.reference.from_bps, bina.reference.to_bps = native.region_from_bps, native.region_to_bps

--- A class of the industry classification.
function bina.reference.industry(code, edition) return wrap(native.industry_get(code, edition or 0)) end

for plural, kind in pairs{regions = "Region", successions = "Succession", industries = "Industry"} do
  --- In order of code: all of an edition, or those under one code.
  bina.reference[plural] = function(under, edition)
    return view(function()
      return native.reference_list(bina[kind].number, edition or 0, under)
    end)
  end
end

-- ---------------------------------------------------------------- long work

-- Steps a task to its end and gives what came of it. A task that is given up is freed here and now: it may hold
-- a transaction open.
local function run_task(task, progress)
  local ok, result = pcall(function()
    local done, total = task:step()
    while done do
      if progress then progress(task:stage(native.ENGLISH), done, total) end
      done, total = task:step()
    end
    return task:result()
  end)
  native.task_free(task)
  if not ok then error(result, 0) end
  return result
end

-- ---------------------------------------------------------------- linking

local sections = {options = "options", list = "list", lists = "list", column = "column",
                  columns = "column", comparison = "comparison", comparisons = "comparison",
                  blocking = "blocking"}

local parts = {"options", "list", "column", "comparison", "blocking"}

-- Native settings from a table or from a YAML file.
local function settings_of(given)
  if not given then return nil end
  local settings = native.LinkageSettings()
  if type(given) == "string" then
    local descriptions = {}
    for n, name in ipairs(parts) do descriptions[n] = settings:description(name) end
    local document = with_faults(function(faults) return native.yaml_read(given, descriptions, faults) end)
    for n = 0, document:count() - 1 do
      settings:add(document:record(n), given, (document:line(n, -1)))
    end
    return settings
  end
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
  for _, name in ipairs(parts) do
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
  run_task(linkage:start(), given.progress)
  return setmetatable({linkage = linkage}, linkage_metatable)
end

-- ---------------------------------------------------------------- registers

local compare = {
  eq = native.EQ, ne = native.NE, lt = native.LT, le = native.LE, gt = native.GT, ge = native.GE,
  prefix = native.PREFIX, under = native.UNDER,
}
local languages = {en = native.ENGLISH, id = native.INDONESIAN}

local function no_field(description, name)
  local kind = description:name()
  complain("ERR_USAGE", kind .. " has no field '" .. tostring(name) .. "'",
           kind .. " tidak punya isian '" .. tostring(name) .. "'",
           {kind = kind, field = tostring(name)})
end

-- region__under -> the slot of region, and "under".
local function condition(description, key)
  local slots = slots_of(description)
  if slots[key] then return slots[key], "eq" end
  local name, word = tostring(key):match("^(.*)__(%a+)$")
  local slot = slots[name or key]
  if not slot then no_field(description, name or key) end
  if not compare[word] and word ~= "in" and word ~= "null" then
    complain("ERR_USAGE", key .. ": there is no comparison '" .. word .. "'",
             key .. ": tidak ada pembanding '" .. word .. "'", {field = name})
  end
  return slot, word
end

local function add_conditions(query, description, conditions)
  for key, value in pairs(conditions) do
    local slot, word = condition(description, key)
    if word == "null" then
      query:where(slot, value and native.IS_NULL or native.NOT_NULL, nil)
    elseif word == "in" then
      query:where_in(slot, value)
    elseif value == bina.null and (word == "eq" or word == "ne") then
      query:where(slot, word == "eq" and native.IS_NULL or native.NOT_NULL, nil)
    else
      query:where(slot, compare[word], value)
    end
  end
end

local function handle_of(register)
  return rawget(register, "store") or
    complain("ERR_USAGE", "the register is closed", "berkas sudah ditutup")
end

local table_methods = setmetatable({}, {__index = view_methods})
local table_metatable = {__call = step}

local function description_of(self) return handle_of(self.register):description(self.kind.number) end

local function query_of(self)
  local description = description_of(self)
  local query = native.Query(description)
  for _, what in ipairs(self.steps) do
    if what[1] == "where" then
      add_conditions(query, description, what[2])
    elseif what[1] == "any" then
      query:any()
      for _, group in ipairs(what[2]) do
        query:all()
        add_conditions(query, description, group)
        query:close_group()
      end
      query:close_group()
    else
      query[what[1]](query, table.unpack(what, 2, what.n))
    end
  end
  query:check()
  return query
end

local function make_table(register, kind, steps)
  local made = {register = register, kind = kind, steps = steps or {}}
  made.open_cursor = function() return handle_of(register):list(query_of(made)) end
  return setmetatable(made, table_metatable)
end

local function with(self, ...)
  local steps = table.move(self.steps, 1, #self.steps, 1, {})
  steps[#steps + 1] = table.pack(...)
  return make_table(self.register, self.kind, steps)
end

--- Those for which all conditions hold: where{region__under = "52.03", workers__ge = 5}. Comparisons are eq,
-- ne, lt, le, gt, ge, ["in"] (a list), prefix, under, null (true or false).
function table_methods:where(conditions)
  local description, copy = description_of(self), {}
  for key, value in pairs(conditions) do
    condition(description, key)
    copy[key] = value
  end
  return with(self, "where", copy)
end

--- Those for which the conditions of at least one group hold: where_any{{workers__ge = 20}, {...}}.
function table_methods:where_any(groups)
  for _, group in ipairs(groups) do self:where(group) end
  return with(self, "any", groups)
end

--- Sorted by these fields; "-workers" sorts downwards.
function table_methods:order_by(...)
  local description, sorted = description_of(self), self
  local slots = slots_of(description)
  for _, field in ipairs{...} do
    local down, name = field:match("^(%-?)(.*)$")
    if not slots[name] then no_field(description, name) end
    sorted = with(sorted, "order", slots[name], down == "-")
  end
  return sorted
end

--- At most so many.
function table_methods:limit(count) return with(self, "limit", count) end

--- As it was true on a day; and as the register knew it: options.known is the number of a commit or a
-- time.
function table_methods:as_of(day, options)
  local asked, known = self, options and options.known
  if day then asked = with(asked, "true_on", day) end
  if known then
    asked = with(asked, math.type(known) == "integer" and "known_at" or "known_by", known)
  end
  return asked
end

--- How many, whatever the limit; #table is the same.
function table_methods:count() return handle_of(self.register):count(query_of(self)) end

--- The first of them; nil when there is none.
function table_methods:first()
  return next_row(with(self, "limit", 1):open_cursor())
end

--- The record with an id or a human number; nil when there is none.
function table_methods:get(key)
  local store = handle_of(self.register)
  local ok, found = pcall(type(key) == "string" and store.get_numbered or store.get, store, key)
  if not ok then
    if bina.is_error(found) and found.name == "ERR_NOT_FOUND" then return nil end
    error(found, 0)
  end
  local row = wrap(found)
  return found:description():kind() == self.kind.number and row or nil
end

--- A record with these fields, also the office's own, that is not stored yet.
function table_methods:new(fields)
  return fill(wrap(native.Record(description_of(self))), fields or {})
end

local function row_of(self, record)
  if not is_row(record) then return self:new(record) end
  local kind = record[RECORD]:description():kind()
  if kind ~= self.kind.number then
    complain("ERR_USAGE", "this table holds " .. self.kind.class, "tabel ini berisi " .. self.kind.class)
  end
  return record
end

--- Stores a new record, given whole or as a table of fields, and gives it back with its id.
function table_methods:add(record)
  local row = row_of(self, record)
  handle_of(self.register):add(row[RECORD])
  return row
end

--- Stores many records in one commit: all, or at the first refusal none. Gives their number.
function table_methods:add_many(records)
  local rows = native.Rows(description_of(self))
  for _, record in ipairs(records) do rows:add(row_of(self, record)[RECORD]) end
  return handle_of(self.register):add_all(native.rows_to_cursor(rows))
end

--- Stores the changes of a record that was read: the row, or its id and the fields to change. bina.null
-- clears. Refused with ERR_CONFLICT when somebody else changed the record since it was read.
function table_methods:update(record, changes)
  local row = is_row(record) and row_of(self, record) or self:new{id = record}
  if changes then fill(row, changes) end
  handle_of(self.register):update(row[RECORD])
  return row
end

local function id_of(self, record)
  local id = is_row(record) and record.id or record
  if math.type(id) ~= "integer" or native.id_kind(id) ~= self.kind.number then
    complain("ERR_NOT_FOUND", "there is no such " .. self.kind.name, "data tidak ditemukan")
  end
  return id
end

local function slot_in(self, field)
  local description = description_of(self)
  return slots_of(description)[field] or no_field(description, field)
end

--- Removes a record, given whole or by its id. Refused with ERR_REFERENCE while others refer to it.
function table_methods:remove(record)
  handle_of(self.register):remove(id_of(self, record))
end

--- Says what dated fields held from a day on, up to the next day they have a value for.
function table_methods:set_dated(record, day, fields)
  local id = id_of(self, record)
  self.register:transaction(nil, function()
    for name, value in pairs(fields) do
      if value == bina.null then value = nil end
      handle_of(self.register):set_dated(id, slot_in(self, name), value, day)
    end
  end)
end

--- Everything ever said of a dated field: from, value, recorded, superseded (numbers of commits).
function table_methods:dated(record, field)
  local id, slot = id_of(self, record), slot_in(self, field)
  return view(function() return handle_of(self.register):dated(id, slot) end)
end

--- Everything that ever happened to a record, oldest first, also of one that is gone.
function table_methods:history(record)
  local id = id_of(self, record)
  return view(function() return handle_of(self.register):history(id) end)
end

--- Erases the personal data of a record (UU 27/2022 Art. 43), now and in the log.
function table_methods:erase(record, why)
  handle_of(self.register):erase(id_of(self, record), why)
end

function table_metatable.__index(self, key)
  if math.type(key) == "integer" then return self:get(key) end
  return table_methods[key]
end

function table_metatable.__len(self) return self:count() end

function table_metatable.__tostring(self) return "bina table of " .. self.kind.plural end

local register_methods = {}
local register_metatable = {}

--- The table of a kind, by its name ("enterprise", "enterprises").
function register_methods:table(name)
  local kind = bina.kinds[native.kind_find(name)]
  if not kind then
    complain("ERR_USAGE", "there is no kind '" .. name .. "'", "tidak ada jenis data '" .. name .. "'")
  end
  return make_table(self, kind)
end

--- The record with an id or a human number, of whatever kind; nil when there is none.
function register_methods:get(key)
  local number = native.id_kind(math.type(key) == "integer" and key or 0)
  if type(key) ~= "string" and not bina.kinds[number] then return nil end
  if type(key) ~= "string" then return make_table(self, bina.kinds[number]):get(key) end
  return wrap(handle_of(self):get_numbered(key))
end

--- Runs work(register) in one commit; when it fails, nothing of it remains. Gives what work gives.
function register_methods:transaction(why, work)
  handle_of(self):begin(why)
  local results = table.pack(pcall(work, self))
  if results[1] then
    local ok, caught = pcall(function() handle_of(self):commit() end)
    if not ok then
      handle_of(self):rollback()
      error(caught, 0)
    end
    return table.unpack(results, 2, results.n)
  end
  if rawget(self, "store") then self.store:rollback() end
  error(results[2], 0)
end

--- Says why, and by which rule, the running or else the next commit is made.
function register_methods:because(why, rule) handle_of(self):because(why, rule) end

--- The number of the last commit; 0 before the first.
function register_methods:last_commit() return handle_of(self):last_commit() end

--- The day it is where the office is, by the register's clock.
function register_methods:today() return handle_of(self):today() end

--- Loads every record of a YAML file in one commit: all, or at any fault nothing. Gives how many were added
-- and how many updated by their natural key. The error of a file with faults has them in .faults.
function register_methods:load(path)
  return with_faults(function(faults) return native.load(handle_of(self), path, faults) end)
end

--- Imports a CSV file as the newest reading of an agency's list, in one commit. options: list (its short name),
-- title, list_date, mapping (bina.read_mapping; guessed when not given), whole (one faulty row refuses the
-- file), dry_run, progress. Gives the Intake and a view of what was wrong.
function register_methods:import_csv(path, options)
  options = options or {}
  local list_faults
  local intake = with_faults(function(faults)
    list_faults = faults
    local task = native.import_list(handle_of(self), path, options.list, options.title,
                                    options.list_date, options.mapping and options.mapping.mapping,
                                    options.whole or false, options.dry_run or false, faults)
    return run_task(task, options.progress)
  end)
  return wrap(intake), view(function() return list_faults:cursor() end)
end

--- Links every row of every list, and brings enterprises and persons in line with the outcome, in one commit.
-- options: settings (as for bina.link), survivorship (a YAML file: which list wins for which field), dry_run,
-- progress. Gives the counts: rows, enterprises, new, merged, split, review.
function register_methods:reconcile(options)
  options = options or {}
  local settings = settings_of(options.settings)
  local policy = options.survivorship and with_faults(function(faults)
    return native.survivorship_read(options.survivorship, faults)
  end)
  return wrap(run_task(native.reconcile(handle_of(self), settings, policy, options.dry_run or false),
                       options.progress))
end

local function id_in(record) return is_row(record) and record.id or record end

--- The open pairs that people must look at: a list of {pair, weight, probability, fields}, fields being rows with
-- field, first, second, same.
function register_methods:review(limit)
  local pairs_found, last = {}, nil
  for row in view(function() return native.register_review(handle_of(self), limit or -1) end) do
    if not last or last.pair ~= row.pair then
      last = {pair = row.pair, weight = row.weight, probability = row.probability, fields = {}}
      pairs_found[#pairs_found + 1] = last
    end
    last.fields[#last.fields + 1] = row
  end
  return pairs_found
end

--- Writes down what people decided of a pair (its id): same, same_owner, same_household, member_of,
-- successor_of, different or cannot_tell. It takes effect with the next reconciling.
function register_methods:decide(pair, verdict, reason)
  native.register_decide(handle_of(self), id_in(pair), verdict, reason)
end

--- As decide, for two source records of which no pair need exist.
function register_methods:decide_rows(first, second, verdict, reason)
  native.register_decide_rows(handle_of(self), id_in(first), id_in(second), verdict, reason)
end

--- Merges two registrants by hand: drop keeps its id and points to keep.
function register_methods:merge(keep, drop, reason)
  native.register_merge(handle_of(self), id_in(keep), id_in(drop), reason)
end

--- Undoes a merge: the record stands for itself again.
function register_methods:unmerge(merged, reason)
  native.register_unmerge(handle_of(self), id_in(merged), reason)
end

--- The registrant that stands for a record now: itself, or at the end of its merges.
function register_methods:standing(record)
  return self:get(native.register_resolve(handle_of(self), id_in(record)))
end

--- Why two rows, the rows of a pair, or all rows of a registrant are held to be one, or not. Links all rows anew to
-- know the weights.
function register_methods:explain(first, second)
  return view(function()
    return native.register_explain(handle_of(self), id_in(first), id_in(second) or 0)
  end)
end

--- Takes back everything a commit did, as a new commit.
function register_methods:undo(commit, why) handle_of(self):undo(commit, why) end

--- Holds the file to its log: a view with a row for every fault, and none when all is well.
function register_methods:verify()
  return view(function() return handle_of(self):verify() end)
end

--- Copies the register into another file while it is in use: the only right way to copy it.
function register_methods:backup(path, progress)
  run_task(handle_of(self):backup(path), progress)
end

--- Declares a field of the office's own for a kind. options: type ("text"), doc, format, indexed, personal,
-- dated.
function register_methods:add_own_field(kind, name, options)
  options = options or {}
  local number
  for n = 1, 9 do
    if native.type_name(n) == (options.type or "text") then number = n end
  end
  if not number then
    complain("ERR_USAGE", "there is no type '" .. options.type .. "'", "tidak ada jenis nilai itu")
  end
  local flags = (options.indexed and native.FIELD_INDEXED or 0) |
                (options.personal and native.FIELD_PERSONAL or 0) |
                (options.dated and native.FIELD_DATED or 0)
  handle_of(self):add_own_field(self:table(kind).kind.number, name, number, options.format,
                                options.doc or "", flags)
end

--- A named report (bina.reports()) as a view. options: region, scope, true_on, known (a commit), language.
function register_methods:report(name, options)
  options = options or {}
  local function run()
    return native.run_report(handle_of(self), name, options.region, options.scope, options.true_on,
                             options.known or -1, languages[options.language or "en"])
  end
  run() -- refuses now what is not there
  return view(run)
end

--- The office that keeps the file.
function register_methods:office() return handle_of(self):office() end

--- The number that is part of every id the register issues.
function register_methods:number() return handle_of(self):number() end

--- Whether the file may only be read.
function register_methods:is_read_only() return handle_of(self):is_read_only() end

--- Closes the file; an open transaction is rolled back. Rows being read may be read on.
function register_methods:close()
  local store = rawget(self, "store")
  self.store = nil
  if store then native.store_close(store) end
end

function register_metatable.__index(self, key)
  local method = register_methods[key]
  if method then return method end
  if key == "store" then return nil end
  local kind = bina.kinds[key]
  if kind and kind.plural == key then return make_table(self, kind) end
  complain("ERR_USAGE", "a register has no '" .. tostring(key) .. "'",
           "register tidak punya '" .. tostring(key) .. "'")
end

register_metatable.__close = register_methods.close

function register_metatable.__tostring(self)
  return "bina register " .. self.path .. (rawget(self, "store") and "" or " (closed)")
end

local modes = {
  open = native.STORE_OPEN_OR_CREATE, existing = native.STORE_MUST_EXIST,
  new = native.STORE_CREATE_NEW, read = native.STORE_READ_ONLY,
}

--- Opens a register, or makes one. options: office, actor, purpose, mode ("open", "existing", "new",
-- "read"), store_number, busy_timeout (seconds), language ("en", "id"), clock (milliseconds since 1970
-- UTC instead of the system's time). Close it with register:close() or `local reg <close> = bina.open(...)`.
function bina.open(path, options)
  options = options or {}
  local mode = modes[options.mode or "open"]
  if not mode then complain("ERR_USAGE", "mode must be open, existing, new or read",
                            "mode harus open, existing, new atau read") end
  local wait = math.floor((options.busy_timeout or 5) * 1000 + 0.5)
  local store = native.open_store(path, mode, options.office, options.actor, options.purpose,
                                  options.store_number or 0, wait > 0 and wait or -1,
                                  languages[options.language or "en"], options.clock or 0)
  return setmetatable({store = store, path = path}, register_metatable)
end

--- The named reports, and a sentence about each.
function bina.reports()
  local found, n = {}, 0
  local name = native.report_at(n)
  while name do
    found[name] = native.report_doc(name, native.ENGLISH)
    n = n + 1
    name = native.report_at(n)
  end
  return found
end

return bina
