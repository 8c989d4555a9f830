-- People decide what scores cannot: the doubtful pairs of a register.

local native = require "bina.native"
local files = require "bina.files"
local language_number = require "bina.languages"
local options_of = require "bina.options"
local register = require "bina.register"
local rows = require "bina.row"
local tables = require "bina.table"
local view = require "bina.view"

local handle_of = tables.handle_of
local methods = register.methods

local review_options = options_of"limit region reviewer second disputed sample"
local decide_options = options_of"reviewer settle subject"
local export_options = options_of"limit region reviewer second disputed sample language purpose"

--- The pairs that people must look at, those that teach most first: a list of rows with pair, first, second,
-- weight, probability, state, gain and judgements. options: limit, region, reviewer (who judges, and is not asked
-- twice), second (those that others decided), disputed (only those that people disagree on),
-- sample (by lot: those asked first are a random sample, for the most likely count). A number is the limit.
function methods:review(options)
  options = review_options(type(options) == "number" and {limit = options} or options)
  return view.new(function()
    return native.review_pairs(handle_of(self), options.reviewer, options.region, options.limit or -1,
                               options.second or false, options.disputed or false, options.sample or false)
  end):all()
end

local function pair_in(pair)
  if rows.is_row(pair) and pair[rows.SLOTS].pair then return pair.pair end
  return register.id_in(pair)
end

--- A pair field by field: rows with field, first, second, same, first_marks and second_marks ("*" for each letter
-- that differs), adds, reason and alasan. mask shows only the last three digits of NIK and phones.
function methods:review_lines(pair, mask)
  return view.new(function()
    return native.review_lines(handle_of(self), pair_in(pair), mask or false)
  end):all()
end

--- Writes down what a person says of a pair (its id, or a row of review): same, same_owner, same_household,
-- member_of, successor_of, different or cannot_tell. The pair gets the verdict most people gave; where as many say
-- otherwise it stays open. It takes effect with the next reconciling. options: reviewer, settle, subject
-- (of member_of and successor_of: the row that is the member or the successor). Gives the number of the commit, for undo; 0 when nothing changed.
function methods:decide(pair, verdict, reason, options)
  options = decide_options(options)
  return native.review_judge(handle_of(self), pair_in(pair), verdict, reason, options.reviewer,
                             options.settle or false, register.id_in(options.subject) or 0)
end

--- As decide, for two source records of which no pair need exist.
function methods:decide_rows(first, second, verdict, reason, options)
  options = decide_options(options)
  return native.review_judge_rows(handle_of(self), register.id_in(first), register.id_in(second), verdict, reason,
                                  options.reviewer, options.settle or false, register.id_in(options.subject) or 0)
end

--- Who said what of the pairs on which people did not say the same, disputed ones first: a view.
function methods:disagreements()
  return view.new(function() return native.review_disagreements(handle_of(self)) end)
end

--- Writes the pairs of review as a workbook to be filled in: two rows a pair, a drop-down of verdicts. options: those
-- of review; language ("id"); purpose (what NIK and phones are needed for: it is written into the log; without it they
-- are masked). Gives their number.
function methods:export_review(path, options)
  options = export_options(options)
  return native.review_export(handle_of(self), path, options.reviewer, options.region, options.limit or -1,
                              options.second or false, options.disputed or false, options.sample or false,
                              language_number(options.language or "id"), options.purpose)
end

--- Reads such a workbook back as far as it is filled in: gives the counts pairs, judged, unchanged, unanswered and
-- refused, and a view of the faults. reviewer is who judged where a row names nobody. The same again changes nothing.
function methods:import_review(path, reviewer)
  local faults
  local record = files.with_faults(function(found)
    faults = found
    return native.review_import(handle_of(self), path, reviewer, found)
  end)
  return rows.wrap(record), view.new(function() return faults:cursor() end)
end
