import type { PdfFile } from "../pdf-syntax/pdf-file.ts";
import type { PdfDict } from "../pdf-syntax/pdf-value.ts";
import { TABLE, USUAL } from "./role-table.ts";

/** By which entry a role's name goes on, and how where the entry is missing. */
const BY: Readonly<Record<string, readonly [key: string, missing?: string]>> = {
  Tree: ["Type", "Pages"],
  Properties: ["Type", "Mark"],
  XObject: ["Subtype"],
  Pattern: ["PatternType"],
  Function: ["FunctionType"],
  Font: ["Subtype"],
  Element: ["Type", "StructElem"],
  Attributes: ["O"],
  Layer: ["Type"],
  Annot: ["Subtype"],
  Action: ["S"],
  Field: ["Subtype", "Field"],
};

export interface Role {
  readonly name: string;
  readonly stream: "never" | "always" | "maybe";
  /** What keys lead to: a role, or the grammar of plain values. */
  readonly keys: ReadonlyMap<string, string>;
  readonly takesAny: boolean;
}

/** What stands in the dictionary of every stream (ISO 32000-1 table 5), but for data that lie elsewhere. */
const OF_STREAMS = ["Length", "Filter", "DecodeParms=Packing", "DL"];

const SPACES =
  "/DeviceGray/DeviceRGB/DeviceCMYK/Pattern/CalGray/CalRGB/Lab/ICCBased/Indexed/Separation/DeviceN/G/RGB/CMYK/I";
const PLACES = "place|number|/XYZ/Fit/FitH/FitV/FitR/FitB/FitBH/FitBV";
/** Plain values that may stand where something of a role is expected, or in a list of these. */
const PLAIN: Readonly<Record<string, string>> = {
  Action: "nothing",
  Dest: PLACES,
  Start: PLACES,
  Colours: `number|palette|ink|${SPACES}`,
  Function: "/Identity/Default",
  SoftMask: "/None",
  CMap: "cmap",
  Encoding: "encoding",
  Data: "/Identity",
  XObject: "int",
  Font: "number",
  Element: "int|id",
  Attributes: "int",
  Layer: "text",
  Filespec: "words",
};
/** What names may stand as keys of a dictionary of things of a role. */
const NAMED: Readonly<Record<string, string>> = {
  Colours: "resource|ink",
  Dest: "place",
  Glyph: "glyph",
  Extension: "extension",
  EmbeddedFile: "/F/UF/DOS/Mac/Unix",
  tag: "tag",
  XObject: "resource|look",
};

/** Whether it is a grammar of plain values rather than a role. */
export const isKind = (role: string): boolean => /^[a-z/]/.test(role);

/** The grammar of plain values where something of a role is expected. */
export function grammarOf(role: string): string {
  return isKind(role) ? role : (PLAIN[role.split(/[.:]/)[0] ?? ""] ?? "nothing");
}

/** The grammar of the names in a dictionary of things of a role. */
export const namesOf = (role: string): string => NAMED[role] ?? "resource";

export const ROLES: ReadonlyMap<string, Role> = readRoles();

function readRoles(): ReadonlyMap<string, Role> {
  const lines = new Map<string, readonly string[]>();
  for (const line of TABLE.trim().split("\n")) {
    const end = line.indexOf(":");
    const head = line.slice(0, end);
    lines.set(head.replace(/^[~?]/, ""), [
      head,
      ...line
        .slice(end + 1)
        .trim()
        .split(" "),
    ]);
  }
  const keysOf = (name: string): readonly string[] =>
    (lines.get(name) ?? [""])
      .slice(1)
      .flatMap((word) =>
        word.startsWith("+") ? keysOf(word.slice(1)) : word === "" ? [] : [word],
      );
  const usual = new Map<string, string>();
  for (const line of USUAL.trim().split("\n")) {
    const [grammar = "", keys = ""] = line.split(": ");
    for (const key of keys.split(" ")) usual.set(key, grammar);
  }
  const roles = new Map<string, Role>();
  for (const [name, [head = ""]] of lines) {
    const words = keysOf(name);
    const stream = head[0] === "~" ? "always" : head[0] === "?" ? "maybe" : "never";
    const own = stream === "never" ? words : [...words, ...OF_STREAMS];
    const keys = new Map(
      own.map((word): [string, string] => {
        const [key = "", leads = usual.get(key) ?? "nothing"] = word.split("=");
        return [key, leads];
      }),
    );
    roles.set(name, { name, stream, keys, takesAny: words.includes("*") });
  }
  return roles;
}

/** A role as a message names it. */
export function sayRole({ name }: Role): string {
  const words = name.split(".");
  const last = words.at(-1) ?? name;
  return /^(?:Annot|Action|Font|Function|Pattern|Attributes)$/.test(words[0] ?? "") &&
    words.length > 1
    ? `${words[0]} ${last}`
    : last;
}

/** What a dictionary is, where the key by which it was reached leaves a choice. */
export function chooseRole(file: PdfFile, given: string, dict: PdfDict, isStream: boolean): string {
  const has = (key: string) => dict.has(key);
  const type = file.name(dict.get("Type"));
  switch (given) {
    case "Colours":
      if (has("FunctionType")) return choose(file, "Function", dict);
      if (isStream) return has("N") ? "Colours.Icc" : "Colours.Lookup";
      return has("WhitePoint") ? "Colours.Cal" : "Colours.Names";
    case "Owner":
      return choose(file, isStream ? "XObject" : "Annot", dict);
    case "Look":
      return isStream ? choose(file, "XObject", dict) : "Map:XObject";
    case "Start":
      if (has("S") && type !== "Page") return choose(file, "Action", dict);
      return chooseRole(file, "Dest", dict, isStream);
    case "Dest":
      return has("D") && type === undefined ? "Dest.To" : choose(file, "Tree", dict);
    case "Properties":
      return type === "OCG" || type === "OCMD" ? `Layer.${type}` : "Properties.Mark";
    case "Tree":
      if (type === undefined) return has("Kids") ? "Tree.Pages" : "Tree.Page";
  }
  return choose(file, given, dict);
}

function choose(file: PdfFile, given: string, dict: PdfDict): string {
  const by = BY[given];
  if (by === undefined) return given;
  const [key, missing = "?"] = by;
  const value = file.resolve(dict.get(key));
  const chosen = typeof value === "string" ? value.slice(1) : String(value ?? missing);
  return `${given}.${chosen}`;
}
