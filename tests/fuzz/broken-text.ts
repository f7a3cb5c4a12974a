import fc from "fast-check";

/** What people's files and enemies' have between their words. */
const SPLINTERS = [
  "\u0000",
  "\u0001",
  "\u0008",
  "\u000B",
  "\u000C",
  "\u001B[31m",
  "\u007F",
  "\u0085",
  "\u009B",
  "\u00A0",
  "\u00AD",
  "\u061C",
  "\u200B",
  "\u200D",
  "\u200E",
  "\u200F",
  "\u2028",
  "\u2029",
  "\u202A",
  "\u202E",
  "\u2066",
  "\u2069",
  "\uFEFF",
  "\uFFFD",
  "\uFFFE",
  "\uFFFF",
  "\uFDD0",
  "\u{1F469}\u200D\u{1F4BB}",
  "\u{10FFFF}",
  "\u{E0041}",
  "e\u0301\u0301",
  "\uD800",
  "\uDFFF",
  "\r",
  "\n",
  "\r\n",
  "\n\n",
  "\n\r",
  "\t",
  "    ",
  "\t\t \t",
  " ".repeat(90),
  "\u3000",
  "&",
  "&amp;",
  "&lt;",
  "&#60;",
  "&#x3C;",
  "&#0;",
  "&#xD800;",
  "&#x110000;",
  "&#1;",
  "&nbsp;",
  "&notit;",
  "&colon;",
  "&NewLine;",
  "&Tab;",
  "<",
  ">",
  "</",
  "/>",
  '"',
  "'",
  "`",
  "=",
  "\\",
  "]]>",
  "<!--",
  "-->",
  "--!>",
  "<![CDATA[",
  "<?",
  "?>",
  "<!DOCTYPE",
  "%00",
  "%0a",
  "%ff",
  "%u0041",
  "{{",
  "}}",
  "{%",
  "%}",
  "{:",
  "}",
  "[",
  "](",
  ")",
  "![",
  "^[",
  "[^",
  ":::",
  "|",
  "---",
  "***",
  "```",
  "~~~",
  "$",
  "__proto__",
  "constructor",
  "toString",
  "\uFF1C",
  "\uFF1A",
  "\uFE64",
  "onclick=alert(1)",
  "javascript:",
  "style=x",
  "x".repeat(300),
  "\u0645\u0631\u062D\u0628\u0627",
] as const;

export const splinter: fc.Arbitrary<string> = fc.constantFrom(...SPLINTERS);

/** A change at a place, told as a part of the text's length. */
type Damage = readonly [at: number, cut: number, put: string];

const damage: fc.Arbitrary<Damage> = fc.tuple(
  fc.nat({ max: 9_999 }),
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 12 })),
  fc.oneof({ weight: 5, arbitrary: splinter }, fc.string({ unit: "binary", maxLength: 6 })),
);

/** A text, mostly with a few splinters in it, some of it cut out. */
export function broken(text: fc.Arbitrary<string>, most = 4): fc.Arbitrary<string> {
  return fc.tuple(text, fc.array(damage, { maxLength: most })).map(([whole, damages]) =>
    damages.reduce((left, [part, cut, put]) => {
      const at = Math.floor((part / 10_000) * (left.length + 1));
      return left.slice(0, at) + put + left.slice(at + cut);
    }, whole),
  );
}

/** The line ends of one system or of several. */
export function withLineEnds(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.constantFrom("\n", "\n", "\n", "\r\n", "\r", "mixed"))
    .map(([lines, end]) => {
      if (end === "\n") return lines;
      const ends = end === "mixed" ? ["\r\n", "\n", "\r"] : [end];
      let count = 0;
      return lines.replaceAll("\n", () => ends[count++ % ends.length] ?? "\n");
    });
}

/** As UTF-8: a half of a pair as the three bytes that careless programs write, which are invalid. */
export function encodeCarelessly(text: string): Uint8Array {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const one of text) {
    const code = one.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    } else bytes.push(...encoder.encode(one));
  }
  return Uint8Array.from(bytes);
}

/**
 * A page's text as the bytes of its file. Halves of pairs mostly become U+FFFD, as in editors: else
 * every file that has one is refused at once.
 */
export function asBytes(text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> {
  const encoder = new TextEncoder();
  return fc
    .tuple(
      text,
      fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1, 2, 3),
      fc.nat({ max: 9_999 }),
      fc.nat({ max: 255 }),
    )
    .map(([whole, way, part, byte]) => {
      if (way === 1) return encodeCarelessly(whole);
      const bytes = encoder.encode(way === 3 ? `\uFEFF${whole}` : whole);
      if (way === 2 && bytes.length > 0) bytes[Math.floor((part / 10_000) * bytes.length)] = byte;
      return bytes;
    });
}
