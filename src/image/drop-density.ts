/**
 * Takes away `pHYs`, which the encoder always writes and tools that look for traces show
 * (PNG, Third Edition, §11.3.4.3). Nothing here goes by it.
 */
export function dropDensity(png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  let at = 8;
  // It stands before the pixels (§5.6); each chunk is 12 bytes longer than its data (§5.3).
  while (bytes.toString("latin1", at + 4, at + 8) !== "IDAT") {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "pHYs")
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    at = end;
  }
  return png;
}
