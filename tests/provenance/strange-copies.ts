import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runHandpress } from "../support/run-handpress.ts";
import { appleDouble, finderStore, thumbnailStore, wideText } from "./system-debris.ts";

export const BOOKS: Readonly<Record<string, string>> = {
  "en/locks.epub": "locks",
  "en/locks.pdf": "locks in print",
  "en/locks-participant.epub": "locks for participants",
  "es/locks.epub": "candados",
  "en/doors.epub": "doors",
};

export const SUMS = Object.entries(BOOKS)
  .map(([path, text]) => `${createHash("sha256").update(text).digest("hex")}  ${path}\n`)
  .join("");

export const BOOK = Buffer.from("PK\x03\x04 a book of a stranger", "latin1");

export type Change = (folder: string) => Promise<unknown> | unknown;

/** Books and their list in a folder of the disk, with changes. */
export async function verify(change: Change, ...args: readonly string[]) {
  const place = await mkdtemp(join(tmpdir(), "handpress-verify-"));
  const folder = join(place, "books");
  try {
    await put({ ...BOOKS, SHA256SUMS: SUMS })(folder);
    await change(folder);
    return await runHandpress(["verify", "books", ...args], { cwd: place });
  } finally {
    await rm(place, { recursive: true });
  }
}

/** Files, and with a slash behind their names folders. */
export function put(files: Readonly<Record<string, string | Uint8Array>>) {
  return async (folder: string) => {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(path.endsWith("/") ? join(folder, path) : dirname(join(folder, path)), {
        recursive: true,
      });
      if (!path.endsWith("/")) await writeFile(join(folder, path), content);
    }
  };
}

export function pipe(path: string): Change {
  return (folder) => execFileSync("mkfifo", [join(folder, path)]);
}

export function link(target: string, path: string): Change {
  return (folder) => symlink(target, join(folder, path));
}

export const SOUND: Readonly<Record<string, Change>> = {
  "nothing else": () => {},
  "a Mac": put({
    ".DS_Store": finderStore(["en", "es"]),
    "en/.DS_Store": finderStore(["locks.epub"]),
    "._en": appleDouble({ attributes: {} }),
    "en/._locks.epub": appleDouble(),
    "en/._locks.pdf": appleDouble({ finder: Buffer.from("PDF CARO".padEnd(32, "\0")) }),
    "._SHA256SUMS": appleDouble(),
    ".Trashes/": "",
    ".fseventsd/no_log": "",
  }),
  Windows: put({
    "desktop.ini": wideText(
      "[.ShellClassInfo]\r\nIconResource=C:\\WINDOWS\\System32\\SHELL32.dll,4\r\n[ViewState]\r\nMode=\r\nVid=\r\nFolderType=Generic\r\n",
    ),
    "Thumbs.db": thumbnailStore(),
    "System Volume Information/WPSettings.dat": Buffer.from([12, 0, 0, 0, 9, 8, 7, 6, 5, 4, 3, 2]),
    "$RECYCLE.BIN/": "",
  }),
  Linux: put({
    ".Trash-1000/files/": "",
    ".Trash-1000/info/": "",
    "lost+found/": "",
    ".directory": "[Desktop Entry]\nIcon=folder-books\n",
  }),
  Android: put({ "LOST.DIR/": "", "Android/data/": "", ".nomedia": "" }),
  "a Mac in a folder of somebody's own": put({
    "my books/locks.epub": BOOKS["en/locks.epub"] ?? "",
    "my books/.DS_Store": finderStore(["locks.epub"]),
    "my books/._locks.epub": appleDouble(),
  }),
  "a copy of a book in the bin": put({
    ".Trash-1000/files/locks.epub": BOOKS["en/locks.epub"] ?? "",
  }),
};

/** What else lies there, by the path that must be named, and the word for it. */
export const EXTRA: readonly (readonly [path: string, word: string, change?: Change])[] = [
  ["en/._locks.epub", "not in SHA256SUMS"],
  ["._New edition.epub", "not in SHA256SUMS"],
  ["LOST.DIR/locks.epub", "not in SHA256SUMS"],
  [".Trash-0/files/locks.epub", "not in SHA256SUMS"],
  [".Trash-1000/new.pdf", "not in SHA256SUMS"],
  [".Trashes/501/new.pdf", "not in SHA256SUMS"],
  ["System Volume Information/new.epub", "not in SHA256SUMS"],
  [".Spotlight-V100/Store-V2/new.epub", "not in SHA256SUMS"],
  ["$RECYCLE.BIN/new.epub", "not in SHA256SUMS"],
  ["FOUND.000/FILE0000.CHK", "not in SHA256SUMS"],
  ["Android/data/new.epub", "not in SHA256SUMS"],
  [".thumbnails/new.epub", "not in SHA256SUMS"],
  ["lost+found/new.epub", "not in SHA256SUMS"],
  ["desktop.ini", "not in SHA256SUMS"],
  ["autorun.inf", "not in SHA256SUMS"],
  [".DS_Store", "not in SHA256SUMS"],
  ["Thumbs.db", "not in SHA256SUMS"],
  [".directory", "not in SHA256SUMS"],
  [".hidden", "not in SHA256SUMS"],
  [".nomedia", "not in SHA256SUMS"],
  [".VolumeIcon.icns", "not in SHA256SUMS"],
  [".en.epub.1.part", "not in SHA256SUMS"],
  ["read me.url", "not in SHA256SUMS"],
  ["read me.lnk", "not in SHA256SUMS"],
  ["read me.desktop", "not in SHA256SUMS"],
  ["read me.webloc", "not in SHA256SUMS"],
  ["en/locks.epub.", "not in SHA256SUMS"],
  ["en/locks.epub ", "not in SHA256SUMS"],
  ["en/Locks.epub", "not in SHA256SUMS"],
  ["sha256sums.txt", "not in SHA256SUMS"],
  ["new.epub", "not in SHA256SUMS", put({ "new.epub": "" })],
  [
    "desktop.ini",
    "not in SHA256SUMS",
    put({ "desktop.ini": "[.ShellClassInfo]\r\nIconResource=\\\\evil.example\\a\\b.dll,0\r\n" }),
  ],
  // Folders of any name, with nothing in them but what a system leaves.
  ...["for Mina Kettle, 12 Elm Street/.nomedia", "call mina/now/.localized", " /.nomedia"].map(
    (path) => [path, "not in SHA256SUMS", put({ [path]: "" })] as const,
  ),
  ["Mina/.Trash-1000/files/", "not in SHA256SUMS", put({ "Mina/.Trash-1000/files/": "" })],
  [
    "Mina/desktop.ini",
    "not in SHA256SUMS",
    put({ "Mina/desktop.ini": "[ViewState]\r\nMode=\r\n" }),
  ],
  ["._for Mina.epub", "not in SHA256SUMS", put({ "._for Mina.epub": appleDouble() })],
  [
    "en/._._locks.epub",
    "not in SHA256SUMS",
    put({ "en/._locks.epub": appleDouble(), "en/._._locks.epub": appleDouble() }),
  ],
  ["new.epub", "is a link", link("en/locks.epub", "new.epub")],
  ["new", "is a link", link("en", "new")],
  ["new", "is a link", link("nowhere", "new")],
  [".DS_Store", "is a link", link("en", ".DS_Store")],
  ["LOST.DIR", "is a link", link(".", "LOST.DIR")],
  ["new.epub", "leads elsewhere", link("/etc/hostname", "new.epub")],
  ["LOST.DIR", "leads elsewhere", link("/etc", "LOST.DIR")],
  ["new.epub", "is no file", pipe("new.epub")],
  [".DS_Store", "is no file", pipe(".DS_Store")],
  ["LOST.DIR", "is no file", pipe("LOST.DIR")],
  [".nomedia", "is no file", pipe(".nomedia")],
  ["handpress-record.json", "is a link", link("en/locks.epub", "handpress-record.json")],
  ["handpress-record.json", "is no file", pipe("handpress-record.json")],
];

/** Names that say something untrue of the English book for trainers. */
export const UNTRUE = [
  "locks.exe",
  "locks.epub.exe",
  "locks.epub.scr",
  "locks.html",
  "locks.pdf",
  "locks.zip",
  "locks",
  "locks.epub.",
  "locks.epub ",
  " locks.epub",
  "loc\u202Ebupe.epub",
  "lo\u200Bcks.epub",
  "locks for participants.epub",
  "Locks (Participant's edition).epub",
  "locks_participant.epub",
  "locks-booklet.epub",
  "locks for trainees.epub",
  "locks for attendees.epub",
  "locks for pupils.epub",
  "locks para estudiantes.epub",
  "Teilnehmende locks.epub",
  "locks (участники).epub",
  "locks للمتدربين.epub",
  "locks学员版.epub",
  "locks for p\u0430rticipants.epub",
  "l\u043Ecks.epub",
  "locks (es).epub",
  "locks.es.epub",
  "locks-fr.epub",
  "es/my locks.epub",
  "doors (1).epub",
  "participant/my locks.epub",
];

export const PLAIN = [
  "my locks.epub",
  "locks (1).epub",
  "LOCKS.EPUB",
  "Locks (en).epub",
  "locks.en.epub",
  "locks for trainers.epub",
  "safety at home.epub",
  "library/box 3/locks.epub",
  "LOC~1.EPU",
  "قفل‌ها.epub",
  "locks v2.epub",
  "why it is so.epub",
  "locks and so.epub",
  "how to do it.epub",
  "замки.epub",
  "locks замки.epub",
  "en/locks-new.epub",
];
