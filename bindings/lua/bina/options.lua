-- Tables of options: a misspelt one is refused, not passed over in silence.

local errors = require "bina.errors"

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

local function nearest(key, allowed)
  local best, near = math.min(3, #key), nil
  for _, name in ipairs(allowed) do
    local far = distance(key, name)
    if far < best then best, near = far, name end
  end
  return near
end

local function refuse(key, allowed)
  key = tostring(key)
  local near = nearest(key, allowed)
  local names = table.concat(allowed, ", ")
  errors.complain("ERR_USAGE",
                  "there is no option '" .. key .. "'; " ..
                    (near and "did you mean '" .. near .. "'?" or "there are: " .. names),
                  "tidak ada pilihan '" .. key .. "'; " ..
                    (near and "maksudnya '" .. near .. "'?" or "yang ada: " .. names))
end

--- What checks a table of options against their names: gives the table, or an empty one for nil. Anything but those
-- names in it raises ERR_USAGE.
return function(names)
  local allowed, known = {}, {}
  for name in names:gmatch("%S+") do
    allowed[#allowed + 1] = name
    known[name] = true
  end
  return function(options)
    if options == nil then return {} end
    if type(options) ~= "table" then
      errors.complain("ERR_USAGE", "options are a table, not a " .. type(options),
                      "pilihan itu tabel, bukan " .. type(options))
    end
    for key in pairs(options) do
      if not known[key] then refuse(key, allowed) end
    end
    return options
  end
end
