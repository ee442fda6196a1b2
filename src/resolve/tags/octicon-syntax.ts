/** What is wrong with the arguments of an octicon, and how they are spelt right as far as one can see. */
export function describeOcticonFault(args: string): { readonly message: string; readonly hint: string } {
  const [lead = '', name] = /^["'“”‘’]*([\w-]+)["'“”‘’]*/.exec(args) ?? [];
  if (name === undefined)
    return {
      message: `The tag 'octicon' names no icon.`,
      hint: 'Write {% octicon "gear" label="Settings" %}.',
    };
  const rest = args.slice(lead.length).trim();
  return {
    message: /^(?:"[^"]*"|'[^']*')/.test(args)
      ? `'${rest}' is not what may follow the name of an octicon: attributes with values in quotation marks.`
      : `The octicon name '${name}' is not in straight quotation marks.`,
    hint: `Write {% octicon "${name}"${spellAttributes(rest)} %}.`,
  };
}

const LOOSE =
  /(?<![\w-])[\d_-]*([a-z][\w-]*)\s*[=:]\s*(?:"([^"]*)"?|'([^']*)'?|[“‘]([^”’]*)[”’]?|([^\s,"']+))/gi;

function spellAttributes(text: string): string {
  const pairs = [...text.matchAll(LOOSE)].map(
    ([, key = '', ...values]) => ` ${key}="${values.find((value) => value !== undefined) ?? ''}"`,
  );
  const alone = /["'“]([^"'“”]+)["'”]/.exec(text)?.[1];
  if (pairs.length === 0 && alone !== undefined) return ` label="${alone}"`;
  if (pairs.length === 0 && text !== '') return ' label="Settings"';
  return pairs.join('');
}
