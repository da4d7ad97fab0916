package xiangbao.readers.excel.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xiangbao.readers.excel.archive.PackageArchive;
import xiangbao.readers.excel.archive.PartStream;
import xiangbao.readers.excel.limits.ReadingBudget;
import xiangbao.readers.excel.workbook.Rejection;
import xiangbao.readers.excel.workbook.Unreadable;

/** Opens the parts of one package for parsing; all of them are paid from one budget. */
final class PackageParts {
    private final PackageArchive archive;
    private final ReadingBudget budget;
    private final InputFactoryImpl factory = PartParser.factory();

    PackageParts(PackageArchive archive, ReadingBudget budget) {
        this.archive = archive;
        this.budget = budget;
    }

    /** The relations of a part; of the package itself where the name is empty. */
    List<Relation> relations(String part) throws IOException {
        List<Relation> relations = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (PartParser parser = parser(relationsName(part))) {
            if (parser == null) {
                return relations;
            }
            parser.root();
            while (parser.child()) {
                String id = parser.attribute("Id");
                String type = parser.attribute("Type");
                String target = parser.attribute("Target");
                if (parser.name().equals("Relationship") && id != null && type != null && target != null) {
                    if (!ids.add(id)) {
                        throw new Unreadable(Rejection.damaged("内部链接“" + id + "”有两个"));
                    }
                    relations.add(new Relation(
                            id,
                            type.substring(type.lastIndexOf('/') + 1),
                            target,
                            "External".equals(parser.attribute("TargetMode"))));
                }
                if (relations.size() > budget.limits().otherNames()) {
                    throw new Unreadable(Rejection.tooMuch("内部链接过多"));
                }
                parser.skip();
            }
            parser.finish();
        }
        return relations;
    }

    @Nullable
    PartParser related(String source, @Nullable Relation relation) throws IOException {
        return relation == null ? null : required(relation.resolved(source));
    }

    PartParser required(String name) throws IOException {
        PartParser parser = parser(name);
        if (parser == null) {
            throw new Unreadable(Rejection.damaged("缺少内部部分"));
        }
        return parser;
    }

    @Nullable
    PartParser parser(String name) throws IOException {
        PartStream stream = archive.open(name);
        return stream == null ? null : new PartParser(factory, stream, budget);
    }

    boolean hasRelations(String part) {
        return archive.has(relationsName(part));
    }

    private static String relationsName(String part) {
        int slash = part.lastIndexOf('/');
        return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    }
}
