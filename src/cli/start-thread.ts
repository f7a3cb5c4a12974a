import { extname } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a thread from a module of this folder.
 *
 * @param name of the module, without its ending.
 */
export function startThread(name: string, options: WorkerOptions): Worker {
  if (extname(import.meta.url) === ".js")
    return new Worker(new URL(`./${name}.js`, import.meta.url), options);
  // From its source, as the tests run it: a new thread does not know by itself how to read that.
  const [loader, file] = ["tsx/esm/api", `./${name}.ts`].map((one) =>
    JSON.stringify(import.meta.resolve(one)),
  );
  const start = `import(${loader}).then(({ register }) => { register(); return import(${file}); })`;
  return new Worker(start, { ...options, eval: true });
}
