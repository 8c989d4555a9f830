-- The Lua blocks of the pages on matching, reviewing, a first look and similarity, as a reader would type them.
local bina = require "bina"
local pages = dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "doc_pages.lua")

local function write(path, text)
  assert(io.open(path, "w")):write(text):close()
end

-- A list of enterprises; `changed` names some of their owners otherwise.
local function list(changed)
  local lines = {"Nama Usaha;Nama Pemilik;Desa;Kecamatan;No HP"}
  local owners = {"Siti Aminah", "Amaq Umpama", "Inaq Contoh", "Loq Misal"}
  for i, craft in ipairs{"Tenun", "Bambu", "Gerabah", "Dodol", "Terasi", "Kerupuk"} do
    for j, owner in ipairs(owners) do
      local other = changed and (i + j) % 4 == 0
      lines[#lines + 1] = ("%s %s;%s;Pringgasela;Pringgasela;%s"):format(craft, other and "Maju" or "Lestari",
        other and owners[j % 4 + 1] or owner, other and "" or ("0819000%02d%02d"):format(i, j))
    end
  end
  return table.concat(lines, "\n") .. "\n"
end

describe("a page", function()
  local names = {"lotim.db", "disperin.xlsx", "diskop.csv", "look.html"}
  local files, reg

  before_each(function()
    files = {}
    for _, name in ipairs(names) do files[name] = os.tmpname() end
    os.remove(files["lotim.db"])
    write(files["disperin.xlsx"], list())
    write(files["diskop.csv"], list(true))
    reg = bina.open(files["lotim.db"], {office = "52.03/1", actor = "Petugas Contoh"})
    reg:import_list(files["disperin.xlsx"], {list = "disperin"})
    reg:import_list(files["diskop.csv"], {list = "diskop"})
    reg:reconcile()
  end)
  after_each(function()
    reg:close()
    for _, path in pairs(files) do
      for _, ending in ipairs{"", "-wal", "-shm"} do os.remove(path .. ending) end
    end
  end)

  it("on matching runs", function()
    local printed = pages.run("matching.md", files, {reg = reg})
    assert.equal(0, #printed % 3)
    assert.truthy(printed[1]:find("^E%-") and printed[3]:find("nama pemilik sama", 1, true))
  end)

  it("on reviewing runs", function()
    local rows = {}
    for row in reg.source_records do rows[#rows + 1] = row.id end
    for i = 1, 3 do -- rows of one list, which linking let be
      reg.pairs:add{first = rows[i], second = rows[i + 5], weight = 0.0, probability = 0.5,
                    evidence = "prior -12.00; owner_name: similar +3.20"}
    end
    assert.equal(3, #reg:review())
    pages.run("reviewing.md", files, {reg = reg})
    assert.equal(0, #reg:review())
  end)

  it("on a first look runs", function()
    local printed = pages.run("look.md", files, {bina = bina})
    assert.equal(3, #printed)
    assert.truthy(math.tointeger(printed[2]) <= math.tointeger(printed[3]))
    assert.truthy(assert(io.open(files["look.html"])):read("a"):find('lang="id"', 1, true))
  end)

  it("on similarity runs", function()
    pages.run("similarity.md") -- it says where the module comes from
    -- "made": m and a stay, d becomes h, e goes, nine letters come.
    assert.same({1, 11}, bina.similarity.texts{"siti aminah", "made"}:osa("siti aminnah"))
  end)
end)
