import { type Entry, isTranslated } from "./catalogue.ts";

/** The formats that gettext 0.21 knows, in the order in which it writes them. */
const FORMATS =
  "c objc python python-brace java java-printf csharp javascript scheme lisp elisp librep ruby sh awk lua object-pascal smalltalk qt qt-plural kde kde-kuit boost tcl perl perl-brace php gcc-internal gfc-internal ycp".split(
    " ",
  );

/** Each format's flag by all its names: gettext writes `possible-c-format` as `c-format`. */
const FORMAT_FLAGS: ReadonlyMap<string, string> = new Map(
  FORMATS.flatMap((format) => [
    [`${format}-format`, `${format}-format`] as const,
    [`possible-${format}-format`, `${format}-format`] as const,
    [`no-${format}-format`, `no-${format}-format`] as const,
    [`impossible-${format}-format`, ""] as const,
  ]),
);
const FORMAT_ORDER: ReadonlyMap<string, number> = new Map(
  FORMATS.flatMap((format, at) => [
    [`${format}-format`, at] as const,
    [`no-${format}-format`, at] as const,
  ]),
);

/** What stands behind `#,`: flags with commas or spaces between them. `range: 0..10` is one flag. */
export function readFlags(text: string): readonly string[] {
  return text.match(/range:[ \t,]+\d+\.\.\d+|[^\s,]+/g) ?? [];
}

/**
 * The flags of an entry that gettext would write, in its order: `fuzzy`, formats, range, wrapping.
 * Then all that it does not know, and would drop, as they came.
 */
export function orderFlags(entry: Entry): readonly string[] {
  if (entry.flags.length === 0) return entry.flags;
  const formats = new Map<number, string>();
  let hasFuzzy = false;
  let range = "";
  let isUnwrapped = false;
  const others = new Set<string>();
  for (const flag of entry.flags) {
    const format = FORMAT_FLAGS.get(flag);
    if (format !== undefined) {
      const at = FORMAT_ORDER.get(format);
      if (at !== undefined) formats.set(at, format);
    } else if (flag === "fuzzy") hasFuzzy = true;
    else if (/^range:[ \t,]/.test(flag)) range = flag.replace(/:[ \t,]*/, ": ");
    else if (flag === "no-wrap" || flag === "wrap") isUnwrapped = flag === "no-wrap";
    else others.add(flag);
  }
  return [
    hasFuzzy && isTranslated(entry) ? "fuzzy" : [],
    [...formats].sort(([one], [other]) => one - other).map(([, flag]) => flag),
    range === "" || entry.isObsolete ? [] : range,
    isUnwrapped ? "no-wrap" : [],
    [...others],
  ].flat();
}
