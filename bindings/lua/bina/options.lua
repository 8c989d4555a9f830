-- Tables of options: a misspelt one is refused, not passed over in silence.

local errors = require "bina.errors"
local nearest = require "bina.nearest"

local function refuse(key, allowed)
  key = tostring(key)
  local meant, maksud = nearest.meant(key, allowed)
  errors.complain("ERR_USAGE", "there is no option '" .. key .. "'; " .. meant,
                  "tidak ada pilihan '" .. key .. "'; " .. maksud)
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
