import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { reasonOf } from '../api/client';
import { modeWord } from '../format/words';
import { connection } from '../stores/connection';
import { preferences } from '../stores/preferences';
import { PAGES, route } from '../stores/route';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { controls, switches } from '../stores/topics';
import { shared } from '../styles/shared';
import './kill-dialog';
import type { KillDialog } from './kill-dialog';

/** Where we are, which money it is, and the way out: the kill switch on every page. */
@customElement('app-header')
export class AppHeader extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: sticky;
        top: 0;
        z-index: 5;
        background: var(--panel);
        border-bottom: 1px solid var(--line);
      }
      .mode {
        text-align: center;
        font-size: var(--text-xs);
        font-weight: 700;
        letter-spacing: 0.08em;
        padding: 2px var(--gap-2);
        background: var(--raised);
        color: var(--ink-soft);
        border-bottom: 1px solid var(--line);
      }
      .mode.live {
        background: var(--live);
        color: var(--live-ink);
      }
      .mode.paper,
      .mode.kalshi-demo {
        background: var(--warn-soft);
        color: var(--warn);
      }
      .bar {
        display: flex;
        align-items: center;
        gap: var(--gap-4);
        max-width: 1440px;
        margin: 0 auto;
        padding: var(--gap-2) var(--gap-4);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        font-weight: 750;
        letter-spacing: 0.02em;
      }
      .brand img {
        display: block;
        border-radius: 6px;
      }
      .dot {
        width: 9px;
        height: 9px;
        border-radius: 50%;
        background: var(--bad);
      }
      .dot.on {
        background: var(--good);
      }
      nav {
        display: flex;
        gap: 2px;
        flex: 1;
      }
      nav a {
        color: var(--ink-soft);
        text-decoration: none;
        font-weight: 600;
        padding: 8px 12px;
        border-radius: var(--radius-s);
      }
      nav a:hover {
        color: var(--ink);
      }
      nav a[aria-current='page'] {
        color: var(--ink);
        background: var(--raised);
      }
      .tools {
        display: flex;
        align-items: center;
        gap: var(--gap-1);
      }
      .user {
        margin: 0 var(--gap-1);
      }
      .kill.on {
        background: var(--bad);
        color: var(--ground);
      }
      @media (max-width: 720px) {
        .bar {
          flex-wrap: wrap;
          gap: var(--gap-1) var(--gap-2);
          padding: var(--gap-2) var(--gap-2) 0;
        }
        .brand {
          flex: 1;
        }
        .user {
          display: none;
        }
        nav {
          order: 3;
          flex-basis: 100%;
          justify-content: space-between;
        }
        nav a {
          flex: 1;
          text-align: center;
          padding: 9px 4px;
        }
      }
    `,
  ];

  @query('kill-dialog') private readonly killDialog!: KillDialog;

  constructor() {
    super();
    new Watch(this, session, route, connection, preferences, controls);
  }

  protected override render(): TemplateResult {
    const who = session.current;
    const mode = who?.mode ?? 'simulated';
    const killed = switches()?.killSwitch.on ?? false;
    const other = preferences.theme === 'dark' ? 'light' : 'dark';
    return html`
      <div class="mode ${mode}">${modeWord(mode)} · account ${who?.account}</div>
      <div class="bar">
        <span class="brand">
          <img src="/icon.svg" width="26" height="26" alt="" />REC.IO
          <span
            class="dot ${connection.usable ? 'on' : ''}"
            role="img"
            aria-label=${connection.usable ? 'Live' : 'Not live'}
            title=${connection.usable ? 'Live' : 'Not live'}
          ></span>
        </span>
        <nav aria-label="Pages">
          ${PAGES.map(
            (page) => html`<a
              href=${page.path}
              aria-current=${route.path === page.path ? 'page' : 'false'}
              @click=${(event: MouseEvent): void => this.go(event, page.path)}
              >${page.title}</a
            >`,
          )}
        </nav>
        <div class="tools">
          <button
            class="kill danger ${killed ? 'on' : ''}"
            ?disabled=${!connection.usable || !session.mayTrade}
            @click=${(): void => this.killDialog.open()}
          >
            ${killed ? 'Kill switch on' : 'Kill switch'}
          </button>
          <button
            class="quiet"
            aria-label="Switch to the ${other} theme"
            title="Switch to the ${other} theme"
            @click=${(): void => preferences.setTheme(other)}
          >
            ${other === 'light' ? '☀' : '☾'}
          </button>
          <span class="user soft">${who?.name} · ${who?.role}</span>
          <button class="quiet" @click=${(): void => void this.leave()}>Log out</button>
        </div>
      </div>
      <kill-dialog></kill-dialog>
    `;
  }

  private go(event: MouseEvent, path: string): void {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      route.go(path);
    }
  }

  private async leave(): Promise<void> {
    try {
      await session.logOut();
    } catch (error) {
      toasts.say('bad', `Not logged out: ${reasonOf(error)}`);
    }
  }
}
