// Runs the compiled program, and prints the most memory that it took, in bytes, behind all that it says.
process.on("exit", () => {
  process.stdout.write(`\n${process.resourceUsage().maxRSS * 1024}`);
});
await import(new URL("../../dist/cli/main.js", import.meta.url).href);
