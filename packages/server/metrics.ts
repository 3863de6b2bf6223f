import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export type Metrics = ReturnType<typeof makeMetrics>

/** The figures of one process in Prometheus form; labels are routes and codes, never people. */
export function makeMetrics(withProcess = true) {
  const registry = new Registry()
  if (withProcess) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({ name: 'school_request_seconds', help: 'Time to answer a request', labelNames: ['route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers }),
    sockets: new Gauge({ name: 'school_live_sockets', help: 'Open live sockets', registers }),
    facts: new Counter({ name: 'school_facts_total', help: 'Facts delivered to sockets', labelNames: ['name'], registers }),
    tasks: new Counter({ name: 'school_tasks_total', help: 'Facts and jobs done', labelNames: ['kind', 'name', 'result'], registers }),
    sealed: new Counter({ name: 'school_audit_sealed_total', help: 'Audit entries put into their chain', registers }),
    refused: new Counter({ name: 'school_refusals_total', help: 'Requests refused', labelNames: ['code'], registers }),
  }
}
