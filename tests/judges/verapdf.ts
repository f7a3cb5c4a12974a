import { execFile, spawn } from "node:child_process";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { closed, collect, JVM } from "./epubcheck.ts";
import { type Finding, findingsAbout, type JudgedBook, MachineLacks } from "./judged-book.ts";

/** veraPDF's engine and its profile of PDF/UA-1 are in the jar of a package that is for other things. */
const JAR = join(
  import.meta.dirname,
  "node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar",
);
/** What the jar has not: a runtime for JAXB, where Debian's libjaxb-java puts it. */
const RUNTIME = ["jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation"];
const FOLDER = "/usr/share/java";

/** veraPDF, with PDF/UA-1: every rule that a PDF breaks, with a place for each kind of break. */
export type VeraPdfJudge = (books: readonly JudgedBook[]) => Promise<readonly Finding[]>;

/** Throws MachineLacks where there is no Java with a compiler, or no runtime for JAXB. */
export async function openVeraPdf(): Promise<VeraPdfJudge> {
  const modules = await promisify(execFile)("java", ["--list-modules"]).catch(() => undefined);
  if (modules?.stdout.includes("jdk.compiler") !== true) {
    throw new MachineLacks("veraPDF needs a Java 11 or newer (Debian: default-jdk-headless).");
  }
  const jars = RUNTIME.map((name) => join(FOLDER, `${name}.jar`));
  try {
    await Promise.all(jars.map((jar) => access(jar)));
  } catch {
    throw new MachineLacks("veraPDF needs a runtime for JAXB (Debian: libjaxb-java).");
  }
  return (books) => judge([JAR, ...jars].join(delimiter), books);
}

async function judge(classPath: string, books: readonly JudgedBook[]): Promise<readonly Finding[]> {
  const program = join(import.meta.dirname, "CheckPdfs.java");
  const java = spawn("java", [...JVM, "-cp", classPath, program], { stdio: "pipe" });
  const noise = collect(java.stderr);
  // Should Java end early, that is told below.
  java.stdin.on("error", () => {});
  java.stdin.end(books.map(({ path }) => `${path}\n`).join(""));
  const findings: Finding[] = [];
  let done = 0;
  for await (const line of createInterface({ input: java.stdout, crlfDelay: Infinity })) {
    const [word, rule = "", place = "", message = ""] = line.split("\t");
    const book = books[done];
    if (word === "done") {
      // A judge that looked at nothing has not judged.
      if (Number(rule) === 0) throw new Error(`veraPDF checked nothing in ${book?.path}`);
      done += 1;
    } else if (word === "failed" && book !== undefined) {
      const one = { severity: "error", document: place, message: `${rule} ${message}` } as const;
      findings.push(...findingsAbout(book, "veraPDF", [one]));
    }
  }
  await closed(java);
  if (done === books.length) return findings;
  throw new Error(`veraPDF ended after ${done} of ${books.length} books:\n${noise()}`);
}
