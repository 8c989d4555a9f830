-- Pages: issued, printed again to the letter, and refused when they are not there.

local bina = require "bina"

local function register()
  local reg = bina.open(":memory:", {office = "52.03/1", actor = "L. Alwan Wijaya"})
  reg.enterprises:add{name = "Tenun <Ikat>", scope = "industry", region = "52.03.05.2001"}
  return reg
end

describe("a statement", function()
  it("is issued once and printed again the same to the letter", function()
    local reg = register()
    local page = reg:statement("500.9/12/2026", {
      issue = true, place = "Selong", office = "Dinas Perindustrian",
      signatories = {"Kepala Dinas: Hj. Siti Aminah", "Kepala Bidang: Lalu Amin"}})
    assert.truthy(tostring(page):find("Nomor: 500.9/12/2026", 1, true))
    assert.truthy(page:html():find("Lalu Amin", 1, true))
    assert.equal(#page, #tostring(page))
    reg.enterprises:add{name = "Bambu", scope = "industry", region = "52.03.05.2001"}
    assert.equal(tostring(page), tostring(reg:statement("500.9/12/2026")))
    assert.truthy(tostring(reg:statement("500.9/12/2026", {language = "en"})):find("Number: 500.9/12/2026", 1, true))
    assert.equal(1, reg.statements:count())
    local ok, caught = pcall(reg.statement, reg, "500.9/12/2026", {issue = true})
    assert.is_false(ok)
    assert.equal("ERR_DUPLICATE", caught.name)
  end)

  it("is a draft before, and nothing when its number was never given", function()
    local reg = register()
    assert.truthy(tostring(reg:statement()):find("DRAF, belum diterbitkan", 1, true))
    local ok, caught = pcall(reg.statement, reg, "1")
    assert.is_false(ok)
    assert.equal("ERR_NOT_FOUND", caught.name)
  end)

  it("is written into a file", function()
    local path = os.tmpname()
    local page = register():statement(nil, {language = "en"})
    page:write(path)
    local file <close> = assert(io.open(path))
    assert.equal(tostring(page), file:read("a"))
    os.remove(path)
  end)
end)

describe("a card", function()
  it("shows personal numbers for a purpose only, and notes it", function()
    local reg = register()
    local owner = reg.persons:add{name = "Inaq Sari", nik = "5203014101800001"}
    local shop = reg.enterprises:first()
    reg.ownerships:add{party = owner.id, enterprise = shop.id, role = "owner"}
    local masked = tostring(reg:card(shop.number))
    assert.is_nil(masked:find("5203014101800001", 1, true))
    assert.truthy(masked:find("Tenun &lt;Ikat&gt;", 1, true))
    local commit = reg:last_commit()
    local shown = tostring(reg:card(shop, {purpose = "verifikasi", language = "en"}))
    assert.truthy(shown:find("5203014101800001", 1, true))
    assert.equal(commit + 1, reg:last_commit())
  end)
end)
