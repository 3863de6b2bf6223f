import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/merging.ts'
import { comparablePair, decidableMerge, mergeOfSchool } from './access.ts'
import { ask, countTwice, judge, merge, refuse, undo, withdrawAsked } from './merging.ts'
import { knownOf, presentMerges, presentPair } from './present.ts'
import { inOrder, mergeTerms } from './rules.ts'
import { findAsked, listAsked, listDoublePairs, listMergesOfSchool, listMergesOfTerritory, listPeopleByIds } from './store.ts'

export function mergeRoutes(app: FastifyInstance): void {
  serve(app, contract.listDoubles, async (read) => {
    const [pairs, asked] = [await listDoublePairs(read), await listAsked(read)]
    const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
    const people = new Map((await listPeopleByIds(read, ids)).map((row) => [row.id, row]))
    const known = await knownOf(read, ids)
    const waiting = ({ a, b }: { a: string; b: string }) => asked.find((row) => [row.kept_id, row.gone_id].includes(a) && [row.kept_id, row.gone_id].includes(b))?.id ?? null
    const shown: contract.DoublePair[] = []
    for (const pair of pairs) shown.push(await presentPair(read, people.get(pair.a)!, people.get(pair.b)!, known, waiting(pair)))
    return shown
  })
  serve(app, contract.previewMerge, async (read, { params }) => {
    const { a, b, places } = await comparablePair(read, params.personId, params.otherId)
    const { kept, gone } = inOrder(a, b)
    const judged = await judge(read, kept, gone, places)
    const pair = await presentPair(read, a, b, await knownOf(read, [a.id, b.id]), await findAsked(read, a.id, b.id))
    const judgeKind = judged.schoolId !== null ? 'school' as const : judged.municipalityId !== null ? 'municipality' as const : 'region' as const
    return { pair, judge: judgeKind, judgeName: judged.judgeName, closes: await countTwice(read, kept, gone), undoDays: mergeTerms(read.now.toISOString().slice(0, 10)).undoDays }
  })
  serve(app, contract.listMerges, async (read) => presentMerges(read, await listMergesOfSchool(read)))
  serve(app, contract.askMerge, async (work, { params, body }) => stateOf(await ask(work, await comparablePair(work, body.personId, body.otherId), params.id, body.reason)))
  serve(app, contract.confirmMerge, async (work, { params }) => stateOf(await merge(work, await decidableMerge(work, params.id), '')))
  serve(app, contract.withdrawMerge, async (work, { params }) => stateOf(await withdrawAsked(work, await mergeOfSchool(work, params.id))))
  serve(app, contract.undoMerge, async (work, { params, body }) => stateOf(await undo(work, await decidableMerge(work, params.id), body.reason)))

  serve(app, contract.listTerritoryMerges, async (read) =>
    presentMerges(read, await listMergesOfTerritory(read, read.by.role === 'regionalCurator' ? 'region' : 'municipality', read.by.acting.map((grant) => grant.scopeId))))
  serve(app, contract.decideMerge, async (work, { params, body }) => {
    const row = await decidableMerge(work, params.id)
    return stateOf(body.agree ? await merge(work, row, body.answer) : await refuse(work, row, body.answer))
  })
  serve(app, contract.undoTerritoryMerge, async (work, { params, body }) => stateOf(await undo(work, await decidableMerge(work, params.id), body.reason)))
}

const stateOf = ({ id, state }: { id: string; state: contract.MergeState }) => ({ id, state })
