-- A linkage after its run: who is typed is found, and entities follow rows that come and go.
local bina = require "bina"

local function shops()
  local crafts = {"Tenun", "Bambu", "Gerabah", "Kerupuk", "Dodol", "Songket", "Anyaman", "Terasi"}
  local names = {"Lestari", "Jaya", "Sari", "Mandiri", "Barokah", "Maju"}
  local villages = {"Pringgasela", "Loyok", "Masbagik", "Kembang Kerang", "Sukamulia"}
  local rows = {}
  for i, craft in ipairs(crafts) do
    for j, name in ipairs(names) do
      rows[#rows + 1] = {nama = craft .. " " .. name, desa = villages[(i * 3 + j) % 5 + 1],
                         telepon = string.format("0819%03d%03d", i, j)}
    end
  end
  return rows
end

local function entity_of(result)
  local entities = {}
  for row in result:entities() do entities[row.file .. row.row] = row.entity end
  return entities
end

describe("a linkage after its run", function()
  it("finds who is typed", function()
    local result = bina.link{dinas = shops(), koperasi = shops()}
    local typed = {nama = "Tenun Lestarii", telepon = "0819001001"}
    local twins = result:match(typed, {most = 2}):all()
    assert.equal(2, #twins)
    assert.same({1, 1}, {twins[1].row, twins[2].row})
    local sum = 0
    for reason in result:match_explain(typed, twins[1].list, 1) do sum = sum + reason.weight end
    assert.near(twins[1].weight, sum, 1e-3)
    local ok, err = pcall(result.match, result, {foo = "x"})
    assert.is_false(ok)
    assert.matches('"telepon"', tostring(err), 1, true)
  end)

  it("follows rows that come, change and go", function()
    local result = bina.link{dinas = shops(), koperasi = shops()}
    result:remove("dinas", 1) -- each list holds an enterprise once
    assert.equal(49, result:insert("dinas", shops()[1]))
    local entities = entity_of(result)
    assert.equal(entities.koperasi1, entities.dinas49)
    result:change("dinas", 49, {nama = "Kopi Rinjani", telepon = "081700"})
    entities = entity_of(result)
    assert.not_equal(entities.koperasi1, entities.dinas49)
    result:remove("dinas", 49)
    assert.is_nil(entity_of(result).dinas49)
    assert.has_error(function() result:remove("dinas", 49) end)
  end)
end)

describe("a register", function()
  it("knows who is in it", function()
    local path = os.tmpname()
    local file = assert(io.open(path, "wb"))
    file:write("NO,NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,NO HP,PRODUK\n",
               "1,Kerupuk Melati,Aminah,5203076107807001,Pancor,Selong,081999000001,kerupuk\n",
               "2,Bambu Sahdan,Sahdan,,Loyok,Sikur,081999000002,bakul bambu\n",
               "3,Tenun Lestari,Sahnim,,Pringgasela,Pringgasela,081999000003,tenun\n")
    file:close()
    local reg = bina.open(":memory:", {office = "52.03/1", actor = "L. Alwan Wijaya"})
    reg:import_list(path)
    reg:reconcile()
    os.remove(path)
    local typed = {["nama pemilik"] = "Inaq Sahnim", desa = "Pringgasela", ["no hp"] = "0819-9900-0003",
                   produk = "tenun"}
    local twin = reg:match(typed, {most = 1}):first()
    assert.equal("Tenun Lestari", twin.name)
    assert.truthy(twin.number and twin.reason and twin.alasan)
    reg:forget_matches()
    assert.equal(twin.id, reg:match(typed):first().id)
    reg:close()
  end)
end)
