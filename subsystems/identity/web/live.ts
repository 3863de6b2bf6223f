import { keyOf, meKey, onFact, type LiveRule } from '@school/web'
import * as identity from '../contract/index.ts'

/** What each fact of identity makes stale in an open page. */
export const live: readonly LiveRule[] = [
  onFact(identity.requestChanged, ({ schoolId, requestId }) => [
    keyOf(identity.listRequests, { params: { schoolId } }), keyOf(identity.getRequest, { params: { schoolId, id: requestId } }), keyOf(identity.listOwnRequests), keyOf(identity.listKids),
    keyOf(identity.listWaitingOfRegion), keyOf(identity.listWaitingOfMunicipality), meKey,
  ]),
  onFact(identity.sessionEnded, () => [keyOf(identity.listSessions)]),
  onFact(identity.consentChanged, () => [keyOf(identity.listConsents), meKey]),
  onFact(identity.grantChanged, () => [
    keyOf(identity.listRegionalCurators), keyOf(identity.listMunicipalCurators), keyOf(identity.listAdministrators), keyOf(identity.countryFunnel), keyOf(identity.regionFunnel), keyOf(identity.municipalityFunnel), meKey,
  ]),
]
