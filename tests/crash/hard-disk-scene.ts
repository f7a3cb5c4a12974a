export const TSX = ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval"];

export const address = (path: string) =>
  JSON.stringify(new URL(`../../src/${path}`, import.meta.url));

/** Writes a megabyte over a book, and says how that went. */
export const writing = (
  path: string,
) => `import { nodeFileSystem } from ${address("host/node-file-system.ts")};
  try {
    await nodeFileSystem.writeFile(${JSON.stringify(path)}, new Uint8Array(1_000_000));
    console.log("written");
  } catch (error) {
    console.log(error.name, error.reason);
  }`;
