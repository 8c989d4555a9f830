-- What the library refuses, as Lua sees it.

local native = require "bina.native"

local errors = {}

local error_metatable = native.error_metatable()

function error_metatable.__tostring(self)
  if not self.file then return self.message end
  return self.file .. (self.sheet and ":" .. self.sheet or "") .. (self.line and ":" .. self.line or "")
    .. ": " .. self.message
end

--- Whether something that was caught is a complaint of the library.
function errors.is_error(caught)
  return type(caught) == "table" and getmetatable(caught) == error_metatable
end

--- The number of every status by its name: errors.status.ERR_NOT_FOUND.
errors.status = {}
do
  local n = 0
  local status = native.status_at(n)
  while status do
    errors.status[native.status_name(status)] = status
    n = n + 1
    status = native.status_at(n)
  end
end

--- Raises a complaint in the form of the library's own.
function errors.complain(name, message, pesan, more)
  local complaint = more or {}
  complaint.code, complaint.name = errors.status[name], name
  complaint.message, complaint.pesan = message, pesan
  error(setmetatable(complaint, error_metatable), 0)
end

return errors
