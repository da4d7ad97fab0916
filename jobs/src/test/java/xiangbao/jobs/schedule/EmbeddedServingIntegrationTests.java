package xiangbao.jobs.schedule;

/** On H2, as installed. */
class EmbeddedServingIntegrationTests extends ServingScenario {}
