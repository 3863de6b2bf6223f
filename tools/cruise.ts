import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './files.ts'

export interface Cruised { readonly modules: number; readonly breaches: readonly { rule: string; from: string; to: string }[] }

interface Report { summary: { totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] } }

/** Follows every import under the given folders of `base` and holds it to the import rules. */
export function cruise(base: string, folders: readonly string[]): Cruised {
  const program = join(root, 'node_modules', 'dependency-cruiser', 'bin/dependency-cruiser.mjs')
  const args = [program, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders]
  const { summary } = JSON.parse(execFileSync(process.execPath, args, { cwd: base, encoding: 'utf8', maxBuffer: 1e9 })) as Report
  return { modules: summary.totalCruised, breaches: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })) }
}
