-- Policies: dated thresholds and conditions, each with its regulation.

local native = require "bina.native"
local files = require "bina.files"
local options_of = require "bina.options"
local register = require "bina.register"
local tables = require "bina.table"
local view = require "bina.view"

local M = {}

local try_options = options_of"on"

--- Finds every fault in a file of policies; what it raises has them in .faults, with line and column.
function M.check_policy(path)
  files.with_faults(function(faults) return native.policy_check(path, faults) end)
end

--- What conditions may look at: name, type, words, unit, compares, doc, keterangan.
function M.policy_facts()
  return view.new(function() return native.policy_facts() end)
end

--- Every rule the library ships, or those in force on a day.
function M.shipped_policies(on)
  return view.new(function() return native.policy_list(nil, on) end)
end

--- Writes the shipped policies (or one) as YAML that check_policy takes, to start an own from.
function M.write_policies(path, name)
  native.policy_write(nil, name, path)
end

--- Checks a file of policies and stores them, in one commit: all, or at any fault nothing. Gives how many
-- policies and rules were added and how many updated.
function register.methods:load_policy(path)
  return files.with_faults(function(faults) return native.policy_load(tables.handle_of(self), path, faults) end)
end

--- What a policy (by its name, or a .yaml file) would decide on a record, and why: a row for every condition,
-- whose `met` is true, false, or nil where it is not asked. options: on (the day; else today).
function register.methods:try_policy(policy, record, options)
  local id, on = register.id_in(record), try_options(options).on
  return view.new(function()
    return files.with_faults(function(faults)
      return native.policy_try(tables.handle_of(self), policy, id, on, faults)
    end)
  end)
end

--- Every rule of the register's policies and then of the shipped, or those in force on a day.
function register.methods:policy_rules_in_force(on)
  return view.new(function() return native.policy_list(tables.handle_of(self), on) end)
end

--- Writes the policies the register stores (or those of one name) as YAML.
function register.methods:write_policies(path, name)
  native.policy_write(tables.handle_of(self), name, path)
end

return M
