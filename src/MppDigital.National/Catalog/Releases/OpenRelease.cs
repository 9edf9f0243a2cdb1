using Microsoft.EntityFrameworkCore;
using MppDigital.National.Ministry;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog.Releases;

/// <summary>Proposes a stored version for the regencies. Nobody has it yet.</summary>
public sealed record OpenRelease(MinistryStaff Staff, string Service, int ServiceVersion, string RequestKey);

/// <summary>One release as it stands.</summary>
public sealed record ReadRelease(Guid Id);

internal sealed class OpenReleaseHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine, TimeProvider clock) : IUseCase<OpenRelease, ReleaseView>, IUseCase<ReadRelease, ReleaseView>
{
    public async Task<Outcome<ReleaseView>> HandleAsync(ReadRelease input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ReleaseViews.FindAsync(db, input.Id, ct) is { } row ? await ReleaseViews.OfAsync(db, row, ct) : Problems.UnknownRelease;
    }

    public async Task<Outcome<ReleaseView>> HandleAsync(OpenRelease input, CancellationToken ct)
    {
        if (!input.Staff.Is(MinistryRole.CatalogOwner)) return Problems.OwnersOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await EarlierAsync(db, input, ct) is { } earlier) return earlier;
        if (!await db.ServiceVersions.AnyAsync(v => v.Code == input.Service, ct)) return Problems.UnknownService;
        if (!await db.ServiceVersions.AnyAsync(v => v.Code == input.Service && v.Version == input.ServiceVersion, ct)) return Problems.UnknownVersion;
        if (await IsOldAsync(db, input, ct)) return Problems.VersionNotNewer;

        var now = clock.GetUtcNow().UtcDateTime;
        var row = new ReleaseRow(input.Service, input.ServiceVersion, input.Staff.Sub, input.RequestKey, now);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            db.Add(row);
            await AuditTrail.AppendAsync(db, row.Service, "release-opened", input.Staff.Sub, $$"""{"release":"{{row.Id}}","version":{{row.ServiceVersion}}}""", now, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
            return await EarlierAsync(db, input, ct) is { } twin ? twin : Problems.ReleaseOpen;
        }

        return await ReleaseViews.OfAsync(db, row, ct);
    }

    private static async Task<Outcome<ReleaseView>?> EarlierAsync(NationalDbContext db, OpenRelease input, CancellationToken ct)
    {
        if (await db.Releases.SingleOrDefaultAsync(r => r.CreatedBy == input.Staff.Sub && r.RequestKey == input.RequestKey, ct) is not { } found) return null;
        return (found.Service, found.ServiceVersion) == (input.Service, input.ServiceVersion) ? await ReleaseViews.OfAsync(db, found, ct) : Problems.KeyReused;
    }

    /// <summary>A version that was brought in by the seed or by an earlier release and is at least as new would win, and nothing would happen.</summary>
    private static async Task<bool> IsOldAsync(NationalDbContext db, OpenRelease input, CancellationToken ct) =>
        await db.ServiceVersions.AnyAsync(v => v.Code == input.Service && v.Version >= input.ServiceVersion && v.CreatedBy == ServiceVersionRow.Seed, ct)
        || await db.Releases.AnyAsync(r => r.Service == input.Service && r.ServiceVersion >= input.ServiceVersion && r.State == ReleaseState.Everywhere, ct);
}
