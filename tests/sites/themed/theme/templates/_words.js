/** Words that several templates share. A name that begins with `_` is no template. */
export const closing = { en: 'Close the lid when you are done.', ja: '終わったら、ふたを閉めてください。' };
