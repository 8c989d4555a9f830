-- A province and its regencies: submissions due, received, returned, accepted.
local bina = require "bina"

local path, file = os.tmpname(), os.tmpname()

local function write(text)
  local handle = assert(io.open(file, "w"))
  handle:write(text)
  handle:close()
  return file
end

describe("a submission", function()
  local reg

  before_each(function()
    for _, ending in ipairs{"", "-wal", "-shm"} do os.remove(path .. ending) end
    reg = bina.open(path, {office = "52/1", actor = "Petugas", clock = 1783216800000}) -- 5 July 2026
  end)
  after_each(function() reg:close() end)
  teardown(function()
    os.remove(path)
    os.remove(file)
  end)

  it("is asked of every regency and city of a province", function()
    assert.equal(10, reg:submission_due("52", "2026-H1", "2026-07-15"))
    assert.equal(0, reg:submission_due("52", "2026-H1", "2026-07-15"))
  end)

  it("goes back with its faults, and is accepted later", function()
    local submission, faults = reg:submission_receive("52.03", "2026-H1", write "satuan,jumlah\nusaha,1\nusaha,2\n")
    assert.equal("received", submission.state)
    assert.equal("counts", submission.nature)
    assert.equal(1, submission.faults)
    assert.equal("count.twice", faults:all()[1].rule)
    local ok, complaint = pcall(reg.submission_accept, reg, "52.03", "2026-H1")
    assert.is_false(ok)
    assert.truthy(tostring(complaint):find("errors", 1, true))
    reg:submission_return("52.03", "2026-H1", "dua angka", "12/2026")
    submission = reg:submission_receive("52.03", "2026-H1", write "satuan,jumlah\nusaha,2\n", {sent_by = "Lalu"})
    assert.equal(2, submission.times)
    reg:submission_accept("52.03", "2026-H1")
    assert.equal("accepted", reg.submissions:get(submission.id).state)
  end)

  it("is refused when it is another regency's list", function()
    local list = write "NAMA USAHA,NAMA PEMILIK,DESA,KECAMATAN\nTenun A,Aminah,Pancor,Selong\n"
    assert.equal("ERR_INVALID", select(2, pcall(reg.submission_receive, reg, "52.01", "2026-H1", list)).name)
    assert.equal(1, reg:submission_receive("52.01", "2026-H1", list, {anywhere = true}).rows)
  end)
end)
