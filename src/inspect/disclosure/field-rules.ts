import type { TellCode } from "./codes.ts";

/** Names of fields as they stand in files, with what they say. The first that fits counts. */
const FIELDS: readonly (readonly [RegExp, TellCode | ((value: string) => readonly TellCode[])])[] =
  [
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
      /^(?:Info:(?:Author|Company|Manager|SourceModified)|dc:(?:creator|contributor|publisher)|dcterms:creator|Author|file-as)$|XPAuthor|Artist|Owner|By-?line|Writer|(?:^|[: ])(?:author|LastModifiedBy|initial-?creator|creator|manager|company|person|byline|Contact|Credit|Editor|AuthorsPosition|CaptionWriter)\b|CreatorContact|PersonInImage|RegionInfo|user_?name|^calibre:(?:author|user)/i,
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
    [/identifier|dtb:uid/i, (value) => (hasMachine(value) ? ["TEL509"] : ["TEL951"])],
    [
      /^(?:dc:|dcterms:|schema:|rendition:|a11y:|media:|belongs-to-collection|collection-type|group-position|title-type|alternate-script|display-seq|role$|source-of|pageBreakSource|identifier-type|meta-auth|cover$|calibre:(?:series|title_sort|rating)|Info:(?:Title|Subject|Keywords|Trapped)|catalog:|xmp:(?:Rating|Label)|pdf:(?:Keywords|Trapped|PDFVersion)|pdfuaid:|pdfaid:|pdfx?id:|dtb:|ibooks:|meta:(?:viewport|charset|description|keywords|title|color-scheme)|PNG:Title|se:)/i,
      "TEL951",
    ],
    [
      /^(?:EXIF|JFIF|ICC|PNGFILE|GIF|RIFF|FILE|MPF):(?!UserComment|ImageDescription|XP)|^(?:tiff|exif|aux|crs|exifEX|photoshop):/,
      "TEL953",
    ],
  ];

/**
 * What a field of metadata means. A path or an address of a person in the value is told as well,
 * whatever the field.
 *
 * @param field its name, with the name of its place where that has one (`Info:Author`, `EXIF:Make`).
 */
export function classifyField(field: string, value: string): readonly TellCode[] {
  const found = FIELDS.find(([pattern]) => pattern.test(field))?.[1] ?? "TEL952";
  const codes = typeof found === "string" ? [found] : found(value);
  return [...new Set([...codes, ...classifyText(value)])];
}

/** What any text tells that is not meant to be read: folders with a user's name, mail addresses. */
export function classifyText(value: string): readonly TellCode[] {
  const text = value.slice(0, 10_000);
  const codes: TellCode[] = [];
  if (HOME.test(text)) codes.push("TEL103");
  if (MAIL.test(text)) codes.push("TEL104");
  return codes;
}

const HOME =
  /(?:(?<![A-Za-z0-9._-])\/(?:home|Users|media)\/|[A-Za-z]:\\+(?:Users|Documents and Settings)\\+|[A-Za-z]:(?:\/|%5C)Users(?:\/|%5C)|\/run\/user\/|\\\\[A-Za-z0-9_-]+\\)[^\s/\\"']/;
const MAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,4}/;

/** A program's name alone says little; its version and system single out a machine. */
function classifyProgram(value: string): readonly TellCode[] {
  return [/\d/.test(value) ? "TEL503" : "TEL504"];
}

/** Histories hold programs, times and numbers of documents in one text. */
function classifyHistory(value: string): readonly TellCode[] {
  return hasMachine(value) ? ["TEL406", "TEL509"] : ["TEL406"];
}

/** Contributors of the kind `calibre (7.4) [address]` are programs. */
function classifyName(value: string): readonly TellCode[] {
  if (/^(?:calibre|sigil|pandoc|prince|vellum)\b/i.test(value)) return classifyProgram(value);
  return ["TEL101"];
}

function classifyFileName(value: string): readonly TellCode[] {
  return HOME.test(value) ? [] : ["TEL952"];
}

/** Dates of PDF (ISO 32000-1 §7.9.4), of EXIF, of the web (RFC 3339) and of XMP. */
const DATE =
  /^(?:D:)?(\d{4})[-:]?(\d\d)?[-:]?(\d\d)?(?:[T ]?(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?)?\s*(Z|[+-]\d\d[:']?(?:\d\d)?'?)?/;

function classifyDate(value: string): readonly TellCode[] {
  const [all, , , , hours, minutes, seconds, zone] = DATE.exec(value.trim()) ?? [];
  // IPTC has times without a day; other fields of such a name are lengths and shares.
  if (all === undefined) return /\d{6}[+-](?!0000)\d{4}$/.test(value) ? ["TEL003"] : ["TEL951"];
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

/** Profiles that come with every system say nothing. */
function isCommonProfile(name: string): boolean {
  return /srgb|^Google\/Skia\/|display p3|^sP3C|adobe ?rgb|^c2$|gr[ae]y|prophoto|rec\.? ?(?:709|2020)|swop|fogra|generic|cmyk|iso ?coated|dot gain/i.test(
    name,
  );
}
