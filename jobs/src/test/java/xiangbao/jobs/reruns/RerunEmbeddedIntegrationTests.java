package xiangbao.jobs.reruns;

/** On H2, as installed. */
class RerunEmbeddedIntegrationTests extends RerunScenario {}
