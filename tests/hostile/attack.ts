import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Where an attack tries to reach. The words of a page name these as `%SERVER%` and so on. */
export interface Targets {
  /** The port of 127.0.0.1 at which every connection is counted. */
  readonly port: number;
  /** Absolute paths of files outside of the curriculum, which must not get into a book. */
  readonly canary: string;
  readonly picture: string;
}

/** A page that attacks. It gets a header, a module, and a translation. */
export interface PageAttack {
  readonly name: string;
  /** What it tries, in a few words. */
  readonly what: string;
  /** The codes that the page gets, each once, sorted. */
  readonly says: readonly string[];
  /** Markdown. */
  readonly page: string;
  /** Files that lie beside the page. */
  readonly files: Files;
  /** Its end is swallowed by what was never closed. */
  readonly losesEnd: boolean;
}

/** What `attack.ts` of a folder exports: bytes and lengths that are better made than kept. */
export interface MadeAttack extends Partial<Pick<PageAttack, "page" | "losesEnd">> {
  readonly what: string;
  readonly says: readonly string[];
  readonly files?: Files | Promise<Files>;
}

const FOLDER = fileURLToPath(new URL("./pages/", import.meta.url));

/** All attacks of `pages/`: a folder has `page.md` with a header of ours, or `attack.ts`. */
export async function readPageAttacks(): Promise<readonly PageAttack[]> {
  const attacks: PageAttack[] = [];
  for (const name of readdirSync(FOLDER).sort()) {
    attacks.push(
      readdirSync(FOLDER + name).includes("page.md") ? readWritten(name) : await readMade(name),
    );
  }
  return attacks;
}

function readWritten(name: string): PageAttack {
  const text = readFileSync(`${FOLDER}${name}/page.md`, "utf8");
  const [, header = "", page = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const { what, says, losesEnd = false } = parse(header);
  return { name, what, says, page, losesEnd, files: {} };
}

async function readMade(name: string): Promise<PageAttack> {
  const { attack } = (await import(`./pages/${name}/attack.ts`)) as { attack: MadeAttack };
  const { what, says, page = "", losesEnd = false } = attack;
  const files = (await attack.files) ?? {};
  const pictures = Object.keys(files).map((file) => `![A picture](${file})`);
  return { name, what, says, page: page || pictures.join("\n\n"), losesEnd, files };
}

/** The words of a page with the addresses of this run in them. */
export function fillIn(text: string, name: string, { port, canary, picture }: Targets): string {
  return text
    .replaceAll("%SERVER%", `http://127.0.0.1:${port}/${name}`)
    .replaceAll("%NAMED%", `http://localhost:${port}/${name}`)
    .replaceAll("%HOST%", `//127.0.0.1:${port}/${name}`)
    .replaceAll("%PORT%", String(port))
    .replaceAll("%CANARY%", `file://${canary}`)
    .replaceAll("%CANARY_PATH%", canary)
    .replaceAll("%CANARY_PICTURE%", picture);
}
