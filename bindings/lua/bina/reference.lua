local native = require "bina.native"
local kinds = require("bina.kinds").kinds
local row = require "bina.row"
local view = require "bina.view"

--- The tables every office shares: regions of every list since 2016, what became of them, and KBLI. An
-- edition is the year of a list; 0 or nil is the newest.
local M = {}

--- The lists of regions: year -> the regulation behind it (or false).
function M.editions()
  local found, n = {}, 0
  local year = native.region_edition_at(n)
  while year ~= 0 do
    found[year] = native.region_edition_basis(year) or false
    n = n + 1
    year = native.region_edition_at(n)
  end
  return found
end

--- A region by its code in any list.
function M.region(code, edition) return row.wrap(native.region_get(code, edition or 0)) end

--- All regions that may be meant by names {village, district, regency, province}, best first.
function M.find(names)
  return view.new(function()
    return native.region_find(names.village, names.district, names.regency, names.province)
  end)
end

--- The one region that is meant by names; an error when there is none or several.
function M.resolve(names)
  return row.wrap(native.region_resolve(names.village, names.district, names.regency, names.province))
end

--- What a region of any list is in an edition: itself, or what it became or came from.
function M.successors(code, edition)
  return view.new(function() return native.region_successors(code, edition or 0) end)
end

--- Whether a region of any list lies under (or is) another.
function M.is_under(code, under, edition)
  return native.region_is_under(code, under, edition or 0)
end

--- The codes of every list that lie under a region, as half-open ranges from, to.
function M.ranges_under(code, edition)
  return view.new(function() return native.region_under(code, edition or 0) end)
end

--- The Kemendagri code of a province or regency known by its BPS code of 2018, and the other way round.
M.from_bps, M.to_bps = native.region_from_bps, native.region_to_bps

--- A class of the industry classification.
function M.industry(code, edition) return row.wrap(native.industry_get(code, edition or 0)) end

for plural, kind in pairs{regions = "Region", successions = "Succession", industries = "Industry"} do
  --- In order of code: all of an edition, or those under one code.
  M[plural] = function(under, edition)
    return view.new(function()
      return native.reference_list(kinds[kind].number, edition or 0, under)
    end)
  end
end

return M
