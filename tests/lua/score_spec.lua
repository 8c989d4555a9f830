-- Scoring pairs that come from elsewhere.
local bina = require "bina"

local doubting = {options = {review = 0.05}} -- such lists leave few doubts

local function shops(spoil)
  local rows = {}
  for i, craft in ipairs{"Tenun", "Bambu", "Gerabah", "Kerupuk", "Dodol", "Songket", "Anyaman", "Terasi"} do
    for j, name in ipairs{"Lestari", "Jaya", "Sari", "Mandiri", "Barokah", "Maju"} do
      local full = craft .. " " .. name
      rows[#rows + 1] = {nama = spoil and j % 3 == 0 and full:sub(1, -2) or full, tahun = 1990 + i + j,
                         desa = ({"Pringgasela", "Loyok", "Masbagik", "Sukamulia"})[(i * 3 + j) % 4 + 1]}
    end
  end
  return rows
end

describe("given pairs", function()
  local result = bina.link{dinas = shops(), koperasi = shops(true), settings = doubting}

  it("weigh what the linkage says of them", function()
    local weights, count = {}, 0
    for pair in result:pairs() do weights[#weights + 1] = pair.weight end
    for score in result:score(result:pairs()) do
      count = count + 1
      assert.are.equal(weights[count], score.weight)
    end
    assert.are.equal(#weights, count)
    assert.is_true(count > 0)
  end)

  it("are tables by name or by place", function()
    local first, second, third
    for score in result:score{{"dinas", 3, "koperasi", 3}, {3, 3}, {list_a = "koperasi", row_a = 3, list_b = "dinas", row_b = 3}} do
      first, second, third = second, third, score
    end
    assert.are.equal(first.weight, second.weight)
    assert.are.equal(first.weight, third.weight)
    assert.are.near(1 / (1 + 2 ^ -first.weight), first.probability, 1e-12)
    assert.are.equal("integer", math.type(first.level_nama))
  end)

  it("of rows that are not there are refused", function()
    assert.has_error(function() for _ in result:score{{1, 49}} do end end)
    assert.has_error(function() result:score{{1, 2, 3}} end)
  end)

  it("need a fit alone", function()
    local fitted = bina.link{dinas = shops(), koperasi = shops(true), fit_only = true}
    assert.has_error(function() fitted:entities():first() end)
    assert.are.equal(result:score{{5, 5}}:first().weight, fitted:score{{5, 5}}:first().weight)
  end)

  it("are asked about, those first that teach most", function()
    local count = 0
    for question in result:questions(7) do
      count = count + 1
      assert.is_true(question.gain > 0)
      assert.are.equal("integer", math.type(question.alike))
    end
    assert.is_true(count >= 1 and count <= 7)
    assert.has_error(function() result:questions(0):first() end)
  end)
end)
