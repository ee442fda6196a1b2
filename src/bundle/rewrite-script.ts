/** An export that stands before what it exports. */
const EXPORT = /^export (?=(?:async )?(?:function\*?|const|let|class) (\w+))/gm;

/**
 * A script that does without modules: pages of a disk load none. One that exports something becomes a function that gives it, called
 * by who loads it; it is told what it runs in, which is a worker or a page.
 */
export function rewriteScript(text: string): string {
  const plain = text.replace(/(?<![\w.])import\(/g, 'decant.load(');
  const exported = [...plain.matchAll(EXPORT)].map(([, name]) => name);
  if (exported.length === 0) return plain;
  return `decant.define(function (self, WorkerGlobalScope) {
'use strict';
${plain.replace(EXPORT, '')}
return { ${exported.join(', ')} };
});
`;
}

/** A script that holds the bytes of a file, for who cannot fetch it. */
export function wrapFile(bytes: Uint8Array): string {
  return `decant.give('${Buffer.from(bytes).toString('base64')}');\n`;
}
