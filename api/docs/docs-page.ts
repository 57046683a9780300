import type { Express } from 'express';
import type { RateLimits } from '../http/rate-limits';
import type { Operation } from '../operation';

export function mountDocs(_app: Express, _operations: readonly Operation[], _limits: RateLimits): void {}
