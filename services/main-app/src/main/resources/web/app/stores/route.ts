import { text } from '../text/text';
import { Store } from './store';

const titles = text.shell.pages;

/** The pages, in the order of the navigation and of the keys 1 to 6. */
export const PAGES = [
  { path: '/', title: titles.monitor },
  { path: '/decisions', title: titles.decisions },
  { path: '/history', title: titles.history },
  { path: '/account', title: titles.account },
  { path: '/system', title: titles.system },
  { path: '/user', title: titles.user },
] as const;

/** Which page is shown: the path of the address, nothing else of it. */
class Route extends Store {
  path = location.pathname;

  constructor() {
    super();
    window.addEventListener('popstate', () => this.become(location.pathname));
  }

  go(path: string): void {
    if (path !== this.path) {
      history.pushState(null, '', path);
      this.become(path);
    }
  }

  private become(path: string): void {
    this.path = path;
    window.scrollTo(0, 0);
    this.changed();
  }
}

export const route = new Route();
