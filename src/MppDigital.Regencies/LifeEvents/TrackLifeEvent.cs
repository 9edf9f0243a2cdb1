using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>What anyone who holds the receipt may see of everything under its number. A number that is no life event's is not found, and costs no try.</summary>
public sealed record TrackLifeEvent(string Number, string Secret)
{
    public override string ToString() => $"track {Number}";
}

public static class UnknownNumbers
{
    /// <summary>The number is no life event's: it may be an application's.</summary>
    public static bool IsUnknownNumber(this Problem problem) => problem.Code == Problems.UnknownFiling.Code;
}

internal sealed class TrackLifeEventHandler(IDbContextFactory<RegencyDbContext> contexts, TrackingGate gate, LifeEventViews views, RegencySecrets secrets) : IUseCase<TrackLifeEvent, LifeEventView>
{
    public async Task<Outcome<LifeEventView>> HandleAsync(TrackLifeEvent input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var number = (input.Number ?? "").Trim();
        if (await db.LifeEventFilings.AsNoTracking().SingleOrDefaultAsync(f => f.Number == number, ct) is not { } filing) return Problems.UnknownFiling;
        var hash = secrets.SecretHash(number, Crockford.Normalise(input.Secret ?? "") ?? "");
        if (await gate.RefuseAsync(db, number, () => Task.FromResult(filing.SecretHash == hash), ct) is { } refusal) return refusal;
        return await views.OfAsync(db, filing, ct);
    }
}
