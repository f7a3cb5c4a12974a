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

export const scalar: fc.Arbitrary<string> = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...SCALARS) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "binary", maxLength: 12 }).map((text) => JSON.stringify(text)),
  },
);

const indent = fc.constantFrom("  ", "  ", "  ", "\t", " ", "", "      ", "\u00A0");
const dash = fc.constantFrom("- ", "- ", "- ", "-", "– ", "* ", "-\t");

/** Lines of YAML whose keys are of a list, nested, listed, repeated, anchored, merged or broken. */
export function anyYaml(keys: readonly string[]): fc.Arbitrary<string> {
  const key = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...keys) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
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
      ),
    },
  );
  const colon = fc.constantFrom(
    ": ",
    ": ",
    ": ",
    ": ",
    ": ",
    ":",
    " : ",
    ":\t",
    "= ",
    "：",
    ":\u00A0",
  );
  const pair = fc.tuple(key, colon, scalar).map((parts) => parts.join(""));
  return fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: pair },
        fc
          .tuple(key, indent, dash, fc.array(scalar, { maxLength: 4 }))
          .map(
            ([name, by, sign, items]) =>
              `${name}:\n${items.map((item) => `${by}${sign}${item}`).join("\n")}`,
          ),
        fc
          .tuple(key, indent, dash, fc.array(fc.tuple(pair, pair), { maxLength: 3 }))
          .map(
            ([name, by, sign, items]) =>
              `${name}:\n${items.map(([one, other]) => `${by}${sign}${one}\n${by}  ${other}`).join("\n")}`,
          ),
        fc
          .tuple(key, indent, fc.array(pair, { maxLength: 4 }))
          .map(([name, by, pairs]) => `${name}:\n${pairs.map((one) => by + one).join("\n")}`),
        fc
          .tuple(key, fc.array(scalar, { maxLength: 4 }))
          .map(([name, items]) => `${name}: [${items.join(", ")}]`),
        fc
          .tuple(key, fc.array(pair, { maxLength: 3 }))
          .map(([name, pairs]) => `${name}: {${pairs.join(", ")}}`),
        fc.constantFrom(
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
        ),
      ),
      { maxLength: 9 },
    )
    .map((lines) => lines.join("\n"));
}
