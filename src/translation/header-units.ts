import { type PageHeader, STAGES } from "../source/page.ts";
import type { HeaderTarget, Unit } from "./unit.ts";
import { hasWords } from "./unit-text.ts";

type HeaderUnit = Pick<Unit, "kind" | "source"> & { readonly target: HeaderTarget };

/** What the header of a page prints in words: names of people, dates and addresses are none. */
export function listHeaderUnits(header: PageHeader): readonly HeaderUnit[] {
  const { title, breadcrumb, summary, level, platforms, prerequisites, stages } = header;
  const units: HeaderUnit[] = [
    { kind: "title", source: title, target: { in: "header", field: "title" } },
    ...(breadcrumb === title
      ? []
      : [
          {
            kind: "breadcrumb",
            source: breadcrumb,
            target: { in: "header", field: "breadcrumb" },
          } as const,
        ]),
    { kind: "summary", source: summary, target: { in: "header", field: "summary" } },
    { kind: "fact", source: level, target: { in: "header", field: "level" } },
    ...platforms.map((source, index): HeaderUnit => {
      return { kind: "fact", source, target: { in: "header", field: "platforms", index } };
    }),
    ...prerequisites.map((source, index): HeaderUnit => {
      return { kind: "fact", source, target: { in: "header", field: "prerequisites", index } };
    }),
    // A duration that is understood is written in numbers.
    ...(header.duration === undefined
      ? [
          {
            kind: "fact",
            source: header.durationText,
            target: { in: "header", field: "durationText" },
          } as const,
        ]
      : []),
    ...STAGES.flatMap((stage) =>
      stages[stage].map((item, index): HeaderUnit => {
        const target = { in: "header", field: "session", stage, index } as const;
        return { kind: "session name", source: item.name, target };
      }),
    ),
  ];
  return units.filter(({ source }) => hasWords(source));
}
