import { type PdfDict, PdfStream, type PdfValue } from "../../pdf-syntax/pdf-value.ts";

/** Every dictionary of an object, the outer ones first. Direct values only, which nest as deep as the parser lets them. */
export function lookThrough(value: PdfValue, look: (dict: PdfDict) => void): void {
  if (value instanceof PdfStream) lookThrough(value.dict, look);
  else if (value instanceof Map) {
    look(value);
    for (const one of value.values())
      if (typeof one === "object" && one !== null) lookThrough(one, look);
  } else if (Array.isArray(value)) {
    for (const one of value as readonly PdfValue[])
      if (typeof one === "object" && one !== null) lookThrough(one, look);
  }
}
