import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isSystemFile } from "../../src/provenance/system-files.ts";
import {
  appleDouble,
  blankFork,
  finderStore,
  propertyList,
  thumbnailStore,
  wideText,
} from "./system-debris.ts";

const EPUB = Buffer.from("PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/epub+zip", "latin1");
const PAGE = Buffer.from("<!doctype html><title>Tails</title><p>Go to http://evil.example/");
const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const WORDS = Buffer.from("Meet at the bridge at nine and tell nobody of it. ".repeat(5));
const WHERE = "com.apple.metadata:kMDItemWhereFroms";

function lastUse(seconds: bigint, billionths: bigint): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64LE(seconds, 0);
  bytes.writeBigUInt64LE(billionths, 8);
  return bytes;
}

/** Of one program that may open the file. */
function accessList(program: string): Buffer {
  const bytes = Buffer.alloc(72);
  bytes[0] = 3;
  bytes.write(program.replaceAll("-", ""), 2, "hex");
  return bytes;
}

const GENUINE: readonly (readonly [string, Uint8Array])[] = [
  ["en/._tails.epub", appleDouble()],
  ["._tails.epub", appleDouble({ attributes: {} })],
  ["._handpress-record.json", appleDouble({ finder: Buffer.from("TEXTttxt".padEnd(32, "\0")) })],
  [
    "._a.pdf",
    appleDouble({
      attributes: {
        "com.apple.lastuseddate#PS": lastUse(1_700_000_000n, 123_456_789n),
        "com.apple.macl": accessList("a81b6fb2-5b14-4a7e-9d3c-0c2f1e8b7a65"),
        "com.apple.provenance": Buffer.from("0102007f3e9ac1550b88d2", "hex"),
        "com.apple.quarantine": "0081;65a0b1c2;Google Chrome;6D8B4A14-4C4C-4F0A-9C39-0E2B1C7E0A11",
        [WHERE]: propertyList(["https://example.org/a/b?c=d", "https://example.org/"]),
      },
    }),
  ],
  ["._b.pdf", appleDouble({ fork: Buffer.alloc(0) })],
  ...["Tor\\x20Browser", "Mullvad Browser", "OnionShare", "Keka"].map(
    (program) =>
      ["._a.epub", attribute("com.apple.quarantine", `0081;65a0b1c2;${program};`)] as const,
  ),
  [
    "._a.epub",
    attribute(
      "com.apple.metadata:_kMDItemUserTags",
      // As Python's plistlib writes `[]`.
      Buffer.from(
        "62706c6973743030a0080000000000000101000000000000000100000000000000000000000000000009",
        "hex",
      ),
    ),
  ],
  ["Icon\r", Buffer.alloc(0)],
  [".DS_Store", finderStore([])],
  ["en/.DS_Store", finderStore(["tails.epub", "locks.epub"], Buffer.alloc(30, 3))],
  ["Thumbs.db", thumbnailStore()],
  ["en/ehthumbs.db", thumbnailStore({ names: ["Catalog", "1", "21", "96_ab"] })],
  [
    "desktop.ini",
    wideText(
      "\r\n[.ShellClassInfo]\r\nConfirmFileOp=0\r\nIconResource=%SystemRoot%\\system32\\imageres.dll,-112\r\n",
    ),
  ],
  ["en/Desktop.ini", Buffer.from("[ViewState]\r\nMode=\r\nVid=\r\nFolderType=Documents\r\n")],
  [
    "$RECYCLE.BIN/S-1-5-21-1-2-3-1001/desktop.ini",
    wideText(
      "[.ShellClassInfo]\r\nCLSID={645FF040-5081-101B-9F08-00AA002F954E}\r\nLocalizedResourceName=@%SystemRoot%\\system32\\shell32.dll,-8964\r\n",
    ),
  ],
  [".directory", Buffer.from("[Desktop Entry]\nIcon=folder-red\n")],
  [".nomedia", Buffer.alloc(0)],
  ["System Volume Information/WPSettings.dat", Buffer.from([12, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8])],
  [
    "System Volume Information/IndexerVolumeGuid",
    Buffer.from("{0A1B2C3D-1111-2222-3333-0123456789AB}", "utf16le"),
  ],
  [".fseventsd/fseventsd-uuid", Buffer.from("0A1B2C3D-1111-2222-3333-0123456789AB")],
];

function sliced(bytes: Buffer, at: number, ...values: readonly number[]): Buffer {
  const copy = Buffer.from(bytes);
  copy.set(values, at);
  return copy;
}

/** Words, filled up with noughts. */
function text(words: string, sizeBytes: number): Buffer {
  return Buffer.from(words.padEnd(sizeBytes, "\0"), "latin1");
}

function attribute(name: string, value: Uint8Array | string): Buffer {
  return appleDouble({ attributes: { [name]: value } });
}

function count(bytes: Buffer, entries: number): Buffer {
  return sliced(bytes, 24, 0, entries);
}

const ini = (lines: string) => Buffer.from(`[.ShellClassInfo]\r\n${lines}\r\n`);

const FALSE: readonly (readonly [string, Uint8Array, why: string])[] = [
  ["._a.epub", Buffer.from([0, 5, 0x16, 7]), "four bytes"],
  ["._a.epub", Buffer.concat([Buffer.from([0, 5, 0x16, 7]), EPUB]), "four bytes and a book"],
  ["._a.epub", appleDouble({ rest: EPUB }), "a book behind"],
  ["._a.pdf", appleDouble({ rest: PDF }), "a PDF behind"],
  ["._a.html", appleDouble({ rest: "\0" }), "one byte behind"],
  ["._a.epub", appleDouble({ fork: EPUB }), "a book for a fork"],
  ["._a.epub", appleDouble({ fork: Buffer.concat([blankFork(), EPUB]) }), "a book in the fork"],
  [
    "._a.epub",
    appleDouble({ fork: sliced(blankFork(), 0x80, ...PAGE.subarray(0, 60)) }),
    "words in it",
  ],
  ["._a.epub", appleDouble({ attributes: { "com.example.book": EPUB } }), "an unknown attribute"],
  ["._a.epub", appleDouble({ attributes: { "com.apple.quarantine": PAGE } }), "a page in one"],
  ["._a.epub", appleDouble({ attributes: { [WHERE]: propertyList([WORDS.toString()]) } }), "words"],
  [
    "._a.epub",
    appleDouble({
      attributes: { [WHERE]: Buffer.concat([propertyList(["https://a.example"]), EPUB]) },
    }),
    "a book behind a list",
  ],
  ["._a.epub", sliced(appleDouble(), 3000, ...EPUB), "a book in the gap"],
  ["._a.epub", count(appleDouble(), 1), "an entry that is not counted"],
  ["._a.epub", sliced(appleDouble(), 29, 5), "an entry of an unknown kind"],
  ["._a.epub", sliced(appleDouble(), 41, 9), "an entry twice"],
  ["._a.epub", sliced(appleDouble(), 8, ...Buffer.from("Read my message!")), "words in its head"],
  ["._a.epub", EPUB, "a book"],
  ["._a.epub", appleDouble({ finder: text("Meet at the bridge", 32) }), "words for the Finder"],
  [
    "._a.epub",
    appleDouble({ finder: Buffer.concat([Buffer.alloc(10), text("at the bridge", 22)]) }),
    "words for a place in a window",
  ],
  [
    "._a.epub",
    attribute("com.apple.macl", text("Meet at the bridge at nine.", 72)),
    "an access list",
  ],
  ["._a.epub", attribute("com.apple.macl", Buffer.alloc(72, "мост")), "one of other letters"],
  ["._a.epub", attribute("com.apple.quarantine", "0083;5f3e7a10;Meet at nine;"), "a program"],
  ["._a.epub", attribute("com.apple.quarantine", "0083;5f3e7a10;Safari;-BEEF-DEAD"), "a name"],
  ["._a.epub", attribute("com.apple.TextEncoding", "meet-at-nine;7"), "an encoding"],
  ["._a.epub", attribute("com.apple.lastuseddate#PS", text("Meet at nine", 16)), "a time"],
  ["._a.epub", attribute("com.apple.provenance", text("\x01\x02\0go there", 11)), "an origin"],
  ["._a.epub", attribute(WHERE, propertyList(["Meet at nine"])), "a page"],
  ["._a.epub", attribute("com.apple.metadata:kMDItemFinderComment", propertyList([])), "a comment"],
  ["._a.epub", attribute("com.apple.metadata:_kMDItemUserTags", propertyList(["nine"])), "tags"],
  ["._a.epub", attribute("com.apple.quarantine", "0081;65a0b1c2;Tor\\x21Browser;"), "an escape"],
  ["Icon\r", Buffer.from("x"), "a byte in a picture of a folder"],
  [".DS_Store", Buffer.from("debris"), "a text"],
  [".DS_Store", EPUB, "a book"],
  [".DS_Store", Buffer.concat([finderStore(["a"]), EPUB]), "a book behind"],
  [".DS_Store", Buffer.concat([finderStore(["a"]), PAGE]), "a page behind"],
  [".DS_Store", finderStore(["a"], PDF), "a PDF in what is free"],
  [".DS_Store", finderStore(["a"], WORDS), "a text in what is free"],
  [".DS_Store", finderStore(["a"], Buffer.from(WORDS.toString(), "utf16le")), "a wide text there"],
  [".DS_Store", sliced(finderStore(["a"]), 4 + 2048 + 8 + 8, 0x7f), "a block outside"],
  ["Thumbs.db", Buffer.from("debris"), "a text"],
  ["Thumbs.db", Buffer.concat([thumbnailStore(), EPUB]), "a book behind"],
  [
    "Thumbs.db",
    thumbnailStore({ rest: Buffer.concat([EPUB, Buffer.alloc(512 - EPUB.length)]) }),
    "in a sector",
  ],
  ["Thumbs.db", thumbnailStore({ names: ["WordDocument"] }), "a document of Word"],
  [
    "Thumbs.db",
    thumbnailStore({ names: ["1"], picture: Buffer.alloc(5000, EPUB) }),
    "books for pictures",
  ],
  ["Thumbs.db", thumbnailStore({ names: ["1"], picture: Buffer.alloc(5000, 2) }), "no picture"],
  ["desktop.ini", ini("IconResource=\\\\evil.example\\share\\icon.dll,0"), "a remote icon"],
  [
    "desktop.ini",
    wideText("[.ShellClassInfo]\r\nIconFile=\\\\10.0.0.1\\a\\b.ico\r\n"),
    "a wide one",
  ],
  ["desktop.ini", ini("IconResource=//evil.example/share/icon.dll,0"), "with other strokes"],
  ["desktop.ini", ini("IconResource=%SystemRoot%\\..\\..\\evil.dll,0"), "another program"],
  ["desktop.ini", ini("CLSID={645FF040-5081-101B-9F08-00AA002F954E}"), "a folder of another kind"],
  ["desktop.ini", ini("LocalizedResourceName=Safe books"), "another name"],
  ["desktop.ini", ini("[LocalizedFileNames]\r\nbad.exe=@shell32.dll,-1"), "names of files"],
  ["desktop.ini", ini("InfoTip=Go to evil.example"), "words"],
  ["desktop.ini", ini("; a remark"), "a remark"],
  [
    "desktop.ini",
    ini("LocalizedResourceName=@%SystemRoot%\\system32\\shell32.dll,-21770"),
    "a name of Windows",
  ],
  ["desktop.ini", ini("Vid={dead-beef-cafe-0000-babe-000000000000}"), "words for a view"],
  ["desktop.ini", ini("IconIndex=13\r\nIconIndex=5\r\nIconIndex=5\r\nIconIndex=20"), "numbers"],
  ["desktop.ini", ini("IconIndex=1 \t \t\t"), "spaces behind a line"],
  ["desktop.ini", ini("IconIndex=1\r\n\n\r\n\n\n\r\n\r\n\n"), "many ends of lines"],
  [".directory", Buffer.from("[Desktop Entry]\nIcon=meet-at-the-bridge-at-nine\n"), "words"],
  [".directory", Buffer.from("[Desktop Entry]\nSortRole=meetatnine\n"), "an order"],
  [".directory", Buffer.from("[Desktop Entry]\nExec=sh run.sh\n"), "a program"],
  [".directory", Buffer.from("[Desktop Entry]\nIcon=/media/stick/x.svg\n"), "a path"],
  [".nomedia", Buffer.from("x"), "not empty"],
  [".hidden", Buffer.from("SHA256SUMS\n"), "hides a file"],
  ["autorun.inf", Buffer.from("[autorun]\r\nopen=a.exe\r\n"), "starts a program"],
  [".tails.epub.1.part", EPUB, "an unfinished book"],
  ["System Volume Information/WPSettings.dat", EPUB, "a book"],
  ["System Volume Information/WPSettings.dat", text("\x0c\0\0\0evil.org", 12), "an address"],
  ["System Volume Information/WPSettings.dat", text("\x0cgo there now", 12), "words"],
  ["System Volume Information/tails.epub", EPUB, "a book"],
  [".VolumeIcon.icns", EPUB, "a book"],
  [".apdisk", PAGE, "a page"],
];

describe("what a system leaves beside books", () => {
  for (const [path, bytes] of GENUINE) {
    it(`is known to the last byte: ${path} (${bytes.length})`, () => {
      assert.equal(isSystemFile(path, bytes), true);
      // And is another file with one byte more.
      assert.equal(isSystemFile(path, Buffer.concat([bytes, Buffer.from("<")])), false);
    });
  }
  for (const [path, bytes, why] of FALSE) {
    it(`is not ${path} with ${why}`, () => assert.equal(isSystemFile(path, bytes), false));
  }
  it("is never cut short", () => {
    for (const [path, bytes] of GENUINE.filter(([, { length }]) => length > 1000)) {
      for (const end of [1, 30, 100, 600, bytes.length - 1]) {
        assert.equal(isSystemFile(path, bytes.subarray(0, end)), false, `${path} ${end}`);
      }
    }
  });
});
