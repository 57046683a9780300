import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface HttpMetrics {
  observe(operationId: string, method: string, status: number, seconds: number): void;
  /** Prometheus text */
  text(): Promise<string>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 15];

/** @param registry one a process; a second `createMetrics` on the same registry would name its metrics twice */
export function createMetrics(registry = new Registry()): HttpMetrics {
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'ownward_http_request_duration_seconds',
    help: 'How long a request took, by operation and status',
    labelNames: ['operation', 'method', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    observe: (operation, method, status, seconds) => durations.observe({ operation, method, status }, seconds),
    text: () => registry.metrics(),
  };
}
