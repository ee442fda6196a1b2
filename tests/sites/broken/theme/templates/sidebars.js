export const override = () => () => { throw new Error('never called'); };
