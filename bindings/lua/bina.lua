--- Bina: one accountable register of small enterprises out of several agencies' lists.
--
--   local bina = require "bina"
--   local shop = bina.Enterprise{name = "Tenun Ikat Lestari", region = "52.03.05.2001", workers = 3}
--
-- Kinds of record are built from the library's descriptions: bina.Enterprise.doc, .fields. Reading a
-- field gives nil where there is no value; setting nil or bina.null clears it; a field that is not
-- named is left alone. Dates are "YYYY-MM-DD", times are ISO 8601 UTC, money is whole rupiah, ids are
-- integers. What the library refuses is raised as a table {code, name, kind, field, rule, file, sheet, line,
-- column, message, pesan}; tostring gives the sentence.


local native = require "bina.native"
local checks = require "bina.checks"
local errors = require "bina.errors"
local files = require "bina.files"
local kinds = require "bina.kinds"
local linking = require "bina.linking"
local looking = require "bina.looking"
local mapping = require "bina.mapping"
local register = require "bina.register"
require "bina.page"
local advancing = require "bina.advancing"
local policies = require "bina.policies"
require "bina.programmes"
local row = require "bina.row"
require "bina.review"
require "bina.submissions"
require "bina.confirming"
local workbook = require "bina.workbook"

local bina = {
  version = native.version(),
  -- registers
  open = register.open, reports = register.reports,
  report_as_of = register.report_as_of, kinds = kinds.kinds, null = row.null,
  -- lists
  read_csv = files.read_csv, read_list = files.read_list, read_yaml = files.read_yaml, write_yaml = files.write_yaml,
  workbook = workbook.open,
  read_mapping = mapping.read_mapping, guess_mapping = mapping.guess_mapping, map_rows = mapping.map_rows,
  link = linking.link, look = looking.look, similarity = require "bina.similarity",
  -- facts
  reference = require "bina.reference", check = checks.check, validators = checks.validators,
  rules = checks.rules, steps_of = advancing.steps_of,
  -- policies
  check_policy = policies.check_policy, policy_facts = policies.policy_facts,
  shipped_policies = policies.shipped_policies, write_policies = policies.write_policies,
  -- complaints
  is_error = errors.is_error, status = errors.status,
}

for name, kind in pairs(kinds.kinds) do
  if name == kind.class then bina[name] = kind end
end

return bina
