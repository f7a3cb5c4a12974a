/** What a message about a limit says last: how whoever builds raises it (`source/limits.ts`). */
export function hintAtLimit(key: string): string {
  const value = key.endsWith("-size") ? "SIZE" : "NUMBER";
  return `If it must be so, add \`--limit ${key}=${value}\` to the command.`;
}
