import fc from "fast-check";
import { type Catalogue, type Entry, isTranslated, keyOf } from "../../src/gettext/catalogue.ts";
import { parse } from "./catalogues.ts";

const PIECES = [
  ...'abc \n\t\r\u0007\b\f\v\\"#~|é好🙂‏\u0001\u2028\u00a0'.split(""),
  "\\n",
  '"\n"',
  "#, fuzzy",
  "msgid",
  "x".repeat(90),
].filter((piece) => !/[\uD800-\uDFFF]/.test(piece) || piece.length > 1);

const anyText = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 8 })
  .map((parts) => parts.join(""));
const anyComment = fc
  .array(fc.constantFrom("a", " ", "é", "#", "\t", "  b "), { maxLength: 5 })
  .map((parts) => parts.join(""));
/** A remark that begins like another kind of comment would be read as that. */
const anyRemark = anyComment.map((text) => (text.trim() === "" ? "" : text));
const anyReference = fc.constantFrom("a.md", "b/c.md:12", "é.md", `${"x".repeat(60)}.md`, "d.md:1");
const anyFlag = fc.constantFrom("fuzzy", "no-wrap", "c-format", "no-python-format", "range: 0..5");

const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    translatorComments: fc.array(anyRemark, { maxLength: 2 }),
    extractedComments: fc.array(anyRemark, { maxLength: 2 }),
    references: fc.uniqueArray(anyReference, { maxLength: 4 }),
    flags: fc.uniqueArray(anyFlag, { maxLength: 3 }),
    previous: fc.option(
      fc.record({ context: fc.option(anyText), id: anyText, idPlural: fc.option(anyText) }),
    ),
    context: fc.option(anyText),
    id: anyText,
    idPlural: fc.option(anyText),
    strings: fc.array(anyText, { minLength: 1, maxLength: 4 }),
    isObsolete: fc.boolean(),
  })
  .map(({ previous, context, idPlural, strings, ...entry }) => ({
    ...entry,
    ...(previous?.context == null ? {} : { previousContext: previous.context }),
    ...(previous == null ? {} : { previousId: previous.id }),
    ...(previous?.idPlural == null ? {} : { previousIdPlural: previous.idPlural }),
    ...(context === null ? {} : { context }),
    ...(idPlural === null ? {} : { idPlural }),
    strings: idPlural === null ? strings.slice(0, 1) : strings,
    line: 0,
  }));

/** Any catalogue with entries that gettext's tools would write, obsolete ones last. */
export const anyCatalogue: fc.Arbitrary<Catalogue> = fc
  .uniqueArray(anyEntry, { maxLength: 8, selector: keyOf })
  .map((all) => {
    const entries = all.filter(
      (entry) => keyOf(entry) !== "" && (!entry.isObsolete || isTranslated(entry)),
    );
    const { header } = parse("");
    return {
      ...(header === undefined ? {} : { header }),
      entries: [
        ...entries.filter(({ isObsolete }) => !isObsolete),
        ...entries.filter(({ isObsolete }) => isObsolete),
      ],
    };
  });
