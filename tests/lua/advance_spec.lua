-- Steps of lifecycles in Lua.
local bina = require "bina"

describe("a lifecycle", function()
  local reg, visit

  before_each(function()
    reg = bina.open(":memory:", {actor = "Petugas Contoh"})
    local person = reg.persons:add{name = "Rahmi Contoh"}
    visit = reg.visits:add{party = person.id, due = "2020-11-01", began = "2020-10-01"}
  end)
  after_each(function() reg:close() end)

  it("moves on by steps", function()
    local after = reg:advance(visit, "hold", {on = "2020-11-02", values = {findings = "alat lengkap"}})
    assert.equal("held", after.state)
    assert.equal("2020-11-02", reg.steps:where{subject = visit.id}:first().taken)
  end)

  it("tells every condition that is not met", function()
    local ok, caught = pcall(reg.advance, reg, visit, "skip", {on = "2020-09-01"})
    assert.is_false(ok)
    assert.equal("ERR_REFUSED", caught.name)
    assert.equal(2, #caught.refusals)
    assert.equal("lifecycle.order", caught.refusals[1].rule)
    assert.equal("lifecycle.reason", caught.refusals[2].rule)
    assert.equal("scheduled", reg.visits:get(visit.id).state)
  end)

  it("refuses an update of the state, with the reason", function()
    local ok, caught = pcall(reg.visits.update, reg.visits, visit.id, {state = "held"})
    assert.is_false(ok)
    assert.equal("lifecycle.update", caught.refusals[1].rule)
  end)

  it("says which steps there are", function()
    local verbs = {}
    for step in reg:steps_possible(visit) do verbs[step.verb] = step.allowed end
    assert.is_true(verbs.hold)
    assert.is_not_nil(bina.steps_of("visit"):first())
    assert.equal(0, #reg:advance_due())
  end)

  -- What is misspelt and passed over would act for real, or today.
  it("refuses options it does not know", function()
    local function complaint(name, ...)
      local ok, caught = pcall(reg[name], reg, ...)
      assert.is_false(ok)
      assert.equal("ERR_USAGE", caught.name)
      return caught
    end
    local misspelt = complaint("advance", visit, "hold", {dryrun = true})
    assert.truthy(misspelt.message:find("'dryrun'; did you mean 'dry_run'?", 1, true))
    assert.truthy(misspelt.pesan:find("maksudnya 'dry_run'?", 1, true))
    assert.equal("scheduled", reg.visits:get(visit.id).state)
    complaint("advance", visit, "hold", "today")
    complaint("advance_due", {onn = "2020-11-02"})
    assert.truthy(complaint("report", "follow_up", {day = "2020-11-02"}).message:find("region, scope, on, since", 1, true))
    complaint("report", "follow_up", {onn = "2020-11-02"})
    complaint("propose", visit, {seat = 1})
    complaint("review", {limits = 1})
    complaint("import_list", "absent.csv", {whole_file = true})
    assert.is_false(pcall(bina.open, ":memory:", {actr = "Petugas Contoh"}))
    assert.is_false(pcall(reg.visits.as_of, reg.visits, nil, {know = 1}))
  end)
end)
