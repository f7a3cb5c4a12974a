/**
 * What each kind of dictionary may have in it, by the tables of ISO 32000-1. A line is a role and its
 * keys; `Key=Role` says what a key leads to, `Key=kind` what plain values it holds (`value-kinds.ts`), a
 * key alone holds what `USUAL` says. `~` before a role: it is a stream; `?`: it may be one. A role whose
 * name goes on behind a dot is chosen by an entry (`BY`). `+Role` has the keys of another; `*` is told
 * elsewhere, and not looked into here.
 *
 * Left out is whatever fetches, runs, hides, or belongs to one program alone: what is not in this
 * table is told as not searched.
 */
export const TABLE = `
?Trailer: Size Prev Root=Catalog Encrypt=any Info=Info ID=sum* XRefStm DocChecksum=hex Type=/XRef Index W=int* Length Filter DecodeParms=Packing
~ObjStm: Type=/ObjStm N=int First=int Extends=ObjStm
Linearized: Linearized=number L=int H=int* O=int E=int N=int T=int P=int
Info: Title Author Subject=text Keywords=text Creator=text Producer=text CreationDate ModDate Trapped=/True/False/Unknown Company=text SourceModified=date PTEX.Fullbanner=text AAPL:Keywords=text*
Catalog: Type=/Catalog Version=version Extensions=Map:Extension Pages=Tree PageLabels=Tree:PageLabel Names=Names Dests=Map:Dest ViewerPreferences=ViewerPreferences PageLayout PageMode Outlines=Outline OpenAction=Start AcroForm=AcroForm Metadata=Metadata StructTreeRoot=Element MarkInfo=MarkInfo Lang OutputIntents=OutputIntent OCProperties=Layers AF=Filespec
Extension: Type=/DeveloperExtensions BaseVersion=version ExtensionLevel=int
Names: Dests=Tree:Dest EmbeddedFiles=Tree:Filespec JavaScript=Tree:Action
Tree.Pages: Type=/Pages Parent=Tree Kids=Tree Count Resources=Resources MediaBox CropBox Rotate
Tree.Page: Type=/Page Parent=Tree Resources=Resources MediaBox CropBox BleedBox TrimBox ArtBox Contents=Content Rotate Group=Group Dur=number Trans=Transition Annots=Annot Metadata=Metadata StructParents Tabs UserUnit=number AF=Filespec
Transition: Type=/Trans S=/Split/Blinds/Box/Wipe/Dissolve/Glitter/R/Fly/Push/Cover/Uncover/Fade D=number Dm=/H/V M=/I/O Di=int|/None SS=number B=bool
~Content:
Packing: Predictor Colors BitsPerComponent Columns EarlyChange K=int Rows BlackIs1=bool EncodedByteAlign=bool EndOfLine=bool EndOfBlock=bool DamagedRowsBeforeError JBIG2Globals=Data ColorTransform
Group: Type=/Group S=/Transparency CS=Colours I=bool K=bool
Resources: ExtGState=Map:State ColorSpace=Map:Colours Pattern=Map:Pattern Shading=Map:Shading XObject=Map:XObject Font=Map:Font ProcSet Properties=Map:Properties Encoding=Map:Encoding
Properties.OCG: +Layer.OCG
Properties.OCMD: +Layer.OCMD
Properties.Mark: Type=/Pagination/Layout/Page/Background MCID Lang ActualText Alt E Subtype=/Header/Footer/Watermark BBox Attached=/Top/Bottom/Left/Right*
~Colours.Icc: N=int Alternate=Colours Range Metadata=Metadata
~Colours.Lookup:
Colours.Cal: WhitePoint BlackPoint Gamma Matrix Range
Colours.Names: Subtype=/DeviceN/NChannel Colorants=Map:Colours Process=Process MixingHints=Hints
Process: ColorSpace=Colours Components=ink*
Hints: Solidities=number* PrintingOrder=ink*
State: Type=/ExtGState LW LC LJ ML=number D RI=intent OP=bool op=bool OPM=int Font=Font BG2=/Default UCR2=/Default TR2=/Default/Identity TR=/Identity HT=/Default FL=number SM=number SA=bool BM SMask=SoftMask CA ca AIS=bool TK=bool
SoftMask: Type=/Mask S=/Alpha/Luminosity G=XObject BC=number* TR=Function
~XObject.Image: Type=/XObject Subtype=/Image Width Height ColorSpace=Colours BitsPerComponent Intent=intent ImageMask=bool Mask=XObject Decode Interpolate=bool SMask=XObject SMaskInData=int Name=resource StructParent ID=id Metadata=Metadata OC=Layer Matte=number* ColorTransform
~XObject.Form: Type=/XObject Subtype=/Form FormType=int BBox Matrix Resources=Resources Group=Group Metadata=Metadata StructParent StructParents OC=Layer Name=resource
~Pattern.1: Type=/Pattern PatternType PaintType=int TilingType=int BBox XStep=number YStep=number Resources=Resources Matrix
Pattern.2: Type=/Pattern PatternType Shading=Shading Matrix ExtGState=State
?Shading: ShadingType=int ColorSpace=Colours Background=number* BBox AntiAlias=bool Function=Function Domain Matrix Coords=number* Extend=bool* BitsPerCoordinate=int BitsPerComponent BitsPerFlag=int Decode VerticesPerRow=int
~Function.0: FunctionType Domain Range Size=int* BitsPerSample=int Order=int Encode=number* Decode
Function.2: FunctionType Domain Range C0=number* C1=number* N=number
Function.3: FunctionType Domain Range Functions=Function Bounds=number* Encode=number*
~Function.4: FunctionType Domain Range
Font.Type1: Type=/Font Subtype=/Type1/MMType1/TrueType/Type3 Name=resource BaseFont FirstChar=int LastChar=int Widths=number* FontDescriptor=Descriptor Encoding=Encoding ToUnicode=CMap
Font.MMType1: +Font.Type1
Font.TrueType: +Font.Type1
Font.Type3: +Font.Type1 FontBBox FontMatrix=number* CharProcs=Map:Glyph Resources=Resources
Font.Type0: Type=/Font Subtype=/Type0 Name=resource BaseFont Encoding=CMap DescendantFonts=Font ToUnicode=CMap
Font.CIDFontType0: Type=/Font Subtype=/CIDFontType0/CIDFontType2 BaseFont CIDSystemInfo=Characters FontDescriptor=Descriptor DW=number W=number* DW2=number* W2=number* CIDToGIDMap=Data
Font.CIDFontType2: +Font.CIDFontType0
~Glyph:
Descriptor: Type=/FontDescriptor FontName=font FontFamily=family FontStretch=/UltraCondensed/ExtraCondensed/Condensed/SemiCondensed/Normal/SemiExpanded/Expanded/ExtraExpanded/UltraExpanded FontWeight=int Flags FontBBox ItalicAngle=number Ascent=number Descent=number Leading=number CapHeight=number XHeight=number StemV=number StemH=number AvgWidth=number MaxWidth=number MissingWidth=number FontFile=FontFile FontFile2=FontFile FontFile3=FontFile CharSet=glyphs CIDSet=Data Style=Style Lang
Style: Panose=panose
~FontFile: Length1=int Length2=int Length3=int Subtype=/Type1C/CIDFontType0C/OpenType Metadata=Metadata
~Data:
Encoding: Type=/Encoding BaseEncoding=encoding Differences=glyph|int*
~CMap: Type=/CMap CMapName=cmap|resource CIDSystemInfo=Characters WMode=int UseCMap=CMap
Characters: Registry=characters Ordering=characters Supplement=int
Element.StructTreeRoot: Type=/StructTreeRoot K=Element IDTree=Tree:Element ParentTree=Tree:Element ParentTreeNextKey=int RoleMap=Map:tag ClassMap=Map:Attributes
Element.StructElem: Type=/StructElem S=tag P=Element ID=id Pg=Tree K=Element A=Attributes C=resource* R=int T=text Lang Alt E ActualText
Element.MCR: Type=/MCR Pg=Tree Stm=XObject StmOwn=Owner MCID
Element.OBJR: Type=/OBJR Pg=Tree Obj=Owner
Attributes.Layout: O=/Layout Placement=/Block/Inline/Before/Start/End WritingMode=/LrTb/RlTb/TbRl BackgroundColor=number* BorderColor=number* BorderStyle=line* BorderThickness=number* Padding=number* Color=number* SpaceBefore=number SpaceAfter=number StartIndent=number EndIndent=number TextIndent=number TextAlign=/Start/Center/End/Justify BBox Width=number|/Auto Height=number|/Auto BlockAlign=/Before/Middle/After/Justify InlineAlign=/Start/Center/End TBorderStyle=line* TPadding=number* LineHeight=number|/Normal/Auto BaselineShift=number TextDecorationColor=number* TextDecorationThickness=number TextDecorationType=/None/Underline/Overline/LineThrough RubyAlign=/Start/Center/End/Justify/Distribute RubyPosition=/Before/After/Warichu/Inline GlyphOrientationVertical=int|/Auto ColumnCount=int ColumnGap=number* ColumnWidths=number*
Attributes.List: O=/List ListNumbering=/None/Disc/Circle/Square/Decimal/UpperRoman/LowerRoman/UpperAlpha/LowerAlpha/Ordered/Unordered/Description ContinuedList=bool ContinuedFrom=id
Attributes.PrintField: O=/PrintField Role=/rb/cb/pb/tv/lb checked=/on/off/neutral Checked=/on/off/neutral Desc=words
Attributes.Table: O=/Table RowSpan=int ColSpan=int Headers=id* Scope=/Row/Column/Both Summary=words Short=words
Outline: Type=/Outlines/Outline Title=words Parent=Outline Prev=Outline Next=Outline First=Outline Last=Outline Count Dest=Dest A=Action SE=Element C=number* F=int
PageLabel: Type=/PageLabel S=/D/R/r/A/a P=label St=int
ViewerPreferences: HideToolbar=bool HideMenubar=bool HideWindowUI=bool FitWindow=bool CenterWindow=bool DisplayDocTitle=bool NonFullScreenPageMode=/UseNone/UseOutlines/UseThumbs/UseOC Direction=/L2R/R2L ViewArea=box ViewClip=box PrintArea=box PrintClip=box PrintScaling=/None/AppDefault Duplex=/Simplex/DuplexFlipShortEdge/DuplexFlipLongEdge PickTrayByPDFSize=bool PrintPageRange=int* NumCopies=int
MarkInfo: Type=/MarkInfo Marked=bool UserProperties=bool Suspects=bool
~Metadata: Type=/Metadata Subtype=/XML
OutputIntent: Type=/OutputIntent S=/GTS_PDFX/GTS_PDFA1/ISO_PDFE1 OutputCondition=profile OutputConditionIdentifier=profile RegistryName=registry Info=profile DestOutputProfile=Colours
Filespec: Type=/Filespec/F FS=/URL F=words UF=words ID=id* EF=Map:EmbeddedFile Desc=words AFRelationship=/Source/Data/Alternative/Supplement/Unspecified
~EmbeddedFile: Type=/EmbeddedFile Subtype=any Params=FileParameters
FileParameters: Size CreationDate ModDate CheckSum=sum
Layers: OCGs=Layer D=LayerChoice
LayerChoice: Name=words Creator=words BaseState=/ON/OFF/Unchanged ON=Layer OFF=Layer Intent=/View/Design/All* AS=any Order=Layer ListMode=/AllPages/VisiblePages RBGroups=Layer Locked=Layer
Layer.OCG: Type=/OCG Name=words Intent=/View/Design/All*
Layer.OCMD: Type=/OCMD OCGs=Layer P=/AllOn/AnyOn/AnyOff/AllOff
Mark: Type=/Annot Subtype=any Rect Contents=words P=Tree NM=id M=date F=int Border=edge* C=number* StructParent OC=Layer Lang BM ca BS=Border
Remark: +Mark Contents AP=Looks AS=look T=text Popup=Annot CA RC=text CreationDate IRT=Annot Subj=text RT=/R/Group IT=any
Border: Type=/Border W=edge S=/S/D/B/I/U D=edge*
Effect: S=/S/C I=number
Looks: N=Look R=Look D=Look
Annot.Link: +Mark A=Action Dest=Dest H QuadPoints T=text
Annot.Text: +Remark Open=bool Name=icon State=text StateModel=text
Annot.FreeText: +Remark DA Q DS=text CL=number* BE=Effect RD LE
Annot.Line: +Remark L=number* LE IC LL=number LLE=number Cap=bool LLO=number CP=/Inline/Top CO=number*
Annot.Square: +Remark IC BE=Effect RD
Annot.Circle: +Annot.Square
Annot.Polygon: +Remark Vertices=number* LE IC BE=Effect
Annot.PolyLine: +Annot.Polygon
Annot.Highlight: +Remark QuadPoints
Annot.Underline: +Annot.Highlight
Annot.Squiggly: +Annot.Highlight
Annot.StrikeOut: +Annot.Highlight
Annot.Stamp: +Remark Name=icon
Annot.Caret: +Remark RD Sy=/P/None
Annot.Ink: +Remark InkList=number*
Annot.Popup: +Mark Parent=Annot Open=bool
Annot.FileAttachment: +Remark FS=Filespec Name=icon
Annot.Widget: +Mark AP=Looks AS=look +Field.Field H MK=Icons A=Action
Field.Field: FT=/Btn/Tx/Ch/Sig Parent=Field Kids=Field T=text TU=text TM=text Ff=int V=any DV=any RV=text DA Q DS=text MaxLen=int Opt=text* TI=int I=int*
Field.Widget: +Annot.Widget
Icons: R=int BC=number* BG=number* CA=text RC=text AC=text I=XObject RI=XObject IX=XObject IF=IconFit TP=int
IconFit: SW=/A/B/S/N S=/A/P A=number* FB=bool
AcroForm: Fields=Field NeedAppearances=bool SigFlags=int CO=Field DR=Resources DA Q
Action.GoTo: Type=/Action S=/GoTo D=Dest
Action.URI: Type=/Action S=/URI URI=text
Action.Named: Type=/Action S=/Named N=any
Action.JavaScript: *
Action.Launch: *
Action.SubmitForm: *
Action.ImportData: *
Action.GoToR: *
Action.GoToE: *
Action.Thread: *
Dest.To: D=Dest
`;
/** What keys hold that mean the same wherever they stand. */
export const USUAL = `
int: Size Prev XRefStm Length Count StructParent StructParents MCID Predictor Colors BitsPerComponent Columns EarlyChange Rows DamagedRowsBeforeError ColorTransform Flags Width Height PatternType FunctionType LC LJ Q DL
int*: Index
number: LW CA ca
number*: Range Domain Decode Matrix WhitePoint BlackPoint Gamma QuadPoints IC RD D
rect: MediaBox CropBox BleedBox TrimBox ArtBox BBox Rect FontBBox
angle: Rotate
bool: OP
text: Title Author Contents ActualText Alt E
lang: Lang
date: CreationDate ModDate
looks: DA
font: BaseFont
filter*: Filter
/SinglePage/OneColumn/TwoColumnLeft/TwoColumnRight/TwoPageLeft/TwoPageRight: PageLayout
/UseNone/UseOutlines/UseThumbs/FullScreen/UseOC/UseAttachments: PageMode
/R/C/S: Tabs
/PDF/Text/ImageB/ImageC/ImageI*: ProcSet
/Normal/Compatible/Multiply/Screen/Overlay/Darken/Lighten/ColorDodge/ColorBurn/HardLight/SoftLight/Difference/Exclusion/Hue/Saturation/Color/Luminosity*: BM
/N/I/O/P/T: H
/Square/Circle/Diamond/OpenArrow/ClosedArrow/None/Butt/ROpenArrow/RClosedArrow/Slash*: LE
`;
