-- Workbooks (.xlsx) out: sheets from views, made so that people can work in them.

local native = require "bina.native"
local errors = require "bina.errors"
local language_number = require "bina.languages"
local options_of = require "bina.options"
local sources = require "bina.sources"
local view = require "bina.view"

local M = {}

local book_options = options_of"language title author created"
local sheet_options = options_of"titles columns headers choices editable names hidden most_rows"
local xlsx_options = options_of[[sheet language title author created titles columns headers choices editable names
                                 hidden most_rows]]

local methods = {}
local metatable = {__index = methods}

-- A text as a list of one.
local function texts(given)
  return type(given) == "string" and {given} or given
end

-- {field, value, field, value, ...}, in an order that is always the same.
local function pairs_of(given)
  if not given then return nil end
  local names, flat = {}, {}
  for name in pairs(given) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    for _, value in ipairs(texts(given[name])) do
      flat[#flat + 1] = name
      flat[#flat + 1] = value
    end
  end
  return flat
end

local function book_of(self)
  if not self.book then
    errors.complain("ERR_USAGE", "the workbook is closed", "buku kerja sudah ditutup")
  end
  return self.book
end

local function open_book(path, options)
  local self = setmetatable({language = language_number(options.language)}, metatable)
  self.book = native.workbook_open(path)
  self.book:describe(options.title, options.author, options.created or 0)
  return self
end

--- Begins a workbook; book:close() puts it in its place. options: language ("en", "id"), title, author, created
-- (milliseconds since 1970 UTC). Without close, or after an error in `local book <close>`, nothing is left behind.
function M.open(path, options) return open_book(path, book_options(options)) end

local function add_sheet(self, name, rows, options)
  native.workbook_add(book_of(self), name, sources.cursor_of(rows), self.language,
                      texts(options.titles), options.columns, pairs_of(options.headers),
                      pairs_of(options.choices), options.editable, options.names or false,
                      options.hidden or false, options.most_rows or 0)
end

--- Adds a sheet of rows: a view or a list. options: titles (lines above the header), columns (which, in order),
-- headers {field = "header"}, choices {field = {"this", "that"}}, editable (these fields only), names (headers are
-- the fields' names), hidden, most_rows (the rest goes on another sheet).
function methods:add(name, rows, options) add_sheet(self, name, rows, sheet_options(options)) end

--- Adds a sheet of text, such as instructions: a list of lines, the first its heading.
function methods:add_text(name, lines)
  native.workbook_add_text(book_of(self), name, texts(lines))
end

--- Puts the file in its place.
function methods:close()
  local book = book_of(self)
  self.book = nil
  native.workbook_close(book)
end

-- Left without close, by an error or not: nothing is written.
function metatable.__close(self)
  local book = self.book
  self.book = nil
  if book then native.workbook_free(book) end
end

--- Writes all rows as a workbook of one sheet. options: sheet (its name), language, and those of book:add.
function view.methods:write_xlsx(path, options)
  options = xlsx_options(options)
  local book <close> = open_book(path, options)
  add_sheet(book, options.sheet or self:open_cursor():description():plural(), self, options)
  book:close()
end

return M
