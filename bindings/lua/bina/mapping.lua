-- How the columns of a list become fields.

local native = require "bina.native"
local files = require "bina.files"
local options_of = require "bina.options"
local sources = require "bina.sources"
local view = require "bina.view"

local M = {}

local map_options = options_of"strict today"

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
function M.read_mapping(path, kind)
  return setmetatable({mapping = files.with_faults(function(faults)
    return native.mapping_read(path, kind and kind.description, faults)
  end)}, mapping_metatable)
end

--- A guess from the headers and first values of a workbook or CSV file, a view or a list of tables.
function M.guess_mapping(source, kind)
  return setmetatable({mapping = native.mapping_guess(kind.description, sources.cursor_of(source, true))},
                      mapping_metatable)
end

--- The rows of a workbook or CSV file, a view or a list of tables as records of a kind: a view with faults(). options:
-- strict (a row with any error is refused), today.
function M.map_rows(source, mapping, options)
  options = map_options(options)
  local function open(faults)
    local rows, file
    if type(source) == "string" then
      rows, file = files.list_cursor(source, {places = true}, faults), source
    else
      rows = sources.cursor_of(source)
    end
    return native.map_rows(mapping.mapping, rows, file, faults, options.strict or false, options.today)
  end
  local mapped = view.new(function() return open() end)
  function mapped.faults()
    local faults = native.Faults(0)
    local cursor = open(faults)
    while cursor:next() do end
    return view.new(function() return faults:cursor() end)
  end
  return mapped
end

return M
