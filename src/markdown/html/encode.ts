/** A character as a reference: `&#x26;`. */
export function encode(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
