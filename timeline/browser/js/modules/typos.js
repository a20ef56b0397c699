// @ts-check
/**
 * What was meant where nothing is found: words of the record that are one slip of the keyboard away, and the same question
 * without a word that stands in the way.
 */

const SHORTEST = 4;
const MOST = 3;

/** Whether one word becomes the other by one letter more, less, another, or two that change places. @param {string} one @param {string} other */
export function typo(one, other) {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || one === other) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const rest = short.slice(at + 1) === long.slice(at + 1);
  return rest || (short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2));
}

/** The words that may have been meant, the most frequent first; beginnings of words where no word is that near.
 * @param {string} typed @param {Iterable<[string, number]>} words with how often they stand there */
export function meant(typed, words) {
  if (typed.length < SHORTEST) return [];
  /** @type {[string, number][][]} */
  const [whole, begun] = [[], []];
  for (const [word, often] of words) {
    if (word.length < SHORTEST || word[0] === "#") continue;
    if (typo(typed, word)) whole.push([word, often]);
    else if (word.length > typed.length + 1 && [-1, 0, 1].some((more) => typo(typed, word.slice(0, typed.length + more)))) begun.push([word, often]);
  }
  const found = whole.length ? whole : begun;
  return found.sort((one, other) => other[1] - one[1] || one[0].length - other[0].length).slice(0, MOST).map(([word]) => word);
}
