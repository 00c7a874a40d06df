import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { change, reasonOf } from '../api/client';
import type { IssuedToken } from '../api/types';
import { moment } from '../format/time';
import { connection } from '../stores/connection';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { shared } from '../styles/shared';
import { text } from '../text/text';

/** A short-lived token with which a trader's script reaches the trade manager; shown once. */
@customElement('token-panel')
export class TokenPanel extends LitElement {
  static override styles = [
    shared,
    css`
      textarea {
        width: 100%;
        min-height: 96px;
        font-family: var(--mono);
        font-size: var(--text-xs);
        color: var(--ink);
        background: var(--ground);
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-s);
        padding: var(--gap-2);
        resize: vertical;
        overflow-wrap: anywhere;
      }
      p {
        margin-bottom: var(--gap-2);
      }
    `,
  ];

  @state() private issued: IssuedToken | undefined;
  @state() private failure = '';

  constructor() {
    super();
    new Watch(this, connection, session);
  }

  protected override render(): TemplateResult {
    const words = text.user;
    return html`<section class="panel" aria-label=${words.tokens}>
      <h2>${words.tokens}</h2>
      <p class="soft">${words.tokensExplained}</p>
      ${this.issued === undefined
        ? nothing
        : html`<label for="token">${words.tokenUntil(moment(this.issued.expiresAt))}</label
            ><textarea id="token" readonly .value=${this.issued.token} @focus=${(event: Event): void => (event.target as HTMLTextAreaElement).select()}></textarea>`}
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      <button ?disabled=${!connection.usable || !session.mayTrade} @click=${(): void => void this.issue()}>${words.issue}</button>
    </section>`;
  }

  private async issue(): Promise<void> {
    this.failure = '';
    try {
      this.issued = (await change<IssuedToken>('POST', 'tokens')).body;
    } catch (error) {
      this.issued = undefined;
      this.failure = reasonOf(error);
    }
  }
}
