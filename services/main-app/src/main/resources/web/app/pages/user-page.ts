import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import '../components/audit-log';
import '../components/password-form';
import '../components/token-panel';
import '../components/user-sessions';
import type { UserSessions } from '../components/user-sessions';
import '../components/user-table';
import { moment } from '../format/time';
import { sentence } from '../format/words';
import { connection } from '../stores/connection';
import { leave, session } from '../stores/session';
import { Watch } from '../stores/store';
import { shared } from '../styles/shared';
import { text } from '../text/text';

/** Oneself and, for admins, everybody else. */
@customElement('user-page')
export class UserPage extends LitElement {
  static override styles = [
    shared,
    css`
      :host,
      .side {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap-3);
        align-content: start;
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
        gap: var(--gap-3);
        align-items: start;
      }
      .me {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--gap-1) var(--gap-4);
      }
      .narrow {
        display: none;
      }
      @media (max-width: 720px) {
        .narrow {
          display: inline-flex;
        }
      }
      .me b {
        font-size: var(--text-xl);
      }
      @media (max-width: 860px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @query('user-sessions') private readonly sessions!: UserSessions;

  constructor() {
    super();
    new Watch(this, session);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    connection.follow([]);
  }

  protected override render(): TemplateResult {
    const who = session.current;
    return html`
      <section class="panel me">
        <span><b>${who?.name}</b> <span class="soft">${sentence(who?.role ?? '')}</span></span>
        <span class="faint">${text.user.until(moment(who?.expiresAt))}</span>
        <button class="narrow" @click=${(): void => void leave()}>${text.shell.logOut}</button>
      </section>
      <div class="two">
        <div class="side">
          ${who?.provider === undefined
            ? html`<password-form @sessions-ended=${(): void => void this.sessions.load()}></password-form>`
            : html`<section class="panel soft" id="no-password">${text.user.passwordElsewhere(who.provider)}</section>`}
          ${session.mayTrade ? html`<token-panel></token-panel>` : nothing}
        </div>
        <div class="side"><user-sessions></user-sessions>${session.isAdmin ? html`<user-table></user-table>` : nothing}</div>
      </div>
      ${session.isAdmin ? html`<audit-log></audit-log>` : nothing}
    `;
  }
}
