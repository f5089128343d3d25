import { receiveMessageOnPort, type MessagePort } from "node:worker_threads";

/** A run, told so that another thread can do the same. */
export interface AheadWork {
  readonly estate: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** For a comparison: its two states, as `StatesToRun` has them. Without it the work tree is run alone. */
  readonly states?: {
    readonly base?: string | undefined;
    readonly head?: string | undefined;
    readonly unknownKeysOfBase?: "refused" | "left out";
  };
  /** Use and keep records on disk. */
  readonly cache: boolean;
}

/** What the thread begins with. */
export interface AheadStart {
  readonly work: AheadWork;
  /** From here come the names of results that are done, and there go results. */
  readonly port: MessagePort;
}

/** A result with its name. */
export interface AheadResult {
  readonly name: string;
  readonly value: unknown;
}

/** How both threads call a result. */
export function resultName(key: readonly string[]): string {
  return key.join("\0");
}

/** What came through a port since it was last asked, without waiting. */
export function received<Message>(port: MessagePort): readonly Message[] {
  const messages: Message[] = [];
  for (;;) {
    const next = receiveMessageOnPort(port) as { message: Message } | undefined;
    if (!next) return messages;
    messages.push(next.message);
  }
}
