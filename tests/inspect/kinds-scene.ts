import { strToU8, zipSync } from "fflate";

export const bytes = (text: string) => Buffer.from(text, "latin1");

export const xml = (root: string) => `<?xml version="1.0"?>\n${root}`;

/** Texts in which programs find names, places and commands. */
export const TEXTS: Readonly<Record<string, string>> = {
  fb2: xml('<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><body/></FictionBook>'),
  fodt: xml('<o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'),
  "word 2003": xml('<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="urn:w"/>'),
  "excel 2003": xml('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  gpx: '<gpx version="1.1"><wpt lat="52.1" lon="4.3"/></gpx>',
  kml: xml('<kml xmlns="http://www.opengis.net/kml/2.2"/>'),
  tcx: xml("<TrainingCenterDatabase/>"),
  "unknown xml": "<tea><kettle/></tea>",
  "broken xml": xml("<tea><kettle></tea>"),
  mht: "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tea.example/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--x",
  eml: "Received: from kettle\n by teapot\nFrom: mina@tea.example\nTo: bo@tea.example\n\nHello",
  mbox: "From mina@tea.example Thu Jan  1 00:00:00 2026\nSubject: tea\n\nHello",
  "a letter's head": "To: Bo\nSubject: tea\n\nHello",
  json: '{"author": {"name": "Mina"}}',
  "cut json": '[{"name": "Mina", "at',
  csv: "name,phone\nMina,12\nBo,34\n",
  tsv: "name\tphone\nMina\t12\n",
  vcard: "BEGIN:VCARD\nFN:Mina Kettle\nEND:VCARD\n",
  ical: "BEGIN:VCALENDAR\nBEGIN:VEVENT\nORGANIZER:Mina\n",
  plist: xml('<plist version="1.0"><dict/></plist>'),
  rtf: "{\\rtf1 {\\author Mina}}",
  postscript: "%!PS-Adobe-3.0\n%%For: Mina\n",
  tex: "\\documentclass{article}\n\\author{Mina}\n",
  sql: "-- tea\nINSERT INTO people VALUES ('Mina');\n",
  "html within": 'Hello <img src="https://tea.example/k.png"> there',
  script: "alert(document.domain)\n",
  "longer script": "const tea = 1;\nfunction boil() {\n}\n",
  shell: "#!/bin/sh\nrm -rf ~\n",
  batch: "@echo off\r\nstart calc\r\n",
  powershell: "Invoke-WebRequest https://tea.example\n",
  desktop: "# tea\n[Desktop Entry]\nExec=sh -c tea\n",
  url: "[InternetShortcut]\r\nURL=file://tea.example/x\r\n",
  reg: "Windows Registry Editor Version 5.00\r\n",
  yaml: "---\nauthor: Mina\n---\n# Tea\n",
  markdown: "# Tea\n\n![kettle](https://tea.example/k.png)\n",
  srt: "1\n00:00:01,000 --> 00:00:02,000\nTea\n",
  m3u: "#EXTM3U\nhttps://tea.example/\n",
  nmea: "$GPGGA,123519,4807.038,N\n",
};

export const PLAIN = [
  "Boil the water.\n",
  "00aa  quiet.pdf\n11bb  tea.pdf\n",
  "Set the table for two.\nThe well (the old one) is dry; go on, and wait.\n1. Look\n- a\n- b\n",
  "# Tea\n\n*Boil* the water, as `tea` needs it.\n",
  "قهوه\n茶\n",
];

export function withComment(jpeg: Uint8Array, text: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, bytes(text), jpeg.subarray(2)]);
}

/** A companion of a Mac with entries of these numbers. */
export function packDouble(entries: readonly (readonly [id: number, data: Uint8Array])[]) {
  const head = Buffer.alloc(26 + 12 * entries.length);
  head.writeUInt32BE(0x00051607, 0);
  head.writeUInt32BE(0x00020000, 4);
  head.writeUInt16BE(entries.length, 24);
  let from = head.length;
  for (const [at, [id, data]] of entries.entries()) {
    head.writeUInt32BE(id, 26 + 12 * at);
    head.writeUInt32BE(from, 30 + 12 * at);
    head.writeUInt32BE(data.length, 34 + 12 * at);
    from += data.length;
  }
  return Buffer.concat([head, ...entries.map(([, data]) => data)]);
}

/** Files of an archive that no verdict covers, and what a program may do with their names. */
export const PACKED: Readonly<Record<string, Uint8Array>> = {
  "a note": zipSync({ "note.txt": strToU8("Mina Kettle, 12 Elm Street") }),
  "a program as text": zipSync({ "run.txt": strToU8("del /q *.*") }),
  "a note in a folder": zipSync({ "a/b/c.txt": strToU8("copy 117") }),
  "a path that leaves": zipSync({ "../../p.png": strToU8("") }),
  "an absolute path": zipSync({ "/etc/p": strToU8("") }),
  "a field that nobody reads": zipSync({
    "a.txt": [strToU8(""), { extra: { 51966: strToU8("Mina") } }],
  }),
  "room to grow": zipSync({ "a.txt": [strToU8(""), { extra: { 41504: strToU8("copy 117") } }] }),
};
