import { showControls } from "../diagnostics/format-diagnostic.ts";
import { type FileState, type JudgedFile, looksInterrupted } from "../provenance/judge-folder.ts";
import type { RebuiltFile } from "./rebuild-books.ts";
import { plural } from "./report.ts";

/** So many lines are read; `--json` has all. */
const MOST_LINES = 40;

type Wrong = Exclude<FileState, "same">;

/** What each state is called, and what it means for whoever holds the folder. */
const STATES: Readonly<Record<Wrong, { readonly word: string; readonly means: string }>> = {
  changed: {
    word: "changed",
    means:
      "Not what SHA256SUMS says: damaged on the way, or swapped. Get these again, or build them again.",
  },
  missing: {
    word: "missing",
    means: "SHA256SUMS names these, and they are not there. Get these again, or build again.",
  },
  unlisted: {
    word: "not in SHA256SUMS",
    means: "A build was stopped, or somebody put these there. Build again, or take them out.",
  },
  disputed: {
    word: "not clear",
    means:
      "SHA256SUMS and handpress-record.json do not say the same of these: one of the two was changed later. Get the folder again, or build again.",
  },
  closed: {
    word: "cannot be read",
    means: "Give yourself the right to read these, or copy them anew.",
  },
  outside: {
    word: "leads elsewhere",
    means: "Links to other places, which were not followed. A copy should have none.",
  },
};

const ORDER = Object.keys(STATES) as readonly Wrong[];

/** The first line: whether whoever reads it can trust the copy. */
export function describeVerdict(
  judged: readonly JudgedFile[],
  rebuilt: readonly RebuiltFile[] | undefined,
  lacksBrowser = false,
): string {
  const counts = ORDER.flatMap((state) => {
    const count = judged.filter((file) => file.state === state).length;
    return count === 0 ? [] : [`${count} ${STATES[state].word}`];
  });
  const other = rebuilt?.filter(({ outcome }) => outcome !== "identical").length ?? 0;
  const books = rebuilt?.length ?? 0;
  if (counts.length > 0) return `Do not trust this copy yet: ${counts.join(", ")}.`;
  const differing = rebuilt?.filter(
    ({ outcome }) => outcome !== "identical" && outcome !== "unmade",
  );
  if (lacksBrowser && other > 0 && differing?.length === 0) {
    return `Nothing is damaged, but ${other} of ${plural(books, "book file")} could not be compared with this source: no browser could be used.`;
  }
  if (other > 0) {
    return `Do not trust this copy yet: nothing is damaged, but ${other} of ${plural(books, "book file")} cannot be shown to come from this source.`;
  }
  if (rebuilt !== undefined) {
    return `You can trust this copy as you trust its source: ${books === 1 ? "the book file is" : `all ${books} book files are`} the same when built again, byte for byte.`;
  }
  const files = judged.length;
  return `This copy is whole: ${files === 1 ? "its file is" : `all ${files} files are`} as SHA256SUMS says.`;
}

/** What is wrong with which file, and what to do about it. */
export function describeFiles(judged: readonly JudgedFile[]): readonly string[] {
  const wrong = judged.filter((file) => file.state !== "same");
  if (wrong.length === 0) return [];
  const ordered = ORDER.flatMap((state) => wrong.filter((file) => file.state === state));
  const lines = ordered.map(({ path, state, renamedFrom }) => {
    const also = renamedFrom === undefined ? "" : ` (it is ${renamedFrom} under another name)`;
    return [STATES[state as Wrong].word, `${path}${also}`] as const;
  });
  const present = ORDER.filter((state) => wrong.some((file) => file.state === state));
  const meanings = present.map((state) => `  ${STATES[state].word}: ${STATES[state].means}`);
  const guess = looksInterrupted(judged)
    ? ["  It looks as if a build was stopped before its last step: build again, and look again."]
    : [];
  return ["", ...alignLines(lines), "", ...meanings, ...guess];
}

const OUTCOMES: Readonly<Record<RebuiltFile["outcome"], string>> = {
  identical: "identical",
  differs: "differs",
  gone: "no longer in source",
  unmade: "not built",
};

/** Each book that was built again, and why it is another. */
export function describeRebuilt(source: string, files: readonly RebuiltFile[]): readonly string[] {
  const rows = files.map(({ path, outcome, reasons }) => {
    const [first, ...others] = reasons;
    const more = others.length === 0 ? "" : `; also ${others.join("; ")}`;
    return [OUTCOMES[outcome], first === undefined ? path : `${path}: ${first}${more}`] as const;
  });
  return ["", `Built again from ${showControls(source)}:`, ...alignLines(rows)];
}

/** What was found out and what was not, in honest words. */
export function describeProof(
  command: string,
  fingerprint: string,
  folder: string,
  judged: readonly JudgedFile[],
  isAnyProved: boolean,
  canBeRebuilt: boolean,
): string {
  const isWhole = judged.every(({ state }) => state === "same");
  const lines = [
    "",
    `Fingerprint of the folder  ${fingerprint}`,
    "  The first digits of what `sha256sum SHA256SUMS` prints. Two people who read the same one out to",
    "  each other hold the same list of files.",
    "",
    ...(isAnyProved
      ? [
          "Books that are the same when they are built again say what their source says, no word more or",
          "less. Whether the source says the right thing is for people to judge.",
        ]
      : [
          isWhole
            ? "This shows that nothing was damaged or swapped since SHA256SUMS was written."
            : "Files that are not named above are as SHA256SUMS says.",
          "It does not show who wrote that list: whoever changes a book can write new sums. To be sure,",
          ...(canBeRebuilt
            ? [
                "compare the fingerprint by voice with somebody you know, or build the books from their pages:",
                `  ${command} verify ${showControls(folder)} --rebuild CURRICULUM`,
              ]
            : ["compare the fingerprint by voice with somebody you know."]),
        ]),
  ];
  return lines.join("\n");
}

function alignLines(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([word]) => word.length));
  const shown = rows
    .slice(0, MOST_LINES)
    .map(([word, text]) => `  ${word.padEnd(width)}  ${showControls(text)}`);
  const more = rows.length - shown.length;
  return more > 0 ? [...shown, `  and ${more} more; \`--json\` lists all`] : shown;
}
