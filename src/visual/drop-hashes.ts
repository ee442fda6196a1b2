/** Names of assets without the hash of their content: `theme/styles.da6330835c.css` is `theme/styles.css`. */
export function dropHashes(text: string): string {
  return text.replace(/([\w-])[.-][0-9a-f]{8,64}(?=\.[a-z]\w{0,5}\b)/g, '$1');
}
