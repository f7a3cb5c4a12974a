import { createHash } from "node:crypto";
import type { Edition } from "../source/book-options.ts";

/** RFC 9562 §6.6: the name space of URLs. */
const URL_NAMESPACE = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

/**
 * The identifier of a book: `urn:uuid:`, version 5 (RFC 9562 §5.5) of its language, permalink and
 * edition, so that every build of the same book anywhere has the same one.
 *
 * @param sessionKey of the session that the book is an offprint of.
 */
export function identifyBook(
  permalink: string,
  languageTag: string,
  edition: Edition = "trainer",
  sessionKey = "",
): string {
  // No permalink has a fragment.
  const session = sessionKey === "" ? "" : `#session=/${sessionKey}/`;
  const fragment = edition === "trainer" ? session : `${session}#${edition}`;
  const name = `https://handpress.invalid/${languageTag}${permalink}${fragment}`;
  const hash = createHash("sha1").update(URL_NAMESPACE).update(name, "utf8").digest();
  const bytes = hash.subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  const groups = [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ] as const;
  return `urn:uuid:${groups.map(([from, to]) => hex.slice(from, to)).join("-")}`;
}
