type Column = (number | null)[];

/**
 * Thins columns to about `budget` samples between two indexes: of every bucket the extremes of each column stay, and every
 * sample of a column in `keep` stays, so that no peak and no flagged sample disappears from sight.
 */
export function decimate(columns: Column[], range: [number, number], budget: number, keep: number[]): Column[] {
  const [from, to] = range;
  const size = Math.ceil((to - from) / Math.max(1, Math.floor(budget / (2 * Math.max(1, columns.length - 1)))));
  if (size <= 2) return columns.map((column) => column.slice(from, to));
  const chosen = new Set<number>([from, to - 1]);
  for (let start = from; start < to; start += size) {
    const end = Math.min(to, start + size);
    for (let c = 1; c < columns.length; c++) pick(columns[c]!, start, end, keep.includes(c), chosen);
  }
  const order = [...chosen].sort((a, b) => a - b);
  return columns.map((column) => order.map((i) => column[i] ?? null));
}

function pick(column: Column, start: number, end: number, all: boolean, chosen: Set<number>): void {
  let low = -1;
  let high = -1;
  for (let i = start; i < end; i++) {
    const value = column[i];
    if (value == null) continue;
    if (all) chosen.add(i);
    if (low < 0 || value < column[low]!) low = i;
    if (high < 0 || value > column[high]!) high = i;
  }
  if (low >= 0) chosen.add(low).add(high);
}

/** First index whose value is not below `x`, in ascending values. */
export function lowerBound(values: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
