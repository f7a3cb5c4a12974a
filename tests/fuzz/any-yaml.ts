import fc from "fast-check";

/** Values as people write them, and as they should not. */
const SCALARS = [
  "words of a title",
  '"quoted"',
  "'it''s'",
  '"a \\u0001 \\uD800 \\x7f \\0 b"',
  "'open",
  '"open',
  "a: b",
  "a #b",
  "#b",
  "@b",
  "`b`",
  "%b",
  "!b",
  "!!str b",
  "!!js/function 'function(){}'",
  "!!python/object:os.system x",
  "!!binary AAAA",
  "!!set {a}",
  "!<tag:x> b",
  "&x b",
  "*x",
  "*gone",
  "&x",
  "<<",
  "~",
  "null",
  "",
  "yes",
  "NO",
  "0x1F",
  "0o17",
  "1e999",
  "-1e999",
  ".inf",
  ".nan",
  "-0",
  "1_000",
  "99999999999999999999",
  "2015-05-00",
  "2024-02-31",
  "2016-11-07T10:00:00Z",
  "99/99/9999",
  "٢٠٢٠",
  "30-45 minutes",
  "120+ minutes",
  "1e9 hours",
  "-5 min",
  "45-30 minutes",
  "|",
  ">-",
  "|2-\n   text",
  ">\n  folded\n\n  text",
  "? a",
  "- a",
  "[a, b",
  "[a, [b, [c]]]",
  "{a: b}",
  "{a: {b: {c: d}}",
  "[".repeat(50),
  "{a: ".repeat(50),
  "/locks/case/",
  "https://site.example/base/x/",
  "javascript:alert(1)",
  "../../etc/passwd",
  "C:\\x",
  "input",
  "Deepening",
  "trainer",
  "particpants",
  "ar",
  "xx-yy-zz",
  "en_US",
  "title",
  "layout",
  "__proto__",
  "constructor",
  "<script>alert(1)</script>",
  "مرحبا",
  "\u202Eabc\u202C",
  "\u200F",
  "—",
  "“quoted”",
  "a\tb",
  "x".repeat(700),
  "2MB",
  "170x240",
  "#00596b",
  "'#00596b'",
  "a4",
];

/** Values with which a header can be read to its end. */
const CALM = SCALARS.filter(
  (text) => !/^[[{&*!@`%'"|>?<]|^- |: |\\u0000/.test(text) || /^(?:"quoted"|'it|>-|'#)/.test(text),
);

const calm = fc.constantFrom(...CALM);
const odd = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...SCALARS) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "binary", maxLength: 12 }).map((text) => JSON.stringify(text)),
  },
);

const indent = fc.constantFrom("  ", "  ", "  ", "\t", " ", "", "      ", "\u00A0");
const dash = fc.constantFrom("- ", "- ", "- ", "-", "– ", "* ", "-\t");

const ODD_KEYS = [
  "__proto__",
  "constructor",
  "toString",
  "<<",
  "?",
  '"a b"',
  "",
  "{}",
  "[a]",
  "&k title",
  "!!str title",
  "العنوان",
  "Title",
  "TITLE ",
  "1",
  "~",
];
const ODD_COLONS = [": ", ": ", ": ", ": ", ": ", ":", " : ", ":\t", "= ", "：", ":\u00A0"];
const ODD_LINES = [
  "<<: *x",
  "<<: [*x, *x]",
  "x: &x [1, 2]",
  "&a a: *a",
  "a: &a [*a]",
  "--- #",
  "...",
  "%YAML 1.2",
  "%TAG ! x",
  "<<<<<<< HEAD",
  "=======",
  ">>>>>>> b",
  "# a comment",
  "\t",
  "- - -",
  "? a\n: b",
  "name: A\nurl: /a/",
  `a: &a [x${",x".repeat(9)}]\nb: &b [*a${",*a".repeat(9)}]\nc: &c [*b${",*b".repeat(9)}]\nd: &d [*c${",*c".repeat(9)}]\ne: [*d${",*d".repeat(9)}]`,
];

/**
 * Lines of YAML whose keys are of a list, nested, listed and repeated; half of the texts also
 * anchored, merged, tagged, or broken in other ways.
 */
export function anyYaml(keys: readonly string[]): fc.Arbitrary<string> {
  const known = fc.constantFrom(...keys);
  const always = (text: string) => fc.constant(text);
  return fc.oneof(
    joinLines({
      key: known,
      colon: always(": "),
      scalar: calm,
      by: always("  "),
      dash: always("- "),
    }),
    joinLines({
      key: fc.oneof(
        { weight: 12, arbitrary: known },
        { weight: 1, arbitrary: fc.constantFrom(...ODD_KEYS) },
      ),
      colon: fc.constantFrom(...ODD_COLONS),
      scalar: odd,
      by: indent,
      dash,
      more: fc.constantFrom(...ODD_LINES),
    }),
  );
}

interface Parts {
  readonly key: fc.Arbitrary<string>;
  readonly colon: fc.Arbitrary<string>;
  readonly scalar: fc.Arbitrary<string>;
  readonly by: fc.Arbitrary<string>;
  readonly dash: fc.Arbitrary<string>;
  readonly more?: fc.Arbitrary<string>;
}

function joinLines({ key, colon, scalar, by, dash, more }: Parts): fc.Arbitrary<string> {
  const pair = fc.tuple(key, colon, scalar).map((parts) => parts.join(""));
  return fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: pair },
        fc
          .tuple(key, by, dash, fc.array(scalar, { maxLength: 4 }))
          .map(
            ([name, before, sign, items]) =>
              `${name}:\n${items.map((item) => `${before}${sign}${item}`).join("\n")}`,
          ),
        fc
          .tuple(key, by, dash, fc.array(fc.tuple(pair, pair), { maxLength: 3 }))
          .map(
            ([name, before, sign, items]) =>
              `${name}:\n${items.map(([one, other]) => `${before}${sign}${one}\n${before}  ${other}`).join("\n")}`,
          ),
        fc
          .tuple(key, by, fc.array(pair, { maxLength: 4 }))
          .map(
            ([name, before, pairs]) => `${name}:\n${pairs.map((one) => before + one).join("\n")}`,
          ),
        fc
          .tuple(key, fc.array(scalar, { maxLength: 4 }))
          .map(([name, items]) => `${name}: [${items.join(", ")}]`),
        fc
          .tuple(key, fc.array(pair, { maxLength: 3 }))
          .map(([name, pairs]) => `${name}: {${pairs.join(", ")}}`),
        more ?? pair,
      ),
      { maxLength: 9 },
    )
    .map((lines) => lines.join("\n"));
}
