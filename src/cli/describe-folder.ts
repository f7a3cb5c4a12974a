import type { RebuiltFile } from "../build/verify/rebuild-books.ts";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import { RECORD_FILE } from "../provenance/build-record.ts";
import {
  type FileState,
  isHarmless,
  type JudgedFile,
  listHeld,
  looksInterrupted,
} from "../provenance/judge-folder.ts";
import { fileBeside, isInSystemFolder } from "../provenance/system-files.ts";
import { quoteWord } from "./command-name.ts";
import { plural } from "./report.ts";

/** So many lines are read; `--json` has all. */
const MOST_LINES = 40;

type Told = Exclude<FileState, "same">;

/** What each state is called, and what it means for whoever holds the folder. */
const STATES: Readonly<Record<Told, { readonly word: string; readonly means: string }>> = {
  changed: {
    word: "changed",
    means:
      "Not what SHA256SUMS says: damaged on the way, or swapped. Get these again, or build them again.",
  },
  unlisted: {
    word: "not in SHA256SUMS",
    means: "A build was stopped, or somebody put these there. Build again, or take them out.",
  },
  misnamed: {
    word: "wrong name",
    means:
      "Listed files under names that say something else of them: another kind, edition, language or book. Give them their own names back.",
  },
  disputed: {
    word: "not clear",
    means:
      "SHA256SUMS and handpress-record.json do not say the same of these: one of the two was changed later. Get the folder again, or build again.",
  },
  unrecorded: {
    word: "not in the record",
    means:
      "SHA256SUMS names these, and handpress-record.json does not say how they were built: somebody added them later. Take them out, or ask who added them.",
  },
  closed: {
    word: "cannot be read",
    means: "Give yourself the right to read these, or copy them anew.",
  },
  outside: {
    word: "leads elsewhere",
    means: "Links to other places, which were not followed. A copy should have none.",
  },
  linked: {
    word: "is a link",
    means:
      "Not a file, but a sign that points to one, and can point elsewhere tomorrow. Take them out, or copy the files themselves.",
  },
  special: {
    word: "is no file",
    means: "A pipe, socket or device, which was not opened. Take these out.",
  },
  renamed: {
    word: "renamed",
    means: "Known by their sums: files of SHA256SUMS under other names.",
  },
  missing: { word: "not here", means: "" },
};

const ORDER = Object.keys(STATES) as readonly Told[];
const WRONG = ORDER.filter((state) => state !== "renamed" && state !== "missing");

/** So many names of what is not here stand in the first line. */
const MOST_NAMES = 3;

/** The first line: whether whoever reads it can trust the copy. */
export function describeVerdict(
  judged: readonly JudgedFile[],
  rebuilt: readonly RebuiltFile[] | undefined,
  lacksBrowser = false,
): string {
  const having = (state: FileState) => judged.filter((file) => file.state === state);
  const counts = WRONG.flatMap((state) => {
    const count = having(state).length;
    return count === 0 ? [] : [`${count} ${STATES[state].word}`];
  });
  const other = rebuilt?.filter(({ outcome }) => outcome !== "identical").length ?? 0;
  const books = rebuilt?.length ?? 0;
  const missing = having("missing");
  const rest = missing.length === 0 ? "" : ` Not here: ${nameSome(missing)}.`;
  if (counts.length > 0) return `Do not trust this copy yet: ${counts.join(", ")}.${rest}`;
  if (listHeld(judged).length === 0) {
    return "This copy cannot be checked: no book that SHA256SUMS names is here.";
  }
  const differing = rebuilt?.filter(
    ({ outcome }) => outcome !== "identical" && outcome !== "unmade",
  );
  if (lacksBrowser && other > 0 && differing?.length === 0) {
    return `Nothing is damaged, but ${other} of ${plural(books, "book file")} could not be compared with this source: no browser could be used.${rest}`;
  }
  if (other > 0) {
    return `Do not trust this copy yet: nothing is damaged, but ${other} of ${plural(books, "book file")} cannot be shown to come from this source.${rest}`;
  }
  if (rebuilt !== undefined && books > 0) {
    return `You can trust this copy as you trust its source: ${books === 1 ? "the book file is" : `all ${books} book files are`} the same when built again, byte for byte.${rest}`;
  }
  const renamed = having("renamed").length;
  const held = new Set(
    [...having("same"), ...having("renamed")].map(({ path, renamedFrom }) => renamedFrom ?? path),
  );
  const listed = missing.filter(({ expected }) => expected !== undefined);
  const files = held.size;
  const names = renamed === 0 ? "" : `, ${renamed} of them under another name`;
  if (missing.length > 0) {
    return `What is here is unchanged: ${plural(files, "file")} of the ${files + listed.length} that SHA256SUMS names${names}.${rest}`;
  }
  return `This copy is whole: ${files === 1 ? "its file is" : `all ${files} files are`} as SHA256SUMS says${names}.`;
}

function nameSome(files: readonly JudgedFile[]): string {
  if (files.length > MOST_NAMES) return plural(files.length, "file");
  return showControls(files.map(({ path }) => path).join(", "));
}

/** What is wrong with which file, what is under another name or not here, and what to do about it. */
export function describeFiles(judged: readonly JudgedFile[], isQuiet: boolean): readonly string[] {
  const states = isQuiet ? WRONG : ORDER;
  const ordered = states.flatMap((state) => judged.filter((file) => file.state === state));
  if (ordered.length === 0) return [];
  const lines = ordered.map(({ path, state, renamedFrom }) => {
    const held = state === "changed" ? "it has the content of" : "it is";
    const also = renamedFrom === undefined ? "" : ` (${held} ${renamedFrom})`;
    return [STATES[state as Told].word, `${path}${also}`] as const;
  });
  const present = states.filter((state) => ordered.some((file) => file.state === state));
  const meanings = present.flatMap((state) => {
    const all = ordered.filter((file) => file.state === state);
    const said = state === "missing" ? explainMissing(all) : [STATES[state].means];
    return said.map((text) => `  ${STATES[state].word}: ${text}`);
  });
  const companions = ordered.some(
    ({ path, state }) => state === "unlisted" && fileBeside(path) !== undefined,
  )
    ? [
        "  A Mac may have put those there whose names begin with `._`. They hold more than is known of such files, or stand beside nothing. The books do not need them: delete them, and look again.",
      ]
    : [];
  const guess = looksInterrupted(judged)
    ? ["  It looks as if a build was stopped before its last step: build again, and look again."]
    : [];
  const stick = ordered.some(({ path, state }) => state !== "missing" && isInSystemFolder(path))
    ? [
        "  Some lie where a system keeps things of its own: look at the folder of the books alone, not at all of a stick.",
      ]
    : [];
  return ["", ...alignLines(lines), "", ...meanings, ...stick, ...companions, ...guess];
}

/** Who says that there are such files, and what follows from their not being here. */
function explainMissing(files: readonly JudgedFile[]): readonly string[] {
  const listed = files.filter(({ expected }) => expected !== undefined);
  const isBookGone = listed.some(({ path }) => path !== RECORD_FILE);
  return [
    ...(isBookGone ? ["SHA256SUMS names these as well. Get them too, if you need them."] : []),
    ...(listed.some(({ path }) => path === RECORD_FILE)
      ? [`Without ${RECORD_FILE} the books cannot be built again and compared.`]
      : []),
    ...(listed.length < files.length
      ? [`${RECORD_FILE} says that these were built; SHA256SUMS does not name them all.`]
      : []),
  ];
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
  const isUnharmed = judged.every(isHarmless);
  const what = judged.some(({ state }) => state === "missing") ? "what is here" : "nothing";
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
          isUnharmed
            ? `This shows that ${what} was ${what === "nothing" ? "" : "not "}damaged or swapped since SHA256SUMS was written.`
            : "Files that are not named above are as SHA256SUMS says.",
          "It does not show who wrote that list: whoever changes a book can write new sums. To be sure,",
          ...(canBeRebuilt
            ? [
                "compare the fingerprint by voice with somebody you know, or build the books from their pages:",
                `  ${command} verify ${showControls(quoteWord(folder))} --rebuild CURRICULUM`,
              ]
            : ["compare the fingerprint by voice with somebody you know."]),
        ]),
  ];
  return lines.join("\n");
}

function alignLines(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = rows.map(([word]) => word.length).reduce((most, each) => Math.max(most, each), 0);
  const shown = rows
    .slice(0, MOST_LINES)
    .map(([word, text]) => `  ${word.padEnd(width)}  ${showControls(text)}`);
  const more = rows.length - shown.length;
  return more > 0 ? [...shown, `  and ${more} more; \`--json\` lists all`] : shown;
}
