import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where numbers of processes mean the same: containers on one machine count their own, even under one host name. */
export function nameMachine(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** Whether a process of this machine lives, by its number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
