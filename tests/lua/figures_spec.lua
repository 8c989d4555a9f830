-- Adding figures that people declared, in Lua.
local bina = require "bina"

describe("figures declared", function()
  local reg

  local function figure(low, unit, category)
    return reg.figures:add{what = "count", unit = unit, category = category, region = "53.04", low = low,
                           qualifier = "exact"}
  end

  before_each(function() reg = bina.open(":memory:") end)
  after_each(function() reg:close() end)

  it("add where the unit is one", function()
    local sum = reg:sum_figures{figure(85, "enterprise", "a"), figure(12, "enterprise", "b")}
    assert.equal(97, sum.low)
    assert.equal("exact", sum.qualifier)
  end)

  it("do not add where units differ", function()
    local ok, caught = pcall(reg.sum_figures, reg, {figure(85, "enterprise", "a"), figure(60, "group", "b")})
    assert.is_false(ok)
    assert.equal("ERR_REFUSED", caught.name)
    assert.equal("figure.unit", caught.refusals[1].rule)
  end)
end)
