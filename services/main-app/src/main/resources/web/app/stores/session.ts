import { ApiError, change, get, reasonOf, useToken, whenSessionIsOver } from '../api/client';
import type { Session } from '../api/types';
import { connection } from './connection';
import { text } from '../text/text';
import { Store } from './store';
import { toasts } from './toasts';

/** Who is logged in. */
class SessionStore extends Store {
  current: Session | undefined;
  known = false;

  constructor() {
    super();
    whenSessionIsOver(() => this.become(undefined));
  }

  get mayTrade(): boolean {
    return this.current !== undefined && this.current.role !== 'viewer';
  }

  get isAdmin(): boolean {
    return this.current?.role === 'admin';
  }

  /** Finds out whether the browser still holds a session; true when the server could say. */
  async load(): Promise<boolean> {
    try {
      this.become(await get<Session>('session'));
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.problem.status === 401) {
        this.become(undefined);
        return true;
      }
      return false;
    }
  }

  async logIn(name: string, password: string): Promise<void> {
    this.become((await change<Session>('POST', 'session', { name, password })).body);
  }

  async logOut(): Promise<void> {
    await change('DELETE', 'session');
    this.become(undefined);
  }

  /** Looks again whether a confirmation at the identity provider stands; nothing else of the login can have changed. */
  async lookAgain(): Promise<void> {
    if (this.current?.provider === undefined) {
      return;
    }
    try {
      this.current = await get<Session>('session');
      this.changed();
    } catch {
      // The next action says what is wrong.
    }
  }

  /** Trading with one click, for this login. */
  async setOneClick(enabled: boolean, password: string | undefined): Promise<void> {
    const body = password === undefined ? { enabled } : { enabled, password };
    this.current = (await change<Session>('PUT', 'session/one-click', body)).body;
    this.changed();
  }

  private become(session: Session | undefined): void {
    this.current = session;
    this.known = true;
    useToken(session?.csrfToken ?? '');
    if (session === undefined) {
      connection.stop();
    } else {
      connection.start(() => this.become(undefined));
    }
    this.changed();
  }
}

export const session = new SessionStore();

/** Between our own tabs: one confirmed at the identity provider, the one that asked goes on. */
const tabs = new BroadcastChannel('recio-confirmed');
tabs.addEventListener('message', () => void session.lookAgain());

export function tellConfirmed(): void {
  tabs.postMessage('confirmed');
}

/** Logs out, or says why not. */
export async function leave(): Promise<void> {
  try {
    await session.logOut();
  } catch (error) {
    toasts.say('bad', text.shell.notLoggedOut(reasonOf(error)));
  }
}
