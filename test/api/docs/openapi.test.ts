import { z } from 'zod';
import request from 'supertest';
import { createApp } from '../../../api/app';
import { codesOf } from '../../../api/docs/codes-of';
import { exampleBodies } from '../../../api/docs/examples';
import { openApiDocument, openApiPath } from '../../../api/docs/openapi';
import { NoBody } from '../../../api/schemas/nothing';
import { calendarDate } from '../../../domain/calendar-date';
import { ERROR_CATALOGUE } from '../../../domain/errors';
import { fakeDeps, TODAY } from '../support/fake-ports';
import { judged } from '../support/judged';
import { OPERATIONS } from '../support/requests';

/** As much of OpenAPI as these tests read; whatever else there is may be. */
const Operation = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() })).default([]),
  requestBody: z.object({ required: z.literal(true), content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.record(
    z.string(),
    z.object({
      description: z.string().min(1),
      headers: z.record(z.string(), z.unknown()).default({}),
      content: z
        .record(z.string(), z.looseObject({ examples: z.record(z.string(), z.unknown()).default({}) }))
        .default({}),
      links: z
        .record(z.string(), z.object({ operationId: z.string(), parameters: z.record(z.string(), z.string()) }))
        .default({}),
    }),
  ),
});
const Document = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.record(z.string(), z.unknown()),
    securitySchemes: z.record(z.string(), z.unknown()),
  }),
});

const document = Document.parse(structuredClone(openApiDocument(OPERATIONS, TODAY)));
const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

function documentedAs(operationId: string) {
  const found = documented.find(({ operation }) => operation.operationId === operationId);
  if (!found) throw new Error(`${operationId} is not documented`);
  return found.operation;
}

describe('the OpenAPI document', () => {
  it('has exactly the routes there are', () => {
    const routes = OPERATIONS.map(({ method, path, operationId }) => `${method} ${openApiPath(path)} ${operationId}`);

    expect(
      documented.map(({ path, method, operation }) => `${method} ${path} ${operation.operationId}`).sort(),
    ).toEqual(routes.sort());
  });

  it('names each operation once', () => {
    expect(new Set(OPERATIONS.map(({ operationId }) => operationId)).size).toBe(OPERATIONS.length);
  });

  it.each(OPERATIONS.map((operation) => [operation.operationId, operation] as const))(
    '%s tells its key, its parameters, its body and each code with its status',
    (operationId, operation) => {
      const told = documentedAs(operationId);
      const names = told.parameters.map(({ name, in: place }) => `${place} ${name}`);

      expect(told.security).toEqual(operation.scope === 'none' ? [] : [{ bearer: [] }, { basic: [] }]);
      expect(names.includes('header Idempotency-Key')).toBe(operation.idempotency !== 'none');
      for (const [, name] of operation.path.matchAll(/:(\w+)/g)) expect(names).toContain(`path ${name}`);
      expect(told.requestBody === undefined).toBe(operation.bodySchema === NoBody);
      for (const code of codesOf(operation)) {
        const response = told.responses[ERROR_CATALOGUE[code].status];
        expect(Object.keys(response?.content['application/problem+json']?.examples ?? {})).toContain(code);
      }
      for (const status of [operation.successStatus, ...(operation.otherStatuses ?? [])]) {
        expect(told.responses).toHaveProperty(String(status));
      }
    },
  );

  it('tells of X-Request-Id on every answer, and of the rate limit on all but those for who watches us', () => {
    const unlimited = ['checkHealth', 'checkReadiness'];
    for (const { operation } of documented) {
      const isUnlimited = unlimited.includes(operation.operationId);
      expect(Object.keys(operation.responses).includes('429')).toBe(!isUnlimited);
      for (const response of Object.values(operation.responses)) {
        expect(Object.keys(response.headers)).toContain('X-Request-Id');
        expect(Object.keys(response.headers).includes('RateLimit-Remaining')).toBe(!isUnlimited);
      }
    }
  });

  it('links only to operations and parameters that exist', () => {
    const links = documented.flatMap(({ operation }) =>
      Object.values(operation.responses).flatMap(({ links: of }) => Object.values(of)),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const { operationId, parameters } of links) {
      const target = documentedAs(operationId).parameters.map(({ name }) => name);
      expect(target).toEqual(expect.arrayContaining(Object.keys(parameters)));
    }
  });

  it('has an example for every body, and the operation takes it', () => {
    const examples = exampleBodies(TODAY);
    const withBody = OPERATIONS.filter(
      ({ bodySchema, rawBody }) => bodySchema !== NoBody && rawBody?.kind !== 'binary',
    );

    expect(Object.keys(examples).sort()).toEqual(withBody.map(({ operationId }) => operationId).sort());
    for (const { operationId, bodySchema } of withBody) {
      expect([operationId, judged(bodySchema, examples[operationId])]).toEqual([operationId, 'ok']);
    }
  });

  it('resolves every reference within itself', () => {
    const text = JSON.stringify(openApiDocument(OPERATIONS, TODAY));
    const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);

    expect(text).not.toMatch(/"\$ref":"(?!#\/components\/schemas\/)/);
    for (const name of new Set(names)) expect(document.components.schemas).toHaveProperty([String(name)]);
  });

  it('writes digits so that every regular expression dialect means the same ten', () => {
    const text = JSON.stringify(openApiDocument(OPERATIONS, TODAY).paths);

    expect(text).not.toMatch(/\\\\[wp]/);
  });

  it('is served as it is, without the sandbox where there is none', async () => {
    const { body } = await request(createApp(fakeDeps())).get('/openapi.json');
    const { sandbox: _none, ...live } = fakeDeps();
    const { body: ofLive } = await request(createApp(live)).get('/openapi.json');

    expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument(OPERATIONS, TODAY))));
    expect(Object.keys(ofLive.paths).filter((path) => path.includes('/sandbox/'))).toEqual([]);
  });

  it('carries the date of the day, also for a process that runs for weeks', async () => {
    let today = calendarDate('2026-11-24');
    const app = createApp(fakeDeps({ clock: { today: () => today } }));
    const before = (await request(app).get('/openapi.json')).text;
    today = calendarDate('2026-11-25');

    expect(before).toContain('"deliveredOn":"2026-11-24"');
    expect((await request(app).get('/openapi.json')).text).toContain('"deliveredOn":"2026-11-25"');
  });
});
