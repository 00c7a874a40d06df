import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { modeWord } from '../format/words';
import { connection } from '../stores/connection';
import { preferences } from '../stores/preferences';
import { PAGES, route } from '../stores/route';
import { leave, session } from '../stores/session';
import { Watch } from '../stores/store';
import { controls, switches } from '../stores/topics';
import { addShortcut } from '../stores/shortcuts';
import { shared } from '../styles/shared';
import { text } from '../text/text';
import './help-sheet';
import type { HelpSheet } from './help-sheet';
import './kill-dialog';
import type { KillDialog } from './kill-dialog';
import './source-strip';

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
        max-width: 1680px;
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
      nav {
        display: flex;
        gap: 2px;
      }
      source-strip {
        margin-right: auto;
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
      .icon {
        min-width: 32px;
        padding: 4px 6px;
      }
      .kill {
        white-space: nowrap;
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
        .tools {
          gap: 0;
        }
        .user,
        .wide {
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
          padding: 9px 2px;
          font-size: var(--text-s);
        }
      }
    `,
  ];

  @query('kill-dialog') private readonly killDialog!: KillDialog;
  @query('help-sheet') private readonly helpSheet!: HelpSheet;
  private removeKey: () => void = () => undefined;

  constructor() {
    super();
    new Watch(this, session, route, connection, preferences, controls);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.removeKey = addShortcut({ key: 'k', does: text.shortcuts.kill, act: () => this.openKillSwitch() });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeKey();
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
          <img src="/icon.svg" width="26" height="26" alt="" /><span class="wide">REC.IO</span>
        </span>
        <nav aria-label=${text.shell.navigation}>
          ${PAGES.map(
            (page) => html`<a
              href=${page.path}
              aria-current=${route.path === page.path ? 'page' : 'false'}
              @click=${(event: MouseEvent): void => this.go(event, page.path)}
              >${page.title}</a
            >`,
          )}
        </nav>
        <source-strip></source-strip>
        <div class="tools">
          <button
            class="kill danger ${killed ? 'on' : ''}"
            ?disabled=${!connection.usable || !session.mayTrade}
            @click=${(): void => this.openKillSwitch()}
          >
            ${killed ? text.shell.killOn : text.shell.kill}
          </button>
          <button
            class="quiet icon wide"
            aria-label=${text.shortcuts.open}
            title="${text.shortcuts.open} (?)"
            @click=${(): void => this.helpSheet.open()}
          >
            ?
          </button>
          <button
            class="quiet icon"
            aria-pressed=${preferences.sound ? 'true' : 'false'}
            aria-label=${preferences.sound ? text.shell.soundOff : text.shell.soundOn}
            title="${preferences.sound ? text.shell.soundOff : text.shell.soundOn} (m)"
            @click=${(): void => preferences.setSound(!preferences.sound)}
          >
            ${preferences.sound ? '♪' : html`<s>♪</s>`}
          </button>
          <button
            class="quiet icon"
            aria-label=${text.shell.theme(other)}
            title="${text.shell.theme(other)} (t)"
            @click=${(): void => preferences.setTheme(other)}
          >
            ${other === 'light' ? '☀' : '☾'}
          </button>
          <span class="user soft">${who?.name} · ${who?.role}</span>
          <button class="quiet wide" @click=${(): void => void this.leave()}>${text.shell.logOut}</button>
        </div>
      </div>
      <kill-dialog></kill-dialog>
      <help-sheet></help-sheet>
    `;
  }

  private openKillSwitch(): void {
    if (connection.usable && session.mayTrade) {
      this.killDialog.open();
    }
  }

  private go(event: MouseEvent, path: string): void {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      route.go(path);
    }
  }

  private async leave(): Promise<void> {
    await leave();
  }
}
