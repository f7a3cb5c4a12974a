import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Files, Targets } from "./attack.ts";

/** An attack that needs a curriculum of its own. A good module, `/good/`, is always beside it. */
export interface TreeAttack {
  readonly what: string;
  /** `CODE` of each problem, sorted; `usage` where the command itself says no. */
  readonly says: readonly string[];
  readonly files?: Files | ((targets: Targets) => Files);
  /** Symbolic links in the curriculum: what each leads to. */
  readonly links?: (targets: Targets) => Readonly<Record<string, string>>;
  /** A command of the machine that makes what Node cannot: `["mkfifo", "en/pipe.md"]`. */
  readonly make?: readonly string[];
  /** Books that are made, without their endings; the good one where nothing is said. */
  readonly books?: readonly string[];
  /** Files of the output that are not made. */
  readonly never?: readonly string[];
  /** The books go where the curriculum says, not where the command line does. */
  readonly usesOwnOutput?: boolean;
  readonly formats?: "epub" | "pdf,epub";
}

const FOLDER = fileURLToPath(new URL("./trees/", import.meta.url));

export async function readTreeAttacks(): Promise<ReadonlyMap<string, TreeAttack>> {
  const attacks = new Map<string, TreeAttack>();
  for (const name of readdirSync(FOLDER).sort()) {
    const { attack } = (await import(`./trees/${name}/attack.ts`)) as { attack: TreeAttack };
    attacks.set(name, attack);
  }
  return attacks;
}

/** What a curriculum must still give, whatever lies beside it. */
export const GOOD: Files = {
  "en/good.md":
    "---\nlayout: module\ntitle: Good\npermalink: /good/\ndate: 2020-01\ninput:\n  - name: Well\n    url: /well/\n---\nText.\n",
  "en/well.md": "---\ntitle: Well\npermalink: /well/\nadids: Input\n---\nGood words.\n",
};

/** A module with one session: its header and its text. */
export function makePair(name: string, header = "", body = "Words."): Files {
  return {
    [`en/${name}.md`]: `---\nlayout: module\ntitle: ${name}\npermalink: /${name}/\ndate: 2020-01\ninput:\n  - name: One\n    url: /${name}-one/\n---\nText.\n`,
    [`en/${name}-one.md`]: `---\ntitle: ${name} one\npermalink: /${name}-one/\nadids: Input\n${header}---\n${body}\n`,
  };
}

/** The same, with a permalink of its own for the module. */
export function makeAddressed(permalink: string, file = "odd"): Files {
  return {
    [`en/${file}.md`]: `---\nlayout: module\ntitle: Odd\npermalink: ${JSON.stringify(permalink)}\ndate: 2020-01\ninput:\n  - name: Well\n    url: /well/\n---\nText.\n`,
  };
}
