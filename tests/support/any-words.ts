import fc from "fast-check";

/** Words of the world's scripts, also such as few typefaces have. */
export const WORDS = [
  ..."a phone tells more than its owner knows when it is left alone on the table".split(" "),
  ..."la contraseña y el teléfono où l’été".split(" "),
  ..."الهاتف يعرف أكثر مما نظن".split(" "),
  ..."گوشی بیشتر از آنچه می‌دانیم می‌داند".split(" "),
  ..."טלפון שקט בכיס".split(" "),
  ..."ဖုန်းက ပြောပြသည်".split(" "),
  ..."ስልኩ ይናገራል".split(" "),
  ..."手机 会说话 ではない".split(" "),
  ..."เครื่องโทรศัพท์ телефон знає ฯลฯ".split(" "),
  ..."फ़ोन बताता है ফোন".split(" "),
  ..."📱 👩🏽‍💻 🇲🇲 e\u0301 ﷽ ① ½ ™".split(" "),
];

/** What programs stumble over: markup, controls, halves of pairs, marks of direction, fillers. */
export const HOSTILE = [
  "<",
  ">",
  "&",
  "&amp;",
  "&#0;",
  "&#xD800;",
  "&nbsp;",
  '"',
  "'",
  "]]>",
  "<!--",
  "-->",
  "<?xml?>",
  "<!DOCTYPE x>",
  "{{x}}",
  "{{{x}}}",
  "%00",
  "\u0000",
  "\u0001",
  "\u000B",
  "\u000C",
  "\u001B",
  "\u007F",
  "\u0085",
  "\u009F",
  "\u00A0",
  "\u00AD",
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
  "\u3000",
  "\uD800",
  "\uDC00",
  "\uFDD0",
  "\uFEFF",
  "\uFFFD",
  "\uFFFE",
  "\uFFFF",
  "\u{1FFFE}",
  "\u{E0001}",
  "\u0301\u0301\u0301",
  "|",
  "\\",
  "`",
  "*",
  "_",
  "[",
  "](",
  "#",
  "x".repeat(200),
];

/** One line of text: mostly words of any script, some of it hostile. */
export const anyLine: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(" "));

/** Words alone, at least one. */
export const anyPlainLine: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.join(" "));
