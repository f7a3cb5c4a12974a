import { Command, CommanderError, Option } from "commander";
import {
  choiceReader,
  RequestError,
  readEditions,
  readFormats,
  readLimit,
  readMaxSize,
  readPagesPerSide,
  readPaper,
  readParticipants,
  readPercent,
  readSessions,
} from "../api/request-words.ts";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import { FileSystemError } from "../host/file-system.ts";
import { explainFault, refuseOddWords } from "./command-faults.ts";
import { refuseEmpty } from "./refuse-empty.ts";
import type { Repeatable, RepeatedOptions } from "./repeat-last.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

/**
 * Runs one command line and gives its exit code. Commands are loaded when they are called, so that
 * `--help` and `list` start without the browser and the writers.
 */
export async function runCommandLine(args: readonly string[], shell: Shell): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  const program = describeProgram(shell, (result) => {
    code = result;
  });
  try {
    refuseOddWords(program, args);
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof RequestError) return report(shell, EXIT.usage, error);
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.clean;
      const fault = explainFault(program, args, error);
      return fault === undefined ? EXIT.usage : report(shell, EXIT.usage, fault);
    }
    if (error instanceof FileSystemError) return report(shell, EXIT.machine, describeClosed(error));
    throw error;
  }
}

function report({ terminal, command }: Shell, code: ExitCode, fault: RequestError): ExitCode {
  terminal.note(`handpress: ${showControls(fault.message)}\n`);
  const hint = typeof fault.hint === "function" ? fault.hint(command) : fault.hint;
  const lines = (hint?.split("\n") ?? []).map(showControls);
  if (lines.length > 0) terminal.note(`  hint: ${lines.join("\n        ")}\n`);
  return code;
}

/** What was named is there, or may be, and this user may not look at it. */
function describeClosed({ path, reason }: FileSystemError): RequestError {
  const why = reason === "permission" ? "you may not open it" : `it cannot be opened (${reason})`;
  return new RequestError(
    `Unexpected file or folder ${path}, expected one that can be opened: ${why}`,
    reason === "permission"
      ? "Give yourself the right to open it and the folders above it, or name another place."
      : "Look at it in your file manager, or copy it to another place.",
  );
}

/** Options of several commands: how each is written, and what it means. */
const SHARED = {
  language: ["-l, --lang <tag>", "a language, or `all` (default: the curriculum's own)"],
  theme: ["-t, --theme <name>", "the name of a theme, or your own ./folder"],
  browser: ["--browser <path>", "the browser that makes the PDF"],
  limit: [
    "--limit <setting>",
    "raise or lower a limit, such as page-size=5MB; you can give this option several times",
    readLimit,
  ],
  json: ["--json", "print the result as JSON"],
  quiet: ["-q, --quiet", "print only problems"],
} as const;
const WHAT = "names of modules, or the folder of the curriculum";

function shared(name: keyof typeof SHARED): Option {
  const [flags, description, read] = SHARED[name];
  const option = new Option(flags, description);
  return read === undefined ? option : option.argParser(read);
}

/** What a command does with its words and options, or with its options alone where it takes no words. */
type Run = (shell: Shell, given: never, options: never) => ExitCode | Promise<ExitCode>;

function describeProgram(shell: Shell, end: (code: ExitCode) => void): Command {
  const { terminal, command: name, version } = shell;
  const program = new Command(name)
    .description("Makes PDF handouts and EPUB books from training modules. Works without internet.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.note(text),
      // What is wrong with a command line is told by us, from the code of the error.
      outputError: () => {},
    });

  // Subcommands inherit exitOverride and output only when they are made after it is set.
  const add = (word: string, description: string) => program.command(word).description(description);
  const repeatable =
    <Options extends RepeatedOptions>(
      name: "build" | "check",
      load: () => Promise<Repeatable<Options>>,
    ) =>
    async () =>
      (await import("./repeat-last.ts")).orRepeat(name, load);
  const act = (load: () => Promise<Run>) => async (given: unknown, options: unknown) => {
    const run = await load();
    end(await run(shell, given as never, options as never));
  };

  add("build", "Make PDF and EPUB books of all modules, or of the modules that you name.")
    .argument("[what...]", WHAT)
    .option("-f, --format <list>", "pdf, epub, or both: pdf,epub (default: both)", readFormats)
    .option(
      "-p, --paper <size>",
      "a4, letter, a5, a6, legal, or WIDTHxHEIGHT in mm (default: a4)",
      readPaper,
    )
    .option(
      "--sides <number>",
      "how many sides of the paper you print on: one or two (default: one)",
      choiceReader("sides"),
    )
    .option(
      "--booklet",
      "make a PDF to print on both sides and fold; --paper is the paper in the printer",
    )
    .option(
      "--nup <number>",
      "make a PDF with 2 or 4 pages on each side of the paper",
      readPagesPerSide,
    )
    .option("--greyscale", "make a PDF without any colour")
    .option(
      "--participants <number>",
      "show how many sheets of paper this number of people needs",
      readParticipants,
    )
    .option(
      "--fonts <when>",
      "when EPUBs carry fonts: auto (for scripts that phones lack), always, never (default: auto)",
      choiceReader("fonts"),
    )
    .option(
      "--links <how>",
      "how to show where links lead: notes (numbered), inline (in brackets), qr (notes with QR codes), none (no addresses; on screens links still work) (default: notes)",
      choiceReader("links"),
    )
    .option(
      "--names <how>",
      "names of files: plain (tails.epub) or language (tails.ar.epub) (default: plain)",
      choiceReader("names"),
    )
    .option(
      "-s, --session <name>",
      "make a handout of one session; you can give this option several times",
      readSessions,
    )
    .option("--max-size <size>", "the largest size of an EPUB, such as 500kB or 2MB", readMaxSize)
    .option("-o, --output <folder>", "the folder for the books (default: output)")
    .addOption(shared("language"))
    .option(
      "-e, --edition <name>",
      "trainer, participant, or `all` (default: trainer)",
      readEditions,
    )
    .addOption(shared("theme"))
    .addOption(shared("limit"))
    .option("--allow-missing", "build a module even if some of its sessions are missing")
    .option("--allow-untranslated", "build a module however little of it is translated")
    .option("--no-cache", "make every book anew, and keep nothing for the next build")
    .addOption(shared("browser"))
    .addOption(shared("json"))
    .addOption(shared("quiet"))
    .addHelpText("after", "\nThe file handpress.yaml of a curriculum can set other defaults.")
    .action(act(repeatable("build", async () => (await import("./build.ts")).runBuild)));

  add("list", "List the modules, their sessions, how long they take, and what is missing.")
    .argument("[what...]", WHAT)
    .addOption(shared("language"))
    .addOption(shared("limit"))
    .addOption(shared("json"))
    .action(act(async () => (await import("./list.ts")).runList));

  add("check", "Name every problem in the pages. Makes no books.")
    .argument("[what...]", WHAT)
    .option("-l, --lang <tag>", "check only pages and books in this language (default: `all`)")
    .addOption(shared("theme"))
    .addOption(shared("limit"))
    .addOption(shared("json"))
    .addOption(shared("quiet"))
    .action(act(repeatable("check", async () => (await import("./check.ts")).runCheck)));

  add("themes", "List the themes: what each is for, its paper, and the size of its letters.")
    .option("-t, --theme <name>", "your own ./folder: list and check it too")
    .addOption(shared("json"))
    .action(act(async () => (await import("./themes.ts")).runThemes));

  add(
    "inspect",
    "Show what a file would tell a stranger, what is in it, and what is wrong with it.",
  )
    .argument(
      "<file...>",
      "books, PDFs, pictures, office documents, ZIP archives, or folders of them",
    )
    .option("--json", "print everything as JSON")
    .option("-q, --quiet", "print only problems, verdicts, and what can harm somebody")
    .option("--strict", "exit with 1 if any file is not clean")
    .action(act(async () => (await import("./inspect.ts")).runInspect));

  add("verify", "Show whether a folder of books is as it was built. With --rebuild, prove it.")
    .argument("<folder>", "the folder that has SHA256SUMS, such as output")
    .option("--rebuild <source>", "build the books again from this curriculum, and compare them")
    .option("-t, --theme <name>", "the ./folder of your own theme, if the books were made with it")
    .addOption(shared("browser"))
    .addOption(shared("limit"))
    .addOption(shared("json"))
    .option("-q, --quiet", "print only the verdict and what is wrong")
    .action(act(async () => (await import("./verify.ts")).runVerify));

  add("explain", "Say what the code of a message means, such as LNK002, with examples.")
    .argument("[code...]", "codes of messages; without one, all are listed")
    .addOption(shared("json"))
    .action(act(async () => (await import("./explain.ts")).runExplain));

  const i18n = add(
    "i18n",
    "Make translated editions: catalogues for translators, and how far they are.",
  );
  const FOLDER = "the folder of the curriculum";
  i18n
    .command("extract")
    .description("Write templates of all texts, for translators: translations/NAME.pot.")
    .argument("[folder...]", FOLDER)
    .addOption(shared("json"))
    .action(act(async () => (await import("./i18n.ts")).runExtract));
  i18n
    .command("update")
    .description("Bring catalogues up to the state of the pages; begin those that are not there.")
    .argument("[language...]", "languages, such as fa or pt-BR (default: all that have catalogues)")
    .addOption(shared("json"))
    .action(act(async () => (await import("./i18n.ts")).runUpdate));
  i18n
    .command("status")
    .description("Show how much is translated, module by module.")
    .argument("[folder...]", FOLDER)
    .option("-l, --lang <tag>", "only this language")
    .option("--fail-under <percent>", "exit with 1 if less than this is translated", readPercent)
    .addOption(shared("json"))
    .action(act(async () => (await import("./i18n.ts")).runStatus));
  i18n
    .command("check")
    .description("Name every problem in the catalogues.")
    .argument("[folder...]", FOLDER)
    .option("-l, --lang <tag>", "only this language")
    .addOption(shared("json"))
    .action(act(async () => (await import("./i18n.ts")).runI18nCheck));

  add("clean", "Remove what builds keep in your cache to be faster. Your books stay.")
    .addOption(shared("json"))
    .action(act(async () => (await import("./clean.ts")).runClean));

  add("doctor", "Show what this machine has for making books, and what is missing.")
    .addOption(shared("browser"))
    .addOption(shared("json"))
    .action(act(async () => (await import("./doctor.ts")).runDoctor));

  for (const command of program.commands) refuseEmpty(command);
  return program;
}
