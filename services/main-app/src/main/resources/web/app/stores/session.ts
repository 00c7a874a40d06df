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

/** Logs out, or says why not. */
export async function leave(): Promise<void> {
  try {
    await session.logOut();
  } catch (error) {
    toasts.say('bad', text.shell.notLoggedOut(reasonOf(error)));
  }
}
