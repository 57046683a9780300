import { request } from 'undici';
import type { PortalUser } from './sandbox-file';

/** A clerk at the store portal, as a browser without scripts would send what the clerk types. */
export class DemoClerk {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly apiUrl: string) {}

  async signIn({ username, password }: Pick<PortalUser, 'username' | 'password'>): Promise<void> {
    const page = await this.get('/portal/sign-in');
    const sent = await this.post('/portal/sign-in', { csrf: tokenIn(page), next: '/portal', username, password });
    if (sent !== 303) throw new Error(`the portal did not let ${username} in: ${sent}`);
  }

  /** Fills in the form of a page and sends it. @returns the status, 303 when it was taken */
  async submit(path: string, fields: Readonly<Record<string, string>>): Promise<number> {
    return await this.post(path, { csrf: tokenIn(await this.get(path)), ...fields });
  }

  async get(path: string): Promise<string> {
    const answer = await request(`${this.apiUrl}${path}`, { headers: { cookie: this.cookie() } });
    this.keepCookies(answer.headers['set-cookie']);
    return await answer.body.text();
  }

  private async post(path: string, fields: Readonly<Record<string, string>>): Promise<number> {
    const answer = await request(`${this.apiUrl}${path}`, {
      method: 'POST',
      headers: { cookie: this.cookie(), origin: this.apiUrl, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
    this.keepCookies(answer.headers['set-cookie']);
    await answer.body.dump();
    return answer.statusCode;
  }

  private cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keepCookies(given: string | string[] | undefined): void {
    for (const cookie of [given ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(name, value);
    }
  }
}

function tokenIn(page: string): string {
  const [, token] = /name="csrf" value="([^"]+)"/.exec(page) ?? [];
  if (!token) throw new Error('the page has no form');
  return token;
}
