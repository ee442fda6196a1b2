import { type Liquid, Tokenizer, type TopLevelToken } from 'liquidjs';

/** A stretch of a template as text. LiquidJS would look at each character of it for the tag behind, which is known: it stops at the first. */
export function createTextToken(
  text: string,
  begin: number,
  end: number,
  { options }: Pick<Liquid, 'options'>,
): TopLevelToken {
  const token = new Tokenizer(text, options.operators, undefined, [begin, end]).readHTMLToken(['']);
  token.end = end;
  return token;
}
