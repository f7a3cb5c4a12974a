import { appendFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { damagePdfs } from "../inspect/damaged-pdfs.ts";
import { packWord, relations, run, word } from "../inspect/office-files.ts";
import { changeBook, takePhoto, writeOfficePdf } from "../inspect/telling-files.ts";

import { runHandpress } from "../support/run-handpress.ts";

type Scene = (cwd: string) => Promise<void>;

const CHANGE = `w:author="Bo Teapot" w:date="2026-01-02T10:11:12Z"`;
const REMARK = `w:author="Mina Kettle" w:date="2026-01-02T09:00:00Z"`;
const PROPERTIES = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Mina Kettle</dc:creator><cp:lastModifiedBy>Bo Teapot</cp:lastModifiedBy></cp:coreProperties>`;

/** Files that tell on people who do not exist: they are written here, not kept. */
async function layStick(cwd: string): Promise<void> {
  await writeAll(cwd, {
    "stick/guide.epub": changeBook({
      body: '<p><img alt="A kettle" src="https://pictures.example/k.png"/></p>',
    }),
    "stick/minutes.pdf": writeOfficePdf(),
    "stick/photo.jpg": await takePhoto(),
  });
}

function layDocument(cwd: string): Promise<void> {
  const name = "her name is Zahra";
  return writeAll(cwd, {
    "minutes.docx": packWord(
      `<w:p>${run("Tea is served at noon.")}<w:del w:id="1" ${CHANGE}><w:r><w:delText>${name}</w:delText></w:r></w:del></w:p>`,
      {
        "docProps/core.xml": PROPERTIES,
        "word/_rels/document.xml.rels": relations(["image", "https://pictures.example/k.png"]),
        "word/comments.xml": word(
          "comments",
          `<w:comment w:id="1" ${REMARK}>${run("ask the driver")}</w:comment>`,
        ),
      },
    ),
  });
}

/** What happens before an example: the pages name it, and no reader needs to see it. */
export const SCENES: Readonly<Record<string, Scene>> = {
  "a wrong link, and a picture without words": async (cwd) => {
    await change(
      cwd,
      "../my-curriculum/en/tails/tails.md",
      "synthesis/my-plan/",
      "synthesis/plan/",
    );
    const session = "../my-curriculum/en/passphrases/deepening/words-from-dice.md";
    await change(cwd, session, /!\[[^\]]+\]\([^)]+\)/, "![](/assets/images/six-words.png)");
  },
  "a header that cannot be read": (cwd) =>
    change(
      cwd,
      "../my-curriculum/en/passphrases/passphrases.md",
      /^title: .*$/m,
      "title: [Strong Passphrases",
    ),
  "the sample is built": async (cwd) => {
    await runHandpress(["build"], { cwd });
  },
  "a drawing, and a second session": (cwd) =>
    writeAll(cwd, {
      "../my-course/assets/lock.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect x="5" y="5" width="50" height="30"/></svg>`,
      "../my-course/en/locks/activity/whose-key.md":
        "---\ntitle: Whose Key Is It?\nadids: Activity\npermalink: /locks/activity/whose-key/\n---\nAsk around.\n",
    }),
  "a stylesheet with a mistake": (cwd) =>
    appendFile(join(cwd, "my-theme/print.css"), "p { margin 0; }\n"),
  "files of strangers": layStick,
  "a document of an office program": layDocument,
  "a PDF with a link to nowhere": (cwd) => {
    const file = damagePdfs().find(({ name }) => name === "a link to nowhere")?.file ?? "";
    return writeAll(cwd, { "handout.pdf": file });
  },
  "a book with an attribute of its own": (cwd) =>
    writeAll(cwd, { "tea.epub": changeBook({ body: '<p data-path="x">Tea</p>' }) }),
  "one book is damaged, and one more lies there": async (cwd) => {
    const book = await readFile(join(cwd, "books/en/tails.epub"));
    await appendFile(join(cwd, "books/en/tails.epub"), "x");
    await writeAll(cwd, { "books/en/more.epub": Buffer.concat([book, Buffer.from("y")]) });
  },
  "one book on a stick, under a name of its own": async (cwd) => {
    const books = join(cwd, "stick");
    await rename(join(cwd, "books"), books);
    await rm(join(books, "en/more.epub"));
    await rename(join(books, "en/passphrases.epub"), join(books, "my passphrases.epub"));
    for (const name of ["en", "handpress-record.json"])
      await rm(join(books, name), { recursive: true });
  },
  "the books as they were": async (cwd) => {
    const words = ["tails", "passphrases", "--format", "epub", "--output", "books"];
    await runHandpress(["build", "../my-curriculum", ...words], { cwd });
  },
  "a page is changed after the build": (cwd) =>
    appendFile(join(cwd, "../my-curriculum/en/tails/input/how-tails-works.md"), "\nMore.\n"),
};

async function writeAll(cwd: string, files: Readonly<Record<string, string | Uint8Array>>) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), content);
  }
}

async function change(cwd: string, path: string, from: string | RegExp, to: string): Promise<void> {
  const file = join(cwd, path);
  const text = await readFile(file, "utf8");
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`${path} has no ${from}`);
  await writeFile(file, changed);
}
