import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, reasonOf } from '../api/client';
import type { Provider } from '../api/types';
import { session } from '../stores/session';
import { shared } from '../styles/shared';
import { text } from '../text/text';

/** Name and password, once; or the way to the identity provider, where there is one. */
@customElement('login-page')
export class LoginPage extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        min-height: 100dvh;
        display: grid;
        place-items: center;
        padding: var(--gap-4);
      }
      form {
        width: min(360px, 100%);
        display: grid;
        gap: var(--gap-4);
        padding: var(--gap-5);
      }
      h1 {
        display: flex;
        align-items: center;
        gap: var(--gap-3);
        font-size: var(--text-xl);
      }
      .field {
        display: grid;
        gap: var(--gap-1);
      }
      button,
      .button {
        min-height: 44px;
      }
    `,
  ];

  @state() private busy = false;
  @state() private failure = '';
  @state() private provider: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const refused = new URLSearchParams(location.search).get('refused');
    if (refused !== null) {
      this.failure = text.login.failed(text.login.refusedFor(refused));
      history.replaceState(null, '', location.pathname);
    }
    void this.askForProvider();
  }

  protected override render(): TemplateResult {
    return html`<form class="panel" @submit=${(event: SubmitEvent): void => void this.submit(event)}>
      <h1><img src="/icon.svg" width="36" height="36" alt="" />REC.IO</h1>
      <div class="field">
        <label for="name">${text.login.name}</label>
        <input id="name" name="name" autocomplete="username" autocapitalize="none" required maxlength="64" />
      </div>
      <div class="field">
        <label for="password">${text.user.password}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="72" />
      </div>
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      <button class="primary" ?disabled=${this.busy}>${this.busy ? text.login.loggingIn : text.login.logIn}</button>
      ${this.provider === undefined
        ? nothing
        : html`<a class="button" href="/api/v1/oidc/login?back=${encodeURIComponent(back())}">${text.login.signInWith(this.provider)}</a>`}
    </form>`;
  }

  private async askForProvider(): Promise<void> {
    try {
      this.provider = (await get<Provider>('oidc')).label;
    } catch {
      // The password's way does not need to know.
    }
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.failure = '';
    try {
      await session.logIn(String(data.get('name')), String(data.get('password')));
    } catch (error) {
      this.failure = text.login.failed(reasonOf(error));
    } finally {
      this.busy = false;
    }
  }
}

/** The page that was wanted. */
function back(): string {
  return location.pathname === '/login' ? '/' : location.pathname;
}
