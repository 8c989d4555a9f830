-- Workbooks out. What is in them is told by tests/python/test_workbook.py with another program's eyes.
local bina = require "bina"

local path = os.tmpname()

local function starts_as_zip()
  local file = assert(io.open(path, "rb"))
  local mark = file:read(4)
  file:close()
  return mark == "PK\3\4"
end

describe("a workbook", function()
  teardown(function() os.remove(path) end)

  it("takes sheets of views and lists, and of text", function()
    local book = bina.workbook(path, {language = "id", title = "Daftar"})
    book:add_text("Petunjuk", {"Cara mengisi", "Isi yang kuning."})
    book:add("Usaha", {{nama = "Tenun Sari", nik = "5203016502890004"}},
             {titles = "Usaha", columns = {"nama", "nik"}, headers = {nik = "Jawaban"},
              choices = {nik = {"ada", "tutup"}}, editable = {"nik"}})
    book:close()
    assert.is_true(starts_as_zip())
    assert.has_error(function() book:close() end)
  end)

  it("is not there when it is left unfinished", function()
    local file = assert(io.open(path, "wb"))
    file:write("old")
    file:close()
    do
      local book <close> = bina.workbook(path)
      book:add("Usaha", {{nama = "Tenun Sari"}})
    end
    assert.is_false(starts_as_zip())
  end)

  it("is written from a view at once", function()
    local shops = os.tmpname()
    local file = assert(io.open(shops, "wb"))
    file:write("nama\nTenun Sari\n")
    file:close()
    bina.read_csv(shops):write_xlsx(path, {sheet = "Usaha", language = "id"})
    assert.is_true(starts_as_zip())
    local ok, caught = pcall(function()
      bina.read_csv(shops):write_xlsx(path, {columns = {"alamat"}})
    end)
    assert.is_false(ok)
    assert.equal("ERR_USAGE", caught.name)
    assert.equal("alamat", caught.field)
    assert.has_error(function() bina.workbook(path, {language = "fr"}) end)
    assert.has_error(function() bina.read_csv(shops):write_xlsx(path, {columns = {1}}) end)
    os.remove(shops)
  end)
end)
