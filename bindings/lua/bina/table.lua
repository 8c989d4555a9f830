-- One kind of record in a register: asked, added to, changed.

local native = require "bina.native"
local errors = require "bina.errors"
local options_of = require "bina.options"
local rows_of = require "bina.row"
local view = require "bina.view"

local RECORD, null = rows_of.RECORD, rows_of.null

local M = {}

local as_of_options = options_of"known"

local compare = {
  eq = native.EQ, ne = native.NE, lt = native.LT, le = native.LE, gt = native.GT, ge = native.GE,
  prefix = native.PREFIX, under = native.UNDER,
}

-- region__under -> the slot of region, and "under".
local function condition(description, key)
  local slots = rows_of.slots_of(description)
  if slots[key] then return slots[key], "eq" end
  local name, word = tostring(key):match("^(.*)__(%a+)$")
  local slot = slots[name or key]
  if not slot then rows_of.no_field(description, name or key) end
  if not compare[word] and word ~= "in" and word ~= "null" then
    errors.complain("ERR_USAGE", key .. ": there is no comparison '" .. word .. "'",
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
    elseif value == null and (word == "eq" or word == "ne") then
      query:where(slot, word == "eq" and native.IS_NULL or native.NOT_NULL, nil)
    else
      query:where(slot, compare[word], value)
    end
  end
end

--- The native store of a register that is open.
local function handle_of(register)
  return rawget(register, "store") or
    errors.complain("ERR_USAGE", "the register is closed", "berkas sudah ditutup")
end

M.handle_of = handle_of

local table_methods = setmetatable({}, {__index = view.methods})
M.methods = table_methods
local table_metatable = {__call = view.step}

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

--- The table of a kind.
function M.new(register, kind, steps)
  local made = {register = register, kind = kind, steps = steps or {}}
  made.open_cursor = function() return handle_of(register):list(query_of(made)) end
  return setmetatable(made, table_metatable)
end

local function with(self, ...)
  local steps = table.move(self.steps, 1, #self.steps, 1, {})
  steps[#steps + 1] = table.pack(...)
  return M.new(self.register, self.kind, steps)
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
  local slots = rows_of.slots_of(description)
  for _, field in ipairs{...} do
    local down, name = field:match("^(%-?)(.*)$")
    if not slots[name] then rows_of.no_field(description, name) end
    sorted = with(sorted, "order", slots[name], down == "-")
  end
  return sorted
end

--- At most so many.
function table_methods:limit(count) return with(self, "limit", count) end

--- As it was true on a day; and as the register knew it: options.known is the number of a commit or a
-- time.
function table_methods:as_of(day, options)
  local asked, known = self, as_of_options(options).known
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
  return view.next_row(with(self, "limit", 1):open_cursor())
end

--- The record with an id or a human number; nil when there is none.
function table_methods:get(key)
  local store = handle_of(self.register)
  local ok, found = pcall(type(key) == "string" and store.get_numbered or store.get, store, key)
  if not ok then
    if errors.is_error(found) and found.name == "ERR_NOT_FOUND" then return nil end
    error(found, 0)
  end
  local row = rows_of.wrap(found)
  return found:description():kind() == self.kind.number and row or nil
end

--- A record with these fields, also the office's own, that is not stored yet.
function table_methods:new(fields)
  return rows_of.fill(rows_of.wrap(native.Record(description_of(self))), fields or {})
end

local function row_of(self, record)
  if not rows_of.is_row(record) then return self:new(record) end
  local kind = record[RECORD]:description():kind()
  if kind ~= self.kind.number then
    errors.complain("ERR_USAGE", "this table holds " .. self.kind.class, "tabel ini berisi " .. self.kind.class)
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

--- Stores the changes of a record that was read: the row, or its id and the fields to change. null
-- clears. Refused with ERR_CONFLICT when somebody else changed the record since it was read.
function table_methods:update(record, changes)
  local row = rows_of.is_row(record) and row_of(self, record) or self:new{id = record}
  if changes then rows_of.fill(row, changes) end
  handle_of(self.register):update(row[RECORD])
  return row
end

local function id_of(self, record)
  local id = rows_of.is_row(record) and record.id or record
  if math.type(id) ~= "integer" or native.id_kind(id) ~= self.kind.number then
    errors.complain("ERR_NOT_FOUND", "there is no such " .. self.kind.name, "data tidak ditemukan")
  end
  return id
end

local function slot_in(self, field)
  local description = description_of(self)
  return rows_of.slots_of(description)[field] or rows_of.no_field(description, field)
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
      if value == null then value = nil end
      handle_of(self.register):set_dated(id, slot_in(self, name), value, day)
    end
  end)
end

--- Everything ever said of a dated field: from, value, recorded, superseded (numbers of commits).
function table_methods:dated(record, field)
  local id, slot = id_of(self, record), slot_in(self, field)
  return view.new(function() return handle_of(self.register):dated(id, slot) end)
end

--- Everything that ever happened to a record, oldest first, also of one that is gone.
function table_methods:history(record)
  local id = id_of(self, record)
  return view.new(function() return handle_of(self.register):history(id) end)
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



return M
