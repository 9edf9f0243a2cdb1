using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>The owner's view of everything under one number; somebody else's number is not found.</summary>
public sealed record ReadLifeEventFiling(string Sub, string Number);

internal sealed class ReadLifeEventFilingHandler(IDbContextFactory<RegencyDbContext> contexts, LifeEventViews views) : IUseCase<ReadLifeEventFiling, LifeEventView>
{
    public async Task<Outcome<LifeEventView>> HandleAsync(ReadLifeEventFiling input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.LifeEventFilings.AsNoTracking().SingleOrDefaultAsync(f => f.Number == input.Number && f.Sub == input.Sub, ct) is { } filing
            ? await views.OfAsync(db, filing, ct)
            : Problems.UnknownFiling;
    }
}
