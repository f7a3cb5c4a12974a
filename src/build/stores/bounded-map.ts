/** A map that forgets what was used longest ago as soon as it holds more than it may. */
export class BoundedMap<Value> {
  readonly #most: number;
  readonly #values = new Map<string, { readonly value: Value; readonly weight: number }>();
  #held = 0;

  /** @param most the sum of weights that is kept. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    const found = this.#values.get(key);
    if (found === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, found);
    return found.value;
  }

  set(key: string, value: Value, weight: number): void {
    this.delete(key);
    this.#values.set(key, { value, weight });
    this.#held += weight;
    for (const oldest of this.#values.keys()) {
      if (this.#held <= this.#most || oldest === key) break;
      this.delete(oldest);
    }
  }

  keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  delete(key: string): void {
    this.#held -= this.#values.get(key)?.weight ?? 0;
    this.#values.delete(key);
  }
}
