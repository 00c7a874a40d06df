import { LitElement, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { connection } from '../stores/connection';
import { tellConfirmed } from '../stores/session';
import { shared } from '../styles/shared';
import { text } from '../text/text';

/** Where a confirmation at the identity provider ends, in a tab of its own; the one that asked goes on by itself. */
@customElement('confirmed-page')
export class ConfirmedPage extends LitElement {
  static override styles = [shared];

  private readonly refused = new URLSearchParams(location.search).get('refused');

  override connectedCallback(): void {
    super.connectedCallback();
    connection.follow([]);
    if (this.refused === null) {
      tellConfirmed();
    }
  }

  protected override render(): TemplateResult {
    return this.refused === null
      ? html`<p class="notice good" role="status">${text.proof.done}</p>`
      : html`<p class="notice bad" role="alert">${text.proof.failed(text.login.refusedFor(this.refused))}</p>`;
  }
}
