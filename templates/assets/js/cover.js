// The class names of a subject's colours, as the generator gives them.

/** `["tint-3", "weave-1"]` for a subject by its name. */
export function cover(subject) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(subject)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return [`tint-${(hash >>> 4) % 10}`, `weave-${(hash >>> 16) % 4}`];
}
