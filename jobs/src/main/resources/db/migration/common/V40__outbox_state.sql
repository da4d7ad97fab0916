-- What is still to be written: asked for with every claim, however much was written before.
create index outbox_state on outbox (state);
