import sharp from "sharp";
import { packFiles, sampleFiles } from "./sample-epub.ts";
import { packPdf, packStream } from "./sample-pdf.ts";

const RED = { width: 8, height: 8, channels: 3, background: "red" } as const;

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"><photoshop:City>Delft</photoshop:City></rdf:Description></rdf:RDF></x:xmpmeta>`;

/** A photograph as a telephone saves it: the place, the model, its number, the moment, a person. */
export function takePhoto(
  format: "jpeg" | "png" | "webp" | "tiff" | "avif" = "jpeg",
): Promise<Buffer> {
  return sharp({ create: RED })
    .withExif({
      IFD0: { Make: "Kettlephone", Model: "KP-7", Artist: "Mina Kettle" },
      IFD2: {
        DateTimeOriginal: "2026:01:02 03:04:05",
        OffsetTimeOriginal: "+03:30",
        BodySerialNumber: "KX0042",
      },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "52/1 6/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "4/1 18/1 0/1",
      },
    })
    .withXmp(XMP)
    .toFormat(format)
    .toBuffer();
}

/** What such a photograph tells, a line each: code, field, value. */
export const PHOTO_TELLS: readonly string[] = [
  "TEL001 GPS 52.1, 4.3",
  "TEL002 photoshop:City Delft",
  "TEL003 EXIF:OffsetTimeOriginal +03:30",
  "TEL101 EXIF:Artist Mina Kettle",
  "TEL501 EXIF:Model KP-7",
  "TEL502 EXIF:BodySerialNumber KX0042",
];

export function drawPlain(): Promise<Buffer> {
  return sharp({ create: RED }).jpeg().toBuffer();
}

const XPACKET = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"><dc:creator><rdf:Seq><rdf:li>mkettle</rdf:li></rdf:Seq></dc:creator><xmp:CreatorTool>Writer</xmp:CreatorTool><pdf:Producer>LibreOffice 7.4</pdf:Producer><xmpMM:DocumentID>uuid:2f3c4d5e-0001-4000-8000-00aa00bb00cc</xmpMM:DocumentID></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** More objects, entries of the catalog and of the page, and what the page shows. */
export interface OfficeParts {
  readonly objects?: Readonly<Record<number, string | Uint8Array>>;
  readonly catalog?: string;
  readonly page?: string;
  readonly content?: string;
  readonly info?: string;
  readonly trailer?: string;
}

/** A PDF in the shape in which office programs write it. */
export function writeOfficePdf(parts: OfficeParts = {}): Uint8Array {
  const info =
    parts.info ??
    "/Author(mkettle)/Creator(Writer)/Producer(LibreOffice 7.4)/CreationDate(D:20260102030405+03'30')";
  return packPdf(
    {
      1: `<</Type/Catalog/Pages 2 0 R/Lang(en-GB)/Metadata 6 0 R${parts.catalog ?? ""}>>`,
      2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      3: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>${parts.page ?? ""}>>`,
      4: packStream("", parts.content ?? "BT /F 12 Tf 72 700 Td (How to boil water) Tj ET"),
      5: "<</Type/Font/Subtype/TrueType/BaseFont/BAAAAA+LiberationSerif/FirstChar 0/LastChar 0/Widths[500]>>",
      6: packStream("/Type/Metadata/Subtype/XML", parts.info === undefined ? XPACKET : "<a/>"),
      7: `<<${info}>>`,
      ...parts.objects,
    },
    `/Info 7 0 R${parts.trailer ?? ""}`,
  );
}

/** A PDF with nothing in it but its page. */
export const quietPdf = (parts: OfficeParts = {}) => writeOfficePdf({ info: "", ...parts });

/** The sample book with other things in its first chapter, package or archive. */
export function changeBook(changes: {
  readonly body?: string;
  readonly metadata?: string;
  readonly css?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}): Uint8Array {
  const files = sampleFiles();
  const put = (name: string, mark: string, text: string | undefined) => {
    files[name] = String(files[name]).replace(mark, text ?? "");
  };
  put("B/a.xhtml", "<!--body-->", changes.body);
  put("B/b.xhtml", "<!--body-->", "");
  put("B/p.opf", "<!--metadata-->", changes.metadata);
  put("B/s.css", "/*css*/", changes.css);
  return packFiles({ ...files, ...changes.files });
}

/** A ZIP archive as the program of a Unix system packs it: a user's number, and two clocks. */
export function packUnixZip(name: string, comment: string): Uint8Array {
  const head = Buffer.from(name);
  const extra = Buffer.alloc(9 + 15);
  extra.writeUInt16LE(0x5455, 0);
  extra.writeUInt16LE(5, 2);
  extra.writeUInt8(1, 4);
  // Noon by the wall's clock is half past eight by the world's.
  extra.writeUInt32LE(Date.UTC(2026, 0, 2, 8, 30, 0) / 1000, 5);
  extra.writeUInt16LE(0x7875, 9);
  extra.writeUInt16LE(11, 11);
  extra.writeUInt8(1, 13);
  extra.writeUInt8(4, 14);
  extra.writeUInt32LE(1004, 15);
  extra.writeUInt8(4, 19);
  extra.writeUInt32LE(1004, 20);
  const dosDate = ((2026 - 1980) << 9) | (1 << 5) | 2;
  const dosTime = 12 << 11;
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(dosTime, 10);
  local.writeUInt16LE(dosDate, 12);
  local.writeUInt16LE(head.length, 26);
  local.writeUInt16LE(extra.length, 28);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt8(3, 5);
  central.writeUInt16LE(dosTime, 12);
  central.writeUInt16LE(dosDate, 14);
  central.writeUInt16LE(head.length, 28);
  const body = Buffer.concat([local, head, extra]);
  const directory = Buffer.concat([central, head]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(body.length, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([body, directory, end, Buffer.from(comment)]);
}
