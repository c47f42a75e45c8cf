import { css } from 'lit';

export const styles = css`
  .card p,
  address {
    max-width: 44rem;
  }
  address {
    padding-inline-start: calc(2 * var(--_space));
    border-inline-start: 3px solid var(--_line);
    font-style: normal;
  }
  address span {
    display: block;
  }
`;
