import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Longer than a code can hold. */
export const LONG_ADDRESS = `https://long.example.org/${"a-long-way-home/".repeat(14)}?end=1`;

/** The addresses of `maps.md` that a code can hold, in the order of their first reference. */
export const CODED = [
  "https://maps.example.org/paths/by-the-river?lang=en&size=a4",
  "https://plain.example.org/",
  "https://notes.example.org/from-a-footnote",
  "https://ar.example.org/wiki/%D8%AE%D8%B1%D9%8A%D8%B7%D8%A9",
  "https://heading.example.org/",
] as const;

const page = (header: string, text: string) => `---\n${header}\n---\n${text}`;

const MAPS = `## Look

Take [the river map](${CODED[0]}) and compare it with https://plain.example.org/.
Then take [the same map again](${CODED[0]}).[^1]

Write to [the map room](mailto:maps@example.org?subject=A%20map), or go [the long way](${LONG_ADDRESS}).
Some read [the Arabic page](https://ar.example.org/wiki/خريطة).

### [A heading with a link](https://heading.example.org/)

What signs mean is said in [another place](/routes/signs/). See [Signs](/routes/signs/#arrows) first,
ask [the trainers](/routes/room/), go back to [the module](/routes/), and [look](#look) again.

[^1]: A footnote of the author, with [an address](https://notes.example.org/from-a-footnote).
`;

const FILES: Readonly<Record<string, string>> = {
  "handpress.yaml": `title: Field course
publisher: Workshop LazyBrowser
language: en
licence:
  name: CC BY-SA 4.0
  url: https://creativecommons.org/licenses/by-sa/4.0/
`,
  "en/routes.md": page(
    `layout: module
title: Finding Routes
author: Ana Example
date: 2020-01
level: Basic
permalink: /routes/
activity:
  - name: Maps
    url: /routes/maps/
input:
  - name: Signs
    url: /routes/signs/
deepening:
  - name: kiwi-for-trainers
    url: /routes/room/
synthesis:
  - name: Gone
    url: /routes/gone/`,
    "A [text](https://module.example.org/) of the module.\n",
  ),
  "en/walks.md": page(
    `layout: module
title: Walks
permalink: /walks/
activity:
  - name: Maps for walks
    url: /routes/maps/`,
    "Walk.\n",
  ),
  "en/maps.md": page(
    `title: Maps
permalink: /routes/maps/
adids: Activity
author: Ben Example
date: 2021-05
duration: 20-30 minutes
summary: What a map leaves out.
attribution: Drawn after a map of the Commons, https://commons.example.org/map`,
    MAPS,
  ),
  "en/signs.md": page(
    `title: Signs
permalink: /routes/signs/
adids: Input
author: Cleo Example
licence: CC0 1.0`,
    "## Arrows\n\nSee [the maps](/routes/maps/).\n",
  ),
  "en/room.md": page(
    `title: kiwi-for-trainers
permalink: /routes/room/
adids: Deepening
audience: trainer`,
    "Open the windows.\n",
  ),
  "ar/routes.md": page(
    `layout: module
title: إيجاد الطرق
permalink: /ar/routes/
activity:
  - name: الخرائط
    url: /routes/maps/`,
    "نصّ الوحدة.\n",
  ),
  "ar/maps.md": page(
    `title: الخرائط
permalink: /ar/routes/maps/
adids: Activity
duration: 20-30 minutes`,
    `## انظر

خذ [خريطة النهر](${CODED[0]}) وقارنها، أو اكتب إلى [غرفة الخرائط](mailto:maps@example.org).
وانظر [الإشارات](/routes/signs/) أيضًا.
`,
  ),
};

/** Writes it into a folder: two modules, one with a missing session, the other language Arabic. */
export async function writeCurriculum(folder: string): Promise<void> {
  for (const [name, text] of Object.entries(FILES)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
