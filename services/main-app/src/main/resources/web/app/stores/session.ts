import { ApiError, change, get, useToken, whenSessionIsOver } from '../api/client';
import type { Session } from '../api/types';
import { connection } from './connection';
import { Store } from './store';

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
