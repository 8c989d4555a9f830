-- Files, checks and linking.
local bina = require "bina"

local path = os.tmpname()

local function write(text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

local function shops()
  local crafts = {"Tenun", "Bambu", "Gerabah", "Kerupuk", "Dodol", "Songket", "Anyaman", "Terasi"}
  local names = {"Lestari", "Jaya", "Sari", "Mandiri", "Barokah", "Maju"}
  local villages = {"Pringgasela", "Loyok", "Masbagik", "Kembang Kerang", "Sukamulia"}
  local rows = {}
  for i, craft in ipairs(crafts) do
    for j, name in ipairs(names) do
      rows[#rows + 1] = {nama = craft .. " " .. name, desa = villages[(i * 3 + j) % 5 + 1],
                         tahun = 1990 + i + j}
    end
  end
  return rows
end

describe("a list as an office keeps it", function()
  teardown(function() os.remove(path) end)

  local sheet = "DAFTAR IKM KECAMATAN AIKMEL;;;;\nNO;NAMA USAHA;TENAGA KERJA;;OMZET\n;;L;P;\n1;2;3;4;5\n"
    .. "Desa Kalijaga;;;;\n1;Tenun Sari;1;2;500\n;JUMLAH;1;2;500\nMengetahui;;;;\n"

  it("is its table, the rest told", function()
    write(sheet)
    local list = bina.read_list(path, {places = true})
    assert.equal("TENAGA KERJA P", list:columns()[4])
    assert.equal(1, #list:all())
    local row = list:first()
    assert.same({"Tenun Sari", "Kalijaga", "AIKMEL", 6},
                {row["NAMA USAHA"], row["#village"], row["#district"], row["#line"]})
    local rules = {}
    for fault in list:faults() do rules[#rules + 1] = fault.rule end
    assert.same({"layout.title", "layout.total", "layout.footer"}, rules)
  end)

  it("is mapped by a guess, parts of workers added up", function()
    write(sheet)
    local mapping = bina.guess_mapping(path, bina.SourceRecord)
    assert.equal("#village", mapping:columns().village)
    assert.equal(3, bina.map_rows(path, mapping):first().workers)
  end)

  it("is read by a sheet's name or refused", function()
    write(sheet)
    local ok, caught = pcall(function() return bina.read_list(path, {sheet = "Suela"}):all() end)
    assert.is_false(ok)
    assert.equal("ERR_NOT_FOUND", caught.name)
  end)
end)

describe("a CSV file", function()
  teardown(function() os.remove(path) end)

  it("is a view that can be read again and again", function()
    write("\xEF\xBB\xBFNama Usaha;HP\r\nTenun Sari;081234567890\r\nKerupuk;\r\n")
    local file = bina.read_csv(path)
    assert.same({"Nama Usaha", "HP"}, file:columns())
    assert.equal(2, #file:all())
    assert.equal("Tenun Sari", file:first()["Nama Usaha"])
    local seen = 0
    for outer in file do
      for inner in file do
        seen = seen + 1
        assert.truthy(outer["Nama Usaha"] and inner["Nama Usaha"])
      end
    end
    assert.equal(4, seen)
    assert.is_nil(file:all()[2].HP)
  end)

  it("hides what looks like a number that names a person", function()
    write("hp\n0812-3456-7890\n")
    assert.is_nil(tostring(bina.read_csv(path):first()):find("3456"))
  end)

  it("tells its faults by line", function()
    write("a,b\n1,2,3\n")
    local faults = bina.read_csv(path):faults():all()
    assert.equal(1, #faults)
    assert.equal(2, faults[1].line)
    assert.equal("csv.long", faults[1].rule)
  end)

  it("that is not there is an error with its file", function()
    local ok, caught = pcall(function() return bina.read_csv("/nonexistent/a.csv"):first() end)
    assert.is_false(ok)
    assert.equal("ERR_IO", caught.name)
    assert.equal("/nonexistent/a.csv", caught.file)
  end)

  it("is written as it was read", function()
    write("nama,desa\nTenun Sari,Loyok\n")
    local out = os.tmpname()
    bina.read_csv(path):write_csv(out)
    assert.equal("Loyok", bina.read_csv(out):first().desa)
    bina.read_csv(path):write_json(out, {lines = true})
    assert.truthy(assert(io.open(out)):read("a"):find('"Loyok"', 1, true))
    os.remove(out)
  end)
end)

describe("a mapping", function()
  it("makes records of somebody's columns, and tells what was destroyed", function()
    write("NAMA USAHA;NAMA PEMILIK;NO HP;OMZET\nTenun;Inaq Sari;081805310477;1,5 juta\n" ..
          ";Amaq Toni;8.52E+10;2.000.000\n")
    local mapping = bina.guess_mapping(path, bina.SourceRecord)
    assert.equal("NAMA USAHA", mapping:columns().business_name)
    local mapped = bina.map_rows(path, mapping)
    local rows = mapped:all()
    assert.equal(1500000, rows[1].sales)
    assert.is_nil(rows[2].phone)
    assert.equal(3, mapped:faults():first().line)
    local yaml = os.tmpname()
    mapping:write(yaml)
    assert.same(mapping:columns(), bina.read_mapping(yaml):columns())
    os.remove(yaml)
  end)
end)

describe("a check", function()
  it("of a NIK says where, when and who", function()
    local reading = bina.check("nik", "5203014101800001", {today = "2020-11-09"})
    assert.is_true(reading.ok)
    assert.equal("female", reading.facts.sex)
    assert.equal("1980-01-01", reading.facts.born)
  end)

  it("says why a value is refused", function()
    local reading = bina.check("nik", "52")
    assert.is_false(reading.ok)
    assert.equal("nik.length", reading.complaints[1].rule)
    assert.equal("error", reading.complaints[1].severity)
    assert.truthy(bina.rules("nik")["nik.length"].pesan)
    assert.truthy(bina.validators().nib)
  end)

  it("of something unknown is an error", function()
    local ok, caught = pcall(bina.check, "passport", "x")
    assert.is_false(ok)
    assert.equal("ERR_NOT_FOUND", caught.name)
  end)
end)

describe("linking", function()
  it("finds the same rows in two lists", function()
    local rows, backwards, of = shops(), {}, {}
    for n = #rows, 1, -1 do backwards[#backwards + 1] = rows[n] end
    local result = bina.link{dinas = rows, koperasi = backwards}
    local count = 0
    for row in result:entities() do
      count = count + 1
      of[row.file .. row.row] = row.entity
    end
    assert.equal(2 * #rows, count)
    local same = 0
    for n = 1, #rows do
      if of["dinas" .. n] == of["koperasi" .. #rows + 1 - n] then same = same + 1 end
    end
    assert.truthy(same >= #rows - 3)
  end)

  it("calls the rows of a file as it has them, whatever was passed over", function()
    local path = os.tmpname()
    local file = assert(io.open(path, "w"))
    file:write("nama,desa,pekerja\nTenun Sari,Loyok,2\n,,\nBambu Jaya,Masbagik,3\nJumlah,,5\nTenun Sari,Loyok,2\n")
    file:close()
    local called = {}
    for row in bina.link{path}:entities() do called[#called + 1] = row.row end
    os.remove(path)
    assert.same({1, 3, 5}, called)
  end)

  it("explains every weight", function()
    local rows = shops()
    local result = bina.link{a = rows, b = rows}
    local pair, sum = result:pairs():first(), 0
    for reason in result:explain(pair.list_a, pair.row_a, pair.list_b, pair.row_b) do
      sum = sum + reason.weight
    end
    assert.truthy(math.abs(sum - pair.weight) < 1e-6)
    assert.is_false(pcall(result.explain, result, "a", 1000, "b", 1))
  end)

  it("obeys verdicts", function()
    local rows, of = shops(), {}
    local result = bina.link{a = rows, b = rows, verdicts = {{"a", 1, "b", 1, false}}}
    for row in result:entities() do of[row.file .. row.row] = row.entity end
    assert.are_not.equal(of.a1, of.b1)
  end)

  it("repeats itself with the settings that were applied, and tells how far it is", function()
    local rows, stages = shops(), 0
    local first = bina.link{a = rows, progress = function() stages = stages + 1 end}
    local again = bina.link{a = rows, settings = first:settings()}
    assert.truthy(stages > 3)
    local ok, why = pcall(bina.link, {a = rows, progress = function() error("enough", 0) end})
    assert.is_false(ok)
    assert.equal("enough", why)
    assert.equal(first:entities():all()[#rows].entity, again:entities():all()[#rows].entity)
  end)

  it("weighs by a saved model as when it was fitted", function()
    local rows, path = shops(), os.tmpname()
    local fitted = bina.link{a = rows, b = rows}
    fitted:save(path)
    local frozen = bina.link{a = rows, b = rows, settings = path}
    local again = bina.link{a = rows, b = rows, settings = fitted:model()}
    local count = 0
    for n, pair in ipairs(fitted:pairs():all()) do
      count = n
      assert.equal(pair.weight, frozen:pairs():all()[n].weight)
      assert.equal(pair.weight, again:pairs():all()[n].weight)
    end
    assert.truthy(count >= #rows - 3)
    fitted:save(path, {model = false})
    local file = assert(io.open(path))
    assert.is_nil(file:read("a"):find("parameter:", 1, true))
    file:close()
    os.remove(path)
    assert.is_false(pcall(fitted.save, fitted, path, {modle = false}))
  end)

  it("tells how good it likely is", function()
    local rows = shops()
    rows[#rows + 1] = {desa = "Loyok"}
    local result = bina.link{a = rows, b = shops()}
    local summary, links, gaps = result:summary(), 0, 0
    for pair in result:pairs() do if pair.probability >= 0.5 then links = links + 1 end end
    assert.equal(links, result:expected(0.5).links)
    assert.equal(2 * #rows - 1, summary.rows)
    local bare = false
    for row in result:unlinkable() do bare = bare or (row.file == "a" and row.row == #rows) end
    assert.truthy(bare)
    for row in result:gaps() do gaps = gaps + row.rows end
    assert.equal(summary.rows, gaps)
    assert.truthy(#result:expectations():all() > 20 and #result:histogram(2):all() > 2)
  end)

  it("refuses wrong settings and sources", function()
    assert.is_false(pcall(bina.link, {a = shops(), settings = {treshold = {}}}))
    assert.is_false(pcall(bina.link, {a = shops(), settings = {options = {{linc = 0.9}}}}))
    assert.is_false(pcall(bina.link, {a = 3}))
    assert.is_false(pcall(bina.link, {}))
  end)
end)
