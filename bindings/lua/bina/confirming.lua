-- Asking agencies that will not run Bina: a workbook goes out and comes back with answers.

local native = require "bina.native"
local files = require "bina.files"
local language_number = require "bina.languages"
local options_of = require "bina.options"
local register = require "bina.register"
local row = require "bina.row"
local tables = require "bina.table"
local view = require "bina.view"

local handle_of = tables.handle_of
local methods = register.methods

local send_options = options_of"letter asked due region list everybody language"
local receive_options = options_of"answered_by letter answered dry_run"
local feedback_options = options_of"list language"

--- Writes down that an agency (an organisation, or a list it keeps) is asked about the enterprises on its lists, and
-- the workbook to send it. options: letter, asked, due (days), region, list, everybody (also what stands on none of
-- its lists), language ("id"). The same agency, day and letter are the same round. Gives its row.
function methods:confirm_send(agency, path, options)
  options = send_options(options)
  return row.wrap(native.confirm_send(handle_of(self), agency, path,
                                      language_number(options.language or "id"), options.letter,
                                      options.asked, options.due, options.region, options.list,
                                      options.everybody or false))
end

--- Reads a workbook that came back and writes the answers down; twice changes nothing. options: answered_by, letter,
-- answered (the day), dry_run. Gives what came of it, and a view of what could not be taken.
function methods:confirm_receive(path, options)
  options = receive_options(options)
  local found
  local receipt = files.with_faults(function(faults)
    found = faults
    return native.confirm_receive(handle_of(self), path, options.answered_by, options.letter,
                                  options.answered, options.dry_run or false, faults)
  end)
  return row.wrap(receipt), view.new(function() return found:cursor() end)
end

--- Does what an answer of report "answers" proposes; false where the register agreed already.
function methods:confirm_apply(confirmation, reason)
  return native.confirm_apply(handle_of(self), register.id_in(confirmation), reason) == 1
end

--- Writes a workbook that tells an agency what to mend in its own lists, by row of its own file. options: list (only
-- this one), language ("id"). Gives how many things there are to mend.
function methods:feedback(agency, path, options)
  options = feedback_options(options)
  return native.feedback_write(handle_of(self), agency, path,
                               language_number(options.language or "id"), options.list)
end

--- Decides against what an answer proposes.
function methods:confirm_dismiss(confirmation, reason)
  native.confirm_dismiss(handle_of(self), register.id_in(confirmation), reason)
end
