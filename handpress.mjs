#!/usr/bin/env node
// Runs Handpress, or says what it lacks. The launchers `handpress` and `handpress.cmd` come here; a
// copy on a stick that knows neither links nor programs can call it too: `node handpress.mjs`.
import { fileURLToPath } from "node:url";

const OLDEST = [20, 19];
const inFolder = (path) => new URL(path, import.meta.url);
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  refuse(
    `Unexpected Node.js ${process.versions.node}, expected ${OLDEST.join(".")} or newer`,
    "Get it from https://nodejs.org. Then type this again.",
  );
} else {
  try {
    await import(inFolder("dist/cli/main.js").href);
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    refuse(
      "Unexpected folder of Handpress that is not installed yet, expected its packages and dist/",
      `Type \`npm ci\` in ${fileURLToPath(inFolder("."))}. Then type this again.`,
    );
  }
}

function refuse(message, hint) {
  process.stderr.write(`handpress: ${message}\n  hint: ${hint}\n`);
  process.exitCode = 3;
}
