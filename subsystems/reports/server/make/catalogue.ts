import { accumulationReports } from '../accumulation/report.ts'
import { acknowledgementReports } from '../acknowledgement/report.ts'
import { attendanceReports } from '../attendance/report.ts'
import { fillReports } from '../fill/report.ts'
import { headcountReports } from '../headcount/report.ts'
import { movementReports } from '../movement/report.ts'
import { programmeReports } from '../programme/report.ts'
import { resultReports } from '../results/report.ts'
import type { ReportSpec } from './spec.ts'

/** Every report of the house, in the order in which people are offered them. */
export const catalogue: readonly ReportSpec[] = [...resultReports, ...attendanceReports, ...accumulationReports, ...fillReports, ...programmeReports, ...movementReports, ...acknowledgementReports, ...headcountReports]

/** The report of that name about such a thing; the contract admits no other names. */
export function specOf(of: ReportSpec['of'], key: string): ReportSpec {
  const found = catalogue.find((one) => one.of === of && one.key === key)
  if (!found) throw new Error(`the catalogue has no report ${of} ${key}`)
  return found
}
