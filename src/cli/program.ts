import { Command, CommanderError, Option } from "commander";
import { showControls } from "../diagnostics/format-diagnostic.ts";
import { readAudience } from "../source/audience.ts";
import { WorldError } from "../world/world.ts";
import { EXIT, type ExitCode, type Machine, UsageError } from "./terminal.ts";

/** What `build` and `list` say of `--lang`. */
const LANGUAGE = "a language, or `all` (default: the curriculum's own)";

/** Options that every command which reads a curriculum takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/**
 * Runs one command line and gives its exit code. Commands are loaded when they are called, so that
 * `--help` and `list` start without the browser and the writers.
 */
export async function runCommandLine(
  args: readonly string[],
  machine: Machine,
  version: string,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  const program = describeProgram(machine, version, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    if (error instanceof UsageError) {
      const { message, hint } = error;
      machine.terminal.note(`handpress: ${showControls(message)}\n`);
      const text = typeof hint === "function" ? hint(machine.command) : hint;
      const lines = (text?.split("\n") ?? []).map(showControls);
      if (lines.length > 0) machine.terminal.note(`  hint: ${lines.join("\n        ")}\n`);
      return EXIT.usage;
    }
    if (error instanceof WorldError) return reportClosed(machine, error);
    throw error;
  }
}

/** What was named is there, or may be, and this user may not look at it. */
function reportClosed({ terminal }: Machine, { path, reason }: WorldError): ExitCode {
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

function describeProgram(
  machine: Machine,
  version: string,
  end: (code: ExitCode) => void,
): Command {
  const { terminal, command: name } = machine;
  const program = new Command(name)
    .description("Makes PDF handouts and EPUB books from training modules. Works offline.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.note(text),
      outputError: (text, write) => write(text.replace(/^error: /, "handpress: ")),
    })
    .showHelpAfterError(`  hint: \`${name} --help\` says what there is`);

  // Subcommands inherit exitOverride and output only when they are made after it is set.
  program
    .command("build")
    .description("Build every module of a curriculum, or the named ones, as PDF and EPUB.")
    .argument("[what...]", "modules by name, or the curriculum's folder")
    .addOption(formatOption())
    .option("-p, --paper <size>", "a4, letter, a5, a6, legal, or WIDTHxHEIGHT in mm (default: a4)")
    .option("--sides <number>", "how many sides of the paper are printed: one (the default) or two")
    .option("--booklet", "a PDF to print on both sides and fold; --paper is the printer's")
    .option("--nup <number>", "a PDF with 2 or 4 pages on each side of the paper")
    .option("--greyscale", "a PDF without any colour")
    .option("--participants <number>", "say how many sheets of paper so many people need")
    .addOption(fontsOption())
    .addOption(linksOption())
    .addOption(sessionOption())
    .option("--max-size <size>", "the most that an EPUB may take, such as 500kB or 2MB")
    .option("-o, --output <folder>", "where the books go (default: output)")
    .option("-l, --lang <tag>", LANGUAGE)
    .addOption(editionOption())
    .option("-t, --theme <name>", "a theme's name, or ./folder of your own")
    .option("--allow-missing", "build modules although sessions they link to are missing")
    .option("--browser <path>", "the browser that makes the PDF")
    .option("--json", "print the result as JSON")
    .option("-q, --quiet", "print problems only")
    .addHelpText("after", "\nA curriculum's handpress.yaml can set other defaults.")
    .action(async (what: string[], options) => {
      const { runBuild } = await import("./build.ts");
      end(await runBuild(machine, what, options, version));
    });

  program
    .command("list")
    .description("List the modules, their sessions by stage, durations, and what is missing.")
    .argument("[what...]", "modules by name, or the curriculum's folder")
    .option("-l, --lang <tag>", LANGUAGE)
    .option("--json", "print the result as JSON")
    .action(async (what: string[], options) => {
      const { runList } = await import("./list.ts");
      end(await runList(machine, what, options));
    });

  program
    .command("check")
    .description("Report every problem in the content, without building.")
    .argument("[what...]", "modules by name, or the curriculum's folder")
    .option("-l, --lang <tag>", "pages and books in one language only (default: `all`)")
    .option("-t, --theme <name>", "a theme's name, or ./folder of your own")
    .option("--json", "print the result as JSON")
    .option("-q, --quiet", "print problems only")
    .action(async (what: string[], options) => {
      const { runCheck } = await import("./check.ts");
      end(await runCheck(machine, what, options));
    });

  program
    .command("themes")
    .description("List the themes, what each is for, its paper and its size of type.")
    .option("-t, --theme <name>", "a ./folder of your own, to list and look at as well")
    .option("--json", "print the result as JSON")
    .action(async (options) => {
      const { runThemes } = await import("./themes.ts");
      end(await runThemes(machine, options));
    });

  program
    .command("inspect")
    .description("Say what a file would tell a stranger, what is in it, and what is wrong with it.")
    .argument(
      "<file...>",
      "books, PDFs, pictures, office documents, ZIP archives, or folders of them",
    )
    .option("--json", "print everything as JSON")
    .option("-q, --quiet", "print what tells on somebody, problems and verdicts only")
    .action(async (files: string[], options) => {
      const { runInspect } = await import("./inspect.ts");
      end(await runInspect(machine, files, options));
    });

  program
    .command("verify")
    .description("Say whether a folder of books is as it was built; with its source, prove it.")
    .argument("<folder>", "the folder with SHA256SUMS in it, such as output")
    .option("--rebuild <source>", "build the books again from this curriculum, and compare them")
    .option("-t, --theme <name>", "for books made with a theme of your own: its ./folder")
    .option("--browser <path>", "the browser that makes the PDF")
    .option("--json", "print the result as JSON")
    .option("-q, --quiet", "print the verdict and what is wrong only")
    .action(async (folder: string, options) => {
      const { runVerify } = await import("./verify.ts");
      end(await runVerify(machine, folder, options, version));
    });

  program
    .command("doctor")
    .description("Say what this machine has and lacks for building books.")
    .option("--browser <path>", "the browser that makes the PDF")
    .option("--json", "print the result as JSON")
    .action(async (options) => {
      const { runDoctor } = await import("./doctor.ts");
      end(await runDoctor(machine, options));
    });

  for (const command of program.commands) {
    refuseEmpty(command);
    command.showHelpAfterError(`  hint: \`${name} ${command.name()} --help\` says what there is`);
  }
  return program;
}

/**
 * A value that is empty was mostly meant to be something: a variable of a script that is not set. It
 * is refused before anything is read, for it would mean the current folder, or nothing at all.
 */
function refuseEmpty(command: Command): void {
  for (const option of command.options.filter(({ required }) => required)) {
    const { parseArg } = option;
    option.argParser((text: string, before: unknown) => {
      if (text.replaceAll(",", "").trim() === "") {
        throw new UsageError(
          `Unexpected \`${option.long}\` without a value, expected \`${option.flags.split(", ").at(-1)}\``,
          `It means: ${option.description}. Without it, leave the option out.`,
        );
      }
      return parseArg === undefined ? text : parseArg(text, before);
    });
  }
  for (const argument of command.registeredArguments) {
    argument.argParser((text: string, before: unknown) => {
      if (text.trim() === "") {
        throw new UsageError(
          `Unexpected empty word, expected ${argument.description}`,
          "Take away the empty quotation marks, or write a name between them.",
        );
      }
      return argument.variadic ? [...(Array.isArray(before) ? before : []), text] : text;
    });
  }
}

function editionOption(): Option {
  const option = new Option(
    "-e, --edition <name>",
    "trainer, participant, or `all` (default: trainer)",
  );
  return option.argParser((text) => {
    const words = text.split(",").map((one) => one.trim());
    // A near word is not guessed: "trainee" is two letters from "trainer" and means the others.
    const read = words.map((word) => {
      const reading = readAudience(word);
      return reading?.how === "misspelled" ? undefined : reading?.audience;
    });
    const wrong = words.find((_, at) => read[at] === undefined);
    if (wrong !== undefined) {
      throw new UsageError(
        `Unexpected edition \`${wrong}\`, expected trainer, participant or all`,
        "The trainer's edition holds everything; the participant's leaves out what is for trainers.",
      );
    }
    return (["trainer", "participant"] as const).filter(
      (edition) => read.includes(edition) || read.includes("all"),
    );
  });
}

function formatOption(): Option {
  return new Option(
    "-f, --format <list>",
    "pdf, epub, or both: pdf,epub (default: both)",
  ).argParser((text) => {
    const formats = text.split(",").map((one) => one.trim().toLowerCase());
    const wrong = formats.find((one) => one !== "pdf" && one !== "epub");
    if (wrong !== undefined) {
      throw new UsageError(
        `Unexpected format \`${wrong}\`, expected pdf or epub`,
        "Without the option, both are made.",
      );
    }
    return [...new Set(formats)];
  });
}

function linksOption(): Option {
  const text =
    "where links lead: notes (numbered, the default), inline (in brackets), qr (notes with QR codes), none (no addresses; links stay alive on screens)";
  return new Option("--links <how>", text).argParser((written) => {
    const mode = written.trim().toLowerCase();
    if (["notes", "inline", "qr", "none"].includes(mode)) return mode;
    throw new UsageError(
      `Unexpected links \`${written}\`, expected notes, inline, qr or none`,
      "Without the option, addresses stand in numbered notes at each session's end.",
    );
  });
}

function sessionOption(): Option {
  const text = "single sessions by name, each a handout of its own; can be given several times";
  return new Option("-s, --session <name>", text).argParser((written, before: unknown) => {
    const names = written.split(",").map((one) => one.trim());
    return [...(Array.isArray(before) ? before : []), ...names.filter((name) => name !== "")];
  });
}

function fontsOption(): Option {
  const flags = "--fonts <when>";
  const text =
    "whether EPUBs bring fonts along: auto (the default: in scripts that devices lack), always, never";
  return new Option(flags, text).argParser((written) => {
    const policy = written.trim().toLowerCase();
    if (["auto", "always", "never"].includes(policy)) return policy;
    throw new UsageError(
      `Unexpected fonts \`${written}\`, expected auto, always or never`,
      "Without the option, EPUBs bring fonts along only for scripts that devices often lack.",
    );
  });
}
