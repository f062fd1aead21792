// How text becomes words: the same steps as in the generator (search/words.rs), or nothing is found.

const WORD_CHARS_MAX = 24;
const MARKS = /\p{M}/gu;
// Scripts that do not part words (pairs of characters instead), or a word.
const PARTS =
  /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+)|((?:(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}])[\p{Alphabetic}\p{N}])+)/gu;

/** The words of a text, in order. */
export function words(text) {
  const found = [];
  for (const [, run, word] of text.normalize("NFKD").replace(MARKS, "").toLowerCase().matchAll(PARTS)) {
    if (word) {
      found.push([...word].slice(0, WORD_CHARS_MAX).join(""));
      continue;
    }
    const characters = [...run];
    if (characters.length === 1) found.push(run);
    for (let at = 0; at + 1 < characters.length; at += 1) found.push(characters[at] + characters[at + 1]);
  }
  return found;
}

/** The number of the file, of so many, that holds all words with this beginning; -1 for single characters, which none holds. */
export function shardOf(word, shards) {
  const [first, second] = word;
  if (second === undefined) return -1;
  let hash = 0x811c9dc5;
  for (const character of [first, second]) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) % shards;
}
