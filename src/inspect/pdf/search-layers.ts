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
    findings.add("TEL804", "layer", file.text(file.dict(layer)?.get("Name")) ?? "(no name)");
  if (state !== "ON") findings.note("TEL804 state", "BaseState", { state });
  if (file.oneOrMore(shown?.get("AS")).length > 0) findings.note("TEL804 switched", "AS");
  if (file.oneOrMore(layers?.get("Configs")).length > 0) findings.note("TEL804 choices", "Configs");
  searchIntent(findings, file, shown?.get("Intent"));
}

/** A layer, or a rule by which several are shown (§8.11.2). */
export function searchLayer(findings: PrivacyFindings, file: PdfFile, dict: PdfDict): void {
  const type = file.name(dict.get("Type"));
  if (type === "OCG") {
    searchIntent(findings, file, dict.get("Intent"));
    for (const use of file.dict(dict.get("Usage"))?.keys() ?? [])
      if (use !== "CreatorInfo") findings.note("TEL804 use", "Usage", { use });
  } else if (type === "OCMD") {
    const policy = file.name(dict.get("P")) ?? "AnyOn";
    if (dict.has("VE")) findings.note("TEL804 rule", "VE");
    else if (!/^(?:AnyOn|AllOn)$/.test(policy)) findings.note("TEL804 policy", "P", { policy });
  }
}

function searchIntent(findings: PrivacyFindings, file: PdfFile, value: PdfValue | undefined): void {
  for (const one of file.oneOrMore(value)) {
    const intent = file.name(one) ?? "";
    if (intent !== "View") findings.note("TEL804 intent", "Intent", { intent });
  }
}
