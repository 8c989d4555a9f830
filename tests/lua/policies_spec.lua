-- Policies in Lua: the file of docs/policies.md, checked, tried and loaded.
local bina = require "bina"

local file = (os.getenv("BINA_SOURCE") or ".") .. "/tests/data/policies.yaml"

describe("policies", function()
  local reg, group

  before_each(function()
    reg = bina.open(":memory:", {actor = "Petugas Contoh"})
    reg.programmes:add{name = "Peralatan untuk kelompok"}
    reg.programmes:add{name = "Masker dan kelor"}
    group = reg.groups:add{name = "KUB Contoh", region = "52.03.06"}
  end)
  after_each(function() reg:close() end)

  it("are tried from a file, and loaded", function()
    bina.check_policy(file)
    local met = {}
    for row in reg:try_policy(file, group, {on = "2021-06-02"}) do met[row.rule] = row.met end
    assert.same({["eligibility.kind"] = true, ["eligibility.members"] = false, ["eligibility.region"] = true}, met)
    local added = reg:load_policy(file)
    assert.equal(10, added)
    assert.equal(3, reg.policies:count())
  end)

  it("tell their faults", function()
    local path = os.tmpname()
    local out = assert(io.open(path, "w"))
    out:write("policies:\n  - name: a\n    version: '1'\n    regulation: Decree\n    policy_rules:\n")
    out:close()
    local ok, caught = pcall(bina.check_policy, path)
    os.remove(path)
    assert.is_false(ok)
    local rules = {}
    for fault in caught.faults do rules[fault.rule] = fault.line end
    assert.equal(2, rules["policy.valid_from"])
    assert.equal(2, rules["policy.empty"])
  end)

  it("are shipped with days and regulations", function()
    local found
    for row in bina.shipped_policies("2021-04-01") do
      if row.rule == "retail.trading_terms" then found = row end
    end
    assert.equal("1500", found.value)
    assert.equal("Permendag 23/2021 Art. 11", found.regulation)
    local facts = 0
    for _ in bina.policy_facts() do facts = facts + 1 end
    assert.is_true(facts > 30)
    assert.is_not_nil(reg:policy_rules_in_force():first())
  end)

  it("are written as YAML", function()
    local path = os.tmpname()
    bina.write_policies(path, "sentra")
    bina.check_policy(path)
    reg:load_policy(file)
    reg:write_policies(path)
    bina.check_policy(path)
    os.remove(path)
  end)
end)
