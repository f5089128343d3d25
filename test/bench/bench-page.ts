import type { JudgeTime } from "./judge-time.ts";
import type { Measured } from "./measure.ts";

/** What was measured of one estate. */
export interface EstateFigures extends Measured {
  readonly name: string;
  readonly targets: number;
  readonly manifests: number;
  /** Milliseconds per step of the run, in one process without its start. */
  readonly steps: Readonly<Record<string, number>>;
}

/** What was measured of one peer, over the largest estate. */
export interface PeerFigures extends Measured {
  readonly name: string;
  readonly version: string;
  readonly does: string;
}

/** Everything one bench found out. */
export interface BenchResult {
  readonly day: string;
  readonly written: boolean;
  readonly machine: string;
  readonly estates: readonly EstateFigures[];
  readonly peers: readonly PeerFigures[];
  /** Peers that this machine does not have. */
  readonly missing: readonly string[];
  readonly judging: JudgeTime;
}

/** The figures as a page, ratios first: absolute times differ from machine to machine and from hour to hour. */
export function benchPage(result: BenchResult): string {
  const { day, written, machine, estates, judging } = result;
  return [
    "# Speed and memory",
    "",
    `${written ? `Written by \`npm run bench -- --write ${day}\` on ` : ""}${machine}. Ratios compare runs of the same minutes on the same machine; absolute times are noise elsewhere.`,
    "",
    ...ratioLines(result),
    "",
    "## `npm run validate`",
    "",
    "| estate | targets | manifests | best | median | manifests per second | peak memory |",
    "|---|---|---|---|---|---|---|",
    ...estates.map(estateRow),
    "",
    ...growthLines(estates),
    `All ${judging.rules} rules over 1,000 manifests, warm: ${judging.milliseconds.toFixed(0)} ms.`,
    "",
    "## Shares of the steps",
    "",
    `| step | ${estates.map(({ name }) => name).join(" | ")} |`,
    `|---|${estates.map(() => "---").join("|")}|`,
    ...stepRows(estates),
    "",
  ].join("\n");
}

function ratioLines({ estates, peers, missing }: BenchResult): string[] {
  const ours = estates.at(-1);
  const absent = missing.length === 0 ? [] : [`Not on this machine: ${missing.join(", ")}.`, ""];
  if (!ours || peers.length === 0) return absent;
  const total = peers.reduce((sum, { best }) => sum + best, 0);
  return [
    ...absent,
    `The same ${ours.manifests} manifests of ${ours.name}; \`alto validate\` does all of it, from the YAML on:`,
    "",
    "| tool | what it does | seconds | times alto validate |",
    "|---|---|---|---|",
    `| alto validate | reads, resolves, renders, checks, judges | ${ours.best.toFixed(2)} | 1 |`,
    ...peers.map(
      ({ name, version, does, best }) =>
        `| ${name} ${version} | ${does} | ${best.toFixed(2)} | ${(best / ours.best).toFixed(1)} |`,
    ),
    `| all of them | | ${total.toFixed(2)} | ${(total / ours.best).toFixed(1)} |`,
  ];
}

function estateRow({ name, targets, manifests, best, median, memory }: EstateFigures): string {
  const cells = [
    name,
    targets,
    manifests,
    `${best.toFixed(2)} s`,
    `${median.toFixed(2)} s`,
    Math.round(manifests / best),
    memory === undefined ? "unknown" : `${Math.round(memory)} MiB`,
  ];
  return `| ${cells.join(" | ")} |`;
}

/** How time grows where the estate grows tenfold, without the start that every run has. */
function growthLines(estates: readonly EstateFigures[]): string[] {
  const [, small, large] = estates;
  if (!small || !large) return [];
  const sum = ({ steps }: EstateFigures) =>
    Object.values(steps).reduce((total, milliseconds) => total + milliseconds, 0);
  const manifests = (large.manifests / small.manifests).toFixed(1);
  const time = (sum(large) / sum(small)).toFixed(1);
  return [`${manifests} times the manifests take ${time} times the time of the steps.`, ""];
}

function stepRows(estates: readonly EstateFigures[]): string[] {
  const names = Object.keys(estates[0]?.steps ?? {});
  return names.map((name) => {
    const cells = estates.map(({ steps }) => {
      const total = Object.values(steps).reduce((sum, one) => sum + one, 0);
      return `${Math.round(((steps[name] ?? 0) / total) * 100)} %`;
    });
    return `| ${name} | ${cells.join(" | ")} |`;
  });
}
