-- Grants in Lua: the block of docs/grants.md runs, and a handover moves its grant.
local bina = require "bina"

describe("docs/grants.md", function()
  local here = debug.getinfo(1, "S").source:match("^@(.*)tests/lua/[^/]*$")

  it("runs", function()
    local page = assert(io.open(here .. "docs/grants.md")):read("a")
    local text = page:match("\n```lua\n(.-)\n```")
    local printed = {}
    local scope = setmetatable({print = function(...)
      for n = 1, select("#", ...) do printed[#printed + 1] = tostring((select(n, ...))) end
    end}, {__index = _G})
    text = text:gsub('"lotim.db"', '":memory:"')
    text = text:gsub('"grants.yaml"', function() return ("%q"):format(here .. "tests/docs/grants.yaml") end)
    assert(load(text, "grants.md", "t", scope))()
    printed = table.concat(printed, " ")
    assert.truthy(printed:find("lifecycle.paper the step needs a paper", 1, true))
    assert.truthy(printed:find("lifecycle.value the step needs a value for approved", 1, true))
    assert.truthy(printed:find("APBD 2021 30000000 25000000", 1, true))
  end)

  it("follows its handovers", function()
    local reg = bina.open(":memory:", {actor = "Petugas Contoh"})
    reg:load(here .. "tests/docs/grants.yaml")
    local grant = reg.grants:where{code = "HB/2021/7"}:first()
    local decree = reg.documents:where{nature = "decree"}:first()
    reg.funds:update(reg.funds:where{name = "APBD 2021"}:first().id, {ceiling = 30000000})
    reg:advance(grant, "verify", {on = "2021-02-15"})
    reg:advance(grant, "approve", {on = "2021-03-01", paper = decree.id, values = {approved = 30000000}})
    reg:advance(grant, "procure", {on = "2021-05-01"})
    reg.handovers:add{item = reg.grant_items:where{grant = grant.id}:first().id, quantity = 3,
      handed_on = "2021-06-01", bast = reg.documents:where{number = "BAST/9/2021"}:first().id}
    local after = reg.grants:get(grant.id)
    assert.equal("handed_over", after.state)
    assert.equal(30000000, after.delivered)
    reg:close()
  end)
end)
