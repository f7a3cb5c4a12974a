import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY_ENTRY, type Entry } from "../../src/gettext/catalogue.ts";
import { alignUnits } from "../../src/translation/align-units.ts";
import { isStale } from "../../src/translation/stale-mark.ts";
import { listTemplate, updateCatalogue } from "../../src/translation/update-catalogue.ts";
import { pageOf, unitsOf } from "./units-scene.ts";

const BODY =
  "Keep a spare key in a safe place.\n\nNever lend it to people you do not know.\n\nOil the lock.";

/** The catalogue of a page after an update, with every new text translated as `[…]`. */
function update(body: string, earlier: readonly Entry[] = [], basePath = "a.md"): readonly Entry[] {
  const page = unitsOf({ ...pageOf(body), basePath });
  const alignment = alignUnits(page.units, earlier, () => undefined);
  const template = { entries: listTemplate([page]) };
  return updateCatalogue({ entries: earlier }, template, alignment).entries;
}

function translate(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((one) => (one.strings[0] === "" ? { ...one, strings: [`[${one.id}]`] } : one));
}

const describe = (entries: readonly Entry[]) =>
  entries.map(({ id, strings, flags, isObsolete, ...entry }) => {
    const state = isObsolete
      ? "obsolete"
      : strings[0] === ""
        ? "new"
        : !flags.includes("fuzzy")
          ? "kept"
          : isStale({ ...entry, id, strings, flags, isObsolete })
            ? "stale"
            : "guessed";
    return `${state}: ${id}`;
  });

const TRANSLATED = translate(update(BODY));

test("what did not change is kept, as it is", () => {
  assert.deepEqual(update(BODY, TRANSLATED), TRANSLATED);
});

test("one changed sentence marks exactly that entry, with the text from before", () => {
  const changed = update(BODY.replace("Never lend", "Do not lend"), TRANSLATED);
  assert.deepEqual(describe(changed), [
    "kept: Keep a spare key in a safe place.",
    "stale: Do not lend it to people you do not know.",
    "kept: Oil the lock.",
  ]);
  assert.equal(changed[1]?.previousId, "Never lend it to people you do not know.");
  assert.deepEqual(changed[1]?.strings, ["[Never lend it to people you do not know.]"]);
});

test("a second change keeps the text that was translated; the first text back is no change", () => {
  const once = update(BODY.replace("Never lend", "Do not lend"), TRANSLATED);
  const twice = update(BODY.replace("Never lend", "Do not ever lend"), once);
  assert.equal(twice[1]?.previousId, "Never lend it to people you do not know.");
  assert.deepEqual(describe(update(BODY, twice)), describe(TRANSLATED));
});

test("moved and inserted passages make nothing stale", () => {
  const [one = "", two = "", three = ""] = BODY.split("\n\n");
  const moved = update([three, "A new one.", one, two].join("\n\n"), TRANSLATED);
  assert.deepEqual(describe(moved), [
    "kept: Oil the lock.",
    "new: A new one.",
    "kept: Keep a spare key in a safe place.",
    "kept: Never lend it to people you do not know.",
  ]);
});

test("another text in the same place is new, and the old one is put away, and found again", () => {
  const replaced = update(BODY.replace("Oil the lock.", "Ask a neighbour first."), TRANSLATED);
  assert.deepEqual(describe(replaced), [
    "kept: Keep a spare key in a safe place.",
    "kept: Never lend it to people you do not know.",
    "new: Ask a neighbour first.",
    "obsolete: Oil the lock.",
  ]);
  assert.deepEqual(describe(update(BODY, replaced)), describe(TRANSLATED));
});

test("a page with another name, and a text that became an item, keep their translations", () => {
  assert.deepEqual(describe(update(BODY, TRANSLATED, "b.md")), describe(TRANSLATED));
  const item = update(BODY.replace("Oil", "- Oil"), TRANSLATED);
  assert.deepEqual(describe(item), describe(TRANSLATED));
});

test("the same words in another place are guessed, not taken", () => {
  const twice = update(`${BODY}\n\n## Oil the lock.`, TRANSLATED);
  assert.equal(describe(twice).at(-1), "new: Oil the lock.");
});

test("what another program marks is a guess, and so is a stale entry whose translation was touched", () => {
  const [, stale] = update(BODY.replace("Never lend", "Do not lend"), TRANSLATED);
  assert.ok(stale && isStale(stale));
  assert.ok(!isStale({ ...stale, strings: ["other words"] }));
  assert.ok(!isStale({ ...stale, previousId: "Another text." }));
  assert.ok(!isStale({ ...stale, extractedComments: [] }));
  assert.ok(!isStale({ ...stale, flags: [] }));
  assert.ok(!isStale({ ...EMPTY_ENTRY, flags: ["fuzzy"], previousId: "x", strings: ["y"] }));
});

test("a guess stays one when the text that it was made of is back", () => {
  const [one, two, three] = TRANSLATED;
  assert.ok(one && two && three);
  const id = "Never ever lend it to people you do not know.";
  const guess = { ...two, id, flags: ["fuzzy"], previousId: two.id, strings: ["half done"] };
  const back = update(BODY, [one, guess, three]);
  assert.deepEqual(back[1]?.flags[0], "fuzzy");
});

test("a page that comes back brings what was stale with it", () => {
  const stale = update(BODY.replace("Never lend", "Do not lend"), TRANSLATED);
  const gone = update("", stale);
  assert.equal(gone.filter(({ isObsolete }) => isObsolete).length, 3);
  const back = update(BODY.replace("Never lend", "Do not lend"), gone);
  assert.deepEqual(describe(back), describe(stale));
});
