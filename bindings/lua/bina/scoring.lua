-- Pairs as programs write them down.

local errors = require "bina.errors"

local M = {}

local names = {"list_a", "row_a", "list_b", "row_b"}

--- A list of pairs as tables with names: {"a", 1, "b", 2} and {1, 2} by place, others as they are.
function M.named(pairs_given)
  local made = {}
  for n, pair in ipairs(pairs_given) do
    if #pair == 0 then
      made[n] = pair
    elseif #pair == 2 then
      made[n] = {row_a = pair[1], row_b = pair[2]}
    elseif #pair == 4 then
      made[n] = {}
      for i, name in ipairs(names) do made[n][name] = pair[i] end
    else
      errors.complain("ERR_USAGE", "a pair is {list, row, list, row} or {row, row}",
                      "pasangan ialah {daftar, baris, daftar, baris} atau {baris, baris}")
    end
  end
  return made
end

return M
