-- bina.open: records into one file and out again.
local bina = require "bina"

local path = os.tmpname()

local function fresh(options)
  for _, ending in ipairs{"", "-wal", "-shm"} do os.remove(path .. ending) end
  options = options or {}
  options.office, options.actor = "52.03/1", "Petugas"
  return bina.open(path, options)
end

local function names(view)
  local found = {}
  for row in view do found[#found + 1] = row.name or "-" end
  return found
end

describe("a register", function()
  local reg, shops

  before_each(function()
    reg = fresh()
    shops = reg.enterprises
    shops:add_many{
      {name = "Tenun Lestari", region = "52.03.05.2001", workers = 3, status = "active"},
      {name = "Bambu Jaya", region = "52.03.06.2001", workers = 8, status = "active"},
      {name = "Kerupuk Ikan", region = "52.71.01.1001", workers = 5, status = "paused"},
      {workers = 1, region = "52.03.05.2002"},
    }
  end)

  after_each(function() reg:close() end)
  teardown(function() os.remove(path) end)

  it("has the day it is at the office", function()
    reg:close()
    reg = fresh{clock = 1604854800000} -- 2020-11-08T17:00:00Z is past midnight in Lombok
    assert.equal("2020-11-09", reg:today())
  end)

  it("gives a record back as it went in", function()
    local shop = shops:add{name = "Gerabah", sales = 150000000, latitude = -8.5}
    assert.equal("integer", math.type(shop.id))
    local again = shops[shop.id]
    assert.equal("Gerabah", again.name)
    assert.equal(150000000, again.sales)
    assert.equal(-8.5, again.latitude)
    assert.equal(shop.id, shops:get(shop.number).id)
    assert.equal("Gerabah", reg:get(shop.id).name)
    assert.is_nil(shops[12345])
  end)

  it("answers conditions", function()
    assert.same({"Bambu Jaya", "Tenun Lestari"},
                names(shops:where{region__under = "52.03", workers__ge = 3}:order_by("-workers")))
    assert.same({"Tenun Lestari"}, names(shops:where{name__prefix = "T"}))
    assert.equal(2, shops:where{workers__in = {5, 8}}:count())
    assert.equal(0, shops:where{workers__in = {}}:count())
    assert.equal(1, shops:where{name = bina.null}:count())
    assert.equal(3, #shops:where{name__null = false})
    assert.equal(2, shops:where_any{{workers = 8}, {status = "paused"}}:count())
    assert.equal(2, #shops:limit(2):all())
    assert.is_nil(shops:where{workers = 99}:first())
  end)

  it("refuses misspelt conditions at once", function()
    assert.equal("ERR_USAGE", select(2, pcall(shops.where, shops, {wrokers = 1})).name)
    assert.equal("ERR_USAGE", select(2, pcall(shops.where, shops, {workers__gte = 1})).name)
    assert.equal("workers", select(2, pcall(function()
      return shops:where{workers = "x"}:count()
    end)).field)
  end)

  it("refuses lost updates", function()
    local shop = shops:where{name = "Tenun Lestari"}:first()
    local stale = shops[shop.id]
    shop.workers = 4
    assert.equal(2, shops:update(shop).revision)
    stale.workers = 9
    local ok, caught = pcall(shops.update, shops, stale)
    assert.is_false(ok)
    assert.equal("ERR_CONFLICT", caught.name)
    shops:update(shop.id, {workers = bina.null})
    assert.is_nil(shops[shop.id].workers)
    assert.equal("Tenun Lestari", shops[shop.id].name)
  end)

  it("removes, unless something refers to it", function()
    local person = reg.persons:add{name = "Inaq Sari"}
    local shop = shops:first()
    reg.ownerships:add{party = person.id, enterprise = shop.id, role = "owner"}
    assert.equal("ERR_REFERENCE", select(2, pcall(shops.remove, shops, shop)).name)
    reg.ownerships:remove(reg.ownerships:first())
    shops:remove(shop)
    assert.is_nil(shops[shop.id])
    assert.equal("ERR_NOT_FOUND", select(2, pcall(shops.remove, shops, person)).name)
  end)

  it("keeps a transaction whole", function()
    local before = reg:last_commit()
    local name = reg:transaction("pendataan", function()
      shops:add{name = "Satu"}
      return shops:add{name = "Dua"}.name
    end)
    assert.equal("Dua", name)
    assert.equal(before + 1, reg:last_commit())
    local ok, caught = pcall(reg.transaction, reg, nil, function()
      shops:add{name = "Tiga"}
      error("stop", 0)
    end)
    assert.is_false(ok)
    assert.equal("stop", caught)
    assert.equal(6, #shops)
  end)

  it("names the field a rule refuses", function()
    local ok, caught = pcall(function() reg.persons:add{nik = "5203014101800001"} end)
    assert.is_false(ok)
    assert.equal("name", caught.field)
    assert.equal("person", caught.kind)
    assert.equal("field.required", caught.rule)
  end)

  it("remembers what was true when and known when", function()
    local shop = shops:first()
    shops:set_dated(shop, "2019-01-01", {workers = 2})
    local known = reg:last_commit()
    shops:set_dated(shop, "2019-01-01", {workers = 6})
    assert.equal(1, shops:where{workers = 6}:as_of("2019-06-01"):count())
    assert.equal(1, shops:where{workers = 2}:as_of("2019-06-01", {known = known}):count())
    assert.truthy(#shops:dated(shop, "workers"):all() >= 2)
    assert.equal(0, #reg:verify():all())
  end)

  it("tells its history, and takes back", function()
    reg:because("permintaan camat")
    local shop = shops:add{name = "Gerabah"}
    shops:update(shop.id, {name = "Gerabah Masbagik"})
    local history = shops:history(shop):all()
    assert.equal(2, #history)
    assert.equal("permintaan camat", history[1].why)
    reg:undo(history[2].commit_number, "salah ketik")
    assert.equal("Gerabah", shops[shop.id].name)
  end)

  it("can be copied while it is in use", function()
    local copy = os.tmpname()
    reg:backup(copy)
    local other <close> = bina.open(copy, {mode = "read"})
    assert.is_true(other:is_read_only())
    assert.equal(4, #other.enterprises)
    assert.equal("ERR_READ_ONLY", select(2, pcall(function() other.enterprises:add{} end)).name)
    os.remove(copy)
  end)

  it("has fields of the office's own", function()
    reg:add_own_field("enterprise", "loom_count", {type = "int"})
    reg:close()
    reg = bina.open(path)
    local shop = reg.enterprises:add{name = "Tenun", loom_count = 4}
    assert.equal(4, reg.enterprises[shop.id].loom_count)
  end)

  it("loads YAML whole, or tells every fault", function()
    local yaml = os.tmpname()
    local function write(workers)
      local file = assert(io.open(yaml, "w"))
      file:write("enterprises:\n  - name: Gerabah\n    nib: '0220000512345'\n    workers: ", workers, "\n")
      file:close()
    end
    write("4")
    assert.same({1, 0}, {reg:load(yaml)})
    write("5")
    assert.same({0, 1}, {reg:load(yaml)})
    assert.equal(5, bina.read_yaml(yaml)[1].workers)
    write("banyak")
    local ok, caught = pcall(reg.load, reg, yaml)
    assert.is_false(ok)
    assert.equal(4, caught.faults:first().line)
    bina.write_yaml(shops:where{name = "Gerabah"}, yaml)
    assert.equal("Gerabah", bina.read_yaml(yaml, {bina.Enterprise})[1].name)
    os.remove(yaml)
  end)

  it("makes one register of two lists", function()
    local dinas, koperasi = os.tmpname(), os.tmpname()
    local file = assert(io.open(dinas, "w"))
    file:write("NAMA USAHA;NAMA PEMILIK;NIK;DESA;KECAMATAN;KABUPATEN;NO HP\n",
               "Tenun Lestari;Inaq Sari;5203014101800001;Pringgasela;Pringgasela;Lombok Timur;081805310477\n",
               "Bambu Jaya;Amaq Toni;;Loyok;Sikur;Lombok Timur;8.52E+10\n")
    file:close()
    file = assert(io.open(koperasi, "w"))
    file:write("nama_pemilik,usaha,desa,kecamatan,telepon\n",
               "Inaq Sari,TENUN LESTARI,Pringgasela,Pringgasela,0818-0531-0477\n")
    file:close()
    local one <close> = bina.open(":memory:", {office = "52.03/1"})
    local intake, faults = one:import_csv(dinas, {list = "dinas"})
    assert.equal(2, intake.rows)
    assert.equal("number.damaged", faults:first().rule)
    local elsewhere = one:import_csv(koperasi, {list = "koperasi", region = "52.01"})
    assert.equal("52.01", elsewhere.region)
    one:import_csv(koperasi, {list = "koperasi", mapping = bina.guess_mapping(koperasi, bina.SourceRecord)})
    assert.is_false(pcall(one.reconcile, one, {progress = function() error("stop") end}))
    local outcome = one:reconcile()
    assert.equal(3, outcome.rows)
    assert.equal(2, outcome.enterprises)
    assert.equal(2, #one.enterprises)
    local keep, drop = table.unpack(one.enterprises:all())
    one:merge(keep, drop, "satu usaha")
    assert.equal(keep.id, one:standing(drop).id)
    one:unmerge(drop)
    assert.equal(drop.id, one:standing(drop.id).id)
    local heir = one.persons:add{name = "Saprudin"}
    one:succeed(keep, heir, "2021-03-01")
    assert.equal("2021-03-01", one.ownerships:where{party = heir.id}:first().valid_from)
    assert.equal("ERR_USAGE", select(2, pcall(one.succeed, one, keep, heir)).name)
    local rows = one.source_records:all()
    one:decide_rows(rows[1], rows[2], "different")
    assert.equal("table", type(one:review(3)))
    one:decide(one.pairs:first(), "same_owner")
    one:decide(one.pairs:first(), "different", "dua usaha", {reviewer = "Sri"})
    local disputed = one:review{disputed = true}[1]
    assert.equal("disputed", disputed.state)
    assert.equal(2, #one:disagreements():all())
    assert.truthy(#one:review_lines(disputed, true) > 1)
    one:decide(disputed, "same_owner", nil, {reviewer = "Kepala Bidang", settle = true})
    one:decide_rows(rows[1], rows[2], "same_owner", nil, {reviewer = "Wayan"})
    local book = os.tmpname()
    local exported = one:export_review(book, {second = true, reviewer = "Budi"})
    assert.truthy(exported > 0)
    local outcome, faults = one:import_review(book, "Budi")
    assert.equal(exported, outcome.unanswered)
    assert.equal(0, #faults:all())
    os.remove(book)
    assert.equal("same_owner", one.pairs:first().verdict)
    assert.truthy(#one:explain(rows[1], rows[2]):all() > 2)
    assert.equal("ERR_NOT_FOUND", select(2, pcall(one.decide, one, 5, "same")).name)
    assert.equal("ERR_IO", select(2, pcall(one.import_csv, one, "/nonexistent.csv")).name)
    os.remove(dinas)
    os.remove(koperasi)
  end)

  it("has reports", function()
    assert.truthy(bina.reports().statement)
    assert.truthy(#reg:report("statement"):columns() > 1)
    assert.truthy(bina.report_as_of("regions"))
    assert.falsy(bina.report_as_of("lists"))
    assert.truthy(#reg:report("regions", {on = "2020-01-01"}):all() > 0)
    assert.has_error(function() reg:report("lists", {on = "2020-01-01"}) end)
    assert.has_error(function() reg:report("count", {programme = "nobody's"}) end)
    assert.equal("ERR_NOT_FOUND", select(2, pcall(reg.report, reg, "horoscope")).name)
  end)

  it("can be closed in any order", function()
    local rest = 0
    for shop in shops do
      reg:close()
      assert.truthy(shop.id)
      rest = rest + 1
    end
    assert.equal(4, rest)
    assert.equal("ERR_USAGE", select(2, pcall(shops.count, shops)).name)
    reg:close()
  end)

  it("that cannot be opened says why", function()
    local ok, caught = pcall(bina.open, "/nonexistent/a.db")
    assert.is_false(ok)
    assert.equal("ERR_IO", caught.name)
    assert.equal("ERR_DUPLICATE", select(2, pcall(bina.open, path, {mode = "new"})).name)
  end)

  it("gives up its memory to the collector", function()
    reg:close()
    for _ = 1, 50 do
      local shop = bina.open(path).enterprises:first() -- nobody closes it
      assert.truthy(shop.id)
    end
    collectgarbage()
    reg = bina.open(path)
    assert.equal(4, #reg.enterprises)
  end)
end)

describe("reference tables", function()
  local reference = bina.reference

  it("know regions by code and by name", function()
    assert.equal("Lombok Timur", reference.region("52.03").name)
    assert.equal("52.03", reference.resolve{regency = "Lotim", province = "NTB"}.code)
    assert.truthy(reference.find{district = "Selong", regency = "Lombok Timur"}:first())
    assert.equal("ERR_NOT_FOUND", select(2, pcall(reference.region, "99.99")).name)
    assert.equal("5306", reference.to_bps("53.04"))
    assert.is_true(reference.is_under("52.03.05.2001", "52.03"))
    assert.truthy(reference.editions()[2018])
  end)

  it("know industries", function()
    assert.truthy(reference.industry("13121").title:lower():find("tenun"))
    for industry in reference.industries("13") do assert.equal("13", industry.code:sub(1, 2)) end
  end)
end)
