/** What a message about a limit says last: its key, and where it is set (`source/limits.ts`). */
export function hintAtLimit(key: string): string {
  return `If it must be so, raise \`${key}:\` below \`limits:\` in handpress.yaml.`;
}
