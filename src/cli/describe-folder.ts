import {
  type CheckedFolder,
  FILE_STATES,
  type FolderMarks,
  type JudgedFile,
  RECORD_FILE,
  type RebuiltFile,
  TOLD_STATES,
  WRONG_STATES,
} from "../api/verify-folder.ts";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import { quoteWord } from "../host/command-name.ts";
import { limit } from "./lines.ts";
import { plural } from "./report.ts";
import { cut, tabulate } from "./sections.ts";

/** So many names of what is not here stand in the first line. */
const MOST_NAMES = 3;

/**
 * The first line: whether whoever reads it can trust the copy.
 *
 * @param lacksRecord books were to be built again, and nothing says how.
 */
export function describeVerdict(found: CheckedFolder, lacksRecord: boolean): string {
  const { judged, marks, rebuilt, diagnostics } = found;
  const missing = judged.filter(({ state }) => state === "missing");
  const rest = missing.length === 0 ? "" : ` Not here: ${nameSome(missing)}.`;
  const isOtherwiseGood = marks.isUnharmed && marks.holdsBooks;
  if (diagnostics.length > 0 && isOtherwiseGood) {
    return "Do not trust this copy yet: its build record cannot be read.";
  }
  if (lacksRecord && isOtherwiseGood) {
    const whole = missing.length === 0 ? "This copy is whole" : "What is here is unchanged";
    return `${whole}, but nothing says how its books were built: they cannot be built again.`;
  }
  if (!marks.isUnharmed) {
    const counts = WRONG_STATES.flatMap((state) => {
      const count = judged.filter((file) => file.state === state).length;
      return count === 0 ? [] : [`${count} ${FILE_STATES[state].word}`];
    });
    return `Do not trust this copy yet: ${counts.join(", ")}.${rest}`;
  }
  if (!marks.holdsBooks) {
    return "This copy cannot be checked: no book that SHA256SUMS names is here.";
  }
  return rebuilt === undefined || rebuilt.files.length === 0
    ? `${describeWhole(judged, missing)}${rest}`
    : `${describeComparison(rebuilt)}${rest}`;
}

/** Books were built again. */
function describeComparison({
  files,
  browserFault,
}: NonNullable<CheckedFolder["rebuilt"]>): string {
  const other = files.filter(({ outcome }) => outcome !== "identical");
  const books = plural(files.length, "book file");
  if (other.length === 0) {
    const all = files.length === 1 ? "the book file is" : `all ${books} are`;
    return `You can trust this copy as you trust its source: ${all} the same when built again, byte for byte.`;
  }
  return browserFault !== undefined && other.every(({ outcome }) => outcome === "unmade")
    ? `Nothing is damaged, but ${other.length} of ${books} could not be compared with this source: no browser could be used.`
    : `Do not trust this copy yet: nothing is damaged, but ${other.length} of ${books} cannot be shown to come from this source.`;
}

/** Nothing is wrong, and nothing was built again. */
function describeWhole(judged: readonly JudgedFile[], missing: readonly JudgedFile[]): string {
  const present = judged.filter(({ state }) => state === "same" || state === "renamed");
  const renamed = present.filter(({ state }) => state === "renamed").length;
  const held = new Set(present.map(({ path, renamedFrom }) => renamedFrom ?? path)).size;
  const listed = missing.filter(({ expected }) => expected !== undefined).length;
  const names = renamed === 0 ? "" : `, ${renamed} of them under another name`;
  return missing.length > 0
    ? `What is here is unchanged: ${plural(held, "file")} of the ${held + listed} that SHA256SUMS names${names}.`
    : `This copy is whole: ${held === 1 ? "its file is" : `all ${held} files are`} as SHA256SUMS says${names}.`;
}

function nameSome(files: readonly JudgedFile[]): string {
  if (files.length > MOST_NAMES) return plural(files.length, "file");
  return showControls(files.map(({ path }) => path).join(", "));
}

/** What is wrong with which file, what is under another name or not here, and what to do about it. */
export function describeFiles(
  judged: readonly JudgedFile[],
  marks: FolderMarks,
  isQuiet: boolean,
): readonly string[] {
  const groups = (isQuiet ? WRONG_STATES : TOLD_STATES)
    .map((state) => ({ state, files: judged.filter((file) => file.state === state) }))
    .filter(({ files }) => files.length > 0);
  if (groups.length === 0) return [];
  const rows = groups.flatMap(({ state, files }) =>
    files.map(({ path, renamedFrom }) => {
      const held = state === "changed" ? "it has the content of" : "it is";
      const also = renamedFrom === undefined ? "" : ` (${held} ${renamedFrom})`;
      return [FILE_STATES[state].word, `${path}${also}`] as const;
    }),
  );
  const meanings = groups.flatMap(({ state, files }) => {
    const said = state === "missing" ? explainMissing(files) : [FILE_STATES[state].means];
    return said.map((text) => `${FILE_STATES[state].word}: ${text}`);
  });
  const guesses = GUESSES.filter(([mark]) => marks[mark]).map(([, text]) => text);
  return [
    "",
    ...cut(tabulate(rows, [0])),
    "",
    ...[...meanings, ...guesses].map((line) => `  ${line}`),
  ];
}

/** What may have happened, by the marks of the folder. */
const GUESSES: readonly (readonly [mark: keyof FolderMarks, text: string])[] = [
  [
    "isInSystemFolder",
    "Some lie where a system keeps things of its own: look at the folder of the books alone, not at all of a stick.",
  ],
  [
    "hasCompanions",
    "A Mac may have put those there whose names begin with `._`. They hold more than is known of such files, or stand beside nothing. The books do not need them: delete them, and look again.",
  ],
  [
    "looksInterrupted",
    "It looks as if a build was stopped before its last step: build again, and look again.",
  ],
];

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

/** Each book that was built again, and why it is another; or why none was. */
export function describeRebuilt(
  { rebuilt }: CheckedFolder,
  source: string | undefined,
  isQuiet: boolean,
): readonly string[] {
  if (source === undefined) return [];
  if (rebuilt === undefined) {
    return [
      "",
      `Nothing was built again: ${RECORD_FILE}, which says how, is missing. Get it as well.`,
    ];
  }
  const rows = rebuilt.files
    .filter(({ outcome }) => !isQuiet || outcome !== "identical")
    .map(({ path, outcome, reasons: [first, ...others] }) => {
      const more = others.length === 0 ? "" : `; also ${others.join("; ")}`;
      return [OUTCOMES[outcome], first === undefined ? path : `${path}: ${first}${more}`] as const;
    });
  if (rows.length === 0) return [];
  return ["", `Built again from ${showControls(source)}:`, ...cut(tabulate(rows, [0]))];
}

/** What systems leave in folders. */
export function describePassedOver(
  { passedOver }: CheckedFolder,
  isQuiet: boolean,
): readonly string[] {
  if (passedOver.length === 0) return [];
  const names = showControls(limit(passedOver, 5));
  const line = `Nothing to open is in these, and systems put them everywhere: ${names}.`;
  return isQuiet ? [line] : ["", line];
}

/** What was found out and what was not, in honest words. */
export function describeProof(
  { fingerprint, judged, marks, rebuilt, hasRecord }: CheckedFolder,
  command: string,
  folder: string,
): readonly string[] {
  const head = [
    "",
    `Fingerprint of the folder  ${fingerprint}`,
    "  The first digits of what `sha256sum SHA256SUMS` prints. Two people who read the same one out to",
    "  each other hold the same list of files.",
    "",
  ];
  if (rebuilt?.files.some(({ outcome }) => outcome === "identical") === true) {
    return [
      ...head,
      "Books that are the same when they are built again say what their source says, no word more or",
      "less. Whether the source says the right thing is for people to judge.",
    ];
  }
  const what = judged.some(({ state }) => state === "missing")
    ? "what is here was not"
    : "nothing was";
  return [
    ...head,
    marks.isUnharmed
      ? `This shows that ${what} damaged or swapped since SHA256SUMS was written.`
      : "Files that are not named above are as SHA256SUMS says.",
    "It does not show who wrote that list: whoever changes a book can write new sums. To be sure,",
    ...(rebuilt === undefined && hasRecord
      ? [
          "compare the fingerprint by voice with somebody you know, or build the books from their pages:",
          `  ${command} verify ${showControls(quoteWord(folder))} --rebuild CURRICULUM`,
        ]
      : ["compare the fingerprint by voice with somebody you know."]),
  ];
}
