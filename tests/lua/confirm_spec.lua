-- Asking agencies. How a person fills the workbook in is tests/python/test_confirm.py's.
local bina = require "bina"

local function write(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

describe("asking an agency", function()
  local db, list, book, back = os.tmpname(), os.tmpname(), os.tmpname(), os.tmpname()
  os.remove(db)
  local reg

  setup(function()
    write(list, "NAMA USAHA,NAMA PEMILIK,NIK,DESA,KECAMATAN,PRODUK\n" ..
                "Tenun Sari,Siti Aminah,5203016502890004,Loyok,Sikur,kain tenun\n" ..
                "Bambu Jaya,Lalu Darmawan,5203011203850002,Loyok,Sikur,anyaman bambu\n")
    reg = bina.open(db, {office = "52.03/1", actor = "Petugas"})
    reg:import_csv(list, {list = "diskop", agency = "Dinas Koperasi"})
    reg:reconcile()
  end)

  teardown(function()
    reg:close()
    for _, path in ipairs{db, db .. "-wal", db .. "-shm", list, book, back} do os.remove(path) end
  end)

  it("writes down what is asked, and a workbook", function()
    local round = reg:confirm_send("diskop", book, {letter = "510/12", due = "2199-03-31"})
    assert.equal("Dinas Koperasi", round.agency)
    assert.equal(2, round.enterprises)
    assert.equal("PK", assert(io.open(book, "rb")):read(2))
    assert.equal(2, reg:report("rounds"):first().silent)
  end)

  it("takes the answers, and applies what somebody decides", function()
    local shop = reg.enterprises:where{name = "Bambu Jaya"}:first()
    write(back, "nomor usaha;kode;jawaban\n" .. shop.number .. ";;tutup\n")
    assert.has_error(function() reg:confirm_receive(back) end) -- no code, so nobody's round
    local asked = reg.confirmations:where{enterprise = shop.id}:first()
    reg.confirmations:update(asked.id, {answer = "closed", answered = "2021-01-02"})
    assert.equal("closed", reg:report("answers"):first().answer)
    assert.is_true(reg:confirm_apply(asked.id, "dilihat"))
    assert.equal("closed", reg:get(shop.id).status)
    assert.is_false(reg:confirm_apply(asked.id))
    reg:confirm_dismiss(asked.id)
    assert.is_nil(reg:report("answers"):first())
  end)

  it("tells the agency what to mend", function()
    assert.equal(1, reg:feedback("diskop", back, {language = "en"})) -- one of them is closed
    assert.has_error(function() reg:feedback("Dinas Antah Berantah", back) end)
  end)

  it("tells what is no answer of ours", function()
    local ok, caught = pcall(function() reg:confirm_receive(list) end)
    assert.is_false(ok)
    assert.equal("confirm.no-sheet", caught.rule)
    assert.is_nil(caught.faults:first())
    local receipt, faults = reg:confirm_receive(book, {answered_by = "H. Sahabudin", letter = "1"})
    assert.equal(2, receipt.enterprises)
    assert.equal(2, receipt.silent)
    assert.is_nil(faults:first())
  end)
end)
