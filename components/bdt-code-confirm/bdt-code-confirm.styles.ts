import { css } from 'lit';

export const styles = css`
  :host {
    max-width: 42rem;
  }
  #code {
    max-width: 14rem;
    font-size: 1.25rem;
    letter-spacing: 0.125em;
  }
  .start {
    justify-self: start;
  }
  .mail {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.25rem 1rem;
  }
  .mail dt {
    color: var(--_muted);
  }
  .login-id {
    font-size: 1.75rem;
    line-height: 1.25;
    letter-spacing: 0.05em;
  }
`;
