-- Records as Lua sees them: tables whose fields are those of the description.

local native = require "bina.native"
local complain = require("bina.errors").complain
local nearest = require "bina.nearest"

local M = {}

--- No value: clears a field in a table of fields, where nil cannot stand.
M.null = setmetatable({}, {__tostring = function() return "bina.null" end})

-- A row is a table with its record, its slots (number by name) and, within a loop, its cursor under keys of
-- their own.
local RECORD, SLOTS, CURSOR = {}, {}, {}
M.RECORD, M.SLOTS, M.CURSOR = RECORD, SLOTS, CURSOR

local slots_of_kind = {}

--- The number of every field by its name.
function M.slots_of(description)
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
M.set = record_set

--- Raises the complaint about a field that is not there, with the nearest that is.
function M.no_field(description, name)
  local kind, names = description:name(), {}
  for slot = 0, description:count() - 1 do names[slot + 1] = description:field_name(slot) end
  name = tostring(name)
  local near = nearest.of(name, names)
  complain("ERR_USAGE", kind .. " has no field '" .. name .. "'" .. (near and "; did you mean '" .. near .. "'?" or ""),
           kind .. " tidak punya isian '" .. name .. "'" .. (near and "; maksudnya '" .. near .. "'?" or ""),
           {kind = kind, field = name})
end

local function slot_of(row, name)
  return rawget(row, SLOTS)[name] or M.no_field(rawget(row, RECORD):description(), name)
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
  if value == M.null then value = nil end
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

--- A row of a native record.
function M.wrap(record, slots)
  return setmetatable({[RECORD] = record, [SLOTS] = slots or M.slots_of(record:description())},
                      row_metatable)
end

--- Whether a value is a row.
function M.is_row(value)
  return type(value) == "table" and getmetatable(value) == row_metatable
end

--- Sets fields of a row from a table.
function M.fill(row, fields)
  for name, value in pairs(fields) do row[name] = value end
  return row
end

return M
