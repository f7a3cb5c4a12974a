import type { PdfFile } from "../../pdf-syntax/pdf-file.ts";
import type { PdfDict, PdfValue } from "../../pdf-syntax/pdf-value.ts";
import type { PrivacyFindings } from "../disclosure/privacy-findings.ts";

const MOST_LAYERS = 100;

/** Layers that are off, or may be: by a choice, by what they are for, or by a program (ISO 32000-1 §8.11.4). */
export function searchLayers(findings: PrivacyFindings, file: PdfFile, catalog: PdfDict): void {
  const layers = file.dict(catalog.get("OCProperties"));
  const shown = file.dict(layers?.get("D"));
  const state = file.name(shown?.get("BaseState")) ?? "ON";
  const off = state === "ON" ? shown?.get("OFF") : layers?.get("OCGs");
  for (const layer of file.oneOrMore(off).slice(0, MOST_LAYERS))
    findings.add("TEL804", "", "layer", file.text(file.dict(layer)?.get("Name")) ?? "(no name)");
  if (state !== "ON") findings.add("TEL804", "", "BaseState", `layers are ${state} to begin with`);
  if (file.oneOrMore(shown?.get("AS")).length > 0)
    findings.add("TEL804", "", "AS", "layers are switched by what is done with the file");
  if (file.oneOrMore(layers?.get("Configs")).length > 0)
    findings.add("TEL804", "", "Configs", "there are other choices of layers");
  searchIntent(findings, "", file, shown?.get("Intent"));
}

/** A layer, or a rule by which several are shown (§8.11.2). */
export function searchLayer(
  findings: PrivacyFindings,
  place: string,
  file: PdfFile,
  dict: PdfDict,
): void {
  const type = file.name(dict.get("Type"));
  if (type === "OCG") {
    searchIntent(findings, place, file, dict.get("Intent"));
    for (const use of file.dict(dict.get("Usage"))?.keys() ?? [])
      if (use !== "CreatorInfo")
        findings.add("TEL804", place, "Usage", `a layer by its use: ${use}`);
  } else if (type === "OCMD") {
    const policy = file.name(dict.get("P")) ?? "AnyOn";
    if (dict.has("VE")) findings.add("TEL804", place, "VE", "shown by a rule over layers");
    else if (!/^(?:AnyOn|AllOn)$/.test(policy))
      findings.add("TEL804", place, "P", `shown by a rule over layers: ${policy}`);
  }
}

function searchIntent(
  findings: PrivacyFindings,
  place: string,
  file: PdfFile,
  value: PdfValue | undefined,
): void {
  for (const one of file.oneOrMore(value)) {
    const intent = file.name(one) ?? "";
    if (intent !== "View") findings.add("TEL804", place, "Intent", `a layer that is for ${intent}`);
  }
}
