/** Namespaces that books use. */
export const XHTML = "http://www.w3.org/1999/xhtml";
export const OPS = "http://www.idpf.org/2007/ops";
export const OPF = "http://www.idpf.org/2007/opf";
export const DC = "http://purl.org/dc/elements/1.1/";
export const NCX = "http://www.daisy.org/z3986/2005/ncx/";
export const CONTAINER = "urn:oasis:names:tc:opendocument:xmlns:container";
export const SVG = "http://www.w3.org/2000/svg";
export const MATHML = "http://www.w3.org/1998/Math/MathML";
export const XLINK = "http://www.w3.org/1999/xlink";
export const XML = "http://www.w3.org/XML/1998/namespace";
export const SSML = "http://www.w3.org/2001/10/synthesis";
