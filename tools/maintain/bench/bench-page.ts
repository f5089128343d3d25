import type { RuleTime } from "./rule-time.ts";
import type { Measured } from "./measure.ts";
import type { Steps } from "./print-steps.ts";

/** The measurements of one estate. The steps are those of one process, without its start. */
export interface EstateFigures extends Measured, Steps {
  readonly name: string;
  readonly changes: readonly ChangeFigures[];
}

/** The measurements of `alto diff` between two commits of an estate. */
export interface ChangeFigures extends Measured {
  readonly touches: string;
}

/** The measurements of a comparison in which every environment of a large estate changes. */
export interface WideFigures extends Measured {
  readonly environments: number;
}

/** The measurements of one peer on the largest estate. */
export interface PeerFigures extends Measured {
  readonly name: string;
  readonly version: string;
  readonly does: string;
}

/** The measurements of one bench. */
export interface BenchFigures {
  readonly estates: readonly EstateFigures[];
  readonly peers: readonly PeerFigures[];
  readonly wide?: WideFigures;
  /** Peers that are not installed. */
  readonly missing: readonly string[];
  readonly evaluation: RuleTime;
}

export interface BenchResult extends BenchFigures {
  /** Set only for a bench that is written to docs. */
  readonly day?: string;
  readonly machine: string;
  /** The load average of the previous minute. */
  readonly load: number;
}

/** The measurements as a page, ratios first: absolute times depend on the machine and its load. */
export function benchPage(result: BenchResult): string {
  const { day, machine, load, estates } = result;
  const written = day === undefined ? "" : `Written by \`npm run bench -- --write ${day}\`. `;
  return [
    "# Speed and memory",
    "",
    `${written}${machine}; load before the start ${load.toFixed(1)}. Ratios compare commands that ran in turn on the same machine; absolute times do not compare across machines.`,
    "",
    "## Against other tools",
    "",
    ...peerLines(result),
    "## Growth",
    "",
    ...growthLines(estates),
    "## `npm run validate`",
    "",
    "Each run is a new process, started by npm, with `--no-cache`.",
    "",
    ...table(
      [
        "estate",
        "targets",
        "manifests",
        "best",
        "median",
        "processor",
        "per second",
        "peak memory",
      ],
      estates.map(estateCells),
    ),
    "## `alto diff`",
    "",
    "Compares two commits and writes the comment of a pull request. Rows without `after` have no run cache; after a run over main, only the changed environments are rendered and evaluated. For a file of one environment the targets are 2 s on the first estate, and 5 s and a tenth of a validate with 100 environments.",
    "",
    ...table(
      ["estate", "the change", "best", "median", "processor", "of a validate", "peak memory"],
      estates.flatMap((estate) => estate.changes.map((change) => changeCells(estate, change))),
    ),
    ...wideLines(result.wide),
    "## Shares of the steps",
    "",
    "Shares of the processor time of one process.",
    "",
    ...table(["step", ...estates.map(({ name }) => name)], stepRows(estates)),
    "## Rules",
    "",
    ...ruleLines(result),
  ]
    .join("\n")
    .replace(/\n+$/, "\n");
}

function peerLines({ estates, peers, missing }: BenchResult): string[] {
  const ours = estates.at(-1);
  const absent = missing.map(
    (name) =>
      `Not installed: ${name} (\`npx node tools/maintain/programs/tools.ts ${name}\` builds it).\n`,
  );
  if (!ours || peers.length === 0) return absent;
  const rows = peers.map(({ name, version, does, best, processor }) => [
    `${name} ${version}`,
    does,
    ...timeCells(ours, { best, processor }),
  ]);
  const all = {
    best: sum(peers.map(({ best }) => best)),
    processor: sum(peers.map(({ processor }) => processor)),
  };
  return [
    ...absent,
    `All tools check the same ${ours.manifests} manifests of ${ours.name}. \`alto validate\` does all of their work in one process, and also reads, resolves and renders the estate.`,
    "",
    ...table(
      ["tool", "what it does", "times alto validate", "times its processor time", "seconds"],
      [
        ...rows,
        [
          peers.length === 1 ? "together" : `all ${peers.length} together`,
          "",
          ...timeCells(ours, all),
        ],
        ["alto validate", "everything, starting from YAML", ...timeCells(ours, ours)],
      ],
    ),
    `The target, with all three and 100 environments on two cores, is 10.0 times; the result is ${(all.best / ours.best).toFixed(1)}.`,
    "",
    ...peers
      .filter(({ matches }) => matches.length > 0)
      .map(({ name, matches }) => `Output of ${name}: ${matches.join(" and ")}\n`),
  ];
}

type Times = Pick<Measured, "best" | "processor">;

function timeCells(ours: Times, { best, processor }: Times): string[] {
  return [
    `**${(best / ours.best).toFixed(1)}**`,
    (processor / ours.processor).toFixed(1),
    best.toFixed(2),
  ];
}

function estateCells(figures: EstateFigures): string[] {
  const { name, targets, manifests, best } = figures;
  return [
    name,
    String(targets),
    String(manifests),
    ...secondsCells(figures),
    String(Math.round(manifests / best)),
    memoryCell(figures),
  ];
}

function wideLines(wide: WideFigures | undefined): string[] {
  if (!wide) return [];
  const { environments, best, processor } = wide;
  const took = `${best.toFixed(1)} s, ${processor.toFixed(1)} s of processor time and ${memoryCell(wide)}`;
  return [
    `An image change in all of ${environments} environments, measured once: ${took}. The targets are 60 s and 1024 MiB.`,
    "",
  ];
}

function changeCells(estate: EstateFigures, change: ChangeFigures): string[] {
  const share = (change.processor / estate.processor).toFixed(2);
  return [
    estate.name,
    change.touches,
    ...secondsCells(change),
    `${share} times`,
    memoryCell(change),
  ];
}

function secondsCells({ best, median, processor }: Measured): string[] {
  return [best, median, processor].map((seconds) => `${seconds.toFixed(2)} s`);
}

function memoryCell({ memory }: Measured): string {
  return memory === undefined ? "unknown" : `${Math.round(memory)} MiB`;
}

/**
 * Ten times the estate in ten times the time is linear. The constant start of a run makes the whole look better than
 * its steps.
 */
function growthLines(estates: readonly EstateFigures[]): string[] {
  const [, small, large] = estates;
  if (!small || !large) return ["Needs a bench of all sizes.", ""];
  const growth = (of: (figures: EstateFigures) => number): string =>
    (of(large) / of(small)).toFixed(1);
  return [
    `From ${small.name} to ${large.name}, ${growth(({ manifests }) => manifests)} times the manifests take:`,
    "",
    `- ${growth(({ best }) => best)} times the wall time and ${growth(({ processor }) => processor)} times the processor time of the command,`,
    `- ${growth(({ steps }) => sum(Object.values(steps)))} times the processor time of the steps of the run, without the start of the process,`,
    `- ${growth(({ memory = 0 }) => memory)} times the memory.`,
    "",
  ];
}

function stepRows(estates: readonly EstateFigures[]): string[][] {
  const shares = Object.keys(estates[0]?.steps ?? {}).map((name) => [
    name,
    ...estates.map(({ steps }) => {
      const share = (steps[name] ?? 0) / sum(Object.values(steps));
      return `${Math.round(share * 100)} %`;
    }),
  ]);
  const whole = estates.map(({ steps }) => `${Math.round(sum(Object.values(steps)))} ms`);
  return [...shares, ["all", ...whole]];
}

function ruleLines({ evaluation, estates, peers }: BenchResult): string[] {
  const conftest = peers.find(({ name }) => name === "conftest");
  const manifests = estates.at(-1)?.manifests ?? 0;
  const ours = `All ${evaluation.rules} rules over 1,000 manifests, warm, in one process: ${evaluation.milliseconds.toFixed(0)} ms of processor time.`;
  if (!conftest || manifests === 0) return [ours, ""];
  const theirs = (conftest.processor / manifests) * 1_000_000;
  return [
    `${ours} conftest with the same rules and input, its start and reading spread over ${manifests} manifests: ${theirs.toFixed(0)} ms.`,
    "",
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return [...lines, ""];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
