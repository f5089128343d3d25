import { collectDefaultMetrics, Histogram, register } from "prom-client";

collectDefaultMetrics();

const durations = new Histogram({
  name: "http_request_duration_seconds",
  help: "How long requests took, by route and status",
  labelNames: ["route", "status"],
});

/** Counts one request. */
export function countRequest(route: string, status: number, seconds: number): void {
  durations.observe({ route, status: String(status) }, seconds);
}

/** All metrics in the text format of Prometheus. */
export async function printMetrics(): Promise<string> {
  return register.metrics();
}
