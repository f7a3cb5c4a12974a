import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Beside the compiled program; not there while it runs from its source. */
const FILE = new URL("../tool-identity", import.meta.url);

/** What npm notes of the libraries that it has installed: in a folder of ours, or ours in another's. */
const LIBRARIES = ["../../node_modules/.package-lock.json", "../../../.package-lock.json"];

/**
 * A name for this very program on this kind of machine: another version, another build, other
 * libraries or another Node have another. Undefined where it was not compiled.
 */
export function readToolIdentity(): string | undefined {
  let sum: string;
  try {
    sum = readFileSync(FILE, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const libraries = createHash("sha256");
  for (const path of LIBRARIES) libraries.update(readIfThere(new URL(path, import.meta.url)));
  const machine = [process.version, process.platform, process.arch];
  return [sum, libraries.digest("hex"), ...machine].join(" ");
}

/** The last step of compiling: names what was compiled. */
export function writeToolIdentity(): void {
  const folder = new URL("../", import.meta.url);
  const hash = createHash("sha256");
  const programs = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".js"));
  for (const path of programs.sort()) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(new URL(path, folder)))
      .update("\0");
  }
  hash.update(readFileSync(new URL("../../package.json", import.meta.url)));
  writeFileSync(FILE, hash.digest("hex"));
}

function readIfThere(url: URL): string {
  try {
    return readFileSync(url, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
