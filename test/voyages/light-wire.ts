// Requests and answers without the weight of a browser's: a voyage exchanges hundreds of them, and streams, signals and
// header rules cost more than all that the vendors do. What the simulators, the weather and the lookout use of both
// classes is here; anything else is missing on purpose, and fails loudly.

/** From now on, requests and answers of this thread are light. A test shows that a voyage tells the same with both. */
export function takeLightWire(): void {
  Object.assign(globalThis, { Request: LightRequest, Response: LightResponse });
}

type Fields = Readonly<Record<string, string>>;

class LightHeaders {
  readonly #fields = new Map<string, string>();

  constructor(fields: Fields | LightHeaders = {}) {
    const entries = fields instanceof LightHeaders ? fields : Object.entries(fields);
    for (const [name, value] of entries) this.#fields.set(name.toLowerCase(), value);
  }

  get(name: string): string | null {
    return this.#fields.get(name.toLowerCase()) ?? null;
  }

  set(name: string, value: string): void {
    this.#fields.set(name.toLowerCase(), value);
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.#fields[Symbol.iterator]();
  }
}

class LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: LightHeaders;
  readonly #text: string;

  constructor(
    url: string | URL,
    init: { readonly method?: string; readonly headers?: Fields; readonly body?: string } = {},
  ) {
    this.url = String(url);
    this.method = init.method ?? 'GET';
    this.headers = new LightHeaders(init.headers);
    this.#text = init.body ?? '';
  }

  text(): Promise<string> {
    return Promise.resolve(this.#text);
  }

  /** Reading uses nothing up, so one will do for all. */
  clone(): this {
    return this;
  }
}

class LightResponse {
  readonly status: number;
  readonly headers: LightHeaders;
  readonly body: string | null;

  constructor(
    body: string | null = null,
    init: { readonly status?: number; readonly headers?: Fields | LightHeaders } = {},
  ) {
    this.body = body;
    this.status = init.status ?? 200;
    this.headers = new LightHeaders(init.headers);
  }

  text(): Promise<string> {
    return Promise.resolve(this.body ?? '');
  }
}
