-- Every block of docs/lua.md runs, one after the other, as a reader would type them.
describe("docs/lua.md", function()
  it("runs", function()
    local here = debug.getinfo(1, "S").source:match("^@(.*)tests/lua/[^/]*$")
    local page = assert(io.open(here .. "docs/lua.md")):read("a")
    local code, blocks = {}, 0
    for block in page:gmatch("\n```lua\n(.-)\n```") do
      code[#code + 1] = block
      blocks = blocks + 1
    end
    assert.truthy(blocks >= 5)
    -- The files it names, out of the way.
    local text, files = table.concat(code, "\n"), {}
    for _, name in ipairs{"lotim.db", "usaha.csv", "dinas.csv", "usaha.xlsx", "model.yaml", "statement.html",
                       "card.html"} do
      files[name] = os.tmpname()
      text = text:gsub('"' .. name:gsub("%p", "%%%0") .. '"', (("%q"):format(files[name]):gsub("%%", "%%%%")))
    end
    os.remove(files["lotim.db"])
    local printed = {}
    local scope = setmetatable({print = function(...)
      for n = 1, select("#", ...) do printed[#printed + 1] = tostring((select(n, ...))) end
    end}, {__index = _G})
    assert(load(text, "docs/lua.md", "t", scope))()
    printed = table.concat(printed, " ")
    assert.truthy(printed:find("Lombok Timur", 1, true))
    assert.truthy(printed:find("ERR_INVALID name field.required", 1, true))
    for _, path in pairs(files) do
      for _, ending in ipairs{"", "-wal", "-shm"} do os.remove(path .. ending) end
    end
  end)
end)
