import type { TextValues } from "../../diagnostics/message-table.ts";
import type { PrivacyCode } from "./privacy-rules.ts";

type FindingTexts = { readonly [Code in PrivacyCode]?: Readonly<Record<string, string>> };

/**
 * What is said of a finding where the file itself has no words for it: by its code and a name, in the
 * form that is filled (`message-table.ts`).
 */
export const FINDING_TEXTS = {
  TEL101: {
    certificate: "its certificate names who signed",
  },
  TEL106: {
    user: "user {user}",
  },
  TEL301: {
    form: "a form with programs",
    player: "plays or runs",
  },
  TEL406: {
    changed: "{first} {second} (changed after it was made)",
  },
  TEL407: {
    one: "{number}",
    many: "{number} and {more} more",
  },
  TEL408: {
    signs: "{count|1 character|# characters}, the first is {first}",
  },
  TEL505: {
    uncommon: "none that comes with every system",
  },
  TEL507: {
    exif: "notes of a camera or program (EXIF)",
    xmp: "notes of a program (XMP)",
  },
  TEL603: {
    times: "{first} to {last}",
  },
  TEL701: {
    within: "a file within, {bytes} bytes",
    named: "{name}, {bytes} bytes",
    unlisted: "(on no list)",
  },
  TEL702: {
    page: "of a page",
  },
  TEL704: {
    otherName: "{name} is also called {other}",
  },
  TEL705: {
    // Files within each other, and their names.
    tooDeep: "too many or too large files within each other",
    harmful: "it is too large, or made to do harm",
    unreadable: "cannot be read",
    packed: "cannot be unpacked",
    missing: "it is missing",
    noRule: "no rule for it",
    nearName: "another file with nearly this name",
    emptyName: "a file or folder with nothing in it",
    sameName: "another file of this name",
    leavingPath: "{name}, a path that leads out of the archive",
    overlap: "files that overlap, or a second list of files",
    unseenSigns: "invisible characters in its name",
    oddBlanks: "spaces in its name that are no ordinary ones",
    windowsSigns: "characters in its name that Windows does not allow",
    oddPath: "a path in its name that no program writes",
    hiddenName: "a name that systems hide or take for another",
    edgeBlank: "a space or a dot at the edge of its name",
    device: "a name that Windows keeps for a device",
    ending: "an ending of no picture, page, book or text",
    inner: "the {kind} in it",
    otherKind: "its content as {kind}",
    // Why an archive or a file of it was not unpacked.
    noArchive: "no archive",
    damaged: "damaged",
    volumes: "several volumes",
    tooMany: "too many files",
    tooLarge: "too large",
    tooDense: "too dense",
    encrypted: "encrypted",
    unknownPacking: "unknown compression",
    // Films, sounds, pictures, fonts, office documents.
    film: "what can be seen and heard in it",
    sound: "what can be heard in it, and notes of other kinds",
    noContents: "its table of contents is not there",
    packedContents: "its table of contents is packed",
    measurements: "a track of measurements, which may say where it was made",
    unknownPicture: "a picture of a kind that is not known",
    field: "{group} field {number}",
    packedWords: "a font whose texts are packed",
    packedFont: "a font that cannot be unpacked",
    noFont: "a font that cannot be read, or is scrambled",
    fontTable: "a font that has an unknown table {table}",
    fontBytes: "a font that has bytes that belong to no table",
    fontNotes: "a font that has notes of its own",
    deepParts: "its parts are nested too deeply",
    queries: "its queries (Power Query)",
    // Pages, drawings and styles.
    malformed: "XML that is not well-formed",
    passedOver: "what a browser ignores: {what}",
    deepPage: "a page nested too deeply in addresses",
    manyAddresses: "more than {most} in {field}",
    longSheet: "more than {most} characters",
    style: "“{what}” in a style",
    construct: "{said}",
    constructs: "{said}, and {more} more",
    // PDFs.
    border: "a link with a border in a colour of its own",
    schemeless: "an address without a scheme: {address}",
    scheme: "an address of the kind {scheme}: {address}",
    viewer: "an action of the viewer: {name}",
    manyFiles: "more than {most} files",
    opening: "{type} when the file is opened",
    manyPictures: "more than {most} pictures",
    pages: "pages that cannot be read",
    pageCount: "the file says {said} pages and has {there}",
    noHeader: "a file without `%PDF-` in its first 1024 bytes",
    unreferenced: "{count|an object|# objects} that nothing refers to",
    longHeader: "a first line that says more than a version",
    limit: "more than {most} {thing}",
    content: "{what} in the content of a page",
    endless: "content that cannot be followed to its end",
    table: "a damaged table of objects",
    strayObject: "an object that no table lists",
    fault: "{fault}",
    faults: "{fault} ({times} times)",
  },
  TEL706: {
    bytes: "{bytes} bytes",
  },
  TEL709: {
    noFile: "{bytes} bytes that belong to no file",
  },
  TEL710: {
    also: "also {kind}",
  },
  TEL801: {
    signs: "{count} characters {how}",
    object: "an object",
  },
  TEL803: {
    object: "an earlier state",
    states: "{count} states",
  },
  TEL804: {
    state: "layers are {state} at first",
    switched: "layers are switched by what is done with the file",
    choices: "there are other choices of layers",
    use: "a layer by its use: {use}",
    rule: "shown by a rule over layers",
    policy: "shown by a rule over layers: {policy}",
    intent: "a layer that is for {intent}",
  },
  TEL805: {
    password: "it asks for a password",
  },
  TEL807: {
    changes: "{count|1 change|# changes}",
  },
  TEL808: {
    drawing: "a part of the drawing",
    notShown: "{type} that is not shown",
    undrawn: "a picture or drawing that no page shows",
    covered: "a picture of which a part is covered",
    unseen: "a picture of which a part is not seen",
    row: "{count|1 row|# rows}",
    column: "{count|1 column|# columns}",
  },
  TEL809: {
    cropped: "a picture that was cropped",
  },
} as const satisfies FindingTexts;

type Texts = typeof FINDING_TEXTS;

/** A code, and behind it which of its texts. */
export type FindingKey = {
  [Code in keyof Texts]: `${Code} ${keyof Texts[Code] & string}`;
}[keyof Texts];

type TextOf<Key> = Key extends `${infer Code extends keyof Texts} ${infer Name}`
  ? Name extends keyof Texts[Code]
    ? Texts[Code][Name] & string
    : never
  : never;

/** The values that the text of a finding has places for. */
export type FindingValues<Key extends FindingKey> = TextValues<TextOf<Key>>;
