-- Record linkage.

local native = require "bina.native"
local errors = require "bina.errors"
local files = require "bina.files"
local matching = require "bina.matching"
local nearest = require "bina.nearest"
local options_of = require "bina.options"
local row = require "bina.row"
local scoring = require "bina.scoring"
local sources = require "bina.sources"
local task = require "bina.task"
local view = require "bina.view"

local M = {}

local sections = {options = "options", list = "list", lists = "list", column = "column",
                  columns = "column", comparison = "comparison", comparisons = "comparison",
                  blocking = "blocking", model = "model", parameter = "parameter",
                  parameters = "parameter"}

local settings_parts = {"options", "list", "column", "comparison", "blocking"}
local parts = {"options", "list", "column", "comparison", "blocking", "model", "parameter"}

local function complain_of_part(name, settings)
  local known = {}
  for section in pairs(sections) do known[#known + 1] = section end
  table.sort(known)
  local meant, maksud = nearest.meant(name, known)
  if row.slots_of(settings:description("options"))[name] then
    meant = "it is an option: settings = {options = {" .. name .. " = ...}}"
    maksud = "itu pilihan: settings = {options = {" .. name .. " = ...}}"
  end
  errors.complain("ERR_USAGE", "settings have no part '" .. name .. "'; " .. meant,
                  "setelan tidak punya bagian '" .. name .. "'; " .. maksud)
end

local function check_table(what, apa, given)
  if type(given) == "table" then return end
  errors.complain("ERR_USAGE", what .. ", not " .. type(given), apa .. ", bukan " .. type(given))
end

local function add_part(settings, part, item)
  check_table("'" .. part .. "' of the settings is a table of fields, or a list of such",
              "'" .. part .. "' pada setelan itu tabel isian, atau daftarnya", item)
  local filled = row.fill(row.wrap(native.Record(settings:description(part))), item)
  settings:add(filled[row.RECORD], nil, 0)
end

--- Native settings from a table or from a YAML file; options are those that count where nothing else is said.
function M.settings_of(given, options)
  if not given and not options then return nil end
  local settings = native.LinkageSettings()
  if options then add_part(settings, "options", options) end
  if not given then return settings end
  if type(given) == "string" then
    local descriptions = {}
    for n, name in ipairs(parts) do descriptions[n] = settings:description(name) end
    local document = files.with_faults(function(faults) return native.yaml_read(given, descriptions, faults) end)
    for n = 0, document:count() - 1 do
      settings:add(document:record(n), given, (document:line(n, -1)))
    end
    return settings
  end
  check_table("settings are a table, or the path of a YAML file", "setelan itu tabel, atau berkas YAML", given)
  for name, items in pairs(given) do
    local section = sections[name] or complain_of_part(tostring(name), settings)
    if type(items) ~= "table" or #items == 0 and next(items) ~= nil then items = {items} end
    for _, item in ipairs(items) do add_part(settings, section, item) end
  end
  return settings
end

local save_options = options_of"model"

local linkage_methods = {}
local linkage_metatable = {__index = linkage_methods}
matching.extend(linkage_methods)

local function result_view(linkage, method, ...)
  local arguments = table.pack(...)
  return view.new(function()
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

--- Given pairs with their weight, probability and the level of every field. pairs: a path, a view, or a list of
-- tables {list_a, row_a, list_b, row_b}, by name or by place; rows are counted from 1.
function linkage_methods:score(pairs)
  local linkage = self.linkage
  if type(pairs) == "table" and not pairs.open_cursor then pairs = scoring.named(pairs) end
  return view.new(function() return linkage:score(sources.cursor_of(pairs)) end)
end

local function parts_of(linkage, names)
  local settings = {}
  for _, name in ipairs(names) do
    settings[name] = {}
    for found in result_view(linkage, "effective", name) do
      table.insert(settings[name], found:fields())
    end
  end
  return settings
end

--- Pairs to ask people about, those first whose verdicts put most right: list_a, row_a, list_b, row_b, weight,
-- probability, gain and alike. Give the answers to the next bina.link as verdicts.
function linkage_methods:questions(most) return result_view(self.linkage, "questions", most or 100) end

--- The settings as they were applied, proposals included; they can be given to the next run.
function linkage_methods:settings() return parts_of(self.linkage, settings_parts) end

--- The settings with the fitted model. A linkage with them fits nothing: on the same lists every weight is the
-- same, to the last bit.
function linkage_methods:model() return parts_of(self.linkage, parts) end

--- Writes the settings as YAML, with the fitted model (options.model = false: without), to be edited and given
-- to bina.link as settings.
function linkage_methods:save(path, options)
  local rows = {}
  for _, name in ipairs(save_options(options).model == false and settings_parts or parts) do
    local description = self.linkage:effective(name):description()
    for found in result_view(self.linkage, "effective", name) do
      rows[#rows + 1] = row.fill(row.wrap(native.Record(description)), found:fields())
    end
  end
  files.write_yaml(rows, path)
end

--- One row: lists, rows, entities, shared (of more than one row), links, doubtful, unlinkable, and the precision
-- and recall that the model expects.
function linkage_methods:summary() return result_view(self.linkage, "summary"):first() end

--- What the model expects at each of some twenty thresholds: links, right, wrong, missed, precision, recall, f1.
function linkage_methods:expectations() return result_view(self.linkage, "expectations", 0) end

--- What the model expects of links from one threshold (a probability) on.
function linkage_methods:expected(threshold)
  return result_view(self.linkage, "expectations", threshold):first()
end

--- How many compared pairs weigh how much, in bins so wide (1): from, to, pairs, matches.
function linkage_methods:histogram(width) return result_view(self.linkage, "histogram", width or 1) end

--- Rows that say too little to be linked, even to a row just like them: file, row, weight, probability, missing.
function linkage_methods:unlinkable() return result_view(self.linkage, "unlinkable") end

--- Which fields rows lack, how many rows, and how many of them cannot be linked for it.
function linkage_methods:gaps() return result_view(self.linkage, "gaps") end

function linkage_metatable:__tostring()
  return "bina linkage of " .. table.concat(self.names, ", ")
end

-- A verdict in the order of the library, however it is given.
local function verdict_of(given)
  check_table("a verdict is {list_a, row_a, list_b, row_b, same}, by place or by name",
              "putusan itu {list_a, row_a, list_b, row_b, same}, menurut urutan atau nama", given)
  local verdict = {}
  for n, name in ipairs{"list_a", "row_a", "list_b", "row_b", "same"} do
    verdict[n] = given[n]
    if #given == 0 then verdict[n] = given[name] end
    if verdict[n] == nil or (n == 5 and type(verdict[n]) ~= "boolean") then
      errors.complain("ERR_USAGE", "'" .. name .. "' of a verdict is " ..
                        (n == 5 and "true or false, not " .. tostring(verdict[n]) or "missing"),
                      "'" .. name .. "' pada putusan " ..
                        (n == 5 and "itu true atau false, bukan " .. tostring(verdict[n]) or "tidak ada"))
    end
  end
  return table.unpack(verdict, 1, 5)
end

-- Verdicts as a list: of a file or a view its rows. only: the one list there is.
local function verdicts_of(given, only)
  local from_rows = type(given) == "string" or type(given) == "table" and given.open_cursor
  if not from_rows then
    check_table("verdicts are a list, a file or a view", "putusan itu daftar, berkas, atau view", given)
    return given
  end
  only = only and (type(only) == "string" and only or "list 1") or nil
  local cursor = sources.cursor_of(given)
  local slots = row.slots_of(cursor:description())
  if not slots.same then
    errors.complain("ERR_USAGE", 'verdicts need a column "same"', 'putusan memerlukan kolom "same"')
  end
  return scoring.answered(view.new(function() return cursor end), only)
end

local reserved = {settings = true, verdicts = true, progress = true, fit_only = true}

-- Complains of a key that is no list but an option, misspelt or in the wrong place.
local function refuse_option(name, source)
  local rows = type(source) == "table" and (source.open_cursor or #source > 0 or next(source) == nil)
  if rows or type(source) == "string" and not source:find("%.ya?ml$") then return end
  local options = row.slots_of(native.LinkageSettings():description("options"))
  local known = {"settings", "verdicts", "progress", "fit_only"}
  for option in pairs(options) do known[#known + 1] = option end
  table.sort(known)
  local meant = nearest.of(name == "threshold" and "link" or name, known)
  if options[meant] then
    meant = "settings = {options = {" .. meant .. " = " .. tostring(source) .. "}}"
  end
  if meant then
    errors.complain("ERR_USAGE", "'" .. name .. "' is no list of rows; did you mean " .. meant .. "?",
                    "'" .. name .. "' bukan daftar baris; maksudnya " .. meant .. "?")
  end
end

--- Links lists: bina.link{"dinas.csv", "koperasi.csv"} or bina.link{dinas = view, koperasi = {{nama = ...}}}.
--
-- A file is called by its path, other sources by their key or "list 1", "list 2", ... Without settings
-- everything is decided from the data; settings are a table or a YAML file, such as linkage:save writes, and with a
-- model in them nothing is fitted. verdicts are what people decided: {{list_a, row_a, list_b, row_b, same}}, or by
-- name, or a file or view with these columns, as questions and a column "same" of yes and no. An option stands in settings = {options = {link = 0.9}}.
-- progress(stage, done, total) is called as it goes (not with fit_only); what it returns does not matter, an error
-- that it raises stops the work. fit_only: no pair is looked for and no entity made, for there is
-- only to be scored what is given to score.
function M.link(given)
  if type(given) ~= "table" then
    errors.complain("ERR_USAGE", 'bina.link takes a table of lists: bina.link{"a.csv", "b.csv"}',
                    'bina.link memerlukan tabel daftar: bina.link{"a.csv", "b.csv"}')
  end
  -- As many threads as there are cores, unless the settings say otherwise.
  local linkage = native.Linkage(M.settings_of(given.settings, {threads = 0}))
  local names = {}
  for n, source in ipairs(given) do
    linkage:add_list(type(source) == "string" and source or "list " .. n,
                     sources.cursor_of(source, false, "#row"))
  end
  for name in pairs(given) do
    if type(name) == "string" and not reserved[name] then
      refuse_option(name, given[name])
      names[#names + 1] = name
    end
  end
  table.sort(names)
  for _, name in ipairs(names) do linkage:add_list(name, sources.cursor_of(given[name], false, "#row")) end
  if #given + #names == 0 then
    errors.complain("ERR_USAGE", "there is nothing to link", "tidak ada yang bisa dipadankan")
  end
  for _, verdict in ipairs(verdicts_of(given.verdicts or {}, #given + #names == 1 and (names[1] or given[1]))) do
    linkage:add_verdict(verdict_of(verdict))
  end
  if given.fit_only then linkage:fit() else task.run(linkage:start(), given.progress) end
  for n = #given, 1, -1 do table.insert(names, 1, type(given[n]) == "string" and given[n] or "list " .. n) end
  return setmetatable({linkage = linkage, names = names}, linkage_metatable)
end

return M
