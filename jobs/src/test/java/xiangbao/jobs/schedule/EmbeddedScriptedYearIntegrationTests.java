package xiangbao.jobs.schedule;

/** On H2, as installed. */
class EmbeddedScriptedYearIntegrationTests extends ScriptedYearScenario {}
