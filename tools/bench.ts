import { runPiece } from './pieces.ts'

// bench/main.ts reads --smoke itself.
await runPiece('bench/main.ts')
