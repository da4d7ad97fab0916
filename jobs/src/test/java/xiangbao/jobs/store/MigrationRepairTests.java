package xiangbao.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import xiangbao.jobs.store.MigrationRepair.Made;

class MigrationRepairTests {
    @Test
    void seesWhatAScriptMakes() {
        assertThat(MigrationRepair.made("""
                -- a comment; with a semicolon
                create table one (id int not null,
                  primary key (id)) engine=InnoDB;
                CREATE INDEX ONE_ID on ONE (id);
                alter table two add column three int not null default 0;
                alter table two add column (
                  four decimal(3, 1),
                  five int
                );
                alter table two add constraint two_once unique (three);
                insert into one (id) values (1);
                """))
                .containsExactly(
                        new Made.Table("one"),
                        new Made.Index("ONE_ID", "ONE"),
                        new Made.Column("three", "two"),
                        new Made.Column("four", "two"),
                        new Made.Column("five", "two"),
                        new Made.Constraint("two_once", "two"));
    }

    @Test
    void knowsHowToRepeatEveryMigration() throws IOException {
        int scripts = 0;
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources/db/migration"))) {
            for (Path script : all.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(script);
                assertThat(MigrationRepair.unrepeatable(text))
                        .as(script.toString())
                        .isEmpty();
                List<String> tables = MigrationRepair.made(text).stream()
                        .filter(Made.Table.class::isInstance)
                        .map(made -> ((Made.Table) made).name().toLowerCase(java.util.Locale.ROOT))
                        .toList();
                for (String statement : MigrationRepair.statements(text)) {
                    if (statement.toLowerCase(java.util.Locale.ROOT).startsWith("insert into")) {
                        // rows in a table of its own go with the table; rows elsewhere would be there twice
                        assertThat(tables).contains(statement.split("[ (]+")[2].toLowerCase(java.util.Locale.ROOT));
                    }
                }
                scripts++;
            }
        }
        assertThat(scripts).isGreaterThanOrEqualTo(5);
    }
}
