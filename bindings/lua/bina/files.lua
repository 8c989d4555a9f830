-- Files in and out.

local native = require "bina.native"
local errors = require "bina.errors"
local options_of = require "bina.options"
local row = require "bina.row"
local view = require "bina.view"

local M = {}

local csv_options = options_of"delimiter encoding skip header name line_column extra_column"
local list_options = options_of"sheet places delimiter encoding skip name row_column"

local encodings = {
  ["utf-8"] = native.ENCODING_UTF_8, ["windows-1252"] = native.ENCODING_WINDOWS_1252,
  ["utf-16-le"] = native.ENCODING_UTF_16_LE, ["utf-16-be"] = native.ENCODING_UTF_16_BE,
}

local function encoding_of(options)
  if not options.encoding then return native.ENCODING_FIND end
  local encoding = encodings[options.encoding]
  if not encoding then
    errors.complain("ERR_USAGE", "there is no encoding '" .. tostring(options.encoding) .. "'",
             "tidak ada pengodean '" .. tostring(options.encoding) .. "'")
  end
  return encoding
end

--- A cursor over a CSV file.
function M.csv_cursor(path, options, faults)
  return native.read_csv(path, options.delimiter, encoding_of(options), options.skip or 0,
                         options.header ~= false, options.name or "row", options.line_column,
                         options.extra_column, faults)
end

--- A cursor over the table in a workbook or CSV file.
function M.list_cursor(path, options, faults)
  return native.read_list(path, options.sheet, options.places or false, options.delimiter,
                          encoding_of(options), options.skip or 0, options.name or "row",
                          options.row_column, faults)
end

local function file_view(open)
  local file = view.new(function() return open() end)
  function file.faults()
    local faults = native.Faults(0)
    local cursor = open(faults)
    while cursor:next() do end
    return view.new(function() return faults:cursor() end)
  end
  return file
end

--- A CSV file as a view of rows of text. Delimiter, byte-order mark and encoding are found out unless
-- options (delimiter, encoding, skip, header, name, line_column, extra_column) say them. What is wrong in the file
-- never stops the reading; view:faults() tells it.
function M.read_csv(path, options)
  options = csv_options(options)
  return file_view(function(faults) return M.csv_cursor(path, options, faults) end)
end

--- The table of a list as an office keeps it, in a workbook (.xlsx) or CSV file, as a view of rows of text: titles,
-- header rows, totals, remarks and signatures are told from data and passed over, which view:faults() tells.
-- options: sheet (the only one to read; else all that hold the same table are one list), places (adds "#line",
-- "#sheet", "#section", "#village", "#district", "#regency"), delimiter, encoding, skip, name, row_column (adds a column
-- with each row's number below the header, those passed over counted).
function M.read_list(path, options)
  options = list_options(options)
  return file_view(function(faults) return M.list_cursor(path, options, faults) end)
end

--- Runs read(faults), and gives an error that it raises the faults as a view.
function M.with_faults(read)
  local faults = native.Faults(0)
  local results = table.pack(pcall(read, faults))
  if results[1] then return table.unpack(results, 2, results.n) end
  if errors.is_error(results[2]) then
    results[2].faults = view.new(function() return faults:cursor() end)
  end
  error(results[2], 0)
end

--- The records of a YAML file as a list of rows, without storing them; register:load stores them. The error of
-- a file with faults has them all in .faults. kinds: a list such as {bina.Enterprise}; nil for all.
function M.read_yaml(path, kinds)
  local descriptions = kinds and {}
  for n, kind in ipairs(kinds or {}) do descriptions[n] = kind.description end
  local document = M.with_faults(function(faults)
    return native.yaml_read(path, descriptions, faults)
  end)
  local rows = {}
  for n = 0, document:count() - 1 do rows[n + 1] = row.wrap(document:record(n)) end
  return rows
end

--- Writes rows (a list or a view) as YAML that reads back the same. What only the store sets is left out.
function M.write_yaml(rows, path)
  local document = native.Document()
  if getmetatable(rows) then rows = rows:all() end
  for _, given in ipairs(rows) do document:add(given[row.RECORD], native.NO_RECORD) end
  native.yaml_write(document, path)
end

return M
