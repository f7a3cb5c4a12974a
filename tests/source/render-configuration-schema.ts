import * as z from "zod";
import { configurationSchema } from "../../src/source/configuration-values.ts";

/**
 * The JSON Schema of `handpress.yaml`, as the text of `schema/handpress.schema.json`. Draft 7,
 * which the YAML extensions of editors know best.
 */
export function renderConfigurationSchema(): string {
  const schema = z.toJSONSchema(configurationSchema, { target: "draft-7", io: "input" });
  // Short lists on one line, as the project's formatter wants them.
  const text = JSON.stringify(schema, null, 2).replace(
    /\[\n\s+("[^"\n]*"(?:,\n\s+"[^"\n]*")*)\n\s+\]/g,
    (_, items: string) => `[${items.replace(/,\n\s+/g, ", ")}]`,
  );
  return `${text}\n`;
}
