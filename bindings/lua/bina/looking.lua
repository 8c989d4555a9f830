-- A first look at lists: one page, nothing is stored.

local native = require "bina.native"
local language_number = require "bina.languages"
local options_of = require "bina.options"
local row = require "bina.row"
local task = require "bina.task"
local view = require "bina.view"

local M = {}

local look_options = options_of"language out region examples places progress"

--- Looks at one list or several (CSV files or workbooks): bina.look{"disperin.xlsx", "diskop.csv", out = "look.html"}.
--
-- Gives the figures (rows, enterprises, at_least, at_most, groups, twins, on_all, ...; page holds the HTML when no
-- out was said) and what is wrong in the lists. language is "en" or "id"; region the Kemendagri code of rows that name
-- no regency; examples how many pairs are shown of every two lists; places how many cells of a rule that is broken.
-- progress(stage, done, total) is called as it goes.
function M.look(given)
  if type(given) == "string" then given = {given} end
  local paths, named = table.move(given, 1, #given, 1, {}), {}
  for key, value in pairs(given) do
    if math.type(key) ~= "integer" then named[key] = value end
  end
  look_options(named)
  local faults = native.Faults(1000000)
  local figures = task.run(native.look(paths, language_number(given.language), given.out, given.region, faults, given.examples or 0,
                                       given.places or 0, 0), given.progress)
  return row.wrap(figures), view.new(function() return faults:cursor() end)
end

return M
