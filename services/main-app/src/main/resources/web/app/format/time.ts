/** Times as traders of these markets read them: US Eastern. */

const EASTERN = 'America/New_York';

const clockFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: EASTERN, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});
const dayFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: EASTERN, month: 'short', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});
const hourFormat = new Intl.DateTimeFormat('en-US', { timeZone: EASTERN, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });

/** 16:42:07 */
export function clock(instant: string | undefined): string {
  return instant === undefined ? '–' : clockFormat.format(new Date(instant));
}

/** Nov 22, 16:42:07 */
export function moment(instant: string | undefined): string {
  return instant === undefined ? '–' : dayFormat.format(new Date(instant));
}

/** 5:00 PM EST */
export function hour(instant: string): string {
  return hourFormat.format(new Date(instant));
}

/** 07:42, or 1:02:03 beyond an hour; never negative. */
export function countdown(seconds: number): string {
  const left = Math.max(0, Math.floor(seconds));
  const two = (value: number): string => value.toString().padStart(2, '0');
  const minutes = Math.floor(left / 60);
  return minutes >= 60
    ? `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(left % 60)}`
    : `${two(minutes)}:${two(left % 60)}`;
}

/** 350 ms, 4.2 s, 3 min, 2 h */
export function age(milliseconds: number): string {
  if (milliseconds < 1000) {
    return `${Math.max(0, Math.round(milliseconds))} ms`;
  }
  if (milliseconds < 60_000) {
    return `${(milliseconds / 1000).toFixed(1)} s`;
  }
  return milliseconds < 3_600_000 ? `${Math.round(milliseconds / 60_000)} min` : `${Math.round(milliseconds / 3_600_000)} h`;
}

/** The start of a day in New York, as RFC 3339, from a date such as 2026-11-22. */
export function easternMidnight(date: string, plusDays = 0): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const guess = Date.UTC(year, month - 1, day + plusDays, 5);
  const shown = Number(new Intl.DateTimeFormat('en-US', { timeZone: EASTERN, hour: 'numeric', hourCycle: 'h23' }).format(new Date(guess)));
  return new Date(guess - shown * 3_600_000).toISOString();
}
