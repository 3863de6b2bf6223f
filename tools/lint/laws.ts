import { callDownwards, onlyThroughDoors } from './imports.ts'
import type { Law } from './law.ts'
import { innerPlan, readmeShape } from './plan.ts'
import { fileSize, functionSize, tellingNames } from './size.ts'
import { foreignSchema, migrationTimeline, sqlInItsPlace } from './sql.ts'
import { clockOfTheWork, coloursFromTokens, nothingAlone, nothingLeftOver, textFromCatalogues } from './text.ts'

/** All laws of the house that a tool can check. */
export const laws: readonly Law[] = [
  innerPlan, readmeShape, onlyThroughDoors, callDownwards, fileSize, functionSize, tellingNames, sqlInItsPlace, foreignSchema, migrationTimeline,
  clockOfTheWork, coloursFromTokens, textFromCatalogues, nothingAlone, nothingLeftOver,
]
