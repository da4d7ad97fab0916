package xiangbao.jobs.reminders;

/** On H2, as installed. */
class RemindEmbeddedIntegrationTests extends RemindScenario {}
