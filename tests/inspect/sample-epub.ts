import { type Zippable, zipSync } from "fflate";

/** A small book that every validator accepts, and that our rules have nothing to say about. */
export const SAMPLE: Readonly<Record<string, string>> = {
  mimetype: "application/epub+zip",
  "META-INF/container.xml": `<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="B/p.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>`,
  "B/p.opf": `<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:0b7a0e0c-6a1e-4a3c-9f55-0d5f2a7c1b11</dc:identifier>
<dc:title>Kettles</dc:title>
<dc:language>en</dc:language>
<meta property="dcterms:modified">2026-01-02T03:04:05Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Text only.</meta>
<!--metadata-->
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="s.css" media-type="text/css"/>
<item id="pic" href="p.png" media-type="image/png" properties="cover-image"/>
<item id="ncx" href="t.ncx" media-type="application/x-dtbncx+xml"/>
<!--items-->
</manifest>
<spine toc="ncx"><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><!--spine--></spine>
</package>`,
  "B/nav.xhtml": page(
    "Contents",
    `<nav epub:type="toc" role="doc-toc"><h1>Contents</h1><ol>
<li><a href="a.xhtml">Water</a><ol><li><a href="a.xhtml#boil">Boiling</a></li></ol></li>
<li><a href="b.xhtml">Leaves</a></li>
</ol></nav>
<!--navs-->`,
  ),
  "B/a.xhtml": page(
    "Water",
    `<h1>Water</h1><p>Cold, <a href="b.xhtml">then leaves</a>.</p>
<h2 id="boil">Boiling</h2><p><img src="p.png" alt="A kettle"/></p>
<!--body-->`,
  ),
  "B/b.xhtml": page("Leaves", "<h1>Leaves</h1><p>Green.</p>\n<!--body-->"),
  "B/s.css": "p { margin: 1em 0; }\n/*css*/",
  "B/t.ncx": `<?xml version="1.0"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head>
<meta name="dtb:uid" content="urn:uuid:0b7a0e0c-6a1e-4a3c-9f55-0d5f2a7c1b11"/></head>
<docTitle><text>Kettles</text></docTitle><navMap>
<navPoint id="n1"><navLabel><text>Water</text></navLabel><content src="a.xhtml"/></navPoint>
</navMap></ncx>`,
};

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A content document around a body. */
export function page(title: string, body: string, head = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>${title}</title><link rel="stylesheet" type="text/css" href="s.css"/>${head}</head>
<body>
${body}
</body>
</html>`;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The sample's files. */
export function sampleFiles(): Record<string, string | Uint8Array> {
  return { ...SAMPLE, "B/p.png": new Uint8Array(PIXEL) };
}

/** Packs files in the given order; `mimetype` is stored. */
export function packFiles(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    entries[name] = [bytes, { level: name === "mimetype" ? 0 : 9 }];
  }
  return zipSync(entries, { mtime: new Date(2000, 0, 2, 12) });
}
