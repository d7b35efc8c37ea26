import { enumOf } from "../../gateway/api/enum.js";
import {
  ATTENDANCE_WORDS,
  BOOKING_CHANGE_WORDS,
  BOOKING_STATE_WORDS,
  CALENDAR_FEED_KIND_WORDS,
  CHOICE_WORDS,
  GUARANTEE_EFFECT_WORDS,
  SEARCH_STEP_WORDS,
  TIME_OF_DAY_WORDS,
} from "./booking-words.js";

export const BookingStateEnum = enumOf("BookingState", "How an appointment stands.", BOOKING_STATE_WORDS);
export const BookingChangeKindEnum = enumOf("BookingChangeKind", "What happened to an appointment.", BOOKING_CHANGE_WORDS);
export const CalendarFeedKindEnum = enumOf("CalendarFeedKind", "Whose appointments a private calendar holds.", CALENDAR_FEED_KIND_WORDS);
export const AttendanceEnum = enumOf("Attendance", "What became of an appointment whose time has come.", ATTENDANCE_WORDS);
export const GuaranteeEffectEnum = enumOf("GuaranteeEffect", "What the end of an appointment does to the promise.", GUARANTEE_EFFECT_WORDS);
export const ChoiceReasonEnum = enumOf("ChoiceReasonCode", "Why the gateway chose a time. Values may be added.", CHOICE_WORDS);
export const SearchStepEnum = enumOf("SearchStep", "How far the search for a first appointment had gone.", SEARCH_STEP_WORDS);
export const TimeOfDayEnum = enumOf("TimeOfDay", "Part of the day, by the Danish clock.", TIME_OF_DAY_WORDS);
