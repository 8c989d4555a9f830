-- No binding call keeps memory: each is called many times, and the process must not have grown.
-- collectgarbage("count") does not see what C allocates, so the resident size is measured.
local bina = require "bina"
local native = require "bina.native"

local function resident()
  local statm = assert(io.open("/proc/self/statm"))
  local pages = statm:read("l"):match("^%d+ (%d+)")
  statm:close()
  return math.tointeger(pages) * 4096
end

-- Lua does not know how much C memory waits for its collector, so it is told to collect now and then.
local function round(call, times)
  for n = 1, times do
    call()
    if n % 500 == 0 then collectgarbage() end
  end
  collectgarbage()
  collectgarbage()
end

-- Bytes by which the process grew in the round after the first in which it grew least: what is lost is lost in
-- each, while pages that the allocator did not give back at once (how many hangs on which tests came before, and
-- their order differs from run to run) are taken again in the next.
local function grows(call, times)
  local least = math.huge
  round(call, times)
  for _ = 1, 4 do
    local before = resident()
    round(call, times)
    least = math.min(least, resident() - before)
    if least < 1000000 then break end
  end
  return least
end

local shop = bina.Enterprise{name = "Tenun Ikat", workers = 12}
local description = native.kind_description(native.kind_find("enterprise"))

local function rows_cursor()
  local rows = native.Rows(description)
  local record = native.Record(description)
  for _ = 1, 3 do rows:add(record) end
  return native.rows_to_cursor(rows)
end

local missing = bina.read_csv("/nonexistent/a.csv")

local calls = {
  ["make a record"] = function() return bina.Enterprise{name = ("x"):rep(200), workers = 3} end,
  ["set a text"] = function() shop.name = ("N"):rep(1000); shop.name = nil end,
  ["read fields"] = function() return shop.name, shop.workers, shop.sentra end,
  ["fields"] = function() return shop:fields() end,
  ["tostring"] = function() return tostring(shop) end,
  ["refuse a type"] = function() pcall(bina.Enterprise, {workers = "x"}) end,
  ["refuse a field"] = function() pcall(bina.Enterprise, {nmae = "x"}) end,
  ["describe"] = function() return native.kind_description(12):field_doc(3) end,
  ["describe at run time"] = function()
    native.Description("row", ""):add_field("a", native.TYPE_TEXT, nil, nil, 0)
  end,
  ["rows to cursor, read"] = function() return rows_cursor():next():get(3) end,
  ["rows to cursor, not read"] = rows_cursor,
  ["check"] = function() return bina.check("nik", "5203014101800001").facts.born end,
  ["check, no such"] = function() pcall(bina.check, "passport", "x") end,
  ["file not there"] = function() pcall(missing.first, missing) end,
  ["faults"] = function() return native.Faults(0):cursor() end,
  ["linkage not run"] = function() return native.Linkage(nil) end,
}

local register = bina.open(":memory:", {actor = "Petugas"})
local shops = register.enterprises
local first = shops:add{name = "Tenun", workers = 3}
for n = 1, 20 do shops:add{name = "Usaha " .. n, workers = n} end

local register_calls = {
  ["get"] = {5000, function() return shops[first.id].name end},
  ["get what is not there"] = {5000, function() return shops[12345] end},
  ["query"] = {2000, function()
    return shops:where{workers__ge = 3, workers__in = {3, 4}}:order_by("-name"):limit(3):all()
  end},
  ["query, half read"] = {2000, function() return shops:open_cursor():next() end},
  ["query refused"] = {5000, function() pcall(shops.count, shops:where{workers = "x"}) end},
  ["add refused"] = {5000, function() pcall(register.persons.add, register.persons, {sex = "female"}) end},
  ["rolled back"] = {2000, function()
    pcall(register.transaction, register, "why", function() shops:add{name = "x"} error("stop") end)
  end},
  ["report"] = {1000, function() return register:report("lists"):all() end},
  ["open, close"] = {100, function() bina.open(":memory:"):close() end},
  ["not opened"] = {2000, function() pcall(bina.open, "/nonexistent/a.db") end},
  ["regions"] = {2000, function() return bina.reference.region("52.03").name end},
}

describe("memory of registers", function()
  for name, call in pairs(register_calls) do
    it("is given back by: " .. name, function()
      assert.truthy(grows(call[2], call[1]) < 2000000)
    end)
  end
end)

describe("memory", function()
  for name, call in pairs(calls) do
    it("is given back by: " .. name, function()
      -- 20,000 times a lost object of 100 bytes would show.
      assert.truthy(grows(call, 20000) < 2000000)
    end)
  end

  it("is given back by linking", function()
    local rows = {}
    for n = 1, 40 do rows[n] = {nama = "Tenun " .. n % 7, desa = "Desa " .. n % 5} end
    assert.truthy(grows(function()
      local result = bina.link{a = rows, b = rows}
      result:explain("a", 1, "b", 1):all()
      return result:pairs():first(), result:settings(), #result:entities():all()
    end, 100) < 3000000)
  end)

  it("is handed over but once", function()
    local rows = native.Rows(native.kind_description(native.kind_find("enterprise")))
    assert.is.userdata(native.rows_to_cursor(rows))
    local done, complaint = pcall(native.rows_to_cursor, rows)
    assert.is_false(done)
    assert.equal("ERR_USAGE", complaint.name)
  end)
end)
