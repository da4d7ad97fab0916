package xiangbao.jobs.doubts;

/** On H2, as installed. */
class ExplanationEmbeddedIntegrationTests extends ExplanationScenario {}
