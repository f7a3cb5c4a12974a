import assert from "node:assert/strict";

/**
 * Rules that are written here once more, as plain data and without any code of the product: what it
 * forgets, these still know.
 */

/** XML 1.0 §2.2, and what it discourages. Tab and line end may stand in texts. */
const FORBIDDEN_IN_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/;

export function demandXmlText(text: string, what: string): void {
  const found = FORBIDDEN_IN_XML.exec(text);
  assert.equal(found, null, `${what} holds U+${found?.[0].charCodeAt(0).toString(16)}`);
  assert.doesNotMatch(text, /\p{Cs}/u, `${what} holds half a character`);
}

/** Schemes that run, read or fetch, however they are written. */
const ACTIVE = /^(?:javascript|vbscript|livescript|data|file|blob|about|view-source|jar|ms-\w+):/i;
const OUTWARD = /^(?:https?:\/\/[^/\s]|mailto:[^\s])/;

/** An address that leads out of the book: of the web or of mail, and nothing else by any reading. */
export function demandOutward(address: string): void {
  assert.match(address, OUTWARD, "an address of another kind");
  assert.ok(["http:", "https:", "mailto:"].includes(new URL(address).protocol));
  assert.doesNotMatch(address, /[\s\p{Cc}\p{Cs}"<>]/u, "an address that is not encoded");
  for (const reading of readingsOf(address)) assert.doesNotMatch(reading, ACTIVE);
}

/** What careless programs make of an address: entities and percents undone, white space left out. */
function readingsOf(address: string): readonly string[] {
  const readings = [address];
  for (let round = 0; round < 3; round += 1) {
    const last = readings.at(-1) ?? "";
    readings.push(undoPercents(undoEntities(last)));
  }
  return readings.map((one) => one.replace(/[\s\p{Cc}\p{Cf}]+/gu, ""));
}

function undoPercents(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function undoEntities(text: string): string {
  const named: Readonly<Record<string, string>> = {
    colon: ":",
    Tab: "\t",
    NewLine: "\n",
    amp: "&",
  };
  return text
    .replace(/&#x0*([0-9a-f]{1,5});?/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    .replace(/&#0*(\d{1,6});?/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&(colon|Tab|NewLine|amp);?/g, (_, name: string) => named[name] ?? "");
}

/** A path inside a folder, on any system: no root, no drive, no way up. */
export function demandInside(path: string): void {
  assert.doesNotMatch(path, /^[/\\~]|^[A-Za-z]:|\0/, "a path that begins elsewhere");
  for (const segment of path.split(/[/\\]/))
    assert.doesNotMatch(segment, /^\.\.[\s.]*$/, "a way up");
}
