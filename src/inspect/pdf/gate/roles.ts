/**
 * What each kind of dictionary may have in it, by the tables of ISO 32000-1. A line is a role and its
 * keys; `Key=Role` says what a key leads to, a key alone holds plain values: numbers, names, texts and
 * lists of these. `~` before a role: it is a stream; `?`: it may be one. A role whose name goes on
 * behind a dot is chosen by an entry (`BY`). `+Role` has the keys of another; `*` is told elsewhere, and not looked into here.
 *
 * Left out is whatever fetches, runs, hides, or belongs to one program alone: what is not in this
 * table is told as not searched.
 */
const TABLE = `
Trailer: Size Prev Root=Catalog Encrypt Info=Map: ID XRefStm DocChecksum Type Index W Length Filter DecodeParms=Packing
Catalog: Type Version Extensions=Map:Extension Pages=Tree PageLabels=Tree:PageLabel Names=Names Dests=Map:Dest ViewerPreferences=ViewerPreferences PageLayout PageMode Outlines=Outline OpenAction=Start AcroForm=AcroForm Metadata=Metadata StructTreeRoot=Element MarkInfo=MarkInfo Lang OutputIntents=OutputIntent OCProperties=Layers AF=Filespec
Extension: Type BaseVersion ExtensionLevel
Names: Dests=Tree:Dest EmbeddedFiles=Tree:Filespec JavaScript=Tree:Action
Tree.Pages: Type Parent=Tree Kids=Tree Count Resources=Resources MediaBox CropBox Rotate
Tree.Page: Type Parent=Tree Resources=Resources MediaBox CropBox BleedBox TrimBox ArtBox Contents=Content Rotate Group=Group Dur Trans=Transition Annots=Annot Metadata=Metadata StructParents Tabs UserUnit AF=Filespec
Transition: Type S D Dm M Di SS B
~Content:
Packing: Predictor Colors BitsPerComponent Columns EarlyChange K Rows BlackIs1 EncodedByteAlign EndOfLine EndOfBlock DamagedRowsBeforeError JBIG2Globals=Data ColorTransform
Group: Type S CS=Colours I K
Resources: ExtGState=Map:State ColorSpace=Map:Colours Pattern=Map:Pattern Shading=Map:Shading XObject=Map:XObject Font=Map:Font ProcSet Properties=Map:Properties Encoding=Map:Encoding
Properties.OCG: +Layer.OCG
Properties.OCMD: +Layer.OCMD
Properties.Mark: Type MCID Lang ActualText Alt E Subtype BBox Attached
~Colours.Icc: N Alternate=Colours Range Metadata=Metadata
~Colours.Lookup:
Colours.Cal: WhitePoint BlackPoint Gamma Matrix Range
Colours.Names: Subtype Colorants=Map:Colours Process=Process MixingHints=Hints
Process: ColorSpace=Colours Components
Hints: Solidities PrintingOrder
State: Type LW LC LJ ML D RI OP op OPM Font=Font BG2 UCR2 TR2 TR HT FL SM SA BM SMask=SoftMask CA ca AIS TK
SoftMask: Type S G=XObject BC TR=Function
~XObject.Image: Type Subtype Width Height ColorSpace=Colours BitsPerComponent Intent ImageMask Mask=XObject Decode Interpolate SMask=XObject SMaskInData Name StructParent ID Metadata=Metadata OC=Layer Matte ColorTransform
~XObject.Form: Type Subtype FormType BBox Matrix Resources=Resources Group=Group Metadata=Metadata StructParent StructParents OC=Layer Name
~Pattern.1: Type PatternType PaintType TilingType BBox XStep YStep Resources=Resources Matrix
Pattern.2: Type PatternType Shading=Shading Matrix ExtGState=State
?Shading: ShadingType ColorSpace=Colours Background BBox AntiAlias Function=Function Domain Matrix Coords Extend BitsPerCoordinate BitsPerComponent BitsPerFlag Decode VerticesPerRow
~Function.0: FunctionType Domain Range Size BitsPerSample Order Encode Decode
Function.2: FunctionType Domain Range C0 C1 N
Function.3: FunctionType Domain Range Functions=Function Bounds Encode
~Function.4: FunctionType Domain Range
Font.Type1: Type Subtype Name BaseFont FirstChar LastChar Widths FontDescriptor=Descriptor Encoding=Encoding ToUnicode=CMap
Font.MMType1: +Font.Type1
Font.TrueType: +Font.Type1
Font.Type3: +Font.Type1 FontBBox FontMatrix CharProcs=Map:Glyph Resources=Resources
Font.Type0: Type Subtype Name BaseFont Encoding=CMap DescendantFonts=Font ToUnicode=CMap
Font.CIDFontType0: Type Subtype BaseFont CIDSystemInfo=Characters FontDescriptor=Descriptor DW W DW2 W2 CIDToGIDMap=Data
Font.CIDFontType2: +Font.CIDFontType0
~Glyph:
Descriptor: Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth FontFile=FontFile FontFile2=FontFile FontFile3=FontFile CharSet CIDSet=Data Style=Style Lang
Style: Panose
~FontFile: Length1 Length2 Length3 Subtype Metadata=Metadata
~Data:
Encoding: Type BaseEncoding Differences
~CMap: Type CMapName CIDSystemInfo=Characters WMode UseCMap=CMap
Characters: Registry Ordering Supplement
Element.StructTreeRoot: Type K=Element IDTree=Tree:Element ParentTree=Tree:Element ParentTreeNextKey RoleMap=Map: ClassMap=Map:Attributes
Element.StructElem: Type S P=Element ID Pg=Tree K=Element A=Attributes C R T Lang Alt E ActualText
Element.MCR: Type Pg=Tree Stm=XObject StmOwn=Owner MCID
Element.OBJR: Type Pg=Tree Obj=Owner
Attributes.Layout: O Placement WritingMode BackgroundColor BorderColor BorderStyle BorderThickness Padding Color SpaceBefore SpaceAfter StartIndent EndIndent TextIndent TextAlign BBox Width Height BlockAlign InlineAlign TBorderStyle TPadding LineHeight BaselineShift TextDecorationColor TextDecorationThickness TextDecorationType RubyAlign RubyPosition GlyphOrientationVertical ColumnCount ColumnGap ColumnWidths
Attributes.List: O ListNumbering ContinuedList ContinuedFrom
Attributes.PrintField: O Role checked Checked Desc
Attributes.Table: O RowSpan ColSpan Headers Scope Summary Short
Outline: Type Title Parent=Outline Prev=Outline Next=Outline First=Outline Last=Outline Count Dest=Dest A=Action SE=Element C F
PageLabel: Type S P St
ViewerPreferences: HideToolbar HideMenubar HideWindowUI FitWindow CenterWindow DisplayDocTitle NonFullScreenPageMode Direction ViewArea ViewClip PrintArea PrintClip PrintScaling Duplex PickTrayByPDFSize PrintPageRange NumCopies
MarkInfo: Type Marked UserProperties Suspects
~Metadata: Type Subtype
OutputIntent: Type S OutputCondition OutputConditionIdentifier RegistryName Info DestOutputProfile=Colours
Filespec: Type FS F UF ID EF=Map:EmbeddedFile Desc AFRelationship
~EmbeddedFile: Type Subtype Params=FileParameters
FileParameters: Size CreationDate ModDate CheckSum
Layers: OCGs=Layer D=LayerChoice
LayerChoice: Name Creator BaseState ON=Layer OFF=Layer Intent AS Order=Layer ListMode RBGroups=Layer Locked=Layer
Layer.OCG: Type Name Intent
Layer.OCMD: Type OCGs=Layer P
Mark: Type Subtype Rect Contents P=Tree NM M F AP=Looks AS Border C StructParent OC=Layer Lang BM ca BS=Border
Remark: +Mark T Popup=Annot CA RC CreationDate IRT=Annot Subj RT IT
Border: Type W S D
Effect: S I
Looks: N=Look R=Look D=Look
Annot.Link: +Mark A=Action Dest=Dest H QuadPoints T
Annot.Text: +Remark Open Name State StateModel
Annot.FreeText: +Remark DA Q DS CL BE=Effect RD LE
Annot.Line: +Remark L LE IC LL LLE Cap LLO CP CO
Annot.Square: +Remark IC BE=Effect RD
Annot.Circle: +Annot.Square
Annot.Polygon: +Remark Vertices LE IC BE=Effect
Annot.PolyLine: +Annot.Polygon
Annot.Highlight: +Remark QuadPoints
Annot.Underline: +Annot.Highlight
Annot.Squiggly: +Annot.Highlight
Annot.StrikeOut: +Annot.Highlight
Annot.Stamp: +Remark Name
Annot.Caret: +Remark RD Sy
Annot.Ink: +Remark InkList
Annot.Popup: +Mark Parent=Annot Open
Annot.FileAttachment: +Remark FS=Filespec Name
Annot.Widget: +Mark +Field.Field H MK=Icons A=Action
Field.Field: FT Parent=Field Kids=Field T TU TM Ff V DV RV DA Q DS MaxLen Opt TI I
Field.Widget: +Annot.Widget
Icons: R BC BG CA RC AC I=XObject RI=XObject IX=XObject IF=IconFit TP
IconFit: SW S A FB
AcroForm: Fields=Field NeedAppearances SigFlags CO=Field DR=Resources DA Q
Action.GoTo: Type S D=Dest
Action.URI: Type S URI
Action.Named: Type S N
Action.JavaScript: *
Action.Launch: *
Action.SubmitForm: *
Action.ImportData: *
Action.GoToR: *
Action.GoToE: *
Action.Thread: *
Dest.To: D=Dest
`;

/** By which entry a role's name goes on, and how where the entry is missing. */
export const BY: Readonly<Record<string, readonly [key: string, missing?: string]>> = {
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
  /** What keys lead to; empty for plain values. */
  readonly keys: ReadonlyMap<string, string>;
  readonly takesAny: boolean;
}

/** What stands in the dictionary of every stream (ISO 32000-1 table 5), but for data that lie elsewhere. */
const OF_STREAMS = ["Length", "Filter", "DecodeParms=Packing", "DL"];

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
  const roles = new Map<string, Role>();
  for (const [name, [head = ""]] of lines) {
    const words = keysOf(name);
    const stream = head[0] === "~" ? "always" : head[0] === "?" ? "maybe" : "never";
    const own = stream === "never" ? words : [...words, ...OF_STREAMS];
    const keys = new Map(
      own.map((word): [string, string] => {
        const [key = "", leads = ""] = word.split("=");
        return [key, leads];
      }),
    );
    roles.set(name, { name, stream, keys, takesAny: words.includes("*") });
  }
  return roles;
}
