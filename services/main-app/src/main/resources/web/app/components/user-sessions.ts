import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { change, get, reasonOf } from '../api/client';
import type { OpenSession } from '../api/types';
import { moment } from '../format/time';
import { connection } from '../stores/connection';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { folding, shared } from '../styles/shared';
import { text } from '../text/text';

/** The logins that are open; any of them can be ended from here. */
@customElement('user-sessions')
export class UserSessions extends LitElement {
  static override styles = [
    shared,
    folding,
    css`
      .agent {
        max-width: 280px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      @media (max-width: 560px) {
        .agent,
        .mono {
          max-width: none;
          overflow-wrap: anywhere;
        }
      }
    `,
  ];

  @state() private open: OpenSession[] = [];
  @state() private failure = '';

  constructor() {
    super();
    new Watch(this, connection);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render(): TemplateResult {
    const words = text.user;
    return html`<section class="panel" aria-label=${words.sessions}>
      <h2>${words.sessions}</h2>
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      <div class="scroll">
        <table class="folds fine">
          <thead>
            <tr>
              <th class="first of14">${words.name}</th><th class="of12">${words.since}</th><th class="of12 end">${words.lastSeen}</th>
              <th class="of8">${words.address}</th><th class="of16">${words.browser}</th><th class="first of10"></th>
            </tr>
          </thead>
          <tbody>
            ${this.open.map(
              (session) => html`<tr>
                <td class="first of14">${session.user}</td>
                <td class="soft of12">${moment(session.createdAt)}</td>
                <td class="soft of12 end">${moment(session.lastSeenAt)}</td>
                <td class="mono of8">${session.address ?? '–'}</td>
                <td class="agent soft of16" title=${session.userAgent ?? ''}>${session.userAgent ?? '–'}</td>
                <td class="number first of10 end">
                  ${session.current
                    ? html`<span class="tag good">${words.thisOne}</span>`
                    : html`<button ?disabled=${!connection.usable} @click=${(): void => void this.end(session)}>${words.end}</button>`}
                </td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private async end(session: OpenSession): Promise<void> {
    try {
      await change('DELETE', `sessions/${session.sessionId}`);
      toasts.say('good', text.user.ended);
    } catch (error) {
      toasts.say('bad', reasonOf(error));
    }
    await this.load();
  }

  async load(): Promise<void> {
    try {
      this.open = await get<OpenSession[]>('sessions');
      this.failure = '';
    } catch (error) {
      this.failure = reasonOf(error);
    }
  }
}
