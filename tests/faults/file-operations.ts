import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What goes wrong: an error of the system, a write or a removal that ends half way, or the end of the process just before. */
export const FAULTS = ['EACCES', 'ENOSPC', 'EIO', 'EMFILE', 'partial', 'kill'] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultPlan {
  /** Operations on anything in here are counted. Absolute path. */
  readonly folder: string;
  /** The operation that fails, counted from 1; none if absent. */
  readonly at?: number;
  readonly fault?: Fault;
  /** Operations that always fail, with their error. */
  readonly never?: Readonly<Record<string, string>>;
}

/** Operations while a plan is in force. */
export interface WatchedOperations {
  /** Names in order: `renameSync /tmp/x/_site`. */
  readonly seen: readonly string[];
  /** Whether the one that was to fail has come. */
  hasFailed(): boolean;
  restore(): void;
}

type Call = (...args: readonly unknown[]) => unknown;
type Functions = Record<string, unknown>;

/**
 * Has file operations of this process fail as planned, those that modules have imported among them. After `kill` nothing
 * works any more, as for a process that is gone: what the program still does for its last wishes changes no file.
 */
export function failOperations({ folder, at, fault = 'EIO', never = {} }: FaultPlan): WatchedOperations {
  const seen: string[] = [];
  const handles = new Set<unknown>();
  const originals: (readonly [functions: Functions, name: string, call: unknown])[] = [];
  let isDead = false;
  let hasFailed = false;
  const file = fs as unknown as Functions;
  for (const name of Object.keys(file)) if (name.endsWith('Sync')) replace(file, name, false);
  const promises = fs.promises as unknown as Functions;
  for (const name of Object.keys(promises)) replace(promises, name, true);
  syncBuiltinESMExports();
  return { seen, hasFailed: () => hasFailed, restore };

  function restore(): void {
    for (const [functions, name, call] of originals) functions[name] = call;
    syncBuiltinESMExports();
  }

  function replace(functions: Functions, name: string, isAsync: boolean): void {
    const call = functions[name];
    if (typeof call !== 'function' || name === 'realpathSync') return;
    originals.push([functions, name, call]);
    functions[name] = isAsync
      ? async (...args: readonly unknown[]) => wrapHandle(await run(name, call as Call, args))
      : (...args: readonly unknown[]) => run(name, call as Call, args);
  }

  function run(name: string, call: Call, args: readonly unknown[]): unknown {
    if (!isOurs(args)) return call(...args);
    const result = attempt(name, call, args);
    if (name === 'openSync') handles.add(result);
    if (name === 'closeSync') handles.delete(args[0]);
    return result;
  }

  function attempt(name: string, call: Call, args: readonly unknown[]): unknown {
    if (isDead) throw fail('EIO', name, args);
    const usual = never[name];
    if (usual !== undefined) throw fail(usual, name, args);
    seen.push(`${name} ${String(args[0])}`);
    if (seen.length !== at) return call(...args);
    hasFailed = true;
    if (fault === 'kill') isDead = true;
    // No error for whoever only asks whether something is there; a handle is closed whatever the system says.
    else if (name === 'existsSync') return false;
    else if (name === 'closeSync') call(...args);
    else if (fault === 'partial') doHalf(name, call, args);
    throw fail(fault.startsWith('E') ? fault : 'EIO', name, args);
  }

  function isOurs([first, second]: readonly unknown[]): boolean {
    const isInside = (path: unknown) => typeof path === 'string' && `${path}/`.startsWith(`${folder}/`);
    return isInside(first) || isInside(second) || (typeof first === 'number' && handles.has(first));
  }

  /** What an open file is asked for counts too. */
  function wrapHandle(result: unknown): unknown {
    if (typeof result !== 'object' || result === null || !('datasync' in result)) return result;
    return new Proxy(result, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function' || typeof name !== 'string') return value;
        const call = value.bind(target) as Call;
        if (name !== 'close')
          return async (...args: readonly unknown[]) => attempt(`handle.${name}`, call, args);
        return async () => {
          // Closed whatever is said of it.
          await call();
          attempt('handle.close', () => {}, []);
        };
      },
    });
  }
}

function fail(code: string, syscall: string, [path]: readonly unknown[]): Error {
  const error = new Error(`${code}: injected, ${syscall} '${String(path)}'`);
  return Object.assign(error, { code, syscall, ...(typeof path === 'string' && { path }) });
}

function doHalf(name: string, call: Call, args: readonly unknown[]): void {
  const [path, content] = args;
  if (/writefile/i.test(name) && typeof path === 'string') fs.writeFileSync(path, halve(content));
  else if (name === 'copyFileSync' && typeof content === 'string')
    fs.writeFileSync(content, halve(fs.readFileSync(String(path))));
  else if (/^rm(?:Sync)?$/.test(name) && typeof path === 'string' && fs.existsSync(path))
    removeHalf(path, call);
}

function halve(content: unknown): string | Uint8Array {
  const length = (content as string | Uint8Array).length >> 1;
  return typeof content === 'string' ? content.slice(0, length) : (content as Uint8Array).subarray(0, length);
}

function removeHalf(path: string, call: Call): void {
  if (!fs.statSync(path).isDirectory()) return;
  const names = fs.readdirSync(path);
  for (const name of names.slice(0, Math.ceil(names.length / 2)))
    call(`${path}/${name}`, { recursive: true, force: true });
}
