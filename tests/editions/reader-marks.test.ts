import assert from "node:assert/strict";
import { test } from "node:test";
import { readMarkup } from "../../src/markup/markup.ts";
import { serialise } from "../../src/markup/serialise.ts";
import { editDocument } from "../../src/publication/edition.ts";
import { RESOLVER } from "../markup/reading.ts";
import { WORDING } from "../support/wording.ts";

// What becomes of a part of a page in the participant's edition: "hidden", the places for which the
// edition is refused, or "shown". SECRET is for trainers in each.

function judge(body: string): string {
  const page = { path: "a.md", body, bodyLine: 5, header: { title: "The page" } };
  const { value } = readMarkup(page, RESOLVER, WORDING);
  const doubts = (value.readerMarks ?? []).filter(({ kind }) => kind === "doubt");
  if (doubts.length > 0) return doubts.map(({ line, column }) => `${line}:${column}`).join(" ");
  const { document } = editDocument(value);
  const notes = document.footnotes.map(({ children }) => serialise(children)).join("");
  const shown = serialise(document.body.children) + notes;
  assert.doesNotMatch(shown, /x-for-all|x-may-be/);
  return shown.includes("SECRET") ? "shown" : "hidden";
}

const HIDDEN: readonly string[] = [
  "## Trainers, attention!\n\nSECRET",
  "### הערה למנחה\n\nSECRET",
  "### Hinweis für Trainer*innen\n\nSECRET",
  "### Nota para l@s facilitador@s\n\nSECRET",
  "### Remarque pour le formateur\n\nSECRET",
  "**Note à l’animatrice :** SECRET",
  "### Примечание для ведущего\n\nSECRET",
  "### 给培训师的提示\n\nSECRET",
  "### 講師用メモ\n\nSECRET",
  "> **Trainer's Note:** SECRET\n>\n> SECRET",
  "- **Trainer's Note:** SECRET\n\n  SECRET",
  "- **Trainer's Note:**\n  - SECRET\n  - SECRET",
  "> [!trainer]\n> SECRET",
  "> [!note] Note for trainers\n> SECRET",
  "::: instructor\nSECRET\n:::",
  "::: facilitator-tips\nSECRET\n:::",
  "::: {.note-formateur}\nSECRET\n:::",
  ":::מנחה\nSECRET\n:::",
  '<aside class="facilitator_tips">SECRET</aside>',
  "SECRET\n{: .trainer-tip}",
  "Shown <!-- SECRET -->",
  "- Shown\n\n<ul>\n<li>Shown</li>\n<li hidden>SECRET</li>\n</ul>",
  "<table><tr hidden><td>SECRET</td></tr><tr><td>Shown</td></tr></table>",
  "<blockquote hidden>\n\nSECRET\n\n</blockquote>\n\nShown",
  "<h3 style='visibility: hidden'>SECRET</h3>\n\nShown",
  "<b style=display:none>SECRET</b> Shown",
];
for (const body of HIDDEN) {
  test(`for trainers: ${JSON.stringify(body)}`, () => assert.equal(judge(body), "hidden"));
}

const REFUSED: readonly (readonly [body: string, places: string])[] = [
  ["## Trainner's note\n\nSECRET", "5:1"],
  ["## Notes for trainers on timing\n\nSECRET", "5:1"],
  ["## What the trainer brings\n\nSECRET", "5:1"],
  ["## For leaders\n\nSECRET", "5:1"],
  ["Shown\n**Trainer's Note:** SECRET", "5:1"],
  ["Shown.<br>**Trainer's Note:** SECRET", "5:1"],
  ["Shown, **note for trainers:** SECRET", "5:8"],
  ["Shown. [Note to facilitators: SECRET] Shown.", "5:1"],
  ["(**For the trainer:** SECRET)", "5:1"],
  ["Shown\n\nTrainer's note: SECRET", "7:1"],
  ["**Trainers, get ready**\n\nSECRET", "5:1"],
  ["**Facilitators:** SECRET", "5:1"],
  ["- Shown\n- Trainer's note: SECRET", "6:1"],
  ["| Trainer's notes | b |\n|---|---|\n| SECRET | c |", "5:1"],
  ["| **Trainer's note** | SECRET |\n|---|---|\n| b | c |", "5:1"],
  ["| a | b |\n|---|---|\n| **Note for trainers:** | SECRET |", "7:1"],
  ["**Trainer's note** SECRET", "5:1"],
  ["***הערה למנחה*** SECRET", "5:1"],
  ["    Trainer's note: SECRET", "5:1"],
  ["<table><caption>Trainer's note: SECRET</caption><tr><td>a</td></tr></table>", "5:1"],
  ['Shown <abbr title="Note for trainers: SECRET">x</abbr>', "5:7"],
  ['!!! note "הערה למנחה"\n    SECRET', "5:1"],
  ["## Not for participants\n\nSECRET", "5:1"],
  ["| Facilitator | Group |\n|---|---|\n| SECRET | c |", "5:1"],
  ["Trainer's note\n: SECRET", "5:1"],
  ["<details><summary>Trainer's notes</summary>\n\nSECRET\n\n</details>", "5:1"],
  ["Shown[^1]\n\n[^1]: Trainer's note: SECRET", "7:1"],
  ["::: notes\nSECRET\n:::", "5:1"],
  ["::: moderator\nSECRET\n:::", "5:1"],
  ["Shown ![Trainer's note: SECRET](/lock.png)", "5:7"],
  ["## Trainer's Note\n\nSECRET\n\n### Preparation\n\nSECRET", "9:1"],
];
for (const [body, places] of REFUSED) {
  test(`refused: ${JSON.stringify(body)}`, () => assert.equal(judge(body), places));
}

/** By the author's word, or because nothing in them is a label. */
const SHOWN: readonly string[] = [
  "## Trainers we love {.all}\n\nSECRET",
  "## Trainer's Note {.all}\n\nSECRET",
  "**Trainers, be nice** {.all}\n\nSECRET",
  "| Trainer {.all} | b |\n|---|---|\n| SECRET | c |",
  ":::participant\n## What trainers do\n\nSECRET\n:::",
  "The trainers and facilitators will help. See **trainer** and SECRET.\n\n- Ask a facilitator",
  "## Questions for Discussion\n\nSECRET",
  "## Notes for trainees\n\nSECRET",
  "## Training notes\n\nSECRET",
  "**Note:** SECRET",
  "A guide (for trainers) and SECRET (by the trainers: Ana)",
  "## They are both leaders of the village's young farmers' club.\n\nSECRET",
  "```\n## Trainers, attention!\nSECRET\n```",
];
for (const body of SHOWN) {
  test(`for everybody: ${JSON.stringify(body)}`, () => assert.equal(judge(body), "shown"));
}
