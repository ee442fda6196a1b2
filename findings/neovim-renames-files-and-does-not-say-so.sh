#!/usr/bin/env bash
# Neovim 0.7.2 (Debian): announces `resourceOperations: [rename, create, delete]` and no `documentChanges`, although the
# Language Server Protocol has a place for such operations nowhere but in `documentChanges`, and Neovim applies them there.
#
# A server that asks for both before it renames a file, as the protocol reads, refuses a rename that Neovim would do;
# one that falls back to `changes` loses the rename. The operation alone is the sign to go by.
# Needs apt to fetch the packages; nothing is installed.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; chmod 755 "$folder"; cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download neovim=0.7.2-7 neovim-runtime=0.7.2-7 libluajit-5.1-2 \
  libluajit-5.1-common libmsgpackc2 libtermkey1 libtree-sitter0 libunibilium4 libuv1 libvterm0 lua-luv
for package in *.deb; do dpkg -x "$package" root; done
export LD_LIBRARY_PATH="root/usr/lib:$(echo root/usr/lib/*-linux-gnu)" VIMRUNTIME="$folder/root/usr/share/nvim/runtime"
export HOME="$folder"

echo text > old.md
cat > try.lua <<'LUA'
local edit = vim.lsp.protocol.make_client_capabilities().workspace.workspaceEdit
print('resourceOperations ' .. table.concat(edit.resourceOperations, ' '))
print('documentChanges ' .. tostring(edit.documentChanges))
local uri = function(file) return vim.uri_from_fname(vim.loop.cwd() .. '/' .. file) end
vim.lsp.util.apply_workspace_edit(
  { documentChanges = { { kind = 'rename', oldUri = uri('old.md'), newUri = uri('new.md') } } }, 'utf-16')
LUA
root/usr/bin/nvim --headless -u NONE -c 'redir! > seen' -c 'luafile try.lua' -c 'redir END' -c 'qall!' 2> messages
grep -e '^resource' -e '^document' seen | tee /dev/stderr |
  diff - <(printf '%s\n' 'resourceOperations rename create delete' 'documentChanges nil')
test ! -e old.md && test "$(cat new.md)" = text
echo 'The file is renamed.'
