const OPENING = /^[ \t]*(`{3,})[ \t]*[\w-]+[^`]*$/;

/**
 * Markdown in which text behind the end of a code block (```` ``` Then go on ````) stands on a line of its own. A
 * block that such a line does not end would run on to the end of the next one, whose opening no author means as code.
 * Every character keeps its offset: a blank becomes a line ending.
 */
export function separateClosingFences(markdown: string): string {
  if (!TRAILED.test(markdown)) return markdown;
  const lines = markdown.split('\n');
  let open: { readonly mark: string; trailed: number | undefined } | undefined;
  for (const [at, line] of lines.entries()) {
    if (open === undefined) {
      const mark = OPENING.exec(line)?.[1];
      open = mark === undefined ? undefined : { mark, trailed: undefined };
    } else if (isClosing(line, open.mark)) {
      open = undefined;
    } else if (OPENING.test(line) && open.trailed !== undefined) {
      const trailed = lines[open.trailed] ?? '';
      lines[open.trailed] = trailed.replace(/^([ \t]*`+)[ \t]/, '$1\n');
      open = { mark: OPENING.exec(line)?.[1] ?? '', trailed: undefined };
    } else if (isTrailed(line, open.mark)) {
      open.trailed ??= at;
    }
  }
  return lines.join('\n');
}

const TRAILED = /^[ \t]*`{3,}[ \t]+[\w*[].*[ \t]/m;

function isClosing(line: string, mark: string): boolean {
  const text = line.trim();
  return text.length >= mark.length && text === '`'.repeat(text.length);
}

function isTrailed(line: string, mark: string): boolean {
  return line.trimStart().startsWith(`${mark} `) && TRAILED.test(line);
}
