/** What a worker tells run.mjs. Of a file come its tests and what they say, then its end. */
export interface WorkerMessage {
  readonly ready?: true;
  readonly test?: {
    readonly name: string;
    /** 1 for what stands outermost in its file. */
    readonly depth: number;
    readonly isSuite: boolean;
    /** Of a test that failed. */
    readonly error?: string;
    /** Of a test that was left out: why. */
    readonly skip?: string;
  };
  readonly said?: string;
  readonly ended?: { readonly wallMs: number; readonly cpuMs: number };
}
