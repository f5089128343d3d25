/** Settings of git by name, as in `.git/config`. */
export type NetworkSettings = Readonly<Record<string, string>>;

/**
 * The environment of a git process. A clone may come from anyone, so nothing in its configuration may start a program. Without
 * network settings git may not use the network either: a partial clone would otherwise fetch missing objects by any command.
 */
export function gitEnvironment(network?: NetworkSettings): Record<string, string> {
  const settings = Object.entries({ ...harmless, ...network });
  return {
    ...inherited(),
    // Messages are parsed.
    LC_ALL: "C",
    LANGUAGE: "",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: network ? "file:http:https:ssh" : "none",
    // A replaced object is not what its hash names.
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    // Arguments are visible to other processes, the environment is not.
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}

/** Settings that would start a program, switched off. */
const harmless: NetworkSettings = {
  "core.alternateRefsCommand": "true",
  "core.askPass": "",
  "core.fsmonitor": "false",
  "core.hooksPath": "/dev/null",
  "core.sshCommand": "ssh",
  "credential.helper": "",
};

/** Variables of git and of editors would change what git reads or starts; simple-git refuses them. */
function inherited(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !/^(?:GIT_.*|EDITOR|PAGER|PREFIX|SSH_ASKPASS|VISUAL)$/i.test(entry[0]),
  );
  return Object.fromEntries(kept);
}
