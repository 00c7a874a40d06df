const GLIDE_MS = 180;

/**
 * Lets table rows glide to their new places instead of jumping: call before they move, and what it returns afterwards.
 * Still for whoever wants less motion.
 */
export function glide(rows: NodeListOf<HTMLElement>): () => void {
  const before = new Map([...rows].map((row) => [row, row.offsetTop]));
  return () => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      return;
    }
    before.forEach((top, row) => {
      const moved = row.isConnected ? top - row.offsetTop : 0;
      if (moved !== 0) {
        row.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], { duration: GLIDE_MS, easing: 'ease-out' });
      }
    });
  };
}
