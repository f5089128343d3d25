import { isReference } from "./plain-value.ts";

/** A part of one word of a command. */
export interface WordPart {
  readonly word: number;
  readonly start: number;
}

/** Programs and how they take a password: after an option, or as part of it. */
const programs: readonly (readonly [program: RegExp, option: RegExp])[] = [
  [
    /^(?:mysql|mysqldump|mysqladmin|mysqlsh|mysqlimport|mariadb|mariadb-dump|mariadb-admin|7za?|7zz|unrar|rar)$/,
    /^-p(?=[^\0])/,
  ],
  [
    /^(?:mysql|mysqldump|mysqladmin|mysqlsh|mysqlimport|mariadb|mariadb-dump|mariadb-admin|7za?|7zz|unrar|rar)$/,
    /^-p\0$/,
  ],
  [
    /^(?:sshpass|mongo|mongosh|mongodump|mongorestore|mongoexport|mongoimport|docker|podman|nerdctl|crane|skopeo|buildah|helm|az|cqlsh|influx|oc|npm|sqoop|curlftpfs|clickhouse-client|amqp-publish|rabbitmqadmin|expect)$/,
    /^-p$/,
  ],
  [/^(?:redis-cli|redis-benchmark|valkey-cli|keydb-cli)$/, /^-a$/],
  [/^(?:ldapsearch|ldapadd|ldapmodify|ldapdelete|ldappasswd|ldapwhoami)$/, /^-w$/],
  [/^(?:sqlcmd|bcp|zip|unzip|mosquitto_pub|mosquitto_sub|ipmitool|isql|osql)$/, /^-P$/],
  [/^(?:sshpass)$/, /^-p(?=.)/],
  [/^(?:openssl)$/, /^-(?:pass|passin|passout|k|K)$/],
  [/^(?:snmpget|snmpwalk|snmpset|snmptrap)$/, /^-[cAX]$/],
  [/^(?:wget|lftp|ncftp|rclone|smbclient)$/, /^-(?:u|U)$/],
];
/** Programs whose last word is a password, with the minimum number of words before it. */
const lastWords: readonly (readonly [program: RegExp, pattern: RegExp, before: number])[] = [
  [/^rabbitmqctl$/, /^(?:add_user|change_password|authenticate_user)$/, 2],
  [/^htpasswd$/, /^-[A-Za-z]*b[A-Za-z]*$/, 3],
  [/^chpasswd$/, /./, 1],
];
const longestWord = 4096;

/** Follows an option whose value is in quotes without a blank before: `-p'value'`. */
export const gluedMark = "\0";

/**
 * Finds the credentials in the words of a command, by the options of its program: a password after `-p` of `mysql`, or
 * `user:password` after `-u`.
 */
export function commandSecrets(words: readonly string[]): readonly WordPart[] {
  const found: WordPart[] = [];
  let options: readonly RegExp[] = [];
  let named: string | undefined;
  words.forEach((word, index) => {
    if (word.length > longestWord) return;
    const before = words[index - 1] ?? "";
    const part = ofWord(word, before, options);
    if (part !== undefined && !isReference(word.slice(part)))
      found.push({ word: index, start: part });
    if (!word.startsWith("-")) {
      const program = word
        .slice(word.lastIndexOf("/") + 1)
        .slice(0, 40)
        .replace(/^[$([{`]+/, "");
      const own = programs.filter(([name]) => name.test(program)).map(([, option]) => option);
      if (own.length > 0) options = own;
      if (lastWords.some(([name]) => name.test(program))) {
        named = program;
        found.push(...lastWordOf(words, index, named));
      }
    }
  });
  return found;
}

function ofWord(word: string, before: string, options: readonly RegExp[]): number | undefined {
  if (
    /^(?:-[a-zA-Z]{0,8}u|--user|--proxy-user|-U|--creds|--src-creds|--dest-creds|--userpwd|-a|--auth)$/.test(
      before,
    ) &&
    !word.startsWith("-")
  ) {
    const sign = /^[^\s:%"'$]{0,64}[:%](?=.)/.exec(word)?.[0];
    if (sign !== undefined && !/^[^:]*:\/\//.test(word) && !/^\d{1,6}:\d{1,6}$/.test(word))
      return sign.length;
  }
  const joined = /^(?:-u|--user=|--proxy-user=|--creds=)(?<user>[^\s:%"'$=]{1,64}:)(?=.)/.exec(
    word,
  )?.[0];
  if (joined !== undefined && !/=?\b\d+:\d+$/.test(word)) return joined.length;
  if (word.startsWith("pass:") && before.startsWith("-pass")) return 5;
  for (const option of options) {
    if (
      option.source.endsWith("$") &&
      option.test(before) &&
      !word.startsWith("-") &&
      !isMount(word)
    )
      return 0;
    const own = option.source.endsWith("$") ? undefined : option.exec(word)?.[0];
    if (own !== undefined) return own.length;
  }
  return undefined;
}

/** `8080:80` or a path: what other programs take after `-p`. */
function isMount(word: string): boolean {
  return /^(?:[\d.]+:)?\d+:\d+(?:\/\w+)?$|^\d{2,5}$|^\.{0,2}\//.test(word);
}

function lastWordOf(words: readonly string[], index: number, program: string): readonly WordPart[] {
  const entry = lastWords.find(([name]) => name.test(program));
  if (!entry) return [];
  const rest = words.slice(index + 1, index + 8).filter((word) => word !== "");
  const trigger = rest.findIndex((word) => entry[1].test(word));
  if (trigger === -1 || rest.length <= entry[2]) return [];
  const last = words.indexOf(rest[trigger + entry[2]] ?? "\n", index);
  return last === -1 ? [] : [{ word: last, start: 0 }];
}
