-- After-care and production in Lua; and the blocks of their two pages run.
local bina = require "bina"
local pages = dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "doc_pages.lua")

describe("after-care", function()
  local path, reg

  before_each(function()
    path = os.tmpname()
    os.remove(path)
    reg = bina.open(path, {actor = "Baiq Contoh"})
  end)
  after_each(function()
    reg:close()
    for _, ending in ipairs{"", "-wal", "-shm"} do os.remove(path .. ending) end
  end)

  it("is taught by a page that runs", function()
    reg.groups:add{name = "KUB Melati"}
    local printed = pages.run("after-care.md", {["lotim.db"] = path})
    assert.same({"false", "outcome.officer"}, printed)
    assert.equal("held", reg.visits:first().state)
    assert.equal("2026-05-04", reg.visits:first().held_on)
  end)

  it("moves a tool by what is found of it", function()
    local tool = reg.assets:add{name = "Mesin jahit", tag = "MJ-01", began = "2025-03-01"}
    local survey = reg.surveys:add{name = "Survei", began = "2026-01-02"}
    reg:advance(survey, "open", {on = "2026-01-05", values = {issued_until = "2025-12-31"}})
    local found = reg.inspections:add{survey = survey.id, asset = tool.id, visited = "2026-01-06", presence = "absent"}
    assert.equal("missing", reg.assets:get(tool.id).state)
    local line = reg:report("asset_survey"):first()
    assert.equal(1, line.lost)
    assert.equal(100.0, line.coverage)
    local ok, refused = pcall(reg.inspections.update, reg.inspections, found.id, {presence = "seen"})
    assert.is_false(ok)
    assert.equal("inspection.condition", refused.refusals[1].rule)
  end)

  it("holds the chain of production", function()
    local programme = reg.programmes:add{name = "Masker", state = "running", began = "2020-06-01", evidence = "SK"}
    local maker = reg.persons:add{name = "Penjahit Contoh"}
    local issue = reg.material_issues:add{programme = programme.id, maker = maker.id, material = "kain", quantity = 300,
      unit = "cm", issued = "2020-07-01", product = "masker kain", expected = 25, output_unit = "lembar"}
    local receipt = reg.output_receipts:add{issue = issue.id, received = "2020-08-01", accepted = 24, rejected = 1}
    local ok, refused = pcall(reg.buy_backs.add, reg.buy_backs, {receipt = receipt.id, quantity = 25, price = 5000})
    assert.is_false(ok)
    assert.equal("buy_back.accepted", refused.refusals[1].rule)
    reg.buy_backs:add{receipt = receipt.id, quantity = 24, price = 5000, paid = "2020-08-10"}
    local printed = pages.run("production.md", {["ntt.db"] = path})
    assert.same({"masker kain", "24", "false", "24 yang dibeli masih dalam persediaan"}, printed)
  end)
end)
