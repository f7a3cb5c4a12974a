// Exchanges files of a curriculum for links to what lies outside and for pipes, again and again, as
// fast as it can, until a file `stop` is there: `node swapper.mjs CONTENT OUTSIDE`. Each place is
// whole at every moment. It ends by itself: killed, its last mkfifo would outlive it.
import { execFileSync } from "node:child_process";
import { existsSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const [content, outside] = process.argv.slice(2);
const spare = join(outside, "..", "spare");
const stop = join(outside, "..", "stop");

/** What takes turns with the true file or folder of a place. */
const PLACES = [
  ["en/one.png", () => symlinkSync(join(outside, "picture.png"), spare)],
  ["en/two.png", () => execFileSync("mkfifo", [spare])],
  ["en/well.md", () => symlinkSync(join(outside, "page.md"), spare)],
  ["en/pipe.md", () => execFileSync("mkfifo", [spare])],
  ["shared", () => symlinkSync(outside, spare)],
  ["logo.png", () => symlinkSync(join(outside, "picture.png"), spare)],
  ["handpress.yaml", () => symlinkSync(join(outside, "handpress.yaml"), spare)],
];
const stand = new Int32Array(new SharedArrayBuffer(4));
const wait = (ms) => Atomics.wait(stand, 0, 0, ms);

process.stdout.write("ready");
for (let turn = 0; !existsSync(stop); turn += 1) {
  const [name, make] = PLACES[turn % PLACES.length];
  const place = join(content, name);
  const aside = `${join(outside, "..", "aside")}-${turn}`;
  make();
  renameSync(place, aside);
  renameSync(spare, place);
  wait(turn % 7);
  rmSync(place);
  renameSync(aside, place);
  wait(turn % 3);
}
