import type { ArchiveEntry } from "../../archive/archive-entry.ts";

/** Names of devices on Windows, which no file there can have. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Of what is odd in a name, the name of its text (TEL705). */
export type OddName =
  | "unseenSigns"
  | "oddBlanks"
  | "windowsSigns"
  | "oddPath"
  | "hiddenName"
  | "edgeBlank"
  | "device"
  | "ending";

/** What the names of plain files never have, over the whole path or in a part of it. */
const OF_PATHS: readonly (readonly [RegExp, OddName])[] = [
  // Joiners stand within words of scripts that join their letters.
  [
    /[^\P{C}\u200C\u200D]|[^\P{Default_Ignorable_Code_Point}\u200C\u200D]|(?<![\p{Lo}\p{M}])[\u200C\u200D]/u,
    "unseenSigns",
  ],
  [/[^\P{Z} ]/u, "oddBlanks"],
  [/["*:<>?\\|]/, "windowsSigns"],
];
const OF_PARTS: readonly (readonly [RegExp, OddName])[] = [
  [/^\.{0,2}$/, "oddPath"],
  [/^[.~]/, "hiddenName"],
  [/^ |[. ]$/, "edgeBlank"],
  [DEVICE, "device"],
];
/** Endings of the kinds of files that can be clean, or whose content is told to be none of these. */
const PLAIN_ENDING = /[^.]\.(?:png|jpe?g|gif|webp|svg|pdf|epub|x?html?|zip|txt|md)$/i;
/** Programs, and what systems open like one: told also where another ending stands behind. */
const PROGRAM =
  /\.(?:exe|com|scr|pif|bat|cmd|lnk|hta|jse?|vb[es]?|wsf|ps1|msi|cpl|dll|jar|sh|py|app|command|desktop|url|reg|apk|inf)(?:\.[^/.]*)?$/i;

/**
 * Lists what in the name of a file of an archive no plain copy of files has.
 *
 * @param isKnown whether its kind is known; where it is not, that is told, and its ending says no more.
 */
export function listOddNames(name: string, isKnown: boolean): readonly OddName[] {
  const parts = name.replace(/\/$/, "").split("/");
  const isFolder = name.endsWith("/");
  return [
    ...OF_PATHS.filter(([pattern]) => pattern.test(name)).map(([, what]) => what),
    ...OF_PARTS.filter(([pattern]) => parts.some((part) => pattern.test(part))).map(
      ([, what]) => what,
    ),
    ...(!isFolder && isKnown && (!PLAIN_ENDING.test(name) || PROGRAM.test(name))
      ? ["ending" as const]
      : []),
  ];
}

/** Names of files and folders that hold nothing, and say what they like. */
export function listEmpty(entries: readonly ArchiveEntry[]): readonly string[] {
  // What is in a folder comes right behind it.
  const names = entries.map(({ name }) => name).sort();
  const folders = names.filter((name, at) => {
    return name.endsWith("/") && names[at + 1]?.startsWith(name) !== true;
  });
  const files = entries.filter(
    ({ name, unpackedBytes }) => !name.endsWith("/") && unpackedBytes === 0,
  );
  return [...folders, ...files.map(({ name }) => name)];
}
