using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog.Definitions;
using MppDigital.National.Ministry;
using MppDigital.National.Stamps;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog.Releases;

/// <summary>Keeps a definition as a new version, which nobody has before a release brings it to them. A faulty one is refused with all its faults.</summary>
/// <param name="Service">Null for a service that the nation does not have yet.</param>
/// <param name="RequestKey">Made by the caller; the same again finds the version of the first time.</param>
public sealed record SaveVersion(MinistryStaff Staff, string? Service, JsonNode? Definition, string RequestKey);

public sealed record VersionSaved(string Service, int Version, string Sha256);

internal sealed class SaveVersionHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine, PublishedCatalog catalog, TimeProvider clock) : IUseCase<SaveVersion, VersionSaved>
{
    public async Task<Outcome<VersionSaved>> HandleAsync(SaveVersion input, CancellationToken ct)
    {
        if (!input.Staff.Is(MinistryRole.CatalogOwner)) return Problems.OwnersOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (input.Service is { } asked && !await db.ServiceVersions.AnyAsync(v => v.Code == asked, ct)) return Problems.UnknownService;
        var check = DefinitionCheck.Of(input.Definition);
        if (check.Definition is not { } definition) return Problems.Faulty(check.Faults.Concat(Agencies(check.Mended)));
        if (Agencies(definition).ToList() is { Count: > 0 } unknown) return Problems.Faulty(unknown);
        if (input.Service is { } code && code != definition.Code) return Problems.AnotherCode;
        if (await EarlierAsync(db, input, definition, ct) is { } earlier) return earlier;

        var latest = await db.ServiceVersions.AsNoTracking().Where(v => v.Code == definition.Code).OrderByDescending(v => v.Version).Select(v => new { v.Version, v.Sha256 }).FirstOrDefaultAsync(ct);
        if (input.Service is null && latest is not null) return Problems.ServiceExists;
        var now = clock.GetUtcNow().UtcDateTime;
        var row = ServiceVersionRow.Publish(definition, (latest?.Version ?? 0) + 1, now, input.Staff.Sub, input.RequestKey);
        if (row.Sha256 == latest?.Sha256) return Problems.NothingChanged;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            db.Add(row);
            await StampRow.BumpAsync(db, StampRow.Catalog, ct);
            await AuditTrail.AppendAsync(db, row.Code, "version-saved", input.Staff.Sub, $$"""{"version":{{row.Version}},"sha256":"{{row.Sha256}}"}""", now, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Somebody else took the number, or the same call came twice; the second look tells which.
            db.ChangeTracker.Clear();
            return await EarlierAsync(db, input, definition, ct) is { } twin ? twin : await HandleAsync(input, ct);
        }

        return new VersionSaved(row.Code, row.Version, row.Sha256);
    }

    private static async Task<Outcome<VersionSaved>?> EarlierAsync(NationalDbContext db, SaveVersion input, ServiceDefinition definition, CancellationToken ct)
    {
        var found = await db.ServiceVersions.AsNoTracking().SingleOrDefaultAsync(v => v.CreatedBy == input.Staff.Sub && v.RequestKey == input.RequestKey, ct);
        if (found is null) return null;
        return found.Json == DefinitionJson.Write(definition) ? new VersionSaved(found.Code, found.Version, found.Sha256) : Problems.KeyReused;
    }

    /// <summary>Officers belong to agencies that the catalog knows: a step of an agency nobody works for would wait for ever.</summary>
    private IEnumerable<DefinitionFault> Agencies(ServiceDefinition? definition)
    {
        if (definition is null) return [];
        var known = catalog.Versions.Values.Select(v => v.Definition.Agency.Code).Append(definition.Agency.Code).ToHashSet(StringComparer.Ordinal);
        return definition.Workflow.Index().Where(w => w.Item.Agency.Length > 0 && !known.Contains(w.Item.Agency)).Select(w => new DefinitionFault($"/workflow/{w.Index}/agency", "an agency that has a service"));
    }
}
