import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { apiClient, type ApiClient } from './api-client.ts';
import { buildGoProgram } from './build-go-program.ts';
import { freePort } from './free-port.ts';
import { apiServerRecipe, etcdRecipe } from './go-recipes.ts';
import { startProgram, type RunningProgram } from './running-program.ts';

/** A real kube-apiserver with its own etcd, on loopback. */
export interface ApiServer {
  readonly minor: string;
  readonly client: ApiClient;
  readonly stop: () => Promise<void>;
}

const readyWithinMilliseconds = 120_000;

/** Starts the API server of a minor version such as `1.36`, empty, and waits until it is ready. */
export async function startApiServer(minor: string): Promise<ApiServer> {
  const programs = { etcd: buildGoProgram(etcdRecipe), server: buildGoProgram(apiServerRecipe(minor)) };
  const folder = mkdtempSync(join(tmpdir(), `altostrata-server-${minor}-`));
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const started: RunningProgram[] = [];
  const stop = async (): Promise<void> => {
    for (const program of started.toReversed()) await program.stop();
    process.off('exit', removeFolder);
    removeFolder();
  };
  try {
    const etcdPort = await startEtcd(programs.etcd, folder, started);
    const client = await startKubernetes({ program: programs.server, folder, etcdPort }, started);
    return {
      minor,
      client,
      stop: async () => {
        client.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startEtcd(program: string, folder: string, started: RunningProgram[]): Promise<number> {
  const port = await freePort();
  const peerPort = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const peerUrl = `http://127.0.0.1:${peerPort}`;
  const args = [
    `--data-dir=${join(folder, 'etcd')}`,
    `--listen-client-urls=${url}`,
    `--advertise-client-urls=${url}`,
    `--listen-peer-urls=${peerUrl}`,
    `--initial-advertise-peer-urls=${peerUrl}`,
    `--initial-cluster=default=${peerUrl}`,
    // The data lives as long as one test run: nothing needs to survive a power cut.
    '--unsafe-no-fsync=true',
    '--log-level=warn',
  ];
  started.push(startProgram({ name: 'etcd', program, args, folder }));
  return port;
}

interface KubernetesStart {
  readonly program: string;
  readonly folder: string;
  readonly etcdPort: number;
}

async function startKubernetes(start: KubernetesStart, started: RunningProgram[]): Promise<ApiClient> {
  const port = await freePort();
  const token = randomBytes(24).toString('hex');
  const args = serverArguments(start, port, token);
  const running = startProgram({ name: 'kube-apiserver', program: start.program, args, folder: start.folder });
  started.push(running);
  // The server makes its own certificate for loopback; trusting exactly that one needs no authority of ours.
  const readCertificate = (): string => readFileSync(join(start.folder, 'certificates', 'apiserver.crt'), 'utf8');
  const client = apiClient({ port, token, readCertificate });
  await waitUntilReady(client, running);
  return client;
}

function serverArguments(start: KubernetesStart, port: number, token: string): string[] {
  const tokenFile = join(start.folder, 'tokens.csv');
  writeFileSync(tokenFile, `${token},tests,tests,"system:masters"\n`, { mode: 0o600 });
  const keyFile = join(start.folder, 'service-account.pem');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  return [
    `--etcd-servers=http://127.0.0.1:${start.etcdPort}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    '--endpoint-reconciler-type=none',
    `--secure-port=${port}`,
    `--cert-dir=${join(start.folder, 'certificates')}`,
    `--token-auth-file=${tokenFile}`,
    '--authorization-mode=RBAC',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-signing-key-file=${keyFile}`,
    `--service-account-key-file=${keyFile}`,
    '--service-cluster-ip-range=10.96.0.0/16',
    // No controller makes the "default" service account here, so pods would be refused for its absence.
    '--disable-admission-plugins=ServiceAccount',
    '--allow-privileged=true',
  ];
}

async function waitUntilReady(client: ApiClient, running: RunningProgram): Promise<void> {
  const deadline = Date.now() + readyWithinMilliseconds;
  while (Date.now() < deadline) {
    if (running.hasEnded()) throw new Error(`kube-apiserver ended while it started:\n${running.log()}`);
    const answer = await client.send({ method: 'GET', path: '/readyz' }).catch(() => undefined);
    if (answer?.status === 200) return;
    await pause(200);
  }
  throw new Error(`kube-apiserver was not ready in time:\n${running.log()}`);
}
