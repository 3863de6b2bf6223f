import { signatureFault } from './signature.en.ts'
import { plural } from '@school/web'
import type { CheckWords, Verdict } from '../parts/message-types.ts'
import type { ru } from './ru.ts'
import { en as office } from './office.en.ts'

const fields = { lastName: 'Surname', firstName: 'First name', middleName: 'Patronymic', birthDate: 'Date of birth', snils: 'СНИЛС' }
const fieldName = (key: string) => (fields[key as keyof typeof fields] ?? key).toLowerCase().replace('снилс', 'СНИЛС')
const checks: CheckWords = { matched: 'all matches', differs: 'differs', notFound: 'not found in school', noSnils: 'no СНИЛС', document: 'paper needed' }
const s = (n: number, one: string, many: string) => plural(n, one, many, many)

/** The words of a step in the course of a request. */
function stepText(step: string, note: string | null): string {
  if (step === 'compared') {
    const [check = '', matched = '', of = ''] = (note ?? '').split(' ')
    return of === '0' ? `Comparison: ${checks[check as keyof CheckWords] ?? ''}` : `Comparison: ${matched} of ${of} fields match`
  }
  if (step === 'corrected') return `Corrected in the register: ${(note ?? '').split(' ').map(fieldName).join(', ')}`
  const words: Record<string, string> = {
    created: 'Request made', mismatch: 'Госуслуги and the record of the school differ', autoLinked: 'Linked by itself: СНИЛС and birth date from Госуслуги match', approved: 'Approved', rejected: 'Rejected', withdrawn: 'Withdrawn by the asker', expired: 'Ran out without an answer',
    escalated: 'Answer is late, the curator sees the request', matchedByHand: 'Pupil chosen by hand',
  }
  return [words[step] ?? step, note].filter(Boolean).join(': ')
}

const differsVerdict = (n: number, kind: string): Verdict => ({
  title: `${n} ${s(n, 'field differs', 'fields differ')}.`, text: kind === 'correction' ? 'Compare and correct the school’s record, or reject with an explanation.' : kind === 'child' ? 'While they differ, the diary does not open.' : 'While they differ, access does not open.',
})

export const en: typeof ru = {
  ...office,
  product: 'Моя школа', languages: { ru: 'Русский', en: 'English' }, cancel: 'Cancel', close: 'Close', reason: 'Reason', role: 'Role', school: 'School', schools: 'Schools', region: 'Region', municipality: 'Municipality', class: 'Class', administrator: 'Administrator', unknown: 'not given', needed: 'Fill in the field',
  fields, snilsHint: '11 digits, dashes allowed', snilsWrong: 'Check the digits: the check sum is wrong', gender: 'Gender', male: 'male', female: 'female', when: 'When', more: 'More',
  signIn: 'Sign in', signInLead: 'You need a confirmed Госуслуги account. No separate password.', about: 'About', headline: 'Lessons, diary and materials in one place', whoComes: 'Who signs in', profiles: { parent: 'Parent', pupil: 'Pupil', staff: 'Teacher' },
  toPupil: 'For pupils', toPupilText: 'Timetable, homework, marks and trainers. Under 14 with a child account', toParent: 'For parents', toParentText: 'Each child’s diary, absences, contact with teachers, applying to a school',
  toTeacher: 'For teachers', toTeacherText: 'Journal, plans, library and the lesson on the classroom screen', toSchool: 'For schools', toSchoolText: 'Substitutions, reports, requests and admission to grade one',
  enter: 'Sign in with Госуслуги', sharedComputer: 'Somebody else’s computer', sharedComputerNote: 'The session ends after half an hour of silence or with the browser',
  handedOver: 'What Госуслуги hands over', dataNames: 'Name, birth date', dataNamesWhy: 'to know you', dataSnils: 'СНИЛС', dataSnilsWhy: 'to find the school’s record', dataKids: 'Children', dataKidsWhy: 'to show their diaries', dataOrganisations: 'Place of work', dataOrganisationsWhy: 'to confirm the organisation',
  handedOverNote: 'You can revoke this in your Госуслуги profile. We ask for no telephone, mail or address.',
  noChildAccount: 'The child has no account', noChildAccountText: 'Under 14 a parent opens it in their own Госуслуги cabinet: Documents → Family and children → the child’s card → Create an account. Name and СНИЛС of the child are needed. From 14 the teenager registers and confirms alone.',
  cannotSignIn: 'Signing in does not work', cannotSignInText: 'Check that the account is confirmed: the profile says so. If the school does not see you, sign in and send a request: the school administrator receives it.',
  allWorks: (time) => `«Моя школа» works, checked at ${time}`, notReady: 'The service does not answer, try again in a minute', strongVision: 'For the visually impaired', usualVision: 'Usual appearance',
  troubles: {
    'identity.consent_refused': { title: 'You did not allow the data to be handed over', text: 'Without name and birth date nobody can sign in. Press the button again and choose «Предоставить».' },
    'identity.account_unconfirmed': { title: 'The account is not confirmed', text: 'Confirm it at a service centre, in a bank or with an electronic signature, then sign in again.' },
    'identity.account_closed': { title: 'The account was removed', text: 'Госуслуги closed this account. Register again and sign in.' },
    'identity.wrong_account_kind': { title: 'The wrong account', text: 'Sign in as a person: accounts of organisations do not fit.' },
    'identity.second_factor_unavailable': { title: 'The second factor failed', text: 'Госуслуги could not check the code. Try again or change the way of confirming.' },
    'identity.permission_revoked': { title: 'The permission was revoked', text: 'You revoked it in your Госуслуги profile. Sign in again and choose «Предоставить».' },
    'identity.sign_in_expired': { title: 'Signing in was not finished', text: 'More than ten minutes passed or the page was opened twice. Begin again.' },
    'identity.esia_unavailable': { title: 'Госуслуги does not answer', text: 'Signing in is impossible now. Whoever is signed in works as usual. Try again in a few minutes.' },
    'identity.esia_answer_refused': { title: 'The answer of Госуслуги did not pass the check', text: 'We did not sign you in, so as not to mistake the person. Try again; if it repeats, write to support.' },
    'identity.other_account': { title: 'This account belongs to another person already', text: 'An operator checks the data and corrects it.' },
    'identity.merge_waits': { title: 'The СНИЛС belongs to another record', text: 'An operator has been told: they compare the data and open the way, usually within a working day. The school can also check the СНИЛС on your card.' },
  },
  notOpenYet: 'Access is not open yet', notOpenYetSub: 'You are signed in. The school still has to confirm who you are.', myRequests: 'My requests', myRequestsSub: 'One more school, one more child, the course of requests', sentRequests: 'Requests sent', whoAreYou: 'Who are you?', oneMore: 'New request',
  iAmStaff: 'I am a teacher or work in a school', iAmStaffText: 'School, position, subjects and classes', iAmParent: 'I am a parent', iAmParentText: 'A child from Госуслуги or by data', iAmPupil: 'I am a pupil', iAmPupilText: 'Join my school',
  kidsOfAccount: 'Children from Госуслуги', kidLinked: 'diary open', kidRequested: 'request sent', addKid: 'Add', kidNotFound: 'No school with this СНИЛС was found yet', kidNoSnils: 'Госуслуги has no СНИЛС of the child',
  kinds: { staff: 'Staff', child: 'Child', pupil: 'Pupil', correction: 'Correction of data' }, kindsMany: { staff: 'Staff', child: 'Parents', pupil: 'Pupils', correction: 'Corrections' },
  withdraw: 'Withdraw', withdrawn: 'Request withdrawn', states: { PENDING: 'waits', APPROVED: 'approved', REJECTED: 'rejected', WITHDRAWN: 'withdrawn', EXPIRED: 'ran out' },
  waitsUntil: (when) => `the school answers by ${when}`, differs: (names) => `Differ: ${names.map((name) => name.replace('снилс', 'СНИЛС')).join(', ')}.`, schoolCorrects: 'The school’s record is wrong: the administrator corrects it, you need not do anything.', checkYourData: 'Check what you typed or show the school a paper.',
  ownChecks: { matched: 'The data match, waiting for approval.', differs: '', notFound: 'No record found yet: the administrator looks by hand.', noSnils: 'The school has no СНИЛС to compare: the administrator will ask for a paper.', document: 'The school compares the data and asks for a paper.' },
  expiredAdvice: 'The school did not answer in time. Send the request again; the curator knows.',
  askTitles: { staff: 'I work in a school', child: 'Add a child', pupil: 'Join my school' }, askSubs: { staff: 'The school administrator confirms the employment', child: 'The data are compared with the school’s record', pupil: 'The data are compared with the school’s record' },
  stepSchool: 'School', stepChild: 'Child', stepDetails: 'Details', stepSent: 'Sent', otherSchool: 'Another school', sentTo: (school) => `Request sent: ${school}`, sentNote: 'The answer appears here without reloading.', toRequests: 'To my requests',
  anyRegion: 'All regions', anyMunicipality: 'All municipalities', findSchool: 'Name, ОГРН or ИНН of the school', noSchoolFound: 'No school found. Check the name or the region; it may not be connected yet.',
  staffRoles: { teacher: 'Teacher', deputyHead: 'Deputy head', principal: 'Principal', staff: 'Other staff' }, position: 'Position', positionHint: 'As in the contract: teacher of physics', positionNeeded: 'Write the position', subjectsWish: 'Subjects and classes', subjectsWishHint: 'Physics, grades 7–9', sendRequest: 'Send the request',
  dataFromAccount: 'Name, birth date and СНИЛС come from your Госуслуги account.', unknownClass: 'do not know', whichChild: 'Which child', fromGosuslugi: 'from Госуслуги', otherChild: 'Another child', otherChildNote: 'I type the data, the school asks for a paper', noKidsInAccount: 'Госуслуги names no children, or you did not sign in as a parent. Type the data: the school compares them and asks for a paper.',
  basis: 'Who you are to the child', basisHint: 'The school asks for a paper', bases: { parent: 'Parent', adopter: 'Adoptive parent', guardian: 'Guardian', custodian: 'Custodian', representative: 'Representative' },
  request: 'Request', nameOrSnils: 'Name or СНИЛС', allRoles: 'All roles', answerInTime: 'Nobody waits longer than a day', overdueCount: (n) => `${n} ${s(n, 'waits', 'wait')} too long`,
  tabs: { waiting: 'Waiting', matched: 'Matching', differs: 'Differing', document: 'Paper needed', decided: 'Decided' },
  emptyTabs: { waiting: 'Requests of staff, parents and pupils will appear here.', matched: 'No request in which everything matches.', differs: 'No request that differs.', document: 'No request that needs a paper.', decided: 'Decided requests will appear here.' },
  whoAsks: 'Who asks', whereTo: 'For whom, where', check: 'Comparison', waits: 'Waits', decision: 'Decision', roleWords: { teacher: 'teacher', deputyHead: 'deputy head', principal: 'principal', staff: 'staff', parent: 'parent', guardian: 'guardian', custodian: 'custodian', representative: 'representative', pupil: 'pupil', correction: 'correct data' },
  checks, differenceCount: (n) => `${n} ${s(n, 'difference', 'differences')}`, chosenCount: (n) => `${n} ${s(n, 'request', 'requests')} chosen`, chosenNote: 'name, СНИЛС and birth date match in all', clearChoice: 'Clear', approveCount: (n) => `Approve ${n}`,
  approvedCount: (n) => `Approved: ${n}.`, leftCount: (n, why) => `${n} left: ${why}`, approvedOne: 'Request approved', correctedOne: 'Corrected, the former value is kept in the history', rejectedOne: 'Request rejected, the asker sees the reason',
  asksFor: { staff: 'Asks to confirm the employment', child: 'Asks to add a child', pupil: 'Asks to join the school', correction: 'Госуслуги and the school differ' }, gosuslugi: 'Госуслуги', typed: 'Asker', typedByAsker: 'typed by the asker', registry: 'School register', comparison: 'Two sources compared',
  verdicts: {
    differs: differsVerdict, matched: { title: 'Everything matches.', text: 'It can be approved.' }, notFound: { title: 'No record found.', text: 'There is no such pupil here, or the data differ a lot.' },
    noSnils: { title: 'There is no СНИЛС to compare.', text: 'Name and birth date match, but nobody is linked by name.' }, document: { title: 'A paper is needed.', text: 'The right cannot be confirmed automatically.' },
  },
  why: { same: '', same_folded: 'ё and е count as one letter', typo: 'Looks like a slip', typoOfRegistry: 'Looks like a slip in the register', swapped_digits: 'Neighbouring digits are exchanged', different: 'The values differ', missing: 'One side is empty', rightSum: 'The check sum in the register is wrong', leftSum: 'The check sum of the asker is wrong' },
  facts: { position: 'Position', wish: 'Subjects, classes', class: 'Class', source: 'Data', birthDate: 'Birth date' }, candidates: 'Similar pupils', compareWith: 'Compare', course: 'Course of the request', stepText, overdue: 'the answer is late',
  whatToDo: 'What to do', correctInRegistry: 'Correct the register', approve: 'Approve', approveByDocument: 'Approve by a paper', rejectWithReason: 'Reject with a reason', reject: 'Reject', rejectTitle: 'Reject the request', reasonHint: 'The asker reads it word for word',
  advice: {
    approve: 'Both records speak of one person.', registryWrong: 'The school’s register is wrong: the state has checked the data of Госуслуги, the asker need not do anything.', unknownWrong: 'Ask for a paper: it is unknown which side is wrong.', notFound: 'Choose one of the similar pupils or reject with an explanation.',
    staffDocument: 'Approve by the order of employment: the person enters the register in this position.', noSnils: 'Ask for the СНИЛС or the birth certificate and approve by it.', document: 'Look at the paper and note which one it was.',
  },
  document: 'Paper', documentHintStaff: 'Order of employment, number and date', documentHintChild: 'Birth certificate or guardianship order: number and date',
  appoint: 'Appoint', appointed: 'Appointed. Access opens at the first sign-in with Госуслуги', release: 'Release', released: 'released', releasedToast: 'Released, access is closed', releaseTitle: (name) => `Release: ${name}`, releaseLead: 'Access closes at once, open pages stop updating. The history stays.',
  regionalCurators: 'Curators of the region', municipalCurators: 'Curators of the municipality', administrators: 'Administrators of the school', noCurators: 'No curator is appointed.', noAdministrators: 'No administrator is appointed. Without one the school cannot begin.', appointCurator: 'Appoint a curator', appointAdministrator: 'Appoint an administrator', appointedAbove: 'The level above appoints.',
  snilsFinds: 'By it the person is known at sign-in', basisOrder: 'Ground', basisOrderHint: 'Order, number and date', sinceDay: (day) => `since ${day}`, untilDay: (day) => `until ${day}`, hasSignedIn: 'has signed in', hasNotSignedIn: 'has not signed in yet',
  signTitle: 'Sign the act', signLead: 'This act is confirmed with an electronic signature. Exactly this text is signed:', signStudy: 'Sign with the study signature', signDocument: 'Text of the document', signFileName: 'Document to sign.txt', signTake: 'Save the document on your computer.', signDownload: 'Download the document', signOwn: 'Sign it with your own program: a detached signature, form CAdES-BES, with the certificate inside. Do not change the document.', signBring: 'Bring the file of the signature', signBringHint: 'The .sig or .p7s file that the program made', signatureRefused: 'The signature is not accepted', signatureFault, signStudyNote: 'The study signature exists in the demonstration only: it shows the step and proves nothing.',
  profile: 'Profile', profileSub: 'Data, devices and consents', myData: 'My data', confirmed: 'Identity', byGosuslugi: 'confirmed by Госуслуги', notConfirmed: 'not confirmed', lastSignIn: 'Last sign-in', dataNote: 'Is something wrong? Correct it in Госуслуги or tell the school administrator.',
  devices: 'Where you are signed in', endOthers: 'Sign out elsewhere', endSession: 'Sign out', ended: 'Session ended', endedCount: (n) => `Sessions ended: ${n}`, unknownDevice: 'Unknown device', thisDevice: 'this device', sharedShort: 'somebody else’s computer', signedInAt: (when) => `signed in ${when}`, seenAt: (when) => `active ${when}`, network: (name) => `network ${name}`,
  thisDeviceLooks: 'Appearance on this device', language: 'Language', scheme: 'Colours', auto: 'As in the system', light: 'Light', dark: 'Dark', vision: 'Eyesight',
  consents: 'Consents', consentsSub: 'What you allowed and what can be withdrawn', consentsLead: 'One document per purpose. Nothing is ticked beforehand.', waitsForYou: 'waits for you', firstTime: 'Before you begin', firstTimeText: 'Read the required document. The others are voluntary: they change nothing about learning or the diary.', allAnswered: 'The required one is accepted', goOn: 'Go on',
  whoseData: 'Whose data', myself: 'Mine', parentAnswers: 'Under 14 a parent answers for you: here you see what they decided.', childAnswers: 'From 14 the child answers alone: here you see what they decided.', requiredDocument: 'required for work', optionalDocument: 'voluntary', readText: (edition) => `Text, edition ${edition} (in Russian)`,
  iAccept: 'I have read and accept it', iAgree: 'I have read it and agree', give: 'Save the answer', given: 'Answer saved', givenBy: (when, who) => `given ${when}${who ? `, ${who}` : ''}`, withdrawConsent: 'Withdraw', withdrawTitle: (title) => `Withdraw: ${title}`, consentWithdrawn: 'Consent withdrawn', wasWithdrawn: (when) => `withdrawn ${when}`, newEdition: 'There is a new edition', noAnswer: 'no answer',
  withdrawRequired: 'Without this document we ask again at the next sign-in. Records of learning stay: the school keeps them by law.', withdrawOptional: 'The act it allowed stops. Records of learning are not touched.',
  withoutConsent: 'What is done without consent', withoutConsentText: 'Journal, diary, marks, attendance, personal files and reports are kept by the school under the law on education; no consent is needed for that and none can be withdrawn. You may always correct wrong data and see who opened them.',
  connection: 'Connection', connectionSub: 'From opening a school to the first marks', funnel: 'Funnel', waitingRequests: 'Requests waiting', merges: 'Disputed СНИЛС', funnelSteps: 'How many schools got there', funnelPeople: 'People', noFunnel: 'Schools will appear here once they are opened.', fewPeople: 'under 10', ofCount: (of) => `of ${of}`,
  funnelStep: { schools: 'School opened', adminSignedIn: 'Administrator signed in', staffImported: 'Staff entered', staffSignedIn: 'Staff sign in', classesWithPupils: 'Classes with pupils', parentsConnected: 'Parents connected', firstMarks: 'First marks' },
  funnelNote: { schools: 'opened by a curator', adminSignedIn: 'appointed and signed in', staffImported: 'more than one person', staffSignedIn: 'at least half', classesWithPupils: 'at least one class', parentsConnected: 'for half of the pupils', firstMarks: 'a mark is in the journal' },
  staffSignedIn: 'staff signed in', classesWithPupils: 'classes with pupils', pupilsCount: 'pupils', pupilsWithParent: 'pupils with a connected parent', parts: { country: 'By region', region: 'By municipality', municipality: 'By school' }, territory: 'Territory', withAdmin: 'Administrator', withClasses: 'Classes', withParents: 'Parents', withMarks: 'Marks', progress: 'Progress', stage: 'Got as far as', stepsDone: 'Steps',
  waitingSub: 'Schools in which requests wait; no people are shown', waitingSchools: 'Schools with waiting requests', overdueShort: 'Too long', oldest: 'Oldest', isAppointed: 'appointed', notAppointed: 'not appointed', nothingWaits: 'No request waits anywhere.',
  mergesSub: 'Sign-ins whose СНИЛС belongs to another record', noMerges: 'There are no disputed sign-ins.', decide: 'Decide', decided: 'Decision noted', mergeTitle: 'Whose СНИЛС is it?', mergeWhose: 'The record belongs to', mergeRefuse: 'The former account', mergeMove: 'The new account', mergeStates: { OPEN: 'waits', MOVED: 'given to the new one', REFUSED: 'left with the former one' },
  mergeLine: (came, cameBorn, known, knownBorn) => `Signed in: ${came}, ${cameBorn}. In the register: ${known}, ${knownBorn}`,
  checkAgain: 'Check again', workplaceReady: 'The workplace is ready to sign', workplaceUsual: 'Everything for ordinary work is here', workplaceUsualText: 'Plug-in and certificate are needed by those who sign. Everything else works without them.', checked: 'What was checked', checking: 'checking',
  browser: 'Browser with ГОСТ', browserWords: { gost: 'supports ГОСТ', other: 'ordinary' }, browserAdvice: 'Signing and protected sign-in need Yandex Browser or Chromium-Gost, one of the last three versions.', plugin: 'CryptoPro Browser plug-in', pluginVersion: (version) => `version ${version}`, noPlugin: 'not found', pluginAdvice: 'Install CryptoPro CSP and the plug-in, then switch the extension on.',
  certificate: 'Signing certificate', certificateCount: (n) => n === 0 ? 'none' : `${n} ${s(n, 'certificate', 'certificates')}`, certificateAdvice: 'A certification centre issues it. Insert the carrier and install it into the personal store.', secureLine: 'Protected connection', secureYes: 'yes', secureNo: 'no', secureAdvice: 'Open the address with https://.',
  clock: 'Clock of the computer', clockWord: (seconds) => Math.abs(seconds) < 5 ? 'exact' : `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}`, clockUnknown: 'could not be told', clockAdvice: 'Set the time over the internet: with a wrong clock a signature is refused.',
  problem: {
    'identity.already_asked': 'Such a request has already been sent to this school.', 'identity.already_here': 'You are in this school already.', 'identity.snils_wrong': 'Check the СНИЛС: its check sum is wrong.', 'identity.birth_date_wrong': 'Check the birth date.', 'identity.too_many_requests': 'Too many requests wait. Wait for an answer or withdraw some.',
    'identity.already_decided': 'The request has been decided. The screen shows how.', 'identity.changed_meanwhile': 'The request changed while you looked. Look again.', 'identity.document_needed': 'Not everything matches: a paper is needed.', 'identity.no_record': 'The school has no record: point at the pupil first.', 'identity.nothing_to_correct': 'Nothing to correct: the data are not from Госуслуги or match already.', 'identity.own_request': 'Another administrator decides your own request.', 'identity.no_account': 'This record has no Госуслуги account.',
    'identity.other_edition': 'There is a new edition. Read it and answer again.', 'identity.not_your_answer': 'You do not answer for this person.', 'identity.not_given': 'There is no consent to withdraw.',
    'identity.signature_needed': 'An electronic signature of exactly this act is needed.', 'identity.signature_refused': 'The signature is not accepted.', 'identity.signature_wrong': 'The signature does not fit the text.', 'identity.study_signer_absent': 'Signing is impossible here: no check of signatures is set up.', 'identity.step_up_expired': 'The time to sign is over, begin again.',
    'identity.already_appointed': 'This person is appointed already.', 'identity.other_person': 'The СНИЛС belongs to another person: check number and name.', 'identity.not_yourself': 'Nobody appoints themselves.', 'identity.esia_unavailable': 'Госуслуги does not answer now.',
  },
}
