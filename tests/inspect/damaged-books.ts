import { type Files, packFiles, page, sampleFiles } from "./sample-epub.ts";

/** A way to damage the sample, and what our rules must say of it: exactly these codes. */
export interface Damage {
  readonly name: string;
  readonly codes: readonly string[];
  readonly book: Uint8Array;
}

type Change = (files: Record<string, string | Uint8Array>) => Files | undefined;

const OPF = "B/p.opf";
const NAV = "B/nav.xhtml";
const A = "B/a.xhtml";
const PNG_NOTE = Buffer.concat([
  Buffer.from([0, 0, 0, 6]),
  Buffer.from("tEXtA\0Mina"),
  Buffer.from([0, 0, 0, 0]),
]);

/** Replaces a text that must be there. */
function swap(file: string, from: string, to: string): Change {
  return (files) => {
    const text = String(files[file]);
    if (!text.includes(from)) throw new Error(`${file} lacks ${from}`);
    files[file] = text.replace(from, to);
    return undefined;
  };
}

function drop(file: string): Change {
  return (files) => {
    delete files[file];
    return undefined;
  };
}

function add(file: string, content: string | Uint8Array): Change {
  return (files) => {
    files[file] = content;
    return undefined;
  };
}

function both(...changes: readonly Change[]): Change {
  return (files) => {
    for (const change of changes) change(files);
    return undefined;
  };
}

const body = (text: string) => swap(A, "<!--body-->", text);
const item = (text: string) => swap(OPF, "<!--items-->", text);
const metadata = (text: string) => swap(OPF, "<!--metadata-->", text);
const css = (text: string) => swap("B/s.css", "/*css*/", text);

const CHANGES: readonly (readonly [name: string, codes: string, change: Change])[] = [
  ["the sample itself", "", () => undefined],
  [
    "mimetype not first",
    "EPB002",
    (files) => {
      const { mimetype, ...rest } = files;
      return { ...rest, mimetype: mimetype ?? "" };
    },
  ],
  ["another mimetype", "EPB003", add("mimetype", "application/zip")],
  ["a name that climbs", "EPB004 EPB111", add("../x.txt", "x")],
  ["a name from the root", "EPB004 EPB111", add("/x.txt", "x")],
  ["a name with a backslash", "EPB004 EPB111", add("B\\x.txt", "x")],
  ["a name with a colon", "EPB004 EPB111", add("B/a:b.txt", "x")],
  ["a name that ends in a stop", "EPB004 EPB111", add("B/x.", "x")],
  ["names that differ in case", "EPB005 EPB111", add("B/A.xhtml", page("A", "<h1>A</h1>"))],
  ["a device of Windows", "EPB006 EPB111", add("B/con.txt", "x")],
  ["a name beyond ASCII", "EPB006 EPB111", add("B/é.txt", "x")],
  ["no container", "EPB008", drop("META-INF/container.xml")],
  [
    "a container without a book",
    "EPB008",
    swap("META-INF/container.xml", "rootfile full", "rootfile x"),
  ],
  ["rights management", "EPB009", add("META-INF/rights.xml", "<rights/>")],
  ["a text that is cut off", "EPB010", swap(A, "</html>", "")],
  ["a text in another encoding", "EPB010", add(A, new Uint8Array([0x3c, 0x61, 0xe9, 0x3e]))],
  ["entities", "EPB011", swap(A, "<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a "b">]>')],
  ["an unknown version", "EPB101", swap(OPF, 'version="3.0"', 'version="4.0"')],
  ["no title", "EPB102", swap(OPF, "<dc:title>Kettles</dc:title>", "")],
  ["an empty title", "EPB102", swap(OPF, "Kettles", " ")],
  ["an empty author", "EPB102", metadata("<dc:creator/>")],
  ["no language", "EPB102", swap(OPF, "<dc:language>en</dc:language>", "")],
  [
    "another unique identifier",
    "EPB103",
    swap(OPF, 'unique-identifier="id"', 'unique-identifier="x"'),
  ],
  [
    "no date of change",
    "EPB104",
    swap(OPF, '<meta property="dcterms:modified">2026-01-02T03:04:05Z</meta>', ""),
  ],
  ["a local date of change", "EPB104", swap(OPF, "05Z", "05+01:00")],
  ["a language that is none", "EPB105", swap(OPF, ">en<", ">English (British)<")],
  [
    "a refinement of nothing",
    "EPB106",
    metadata('<meta refines="#x" property="role" scheme="marc:relators">aut</meta>'),
  ],
  ["an id twice in the package", "EPB107", metadata('<dc:source id="id">x</dc:source>')],
  [
    "an item without type",
    "EPB108",
    swap(OPF, `href="s.css" media-type="text/css"`, `href="s.css"`),
  ],
  ["a file listed twice", "EPB109", item('<item id="x" href="s.css" media-type="text/css"/>')],
  ["a file that is not there", "EPB110", item('<item id="x" href="x.css" media-type="text/css"/>')],
  ["a file that is not listed", "EPB111", add("B/x.css", "")],
  ["litter of a system", "EPB006 EPB111", add("B/Thumbs .db", "")],
  [
    "a picture of another kind",
    "EPB112",
    swap(OPF, 'media-type="image/png"', 'media-type="image/jpeg"'),
  ],
  ["no navigation document", "EPB113 EPB709", swap(OPF, ' properties="nav"', "")],
  [
    "two covers",
    "EPB114",
    both(
      add("B/q.png", sampleFiles()["B/p.png"] ?? ""),
      item('<item id="x" href="q.png" media-type="image/png" properties="cover-image"/>'),
    ),
  ],
  ["no cover", "EPB123", swap(OPF, ' properties="cover-image"', "")],
  ["a fallback to nothing", "EPB115", swap(OPF, 'id="css"', 'id="css" fallback="x"')],
  ["a style sheet in the spine", "EPB115", swap(OPF, "<!--spine-->", '<itemref idref="css"/>')],
  ["a script that is not said", "EPB116 EPB312", body("<script>1</script>")],
  [
    "a drawing that is not said",
    "EPB116",
    body('<p><svg xmlns="http://www.w3.org/2000/svg"/></p>'),
  ],
  [
    "a property that is not true",
    "EPB116",
    swap(OPF, 'href="b.xhtml" media', 'properties="scripted" href="b.xhtml" media'),
  ],
  [
    "an empty spine",
    "EPB117 EPB317",
    swap(OPF, '<itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/>', ""),
  ],
  ["a stranger in the spine", "EPB117", swap(OPF, "<!--spine-->", '<itemref idref="x"/>')],
  ["a document twice in the spine", "EPB117", swap(OPF, "<!--spine-->", '<itemref idref="a"/>')],
  ["an NCX that is not named", "EPB118", swap(OPF, ' toc="ncx"', "")],
  [
    "an unknown property",
    "EPB119",
    swap(OPF, 'href="b.xhtml" media', 'properties="wibble" href="b.xhtml" media'),
  ],
  ["a date that is none", "EPB120", metadata("<dc:date>last spring</dc:date>")],
  [
    "pages from the other side",
    "EPB121",
    swap(OPF, '<spine toc="ncx"', '<spine toc="ncx" page-progression-direction="rtl"'),
  ],
  [
    "sound from elsewhere",
    "EPB122",
    both(item('<item id="x" href="https://example.org/a.mp3" media-type="audio/mpeg"/>')),
  ],
  ["no contents", "EPB201 EPB709", swap(NAV, 'epub:type="toc"', 'epub:type="loi"')],
  [
    "two lists of contents",
    "EPB201",
    swap(
      NAV,
      "<!--navs-->",
      '<nav epub:type="toc"><ol><li><a href="a.xhtml">A</a></li></ol></nav>',
    ),
  ],
  [
    "contents in a paragraph",
    "EPB202",
    swap(
      NAV,
      '<li><a href="b.xhtml">Leaves</a></li>',
      '<li><p><a href="b.xhtml">Leaves</a></p></li>',
    ),
  ],
  [
    "a label without a list",
    "EPB202",
    swap(NAV, '<li><a href="b.xhtml">Leaves</a></li>', "<li><span>Leaves</span></li>"),
  ],
  ["a line without text", "EPB203 EPB711", swap(NAV, ">Leaves<", "><")],
  [
    "contents that lead to the web",
    "EPB204",
    swap(NAV, 'href="b.xhtml"', 'href="https://example.org/"'),
  ],
  [
    "contents in another order",
    "EPB205",
    swap(NAV, "<ol>\n", '<ol>\n<li><a href="b.xhtml">Leaves</a></li>\n'),
  ],
  [
    "a landmark without kind",
    "EPB206",
    swap(
      NAV,
      "<!--navs-->",
      '<nav epub:type="landmarks"><ol><li><a href="a.xhtml">A</a></li></ol></nav>',
    ),
  ],
  [
    "a landmark twice",
    "EPB206",
    swap(
      NAV,
      "<!--navs-->",
      '<nav epub:type="landmarks"><ol><li><a epub:type="bodymatter" href="a.xhtml">A</a></li><li><a epub:type="bodymatter" href="a.xhtml">B</a></li></ol></nav>',
    ),
  ],
  [
    "pages in another order",
    "EPB207",
    swap(
      NAV,
      "<!--navs-->",
      '<nav epub:type="page-list"><ol><li><a href="b.xhtml">1</a></li><li><a href="a.xhtml">2</a></li></ol></nav>',
    ),
  ],
  [
    "an NCX without a map",
    "EPB208",
    add("B/t.ncx", '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"/>'),
  ],
  ["an NCX of another book", "EPB209", swap("B/t.ncx", "urn:uuid:0b", "urn:uuid:0c")],
  ["an NCX that leads nowhere", "EPB210", swap("B/t.ncx", "a.xhtml", "gone.xhtml")],
  [
    "contents of what is not read",
    "EPB211 EPB317",
    both(swap(OPF, '<itemref idref="a"/><itemref idref="b"/>', "")),
  ],
  [
    "a document that nobody comes to",
    "EPB212",
    both(
      add("B/c.xhtml", page("C", "<h1>C</h1>")),
      item('<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>'),
      swap(OPF, "<!--spine-->", '<itemref idref="c" linear="no"/>'),
    ),
  ],
  [
    "a document of another kind",
    "EPB301",
    swap(A, 'xmlns="http://www.w3.org/1999/xhtml"', 'xmlns="http://www.w3.org/1999/xhtml5"'),
  ],
  [
    "a document type of before",
    "EPB302",
    swap(
      A,
      "<!DOCTYPE html>",
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">',
    ),
  ],
  ["two languages in one place", "EPB303", swap(A, 'lang="en"', 'lang="fr"')],
  ["no language in a document", "EPB304", swap(A, ' lang="en" xml:lang="en"', "")],
  ["no title in a document", "EPB305", swap(A, "<title>Water</title>", "")],
  ["an id twice", "EPB306", body('<p id="boil">One</p>')],
  ["an address of nothing", "EPB307", body('<p><a href="gone.xhtml">One</a></p>')],
  ["an address of no id", "EPB308", body('<p><a href="b.xhtml#gone">One</a></p>')],
  ["an address above the book", "EPB309", body('<p><a href="../../../x">One</a></p>')],
  ["an address of this machine", "EPB309", body('<p><a href="file:///etc/hosts">One</a></p>')],
  [
    "an address for another program",
    "EPB310",
    body('<p><a href="gopher://example.org/">One</a></p>'),
  ],
  ["an address that is none", "EPB311", body('<p><a href="https://exa mple.org/">One</a></p>')],
  ["a handler of events", "EPB116 EPB312", body('<p onclick="x()">One</p>')],
  ["a form", "EPB116 EPB313", body("<form><p>One</p></form>")],
  [
    "a picture from the web",
    "EPB314",
    body('<p><img src="https://example.org/a.png" alt="One"/></p>'),
  ],
  ["a style of its own", "EPB315", body('<p style="margin: 0">One</p>')],
  ["a label of no id", "EPB316", body('<section aria-labelledby="gone"><p>One</p></section>')],
  [
    "a link to what is not read",
    "EPB317",
    both(
      add("B/c.xhtml", page("C", "<h1>C</h1>")),
      item('<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>'),
      body('<p><a href="c.xhtml">One</a></p>'),
    ),
  ],
  [
    "a picture that is not listed",
    "EPB111 EPB318",
    both(
      add("B/q.png", sampleFiles()["B/p.png"] ?? ""),
      body('<p><img src="q.png" alt="One"/></p>'),
    ),
  ],
  [
    "an instruction",
    "EPB319",
    swap(A, "<!DOCTYPE html>", '<?xml-stylesheet href="s.css"?><!DOCTYPE html>'),
  ],
  [
    "a style sheet with a picture from the web",
    "EPB501",
    css("p { background: url(https://example.org/a.png) }"),
  ],
  [
    "a style sheet with a picture that is not there",
    "EPB502",
    css('p { background: url("gone.png") }'),
  ],
  ["a style sheet that sets the direction", "EPB503", css("p { direction: rtl; }")],
  ["a style sheet that is cut off", "EPB504", css("p { margin: 0")],
  [
    "a style sheet that imports",
    "EPB505",
    both(
      add("B/t.css", ""),
      item('<item id="t" href="t.css" media-type="text/css"/>'),
      css('@import "t.css";'),
    ),
  ],
  ["a picture that is none", "EPB601", add("B/p.png", "no picture")],
  [
    "a picture with a note",
    "EPB602",
    (files) => {
      const png = Buffer.from(files["B/p.png"] ?? "");
      files["B/p.png"] = new Uint8Array(
        Buffer.concat([png.subarray(0, 33), PNG_NOTE, png.subarray(33)]),
      );
      return undefined;
    },
  ],
  [
    "a huge picture",
    "EPB603",
    (files) => {
      const png = Buffer.from(files["B/p.png"] ?? "");
      png.writeUInt32BE(9000, 16);
      png.writeUInt32BE(9000, 20);
      files["B/p.png"] = new Uint8Array(png);
      return undefined;
    },
  ],
  [
    "a scrambled font",
    "EPB604",
    both(
      add(
        "META-INF/encryption.xml",
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="B/f.ttf"/></CipherData></EncryptedData></encryption>',
      ),
      add("B/f.ttf", "scrambled"),
      item('<item id="f" href="f.ttf" media-type="font/ttf"/>'),
    ),
  ],
  [
    "a font that is none",
    "EPB605",
    both(add("B/f.ttf", "no font"), item('<item id="f" href="f.ttf" media-type="font/ttf"/>')),
  ],
  ["a picture without a description", "EPB701 EPB709", body('<p><img src="p.png"/></p>')],
  ["two headings of the first rank", "EPB702", body("<h1>Two</h1>")],
  ["a heading left out", "EPB703", body("<h4>Two</h4>")],
  ["a type without role", "EPB704", body('<section epub:type="chapter"><p>One</p></section>')],
  [
    "a note without a mark",
    "EPB705",
    body('<aside id="n" epub:type="footnote" role="doc-footnote"><p>One</p></aside>'),
  ],
  [
    "a mark that leads to no note",
    "EPB705",
    body('<p><a epub:type="noteref" role="doc-noteref" href="#boil">1</a></p>'),
  ],
  [
    "a note without a way back",
    "EPB705",
    body(
      '<p><a epub:type="noteref" role="doc-noteref" href="#n">1</a></p><aside id="n" epub:type="footnote" role="doc-footnote"><p>One</p></aside>',
    ),
  ],
  ["a table without headers", "EPB706", body("<table><tr><td>1</td><td>2</td></tr></table>")],
  ["Arabic without a direction", "EPB707", body('<p lang="ar">مرحبا</p>')],
  [
    "no accessibility metadata",
    "EPB708",
    swap(OPF, '<meta property="schema:accessibilityHazard">none</meta>', ""),
  ],
  ["a claim that is not true", "EPB709", swap(OPF, ">tableOfContents<", ">pageNavigation<")],
  ["a word of nobody", "EPB710", swap(OPF, ">none<", ">nothing<")],
  ["a link without a text", "EPB711", body('<p><a href="b.xhtml"></a></p>')],
];

/** Each way of damage as a book. */
export function damageBooks(): readonly Damage[] {
  return CHANGES.map(([name, codes, change]) => {
    const files = sampleFiles();
    const changed = change(files) ?? files;
    return {
      name,
      codes: codes.split(" ").filter((code) => code !== ""),
      book: packFiles(changed),
    };
  });
}
