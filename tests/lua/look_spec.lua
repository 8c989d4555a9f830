-- A first look at lists.
local bina = require "bina"

local function write(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
  return path
end

describe("a look at lists", function()
  local dinas, koperasi, page = os.tmpname(), os.tmpname(), os.tmpname()

  setup(function()
    write(dinas, "NAMA USAHA;NAMA PEMILIK;NIK;DESA;KECAMATAN;NO HP\n" ..
                 "Tenun Lestari;Inaq Sari;5203014101809001;Pringgasela;Pringgasela;081805310477\n" ..
                 "Bambu Jaya;Amaq Toni;;Loyok;Sikur;8.52E+10\n")
    write(koperasi, "nama_pemilik,usaha,desa,kecamatan,telepon\n" ..
                    "Inaq Sari,TENUN LESTARI,Pringgasela,Pringgasela,0818-0531-0477\n")
  end)
  teardown(function() os.remove(dinas) os.remove(koperasi) os.remove(page) end)

  it("gives the figures, the faults and the page", function()
    local stages = {}
    local figures, faults = bina.look{dinas, koperasi, region = "52.03", language = "id",
                                      progress = function(stage) stages[stage] = true end}
    assert.are.same({2, 3, "52.03"}, {figures.lists, figures.rows, figures.region})
    assert.is_true(figures.enterprises <= 3 and figures.at_least <= figures.at_most)
    assert.is_truthy(figures.page:find("<html lang=\"id\">", 1, true))
    assert.is_nil(figures.page:find("5203014101809001", 1, true))
    assert.is_truthy(next(stages))
    local found = 0
    for fault in faults do found = found + (fault.rule == "number.damaged" and 1 or 0) end
    assert.are.equal(1, found)
  end)

  it("writes the page to a file", function()
    local figures = bina.look{dinas, out = page}
    assert.is_nil(figures.page)
    assert.is_truthy(assert(io.open(page)):read("a"):find("<html lang=\"en\">", 1, true))
  end)

  it("names the file that is no list", function()
    local ok, complaint = pcall(bina.look, {dinas, "/nowhere.csv"})
    assert.is_false(ok)
    assert.are.equal("/nowhere.csv", complaint.file)
    assert.has_error(function() bina.look{dinas, language = "nl"} end)
  end)
end)
