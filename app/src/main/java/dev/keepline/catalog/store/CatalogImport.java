package dev.keepline.catalog.store;

import dev.keepline.catalog.CatalogFolder;
import dev.keepline.catalog.CatalogProblem;
import dev.keepline.catalog.Catalogue;
import dev.keepline.catalog.Loaded;
import dev.keepline.catalog.OfferingId;
import dev.keepline.catalog.store.ImportRows.Origin;
import dev.keepline.catalog.yaml.CatalogReader;
import dev.keepline.catalog.yaml.OfferingsFile;
import dev.keepline.database.Transactions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Takes files of offerings into the database: all of them in one transaction, or none.
 *
 * <p>A file stands for everything its carrier sells: what it no longer lists is withdrawn. At a start only files that
 * changed since the last start are taken, so that what a command imported in between stays until its file is edited.
 */
@Service
class CatalogImport {

    private final OfferingRows offerings;
    private final ImportRows imports;
    private final Transactions transactions;
    private final InstantSource time;

    CatalogImport(OfferingRows offerings, ImportRows imports, Transactions transactions, InstantSource time) {
        this.offerings = offerings;
        this.imports = imports;
        this.transactions = transactions;
        this.time = time;
    }

    /** Of the files a command names. */
    Loaded<ImportReport> files(List<Path> files) {
        return CatalogReader.offeringsFiles(files)
                .then(read -> transactions.outsideAccounts(() -> take(read, Origin.COMMAND)));
    }

    /** Of the catalogue's own folder, at a start. */
    Loaded<ImportReport> folder(CatalogFolder folder) {
        return folder.offeringsFiles()
                .then(read -> transactions.outsideAccounts(() ->
                        take(read.stream().filter(this::changedSinceLastStart).toList(), Origin.START)));
    }

    /** What the application works with. */
    Catalogue current() {
        return transactions.outsideAccounts(() -> new Catalogue(offerings.carriers(), offerings.current()));
    }

    private boolean changedSinceLastStart(OfferingsFile file) {
        return !imports.lastAtStart(file.carrier().id()).equals(Optional.of(file.digest()));
    }

    private Loaded<ImportReport> take(List<OfferingsFile> files, Origin origin) {
        var taken = files.stream().flatMap(this::takenIds).toList();
        if (!taken.isEmpty()) {
            return new Loaded.Bad<>(taken);
        }
        var changed = new ArrayList<OfferingId>();
        var withdrawn = new ArrayList<OfferingId>();
        int listed = 0;
        for (var file : files) {
            listed += file.offerings().size();
            take(file, origin, changed, withdrawn);
        }
        return new Loaded.Good<>(new ImportReport(changed, withdrawn, listed - changed.size()));
    }

    private Stream<CatalogProblem> takenIds(OfferingsFile file) {
        return file.offerings().stream()
                .flatMap(offering -> offerings
                        .ownerOf(offering.id())
                        .filter(owner -> !owner.equals(file.carrier().id()))
                        .map(owner -> new CatalogProblem(
                                file.name(), 0, "the id '" + offering.id() + "' belongs to carrier '" + owner + "'"))
                        .stream());
    }

    private void take(OfferingsFile file, Origin origin, List<OfferingId> changed, List<OfferingId> withdrawn) {
        Instant now = time.instant();
        offerings.put(file.carrier());
        int position = 0;
        for (var offering : file.offerings()) {
            if (offerings.put(offering, position++, now)) {
                changed.add(offering.id());
            }
        }
        var ids = file.offerings().stream().map(each -> each.id()).toList();
        withdrawn.addAll(offerings.withdrawOthers(file.carrier().id(), ids, now));
        imports.note(file.carrier().id(), file.digest(), origin, now);
    }
}
