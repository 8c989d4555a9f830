-- Programmes: the next batch's participants proposed, and certificates told genuine or not.

local native = require "bina.native"
local options_of = require "bina.options"
local register = require "bina.register"
local row = require "bina.row"
local tables = require "bina.table"
local view = require "bina.view"

local STANDINGS = {[0] = "unknown", "genuine", "revoked", "expired"}

local propose_options = options_of"seats"

--- Proposes participants for a batch and gives its nominations by rank, in place of earlier ones. options: seats
-- (how many; else the free ones).
function register.methods:propose(batch, options)
  options = propose_options(options)
  return view.rest(native.batch_propose(tables.handle_of(self), register.id_in(batch), options.seats or 0))
end

--- Looks a certificate up by the code printed on it: "unknown", "genuine", "revoked" or "expired", and its record.
function register.methods:certificate(code)
  local store = tables.handle_of(self)
  local standing = STANDINGS[native.certificate_standing(store, code)]
  if standing == "unknown" then return standing end
  return standing, row.wrap(native.certificate_record(store, code))
end
