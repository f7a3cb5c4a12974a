#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { nodeWorld } from "../world/node-world.ts";
import { runCommandLine } from "./program.ts";
import { EXIT } from "./terminal.ts";

const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { version: string };

const colour = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;

try {
  process.exitCode = await runCommandLine(
    process.argv.slice(2),
    {
      world: nodeWorld,
      cwd: process.cwd(),
      environment: process.env,
      terminal: {
        out: (text) => void process.stdout.write(text),
        note: (text) => void process.stderr.write(text),
        canRewrite: process.stderr.isTTY === true,
        colour,
      },
    },
    version,
  );
} catch (error) {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `handpress: a defect of Handpress, not of your content. Nothing that was built before is lost.\n` +
      `  hint: please report what follows, after taking out names and folders you would not show.\n${detail}\n`,
  );
  process.exitCode = EXIT.defect;
}
