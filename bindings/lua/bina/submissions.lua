-- A province and its regencies: who owes what for which period, what came, what went back.
-- A period is a year "2026", a half "2026-H1", a quarter "2026-Q3" or a month "2026-11".

local native = require "bina.native"
local files = require "bina.files"
local options_of = require "bina.options"
local register = require "bina.register"
local row = require "bina.row"
local tables = require "bina.table"
local task = require "bina.task"
local view = require "bina.view"

local handle_of = tables.handle_of
local methods = register.methods

local receive_options = options_of"nature list letter sent_by received mapping whole anywhere progress"

--- Notes that a regency, or every regency and city of a province, owes a submission, due on a day. Gives how many
-- are new.
function methods:submission_due(region, period, day)
  return native.submission_due(handle_of(self), region, period, day)
end

--- Receives a regency's file: the rows of its register, or only counts, which enter as figures it declared.
-- options: nature ("rows" or "counts"; else as the headers tell), list, letter, sent_by, received, mapping, whole
-- (a file with errors is returned at once), anywhere (take rows though hardly one lies in the regency), progress. Gives the submission, and what is wrong in the file.
function methods:submission_receive(region, period, path, options)
  options = receive_options(options)
  local list_faults
  local submission = files.with_faults(function(faults)
    list_faults = faults
    local work = native.receive_submission(handle_of(self), region, period, path, options.nature, options.list,
                                           options.letter, options.sent_by, options.received,
                                           options.mapping and options.mapping.mapping, options.whole or false,
                                           options.anywhere or false, faults)
    return task.run(work, options.progress)
  end)
  return row.wrap(submission), view.new(function() return list_faults:cursor() end)
end

--- Returns what was received, or even accepted, to be sent again.
function methods:submission_return(region, period, reason, letter)
  native.submission_return(handle_of(self), region, period, reason, letter)
end

--- Accepts what was received; with errors left only for a reason.
function methods:submission_accept(region, period, reason)
  native.submission_accept(handle_of(self), region, period, reason)
end
