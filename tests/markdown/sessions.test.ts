import { describe, expect, test } from 'vitest';
import { render, show } from './fill.ts';
import { findDifferences } from './parsers.ts';

/** What the copy button takes of a block of code. */
async function copy(language: string, code: string): Promise<string> {
  const html = show(await render(`\`\`\`\`${language}\n${code}\n\`\`\`\``));
  expect(readText(html).trim()).toBe(code.replace(/<\/?em>/g, '').trim());
  return readText(html, 'session-').replace(/\n$/, '');
}

/** The text of HTML, without that of elements whose class begins so. */
function readText(html: string, without = '\0'): string {
  let depth = 0;
  let text = '';
  for (const [token, slash] of html.matchAll(/<(\/?)[a-z][^>]*>|[^<]+/g)) {
    if (slash === '/') depth = Math.max(0, depth - 1);
    else if (slash === '') depth += depth > 0 || token.includes(`class="${without}`) ? 1 : 0;
    else if (depth === 0) text += token;
  }
  return text.replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&');
}

describe('of what a terminal shows, only commands are copied:', () => {
  test.each([
    ['a prompt', 'shell', '$ make tea', 'make tea'],
    ['several, and output', 'console', '$ cd tea\n$ ls\nblack\ngreen\n\n$ pwd', 'cd tea\nls\npwd'],
    [
      'output behind `>`, as it stands in older content',
      'shell',
      '$ brew\n> done in 4 minutes\n> poured',
      'brew',
    ],
    ['comments', 'shell', '# Boils water\n$ boil\n# Pours it\n$ pour', 'boil\npour'],
    ['a host', 'shell', 'ana@port:~/tea$ brew\nready\nana@port:~/tea$ ', 'brew\n'],
    ['a host that readers put in', 'shell', 'ana@<em>HOST</em>:~$ brew <em>TEA</em>', 'brew TEA'],
    ['a host in brackets', 'bash', '[root@port ~]# brew\n[tea]$ pour', 'brew\npour'],
    ['root on a host', 'console', 'root@port:/# brew', 'brew'],
    ['zsh', 'zsh', 'ana@mac ~ % brew\n', 'brew'],
    ['fish', 'fish', 'ana@port ~/tea> brew', 'brew'],
    ['a name before the prompt', 'shell', '(venv) $ brew\n(first)$ pour', 'brew\npour'],
    ['a folder', 'sh', '~/tea $ brew\n/ # pour', 'brew\npour'],
    ['a shell with its number', 'bash', 'bash-5.1$ brew\nsh-4.4# pour', 'brew\npour'],
    ['root', 'console', '# brew tea\n# pour --all \\\n  cups\nPoured.', 'brew tea\npour --all \\\n  cups'],
    ['no language', '', '$ brew\nready', 'brew'],
    ['indentation', 'shell', '  $ brew\n  ready', 'brew'],
    ['joined lines', 'shell', '$ brew \\\n    --hot \\\n    tea\nready', 'brew \\\n    --hot \\\n    tea'],
    ['joined lines with prompts', 'shell', '$ brew \\\n$   --hot\n> ready', 'brew \\\n  --hot'],
    ['joined lines with `>`', 'shell', '$ brew \\\n> --hot\nready', 'brew \\\n--hot'],
    ['a redirection below a joined line', 'shell', '$ brew \\\n  > cup', 'brew \\\n  > cup'],
    [
      'lines joined inside quotes',
      'shell',
      '$ pour \'{ \\\n$   "a": 1 \\\n$ }\'\nok',
      'pour \'{ \\\n  "a": 1 \\\n}\'',
    ],
    ['a quotation', 'shell', '$ note "one\n>\n> two"\nnoted', 'note "one\n\ntwo"'],
    ['an apostrophe that opens nothing', 'shell', "$ echo it's\nit is\n$ ls\ntea", "echo it's\nls"],
    ['an apostrophe in a comment', 'shell', "$ ls # don't\ntea\n$ pwd # isn't", "ls # don't\npwd # isn't"],
    ['a pipe', 'shell', '$ brew |\n> pour &&\n> drink\nready', 'brew |\npour &&\ndrink'],
    [
      'a loop',
      'bash',
      '$ for cup in 1 2; do\n>   pour $cup\n> done\n1\n2',
      'for cup in 1 2; do\n  pour $cup\ndone',
    ],
    [
      'a loop without marks',
      'bash',
      '$ while brew\ndo\n  if hot; then\n    pour\n  fi\ndone\nok',
      'while brew\ndo\n  if hot; then\n    pour\n  fi\ndone',
    ],
    ['a function', 'bash', '$ tea() {\n  (brew)\n}\n$ tea\nok', 'tea() {\n  (brew)\n}\ntea'],
    ['a case', 'bash', '$ case $tea in\na) brew ;;\nesac\nok', 'case $tea in\na) brew ;;\nesac'],
    ['a value in braces', 'bash', '$ echo $TEA{a,b}\ngreen\n$ ls', 'echo $TEA{a,b}\nls'],
    [
      'a here-document',
      'bash',
      '$ cat <<EOF > tea\n$ not a prompt\n> nor this\n\nEOF\n$ ls',
      'cat <<EOF > tea\n$ not a prompt\n> nor this\n\nEOF\nls',
    ],
    ['one with marks', 'bash', "$ cat <<'END'\n> a\n>\n> b\n> END\na\nb", "cat <<'END'\na\n\nb\nEND"],
    [
      'one with tabs, and another',
      'bash',
      '$ cat <<-A <<"B"\n\ta\n\tA\nb\nB\nout',
      'cat <<-A <<"B"\n\ta\n\tA\nb\nB',
    ],
    ['one that is never ended', 'bash', '$ cat <<EOF\nout\n$ ls', 'cat <<EOF\nls'],
    ['a here-string', 'bash', '$ cat <<< EOF\nEOF\n$ ls', 'cat <<< EOF\nls'],
    ['PowerShell', 'powershell', 'PS C:\\tea> brew `\n>> -Hot\nready\nPS> pour', 'brew `\n-Hot\npour'],
    [
      'a block of PowerShell',
      'pwsh',
      'PS /tea> 1..2 | % {\n>>   pour $_\n>> }\n1',
      '1..2 | % {\n  pour $_\n}',
    ],
    ['PowerShell among shells', 'shell', 'PS C:\\> git --version\n> git version 2', 'git --version'],
    ['a bare `>` of Windows', 'powershell', '> brew\nready', 'brew'],
    ['cmd', 'cmd', 'C:\\tea>brew ^\nMore? --hot\nready\nC:\\tea> pour', 'brew ^\n--hot\npour'],
    [
      'Python',
      'python',
      '>>> def tea():\n...     brew()\n...\n>>> tea()\n"ready"',
      'def tea():\n    brew()\n\ntea()',
    ],
    ['Ruby', 'irb', 'irb(main):001:0> brew\n=> true', 'brew'],
  ])('%s', async (_, language, code, commands) => {
    expect(await copy(language, code)).toBe(commands);
  });

  test.each([
    ['a script', 'bash', '#!/bin/sh\n# Brews.\nbrew\n'],
    ['a command and its comment', 'console', '# install it\nnpm install'],
    ['a comment that is a sentence', 'console', '# Nothing to do here.'],
    ['a prompt below another line', 'shell', 'brew\n$ pour'],
    ['output alone', 'shell', '> ready'],
    ['another language', 'yaml', '$ brew'],
    ['a shell variable', 'bash', '$TEA brew\n$(brew)'],
    ['a redirection of cmd', 'cmd', 'C:\\tea\\brew.exe>cup.txt'],
    ['a path with a comment', 'bash', '/usr/bin/brew # hot'],
    ['words behind a sign of per cent', '', '% a comment'],
    ['Python without prompts', 'python', 'brew()\n>>> x'],
  ])('%s is copied whole', async (_, language, code) => {
    const html = show(await render(`\`\`\`${language}\n${code}\n\`\`\``));
    expect(html).not.toContain('session-');
  });

  test('prompts and the rest are set off in code that is highlighted across lines', async () => {
    const html = show(await render('```shell\n$ note "one\n> two"\nok\n```'));
    expect(html).toBe(
      '<pre><code class="hljs language-shell"><span class="session-prompt">$ </span>note <span class="hljs-string">"one\n</span><span class="session-prompt"><span class="hljs-string">> </span></span><span class="hljs-string">two"</span>\n<span class="session-rest">ok\n</span></code></pre>',
    );
  });

  test('both parsers agree', async () => {
    expect(await findDifferences(['```sh\n$ a\nb\n```', '- a\n\n  ```sh\n  $ a\n  > b\n  ```'])).toEqual([]);
  });

  test('long code takes no long time', async () => {
    const lines = ["$ (echo '"].concat(Array.from({ length: 20_000 }, () => '$ cat <<EOF ('));
    const rendering = await render(`\`\`\`sh\n${lines.join('\n')}\n\`\`\``);
    expect(rendering.problems).toEqual([]);
  });
});
