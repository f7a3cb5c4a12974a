import assert from "node:assert/strict";
import { test } from "node:test";
import { run, testWrong, VALUED, WRONG } from "./usage-scene.ts";

testWrong(WRONG.filter((_, at) => at % 4 !== 0));

test("a module is named by its book, permalink, file or title, in any case", async () => {
  for (const name of [
    "locks",
    "LOCKS",
    "/locks/",
    "locks/locks.md",
    "c/locks/locks.md",
    "Good Locks",
  ]) {
    const { code, note, out } = await run("build", "c/", name, "-f", "epub");
    assert.equal(`${name} ${code} ${note}`, `${name} 0 `);
    assert.match(
      out,
      /^output\/en\/locks\.epub {2}\d+ kB\n1 file of 1 book\.\nSums .*output\/SHA256SUMS\n$/,
    );
  }
});

test("an option without a value is a usage error that says what to write", async () => {
  for (const [command, options] of Object.entries(VALUED)) {
    const help = await run(command, "--help");
    const listed = [...help.out.matchAll(/--([\w-]+) </g)].map(([, name]) => name);
    assert.deepEqual(listed.sort(), [...options].sort(), command);
    for (const option of options) {
      const words = ["themes", "doctor"].includes(command) ? [] : ["c"];
      for (const value of ["", " ", ","]) {
        const { code, out, note } = await run(command, ...words, `--${option}`, value);
        assert.equal(`${option} ${code} ${out}`, `${option} 2 `);
        assert.match(
          note,
          /^handpress: Unexpected `--[\w-]+` without a value, expected `--[\w-]+ <\w+>`\n {2}hint: It means: \S[^\n]+ leave the option out\.\n$/,
        );
      }
    }
  }
});
