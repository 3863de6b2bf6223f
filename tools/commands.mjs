/** Every command of the project: its file is tools/<name>.ts. */
export const commands = {
  start: { what: 'start everything: database, demo country, ЕСИА stand, web; prints the address and who can sign in' },
  dev: { what: 'the same with reload: the server restarts and the browser follows every saved file' },
  test: { what: 'all checks and tests; "npm test -- journal" runs only files whose path contains the word' },
  check: { what: 'types, import rules, house laws, lint, migrations, dead code, generated docs' },
  demo: { what: 'build the demo country anew in an empty database' },
  bench: { what: 'load and latency measurements; --smoke for a short run; --reports times every report of a school of a thousand pupils' },
  tour: { what: 'pictures of the main pages, taken in a real browser' },
  'web-budget': { what: 'weigh the first view of every built page against the budget' },
  'slow-phone': { what: 'time the first and second visit on a slow phone against a running demo; writes docs/generated/web.md' },
  print: { what: 'print docs/generated; --check only compares' },
  new: { what: 'scaffold a subsystem: npm run new -- <name> <level>' },
  backup: { what: 'write all data to one file: npm run backup -- --to file; --passphrase-file file takes the key of the audit along' },
  restore: { what: 'read it back into an empty database: npm run restore -- --from file [--into url] [--passphrase-file file]' },
  'files-check': { what: 'prove that every version of a file has its bytes and no bytes are left over: --share 0.1 reads a tenth of them again' },
  'signature-verify': { what: 'check a signature: npm run signature-verify -- file.sig file, or a signed container alone; --ca folder --crl folder --at moment' },
  'audit-verify': { what: 'recompute the audit chains and compare them with the signed checkpoints' },
}
