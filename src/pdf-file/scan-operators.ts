/**
 * Goes through a content stream (ISO 32000-1 §7.8.2) operator by operator without reading the
 * operands: `start` is where the first operand begins, `end` is behind the operator. For those who
 * only look where something stands; `readOperations` also says what it is, at several times the cost.
 */
export function scanOperators(
  bytes: Uint8Array,
  visit: (operator: string, start: number, end: number) => void,
): void {
  const { length } = bytes;
  let at = 0;
  // Where the operands of the next operator begin.
  let start = -1;
  while (at < length) {
    const byte = bytes[at] ?? 0;
    const kind = KINDS[byte];
    if (kind === WHITE) {
      at += 1;
      continue;
    }
    if (start < 0) start = at;
    if (kind === DELIMITER) {
      at = skipDelimited(bytes, at);
      continue;
    }
    const from = at;
    do at += 1;
    while (at < length && (KINDS[bytes[at] ?? 0] ?? 0) >= WORD);
    if (kind === NUMBER) continue;
    const name = nameOperator(bytes, from, at);
    if (at - from > 3 && OPERANDS.has(name)) continue;
    visit(name, start, at);
    start = -1;
    if (name === "ID") at = skipImage(bytes, at);
  }
}

const WHITE = 1;
const DELIMITER = 2;
const WORD = 3;
const NUMBER = 4;

/** By byte: what a token that begins with it is. */
const KINDS = new Uint8Array(256).fill(WORD);
for (const white of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) KINDS[white] = WHITE;
for (const sign of "()<>[]{}/%") KINDS[sign.charCodeAt(0)] = DELIMITER;
for (const sign of "0123456789+-.") KINDS[sign.charCodeAt(0)] = NUMBER;

/** Words that are no operators (§7.3.2, §7.3.9). */
const OPERANDS: ReadonlySet<string> = new Set(["true", "false", "null"]);

/** By the bytes of a name, two at most. */
const names: (string | undefined)[] = new Array(0x10000).fill(undefined);

/** A page has thousands of operators and a dozen different ones: each name is made once. */
function nameOperator(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 2) return Buffer.from(bytes.subarray(from, to)).toString("latin1");
  const key = ((bytes[from] ?? 0) << 8) | (to - from === 2 ? (bytes[from + 1] ?? 0) : 0);
  const name = names[key] ?? Buffer.from(bytes.subarray(from, to)).toString("latin1");
  names[key] = name;
  return name;
}

/** Behind what a delimiter begins: a string, a name, a comment; brackets are passed one by one. */
function skipDelimited(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  let at = from + 1;
  switch (bytes[from]) {
    case 0x28: {
      // ( … ), nested and with escapes (§7.3.4.2)
      let depth = 1;
      for (; at < length && depth > 0; at += 1) {
        const byte = bytes[at];
        if (byte === 0x5c) at += 1;
        else if (byte === 0x28) depth += 1;
        else if (byte === 0x29) depth -= 1;
      }
      return at;
    }
    case 0x3c:
      // << of a dictionary, or < … > of a string
      if (bytes[at] === 0x3c) return at + 1;
      while (at < length && bytes[at] !== 0x3e) at += 1;
      return at + 1;
    case 0x2f:
      while (at < length && (KINDS[bytes[at] ?? 0] ?? 0) >= WORD) at += 1;
      return at;
    case 0x25:
      while (at < length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
      return at;
    default:
      return at;
  }
}

/** Behind the `EI` of an image that stands in the stream (§8.9.7). */
function skipImage(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at + 2 < bytes.length; at += 1) {
    const isEnd = bytes[at + 1] === 0x45 && bytes[at + 2] === 0x49;
    if (isEnd && KINDS[bytes[at] ?? 0] === WHITE && KINDS[bytes[at + 3] ?? 0x20] === WHITE) {
      return at + 1;
    }
  }
  return bytes.length;
}
