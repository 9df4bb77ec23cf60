-- Drives Neovim (0.7 or later) through what a person does with a report. Run by other-editors.test.ts:
--   nvim --headless -u NONE REPORT -c 'luafile neovim.lua'
-- with NODE, SERVER, LINE (of the wrong total, from 1), COLUMN (of its first character, in bytes from 0) and RESULT.
local seen = {}

local function finish(problem)
  seen.problem = problem
  local file = assert(io.open(vim.env.RESULT, 'w'))
  file:write(vim.fn.json_encode(seen))
  file:close()
  vim.cmd('qall!')
end

local function codes()
  local all = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(all, each.user_data and each.user_data.lsp and each.user_data.lsp.code or each.code or each.message)
  end
  table.sort(all)
  return all
end

local function run()
  local cmd = { vim.env.NODE, '--v8-pool-size=1', vim.env.SERVER, '--stdio' }
  local config = { name = 'zfxxgk', cmd = cmd, root_dir = vim.fn.getcwd() }
  local line, column = tonumber(vim.env.LINE), tonumber(vim.env.COLUMN)
  vim.o.fileformats = 'unix'
  local id = vim.lsp.start and vim.lsp.start(config) or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, id)
  local client = vim.lsp.get_client_by_id(id)
  local function ask(method, params)
    local answers = vim.lsp.buf_request_sync(0, method, params, 10000) or {}
    local answer = answers[id] or {}
    if answer.err then error(method .. ': ' .. vim.inspect(answer.err)) end
    return answer.result
  end
  local function until_true(what, test)
    if not vim.wait(20000, test, 20) then error('waited in vain for ' .. what) end
  end

  until_true('findings', function() return #codes() > 0 end)
  seen.found = codes()
  vim.api.nvim_win_set_cursor(0, { line, column })
  local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local hover = ask('textDocument/hover', place)
  seen.hover = hover.contents.value
  seen.highlights = #ask('textDocument/documentHighlight', place)
  seen.definition = #ask('textDocument/definition', place)
  local symbols = ask('textDocument/documentSymbol', { textDocument = place.textDocument })
  seen.symbols = #symbols

  local here = { start = place.position, ['end'] = place.position }
  local context = { diagnostics = {}, only = { 'quickfix' } }
  local actions = ask('textDocument/codeAction', { textDocument = place.textDocument, range = here, context = context })
  local chosen = actions[1]
  if not chosen.edit then chosen = ask('codeAction/resolve', chosen) end
  seen.title = chosen.title
  local before = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  vim.lsp.util.apply_workspace_edit(chosen.edit, client.offset_encoding)
  seen.fixed = vim.api.nvim_buf_get_lines(0, line - 1, line, false)[1]
  until_true('no findings', function() return #codes() == 0 end)
  vim.cmd('undo')
  seen.undone = vim.deep_equal(before, vim.api.nvim_buf_get_lines(0, 0, -1, false))
  until_true('the findings again', function() return #codes() > 0 end)
end

local ok, problem = pcall(run)
finish(not ok and tostring(problem) or nil)
