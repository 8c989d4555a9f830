-- Running the Lua blocks of the documents as a reader would: for the specs that hold pages to be true.
local top = debug.getinfo(1, "S").source:match("^@(.*)tests/lua/[^/]*$")

local pages = {top = top}

-- Runs the first Lua block of a page; a file it names ("lotim.db") is that of `files`, and what it leaves open is that
-- of `scope`. Gives what it printed.
function pages.run(page, files, scope)
  local text = assert(io.open(top .. "docs/" .. page)):read("a")
  local block = assert(text:match("\n```lua\n(.-)\n```"))
  for name, path in pairs(files or {}) do
    block = block:gsub('"' .. name:gsub("%p", "%%%0") .. '"', function() return ("%q"):format(path) end)
  end
  local printed = {}
  scope = setmetatable(scope or {}, {__index = _G})
  scope.print = function(...)
    for n = 1, select("#", ...) do printed[#printed + 1] = tostring((select(n, ...))) end
  end
  assert(load(block, page, "t", scope))()
  return printed
end

return pages
