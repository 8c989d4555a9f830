-- A linkage after its run: who is like a record that is typed, and rows that come, change and go.

local native = require "bina.native"
local sources = require "bina.sources"
local view = require "bina.view"

local M = {}

--- A native record of a table of values or a row.
function M.record_of(values) return sources.cursor_of({values}):next() end

--- Gives a linkage's methods those that work one record at a time. The model and all frequencies stay
-- as the run left them. Values are a table or a row with the columns of the list; what is left out is
-- missing.
function M.extend(methods)
  --- The rows that may be the same as a record that is in no list, the likeliest first: list, row,
  -- entity, weight, probability. Nothing is changed by it. Options: list, the one it would be added to;
  -- most, at most so many (10; 0 for all).
  function methods:match(values, options)
    options = options or {}
    local record, most = M.record_of(values), options.most or 10
    local found = self.linkage:match(options.list, record, most)
    return view.new(function()
      local cursor = found or self.linkage:match(options.list, record, most)
      found = nil
      return cursor
    end)
  end

  --- Why a record that is in no list weighs what it weighs with a row, as explain.
  function methods:match_explain(values, list_b, row_b, options)
    local record, list = M.record_of(values), options and options.list
    self.linkage:match_explain(list, record, list_b, row_b) -- refuses now what is not there
    return view.new(function() return self.linkage:match_explain(list, record, list_b, row_b) end)
  end

  --- Adds a row to a list and gives its number; entities and pairs follow.
  function methods:insert(list, values) return self.linkage:insert(list, M.record_of(values)) end

  --- Gives a row other values: all of them.
  function methods:change(list, number, values)
    self.linkage:change(list, number, M.record_of(values))
  end

  --- Takes a row out; its number is not given again.
  function methods:remove(list, number) self.linkage:remove(list, number) end
end

--- Gives a register's methods the question whether what is typed is in it already.
function M.extend_register(methods, handle_of)
  local matchers = setmetatable({}, {__mode = "k"})

  --- The registrants that an enterprise being typed may be, the likeliest first: id, number, name,
  -- owner_name, region, probability, weight, reason, alasan.
  --
  --   for twin in reg:match{["nama pemilik"] = "Siti Aminah", desa = "Pringgasela"} do ... end
  --
  -- Values are a table whose names are understood as the columns of a list are, or a row of
  -- enterprises or source records. The first call links the whole register; the next ones take
  -- milliseconds and follow what was written since. Options: most (5; 0 for all).
  function methods:match(values, options)
    local handle, record = handle_of(self), M.record_of(values)
    local most = options and options.most or 5
    matchers[self] = matchers[self] or native.matcher_open(handle)
    local matcher = matchers[self]
    local found = matcher:match(record, most)
    return view.new(function()
      local cursor = found or matcher:match(record, most)
      found = nil
      return cursor
    end)
  end

  --- Lets the next match link the whole register anew, as after many lists were read.
  function methods:forget_matches() matchers[self] = nil end
end

return M
