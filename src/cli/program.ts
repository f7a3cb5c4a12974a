import { Command, CommanderError } from "commander";
import { RequestError } from "../build/request-error.ts";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import { FileSystemError } from "../host/file-system.ts";
import { explainFault, refuseOddWords } from "./command-faults.ts";
import {
  editionOption,
  fontsOption,
  formatOption,
  limitOption,
  linksOption,
  namesOption,
  refuseEmpty,
  sessionOption,
} from "./option-values.ts";
import { EXIT, type ExitCode, type Shell } from "./terminal.ts";

/** What `build` and `list` say of `--lang`. */
const LANGUAGE = "a language, or `all` (default: the curriculum's own)";

/**
 * Runs one command line and gives its exit code. Commands are loaded when they are called, so that
 * `--help` and `list` start without the browser and the writers.
 */
export async function runCommandLine(
  args: readonly string[],
  shell: Shell,
  version: string,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  const program = describeProgram(shell, version, (result) => {
    code = result;
  });
  try {
    refuseOddWords(program, args);
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof RequestError) return reportUsage(shell, error);
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.clean;
      const fault = explainFault(program, args, error);
      return fault === undefined ? EXIT.usage : reportUsage(shell, fault);
    }
    if (error instanceof FileSystemError) return reportClosed(shell, error);
    throw error;
  }
}

function reportUsage({ terminal, command }: Shell, { message, hint }: RequestError): ExitCode {
  terminal.note(`handpress: ${showControls(message)}\n`);
  const text = typeof hint === "function" ? hint(command) : hint;
  const lines = (text?.split("\n") ?? []).map(showControls);
  if (lines.length > 0) terminal.note(`  hint: ${lines.join("\n        ")}\n`);
  return EXIT.usage;
}

/** What was named is there, or may be, and this user may not look at it. */
function reportClosed({ terminal }: Shell, { path, reason }: FileSystemError): ExitCode {
  const why = reason === "permission" ? "you may not open it" : `it cannot be opened (${reason})`;
  terminal.note(
    `handpress: Unexpected file or folder ${showControls(path)}, expected one that can be opened: ${why}\n`,
  );
  const hint =
    reason === "permission"
      ? "Give yourself the right to open it and the folders above it, or name another place."
      : "Look at it in your file manager, or copy it to another place.";
  terminal.note(`  hint: ${hint}\n`);
  return EXIT.machine;
}

function describeProgram(shell: Shell, version: string, end: (code: ExitCode) => void): Command {
  const { terminal, command: name } = shell;
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
  program
    .command("build")
    .description("Make PDF and EPUB books of all modules, or of the modules that you name.")
    .argument("[what...]", "names of modules, or the folder of the curriculum")
    .addOption(formatOption())
    .option("-p, --paper <size>", "a4, letter, a5, a6, legal, or WIDTHxHEIGHT in mm (default: a4)")
    .option(
      "--sides <number>",
      "how many sides of the paper you print on: one or two (default: one)",
    )
    .option(
      "--booklet",
      "make a PDF to print on both sides and fold; --paper is the paper in the printer",
    )
    .option("--nup <number>", "make a PDF with 2 or 4 pages on each side of the paper")
    .option("--greyscale", "make a PDF without any colour")
    .option("--participants <number>", "show how many sheets of paper this number of people needs")
    .addOption(fontsOption())
    .addOption(linksOption())
    .addOption(namesOption())
    .addOption(sessionOption())
    .option("--max-size <size>", "the largest size of an EPUB, such as 500kB or 2MB")
    .option("-o, --output <folder>", "the folder for the books (default: output)")
    .option("-l, --lang <tag>", LANGUAGE)
    .addOption(editionOption())
    .option("-t, --theme <name>", "the name of a theme, or your own ./folder")
    .addOption(limitOption())
    .option("--allow-missing", "build a module even if some of its sessions are missing")
    .option("--no-cache", "make every book anew, and keep nothing for the next build")
    .option("--browser <path>", "the browser that makes the PDF")
    .option("--json", "print the result as JSON")
    .option("-q, --quiet", "print only problems")
    .addHelpText("after", "\nThe file handpress.yaml of a curriculum can set other defaults.")
    .action(async (what: string[], options) => {
      const { repeatBuild } = await import("./repeat-build.ts");
      const build = async (own: Shell) => {
        const { runBuild } = await import("./build.ts");
        return await runBuild(own, what, options, version);
      };
      end(await repeatBuild(shell, what, options, build));
    });

  program
    .command("list")
    .description("List the modules, their sessions, how long they take, and what is missing.")
    .argument("[what...]", "names of modules, or the folder of the curriculum")
    .option("-l, --lang <tag>", LANGUAGE)
    .addOption(limitOption())
    .option("--json", "print the result as JSON")
    .action(async (what: string[], options) => {
      const { runList } = await import("./list.ts");
      end(await runList(shell, what, options));
    });

  program
    .command("check")
    .description("Name every problem in the pages. Makes no books.")
    .argument("[what...]", "names of modules, or the folder of the curriculum")
    .option("-l, --lang <tag>", "check only pages and books in this language (default: `all`)")
    .option("-t, --theme <name>", "the name of a theme, or your own ./folder")
    .addOption(limitOption())
    .option("--json", "print the result as JSON")
    .option("-q, --quiet", "print only problems")
    .action(async (what: string[], options) => {
      const { runCheck } = await import("./check.ts");
      end(await runCheck(shell, what, options, version));
    });

  program
    .command("themes")
    .description("List the themes: what each is for, its paper, and the size of its letters.")
    .option("-t, --theme <name>", "your own ./folder: list and check it too")
    .option("--json", "print the result as JSON")
    .action(async (options) => {
      const { runThemes } = await import("./themes.ts");
      end(await runThemes(shell, options));
    });

  program
    .command("inspect")
    .description(
      "Show what a file would tell a stranger, what is in it, and what is wrong with it.",
    )
    .argument(
      "<file...>",
      "books, PDFs, pictures, office documents, ZIP archives, or folders of them",
    )
    .option("--json", "print everything as JSON")
    .option("-q, --quiet", "print only problems, verdicts, and what can harm somebody")
    .option("--strict", "exit with 1 if any file is not clean")
    .action(async (files: string[], options) => {
      const { runInspect } = await import("./inspect.ts");
      end(await runInspect(shell, files, options));
    });

  program
    .command("verify")
    .description("Show whether a folder of books is as it was built. With --rebuild, prove it.")
    .argument("<folder>", "the folder that has SHA256SUMS, such as output")
    .option("--rebuild <source>", "build the books again from this curriculum, and compare them")
    .option("-t, --theme <name>", "the ./folder of your own theme, if the books were made with it")
    .option("--browser <path>", "the browser that makes the PDF")
    .addOption(limitOption())
    .option("--json", "print the result as JSON")
    .option("-q, --quiet", "print only the verdict and what is wrong")
    .action(async (folder: string, options) => {
      const { runVerify } = await import("./verify.ts");
      end(await runVerify(shell, folder, options, version));
    });

  program
    .command("explain")
    .description("Say what the code of a message means, such as LNK002, with examples.")
    .argument("[code...]", "codes of messages; without one, all are listed")
    .option("--json", "print the result as JSON")
    .action(async (codes: string[], options) => {
      const { runExplain } = await import("./explain.ts");
      end(runExplain(shell, codes, options));
    });

  program
    .command("clean")
    .description("Remove what builds keep in your cache to be faster. Your books stay.")
    .option("--json", "print the result as JSON")
    .action(async (options) => {
      const { runClean } = await import("./clean.ts");
      end(await runClean(shell, options));
    });

  program
    .command("doctor")
    .description("Show what this machine has for making books, and what is missing.")
    .option("--browser <path>", "the browser that makes the PDF")
    .option("--json", "print the result as JSON")
    .action(async (options) => {
      const { runDoctor } = await import("./doctor.ts");
      end(await runDoctor(shell, options));
    });

  for (const command of program.commands) refuseEmpty(command);
  return program;
}
