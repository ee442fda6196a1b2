#!/usr/bin/env bash
# git 2.39.5: `check-ignore --stdin` refuses plain names where GIT_LITERAL_PATHSPECS is set.
#
# The variable says that names are names and no patterns, so tools set it for every call of git when file names may hold `*` or
# `[`. `ls-files` and `add` take it. `check-ignore` takes the names of --stdin as they are anyway, and yet ends with 128 and
# "pathspec magic not supported by this command: 'literal'", though no name holds any.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
git --version
git init -q .; echo '*.log' > .gitignore

ask() { printf 'a.log\nb.md\n' | "$@" 2>&1 && echo "exit 0" || echo "exit $?"; }
{
  echo 'without:'; ask git check-ignore --stdin
  echo 'with:'; ask env GIT_LITERAL_PATHSPECS=1 git check-ignore --stdin
  echo 'ls-files with:'; ask env GIT_LITERAL_PATHSPECS=1 git ls-files
} | tee seen
cat > expected <<'TXT'
without:
a.log
exit 0
with:
fatal: a.log: pathspec magic not supported by this command: 'literal'
exit 128
ls-files with:
exit 0
TXT
diff expected seen
