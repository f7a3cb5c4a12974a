import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readPrint } from "../../src/pdf/read-print.ts";
import { runHandpress } from "../support/run-handpress.ts";
import { seeLines } from "../support/seen-lines.ts";

// Books in languages from the right, printed by the real browser. What is looked at is where glyphs
// stand on the page: copied text is in order whatever the eye sees.

/** A word, another, and one between two tokens. */
const LANGUAGES: Readonly<Record<string, readonly [string, string, string]>> = {
  ar: ["نداء", "صباحًا", "ثم"],
  fa: ["تلفن", "فردا", "سپس"],
  he: ["טלפון", "מחר", "ואז"],
  ur: ["فون", "کل", "پھر"],
};

/** Telephone numbers, dates, times, names: each as it is seen from left to right. */
const TOKENS = [
  "+961-70-555-0101",
  "+961 70 555 0102",
  "(0)70-555-0103",
  "00961/70.555.0104",
  "٠٧٠-٥٥٥-٠١٠٥",
  "٠٧٠ ٥٥٥ ٠١٠٦",
  "+۹۸ ۲۱ ۵۵۵ ۰۱۰۷",
  "*108#",
  "2031-04-09",
  "09/04/2031",
  "٢٠٣١-٠٤-٠٩",
  "٩/٤/٢٠٣١",
  "13:05–14:20",
  "7-12",
  "3–9 %",
  "6.2.1",
  "v3.1-rc2",
  "$7.50",
  "6,500 USD",
  "8 €",
  "@press_team",
  "#OpenDoors",
  "desk@example.org",
  "/srv/log",
  "D:\\Data\\x",
  "~/.config",
  ".profile",
  "notes.final.odt",
  "C++",
  "C#",
  ".NET",
  "10.0.0.7:9050",
  "[fe80::7]:443",
  "02:4B:6D",
  "9C2E 4417  0A3D 88F1",
  "Alt+Shift+F10",
  "File > Open > Wi-Fi",
  "Orbot (the Tor app)",
  "Paper, Inc.",
  "-x --quiet",
  "3 + 4 = 7",
  "<8",
  "40%",
  "-6°",
];

/** What stands in one place of a book each. */
const PLACES = {
  title: "+961-70-555-0201",
  summary: "00961-70-555-0202",
  author: "@writer-203",
  level: "2–4 %",
  platforms: "C++ 5.4+",
  session: "+961-70-555-0206",
  duration: "2031-04-07",
  attribution: "+961-70-555-0208",
  licence: "BY-SA 4.0+",
  heading: ".env.209",
  bold: "+961 70 555 0210",
  broken: "+961 70 555 0211",
  noBreak: "+961 70 555 0212",
  note: "+961-70-555-0214",
  cell: "+961-70-555-0215",
  wholeCell: "70-216",
  item: "+961-70-555-0217",
  callout: "+961-70-555-0218",
  missing: "+961-70-555-0219",
  code: "rm -rf /220",
  section: "Unit-221+",
  curriculum: "+961-70-555-0222",
};

function writeText(token: string): string {
  return token.replace(/[\\`*_<>#[\]~|]/g, "\\$&");
}

function writeModule(tag: string, [word, other]: readonly string[]): string {
  const { title, summary, author, level, platforms, session, section } = PLACES;
  return `---
layout: module
title: "${word} ${title}"
permalink: /calls/
language: ${tag}
summary: "${word} ${summary} ${other}."
author: "${word} ${author}"
level: "${word} ${level}"
platforms: "${word} ${platforms}"
parent: "${word} ${section}"
activity:
  - name: "${word} ${session}"
    url: /calls/one/
---
${word}
`;
}

function writeSession(tag: string, [word, other, between]: readonly string[]): string {
  const place = PLACES;
  return `---
title: "${word} ${place.session}"
permalink: /calls/one/
language: ${tag}
adids: Activity
duration: "${word} ${place.duration} ${other}"
attribution: "${word} ${place.attribution} ${other}"
license: "${word} ${place.licence}"
---
## ${word} ${place.heading} ${other}

${TOKENS.map((token) => `${word} ${writeText(token)} ${other}.`).join("\n\n")}

${word} **+961** 70 555 0210 ${between} +961 70
555 0211 ${other}.

${word} ${place.noBreak.replaceAll(" ", "\u00A0")} ${between} **${word} +961** [70 555](https://example.org/a) 0213 ${other}[^1].

${word} \`${place.code}\` ${other}

[^1]: ${word} ${place.note} ${other}.

| ${word} | ${other} |
|---|---|
| ${word} ${place.cell} ${other} | ${place.wholeCell} |

- ${word} ${place.item}

> [!NOTE]
> ${word} ${place.callout} ${other}.

![${word} ${place.missing}](gone.png)

${Array.from({ length: 24 }, (_, at) => `${(word ?? "").repeat(1 + (at % 4))} (0570-${at + 10}-301)`).join(" ")}
`;
}

let folder = "";
const lines = new Map<string, readonly string[]>();
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "handpress-seen-"));
  for (const [tag, words] of Object.entries(LANGUAGES)) {
    await mkdir(join(folder, tag));
    await writeFile(join(folder, tag, "m.md"), writeModule(tag, words));
    await writeFile(join(folder, tag, "s.md"), writeSession(tag, words));
  }
  const name = `title: "${LANGUAGES.ar?.[0]} ${PLACES.curriculum}"\n`;
  await writeFile(join(folder, "handpress.yaml"), name);
  const args = ["build", ".", "--lang", "all", "--format", "pdf", "--output", "out"];
  await runHandpress(args, { cwd: folder });
  for (const tag of Object.keys(LANGUAGES)) {
    const bytes = new Uint8Array(await readFile(join(folder, "out", tag, "calls.pdf")));
    assert.doesNotMatch(Buffer.from(bytes).toString("latin1"), /FEFF20(?:2[A-E]|6[6-9])/);
    lines.set(tag, seeLines(await readPrint(bytes)));
  }
});
after(() => rm(folder, { recursive: true }));

function sees(tag: string, token: string, times = 1): void {
  const seen = lines.get(tag)?.filter((line) => line.includes(token.replace(/\s/gu, ""))) ?? [];
  assert.ok(seen.length >= times, `${token} in ${tag}: ${seen.length} of ${times}`);
}

for (const tag of Object.keys(LANGUAGES)) {
  test(`tokens are seen in their own order in the text: ${tag}`, () => {
    for (const token of TOKENS) sees(tag, token);
  });
  for (const [place, token] of Object.entries(PLACES)) {
    test(`a token is seen in its own order: ${place}, ${tag}`, () => {
      // The cover, the imprint, the heads of pages, the contents, and the page itself.
      const times = { title: 5, summary: 3, session: 4, curriculum: 2 };
      sees(tag, token, times[place as keyof typeof times] ?? 1);
    });
  }
  test(`a link with its note in a number leaves it in its order: ${tag}`, () => {
    assert.ok(lines.get(tag)?.some((line) => /\+96170555.{0,3}0213/u.test(line)));
  });
  test(`no line ends between a bracket and a number: ${tag}`, () => {
    const found = lines.get(tag)?.filter((line) => /0570-\d\d-301/.test(line)) ?? [];
    assert.ok(found.length > 3);
    for (const line of found) {
      const numbers = line.match(/0570-\d\d-301/g) ?? [];
      assert.equal(line.match(/[()]/g)?.length, numbers.length * 2, line);
    }
  });
}
