/** Calls `act` for every element, for at most `limit` of them at the same time. */
export async function forEachAtOnce<T>(
  limit: number,
  elements: readonly T[],
  act: (element: T) => Promise<void>,
): Promise<void> {
  const waiting = elements.values();
  const line = async () => {
    for (const element of waiting) await act(element);
  };
  await Promise.all(Array.from({ length: limit }, line));
}
