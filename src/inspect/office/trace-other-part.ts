import { classifyText } from "../disclosure/field-rules.ts";
import type { Traces } from "../disclosure/traces.ts";
import { tracePrinter } from "./trace-settings.ts";

/** Room for a printer's name at the beginning of its settings (Windows, DEVMODE: 32 characters). */
const DEVICE_NAME_BYTES = 64;
/** Of a part that nothing here understands so much is searched for folders. */
const LONGEST_SEARCH = 20_000_000;
const MOST_RUNS = 200_000;

/** Parts that are neither XML nor pictures nor archives, by name: what they are, for whom they are told. */
const KNOWN: readonly (readonly [
  RegExp,
  tell: (traces: Traces, name: string, bytes: Uint8Array) => void,
])[] = [
  [/(?:^|\/)vbaProject(?:Signature\w*)?\.bin$/i, tellMacros],
  [/(?:^|\/)activeX\//i, tellControl],
  [/(?:^|\/)printerSettings\/|(?:^|\/)printerSettings\d*\.bin$/i, tellPrinter],
  // Letters without which a text would look different.
  [
    /\.(?:odttf|fntdata|ttf|otf)$/i,
    (traces, name) => traces.add("TEL901", "", "font", lastOf(name)),
  ],
  // A file's type, and where its lines break.
  [/^mimetype$|(?:^|\/)layout-cache$/, () => undefined],
];

/** Tells of a part of an office document that nothing here reads. What it is not searched for is said. */
export function traceOtherPart(traces: Traces, name: string, bytes: Uint8Array): void {
  const known = KNOWN.find(([pattern]) => pattern.test(name))?.[1];
  if (known !== undefined) known(traces, name, bytes);
  else traces.add("TEL705", name, "part", nameKind(name, bytes));
  for (const text of listRuns(bytes))
    if (classifyText(text).includes("TEL103")) traces.add("TEL103", name, "text within", text);
}

function nameKind(name: string, bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 48)).toString("latin1");
  if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) return "an object in an old format";
  if (head.startsWith("\u00D7\u00CD\u00C6\u009A") || head.slice(40, 44) === " EMF")
    return "a drawing in an old format (EMF or WMF)";
  if (head.startsWith("VCLMTF")) return "a drawing of an object";
  if (/\.(?:emf|wmf|emz|wmz)$/i.test(name)) return "a drawing in an old format (EMF or WMF)";
  if (/\.(?:xml|rels|vml)$/i.test(name)) return "XML that is too large or cannot be read";
  return "a part of a kind that is not known";
}

function tellMacros(traces: Traces, name: string): void {
  traces.add("TEL301", name, "macros", "macros");
  traces.add("TEL705", name, "macros", "what its macros do");
}

function tellControl(traces: Traces, name: string): void {
  traces.add("TEL301", name, "ActiveX", "ActiveX");
  traces.add("TEL705", name, "ActiveX", "what its ActiveX controls do");
}

function tellPrinter(traces: Traces, name: string, bytes: Uint8Array): void {
  const text = Buffer.from(bytes.subarray(0, 200_000));
  // On a Mac it is a list of properties.
  const said = /<key>[^<]{0,80}printer[^<]{0,80}<\/key>\s{0,80}<string>([^<]{1,200})/i.exec(
    text.toString("utf8"),
  )?.[1];
  const wide = new TextDecoder("utf-16le").decode(bytes.subarray(0, DEVICE_NAME_BYTES));
  const printer = said ?? wide.split("\0")[0] ?? "";
  const isName = /^[^\p{Cc}\uFFFD]{2,}$/u.test(printer);
  tracePrinter(traces, name, "printer", isName ? printer : "its settings");
}

function lastOf(name: string): string {
  return name.split("/").at(-1) ?? name;
}

/** Readable runs, of one byte or two bytes a letter. */
function listRuns(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes.subarray(0, LONGEST_SEARCH)).toString("latin1");
  const runs: string[] = [];
  for (const source of [text, text.replaceAll("\0", "")])
    for (const [run] of source.matchAll(/[\x20-\x7E]{8,400}/g)) {
      if (runs.length >= MOST_RUNS) return runs;
      if (/[\\/]/.test(run)) runs.push(run);
    }
  return runs;
}
