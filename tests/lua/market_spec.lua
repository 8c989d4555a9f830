-- The market and credit in Lua; and the blocks of their two pages run.
local bina = require "bina"
local pages = dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "doc_pages.lua")

describe("the market", function()
  local path, reg

  before_each(function()
    path = os.tmpname()
    os.remove(path)
    reg = bina.open(path, {actor = "Petugas Contoh"})
  end)
  after_each(function()
    reg:close()
    for _, ending in ipairs{"", "-wal", "-shm"} do os.remove(path .. ending) end
  end)

  local function shelf()
    local chain = reg.organisations:add{name = "Toko Contoh", nature = "retailer"}
    local maker = reg.enterprises:add{name = "Mete Contoh", activity = "10399", nib = "9120000000001"}
    local product = reg.products:add{maker = maker.id, name = "Mete oven", gtin = "8990000000013", shelf_life = 180}
    reg.licences:add{holder = product.id, nature = "pirt", number = "2053529010001-27", state = "valid",
      issued = "2022-01-05", expires = "2027-01-04"}
    local outlet = reg.outlets:add{retailer = chain.id, name = "Gerai A1", began = "2018-01-01"}
    local listing = reg.listings:add{product = product.id, retailer = chain.id, state = "listed",
      began = "2023-01-02", evidence = "surat ritel"}
    local placement = reg.placements:add{listing = listing.id, outlet = outlet.id, state = "on_shelf", began = "2023-02-10"}
    return outlet, listing, placement
  end

  it("is taught by a page that runs", function()
    shelf()
    assert.same({"1", "0", "false", "listing.agreement"}, pages.run("market.md", {["pasar.db"] = path}))
  end)

  it("ends the placements of a shop that closes, and no listing", function()
    local outlet, listing, placement = shelf()
    reg:advance(outlet, "close", {on = "2023-06-01", reason = "market"})
    assert.equal("ended", reg.placements:get(placement.id).state)
    assert.equal("listed", reg.listings:get(listing.id).state)
    assert.equal(1, #reg:report("placements", {on = "2023-05-31"}):all())
    assert.equal(0, #reg:report("placements", {on = "2023-06-01"}):all())
  end)

  it("follows a loan to its end, as its page does", function()
    local bank = reg.organisations:add{name = "Bank Contoh", nature = "bank"}
    local maker = reg.enterprises:add{name = "Mebel Contoh"}
    local loan = reg.loans:add{borrower = maker.id, bank = bank.id, scheme = "kur", kur_class = "micro",
      requested = 50000000, began = "2023-02-01"}
    reg:advance(loan, "review", {on = "2023-02-06"})
    local ok, refused = pcall(reg.advance, reg, loan, "approve", {on = "2023-02-20", values = {approved = 100000001}})
    assert.is_false(ok)
    assert.equal("loan.ceiling", refused.refusals[1].rule)
    reg:advance(loan, "approve", {on = "2023-02-20", values = {approved = 50000000}})
    reg:advance(loan, "disburse", {on = "2023-03-01",
      values = {contract = "AKAD/1", disbursed_on = "2023-03-01", outstanding = 50000000}})
    reg:advance(loan, "fall_behind", {on = "2023-08-01", values = {outstanding = 42000000}})
    assert.same({"Bank Contoh", "overdue", "42000000", "1"}, pages.run("credit.md", {["kredit.db"] = path}))
    assert.equal("repaid", reg.loans:get(loan.id).state)
  end)
end)
