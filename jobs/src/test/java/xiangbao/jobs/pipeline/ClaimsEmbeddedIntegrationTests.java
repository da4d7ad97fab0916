package xiangbao.jobs.pipeline;

/** On H2, as installed. */
class ClaimsEmbeddedIntegrationTests extends ClaimsScenario {}
