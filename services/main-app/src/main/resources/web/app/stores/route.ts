import { Store } from './store';

export const PAGES = [
  { path: '/', title: 'Monitor' },
  { path: '/history', title: 'History' },
  { path: '/account', title: 'Account' },
  { path: '/system', title: 'System' },
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
