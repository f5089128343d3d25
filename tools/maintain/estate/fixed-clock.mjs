// Loaded first into processes that tests start: today is the day that TEST_DAY names, and time goes on from its noon.
const SystemDate = Date;
const ahead = SystemDate.now() - SystemDate.parse(`${process.env.TEST_DAY}T12:00:00Z`);

globalThis.Date = class extends SystemDate {
  constructor(...given) {
    if (given.length === 0) super(SystemDate.now() - ahead);
    else super(...given);
  }

  static now() {
    return SystemDate.now() - ahead;
  }
};
