/** The package brings no types; this is the part used here. */
declare module 'autocannon' {
  interface Result {
    requests: { average: number };
    non2xx: number;
    errors: number;
  }
  export default function autocannon(options: {
    url: string;
    /** seconds */
    duration: number;
    connections: number;
    headers: Record<string, string>;
  }): Promise<Result>;
}
