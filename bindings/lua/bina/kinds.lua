-- The kinds of record, built from the library's descriptions.

local native = require "bina.native"
local row = require "bina.row"

local M = {}

--- The kinds by class name ("Enterprise"), plural ("enterprises") and number.
M.kinds = {}

local kind_metatable = {}

function kind_metatable.__call(kind, fields)
  return row.fill(row.wrap(native.Record(kind.description)), fields or {})
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
    M.kinds[class] = kind
    M.kinds[kind.plural], M.kinds[number] = kind, kind
    n = n + 1
    number = native.kind_at(n)
  end
end

return M
