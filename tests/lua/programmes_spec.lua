-- Proposing the next batch, and certificates by their code, in Lua.
local bina = require "bina"

describe("a programme", function()
  local reg, programme

  before_each(function()
    reg = bina.open(":memory:", {actor = "Petugas Contoh", clock = 1782777600000})
    programme = reg.programmes:add{name = "Program Uji"}
  end)
  after_each(function() reg:close() end)

  it("is told who may come next, and why", function()
    local topic = reg.topics:add{name = "Olah mete"}
    local batch = reg.batches:add{programme = programme.id, number = 1, activity = "training", topic = topic.id, seats = 1}
    local weak, keen = reg.persons:add{name = "Peserta Contoh"}, reg.persons:add{name = "Peserta Contoh"}
    reg.interests:add{party = weak.id, topic = topic.id, strength = 1}
    reg.interests:add{party = keen.id, topic = topic.id, strength = 5}
    local proposed = reg:propose(batch)
    assert.equal(1, #proposed)
    assert.equal(keen.id, proposed[1].candidate)
    assert.equal("asked for it (5 of 5); was in no batch before", proposed[1].reason)
    assert.equal(2, #reg:propose(batch, {seats = 5}))
  end)

  it("gives certificates that can be told from false ones", function()
    local batch = reg.batches:add{programme = programme.id, number = 1, activity = "training", seats = 1,
                                  state = "completed", evidence = "laporan 2025"}
    local person = reg.persons:add{name = "Peserta Contoh"}
    local done = reg.enrolments:add{batch = batch.id, participant = person.id, state = "completed", evidence = "daftar"}
    local paper = reg.certificates:add{enrolment = done.id, nature = "completion", serial = "UJI/1", issued = "2026-06-01",
                                       began = "2026-06-01"}
    local code = reg.certificates:get(paper.id).verify_code
    local standing, found = reg:certificate(code:lower())
    assert.equal("genuine", standing)
    assert.equal(paper.id, found.id)
    assert.equal("unknown", (reg:certificate("0000-0000-0000")))
    reg:advance(paper, "revoke", {on = "2026-06-02", reason = "mistake"})
    assert.equal("revoked", (reg:certificate(code)))
  end)

  it("runs as docs/programmes.md says", function()
    local here = debug.getinfo(1, "S").source:match("^@(.*)tests/lua/[^/]*$")
    local text = assert(io.open(here .. "docs/programmes.md")):read("a"):match("\n```lua\n(.-)\n```")
    local printed = {}
    local scope = setmetatable({print = function(...)
      for n = 1, select("#", ...) do printed[#printed + 1] = tostring((select(n, ...))) end
    end}, {__index = _G})
    text = text:gsub('"sumenep.db"', '":memory:"')
    text = text:gsub('"programmes.yaml"', function() return ("%q"):format(here .. "tests/docs/programmes.yaml") end)
    assert(load(text, "programmes.md", "t", scope))()
    printed = table.concat(printed, " ")
    assert.truthy(printed:find("2 42 asked for it (4 of 5)", 1, true))
    assert.truthy(printed:find("Pelatihan menurut minat 40 2", 1, true))
  end)
end)
