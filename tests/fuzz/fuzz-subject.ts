import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { readSeed } from "../support/seed.ts";
import { anyConfiguration } from "./any-configuration.ts";
import { anyDrawing } from "./any-drawing.ts";
import { anyHeaderPage } from "./any-header.ts";
import { anyHtmlPage } from "./any-html.ts";
import { anyLinks } from "./any-links.ts";
import { anyMarkdownPage } from "./any-markdown-page.ts";
import { anyPicture } from "./any-picture.ts";
import { anyStranger } from "./any-stranger.ts";
import type { SubjectName } from "./checks.ts";
import { GuardedWorker } from "./guarded-worker.ts";

const CASES: Readonly<Record<SubjectName, fc.Arbitrary<unknown>>> = {
  header: anyHeaderPage,
  markdown: anyMarkdownPage,
  html: anyHtmlPage,
  links: anyLinks,
  configuration: anyConfiguration,
  drawing: anyDrawing,
  picture: anyPicture,
  stranger: anyStranger,
};

/** The cases of the normal tier are the same on every run. */
const FIXED_SEED = 20_261_122;

/** `HANDPRESS_CASES=200 HANDPRESS_SEED=7 npm run test:slow fuzz/html` for a shorter look. */
const GIVEN_CASES = Number(process.env.HANDPRESS_CASES ?? "");

/** Some hundred cases, always the same: for the normal tier. */
export function fuzzBriefly(subject: SubjectName, cases: number): void {
  test(`${subject}: ${cases} cases`, () => run(subject, cases, FIXED_SEED));
}

/** As many cases as are told, others on every run: for the slow tier. */
export function fuzzAtLength(subject: SubjectName, cases: number): void {
  const count = GIVEN_CASES > 0 ? GIVEN_CASES : cases;
  test(`${subject}: ${count} cases`, async (t: TestContext) => {
    const seed = readSeed();
    t.diagnostic(`HANDPRESS_SEED=${seed}`);
    await run(subject, count, seed);
  });
}

async function run(subject: SubjectName, numRuns: number, seed: number): Promise<void> {
  const worker = new GuardedWorker(subject);
  try {
    await fc.assert(
      fc.asyncProperty(CASES[subject], (input) => worker.check(input)),
      { numRuns, seed },
    );
  } finally {
    await worker.close();
  }
}
