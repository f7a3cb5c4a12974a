/** Who can tell: a program, a person, or nobody (the protocol keeps the number and has no test). */
export type Judge = "machine" | "human" | "nobody";
/** Whether our rules look at it: all of it, some of it, or not. */
export type Coverage = "yes" | "partly" | "no";

/** A way in which a file can fail PDF/UA-1, in our own words. */
export interface FailureCondition {
  /** Number in the Matterhorn Protocol 1.1 (PDF Association, 2021). */
  readonly id: string;
  readonly judge: Judge;
  readonly coverage: Coverage;
  readonly what: string;
}

const CONDITIONS_AS_TEXT = `
01-001 human   no      decoration is tagged as if it were content
01-002 human   no      content is marked as decoration
01-003 machine yes     an artifact stands within tagged content
01-004 machine yes     tagged content stands within an artifact
01-005 machine yes     content is neither tagged nor marked as an artifact
01-006 human   no      a tag's type or attributes do not suit its content
01-007 machine yes     the file says that its tags are doubtful (Suspects)
02-001 machine yes     a type of tag is mapped to no standard type
02-002 human   no      a type of tag is mapped to one of another meaning
02-003 machine yes     the map of types runs in a circle
02-004 machine yes     a standard type is mapped to another
03-001 human   no      an action makes the page flicker
03-002 human   no      a film or animation flickers
03-003 human   no      a script makes the page flicker
04-001 human   no      colour, contrast or layout alone carries meaning
05-001 human   no      sound in a media annotation is told in no other way
05-002 human   no      sound in an audio annotation is told in no other way
05-003 human   no      a script beeps and tells in no other way
06-001 machine yes     there is no metadata packet (XMP)
06-002 machine yes     the metadata does not say that the file keeps PDF/UA
06-003 machine yes     the metadata has no title (dc:title)
06-004 human   no      the title does not name the document
07-001 machine yes     the window is not told to show the title
07-002 machine yes     the window is told to show the file's name, not the title
08-001 human   no      text recognised from a picture has grave mistakes
08-002 human   no      text recognised from a picture is not tagged
09-001 human   no      the tags are not in the order of reading
09-002 human   no      tags are nested in a way that makes no sense
09-003 human   no      a tag's type does not suit it
09-004 machine yes     parts of a table are nested wrongly
09-005 machine yes     parts of a list are nested wrongly
09-006 machine yes     parts of a table of contents are nested wrongly
09-007 machine yes     parts of a ruby are nested wrongly
09-008 machine yes     parts of a warichu are nested wrongly
10-001 machine yes     a character cannot be turned into text
11-001 machine yes     the language of text cannot be known
11-002 machine yes     the language of an alternative text cannot be known
11-003 machine yes     the language of bookmarks cannot be known
11-004 machine yes     the language of an annotation's description cannot be known
11-005 machine yes     the language of a form field's description cannot be known
11-006 machine yes     the language of the metadata cannot be known
11-007 human   no      the language is not the right one
12-001 human   no      a stretched character is not told as what it is
13-001 human   no      a picture is not tagged as a figure
13-002 human   no      a link's picture is not described
13-003 human   no      a caption is not tagged as one
13-004 machine yes     a figure has no alternative text
13-005 human   no      a figure has replacement text where a description is needed
13-006 human   no      parts of one picture are tagged apart
13-007 human   no      something more accessible is not used
13-008 human   no      a figure that is read as text has no replacement text
14-001 human   no      headings are not tagged
14-002 machine yes     the first heading is not of level 1
14-003 machine yes     a level of heading is skipped
14-004 human   no      types of headings are not numbered with digits
14-005 human   no      a heading of level 7 or deeper is not tagged so
14-006 machine yes     an element has more than one heading without number (H)
14-007 machine yes     headings with number and without stand in one file
15-001 human   no      the head of a row is not tagged as one
15-002 human   no      the head of a column is not tagged as one
15-003 machine yes     a table's head cell does not say what it is the head of
15-004 human   no      something that is no table is tagged as one
15-005 human   no      the head of a cell cannot be told
16-001 human   no      a numbered list does not say that it is numbered
16-002 human   no      a numbered list names the wrong kind of numbers
16-003 human   no      a list is not tagged as one
17-001 human   no      mathematics is not tagged as a formula
17-002 machine yes     a formula has no alternative text
17-003 machine no      signs of a formula cannot be turned into text
18-001 human   no      running heads and feet are not marked as artifacts
18-002 human   no      running heads and feet do not say which they are
19-001 human   no      a note is not tagged as one
19-002 human   no      a reference is not tagged as one
19-003 machine yes     a note has no ID
19-004 machine yes     two notes have one ID
20-001 machine yes     a choice of layers has no name
20-002 machine yes     the first choice of layers has no name
20-003 machine yes     layers switch by themselves (AS)
21-001 machine yes     an embedded file has no name
22-001 human   no      article threads are not in the order of reading
23-001 nobody  no      digital signatures: no test of their own
24-001 human   no      a form on paper is not tagged as one
25-001 machine yes     a form is drawn while it is read (dynamic XFA)
26-001 machine yes     the file is locked and does not say what is allowed
26-002 machine yes     the file's lock keeps out screen readers
27-001 nobody  no      navigation: no test of its own
28-001 human   no      an annotation is not in the order of reading
28-002 machine yes     an annotation is not in an Annot tag
28-003 human   no      an annotation for looks is not tagged as what it is
28-004 machine yes     an annotation has no description
28-005 machine yes     a form field has no description
28-006 machine yes     an annotation of unknown kind is not described
28-007 machine yes     there is a trap network annotation
28-008 machine yes     a page with annotations has no order for the Tab key
28-009 machine yes     the Tab key does not follow the tags
28-010 machine yes     a form field is not in a Form tag
28-011 machine yes     a link is not in a Link tag
28-012 machine yes     a link has no description
28-013 human   no      an image map has no other way
28-014 machine yes     a media clip does not say its kind
28-015 machine yes     a media clip has no alternative text
28-016 machine yes     an attached file has no name
28-017 machine yes     a printer's mark is tagged
28-018 machine no      a printer's mark is drawn outside an artifact
29-001 human   no      a script needs keys to be pressed in time
30-001 machine yes     a page of another file is drawn
30-002 machine yes     a form with tagged content is drawn more than once
31-001 machine partly  a font and its table of codes are for different registries
31-002 machine partly  a font and its table of codes are for different orderings
31-003 machine partly  a font is older than its table of codes
31-004 machine yes     a font's map of glyphs is neither a table nor Identity
31-005 machine yes     a font has no map of glyphs
31-006 machine yes     a table of codes is neither a known one nor embedded
31-007 machine yes     a table of codes contradicts itself about its direction
31-008 machine yes     a table of codes needs one that is not known
31-009 machine yes     a font is not embedded
31-010 human   no      a font may not be embedded
31-011 machine partly  an embedded font lacks glyphs that are used
31-012 machine no      the list of a Type 1 font's glyphs lacks some
31-013 machine no      the list of a Type 1 font's glyphs names too many
31-014 machine no      the list of a CID font's glyphs lacks some
31-015 machine no      the list of a CID font's glyphs names too many
31-016 machine partly  widths in the file and in the font differ
31-017 machine yes     a TrueType font has no table for its characters
31-018 machine no      a TrueType font's tables lack a character
31-019 machine yes     a TrueType font has no encoding
31-020 machine yes     a TrueType font's encoding has no base
31-021 machine yes     a TrueType font's encoding is not one of the two allowed
31-022 machine no      a TrueType font names unknown characters
31-023 machine yes     a TrueType font names characters and has no Unicode table
31-024 machine yes     a symbol font has an encoding
31-025 machine yes     a symbol font has no table of characters
31-026 machine yes     a symbol font has several tables and none for symbols
31-027 machine partly  a font does not say which text its characters are
31-028 machine yes     a character is said to be U+0000
31-029 machine yes     a character is said to be U+FEFF or U+FFFE
31-030 machine partly  the box for a missing character is drawn
`;

/** All 137 conditions. 87 can be judged by a program, 48 by a person, and two have no test. */
export const CONDITIONS: readonly FailureCondition[] = CONDITIONS_AS_TEXT.trim()
  .split("\n")
  .map((line) => {
    const [id = "", judge = "", coverage = "", ...words] = line.split(/ +/);
    return { id, judge: judge as Judge, coverage: coverage as Coverage, what: words.join(" ") };
  });

/** What a report of ours must say of itself. */
export interface CoverageFact {
  readonly protocol: "Matterhorn Protocol 1.1";
  readonly machine: number;
  readonly lookedAt: number;
  readonly partly: readonly string[];
  readonly notLookedAt: readonly string[];
  /** How many conditions only a person can judge. */
  readonly human: number;
}

export function summariseCoverage(): CoverageFact {
  const machine = CONDITIONS.filter(({ judge }) => judge === "machine");
  const idsOf = (coverage: Coverage) =>
    machine.filter((one) => one.coverage === coverage).map(({ id }) => id);
  const notLookedAt = idsOf("no");
  return {
    protocol: "Matterhorn Protocol 1.1",
    machine: machine.length,
    lookedAt: machine.length - notLookedAt.length,
    partly: idsOf("partly"),
    notLookedAt,
    human: CONDITIONS.filter(({ judge }) => judge === "human").length,
  };
}
