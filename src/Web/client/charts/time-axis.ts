const minute = 60;
const hour = 3600;
const day = 86400;

/** Steps between the marks of an axis of seconds that people count in. */
export const timeSteps = [
  ...[-3, -2, -1].flatMap((power) => [1, 2, 5].map((step) => step * 10 ** power)), 1, 2, 5, 10, 15, 30, minute, 2 * minute, 5 * minute, 10 * minute,
  15 * minute, 30 * minute, hour, 2 * hour, 4 * hour, 6 * hour, 12 * hour, day, 2 * day, 5 * day, 10 * day, 30 * day, 60 * day, 180 * day, 360 * day, 1800 * day,
];

/** Seconds in words that fit the step between two marks, for example `2:30`, `14 h` or `3 d`. */
export function duration(seconds: number, step: number): string {
  if (seconds === 0) return "0";
  if (step >= day) return `${trimmed(seconds / day)} d`;
  if (step >= hour) return `${trimmed(seconds / hour)} h`;
  if (step < 1 || Math.abs(seconds) < minute) return `${trimmed(seconds)} s`;
  const rest = Math.round(Math.abs(seconds));
  const [hours, minutes, left] = [Math.floor(rest / hour), Math.floor(rest / minute) % 60, rest % 60];
  const tail = step >= minute && left === 0 ? "" : `:${two(left)}`;
  return `${seconds < 0 ? "−" : ""}${hours}:${two(minutes)}${tail}${tail ? "" : " h"}`;
}

function trimmed(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 3 });
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
