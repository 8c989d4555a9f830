-- Pages to print, sign and hand around: one HTML file each, that needs nothing else.

local native = require "bina.native"
local kinds = require("bina.kinds").kinds
local language_number = require "bina.languages"
local options_of = require "bina.options"
local register = require "bina.register"
local row = require "bina.row"
local tables = require "bina.table"

local M = {}

local statement_options = options_of"language issue signatories office place issued region scope"
local card_options = options_of"language purpose"

local methods = {}
local metatable = {__index = methods}

--- The whole page, as tostring(page).
function methods:html() return self.page:html() end

--- Writes the page, whole or not at all; "-" is standard output.
function methods:write(path) self.page:write(path) end

function metatable.__tostring(self) return self.page:html() end
function metatable.__len(self) return self.page:length() end

--- A page of the library as Lua sees it.
function M.wrap(page) return setmetatable({page = page}, metatable) end

-- Office held by name: a line each, in an order that is always the same.
local function lines_of(signatories)
  if type(signatories) ~= "table" then return signatories end
  local lines = {}
  for _, line in ipairs(signatories) do lines[#lines + 1] = line end
  return table.concat(lines, "\n")
end

--- The statement (Berita Acara Satu Data) as a page. Without number a draft; with one, the statement issued under
-- it, printed again. options: language ("id", "en"), issue (true issues it under the number), signatories (a list
-- of "office held: name"), office, place, issued (the date on the paper), region, scope.
function register.methods:statement(number, options)
  options = statement_options(options)
  local store = tables.handle_of(self)
  local statement
  if number and not options.issue then
    statement = native.statement_find(store, number)
  else
    local made = kinds.Statement{
      number = number, signatories = lines_of(options.signatories), office = options.office,
      place = options.place, issued = options.issued, region = options.region, scope = options.scope,
      language = options.language or "id"}
    statement = made[row.RECORD]
    if options.issue then native.statement_issue(store, statement) end
  end
  return M.wrap(native.statement_page(store, statement, language_number(options.language or "id")))
end

--- Everything about one enterprise (Kartu IKM), group or person on a page: given by record, id, number or NIB.
-- options: language ("id", "en"), purpose (shows NIK and telephones, is printed and written into the log).
function register.methods:card(record, options)
  options = card_options(options)
  if type(record) == "string" then
    local by_nib = record:find("^%d+$") and self.enterprises:where{nib = record}:first()
    record = by_nib or self:get(record)
  end
  return M.wrap(native.card_page(tables.handle_of(self), register.id_in(record),
                                 language_number(options.language or "id"), options.purpose))
end

return M
