import { randomUUID } from 'node:crypto';
import { request } from 'undici';

type Json = Record<string, unknown>;

/** A retailer's program, as small as it can be: it calls, prints each answer in a line or two, and stops at a surprise. */
export class DemoCaller {
  constructor(
    private readonly apiUrl: string,
    private readonly apiKey: string,
    private readonly write: (line: string) => void,
  ) {}

  /** The same, for what needs no telling. */
  quiet(): DemoCaller {
    return new DemoCaller(this.apiUrl, this.apiKey, () => undefined);
  }

  async call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: Json): Promise<Json> {
    const answer = await request(`${this.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        'idempotency-key': randomUUID(),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.body.text();
    const json = (text === '' ? {} : JSON.parse(text)) as Json;
    this.write(`\n${method} ${path}  →  ${answer.statusCode}`);
    if (answer.statusCode >= 400) throw new Error(`${method} ${path} was refused: ${text}`);
    return json;
  }

  /** Prints the fields that matter, one `name: value` after the other. */
  show(json: Json, ...fields: string[]): void {
    this.write(`  ${fields.map((field) => `${field}: ${shown(json[field], field)}`).join(' · ')}`);
  }

  say(line: string): void {
    this.write(line);
  }
}

export function dollars(amountCents: number): string {
  const [whole, fraction] = [Math.trunc(amountCents / 100), String(amountCents % 100).padStart(2, '0')];
  return `$${whole.toLocaleString('en-US')}.${fraction}`;
}

function shown(value: unknown, field: string): string {
  return typeof value === 'number' && field.endsWith('Cents') ? dollars(value) : String(value);
}
