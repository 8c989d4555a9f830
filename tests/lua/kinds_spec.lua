-- Kinds are made from the library's descriptions: what they promise to somebody typing.
local bina = require "bina"

describe("a record", function()
  it("gives what was set", function()
    local shop = bina.Enterprise{name = "Tenun Ikat", region = "52.03.05.2001", workers = 12,
                                 latitude = -8.5}
    assert.equal("Tenun Ikat", shop.name)
    assert.equal(12, shop.workers)
    assert.equal(-8.5, shop.latitude)
    assert.is_nil(shop.sales)
  end)

  it("keeps integers exact and integer", function()
    -- 2^53 + 1 is the first whole number a double cannot hold.
    local shop = bina.Enterprise{sales = 9007199254740993}
    assert.equal(9007199254740993, shop.sales)
    assert.equal("integer", math.type(shop.sales))
    shop.workers = 5
    assert.equal("5", tostring(shop.workers))
    shop.sales = math.maxinteger
    assert.equal(math.maxinteger, shop.sales)
    shop.workers = 3.0 -- a whole number, however written
    assert.equal("integer", math.type(shop.workers))
  end)

  it("tells null from unset", function()
    local shop = bina.Enterprise{name = bina.null}
    assert.is_true(shop:is_set("name"))
    assert.is_nil(shop.name)
    assert.is_false(shop:is_set("workers"))
    shop.workers = 3
    shop.workers = nil
    assert.is_true(shop:is_set("workers"))
    shop:unset("workers")
    assert.is_false(shop:is_set("workers"))
  end)

  it("has days and times as ISO texts", function()
    local person = bina.Person{born = "1980-02-29"}
    assert.equal("1980-02-29", person.born)
    local store = bina.Store{created = "2020-11-09T07:30:00Z"}
    assert.equal("2020-11-09T07:30:00.000Z", store.created)
  end)

  it("gives its fields in order to pairs", function()
    local names = {}
    for name in pairs(bina.Enterprise{workers = 3, name = "Batik"}) do names[#names + 1] = name end
    assert.same({"name", "workers"}, names)
  end)

  it("keeps every letter", function()
    for _, text in ipairs{"Café", "日本", "ᬩᬮᬶ", "𝄞", "\u{10FFFF}"} do
      assert.equal(text, bina.Enterprise{name = text}.name)
    end
  end)

  it("shows no personal data", function()
    local shown = tostring(bina.Person{name = "Inaq Sari", nik = "5203014101800001"})
    assert.is_nil(shown:find("Sari"))
    assert.is_nil(shown:find("5203"))
    assert.truthy(tostring(bina.Enterprise{name = "Tenun"}):find("Tenun"))
  end)
end)

describe("a refusal", function()
  local refusals = {
    {"a wrong type", "ERR_TYPE", "workers", function() bina.Enterprise{workers = "three"} end},
    {"a fraction", "ERR_TYPE", "sales", function() bina.Enterprise{sales = 1.5} end},
    {"a NIK that was read as a number", "ERR_TYPE", "nik",
     function() bina.Person{nik = 5203014101800001} end},
    {"a text with NUL", "ERR_TYPE", "name", function() bina.Enterprise{name = "a\0b"} end},
    {"a text that is not UTF-8", "ERR_TYPE", "name", function() bina.Enterprise{name = "Caf\xe9"} end},
    {"an overlong text", "ERR_TYPE", "name", function() bina.Enterprise{name = "\xc0\x80"} end},
    {"half a surrogate pair", "ERR_TYPE", "name", function() bina.Enterprise{name = "\xed\xa0\x80"} end},
    {"a day that does not exist", "ERR_INVALID", "born", function() bina.Person{born = "1980-02-30"} end},
    {"a field that is not there", "ERR_USAGE", "nmae", function() bina.Enterprise{nmae = "x"} end},
    {"not a number", "ERR_TYPE", "latitude", function() bina.Enterprise{latitude = 0 / 0} end},
  }
  for _, refusal in ipairs(refusals) do
    it("of " .. refusal[1] .. " is a table that names the field", function()
      local ok, caught = pcall(refusal[4])
      assert.is_false(ok)
      assert.is_true(bina.is_error(caught))
      assert.equal(refusal[2], caught.name)
      assert.equal(bina.status[refusal[2]], caught.code)
      assert.equal(refusal[3], caught.field)
      assert.equal("string", type(caught.pesan))
      assert.equal(caught.message, tostring(caught))
      assert.is_nil(caught.message:find("5203014101800001"))
    end)
  end

  it("of reading a field that is not there", function()
    local caught = select(2, pcall(function() return bina.Enterprise{}.worker end))
    assert.equal("ERR_USAGE", caught.name)
  end)

  it("leaves no trace in the record", function()
    local shop = bina.Enterprise{name = "Batik"}
    pcall(function() shop.workers = "x" end)
    shop.workers = 3
    assert.equal(3, shop.workers)
  end)
end)

describe("the library", function()
  it("describes every kind", function()
    assert.truthy(#bina.kinds.enterprises.fields > 20)
    assert.equal(bina.Enterprise, bina.kinds.Enterprise)
    for _, kind in pairs(bina.kinds) do
      assert.truthy(#kind.doc > 0)
      for _, field in ipairs(kind.fields) do assert.truthy(#field.doc > 0) end
    end
  end)

  it("names its statuses", function()
    assert.equal(-2, bina.status.ERR_NOT_FOUND)
    assert.equal(0, bina.status.OK)
  end)
end)
