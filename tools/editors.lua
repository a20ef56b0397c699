-- Does in Neovim what an editor does with a record, and writes what came of it: tools/editors.py.
--
-- nvim --headless -n -u SETTINGS -l tools/editors.lua REPORT

local report, client = {}, nil

local function await(what, met)
  if not vim.wait(30000, met, 20) then
    report.never = report.never or what
  end
end

local function ask(method, more)
  local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local answer = client:request_sync(method, vim.tbl_extend("force", place, more or {}), 30000, 0)
  return answer and answer.result or {}
end

local function line()
  return vim.api.nvim_get_current_line()
end

local function type(words)
  vim.api.nvim_set_current_line((line():gsub("source: [%w-]*", "source: " .. words)))
  vim.api.nvim_win_set_cursor(0, { vim.fn.line("."), line():find(words .. ",", 1, true) + #words - 1 })
end

vim.cmd.edit("data/events.yaml")
await("a server", function()
  client = vim.lsp.get_clients({ bufnr = 0 })[1]
  return client ~= nil and client.initialized
end)
vim.fn.search("cite: {source: council-undated-plans")

type("council-undated-plons")
await("a fault", function() return #vim.diagnostic.get(0) > 0 end)
report.fault = vim.diagnostic.get(0)[1].message

type("council-undated-p")
local offered = ask("textDocument/completion")
report.offered = vim.tbl_map(function(each) return each.label end, offered.items or offered)

type("council-undated-plans")
await("all well again", function() return #vim.diagnostic.get(0) == 0 end)
vim.cmd("normal! h")
report.hover = ask("textDocument/hover").contents.value
report.definition = vim.fs.basename(vim.uri_to_fname(ask("textDocument/definition")[1].uri))

vim.lsp.buf.rename("plans-of-the-bridge")
await("another id", function() return line():find("plans-of-the-bridge", 1, true) ~= nil end)
report.line = line()
report.other = table.concat(vim.api.nvim_buf_get_lines(vim.fn.bufnr("data/sources.yaml"), 0, -1, false), "\n")

vim.fn.writefile({ vim.json.encode(report) }, arg[1])
vim.cmd("quitall!")
