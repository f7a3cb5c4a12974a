import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";

/**
 * A curriculum with a word of its own in every kind of place that is for trainers only: none of
 * these words may be in a participant's edition.
 */
export const SECRETS = [
  "aardvark-module-note",
  "badger-module-block",
  "caracal-session-note",
  "dingo-bold-note",
  "ermine-block",
  "ferret-block-heading",
  "gibbon-block-label",
  "hyena-list",
  "ibex-quotation",
  "jackal-footnote",
  "kudu-footnote-of-footnote",
  "lemur-image-text",
  "marmot-image-caption",
  "narwhal-image-file",
  "ocelot-code",
  "puma-table",
  "quokka-address",
  "rabbit-session-name",
  "sable-session-summary",
  "tapir-session-author",
  "uakari-session-attribution",
  "vole-session-licence",
  "walrus-session-platform",
  "xerus-session-text",
  "yak-translated-block",
  "zebra-session-path",
  "alpaca-in-a-footnote",
  "bison-in-html",
] as const;

/** Words of the parts that are for everybody, or for participants. */
export const SHOWN = ["Learning goals", "Turn the key", "Homework", "Look at your own door"];

const session = (title: string, permalink: string, more: string, text: string) =>
  `---\ntitle: ${title}\npermalink: ${permalink}\nadids: Input\nauthor: Ana Example\n${more}---\n${text}`;

const FILES: Readonly<Record<string, string>> = {
  "handpress.yaml": "title: Field course\npublisher: Workshop LazyBrowser\nlanguage: en\n",
  "en/locks.md": `---
layout: module
title: Locks
date: 2020-01
permalink: /locks/
input:
  - name: Keys
    url: /keys/
  - name: rabbit-session-name
    url: /zebra-session-path/
deepening:
  - name: Homework
    url: /homework/
---
## Learning goals
- Turn it. See [how to begin](/zebra-session-path/) and [the note](/keys/#hard-doors).

##### *Trainer's Note*
aardvark-module-note

:::trainer
badger-module-block
:::
`,
  "en/keys.md": session(
    "Keys",
    "/keys/",
    "duration: 30 minutes\n",
    `## Turn the key
Slowly[^a], with [care](#hard-doors).

##### *Trainer's Note*
caracal-session-note

## Then
**Trainer's note:** dingo-bold-note

:::trainer gibbon-block-label
## Hard doors
### ferret-block-heading
ermine-block[^b] and [there](https://www.example.org/quokka-address)

![lemur-image-text](/narwhal-image-file.png "marmot-image-caption")

\`\`\`
ocelot-code
\`\`\`

| a | b |
|---|---|
| c | puma-table |
:::

1. One
   - Two
     :::trainer
     hyena-list
     :::
   - Three
2. Four

> Five
>
> :::trainer
> ibex-quotation
> :::

<div>
:::trainer
bison-in-html
:::
</div>

![A key](/key.png)

[^a]: A note.

    :::trainer
    alpaca-in-a-footnote
    :::
[^b]: jackal-footnote[^c]
[^c]: kudu-footnote-of-footnote
`,
  ),
  "en/secret.md": session(
    "rabbit-session-name",
    "/zebra-session-path/",
    "audience: trainer\nduration: 45 minutes\nsummary: sable-session-summary\nplatforms: walrus-session-platform\nlicence: vole-session-licence\nattribution: uakari-session-attribution\n",
    "xerus-session-text\n",
  ).replace("Ana Example", "tapir-session-author"),
  "en/homework.md": session(
    "Homework",
    "/homework/",
    "audience: participant\nduration: 10 minutes\n",
    ":::participant\nLook at your own door.\n:::\n",
  ).replace("Input", "Deepening"),
  "es/locks.md":
    "---\nlayout: module\ntitle: Cerraduras\ndate: 2020-01\npermalink: /locks/\n---\n## Metas\n",
  "es/keys.md": session(
    "Llaves",
    "/keys/",
    "",
    "Gira la llave.\n\n:::formadora\nyak-translated-block\n:::\n",
  ),
  // The translator left out whom it is for.
  "es/secret.md": session("Secreto", "/zebra-session-path/", "", "xerus-session-text\n"),
};

export async function writeCurriculum(folder: string): Promise<void> {
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  for (const [name, background] of [
    ["key.png", "#336699"],
    ["narwhal-image-file.png", "#996633"],
  ] as const) {
    const drawing = { width: 40, height: 20, channels: 3, background } as const;
    await sharp({ create: drawing }).png().toFile(join(folder, name));
  }
}
