using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Ministry;
using MppDigital.National.Stamps;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Catalog.Releases;

/// <summary>One step of a release by a person. Every node serves the outcome within two seconds.</summary>
/// <param name="Regencies">Codes, for <see cref="ReleaseAction.Start"/>, <see cref="ReleaseAction.Widen"/> and, one, for <see cref="ReleaseAction.RollBackOne"/>.</param>
/// <param name="Provinces">Codes: all their regencies.</param>
/// <param name="Seen">Version of the release that the person saw, from If-Match.</param>
public sealed record MoveRelease(MinistryStaff Staff, Guid Id, ReleaseAction Action, IReadOnlyList<string> Regencies, IReadOnlyList<string> Provinces, long? Seen)
{
    /// <summary>Why the operator of the deployment publishes without a second person; null for everybody else.</summary>
    public string? Reason { get; init; }
}

internal sealed class MoveReleaseHandler(IDbContextFactory<NationalDbContext> contexts, ITenantDirectory directory, TimeProvider clock) : IUseCase<MoveRelease, ReleaseView>
{
    public async Task<Outcome<ReleaseView>> HandleAsync(MoveRelease input, CancellationToken ct)
    {
        if (!input.Staff.Is(MinistryRole.CatalogOwner)) return Problems.OwnersOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await ReleaseViews.FindAsync(db, input.Id, ct) is not { } row) return Problems.UnknownRelease;
        if (input.Seen is null) return Problems.VersionNeeded;
        if (input.Seen != row.Version) return Problems.Stale(await ReleaseViews.OfAsync(db, row, ct));
        if (input.Action == ReleaseAction.Halt || !row.May(input.Action)) return Problems.NotNow(row.State, input.Action);
        var chosen = Chosen(input);
        if (!chosen.Succeeded) return chosen.Problem;
        var now = clock.GetUtcNow().UtcDateTime;
        if (Refusal(row, input, chosen.Value) is { } refusal) return refusal;
        // Hard to undo in 514 places: asked for by one, agreed to by another, each with a factor shown just now.
        if (input.Action is ReleaseAction.PublishToAll or ReleaseAction.RollBack && !input.Staff.HasFreshFactor) return StepUp.Required;

        Take(row, input, chosen.Value, now);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            // What the regencies' nodes counted belongs to the step before.
            await db.ReleaseTraffic.Where(t => t.ReleaseId == row.Id).ExecuteDeleteAsync(ct);
            await StampRow.BumpAsync(db, StampRow.Catalog, ct);
            await AuditTrail.AppendAsync(db, row.Service, $"release-{Word(input.Action)}", input.Staff.Sub, $$"""{"release":"{{row.Id}}","version":{{row.ServiceVersion}},"state":"{{row.State}}","regencies":{{chosen.Value.Count}}{{(input.Reason is { } reason ? $",\"reason\":{JsonSerializer.Serialize(reason)}" : "")}}}""", now, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await ReleaseViews.FindAsync(db, input.Id, ct) is { } fresh ? Problems.Stale(await ReleaseViews.OfAsync(db, fresh, ct)) : Problems.UnknownRelease;
        }

        return await ReleaseViews.OfAsync(db, row, ct);
    }

    private Outcome<IReadOnlySet<string>> Chosen(MoveRelease input)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, given) in input.Regencies.Index())
        {
            if (!RegencyCode.TryParse(given, out var code) || directory.Find(code) is null) return Problems.NoSuchRegency($"/regencies/{i}", given);
            codes.Add(code.Value);
        }

        foreach (var (i, given) in input.Provinces.Index())
        {
            var inside = directory.All.Where(r => r.ProvinceCode == given).Select(r => r.Code.Value).ToList();
            if (inside.Count == 0) return Problems.NoSuchRegency($"/provinces/{i}", given);
            codes.UnionWith(inside);
        }

        return codes;
    }

    private static Problem? Refusal(ReleaseRow row, MoveRelease input, IReadOnlySet<string> chosen) => input.Action switch
    {
        ReleaseAction.Start when chosen.Count == 0 => Problems.RegenciesMissing,
        ReleaseAction.Widen when chosen.IsSubsetOf(row.ReachedCodes) => Problems.RegenciesMissing,
        ReleaseAction.RollBackOne when chosen.Count != 1 => Problems.RegenciesMissing,
        ReleaseAction.RollBackOne when row.TakenBackCodes.IsSupersetOf(chosen) || (row.State != ReleaseState.Everywhere && !row.ReachedCodes.IsSupersetOf(chosen)) => Problems.RegencyNotReached,
        ReleaseAction.PublishToAll when row.AskedForAllBy == input.Staff.Sub && input.Reason is null => Problems.SecondPerson,
        _ => null,
    };

    private static void Take(ReleaseRow row, MoveRelease input, IReadOnlySet<string> chosen, DateTime now)
    {
        switch (input.Action)
        {
            case ReleaseAction.Start: row.Start(chosen, now); break;
            case ReleaseAction.Widen: row.Widen(chosen, now); break;
            case ReleaseAction.PublishToAll when row.AskedForAllBy is null && input.Reason is null: row.AskForAll(input.Staff.Sub, now); break;
            case ReleaseAction.PublishToAll: row.PublishToAll(now); break;
            case ReleaseAction.Pause: row.Pause(now); break;
            case ReleaseAction.Resume: row.Resume(now); break;
            case ReleaseAction.RollBack: row.RollBack(now); break;
            case ReleaseAction.RollBackOne: row.RollBackOne(chosen.Single(), now); break;
            case ReleaseAction.Withdraw: row.Withdraw(now); break;
            default: throw new InvalidOperationException($"No person takes the step {input.Action}.");
        }
    }

    private static string Word(ReleaseAction action) => JsonNamingPolicy.KebabCaseLower.ConvertName(action.ToString());
}
