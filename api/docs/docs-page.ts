import { dirname } from 'node:path';
import type { Express, NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { RateLimits } from '../http/rate-limits';
import type { EdgeClock, Operation } from '../operation';
import { errorsPage } from './errors-page';
import { openApiDocument } from './openapi';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ownward API</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
<link rel="icon" href="/docs/assets/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<noscript>This page needs JavaScript; <a href="/openapi.json">openapi.json</a> does not.</noscript>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** In a file of its own, because the policy of the page allows no inline script. */
const START = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });
`;

const ASSETS = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** `/openapi.json`, and the same for people at `/docs`, served from the package: nothing comes from another host. */
export function mountDocs(app: Express, operations: readonly Operation[], clock: EdgeClock, limits: RateLimits): void {
  const page = [docsPolicy(), (req: Request, res: Response, next: NextFunction) => counted(limits, req, res, next)];
  app.get('/openapi.json', page, openApiHandler(operations, clock));
  app.get(['/docs', '/docs/'], page, (_req: Request, res: Response) => void res.type('html').send(PAGE));
  app.get('/docs/errors', page, (_req: Request, res: Response) => void res.type('html').send(errorsPage()));
  app.get('/docs/start.js', page, (_req: Request, res: Response) => void res.type('js').send(START));
  for (const asset of ASSETS) {
    app.get(`/docs/assets/${asset}`, page, (_req: Request, res: Response) => {
      res.sendFile(asset, { root: ASSETS_FOLDER, headers: { 'Cache-Control': 'public, max-age=86400' } });
    });
  }
}

const ASSETS_FOLDER = dirname(require.resolve('swagger-ui-dist/swagger-ui-bundle.js'));

/** Made once a day: its examples carry dates of today. */
function openApiHandler(operations: readonly Operation[], clock: EdgeClock) {
  const made = { on: '', text: '' };
  return (_req: Request, res: Response) => {
    const today = clock.today();
    if (made.on !== today) Object.assign(made, { on: today, text: JSON.stringify(openApiDocument(operations, today)) });
    res.type('json').send(made.text);
  };
}

async function counted(limits: RateLimits, req: Request, res: Response, next: NextFunction): Promise<void> {
  await limits.countAddress(req, res);
  next();
}

function docsPolicy() {
  const self = ["'self'"];
  return helmet({
    frameguard: { action: 'deny' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrc: self,
        imgSrc: ["'self'", 'data:'],
        connectSrc: self,
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
  });
}
