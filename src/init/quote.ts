/** A text as YAML writes it on one line, whatever it holds. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
