-- A register: one office's file.

local native = require "bina.native"
local errors = require "bina.errors"
local files = require "bina.files"
local kinds = require("bina.kinds").kinds
local language_number = require "bina.languages"
local linking = require "bina.linking"
local matching = require "bina.matching"
local options_of = require "bina.options"
local row = require "bina.row"
local tables = require "bina.table"
local task = require "bina.task"
local view = require "bina.view"

local handle_of = tables.handle_of

local open_options = options_of"office actor purpose mode store_number busy_timeout language clock"
local import_options = options_of[[list title agency sheet region list_date mapping whole dry_run progress]]
local reconcile_options = options_of"settings survivorship dry_run progress"
local own_field_options = options_of"type doc format indexed personal dated"
local report_options = options_of[[region scope on since programme fund system public known language true_on]]

-- More methods come from the rooms that require this one.
local M = {}

local register_methods = {}
M.methods = register_methods
matching.extend_register(register_methods, handle_of)
local register_metatable = {}

--- The table of a kind, by its name ("enterprise", "enterprises").
function register_methods:table(name)
  local kind = kinds[native.kind_find(name)]
  if not kind then
    errors.complain("ERR_USAGE", "there is no kind '" .. name .. "'", "tidak ada jenis data '" .. name .. "'")
  end
  return tables.new(self, kind)
end

--- The record with an id or a human number, of whatever kind; nil when there is none.
function register_methods:get(key)
  local number = native.id_kind(math.type(key) == "integer" and key or 0)
  if type(key) ~= "string" and not kinds[number] then return nil end
  if type(key) ~= "string" then return tables.new(self, kinds[number]):get(key) end
  return row.wrap(handle_of(self):get_numbered(key))
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
  return files.with_faults(function(faults) return native.load(handle_of(self), path, faults) end)
end

--- Imports a workbook or CSV file as the newest reading of an agency's list, in one commit. options: list (its short name),
-- title, agency (who keeps it), sheet (of a workbook, the only one to read), region (the regency or province, by code,
-- of rows that name none), list_date, mapping (bina.read_mapping; guessed when not given), whole (one faulty row
-- refuses the file), dry_run, progress. Gives the Intake and a view of what was wrong.
function register_methods:import_list(path, options)
  options = import_options(options)
  local list_faults
  local intake = files.with_faults(function(faults)
    list_faults = faults
    local work = native.import_list(handle_of(self), path, options.list, options.title, options.sheet,
                                    options.region, options.agency, options.list_date,
                                    options.mapping and options.mapping.mapping, options.whole or false,
                                    options.dry_run or false, faults)
    return task.run(work, options.progress)
  end)
  return row.wrap(intake), view.new(function() return list_faults:cursor() end)
end

register_methods.import_csv = register_methods.import_list

--- Links every row of every list, and brings enterprises and persons in line with the outcome, in one commit.
-- options: settings (as for bina.link), survivorship (a YAML file: which list wins for which field), dry_run,
-- progress. Gives the counts: rows, enterprises, new, merged, split, review.
function register_methods:reconcile(options)
  options = reconcile_options(options)
  local settings = linking.settings_of(options.settings)
  local policy = options.survivorship and files.with_faults(function(faults)
    return native.survivorship_read(options.survivorship, faults)
  end)
  return row.wrap(task.run(native.reconcile(handle_of(self), settings, policy, options.dry_run or false),
                       options.progress))
end

--- The id of a record, given whole or by its id.
function M.id_in(record) return row.is_row(record) and record.id or record end

--- Merges two registrants by hand: drop keeps its id and points to keep.
function register_methods:merge(keep, drop, reason)
  native.register_merge(handle_of(self), M.id_in(keep), M.id_in(drop), reason)
end

--- Undoes a merge: the record stands for itself again.
function register_methods:unmerge(merged, reason)
  native.register_unmerge(handle_of(self), M.id_in(merged), reason)
end

--- Somebody takes over an enterprise, as heirs do: its owners own it until the day before, and heir (a person, or
-- another party) from the day `on`, else from today.
function register_methods:succeed(enterprise, heir, on, reason)
  native.register_succeed(handle_of(self), M.id_in(enterprise), M.id_in(heir), on, reason)
end

--- The registrant that stands for a record now: itself, or at the end of its merges.
function register_methods:standing(record)
  return self:get(native.register_resolve(handle_of(self), M.id_in(record)))
end

--- Why two rows, the rows of a pair, or all rows of a registrant are held to be one, or not. Links all rows anew to
-- know the weights.
function register_methods:explain(first, second)
  return view.new(function()
    return native.register_explain(handle_of(self), M.id_in(first), M.id_in(second) or 0)
  end)
end

--- Takes back everything a commit did, as a new commit.
function register_methods:undo(commit, why) handle_of(self):undo(commit, why) end

--- Holds the file to its log: a view with a row for every fault, and none when all is well.
function register_methods:verify()
  return view.new(function() return handle_of(self):verify() end)
end

--- Copies the register into another file while it is in use: the only right way to copy it.
function register_methods:backup(path, progress)
  task.run(handle_of(self):backup(path), progress)
end

--- Declares a field of the office's own for a kind. options: type ("text"), doc, format, indexed, personal,
-- dated.
function register_methods:add_own_field(kind, name, options)
  options = own_field_options(options)
  local number
  for n = 1, 9 do
    if native.type_name(n) == (options.type or "text") then number = n end
  end
  if not number then
    errors.complain("ERR_USAGE", "there is no type '" .. options.type .. "'", "tidak ada jenis nilai itu")
  end
  local flags = (options.indexed and native.FIELD_INDEXED or 0) |
                (options.personal and native.FIELD_PERSONAL or 0) |
                (options.dated and native.FIELD_DATED or 0)
  handle_of(self):add_own_field(self:table(kind).kind.number, name, number, options.format,
                                options.doc or "", flags)
end

-- The id of a record, given as itself, its id or its name; 0 for none.
local function id_named(register, table_name, which)
  if which == nil then return 0 end
  if type(which) == "number" then return which end
  if type(which) ~= "string" then return which.id end
  for found in register[table_name]:where{name = which} do return found.id end
  errors.complain("ERR_NOT_FOUND", "there is no record called '" .. which .. "' among the " .. table_name,
                  "tidak ada data bernama '" .. which .. "'")
end

--- A named report (bina.reports()) as a view. options: region, scope, on (the day spoken of), since (the
--- earlier day of what came between two), programme and fund (a record, its id or name), system (of size
--- classes), public (keep small numbers back), known (a commit), language; true_on is the older name of on.
function register_methods:report(name, options)
  options = report_options(options)
  local programme = id_named(self, "programmes", options.programme)
  local fund = id_named(self, "funds", options.fund)
  local function run()
    return native.run_report(handle_of(self), name, options.region, options.scope,
                             options.on or options.true_on, options.known or -1,
                             language_number(options.language), options.since, programme, fund,
                             options.system, options.public and true or false)
  end
  run() -- refuses now what is not there
  return view.new(run)
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
  local kind = kinds[key]
  if kind and kind.plural == key then return tables.new(self, kind) end
  errors.complain("ERR_USAGE", "a register has no '" .. tostring(key) .. "'",
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
function M.open(path, options)
  options = open_options(options)
  local mode = modes[options.mode or "open"]
  if not mode then errors.complain("ERR_USAGE", "mode must be open, existing, new or read",
                            "mode harus open, existing, new atau read") end
  local wait = math.floor((options.busy_timeout or 5) * 1000 + 0.5)
  local store = native.open_store(path, mode, options.office, options.actor, options.purpose,
                                  options.store_number or 0, wait > 0 and wait or -1,
                                  language_number(options.language), options.clock or 0)
  return setmetatable({store = store, path = path}, register_metatable)
end

--- Whether a report can speak of any day; others speak of today only.
function M.report_as_of(name) return native.report_as_of(name) end

--- The named reports, and a sentence about each.
function M.reports()
  local found, n = {}, 0
  local name = native.report_at(n)
  while name do
    found[name] = native.report_doc(name, native.ENGLISH)
    n = n + 1
    name = native.report_at(n)
  end
  return found
end


return M
