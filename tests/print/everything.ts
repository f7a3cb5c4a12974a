import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";

/** A language's own words, for a page that has one of everything. */
const WORDS: Readonly<Record<string, { title: string; text: string }>> = {
  en: {
    title: "Bicycle brakes",
    text: "Everybody checks the brakes each week, so that all can ride in safety. Where a cable is worn, put in a new one. **Mind** that riding *slowly* helps.",
  },
  ar: {
    title: "فرامل الدراجة",
    text: "يفحص الجميع الفرامل كل أسبوع حتى يركبوا في أمان. إذا تلف السلك فركّبوا سلكًا جديدًا. **انتبهوا** إلى أن السير *ببطء* يساعد.",
  },
  my: {
    title: "စက်ဘီး ဘရိတ်များ",
    text: "လူတိုင်း ဘေးကင်းစွာ စီးနိုင်ရန် ဘရိတ်များကို အပတ်စဉ် စစ်ဆေးရမည်။ **အရေးကြီးသည်** မှာ *ဂရုစိုက်ရန်* ဖြစ်သည်။",
  },
};

const PHOTO = { create: { width: 64, height: 48, channels: 3, background: "#2060c0" } } as const;
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="#c02020"/></svg>';

/** Writes a curriculum of one module with one of everything, in each language. */
export async function writeEverything(folder: string): Promise<void> {
  const photo = await sharp(PHOTO).jpeg().toBuffer();
  const files: Record<string, string | Uint8Array> = { "photo.jpg": photo, "box.svg": DRAWING };
  for (const [tag, { title, text }] of Object.entries(WORDS)) {
    files[`${tag}/m.md`] = writeModule(tag, title, text);
    files[`${tag}/s.md`] = writeSession(tag, title, text);
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

function writeModule(tag: string, title: string, text: string): string {
  return `---
layout: module
title: ${title}
date: 2024-02
permalink: /brakes/
language: ${tag}
level: 1
summary: ${text.replaceAll("*", "")}
activity:
  - name: ${title}
    url: /brakes/one/
---
## ${title}
${text}
`;
}

function writeSession(tag: string, title: string, text: string): string {
  return `---
title: ${title}
permalink: /brakes/one/
adids: Activity
language: ${tag}
duration: 20 minutes
author: Ada, Bo
---
### Step 1: ${title}
${text}

- [ ] ${title}
- [x] ${title}

:::warning
${text}
:::

> ${text}

*"${text.replaceAll("*", "")}"*

###### ${title}
| ${title} | B |
|---|---|
| ${text} | 2 |

\`\`\`
brake --pull "slowly"
\`\`\`

![${title}](/photo.jpg "${title}")

![${title}](/box.svg)

See [a site](https://example.org/a/very/long/address).[^1] Run \`brake --list\`.

#### ${title}
${`${text}\n\n`.repeat(12)}
##### *Trainer's Note*
${text}

[^1]: ${text}
`;
}
