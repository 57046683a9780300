import request from 'supertest';
import { createApp } from '../../../api/app';
import { ERROR_CATALOGUE } from '../../../domain/errors';
import { fakeDeps } from '../support/fake-ports';

describe('/docs', () => {
  const app = createApp(fakeDeps());

  it.each(['/docs', '/docs/'])('%s is a page whose every part comes from here', async (path) => {
    const { status, text, headers } = await request(app).get(path);
    const parts = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, part]) => String(part));

    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) {
      expect(part).toMatch(/^\//);
      expect([part, (await request(app).get(part)).status]).toEqual([part, 200]);
    }
  });

  it('runs under a policy without inline scripts, and needs none', async () => {
    const { text, headers } = await request(app).get('/docs');

    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(text).not.toMatch(/\son\w+=|style=/);
  });

  it('shows the document served beside it', async () => {
    const { text } = await request(app).get('/docs/start.js');

    expect(text).toContain("url: '/openapi.json'");
  });

  it('explains every code at the address problems point to', async () => {
    const { text } = await request(app).get('/docs/errors');

    for (const code of Object.keys(ERROR_CATALOGUE)) expect(text).toContain(`id="${code}"`);
  });

  it.each(['/docs/assets/package.json', '/docs/assets/..%2fpackage.json', '/docs/assets/', '/docs/index.html'])(
    'gives nothing else of the package away: %s',
    async (path) => {
      expect((await request(app).get(path)).status).toBe(404);
    },
  );
});
