-- What was meant by a name that is not there.

local M = {}

-- How many letters must change to make one word of another, as far as it matters here: 0, 1, 2 or more.
local function distance(one, other)
  local row = {}
  for j = 0, #other do row[j] = j end
  for i = 1, #one do
    local diagonal
    diagonal, row[0] = row[0], i
    for j = 1, #other do
      local replaced = diagonal + (one:byte(i) == other:byte(j) and 0 or 1)
      diagonal = row[j]
      row[j] = math.min(replaced, row[j] + 1, row[j - 1] + 1)
    end
  end
  return row[#other]
end

--- The one of some names that a word is a slip or two away from; nil when none is.
function M.of(key, allowed)
  local best, near = math.min(3, #key), nil
  for _, name in ipairs(allowed) do
    local far = distance(key, name)
    if far < best then best, near = far, name end
  end
  return near
end

--- What to say of a word that is none of some names, in two languages: the one that was meant, or all of them.
function M.meant(key, allowed)
  local near = M.of(key, allowed)
  if near then return "did you mean '" .. near .. "'?", "maksudnya '" .. near .. "'?" end
  local names = table.concat(allowed, ", ")
  return "there are: " .. names, "yang ada: " .. names
end

return M
