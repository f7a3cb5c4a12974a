/** ICC.1:2022 §7.2, §7.3: a header, a table of tags, and the tag `desc`. */
const HEADER_BYTES = 128;
const MOST_TAGS = 100;

/**
 * The name that a colour profile gives itself; monitors and scanners write their own into it.
 *
 * @returns undefined where the bytes are no profile.
 */
export function readProfileName(bytes: Uint8Array): string | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < HEADER_BYTES + 4 || file.toString("latin1", 36, 40) !== "acsp")
    return undefined;
  const count = Math.min(MOST_TAGS, file.readUInt32BE(HEADER_BYTES));
  for (
    let at = HEADER_BYTES + 4, tag = 0;
    tag < count && at + 12 <= file.length;
    at += 12, tag += 1
  ) {
    if (file.toString("latin1", at, at + 4) !== "desc") continue;
    const offset = file.readUInt32BE(at + 4);
    const data = file.subarray(offset, offset + file.readUInt32BE(at + 8));
    return data.length < 12 ? undefined : readText(data);
  }
  return undefined;
}

/** In version 2 ASCII with its length, in version 4 UTF-16 in several languages: the first. */
function readText(data: Buffer): string | undefined {
  if (data.toString("latin1", 0, 4) === "desc")
    return data.toString("latin1", 12, 12 + Math.max(0, data.readUInt32BE(8) - 1));
  if (data.length < 28) return undefined;
  const offset = data.readUInt32BE(24);
  const text = data.subarray(offset, offset + data.readUInt32BE(20));
  return new TextDecoder("utf-16be").decode(text);
}
