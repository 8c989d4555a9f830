-- Texts are alike as published, also one against many.

local bina = require "bina"
local similarity = bina.similarity

describe("similarity", function()
  it("gives the published values", function()
    assert.is_near(0.961, similarity.jaro_winkler("MARTHA", "MARHTA"), 0.0005)
    assert.is_near(0.813, similarity.jaro_winkler("DIXON", "DICKSONX"), 0.0005)
    assert.equal(3, similarity.levenshtein("kitten", "sitting"))
    assert.equal(2, similarity.levenshtein("ab", "ba"))
    assert.equal(1, similarity.osa("ab", "ba"))
    assert.equal(1, similarity.levenshtein("Þóra", "Þora"))
    assert.equal(1, similarity.levenshtein("a\0b", "ab"))
  end)

  it("holds one against many", function()
    local names = {"siti aminah", "siti aminnah", "made", "", "山田", "gusti ayu oka kusumawati"}
    local texts = similarity.texts(names)
    assert.equal(6, #texts)
    for _, one in ipairs(names) do
      local alike, apart, edits = texts:jaro_winkler(one), texts:levenshtein(one), texts:osa(one)
      for n, name in ipairs(names) do
        assert.equal(similarity.jaro_winkler(one, name), alike[n])
        assert.equal(similarity.levenshtein(one, name), apart[n])
        assert.equal(similarity.osa(one, name), edits[n])
        assert.equal("integer", math.type(apart[n]))
      end
    end
    assert.same({0, 1, 3, 3, 3, 3}, texts:osa("siti aminah", 2))
    assert.same({1, 0, 0, 0, 0, 0}, texts:jaro_winkler("siti aminah", 1))
    assert.same({}, similarity.texts{}:osa("made"))
  end)

  it("refuses what is no text", function()
    assert.has_error(function() similarity.osa("made", 5) end)
    assert.has_error(function() similarity.texts{"made", 5} end)
  end)
end)
