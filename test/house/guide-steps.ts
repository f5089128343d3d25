/** One fenced block of a guide. */
export interface GuideStep {
  readonly language: string;
  readonly text: string;
  /** The expected exit code: 0 unless the block has `exit=N`. */
  readonly exitCode: number;
}

/** The fenced blocks of a page that have a language, in order. */
export function guideSteps(page: string): readonly GuideStep[] {
  return [...page.matchAll(/^```([a-z]+)(?: exit=([0-9]+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", exitCode = "0", text = ""]) => ({
      language,
      text: language === "diff" ? text : text.trimEnd(),
      exitCode: Number(exitCode),
    }),
  );
}
