import { classifyText } from "../disclosure/field-rules.ts";
import type { Traces } from "../disclosure/traces.ts";

/** What a piece says of itself for everybody. */
const PLAIN = /^(?:title|album|genre|track|disk|language|length|bpm|mood)$/;
const PREFIX = /^com\.(?:apple\.quicktime|android|apple\.photos)\./;

/** Tells one note of a film or recording, by its name in words or as Apple writes it. */
export function traceMediaField(traces: Traces, written: string, value: string): void {
  const name = written.replace(PREFIX, "");
  if (value === "") return;
  if (/location\.ISO6709$/i.test(name)) traces.add("TEL001", "", "GPS", showPlace(value));
  else if (/location\.accuracy/i.test(name)) return;
  // The photograph that was taken with a film has the same number.
  else if (/content\.identifier$/i.test(name)) traces.add("TEL406", "", name, value);
  else if (PLAIN.test(name)) traces.add("TEL951", "", `recording:${name}`, value);
  else if (/comment|lyrics/i.test(name)) {
    traces.add("TEL802", "", name, value);
    for (const code of classifyText(value)) traces.add(code, "", name, value);
  } else if (/^owner|^account/i.test(name)) {
    traces.add("TEL101", "", name, value);
  } else traces.addField("", `recording:${name}`, value);
}

/** ISO 6709 as cameras write it: `+52.1000+004.3000+003.2/`. */
function showPlace(value: string): string {
  const [, latitude, longitude] = /^([+-][\d.]{1,20})([+-][\d.]{1,20})/.exec(value) ?? [];
  return latitude === undefined ? value : `${Number(latitude)}, ${Number(longitude)}`;
}
