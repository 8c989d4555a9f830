-- The two languages the library speaks.

local native = require "bina.native"
local errors = require "bina.errors"

local languages = {en = native.ENGLISH, id = native.INDONESIAN}

--- The library's number of "en" or "id"; of nil that of "en".
return function(language)
  local number = languages[language or "en"]
  if not number then
    errors.complain("ERR_USAGE", "language must be 'en' or 'id'", "language harus 'en' atau 'id'")
  end
  return number
end
