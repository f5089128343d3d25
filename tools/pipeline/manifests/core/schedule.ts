interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words?: readonly string[];
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const days = "sun mon tue wed thu fri sat".split(" ");
const fields: readonly Field[] = [
  { name: "minute", least: 0, most: 59 },
  { name: "hour", least: 0, most: 23 },
  { name: "day of the month", least: 1, most: 31 },
  { name: "month", least: 1, most: 12, words: ["", ...months] },
  { name: "day of the week", least: 0, most: 6, words: days },
];
const macros = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;

/** Returns the problem of a cron schedule (five fields or a macro), or undefined if it is valid. */
export function scheduleProblem(schedule: string): string | undefined {
  if (/^(CRON_)?TZ=/.test(schedule)) return "the time zone must be set in timeZone";
  if (schedule.startsWith("@every ")) {
    return /^@every ([0-9.]+(h|m|s|ms|us|ns))+$/.test(schedule)
      ? undefined
      : "it must be a duration";
  }
  if (schedule.startsWith("@")) {
    return macros.test(schedule) ? undefined : "it is not a known macro";
  }
  const parts = schedule.trim().split(/\s+/);
  if (parts.length !== fields.length) return `it has ${parts.length} fields, not 5`;
  for (const [index, field] of fields.entries()) {
    const problem = (parts[index] ?? "")
      .split(",")
      .map((part) => partProblem(part, field))
      .find((found) => found !== undefined);
    if (problem !== undefined) return `${field.name}: ${problem}`;
  }
  return undefined;
}

function partProblem(part: string, field: Field): string | undefined {
  const [range = "", step, ...rest] = part.split("/");
  if (rest.length > 0) return `\`${part}\` has more than one step`;
  if (step !== undefined && !/^0*[1-9][0-9]*$/.test(step)) return `\`${step}\` is not a step`;
  if (range === "*" || range === "?") return undefined;
  const [from = "", to, ...more] = range.split("-");
  const first = valueOf(from, field);
  const last = to === undefined ? first : valueOf(to, field);
  if (more.length > 0 || first === undefined || last === undefined) {
    return `\`${range}\` is not a value or range`;
  }
  if (first < field.least || last > field.most) {
    return `\`${range}\` is not between ${field.least} and ${field.most}`;
  }
  return first > last ? `\`${range}\` ends before it starts` : undefined;
}

function valueOf(text: string, field: Field): number | undefined {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const index = field.words?.indexOf(text.toLowerCase()) ?? -1;
  return index >= 0 && text !== "" ? index : undefined;
}
