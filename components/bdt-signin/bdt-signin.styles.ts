import { css } from 'lit';

export const styles = css`
  :host {
    max-width: 32rem;
  }
  .start {
    justify-self: start;
  }
`;
