import { runPiece } from './pieces.ts'

// bench/main.ts reads --smoke and --grow itself.
await runPiece(process.argv.includes('--reports') ? 'bench/reports.ts' : 'bench/main.ts')
