import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { runHandpress } from "../support/run-handpress.ts";
import { CANARIES } from "./canaries.ts";
import { assertClean } from "./outputs.ts";
import { listTree, openRoot } from "./root.ts";
import { makePair } from "./tree-attack.ts";

const SWAPPER = fileURLToPath(new URL("swapper.mjs", import.meta.url));
const plain = (colour: string) =>
  sharp({ create: { width: 40, height: 40, channels: 3, background: colour } })
    .png()
    .toBuffer();

/**
 * Builds a curriculum whose files and folders are exchanged all the time for links to files outside
 * and for pipes, so many times: no build hangs or breaks, and nothing from outside is in a book.
 */
export async function buildWhileSwapped(builds: number): Promise<void> {
  const root = await openRoot(1);
  const outside = join(root.folder, "outside");
  const [own, strange] = [await plain("#00ff00"), await plain("#ff00ff")];
  writeFileSync(join(outside, "picture.png"), strange);
  writeFileSync(join(outside, "three.png"), strange);
  writeFileSync(join(outside, "handpress.yaml"), `title: ${CANARIES.outside}\n`);
  root.write(
    makePair("a", "", "![One](one.png) ![Two](two.png) ![Three](/shared/three.png)\n\nWords."),
  );
  root.write({
    "en/well.md": "---\ntitle: Well\npermalink: /well/\n---\nWell.\n",
    "en/pipe.md": "---\ntitle: Pipe\npermalink: /pipe/\n---\nPipe.\n",
    "handpress.yaml": "title: Own\nbrand: { name: Own, logo: logo.png }\n",
    "logo.png": own,
    "en/one.png": own,
    "en/two.png": own,
    "shared/three.png": own,
  });
  mkdirSync(join(root.folder, "home"), { recursive: true });
  const swapper = spawn(process.execPath, [SWAPPER, root.content, outside], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await once(swapper.stdout, "data");
    for (let build = 0; build < builds; build += 1) {
      rmSync(root.output, { recursive: true, force: true });
      const words = ["build", root.content, "-f", "epub", "--output", root.output];
      const { code, out, note } = await runHandpress(words, { cwd: join(root.folder, "home") });
      assert.ok(code === 0 || code === 1, `build ${build}: ${code}\n${note}`);
      assert.ok(!(out + note).includes(CANARIES.outside), note);
      for (const path of listTree(root.output).filter((one) => one.endsWith(".epub"))) {
        await assertOwn(readFileSync(path));
      }
    }
    assert.equal(swapper.exitCode, null, "files were exchanged to the end");
  } finally {
    const ended = swapper.exitCode === null ? once(swapper, "exit") : undefined;
    writeFileSync(join(root.folder, "stop"), "");
    await ended;
    root.remove();
  }
}

/** A book with no word from outside, and no picture but green ones. */
async function assertOwn(book: Buffer): Promise<void> {
  await assertClean(new Uint8Array(book), "swapped.epub");
  for (const [path, bytes] of Object.entries(unzipSync(book))) {
    if (!/images\/.*\.(?:png|jpg)$/.test(path)) continue;
    const { channels } = await sharp(bytes).stats();
    const [red = 0, , blue = 0] = channels.map(({ mean }) => mean);
    assert.ok(red + blue < 60, `${path} is from outside`);
  }
}
