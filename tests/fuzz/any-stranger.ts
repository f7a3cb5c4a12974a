import { readFileSync } from "node:fs";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { packFilm, packKeys, packRecording, packUserNote } from "../inspect/boxed-files.ts";
import {
  packCompound,
  packOpenDocument,
  packPrinter,
  packSheets,
  packSlides,
  packWord,
  run,
  sheet,
  slide,
} from "../inspect/office-files.ts";
import { finishSample, samplePdf } from "../inspect/sample-pdf.ts";
import { changeBook, packUnixZip, takePhoto, writeOfficePdf } from "../inspect/telling-files.ts";
import { anyDamage, damageBytes } from "./broken-bytes.ts";
import { broken } from "./broken-text.ts";

const photo = await takePhoto();
const CHANGED = `<w:ins w:author="Mina" w:date="2026-01-02T03:04:05Z">${run("tea")}</w:ins><w:del w:author="Bo">${run("salt")}</w:del>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><style>a{background:url(x)}</style><image href="data:image/png;base64,AAAA"/><metadata><a>b</a></metadata><!-- c --></svg>`;
const HTML = `<!doctype html><p style="background:url('x')"><img srcset="a 1x, b 2x"><a href="https://x.example?fbclid=1"><!-- c --><script>x</script>`;

/** Files of every kind that is searched. */
const WHOLE: readonly Uint8Array[] = [
  packWord(CHANGED, { "word/media/p.jpg": photo, "word/printerSettings1.bin": packPrinter("Up") }),
  packSheets({
    "xl/worksheets/sheet1.xml": sheet("worksheet", '<sheetData><row hidden="1"/></sheetData>'),
  }),
  packSlides({ "ppt/slides/slide1.xml": slide("sld", "<a:t>tea</a:t>", 'show="0"') }),
  packOpenDocument("text", "<text:p>tea</text:p>", { "Pictures/p.jpg": photo }),
  packOpenDocument("spreadsheet", "<table:table><table:table-row/></table:table>"),
  packCompound("WordDocument"),
  readFileSync(new URL("../inspect/fixtures/phone.heic", import.meta.url)),
  packFilm(
    "isom",
    packKeys({ "com.apple.quicktime.make": "Kettle" }),
    packUserNote("\u00A9xyz", "+52+4/"),
  ),
  packRecording(["TPE1", Buffer.from("\0Mina")], ["APIC", photo]),
  writeOfficePdf(),
  finishSample(samplePdf()),
  changeBook({ body: "<p>tea</p>", css: "@import url(x);", files: { "B/p.jpg": photo } }),
  packUnixZip("tea.txt", "made by Mina"),
  ...(await Promise.all((["jpeg", "png", "webp", "tiff", "avif"] as const).map(takePhoto))),
  Buffer.from(SVG),
  Buffer.from(HTML),
];

const whole = fc.constantFrom(...WHOLE.keys()).map((at) => WHOLE[at] ?? new Uint8Array());
const damages = fc.array(anyDamage, { minLength: 1, maxLength: 5 });

/** Struck as it lies on the stick. */
const struck = fc
  .tuple(whole, whole, damages)
  .map(([one, other, found]) => found.reduce((left, each) => damageBytes(left, each, other), one));

/** A file of an archive is struck before it is packed: else nothing but the packing is broken. */
const struckWithin = fc
  .tuple(
    fc.constantFrom(...WHOLE.filter((bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b)),
    fc.nat({ max: 99 }),
    damages,
    broken(fc.constant("")),
  )
  .map(([archive, which, found, added]) => {
    const files = unzipSync(archive);
    const names = Object.keys(files);
    const name = names[which % names.length] ?? "";
    const start: Uint8Array = files[name] ?? new Uint8Array();
    const bytes = found.reduce((left, each) => damageBytes(left, each, photo), start);
    const more = added === "" ? {} : { [`word/${added}.xml`]: bytes };
    return zipSync({ ...files, [name]: bytes, ...more }, { level: 1, mtime: new Date(1980, 0, 1) });
  });

/** The text of a file with what careless and hostile people put between its words. */
const splintered = broken(
  whole.map((bytes) => Buffer.from(bytes).toString("latin1")),
  6,
).map((text) => Buffer.from(text, "latin1"));

/** A file that comes from somebody else, to be inspected. */
export const anyStranger: fc.Arbitrary<Uint8Array> = fc.oneof(struck, struckWithin, splintered);
