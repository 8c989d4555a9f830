-- Numbers on papers, and what is wrong with them.

local native = require "bina.native"
local options_of = require "bina.options"
local row = require "bina.row"

local M = {}

local check_options = options_of"today"

--- Reads the text of a cell as a number of some paper: bina.check("nik", cell). Gives a table: ok, normal
-- (the form in which two spellings are equal), facts (what it says: a row), complaints (a list of error
-- tables with severity, none of them raised). options.today is the day to reason by.
function M.check(what, text, options)
  local reading = native.check(what, text, check_options(options).today)
  local complaints = {}
  for n = 0, reading:count() - 1 do complaints[n + 1] = reading:complaint(n) end
  return {what = what, ok = reading:ok(), normal = reading:normal(), facts = row.wrap(reading:facts()),
          complaints = complaints}
end

--- What can be checked: a sentence by name.
function M.validators()
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
function M.rules(what)
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

return M
