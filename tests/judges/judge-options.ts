import { parseArgs } from "node:util";

export const JUDGES = ["epubcheck", "ace", "reader", "verapdf"] as const;
export type JudgeName = (typeof JUDGES)[number];

export interface JudgeOptions {
  /** Curricula beside our own. */
  readonly folders: readonly string[];
  readonly seed: number;
  /** How many books of generated curricula to judge. */
  readonly generated: number;
  readonly judges: ReadonlySet<JudgeName>;
  /** A judge that this machine cannot run is told and left out, which is no failure. */
  readonly ifPossible: boolean;
  /** Screenshots of every spine item; not made where only the places are to be checked. */
  readonly screenshots: boolean;
  /** Where books, findings and screenshots go; a temporary folder where none is named. */
  readonly output?: string;
}

export const USAGE = `npm run test:judges -- [FOLDER…] [options]

Builds content/, the golden books, the curricula in FOLDER… (also those named in
HANDPRESS_CURRICULA, parted as in PATH) and generated ones, and hands every EPUB to
EPUBCheck, DAISY Ace and a reader that pages through it, and every PDF but the
generated ones to veraPDF (PDF/UA-1).

  --generated N    how many books of generated curricula (default: 200)
  --seed N         which ones (default: 20261122)
  --only LIST      some of epubcheck,ace,reader,verapdf
  --quick          15 generated ones and no screenshots
  --if-possible    leave out, with a word, what this machine cannot run
  --output FOLDER  where screenshots and failing books go (default: a temporary folder)
`;

const DEFAULT_SEED = 20261122;
const DEFAULT_GENERATED = 200;
const QUICK_GENERATED = 15;

/** Reads the command line. Throws an Error that says what is wrong with it. */
export function readOptions(args: readonly string[], curricula: string | undefined): JudgeOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      generated: { type: "string" },
      seed: { type: "string" },
      only: { type: "string" },
      output: { type: "string" },
      quick: { type: "boolean", default: false },
      "if-possible": { type: "boolean", default: false },
    },
  });
  const wanted = values.only?.split(",") ?? JUDGES;
  const unknown = wanted.find((name) => !JUDGES.some((judge) => judge === name));
  if (unknown !== undefined) {
    throw new Error(`Unexpected judge \`${unknown}\`, expected ${JUDGES.join(", ")}`);
  }
  const named = (curricula ?? "").split(process.platform === "win32" ? ";" : ":");
  return {
    folders: [...positionals, ...named.filter((folder) => folder !== "")],
    seed: readNumber("seed", values.seed, DEFAULT_SEED),
    generated: readNumber(
      "generated",
      values.generated,
      values.quick ? QUICK_GENERATED : DEFAULT_GENERATED,
    ),
    judges: new Set(JUDGES.filter((judge) => wanted.includes(judge))),
    ifPossible: values["if-possible"],
    screenshots: !values.quick,
    ...(values.output === undefined ? {} : { output: values.output }),
  };
}

function readNumber(name: string, text: string | undefined, standard: number): number {
  if (text === undefined) return standard;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`Unexpected --${name} ${text}, expected a number of at most nine digits`);
}
