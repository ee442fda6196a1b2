/** Answers each question once; an answer that failed is asked for again. */
export function rememberAnswers<ToolResult>(
  answer: (name: string) => Promise<ToolResult>,
): (name: string) => Promise<ToolResult> {
  const known = new Map<string, Promise<ToolResult>>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = answer(name);
    known.set(name, found);
    found.catch(() => known.delete(name));
    return found;
  };
}
