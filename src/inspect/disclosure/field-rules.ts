import { PRIVACY_RULES, type PrivacyCode } from "./privacy-rules.ts";

/** A number or some, with a unit; a length of time; yes and no. */
const MEASURE =
  /^(?:f\/)?(?:[-+]?\d{1,12}(?:[.,/:]\d{1,12}){0,3}[ ,;x]{0,2}){1,6}(?:mm|cm|m|s|sec|px|dpi|%|EV|bytes)?$|^P(?:\d{1,4}[YMWD]){0,4}(?:T(?:\d{1,4}[HMS]){1,3})?$|^(?:true|false|yes|no)$/i;

/** Names of fields as they stand in files, with what they say. The first that fits counts. */
const FIELDS: readonly (readonly [
  RegExp,
  PrivacyCode | ((value: string) => readonly PrivacyCode[]),
])[] = [
  [/gps|latitude|longitude|altitude/i, "TEL001"],
  [/OffsetTime|TimeZoneOffset|time ?zone/i, (value) => (isUtc(value) ? [] : ["TEL003"])],
  [
    /(?:^|[: /])(?:sub-?)?(?:city|country|state|province|location|CountryCode|CountryName|ProvinceState)\b|Location(?:Created|Shown|Name)/i,
    "TEL002",
  ],
  [/serial|ImageUniqueID|CameraID|UniqueCameraModel|DeviceID|^svg:absref$/i, "TEL502"],
  [
    /(?:^|[: ])(?:Make|Model|LensModel|LensMake|Lens|HostComputer|MakerNote|UniqueModel)$/i,
    "TEL501",
  ],
  [/^(?:Info:(?:Creator|Producer)|pdf:Producer|meta:generator)$/i, classifyProgram],
  [
    /CreatorTool|software|generator|Originating ?Program|ProgramVersion|Program ?Name|AppVersion|(?:^|:)Application$|history.*agent|inkscape:version|sodipodi:version|Sigil version|Version of program|ProcessingSoftware|Encoder|^Info:PTEX/i,
    classifyProgram,
  ],
  [
    /^(?:xmpMM:(?:DocumentID|InstanceID|OriginalDocumentID|DerivedFrom|History|Ingredients|Manifest|VersionID|RenditionClass)|photoshop:(?:DocumentAncestors|InstanceID))/i,
    classifyHistory,
  ],
  [/(?:modified|saved|created|printed|refreshed)[- ]?by|AuthorEmail|EmailSubject/i, classifyName],
  // Who knows the number of a Microsoft tenant can ask whose it is.
  [/siteId|tenantId|_SiteId$/i, "TEL108"],
  [/ReviewCycleID|^custom:ICV$/i, "TEL406"],
  [/TotalTime$|editing-(?:duration|cycles)$|(?:^|:)revision$/i, "TEL604"],
  [/date|time|modified|created|printed|modd|:modify|timestamp/i, classifyDate],
  [
    /^(?:Info:(?:Author|Company|Manager|SourceModified)|dc:(?:creator|contributor|publisher)|dcterms:creator|Author|file-as)$|XPAuthor|Artist|Owner|By-?line|Writer|(?:^|[: ])(?:author|LastModifiedBy|initial-?creator|creator|manager|company|person|byline|Contact|Credit|Editor|narrator|AuthorsPosition|CaptionWriter)\b|CreatorContact|PersonInImage|RegionInfo|user_?name|^calibre:(?:author|user)/i,
    classifyName,
  ],
  [/copyright|dc:rights|dcterms:(?:rights|license)|xmpRights|UsageTerms|WebStatement/i, "TEL105"],
  [
    /ICC Description|ICCProfile|ColorProfile|Profile ?Name/i,
    (value) => [isCommonProfile(value) ? "TEL506" : "TEL505"],
  ],
  [
    /docname|filename|docPath|absPath|absref|templat|source ?file|FilePath|export-/i,
    classifyFileName,
  ],
  [/identifier|dtb:uid/i, classifyIdentifier],
  [
    /^(?:dc:|dcterms:|schema:|rendition:|a11y:|media:|belongs-to-collection|collection-type|group-position|title-type|alternate-script|display-seq|role$|source-of|pageBreakSource|identifier-type|meta-auth|cover$|calibre:(?:series|title_sort|rating)|Info:(?:Title|Subject|Keywords|Trapped)|catalog:|xmp:(?:Rating|Label)|pdf:(?:Keywords|Trapped|PDFVersion)|pdfuaid:|pdfaid:|pdfx?id:|dtb:|ibooks:|meta:(?:viewport|charset|description|keywords|title|color-scheme)|PNG:Title|se:)/i,
    "TEL951",
  ],
  [
    /^(?:EXIF|JFIF|ICC|PNGFILE|GIF|RIFF|FILE|MPF):(?!UserComment|ImageDescription|XP)|^(?:tiff|exif|aux|crs|exifEX|photoshop):/,
    "TEL953",
  ],
];

const LANGUAGE = /^(?:[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-[a-z0-9]{5,8}){0,2})?$/i;
const VERSION = /^\d{1,4}(?:\.\d{1,4}){0,3}$/;
/** What stands in fields that are harmless only so: names, and the whole of a value. */
const FORMS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:dc:language|dcterms:language|catalog:Lang)$/i, LANGUAGE],
  [/^dc(?:terms)?:format$/i, /^[a-z]{1,20}\/[\w.+-]{1,60}$/],
  [/^(?:Info|pdf):Trapped$/i, /^\/?(?:true|false|unknown)$/i],
  [/^pdf[aux]*id:|^pdf:PDFVersion$/i, /^(?:[ABU]|[12]\.\d|\d{1,4}|PDF\/(?:X|VT)[-\w:]{1,12})$/],
  [
    /^(?:xmp:Rating|group-position|display-seq|calibre:(?:rating|series_index)|dtb:(?:depth|total|max)\w*)$/i,
    VERSION,
  ],
  [
    /^rendition:/i,
    /^(?:reflowable|pre-paginated|auto|landscape|portrait|none|both|spread|scrolled-(?:doc|continuous)|paginated|width=\d{1,5}, *height=\d{1,5})$/,
  ],
  [/^role$/i, /^[a-z]{3}$/],
  [
    /^(?:title|collection)-type$/,
    /^(?:main|subtitle|short|collection|edition|expanded|series|set)$/,
  ],
  [/^ibooks:/i, /^(?:true|false|\d{1,4}(?:\.\d{1,4}){0,3})$/],
  [/^meta:charset$/i, /^[\w-]{3,20}$/],
  [/^meta:color-scheme$/i, /^(?:(?:light|dark|normal|only) ?){1,3}$/],
  [
    /^meta:viewport$/i,
    /^(?:[a-z-]{5,20} *= *(?:[\d.]{1,6}|device-width|device-height|yes|no|cover)[,; ]*){1,8}$/,
  ],
  [/^cover$/i, /^[\w.-]{1,60}$/],
  [/^(?:tiff|exif|aux|crs|exifEX|photoshop):/, MEASURE],
];

/**
 * What a field of metadata means. A path or an address of a person in the value is told as well,
 * whatever the field.
 *
 * @param field its name, with the name of its place where that has one (`Info:Author`, `EXIF:Make`).
 */
export function classifyField(field: string, value: string): readonly PrivacyCode[] {
  const rule = FIELDS.find(([pattern]) => pattern.test(field))?.[1] ?? "TEL952";
  const codes = typeof rule === "string" ? [rule] : rule(value);
  const form = FORMS.find(([pattern]) => pattern.test(field))?.[1];
  const isOdd = form?.test(value.trim()) === false;
  const judged = codes.map((code) =>
    isOdd && PRIVACY_RULES[code].level === "harmless" ? "TEL952" : code,
  );
  return [...new Set([...judged, ...classifyText(value)])];
}

/** What any text tells that is not meant to be read: folders with a user's name, mail addresses. */
export function classifyText(value: string): readonly PrivacyCode[] {
  const text = value.slice(0, 10_000);
  const codes: PrivacyCode[] = [];
  if (HOME.test(text)) codes.push("TEL103");
  if (MAIL.test(text)) codes.push("TEL104");
  return codes;
}

const HOME =
  /(?:(?<![A-Za-z0-9._-])\/(?:home|Users|media)\/|[A-Za-z]:\\+(?:Users|Documents and Settings)\\+|[A-Za-z]:(?:\/|%5C)Users(?:\/|%5C)|\/run\/user\/|\\\\[A-Za-z0-9_-]+\\)[^\s/\\"']/;
const MAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,4}/;

/** Programs of which the name alone says little; a version and a system single out a machine. */
const PROGRAM =
  /^(?:(?:handpress|calibre|sigil|pandoc|prince|vellum|libreoffice|openoffice(?:\.org)?|writer|impress|calc|draw|microsoft|®|office|word|excel|powerpoint|publisher|for|adobe|photoshop|illustrator|indesign|acrobat|distiller|lightroom|pdf|library|gimp|inkscape|(?:www\.)?inkscape\.org|krita|scribus|canva|figma|google|docs|picasa|pages|preview|keynote|quartz|pdfcontext|latex|with|hyperref|tex|pdftex|xetex|luatex|lualatex|ghostscript|skia\/pdf|chromium|chrome|firefox|safari|imagemagick|exiftool|matplotlib|sketch|web|browser)(?:[ ,]+|$)){1,8}$/i;

function classifyProgram(value: string): readonly PrivacyCode[] {
  return [PROGRAM.test(value.trim()) ? "TEL504" : "TEL503"];
}

/** Numbers of books by their schemes; any other can be a name. */
const IDENTIFIER =
  /^(?:(?:urn:)?(?:uuid:)?\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?|(?:urn:)?(?:isbn|issn|e?isbn)?:?[ -]?[\dX -]{8,17}|(?:doi:|info:doi\/)?10\.\d{4,9}\/[\w.()/:-]{1,80}|(?:https?:\/\/|urn:|tag:)[\w.,/:#?=&%~@+-]{3,300})$/i;

function classifyIdentifier(value: string): readonly PrivacyCode[] {
  if (hasMachine(value)) return ["TEL509"];
  return [IDENTIFIER.test(value.trim()) ? "TEL951" : "TEL952"];
}

/** Histories hold programs, times and numbers of documents in one text. */
function classifyHistory(value: string): readonly PrivacyCode[] {
  return hasMachine(value) ? ["TEL406", "TEL509"] : ["TEL406"];
}

/** Contributors of the kind `calibre (7.4) [address]` are programs. */
function classifyName(value: string): readonly PrivacyCode[] {
  if (/^(?:calibre|sigil|pandoc|prince|vellum)\b/i.test(value)) return classifyProgram(value);
  return ["TEL101"];
}

function classifyFileName(value: string): readonly PrivacyCode[] {
  return HOME.test(value) ? [] : ["TEL952"];
}

/** Dates of PDF (ISO 32000-1 §7.9.4), of EXIF, of the web (RFC 3339) and of XMP. */
const DATE =
  /^(?:D:)?(\d{4})[-:]?(\d\d)?[-:]?(\d\d)?(?:[T ]?(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?)?\s*(Z|UTC|[+-]\d\d[:']?(?:\d\d)?'?)?$/;

function classifyDate(value: string): readonly PrivacyCode[] {
  const [all, , , , hours, minutes, seconds, zone] = DATE.exec(value.trim()) ?? [];
  // IPTC has times without a day; other fields of such a name are lengths and shares.
  if (all === undefined && /\d{6}[+-](?!0000)\d{4}$/.test(value)) return ["TEL003"];
  if (all === undefined) return [MEASURE.test(value.trim()) ? "TEL951" : "TEL952"];
  // A day without time is often written as its first moment.
  const isExact = hours !== undefined && `${hours}${minutes}${seconds ?? "00"}` !== "000000";
  const hasZone = zone !== undefined && !isUtc(zone);
  return [isExact ? "TEL601" : "TEL602", ...(hasZone ? (["TEL003"] as const) : [])];
}

function isUtc(zone: string): boolean {
  return /^(?:Z|UTC|GMT|[+-]00:?'?0?0?'?|0)$/i.test(zone.trim());
}

/** A UUID of version 1 ends with the network address of the machine (RFC 9562 §5.1). */
function hasMachine(value: string): boolean {
  const node =
    /[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-([0-9a-f]{2})[0-9a-f]{10}/i.exec(
      value,
    )?.[1];
  // The lowest bit of its first byte says that it was drawn by lot (§6.10).
  return node !== undefined && Number.parseInt(node, 16) % 2 === 0;
}

/** Words of the names of profiles that come with systems, which say nothing. */
const PROFILE_WORDS =
  /^(?:(?:srgb|iec\s?61966-2[.-]1|display|image|p3|dci|adobe|apple|rgb|\(?1998\)?|gr[ae]y(?:scale)?|gamma|\d(?:\.\d)?|generic|profile|icc|photoshop|colou?r|space|lcd|built-in|dot|gain|\d\d%|coated|uncoated|fogra\d\d|iso|u\.s\.|us|web|sheetfed|\(?swop\)?|v[24]|prophoto|rec\.?|itu-r|bt\.?|709|2020|cmyk|c2|sp3c|unknown|google\/skia\/[0-9a-f]{32})(?:[\s_,-]+|$)){1,8}$/i;

function isCommonProfile(name: string): boolean {
  return PROFILE_WORDS.test(name.trim());
}
