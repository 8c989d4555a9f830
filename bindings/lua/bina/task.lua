-- Long work.

local native = require "bina.native"

local M = {}

--- Steps a task to its end and gives what came of it. A task that is given up is freed here and now: it may hold
-- a transaction open.
function M.run(task, progress)
  local ok, result = pcall(function()
    local done, total = task:step()
    while done do
      if progress then progress(task:stage(native.ENGLISH), done, total) end
      done, total = task:step()
    end
    return task:result()
  end)
  native.task_free(task)
  if not ok then error(result, 0) end
  return result
end

return M
