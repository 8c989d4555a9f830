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

local answers = {[""] = "open", ["?"] = "open"}
for _, word in ipairs{"yes", "y", "ya", "true", "1", "same", "sama"} do answers[word] = true end
for _, word in ipairs{"no", "n", "tidak", "false", "0", "different", "beda", "berbeda"} do answers[word] = false end

--- Verdicts of a view, such as questions in a file with a column "same", as tables; without those that are open.
-- Where there is one list, it need not be named.
function M.answered(view, only)
  local found = {}
  for row in view do
    local said = {list_a = only, list_b = only}
    -- Workbooks have a blank where programs have a low line.
    for name, value in pairs(row:fields()) do said[name:gsub(" ", "_")] = value end
    for _, name in ipairs{"row_a", "row_b"} do said[name] = math.tointeger(tonumber(said[name] or "")) end
    local same = answers[tostring(said.same or ""):lower()]
    if said.same == false then same = false end
    if same ~= nil then said.same = same end
    if same ~= "open" then found[#found + 1] = said end
  end
  return found
end

return M
