import { join } from "node:path";
import { test } from "node:test";
import { chanceFrom, readSeed } from "../support/seed.ts";
import {
  COMPILED,
  demandRecovery,
  demandTidy,
  demandWhole,
  forgetFinished,
  openScene,
  startBuild,
  WORDS,
  waitForEnd,
  whenSeen,
} from "./killed-builds.ts";
import { withFolder, writeTwoBooks } from "./two-books.ts";

const KILLS = Number(process.env.HANDPRESS_KILLS ?? 200);
/** A whole build between, without any cleaning. */
const KILLS_BETWEEN_BUILDS = 10;

test(`${KILLS} builds killed at moments that chance picks`, async (t) => {
  const seed = readSeed();
  t.diagnostic(`HANDPRESS_SEED=${seed}`);
  const chance = chanceFrom(seed);
  const ends = new Map<string, number>();
  await withFolder(async (folder) => {
    const scene = await openScene(folder, COMPILED);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const version = kill % 2 === 0 ? 0 : 1;
      const signal = chance() < 0.8 ? "SIGKILL" : chance() < 0.5 ? "SIGTERM" : "SIGINT";
      // Books are written in a few milliseconds of some seconds: every fourth kill aims there.
      const isAimed = chance() < 0.25;
      const waitMs = isAimed ? chance() * 12 : chance() * scene.buildMs;
      const told = `seed ${seed}, kill ${kill}: ${signal} ${Math.round(waitMs)} ms after ${isAimed ? "a part is seen" : "the start"}`;
      await writeTwoBooks(join(folder, "c"), WORDS[version]);
      // One half writes into the cache as well, so that it is cut off there too.
      const keeps = kill % 4 < 2;
      if (keeps) await forgetFinished(folder);
      const child = startBuild(scene, keeps ? [] : ["--no-cache"]);
      const strike = () => void setTimeout(() => child.kill(signal), waitMs);
      const watching = isAimed ? whenSeen(join(folder, "output/en"), /\.part$/, strike) : undefined;
      if (!isAimed) strike();
      const { end } = await waitForEnd(child);
      watching?.close();
      ends.set(String(end), (ends.get(String(end)) ?? 0) + 1);
      await demandWhole(scene, told);
      // Those who were asked to end have tidied up themselves, if there was anything to tidy.
      if (end === "SIGINT" || end === "SIGTERM") await demandTidyButOthers(folder, told, kill);
      if (kill % KILLS_BETWEEN_BUILDS === 0) await demandRecovery(scene, version, told);
    }
    await demandRecovery(scene, 0, `seed ${seed}, at the end`);
  });
  t.diagnostic([...ends].map(([end, count]) => `${end}: ${count}`).join(", "));
});

/** Only where no kill before it can have left anything. */
async function demandTidyButOthers(folder: string, told: string, kill: number): Promise<void> {
  if (kill % KILLS_BETWEEN_BUILDS === 1) await demandTidy(folder, told);
}
