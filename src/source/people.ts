/** Values that say "nothing": null, "none" and the like, in the languages of known curricula. */
const NOTHING =
  /^(|null|nil|~|none|no|n\/?a|-+|–|—|tbd|ninguno|ninguna|nada|aucune?|néant|لا يوجد|لا شيء|هیچ|ندارد|nenhum)$/iu;

export function isNothing(text: string): boolean {
  return NOTHING.test(text.trim().replace(/\.$/, ""));
}

/** "A, B and C", "A; B & C", "A، B": people, each once, in their order. */
export function readPeople(values: readonly string[]): readonly string[] {
  const names = values.flatMap((value) =>
    value
      // "Jr." and "PhD" stand behind a comma of their own.
      .replace(/,\s*(?=(?:Jr|Sr|PhD|Ph\.D|MD|II|III)\b\.?)/g, "\uE000")
      .split(/\s*[,;&،؛，、]\s*|\s+(?:and|And|AND)\s+/u)
      .map((name) => name.replaceAll("\uE000", ", ").replace(/^and\s+/i, "")),
  );
  return distinct(names);
}

/** Platforms: commas, semicolons or "and". */
export function readPlatforms(values: readonly string[]): readonly string[] {
  return distinct(values.flatMap((value) => value.split(/\s*[,;،؛，、]\s*(?:and\s+)?|\s+and\s+/u)));
}

/** Parents: only semicolons part them, a title may hold a comma ("You, The Trainer"). */
export function readParents(values: readonly string[]): readonly string[] {
  return distinct(values.flatMap((value) => value.split(/\s*[;؛]\s*/u)));
}

/**
 * Prerequisites: semicolons part them; commas only where no part is long enough to be a sentence.
 */
export function readPrerequisites(values: readonly string[]): readonly string[] {
  return distinct(
    values.flatMap((value) => {
      const parts = value.split(/\s*[;؛]\s*/u);
      if (parts.length > 1) return parts;
      const byComma = value.split(/\s*[,،]\s*/u);
      const short = byComma.every((part) => part.split(/\s+/).length <= 5 && !/[.!?]$/.test(part));
      return short ? byComma : [value];
    }),
  );
}

function distinct(names: readonly string[]): readonly string[] {
  const cleaned = names.map((name) => name.replace(/\s+/g, " ").trim());
  return [...new Set(cleaned.filter((name) => !isNothing(name)))];
}
