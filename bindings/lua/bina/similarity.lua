-- How alike texts are: what linkage compares names and numbers by.
--
--   local similarity = bina.similarity
--   similarity.jaro_winkler("martha", "marhta")          -- 0.961
--   local names = similarity.texts{"siti aminah", "made"}
--   names:osa("siti aminnah", 2)                         -- {1, 3}: more than 2 apart is 3
--
-- Texts are compared by character of UTF-8 as they are: "Siti" and "siti" differ.

local native = require "bina.native"

local M = {}

--- The similarity of two texts, 0 to 1: Jaro, and more for what begins alike.
function M.jaro_winkler(a, b) return native.similarity_jaro_winkler(a, b) end

--- The least number of inserted, deleted and changed characters.
function M.levenshtein(a, b) return native.distance_levenshtein(a, b) end

--- As levenshtein, but two neighbours that changed places are one edit.
function M.osa(a, b) return native.distance_osa(a, b) end

local methods = {}
local metatable = {__index = methods, __len = function(self) return self.texts:count() end}

--- The similarity of a text to each, in their order; 0 for those less alike than `least`, which is faster.
function methods:jaro_winkler(text, least) return self.texts:jaro_winkler(text, least or 0) end

--- The distance of a text from each, in their order; `most` + 1 for those that are farther.
function methods:levenshtein(text, most) return self.texts:levenshtein(text, most or -1) end

--- As levenshtein, but two neighbours that changed places are one edit.
function methods:osa(text, most) return self.texts:osa(text, most or -1) end

--- A column of texts, to hold one text against all of them many at a time. `#` tells how many.
function M.texts(list) return setmetatable({texts = native.Texts(list)}, metatable) end

return M
