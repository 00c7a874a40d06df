import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../pages/account-page';
import '../pages/confirmed-page';
import '../pages/decisions-page';
import '../pages/history-page';
import '../pages/login-page';
import '../pages/monitor-page';
import '../pages/system-page';
import '../pages/user-page';
import { route } from '../stores/route';
import { session } from '../stores/session';
import { listenForKeys } from '../stores/shortcuts';
import { listen } from '../stores/sounds';
import { Watch } from '../stores/store';
import { shared } from '../styles/shared';
import './app-header';
import './notice-bar';
import './toast-list';
import { text } from '../text/text';

const RETRY_MS = 2_000;

/** The page: header, notices, and what the address names; or the login. */
@customElement('recio-app')
export class RecioApp extends LitElement {
  static override styles = [
    shared,
    css`
      main {
        max-width: 1680px;
        margin: 0 auto;
        padding: var(--gap-3) var(--gap-4) var(--gap-5);
      }
      .wait {
        padding: 20vh var(--gap-4);
        text-align: center;
        color: var(--ink-soft);
      }
      @media (max-width: 560px) {
        main {
          padding: var(--gap-2) var(--gap-2) var(--gap-5);
        }
      }
    `,
  ];

  @state() private waiting = false;

  constructor() {
    super();
    new Watch(this, session, route);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    listenForKeys();
    listen();
    void this.load();
  }

  protected override render(): TemplateResult {
    if (!session.known) {
      return html`<div class="wait" role="status">${this.waiting ? text.login.wait : ''}</div>`;
    }
    if (session.current === undefined) {
      return html`<login-page></login-page><toast-list></toast-list>`;
    }
    return html`
      <app-header></app-header>
      <notice-bar></notice-bar>
      <main>${this.page()}</main>
      <toast-list></toast-list>
    `;
  }

  private page(): TemplateResult {
    switch (route.path) {
      case '/decisions':
        return html`<decisions-page></decisions-page>`;
      case '/history':
        return html`<history-page></history-page>`;
      case '/account':
        return html`<account-page></account-page>`;
      case '/confirmed':
        return html`<confirmed-page></confirmed-page>`;
      case '/user':
        return html`<user-page></user-page>`;
      case '/system':
        return html`<system-page></system-page>`;
      default:
        return html`<monitor-page></monitor-page>`;
    }
  }

  private async load(): Promise<void> {
    while (!(await session.load())) {
      this.waiting = true;
      await new Promise((resolve) => window.setTimeout(resolve, RETRY_MS));
    }
  }
}
