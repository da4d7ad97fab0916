package xiangbao.jobs.seals;

/** On H2, as installed. */
class SealEmbeddedIntegrationTests extends SealScenario {}
