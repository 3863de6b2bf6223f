import { icon } from './icon.tsx'
import { __iconNode as homeLines } from '@tabler/icons-react/dist/esm/icons/IconHome.mjs'
import { __iconNode as book2Lines } from '@tabler/icons-react/dist/esm/icons/IconBook2.mjs'
import { __iconNode as notebookLines } from '@tabler/icons-react/dist/esm/icons/IconNotebook.mjs'
import { __iconNode as calendarMonthLines } from '@tabler/icons-react/dist/esm/icons/IconCalendarMonth.mjs'
import { __iconNode as calendarLines } from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs'
import { __iconNode as booksLines } from '@tabler/icons-react/dist/esm/icons/IconBooks.mjs'
import { __iconNode as folderLines } from '@tabler/icons-react/dist/esm/icons/IconFolder.mjs'
import { __iconNode as checklistLines } from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs'
import { __iconNode as fileCheckLines } from '@tabler/icons-react/dist/esm/icons/IconFileCheck.mjs'
import { __iconNode as messageCircleLines } from '@tabler/icons-react/dist/esm/icons/IconMessageCircle.mjs'
import { __iconNode as deviceTvLines } from '@tabler/icons-react/dist/esm/icons/IconDeviceTv.mjs'
import { __iconNode as lifebuoyLines } from '@tabler/icons-react/dist/esm/icons/IconLifebuoy.mjs'
import { __iconNode as buildingLines } from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs'
import { __iconNode as buildingCommunityLines } from '@tabler/icons-react/dist/esm/icons/IconBuildingCommunity.mjs'
import { __iconNode as settingsLines } from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs'
import { __iconNode as bellLines } from '@tabler/icons-react/dist/esm/icons/IconBell.mjs'
import { __iconNode as searchLines } from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import { __iconNode as xLines } from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { __iconNode as checkLines } from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import { __iconNode as checksLines } from '@tabler/icons-react/dist/esm/icons/IconChecks.mjs'
import { __iconNode as minusLines } from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs'
import { __iconNode as plusLines } from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { __iconNode as dotsLines } from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import { __iconNode as chevronDownLines } from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import { __iconNode as chevronUpLines } from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs'
import { __iconNode as chevronLeftLines } from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import { __iconNode as chevronRightLines } from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import { __iconNode as selectorLines } from '@tabler/icons-react/dist/esm/icons/IconSelector.mjs'
import { __iconNode as layoutSidebarLeftCollapseLines } from '@tabler/icons-react/dist/esm/icons/IconLayoutSidebarLeftCollapse.mjs'
import { __iconNode as layoutSidebarLeftExpandLines } from '@tabler/icons-react/dist/esm/icons/IconLayoutSidebarLeftExpand.mjs'
import { __iconNode as alertTriangleLines } from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import { __iconNode as alertCircleLines } from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs'
import { __iconNode as infoCircleLines } from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs'
import { __iconNode as circleCheckLines } from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs'
import { __iconNode as circleXLines } from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs'
import { __iconNode as clockLines } from '@tabler/icons-react/dist/esm/icons/IconClock.mjs'
import { __iconNode as lockLines } from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { __iconNode as equalLines } from '@tabler/icons-react/dist/esm/icons/IconEqual.mjs'
import { __iconNode as equalNotLines } from '@tabler/icons-react/dist/esm/icons/IconEqualNot.mjs'
import { __iconNode as paperclipLines } from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs'
import { __iconNode as printerLines } from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs'
import { __iconNode as historyLines } from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs'
import { __iconNode as arrowBackUpLines } from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import { __iconNode as arrowLeftLines } from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs'
import { __iconNode as arrowRightLines } from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs'
import { __iconNode as downloadLines } from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs'
import { __iconNode as uploadLines } from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs'
import { __iconNode as fileUploadLines } from '@tabler/icons-react/dist/esm/icons/IconFileUpload.mjs'
import { __iconNode as fileLines } from '@tabler/icons-react/dist/esm/icons/IconFile.mjs'
import { __iconNode as fileAlertLines } from '@tabler/icons-react/dist/esm/icons/IconFileAlert.mjs'
import { __iconNode as fileTypePdfLines } from '@tabler/icons-react/dist/esm/icons/IconFileTypePdf.mjs'
import { __iconNode as fileSpreadsheetLines } from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs'
import { __iconNode as pencilLines } from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import { __iconNode as trashLines } from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import { __iconNode as eyeLines } from '@tabler/icons-react/dist/esm/icons/IconEye.mjs'
import { __iconNode as eyeOffLines } from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs'
import { __iconNode as userLines } from '@tabler/icons-react/dist/esm/icons/IconUser.mjs'
import { __iconNode as usersLines } from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs'
import { __iconNode as userPlusLines } from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs'
import { __iconNode as userQuestionLines } from '@tabler/icons-react/dist/esm/icons/IconUserQuestion.mjs'
import { __iconNode as userCheckLines } from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs'
import { __iconNode as schoolLines } from '@tabler/icons-react/dist/esm/icons/IconSchool.mjs'
import { __iconNode as backpackLines } from '@tabler/icons-react/dist/esm/icons/IconBackpack.mjs'
import { __iconNode as sendLines } from '@tabler/icons-react/dist/esm/icons/IconSend.mjs'
import { __iconNode as mailLines } from '@tabler/icons-react/dist/esm/icons/IconMail.mjs'
import { __iconNode as linkLines } from '@tabler/icons-react/dist/esm/icons/IconLink.mjs'
import { __iconNode as externalLinkLines } from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs'
import { __iconNode as filterLines } from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs'
import { __iconNode as sortAscendingLines } from '@tabler/icons-react/dist/esm/icons/IconSortAscending.mjs'
import { __iconNode as sortDescendingLines } from '@tabler/icons-react/dist/esm/icons/IconSortDescending.mjs'
import { __iconNode as sunLines } from '@tabler/icons-react/dist/esm/icons/IconSun.mjs'
import { __iconNode as moonLines } from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs'
import { __iconNode as sunMoonLines } from '@tabler/icons-react/dist/esm/icons/IconSunMoon.mjs'
import { __iconNode as languageLines } from '@tabler/icons-react/dist/esm/icons/IconLanguage.mjs'
import { __iconNode as logoutLines } from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs'
import { __iconNode as loginLines } from '@tabler/icons-react/dist/esm/icons/IconLogin.mjs'
import { __iconNode as shieldCheckLines } from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs'
import { __iconNode as keyLines } from '@tabler/icons-react/dist/esm/icons/IconKey.mjs'
import { __iconNode as certificateLines } from '@tabler/icons-react/dist/esm/icons/IconCertificate.mjs'
import { __iconNode as newsLines } from '@tabler/icons-react/dist/esm/icons/IconNews.mjs'
import { __iconNode as listCheckLines } from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs'
import { __iconNode as chartBarLines } from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs'
import { __iconNode as trendingUpLines } from '@tabler/icons-react/dist/esm/icons/IconTrendingUp.mjs'
import { __iconNode as trendingDownLines } from '@tabler/icons-react/dist/esm/icons/IconTrendingDown.mjs'
import { __iconNode as playerPlayLines } from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs'
import { __iconNode as mapPinLines } from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs'
import { __iconNode as phoneLines } from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs'
import { __iconNode as refreshLines } from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs'
import { __iconNode as calendarEventLines } from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs'
import { __iconNode as arrowsExchangeLines } from '@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs'
import { __iconNode as adjustmentsLines } from '@tabler/icons-react/dist/esm/icons/IconAdjustments.mjs'
import { __iconNode as cloudOffLines } from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs'
import { __iconNode as copyLines } from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs'
import { __iconNode as starLines } from '@tabler/icons-react/dist/esm/icons/IconStar.mjs'
import { __iconNode as gripVerticalLines } from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs'
import { __iconNode as tableLines } from '@tabler/icons-react/dist/esm/icons/IconTable.mjs'
import { __iconNode as doorEnterLines } from '@tabler/icons-react/dist/esm/icons/IconDoorEnter.mjs'
import { __iconNode as helpLines } from '@tabler/icons-react/dist/esm/icons/IconHelp.mjs'
import { __iconNode as questionMarkLines } from '@tabler/icons-react/dist/esm/icons/IconQuestionMark.mjs'
import { __iconNode as idLines } from '@tabler/icons-react/dist/esm/icons/IconId.mjs'
import { __iconNode as reportLines } from '@tabler/icons-react/dist/esm/icons/IconReport.mjs'
import { __iconNode as photoLines } from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs'
import { __iconNode as movieLines } from '@tabler/icons-react/dist/esm/icons/IconMovie.mjs'
import { __iconNode as musicLines } from '@tabler/icons-react/dist/esm/icons/IconMusic.mjs'
import { __iconNode as presentationLines } from '@tabler/icons-react/dist/esm/icons/IconPresentation.mjs'
import { __iconNode as fileTextLines } from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import { __iconNode as fileWordLines } from '@tabler/icons-react/dist/esm/icons/IconFileWord.mjs'
import { __iconNode as fileZipLines } from '@tabler/icons-react/dist/esm/icons/IconFileZip.mjs'
import { __iconNode as fileDescriptionLines } from '@tabler/icons-react/dist/esm/icons/IconFileDescription.mjs'
import { __iconNode as layoutGridLines } from '@tabler/icons-react/dist/esm/icons/IconLayoutGrid.mjs'
import { __iconNode as listLines } from '@tabler/icons-react/dist/esm/icons/IconList.mjs'
import { __iconNode as folderPlusLines } from '@tabler/icons-react/dist/esm/icons/IconFolderPlus.mjs'
import { __iconNode as folderShareLines } from '@tabler/icons-react/dist/esm/icons/IconFolderShare.mjs'
import { __iconNode as folderUpLines } from '@tabler/icons-react/dist/esm/icons/IconFolderUp.mjs'
import { __iconNode as folderSymlinkLines } from '@tabler/icons-react/dist/esm/icons/IconFolderSymlink.mjs'
import { __iconNode as shareLines } from '@tabler/icons-react/dist/esm/icons/IconShare.mjs'
import { __iconNode as playerPauseLines } from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs'

export const IconHome = /*#__PURE__*/ icon(homeLines)
export const IconBook2 = /*#__PURE__*/ icon(book2Lines)
export const IconNotebook = /*#__PURE__*/ icon(notebookLines)
export const IconCalendarMonth = /*#__PURE__*/ icon(calendarMonthLines)
export const IconCalendar = /*#__PURE__*/ icon(calendarLines)
export const IconBooks = /*#__PURE__*/ icon(booksLines)
export const IconFolder = /*#__PURE__*/ icon(folderLines)
export const IconChecklist = /*#__PURE__*/ icon(checklistLines)
export const IconFileCheck = /*#__PURE__*/ icon(fileCheckLines)
export const IconMessageCircle = /*#__PURE__*/ icon(messageCircleLines)
export const IconDeviceTv = /*#__PURE__*/ icon(deviceTvLines)
export const IconLifebuoy = /*#__PURE__*/ icon(lifebuoyLines)
export const IconBuilding = /*#__PURE__*/ icon(buildingLines)
export const IconBuildingCommunity = /*#__PURE__*/ icon(buildingCommunityLines)
export const IconSettings = /*#__PURE__*/ icon(settingsLines)
export const IconBell = /*#__PURE__*/ icon(bellLines)
export const IconSearch = /*#__PURE__*/ icon(searchLines)
export const IconX = /*#__PURE__*/ icon(xLines)
export const IconCheck = /*#__PURE__*/ icon(checkLines)
export const IconChecks = /*#__PURE__*/ icon(checksLines)
export const IconMinus = /*#__PURE__*/ icon(minusLines)
export const IconPlus = /*#__PURE__*/ icon(plusLines)
export const IconDots = /*#__PURE__*/ icon(dotsLines)
export const IconChevronDown = /*#__PURE__*/ icon(chevronDownLines)
export const IconChevronUp = /*#__PURE__*/ icon(chevronUpLines)
export const IconChevronLeft = /*#__PURE__*/ icon(chevronLeftLines)
export const IconChevronRight = /*#__PURE__*/ icon(chevronRightLines)
export const IconSelector = /*#__PURE__*/ icon(selectorLines)
export const IconLayoutSidebarLeftCollapse = /*#__PURE__*/ icon(layoutSidebarLeftCollapseLines)
export const IconLayoutSidebarLeftExpand = /*#__PURE__*/ icon(layoutSidebarLeftExpandLines)
export const IconAlertTriangle = /*#__PURE__*/ icon(alertTriangleLines)
export const IconAlertCircle = /*#__PURE__*/ icon(alertCircleLines)
export const IconInfoCircle = /*#__PURE__*/ icon(infoCircleLines)
export const IconCircleCheck = /*#__PURE__*/ icon(circleCheckLines)
export const IconCircleX = /*#__PURE__*/ icon(circleXLines)
export const IconClock = /*#__PURE__*/ icon(clockLines)
export const IconLock = /*#__PURE__*/ icon(lockLines)
export const IconEqual = /*#__PURE__*/ icon(equalLines)
export const IconEqualNot = /*#__PURE__*/ icon(equalNotLines)
export const IconPaperclip = /*#__PURE__*/ icon(paperclipLines)
export const IconPrinter = /*#__PURE__*/ icon(printerLines)
export const IconHistory = /*#__PURE__*/ icon(historyLines)
export const IconArrowBackUp = /*#__PURE__*/ icon(arrowBackUpLines)
export const IconArrowLeft = /*#__PURE__*/ icon(arrowLeftLines)
export const IconArrowRight = /*#__PURE__*/ icon(arrowRightLines)
export const IconDownload = /*#__PURE__*/ icon(downloadLines)
export const IconUpload = /*#__PURE__*/ icon(uploadLines)
export const IconFileUpload = /*#__PURE__*/ icon(fileUploadLines)
export const IconFile = /*#__PURE__*/ icon(fileLines)
export const IconFileAlert = /*#__PURE__*/ icon(fileAlertLines)
export const IconFileTypePdf = /*#__PURE__*/ icon(fileTypePdfLines)
export const IconFileSpreadsheet = /*#__PURE__*/ icon(fileSpreadsheetLines)
export const IconPencil = /*#__PURE__*/ icon(pencilLines)
export const IconTrash = /*#__PURE__*/ icon(trashLines)
export const IconEye = /*#__PURE__*/ icon(eyeLines)
export const IconEyeOff = /*#__PURE__*/ icon(eyeOffLines)
export const IconUser = /*#__PURE__*/ icon(userLines)
export const IconUsers = /*#__PURE__*/ icon(usersLines)
export const IconUserPlus = /*#__PURE__*/ icon(userPlusLines)
export const IconUserQuestion = /*#__PURE__*/ icon(userQuestionLines)
export const IconUserCheck = /*#__PURE__*/ icon(userCheckLines)
export const IconSchool = /*#__PURE__*/ icon(schoolLines)
export const IconBackpack = /*#__PURE__*/ icon(backpackLines)
export const IconSend = /*#__PURE__*/ icon(sendLines)
export const IconMail = /*#__PURE__*/ icon(mailLines)
export const IconLink = /*#__PURE__*/ icon(linkLines)
export const IconExternalLink = /*#__PURE__*/ icon(externalLinkLines)
export const IconFilter = /*#__PURE__*/ icon(filterLines)
export const IconSortAscending = /*#__PURE__*/ icon(sortAscendingLines)
export const IconSortDescending = /*#__PURE__*/ icon(sortDescendingLines)
export const IconSun = /*#__PURE__*/ icon(sunLines)
export const IconMoon = /*#__PURE__*/ icon(moonLines)
export const IconSunMoon = /*#__PURE__*/ icon(sunMoonLines)
export const IconLanguage = /*#__PURE__*/ icon(languageLines)
export const IconLogout = /*#__PURE__*/ icon(logoutLines)
export const IconLogin = /*#__PURE__*/ icon(loginLines)
export const IconShieldCheck = /*#__PURE__*/ icon(shieldCheckLines)
export const IconKey = /*#__PURE__*/ icon(keyLines)
export const IconCertificate = /*#__PURE__*/ icon(certificateLines)
export const IconNews = /*#__PURE__*/ icon(newsLines)
export const IconListCheck = /*#__PURE__*/ icon(listCheckLines)
export const IconChartBar = /*#__PURE__*/ icon(chartBarLines)
export const IconTrendingUp = /*#__PURE__*/ icon(trendingUpLines)
export const IconTrendingDown = /*#__PURE__*/ icon(trendingDownLines)
export const IconPlayerPlay = /*#__PURE__*/ icon(playerPlayLines)
export const IconMapPin = /*#__PURE__*/ icon(mapPinLines)
export const IconPhone = /*#__PURE__*/ icon(phoneLines)
export const IconRefresh = /*#__PURE__*/ icon(refreshLines)
export const IconCalendarEvent = /*#__PURE__*/ icon(calendarEventLines)
export const IconArrowsExchange = /*#__PURE__*/ icon(arrowsExchangeLines)
export const IconAdjustments = /*#__PURE__*/ icon(adjustmentsLines)
export const IconCloudOff = /*#__PURE__*/ icon(cloudOffLines)
export const IconCopy = /*#__PURE__*/ icon(copyLines)
export const IconStar = /*#__PURE__*/ icon(starLines)
export const IconGripVertical = /*#__PURE__*/ icon(gripVerticalLines)
export const IconTable = /*#__PURE__*/ icon(tableLines)
export const IconDoorEnter = /*#__PURE__*/ icon(doorEnterLines)
export const IconHelp = /*#__PURE__*/ icon(helpLines)
export const IconQuestionMark = /*#__PURE__*/ icon(questionMarkLines)
export const IconId = /*#__PURE__*/ icon(idLines)
export const IconReport = /*#__PURE__*/ icon(reportLines)
export const IconPhoto = /*#__PURE__*/ icon(photoLines)
export const IconMovie = /*#__PURE__*/ icon(movieLines)
export const IconMusic = /*#__PURE__*/ icon(musicLines)
export const IconPresentation = /*#__PURE__*/ icon(presentationLines)
export const IconFileText = /*#__PURE__*/ icon(fileTextLines)
export const IconFileWord = /*#__PURE__*/ icon(fileWordLines)
export const IconFileZip = /*#__PURE__*/ icon(fileZipLines)
export const IconFileDescription = /*#__PURE__*/ icon(fileDescriptionLines)
export const IconLayoutGrid = /*#__PURE__*/ icon(layoutGridLines)
export const IconList = /*#__PURE__*/ icon(listLines)
export const IconFolderPlus = /*#__PURE__*/ icon(folderPlusLines)
export const IconFolderShare = /*#__PURE__*/ icon(folderShareLines)
export const IconFolderUp = /*#__PURE__*/ icon(folderUpLines)
export const IconFolderSymlink = /*#__PURE__*/ icon(folderSymlinkLines)
export const IconShare = /*#__PURE__*/ icon(shareLines)
export const IconPlayerPause = /*#__PURE__*/ icon(playerPauseLines)
