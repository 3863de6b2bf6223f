import { runPiece } from './pieces.ts'

await runPiece('e2e/slow-phone.ts')
