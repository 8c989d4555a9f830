-- What bina.link says of slips: the option, part or field that was meant, and never a list that is none.
local bina = require "bina"

local rows = {{nama = "Tenun Lestari", desa = "Loyok"}, {nama = "TENUN LESTARI", desa = "Loyok"}}

local function complaint(given)
  given.usaha = given.usaha or rows
  local ok, err = pcall(bina.link, given)
  assert.is_false(ok)
  assert.is_true(bina.is_error(err), tostring(err))
  assert.equal("ERR_USAGE", err.name)
  assert.is_true(#err.pesan > 0 and err.pesan ~= err.message)
  return err.message
end

describe("a slip in bina.link", function()
  it("is answered with what was meant", function()
    for meant, given in pairs{
      ["did you mean settings?"] = {setings = {options = {link = 0.9}}},
      ["settings = {options = {link = 0.8}}"] = {threshold = 0.8},
      ["settings = {options = {threads = 2}}"] = {threads = 2},
      ["{threads = 3}}"] = {thread = 3},
      ["files are given one by one"] = {{"a.csv", "b.csv"}},
      ["it is an option: settings = {options = {link = ...}}"] = {settings = {link = 0.8}},
      ["did you mean 'options'?"] = {settings = {optoins = {}}},
      ["did you mean 'link'?"] = {settings = {options = {lnik = 0.8}}},
      ["not number"] = {settings = {options = 5}},
      ["settings are a table, or the path of a YAML file"] = {settings = 5},
      ["a verdict is {list_a, row_a, list_b, row_b, same}"] = {verdicts = {"yes"}},
      ["'list_b' of a verdict is missing"] = {verdicts = {{"usaha", 1}}},
      ["'same' of a verdict is true or false, not no"] = {verdicts = {{"usaha", 1, "usaha", 2, "no"}}},
      ["'nama' is no row"] = {usaha = {nama = "Tenun"}},
    } do
      local said = complaint(given)
      assert.is_truthy(said:find(meant, 1, true), said)
    end
  end)

  it("in the name of a field is answered so, too", function()
    local ok, err = pcall(function() return bina.link{usaha = rows}:entities():first().entitiy end)
    assert.is_false(ok)
    assert.is_truthy(err.message:find("did you mean 'entity'?", 1, true))
  end)
end)

describe("bina.link", function()
  it("takes verdicts by name", function()
    local verdict = {list_a = "usaha", row_a = 1, list_b = "usaha", row_b = 2, same = false}
    local entities = bina.link{usaha = rows, verdicts = {verdict}}:entities():all()
    assert.not_equal(entities[1].entity, entities[2].entity)
  end)

  it("takes the answers that people wrote into a file", function()
    local path = os.tmpname()
    local file = assert(io.open(path, "w"))
    file:write("row_a,row_b,same\n1,2,Tidak\n1,2,?\n"):close()
    local entities = bina.link{usaha = rows, verdicts = path}:entities():all()
    file = assert(io.open(path, "w"))
    file:write("row_a,row_b,answer\n1,2,no\n"):close()
    local said = complaint{usaha = rows, verdicts = path}
    os.remove(path)
    assert.is_truthy(said:find('need a column "same"', 1, true))
    assert.not_equal(entities[1].entity, entities[2].entity)
    assert.is_false((pcall(bina.link, {usaha = rows, verdicts = 5})))
  end)

  it("tells what it linked", function()
    assert.equal("bina linkage of list 1, usaha", tostring(bina.link{rows, usaha = rows}))
  end)
end)
