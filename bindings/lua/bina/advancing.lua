-- Lifecycles: moving records from one state to the next, and every reason why not.

local native = require "bina.native"
local errors = require "bina.errors"
local options_of = require "bina.options"
local register = require "bina.register"
local row = require "bina.row"
local tables = require "bina.table"
local view = require "bina.view"

local M = {}

local advance_options = options_of"reason on note paper values dry_run"
local due_options = options_of"on dry_run"

--- Every step of a kind's lifecycle: verb, label, leaves, enters, paper, needs_reason, sets.
function M.steps_of(name)
  return view.new(function() return native.steps_of_kind(native.kind_find(name)) end)
end

--- Takes a step of a record's lifecycle, and what follows from it, in one commit; gives the record as it is
-- then. options: reason (a word of step_reason), on (the day; else today), note, paper (the document that orders
-- or proves it), values (fields set with it), dry_run. A step that is refused raises an error named
-- ERR_REFUSED whose .refusals are rows, one for every condition that was not met; nothing has changed.
function register.methods:advance(record, verb, options)
  options = advance_options(options)
  local store, id = tables.handle_of(self), register.id_in(record)
  local values
  if options.values then
    values = row.fill(row.wrap(native.Record(store:description(native.id_kind(id)))), options.values)[row.RECORD]
  end
  native.advance(store, id, verb, options.on, options.reason, options.note,
                 options.paper and register.id_in(options.paper) or 0, values, options.dry_run or false)
  return self:get(id)
end

--- The sum of figures that people declared (records or ids, in a list), as a figure that is not stored. What
-- does not add raises an error named ERR_REFUSED whose .refusals tell every reason.
function register.methods:sum_figures(figures)
  local ids = {}
  for i, one in ipairs(figures) do ids[i] = register.id_in(one) end
  return row.wrap(native.figures_add(tables.handle_of(self), ids))
end

--- The steps that leave a record's state, and whether their conditions are met today.
function register.methods:steps_possible(record)
  local id = register.id_in(record)
  return view.new(function() return native.steps_possible(tables.handle_of(self), id) end)
end

--- Takes every step that is due by its date. options: on (else today), dry_run. Gives a list of what was due.
function register.methods:advance_due(options)
  options = due_options(options)
  return view.rest(native.advance_due(tables.handle_of(self), options.on, options.dry_run or false))
end

-- Whatever may be refused tells why in the error it raises.
local function with_refusals(methods, name, register_of)
  local plain = methods[name]
  methods[name] = function(self, ...)
    local results = table.pack(pcall(plain, self, ...))
    if results[1] then return table.unpack(results, 2, results.n) end
    local caught = results[2]
    if errors.is_error(caught) and caught.name == "ERR_REFUSED" and not caught.refusals then
      caught.refusals = view.rest(tables.handle_of(register_of(self)):refusals())
    end
    error(caught, 0)
  end
end

for _, name in ipairs{"add", "add_many", "update", "remove"} do
  with_refusals(tables.methods, name, function(self) return self.register end)
end
for _, name in ipairs{"advance", "sum_figures", "undo"} do
  with_refusals(register.methods, name, function(self) return self end)
end

return M
