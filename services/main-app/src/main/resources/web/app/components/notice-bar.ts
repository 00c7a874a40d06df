import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { connection } from '../stores/connection';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { controls, switches } from '../stores/topics';
import { shared } from '../styles/shared';
import './halt-dialog';
import type { HaltDialog } from './halt-dialog';
import { text } from '../text/text';

/** What everybody must know before clicking anything. */
@customElement('notice-bar')
export class NoticeBar extends LitElement {
  static override styles = [
    shared,
    css`
      .all {
        max-width: 1680px;
        margin: 0 auto;
        padding: 0 var(--gap-4);
        display: grid;
        gap: var(--gap-2);
      }
      .all:not(:empty) {
        padding-top: var(--gap-3);
      }
      @media (max-width: 560px) {
        .all {
          padding-inline: var(--gap-2);
        }
      }
    `,
  ];

  @query('halt-dialog') private readonly dialog!: HaltDialog;

  constructor() {
    super();
    new Watch(this, connection, controls, session);
  }

  protected override render(): TemplateResult {
    const kill = switches()?.killSwitch;
    const held = switches()?.suspensions ?? [];
    return html`<div class="all" role="status">${
      connection.lost ? html`<p class="notice bad" id="offline">${text.notices.offline}</p>` : nothing
    }${
      connection.connected && !connection.databaseAvailable
        ? html`<p class="notice bad" id="database-away">${text.notices.databaseAway}</p>`
        : nothing
    }${
      kill?.on
        ? html`<p class="notice bad">${text.notices.killed(kill.flatten, kill.by ?? text.notices.somebody, kill.reason ?? text.notices.noReason)}</p>`
        : nothing
    }${
      kill?.entriesHalted
        ? html`<p class="notice warn">
            ${text.notices.halted(kill.haltReason ?? text.notices.notReconciled)}
            ${session.mayTrade ? html`<button type="button" @click=${(): void => this.dialog.open()}>${text.notices.goOn}</button>` : nothing}
          </p>`
        : nothing
    }${held.map((hold) => html`<p class="notice warn">${text.notices.heldBack(hold.reason)}</p>`)}</div>
      <halt-dialog></halt-dialog>`;
  }
}
