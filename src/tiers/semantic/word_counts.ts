/**
 * The words of one memory as stored in memory_words: n hashes of 4 bytes (little-endian, ascending), n counts of one byte
 * (255 = 255 or more), and the number of words in 4 bytes. A hash may belong to two words, once in about 4,000 million pairs;
 * which memories hold a word is the FTS table's matter, so a clash only misplaces a hit.
 */

/** FNV-1a over UTF-16 code units, 32 bits. */
export function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}

/** Packs counted words; `length` is how many words the text has. */
export function packWords(counts: ReadonlyMap<string, number>, length: number): Buffer {
  const by_hash = new Map<number, number>();
  for (const [word, count] of counts) {
    const hash = wordHash(word);
    by_hash.set(hash, (by_hash.get(hash) ?? 0) + count);
  }
  const hashes = [...by_hash.keys()].sort((a, b) => a - b);
  const bytes = Buffer.allocUnsafe(hashes.length * 5 + 4);
  for (const [index, hash] of hashes.entries()) {
    bytes.writeUInt32LE(hash, index * 4);
    bytes[hashes.length * 4 + index] = Math.min(by_hash.get(hash) ?? 0, 255);
  }
  bytes.writeUInt32LE(length, hashes.length * 5);
  return bytes;
}

/** How many words the text has, repetitions too. */
export function lengthIn(bytes: Buffer): number {
  return bytes.readUInt32LE(bytes.length - 4);
}

/** How often a word occurs. */
export function countIn(bytes: Buffer, hash: number): number {
  const distinct = (bytes.length - 4) / 5;
  let low = 0;
  let high = distinct - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = bytes.readUInt32LE(middle * 4);
    if (found === hash) return bytes[distinct * 4 + middle] ?? 0;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
