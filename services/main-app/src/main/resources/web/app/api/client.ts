import type { Problem } from './types';

/** An answer that is no success; carries what the server said of it. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

export interface Answer<T> {
  body: T;
  tag: string | undefined;
}

let csrfToken = '';
let onSessionOver: () => void = () => undefined;

/** The token that must come with each change. */
export function useToken(token: string): void {
  csrfToken = token;
}

export function whenSessionIsOver(listener: () => void): void {
  onSessionOver = listener;
}

export async function get<T>(path: string): Promise<T> {
  return (await send<T>('GET', path)).body;
}

export async function getTagged<T>(path: string): Promise<Answer<T>> {
  return send<T>('GET', path);
}

export async function change<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  return send<T>(method, path, body, headers);
}

async function send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
  const all: Record<string, string> = { Accept: 'application/json', ...headers };
  if (method !== 'GET') {
    all['X-CSRF-Token'] = csrfToken;
  }
  if (body !== undefined) {
    all['Content-Type'] = 'application/json';
  }
  let response: Response;
  try {
    response = await fetch(`/api/v1/${path}`, {
      method,
      headers: all,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError({ type: '/problems/unreachable', title: 'Unreachable', status: 0, detail: 'REC.IO cannot be reached' });
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.type === '/problems/no-session' && path !== 'session') {
      onSessionOver();
    }
    throw new ApiError(problem);
  }
  const text = await response.text();
  return { body: (text === '' ? undefined : JSON.parse(text)) as T, tag: response.headers.get('ETag') ?? undefined };
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return { type: '/problems/unknown', title: 'Failed', status: response.status, detail: `the server answered ${response.status}` };
  }
}

/** What went wrong, for people. */
export function reasonOf(error: unknown): string {
  return error instanceof ApiError ? error.problem.detail : 'something unexpected happened in this page';
}
